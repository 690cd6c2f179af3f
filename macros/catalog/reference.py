"""What items rest on and refer to: facts, terms, questions, what a fork has done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field
from pydantic import StringConstraints as Text

from macros.catalog.edition import Edition, Pages
from macros.catalog.edition import Source as Origin
from macros.catalog.fields import (
    Day,
    FactId,
    Frozen,
    Id,
    Level,
    Line,
    OptionalLine,
    Prose,
    Use,
    Version,
)

FactStatus = Literal["confirmed", "older-source", "open"]
STATUSES: tuple[str, ...] = get_args(FactStatus)


class Source(Frozen):
    """A copy that was read. `copy_dated` is the date the copy itself bears, or `ukjent`."""

    title: Annotated[Line, Use("the source's own title", prose="words", named=True)]
    url: Annotated[str, Text(pattern=r"^https?://[^\s<>\"]+$")]
    copy_dated: Annotated[str, Text(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?|ukjent)$")]
    read: Day


class Fact(Frozen):
    """A statement of law or practice that items and pages rest on, with where it was read."""

    id: Annotated[FactId, Use("a capital and figures", fixed=True)]
    text: Annotated[Prose, Use("what holds now", prose="text")]
    since_2010: Annotated[Prose, Use("what has changed since 2010", prose="text")]
    sources: tuple[Source, ...] = ()
    status: FactStatus


class Term(Frozen):
    """A word explained. `also` are other names, shown; `asked` are more of them, for the search."""

    id: Annotated[Id, Use("never changed, never reused", fixed=True)]
    term: Annotated[Line, Use("the word", prose="words", search=5)]
    also: Annotated[
        tuple[Line, ...], Use("other names, shown", prose="words", search=4.5, named=True)
    ] = ()
    asked: Annotated[
        tuple[Line, ...], Use("more names, for the search: asked/<language>.yml", search=3)
    ] = ()
    text: Annotated[Prose, Use("what it means", prose="text", search=1)]
    source: tuple[Line, ...] = ()


class Section(Frozen):
    """A part of the 2010 guide, which references point into: `4.1-03` stands in `4.1`."""

    id: Annotated[str, Text(pattern=r"^(\d(\.\d)?|[A-Z])$"), Use("its number", fixed=True)]
    title: Annotated[Line, Use("its name", prose="words")]
    page: Annotated[
        str, Text(pattern=r"^[a-z-]+(/[a-z-]+)?$"), Use("the page that carries it: its file's name")
    ]
    now: Annotated[Line, Use("that page's title", prose="words")]
    text: Annotated[Prose, Use("what is otherwise now", prose="text")]


class Option(Frozen):
    """An answer that can be chosen."""

    id: Annotated[Id, Use("the answer's own name", fixed=True)]
    title: Annotated[Line, Use("the answer", prose="words")]
    short: Annotated[OptionalLine, Use("a word or two for it, in a summary", prose="words")] = ""
    level: Annotated[Level, Use("the level that it asks for; the highest wins")] = ""


class Question(Frozen):
    """One of the few questions that tell which items do not concern the reader."""

    id: Annotated[Id, Use("the question's own name", fixed=True)]
    question: Annotated[Line, Use("what is asked", prose="words")]
    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    ask_at: Annotated[
        tuple[Id, ...], Use("lists where it is asked; at first where there are none")
    ] = ()


class Retired(Frozen):
    """An id that was released and is no more; its anchor stays and says where it went."""

    id: Annotated[Id, Use("the id that was released", fixed=True)]
    since: Version
    replaced_by: str = ""
    why: Annotated[Prose, Use("why it is gone", prose="text")]


class Deviation(Frozen):
    """One thing in which a fork's edition differs from the guide that it is based on.

    `title` and `code` are the target's own; `before` holds what changed fields said, `now` what
    they say; `kind` is the key of the data file or the facet that holds it, «» for lists, headings
    and items.
    """

    verb: Literal["hide", "change", "add", "order"]
    id: str
    title: str
    code: str = ""
    why: str = ""
    before: Mapping[str, str] = Field(default_factory=dict)
    now: Mapping[str, str] = Field(default_factory=dict)
    kind: str = ""


class Adapted(Frozen):
    """Who adapted this edition, from which version, and every deviation in the file's order.

    Of wishes whose target upstream has taken out or moved, as (verb, id, successor): `carried` are
    those that hold for the successor now, `orphans` those that have lost what they were about.
    """

    by: str
    based_on: str
    edition: Edition = Edition()
    source: Origin = Origin()
    pages: Pages = Pages()
    deviations: tuple[Deviation, ...] = ()
    orphans: tuple[tuple[str, str, str], ...] = ()
    carried: tuple[tuple[str, str, str], ...] = ()

    @property
    def left_out(self) -> frozenset[str]:
        """The ids of everything that the edition hides, whatever it is."""
        return frozenset(d.id for d in self.deviations if d.verb == "hide")
