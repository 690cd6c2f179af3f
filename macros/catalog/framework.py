"""Frameworks that others have made (laws, standards, advice), and how items refer to their points.

A reference is `<framework>/<point>`: «gdpr/28». Both must be declared under `frameworks:`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, get_args

from pydantic import Field
from pydantic import StringConstraints as Text

from macros.catalog.fields import Frozen, Id, Line, OptionalLine, Prose, Use
from macros.catalog.item import Item
from macros.catalog.reference import Source

FrameworkKind = Literal["law", "standard", "advice"]
KINDS: tuple[str, ...] = get_args(FrameworkKind)
NUMBER = "%"  # stands for a point's number
HOW = ("covers", "touches")  # an item's fields that refer to points, the stronger first


class Point(Frozen):
    """One thing that a framework asks for, by its own number and in our words."""

    id: Annotated[
        str, Text(pattern=r"^[A-Za-z0-9]+(\.[0-9]+)*$"), Use("its number there", fixed=True)
    ]
    title: Annotated[Line, Use("what it asks for, in our words", prose="words")]
    heading: Annotated[OptionalLine, Use("the part that begins with it", prose="words")] = ""


class Framework(Frozen):
    """A law, a standard or a body's advice, with the points that items may refer to."""

    id: Annotated[Id, Use("never changed, never reused", fixed=True)]
    kind: Annotated[FrameworkKind, Use("law, standard or advice")]
    title: Annotated[Line, Use("its name and edition", prose="words")]
    short: Annotated[Line, Use("what people call it", prose="words")]
    written: Annotated[
        Line, Use("how a reference to a point reads, with % for its number", prose="words")
    ]
    text: Annotated[Prose, Use("what it is, and which points are left out", prose="text")]
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    points: Annotated[tuple[Point, ...], Field(min_length=1)]

    def reference(self, point: str) -> str:
        """A reference as it is written to people: «GDPR art. 28»."""
        return self.written.replace(NUMBER, point)


def parts(reference: str) -> tuple[str, str]:
    """(framework, point) of a reference."""
    framework, _, point = reference.partition("/")
    return framework, point


def of_item(item: Item) -> tuple[str, ...]:
    """The frameworks that an item refers to, each once."""
    return tuple(dict.fromkeys(parts(one)[0] for one in (*item.covers, *item.touches)))


def said(references: Sequence[str], known: Mapping[str, Framework]) -> str:
    """References as one text: «GDPR art. 28; NSM 2.1»."""
    split = (parts(one) for one in references)
    return "; ".join(known[name].reference(point) for name, point in split if name in known)
