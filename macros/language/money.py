"""The currency of a guide: where an edition has another than ours, our sentences name that one."""

from __future__ import annotations

import re
from collections.abc import Mapping

CURRENCY, NAMES = "money.currency", "money.names"


def paid(own: Mapping[str, object], ours: Mapping[str, object]) -> Mapping[str, object]:
    """Our words by key, with the code of an edition's `own` currency where ours is named."""
    code, known = own.get(CURRENCY), ours.get(CURRENCY)
    if not isinstance(code, str) or known in (None, code):
        return ours
    names = (*str(ours[NAMES]).split(" | "), str(known))
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")

    def said(value: object) -> object:
        if isinstance(value, Mapping):
            return {form: said(text) for form, text in value.items()}
        return named.sub(code, str(value))

    return {key: said(value) for key, value in ours.items()}
