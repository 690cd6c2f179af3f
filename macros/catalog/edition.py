"""What an edition of one's own says of itself, and whose work it rests on. Frozen types.

What an edition has not stated is left out where it would stand; upstream's never takes its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import StringConstraints as Text

from macros.catalog.fields import Day, Frozen, OptionalLine

URL = r"^(https?://[^\s<>\"]+)?$"
CONTACT = r"^([^@\s<>\"]+@[^@\s<>\"]+|https?://[^\s<>\"]+)?$"
ORGNR = r"^(\d{3} ?\d{3} ?\d{3})?$"
LANGUAGE = r"^([a-z]{2})?$"
NUMBERED = r"^[\w.-]{0,20}$"
OptionalUrl = Annotated[str, Text(pattern=URL, max_length=300)]


class Edition(Frozen):
    """`version` and `released` are the edition's own; `contact` is an e-mail or an address."""

    name: OptionalLine = ""
    by: OptionalLine = ""
    contact: Annotated[str, Text(pattern=CONTACT, max_length=300)] = ""
    orgnr: Annotated[str, Text(pattern=ORGNR)] = ""
    url: OptionalUrl = ""
    language: Annotated[str, Text(pattern=LANGUAGE)] = ""
    version: Annotated[str, Text(pattern=NUMBERED)] = ""
    released: Day | None = None
    licence: OptionalLine = ""
    sector: OptionalLine = ""


class Pages(Frozen):
    """Pages by their path without ending: those that are left out, and those that come first among
    their neighbours in the menu."""

    hide: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


class Source(Frozen):
    """The guide that an edition rests on, for the attribution that its licence asks for."""

    title: str = ""
    version: str = ""
    url: str = ""


def stated(edition: Edition, source: Source) -> Mapping[str, str]:
    """What pages may ask for: every field as text, «» where nothing is stated, and whether it is an
    edition of its own at all."""
    fields = {name: getattr(edition, name) for name in Edition.model_fields}
    made = {
        name: value.isoformat() if isinstance(value, date) else str(value or "")
        for name, value in fields.items()
    }
    link = made["contact"]
    made["contact_link"] = f"mailto:{link}" if "@" in link and "://" not in link else link
    return made | {f"source_{name}": getattr(source, name) for name in Source.model_fields}
