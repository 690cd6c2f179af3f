"""How a language writes days and numbers, which form a word takes with a number, what comes first.

From CLDR, by Babel. Scripts ask the browser's `Intl`, which holds the same.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date

# Where a language alone would mean another country's habits.
LOCALES = {"en": "en_GB", "no": "nb"}
# Letters that stand behind z; others are signs on the letters before.
BEHIND = {**dict.fromkeys(("nb", "nn", "no", "da"), "æøå"), **dict.fromkeys(("sv", "fi"), "åäö")}
LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(LOCALES.get(language, language))


def own_name(language: str) -> str:
    """What a language calls itself: «Norsk nynorsk», «English»."""
    found = str(Locale.parse(language).get_display_name() or language)
    return found[:1].upper() + found[1:]


def day(value: object, language: str) -> str:
    """«24.11.2026» or «24 Nov 2026» of a day in ISO 8601; what is no whole day stands as it is. In
    figures only where nobody takes the day for the month."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
        return str(value)
    pattern = str(_locale(language).date_formats["short"].pattern)
    style = "medium" if re.search(r"/|(?<!y)yy(?!y)", pattern) else "short"
    return str(format_date(date.fromisoformat(str(value)), style, _locale(language)))


def number(value: object, language: str) -> str:
    """A number with the language's own sign before its decimals: «99,5», «99.5»."""
    return str(value).replace(".", str(_symbols(language)["decimal"]))


@cache
def _symbols(language: str) -> dict[str, str]:
    found = _locale(language).number_symbols
    return dict(found.get("latn", found))


def plural(count: float | str, language: str) -> str:
    """The form that a number takes: `one`, `few`, `many`, `other` …"""
    return str(_locale(language).plural_form(Decimal(count)))


def plurals(language: str) -> frozenset[str]:
    """Every form that a language has."""
    return frozenset({*_locale(language).plural_form.tags, "other"})


def alphabetical(word: str, language: str) -> tuple[int, ...]:
    """Sort key: letters that a language has behind z stand there; capitals as small letters."""
    order = LETTERS + BEHIND.get(language, "")
    return tuple(order.find(c) for c in _letters(word.lower(), order) if c in order)


def first_letter(word: str, language: str) -> str:
    """The letter under which a register has it."""
    order = LETTERS + BEHIND.get(language, "")
    return next((c.upper() for c in _letters(word.lower(), order) if c.isalnum()), "#")


def _letters(word: str, order: str) -> str:
    kept = unicodedata.normalize("NFC", word)
    return "".join(c if c in order else unicodedata.normalize("NFKD", c)[0] for c in kept)
