"""pydantic's errors in our words: what was found, what was expected, the cure."""

from __future__ import annotations

import re
from typing import Any

from macros.catalog import edition
from macros.catalog.fields import CODE_PATTERN, ID_PATTERN, REFERENCE_PATTERN
from macros.catalog.figure import COLUMN, WHOLE
from macros.catalog.parameter import NUMBER
from macros.problems import quoted

PATTERNS = {
    ID_PATTERN: ("lower-case ASCII words with hyphens", "write å as a, ø as o, æ as ae"),
    CODE_PATTERN: ("a code such as FU-1", "two or three capitals, a hyphen, a number"),
    REFERENCE_PATTERN: ("a reference such as gdpr/28", "the framework's id, a slash, the point"),
    r"^[A-Za-z0-9]+(\.[0-9]+)*$": ("a point's number such as 5.20", "letters, figures, full stops"),
    r"^\d{4}\.\d{1,3}$": ("a version such as 2026.1", "the year, a full stop, a number"),
    r"^(\d{4}\.\d{1,3})?$": ("a version such as 2026.1", "the year, a full stop, a number"),
    r"^(/([a-z0-9-]+/)+)?$": ("a page such as /avtale/", "begin and end with a slash"),
    NUMBER: ("a number such as 4 or 99.5", "figures, and a full stop before decimals"),
    WHOLE: ("a whole number", "write it in figures"),
    COLUMN: ("the number of a column", "write 1 for the first"),
    r"^[1-9]\d{0,6}$": ("a whole number of minutes", "write it in figures"),
    edition.URL: ("an address that begins with https://", "copy the whole address"),
    edition.CONTACT: ("an e-mail address or one that begins with https://", "copy the whole of it"),
    edition.ORGNR: ("nine figures", "copy it from Brønnøysundregistrene"),
    edition.LANGUAGE: ("a two-letter language", "nb for bokmål"),
    edition.NUMBERED: ("at most 20 letters, figures, full stops and hyphens", "such as 1.2"),
    r"^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]\d{2,3})$": (
        "lower-case ASCII words with hyphens, or a fact such as U05",
        "write å as a, ø as o, æ as ae",
    ),
    r"^[a-z]{2}$": ("a two-letter language", "nb for bokmål"),
    r"^[A-Z]\d{2,3}$": ("a fact such as U05", "a capital and two or three figures"),
    r"^https?://[^\s<>\"]+$": ("an address that begins with https://", "copy the whole address"),
    r"^(\d{4}(-\d\d(-\d\d)?)?|ukjent)$": ("YYYY, YYYY-MM, YYYY-MM-DD or ukjent", "write the date"),
}


def explain(error: Any) -> tuple[str, str]:
    """(message, hint) for one of pydantic's errors."""
    kind, context, found = error["type"], error.get("ctx", {}), error.get("input")
    steps = [s for s in error["loc"] if isinstance(s, str)]
    field = steps[-1] if steps else "the file"
    if kind == "missing":
        return f"{field} is missing", f"add {field}:"
    if kind == "extra_forbidden":
        return f"unknown field {quoted(field)}", ""
    if kind == "literal_error":
        *others, last = re.findall(r"'([^']+)'", context["expected"])
        expected = f"{', '.join(others)} or {last}" if others else last
        return f"{field} must be {expected}, not {_shown(found)}", "choose one of them"
    if kind == "string_pattern_mismatch":
        expected, hint = PATTERNS[context["pattern"]]
        return f"{field} must be {expected}, not {_shown(found)}", hint
    return _shape(kind, context, field, found)


def _shape(kind: str, context: Any, field: str, found: Any) -> tuple[str, str]:
    if kind == "too_short" and context["min_length"] > 1 and len(found):
        return f"{field} has {len(found)}, at least {context['min_length']}", "add one"
    if kind in ("string_too_short", "too_short"):
        return f"{field} is empty", "write it, or delete the key"
    if kind in ("string_too_long", "too_long"):
        limit = context["max_length"]
        return f"{field} has {len(found)} characters, at most {limit}", "say it shorter"
    if kind in ("tuple_type", "list_type"):
        return f"{field} must be a list, not {_shown(found)}", "write it as [a, b]"
    if kind == "string_type":
        return f"{field} must be text, not {_shown(found)}", "write one text"
    if kind in ("model_type", "dict_type", "mapping_type", "model_attributes_type"):
        return f"{field} must hold keys and values, not {_shown(found)}", "write key: value lines"
    if kind == "value_error":
        return f"{field} {context['error']}, not {_shown(found)}", "correct it"
    return f"{field} is wrong ({kind}), found {_shown(found)}", "see CONTRIBUTING.md"


def _shown(found: Any) -> str:
    if isinstance(found, dict):
        return "keys and values"
    return "a list" if isinstance(found, list) else quoted(found)
