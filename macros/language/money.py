"""The currency of a guide: where an edition has another than ours, our sentences name that one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros import source

CURRENCY, NAMES = "money.currency", "money.names"


def stated(files: Iterable[Path]) -> str:
    """The code that an edition states in its own words, the first of these that does; «» where none
    does. It is one for all of its languages."""
    for file in files:
        tree = source.read(file, file.name)[0] if file.exists() else None
        code = tree.child(CURRENCY) if tree is not None else None
        if code is not None and isinstance(code.value, str):
            return code.value
    return ""


def paid(code: str, ours: Mapping[str, object]) -> Mapping[str, object]:
    """Our words by key, with the code of another currency, if any, where ours is named."""
    known = ours.get(CURRENCY)
    if not code or known in (None, code):
        return ours
    names = (*str(ours[NAMES]).split(" | "), str(known))
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")

    def said(value: object) -> object:
        if isinstance(value, Mapping):
            return {form: said(text) for form, text in value.items()}
        return named.sub(code, str(value))

    return {key: said(value) for key, value in ours.items()}
