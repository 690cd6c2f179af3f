"""Something to look at rather than read: rows in words, and what drawing them takes besides."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from pydantic import StringConstraints as Text

from macros.catalog.fields import Frozen, Id, Line, OptionalLine, Prose, Use

# Written without quotes they are numbers to an editor.
EITHER = Field(json_schema_extra={"type": ["string", "integer"]})
WHOLE = r"^(0|[1-9]\d{0,6})$"
COLUMN = r"^[1-9]$"
Whole = Annotated[str, Text(pattern=WHOLE), EITHER]
Column = Annotated[str, Text(pattern=COLUMN), EITHER]


class Tell(Frozen):
    """An arrow of a clock: one lane does something, or tells another one."""

    by: Annotated[Id, Use("the lane that does it")]
    to: Annotated[Id | Literal[""], Use("the lane that is told; none where it acts alone")] = ""
    says: Annotated[Line, Use("what is done or told, in a few words", prose="words")]


class Row(Frozen):
    """A step of a funnel or a timeline, or a row of a matrix with one cell a column.

    A drawing asks for more: a clock for `tells`, a tree for the `node` that answers lead to, a flow
    for `node`, the nodes that it leads `to` and what lies `outside`, bars for `amounts`.
    """

    title: Annotated[Line, Use("the step", prose="words", numbers=True)]
    text: Annotated[str, Use("what happens in it", prose="words", numbers=True)] = ""
    cells: Annotated[tuple[Line, ...], Use("one a column", prose="words")] = ()
    node: Annotated[Id | Literal[""], Use("its name in a drawing")] = ""
    to: Annotated[tuple[Id, ...], Use("the nodes that it leads to, in a flow")] = ()
    side: Annotated[Literal["outside", ""], Use("outside where it lies beyond the border")] = ""
    tells: tuple[Tell, ...] = ()
    amounts: Annotated[tuple[Whole, ...], Use("one a column, of bars")] = ()


class Answer(Frozen):
    """An answer to a question of a tree, and the question or row that it leads to."""

    title: Annotated[Line, Use("the answer", prose="words")]
    to: Annotated[Id, Use("the node or row that it leads to")]


class Node(Frozen):
    """A lane of a clock, or a question of a tree with its answers."""

    id: Annotated[Id, Use("its name in the drawing", fixed=True)]
    title: Annotated[Line, Use("who it is, or what is asked", prose="words")]
    answers: tuple[Answer, ...] = ()


class Figure(Frozen):
    """Steps that narrow, steps in time, or a table; `drawing` says that it is drawn too, and how.
    The rows stand beside the drawing, for whoever cannot see it."""

    id: Annotated[Id, Use("never changed, never reused", fixed=True)]
    kind: Literal["funnel", "timeline", "matrix"]
    title: Annotated[Line, Use("what it shows", prose="words")]
    text: Annotated[Prose, Use("what it says, in words", prose="text")]
    drawing: Annotated[
        Literal["clock", "tree", "flow", "bars", ""], Use("how it is drawn, where it is")
    ] = ""
    nodes: tuple[Node, ...] = ()
    columns: Annotated[tuple[Line, ...], Use("heads of a table", prose="words")] = ()
    shows: Annotated[Column | Literal[""], Use("the column that a tree or a flow shows")] = ""
    border: Annotated[OptionalLine, Use("what a flow's border is called", prose="words")] = ""
    bars: Annotated[tuple[Column, ...], Use("the bar in which each column's amounts stand")] = ()
    unit: Annotated[OptionalLine, Use("what amounts are counted in", prose="words")] = ""
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]
