"""The vocabulary: what a catalog, a checklist, an item, a term and a fact are. Frozen types.

English keys, Norwegian values. Facets (phase, role, topic …) are declared in the data, so an
item or a list carries them in `facets` here although they are ordinary keys in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag
from pydantic import StringConstraints as Text

Kind = Literal["task", "question", "requirement", "pitfall"]
Priority = Literal["must", "should", "could"]
FactStatus = Literal["confirmed", "older-source", "open"]
KINDS: tuple[str, ...] = get_args(Kind)
PRIORITIES: tuple[str, ...] = get_args(Priority)
STATUSES: tuple[str, ...] = get_args(FactStatus)

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CODE_PATTERN = r"^[A-Z]{2,3}-\d{1,2}$"


def _day(value: object) -> date:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError("must be a date, YYYY-MM-DD")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError("must be a date that exists") from None


Id = Annotated[str, Text(pattern=ID_PATTERN, max_length=64)]
Code = Annotated[str, Text(pattern=CODE_PATTERN)]
Line = Annotated[str, Text(strip_whitespace=True, min_length=1, max_length=1000)]
Prose = Annotated[str, Text(strip_whitespace=True, min_length=1, max_length=4000)]
Version = Annotated[str, Text(pattern=r"^\d{4}\.\d{1,3}$")]
OptionalVersion = Annotated[str, Text(pattern=r"^(\d{4}\.\d{1,3})?$")]
Day = Annotated[date, BeforeValidator(_day)]
FacetIds = Mapping[str, tuple[Id, ...]]


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FacetValue(Frozen):
    """One value of a facet. `title` is shown; the order in the file is the order shown."""

    id: Id
    title: Line
    text: str = ""
    page: Annotated[str, Text(pattern=r"^(/([a-z0-9-]+/)+)?$")] = ""


class Updated(Frozen):
    """What has changed in law or practice since the 2010 guide, told to the reader."""

    date: Day
    note: Prose


class Item(Frozen):
    """One thing that a person can do or decide and then tick.

    `code` is filled in by `load` from the item's place (FU-1.03, FU-1.03a); never in the file.
    """

    id: Id
    text: Line
    help: str = Field("", max_length=4000)
    kind: Kind
    requirement: str = Field("", max_length=1000)
    priority: Priority
    facets: FacetIds = Field(default_factory=dict)
    source: Annotated[tuple[Line, ...], Field(min_length=1)]
    since: OptionalVersion = ""
    updated: Updated | None = None
    facts: tuple[Annotated[str, Text(pattern=r"^[A-Z]\d{2,3}$")], ...] = ()
    status: Literal["open", ""] = ""
    code: str = Field("", exclude=True)

    @property
    def is_new(self) -> bool:
        """New since the 2010 guide."""
        return self.source == ("new",)


class Group(Frozen):
    """A parent: a heading without a box over its children (one level)."""

    id: Id
    text: Line
    items: Annotated[tuple[Item, ...], Field(min_length=1)]
    code: str = Field("", exclude=True)


class Borrowed(Frozen):
    """An item of another list, shown here too: same tick, counts in both lists."""

    see: Id


def _entry(value: object) -> str:
    keys = value if isinstance(value, dict) else {}
    return "see" if "see" in keys else "group" if "items" in keys else "item"


Entry = Annotated[
    Annotated[Item, Tag("item")] | Annotated[Group, Tag("group")] | Annotated[Borrowed, Tag("see")],
    Discriminator(_entry),
]


class Checklist(Frozen):
    id: Id
    code: Code
    title: Line
    intro: Prose
    facets: FacetIds = Field(default_factory=dict)
    items: Annotated[tuple[Entry, ...], Field(min_length=1)]

    def own(self) -> Iterator[Item]:
        """Its own items in reading order, children included, headings and borrowed left out."""
        for entry in self.items:
            if isinstance(entry, Group):
                yield from entry.items
            elif isinstance(entry, Item):
                yield entry


class Source(Frozen):
    """A copy that was read. `copy_dated` is the date the copy itself bears, or `ukjent`."""

    title: Line
    url: Annotated[str, Text(pattern=r"^https?://[^\s<>\"]+$")]
    copy_dated: Annotated[str, Text(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?|ukjent)$")]
    read: Day


class Fact(Frozen):
    """A statement of law or practice that items and pages rest on, with where it was read."""

    id: Annotated[str, Text(pattern=r"^[A-Z]\d{2,3}$")]
    text: Prose
    since_2010: Prose
    sources: tuple[Source, ...] = ()
    status: FactStatus


class Term(Frozen):
    id: Id
    term: Line
    also: tuple[Line, ...] = ()
    text: Prose
    source: tuple[Line, ...] = ()


class Retired(Frozen):
    """An id that was released and is no more; its anchor stays and says where it went."""

    id: Id
    since: Version
    replaced_by: str = ""
    why: Prose


class Row(Frozen):
    """A step of a funnel or a timeline, or a row of a matrix with one cell a column."""

    title: Line
    text: str = ""
    cells: tuple[Line, ...] = ()


class Figure(Frozen):
    """Something to look at rather than read: steps that narrow, steps in time, or a table."""

    id: Id
    kind: Literal["funnel", "timeline", "matrix"]
    title: Line
    text: Prose
    columns: tuple[Line, ...] = ()
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]


class Catalog(Frozen):
    version: Version
    released: Day
    language: Annotated[str, Text(pattern=r"^[a-z]{2}$")]
    title: Line
    facets: Mapping[Id, tuple[FacetValue, ...]]
    checklists: Annotated[tuple[Checklist, ...], Field(min_length=1)]
    facts: tuple[Fact, ...] = ()
    terms: tuple[Term, ...] = ()
    figures: tuple[Figure, ...] = ()
    retired: tuple[Retired, ...] = ()

    def items(self) -> Iterator[tuple[Checklist, Item]]:
        """Every item once, with the list that owns it, in reading order."""
        for checklist in self.checklists:
            for item in checklist.own():
                yield checklist, item

    @cached_property
    def by_id(self) -> dict[str, tuple[Checklist, Item]]:
        """Item id to (owning list, item)."""
        return {item.id: (checklist, item) for checklist, item in self.items()}

    def facet_title(self, facet: str, value: str) -> str:
        """The word a reader sees for a facet's value."""
        return next((v.title for v in self.facets.get(facet, ()) if v.id == value), value)


TOP_LEVEL = tuple(Catalog.model_fields)


def schema(facets: Mapping[str, tuple[FacetValue, ...]]) -> dict[str, Any]:
    """JSON Schema of the data file, with the declared facets as ordinary keys (editors use it)."""
    made = Catalog.model_json_schema()
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    keys = {
        facet: {"type": "array", "uniqueItems": True, "items": {"enum": [v.id for v in values]}}
        for facet, values in facets.items()
    }
    for name in ("Item", "Checklist"):
        properties = made["$defs"][name]["properties"]
        properties.pop("facets")
        properties.pop("code", None) if name == "Item" else None
        properties.update(keys)
    made["$defs"]["Group"]["properties"].pop("code")
    entries = made["$defs"]["Checklist"]["properties"]["items"]
    entries["items"] = {"anyOf": entries["items"].pop("oneOf")}
    return made
