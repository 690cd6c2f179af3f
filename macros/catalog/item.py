"""An item, a heading over items, and an item borrowed from another list. Frozen types.

Facets (phase, role, topic …) are declared in the data, so an item carries them in `facets` here
although they are ordinary keys in the file. What is done with a field stands beside it (`Use`).
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Discriminator, Field, Tag

from macros.catalog.fields import (
    Day,
    FacetIds,
    FactId,
    Frozen,
    Id,
    Level,
    Line,
    Minutes,
    OptionalLine,
    OptionalProse,
    OptionalVersion,
    Prose,
    Reference,
    Use,
)

Kind = Literal["task", "question", "requirement", "pitfall"]
Priority = Literal["must", "should", "could"]
KINDS: tuple[str, ...] = get_args(Kind)
PRIORITIES: tuple[str, ...] = get_args(Priority)
# What a reader has said of an item, as files have it: `none` is «» in the browser's own list.
ANSWERED = ("none", "doing", "done", "irrelevant")


class Updated(Frozen):
    """What has changed in law or practice since the 2010 guide, told to the reader."""

    date: Day
    note: Annotated[
        Prose, Use("what is new since 2010, and why", prose="text", file="note", search=0.6)
    ]


class Item(Frozen):
    """One thing that a person can do or decide and then tick.

    `code` is filled in by `load` from the item's place (FU-1.03, FU-1.03a); never in the file. `of`
    is the mark of the text that this one translates, in another language than the guide's own.
    """

    id: Annotated[Id, Use("never changed, never reused", fixed=True)]
    text: Annotated[
        Line,
        Use("one thing to do or decide", prose="line", file="text", search=4, told=True,
            browser=True),
    ]  # fmt: skip
    help: Annotated[
        OptionalProse,
        Use("why, how to check, what proof to ask for", prose="text", file="help", search=1,
            told=True, numbers=True),
    ] = ""  # fmt: skip
    kind: Annotated[
        Kind,
        Use("task, question, requirement or pitfall", file="kind", values="kind.", told=True,
            browser=True),
    ]  # fmt: skip
    requirement: Annotated[
        OptionalLine,
        Use("the sentence to the supplier, answered yes or no", prose="line", file="requirement",
            search=1, told=True, browser=True, numbers=True),
    ] = ""  # fmt: skip
    priority: Annotated[
        Priority,
        Use("must, should or could", file="priority", values="priority.", told=True, browser=True),
    ]
    level: Annotated[
        Level,
        Use("for whom at the least: 1 everyone, 2 usual, 3 full", file="level", values="level.",
            told=True, browser=True),
    ] = ""  # fmt: skip
    minutes: Annotated[
        Minutes,
        Use("how long it takes: 5, 15, 30, 60 or 120", file="minutes", told=True, browser=True),
    ] = ""  # fmt: skip
    after: Annotated[tuple[Id, ...], Use("ids of items that it waits for")] = ()
    facets: FacetIds = Field(default_factory=dict)
    source: Annotated[
        tuple[Line, ...],
        Field(min_length=1),
        Use("references of the 2010 guide, or [new]", fixed=True),
    ]
    since: Annotated[
        OptionalVersion, Use("of new items: the version they came with", fixed=True)
    ] = ""
    updated: Updated | None = None
    facts: tuple[FactId, ...] = ()
    covers: Annotated[
        tuple[Reference, ...],
        Use("points of frameworks that it meets, for what is handed over: gdpr/28", file="covers",
            told=True),
    ] = ()  # fmt: skip
    touches: Annotated[
        tuple[Reference, ...],
        Use("points of frameworks that it is a part of, or about", file="touches", told=True),
    ] = ()
    status: Annotated[Literal["open", ""], Use("open while something is not confirmed")] = ""
    not_relevant_when: FacetIds = Field(default_factory=dict)
    asked: Annotated[
        tuple[Line, ...], Use("what people type who look for it: asked/<language>.yml", search=1.5)
    ] = ()
    code: Annotated[str, Use(search=3, fixed=True)] = Field("", exclude=True)
    of: str = Field("", exclude=True)

    @property
    def is_new(self) -> bool:
        """New since the 2010 guide."""
        return self.source == ("new",)


class Group(Frozen):
    """A parent: a heading without a box over its children (one level)."""

    id: Annotated[Id, Use("never changed, never reused", fixed=True)]
    text: Annotated[Line, Use("the heading", prose="line")]
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
