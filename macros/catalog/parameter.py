"""A number or a choice that several requirements share, and what must hold between two. Frozen
types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field
from pydantic import StringConstraints as Text

from macros.catalog.fields import Frozen, Id, Level, Line, Prose, Use
from macros.catalog.frame import FRAME

NUMBER = r"^(0|[1-9]\d{0,5})(\.\d{1,3})?$"
# Written without quotes they are numbers to an editor.
EITHER = Field(json_schema_extra={"type": ["string", "number"]})
Number = Annotated[str, Text(pattern=NUMBER), EITHER]
Minutes = Annotated[str, Text(pattern=r"^[1-9]\d{0,6}$"), EITHER]


class Parameter(Frozen):
    """A number with its unit. Texts name it in braces: «innen {rettetid}» is «innen 4 timer».

    `frame` is the field of a requirements document's frame that is about the same; `values` has one
    for each level; `minutes` is how many the unit holds, where it is a time. Where there are
    `choices`, the number is the place of the one that texts say, from 1: «målt fra {malepunkt}».
    """

    id: Annotated[Id, Use("what texts name in braces", fixed=True)]
    title: Annotated[Line, Use("what it is the number of", prose="words")]
    text: Annotated[Prose, Use("what it means or costs to ask for more", prose="text")]
    one: Annotated[Line, Use("the unit of one", prose="words")]
    many: Annotated[Line, Use("the unit of many", prose="words")]
    choices: Annotated[
        tuple[Line, ...], Use("what is chosen among, instead of a number", prose="words")
    ] = ()
    minutes: Minutes | None = None
    frame: Annotated[str, Text(pattern=f"^({'|'.join(FRAME)}|)$")] = ""
    least: Number
    most: Number
    values: Annotated[Mapping[Level, Number], Field(min_length=1)]


class Rule(Frozen):
    """`first` is never more than `then`, at any level; both are times, or of one unit."""

    first: Annotated[Id, Use("the parameter that is the smaller", fixed=True)]
    then: Annotated[Id, Use("the parameter that is the larger", fixed=True)]
    text: Annotated[Line, Use("what is wrong when it is not so", prose="words")]
