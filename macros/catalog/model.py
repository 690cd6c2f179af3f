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
Synonyms = Annotated[tuple[Line, ...], Field(min_length=2)]
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

    `asked` is what people type who look for it, in words that it does not use itself. `code` is
    filled in by `load` from the item's place (FU-1.03, FU-1.03a); never in the file.
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
    not_relevant_when: FacetIds = Field(default_factory=dict)
    asked: tuple[Line, ...] = ()
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
    asked: tuple[Line, ...] = ()
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
    """A word explained. `also` are other names, shown; `asked` are more of them, for the search."""

    id: Id
    term: Line
    also: tuple[Line, ...] = ()
    asked: tuple[Line, ...] = ()
    text: Prose
    source: tuple[Line, ...] = ()


class Option(Frozen):
    """An answer that can be chosen."""

    id: Id
    title: Line


class Question(Frozen):
    """One of the few questions that tell which items do not concern the reader."""

    id: Id
    question: Line
    options: Annotated[tuple[Option, ...], Field(min_length=2)]


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


class Deviation(Frozen):
    """One thing in which a fork's edition differs from the guide that it is based on.

    `title` and `code` are the target's own; `before` holds what changed fields said.
    """

    verb: Literal["hide", "change", "add", "order"]
    id: str
    title: str
    code: str = ""
    why: str = ""
    before: Mapping[str, str] = Field(default_factory=dict)


class Adapted(Frozen):
    """Who adapted this edition, from which version, and every deviation in the file's order.

    `orphans` are wishes whose target upstream has taken out or moved: (verb, id, what happened).
    """

    by: str
    based_on: str
    deviations: tuple[Deviation, ...] = ()
    orphans: tuple[tuple[str, str, str], ...] = ()


class Catalog(Frozen):
    version: Version
    released: Day
    language: Annotated[str, Text(pattern=r"^[a-z]{2}$")]
    title: Line
    facets: Mapping[Id, tuple[FacetValue, ...]]
    checklists: Annotated[tuple[Checklist, ...], Field(min_length=1)]
    facts: tuple[Fact, ...] = ()
    terms: tuple[Term, ...] = ()
    synonyms: tuple[Synonyms, ...] = ()
    figures: tuple[Figure, ...] = ()
    profile: tuple[Question, ...] = ()
    retired: tuple[Retired, ...] = ()
    adapted: Adapted | None = Field(None, exclude=True)

    @cached_property
    def hidden(self) -> dict[str, Deviation]:
        """Ids that this edition leaves out, with the reason."""
        found = self.adapted.deviations if self.adapted else ()
        return {d.id: d for d in found if d.verb == "hide"}

    @cached_property
    def deviations(self) -> dict[str, Deviation]:
        """What was changed or added, by id."""
        found = self.adapted.deviations if self.adapted else ()
        return {d.id: d for d in found if d.verb in ("change", "add")}

    def successor(self, name: str) -> str:
        """The id that took over from a retired one, over several steps; else the id itself."""
        for _ in range(len(self.retired)):
            if not self._replaced.get(name):
                break
            name = self._replaced[name]
        return name

    @cached_property
    def _replaced(self) -> dict[str, str]:
        return {gone.id: gone.replaced_by for gone in self.retired}

    @cached_property
    def took_over(self) -> dict[str, tuple[str, ...]]:
        """Id to the retired ids that lead to it: answers to them are answers to it."""
        made: dict[str, tuple[str, ...]] = {}
        for gone in self.retired:
            after = self.successor(gone.id)
            made[after] = (*made.get(after, ()), gone.id)
        return made

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


TOP_LEVEL = tuple(name for name in Catalog.model_fields if name != "adapted")


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
    made["properties"].pop("adapted")
    for name in ("Adapted", "Deviation"):
        made["$defs"].pop(name)
    entries = made["$defs"]["Checklist"]["properties"]["items"]
    entries["items"] = {"anyOf": entries["items"].pop("oneOf")}
    return made


class Hide(Frozen):
    """An item, a heading with its items, or a list that this edition leaves out."""

    id: Id
    why: Line


class Change(BaseModel):
    """New values for fields of a list, a heading, an item, a term or a fact."""

    model_config = ConfigDict(frozen=True, extra="allow")
    id: Annotated[str, Text(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]\d{2,3})$")]
    why: Line


class Add(Frozen):
    """One new item (or `see`), list, or facet value. `to` is a list, a heading or a facet; `after`
    is what it stands behind, the end when empty. The thing itself is checked with the catalog."""

    to: str = ""
    after: str = ""
    item: Any = None
    list: Any = None
    value: Any = None
    why: str = ""


class Order(Frozen):
    """The entries of a list that come first, in this order; the others follow as they were."""

    list: Id
    ids: Annotated[tuple[Id, ...], Field(min_length=1)]
    why: Line


class Tailoring(Frozen):
    """A fork's own file: what it hides, changes, adds and orders, by whom and why.

    `prefix` begins every id that the fork adds, so that upstream can never come to use it.
    `synonyms` are groups of words for the search, besides the guide's own.
    """

    based_on: Version
    by: Line
    prefix: Id
    title: str = ""
    synonyms: tuple[Synonyms, ...] = ()
    hide: tuple[Hide, ...] = ()
    change: tuple[Change, ...] = ()
    add: tuple[Add, ...] = ()
    order: tuple[Order, ...] = ()


VERBS: Mapping[str, type[BaseModel]] = {"hide": Hide, "change": Change, "add": Add, "order": Order}


def tailoring_schema(facets: Mapping[str, tuple[FacetValue, ...]]) -> dict[str, Any]:
    """JSON Schema of a fork's tailoring file, for editors."""
    made = Tailoring.model_json_schema()
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    ours = schema(facets)["$defs"]
    fields = {k: v for k, v in ours["Item"]["properties"].items() if k not in FIXED_FIELDS}
    made["$defs"]["Change"]["properties"] |= fields | {"title": {"type": "string"}}
    made["$defs"]["Change"]["additionalProperties"] = True
    add = made["$defs"]["Add"]["properties"]
    add["item"] = {"anyOf": [{"$ref": "#/$defs/Item"}, {"$ref": "#/$defs/Borrowed"}]}
    add["list"] = {"$ref": "#/$defs/Checklist"}
    add["value"] = {"$ref": "#/$defs/FacetValue"}
    made["$defs"] = {**ours, **made["$defs"]}
    return made


# What a fork may not change: it would be another thing, or lose where it came from.
FIXED_FIELDS = ("id", "code", "source", "since", "items")
