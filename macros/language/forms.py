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


def alphabetical(word: str, language: str) -> str:
    """Sort key: letters that a language has behind z stand there; capitals as small letters."""
    return unicodedata.normalize("NFC", word.lower()).translate(_order(language))


def first_letter(word: str, language: str) -> str:
    """The letter under which a register has it."""
    order = _order(language)
    letters = map(order.letter, unicodedata.normalize("NFC", word.lower()))
    return next((c.upper() for c in letters if c.isalnum()), "#")


class _Order(dict[int, str]):
    """What a letter is sorted by, as `str.translate` asks; worked out once a letter: a register of
    ten thousand items asks for half a million."""

    def __init__(self, language: str) -> None:
        self._order = LETTERS + BEHIND.get(language, "")

    def letter(self, sign: str) -> str:
        """A letter without the signs that its language does not count."""
        return sign if sign in self._order else unicodedata.normalize("NFKD", sign)[0]

    def __missing__(self, code: int) -> str:
        letter = self.letter(chr(code))
        self[code] = chr(self._order.index(letter)) if letter in self._order else ""
        return self[code]


_order = cache(_Order)
