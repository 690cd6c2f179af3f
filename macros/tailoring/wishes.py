"""What a fork may wish, as types: hide, change, add and order, by whom and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic import StringConstraints as Text

from macros.catalog.fields import Frozen, Id, Line, Synonyms, Version, fixed
from macros.catalog.item import Item
from macros.catalog.model import Checklist, FacetValue
from macros.catalog.schema import schema

# What a fork may not change, of whatever it changes; the items of a list have verbs of their own.
FIXED = fixed(Item) | fixed(Checklist) | {"items"}


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
    fields = {k: v for k, v in ours["Item"]["properties"].items() if k not in FIXED}
    made["$defs"]["Change"]["properties"] |= fields | {"title": {"type": "string"}}
    made["$defs"]["Change"]["additionalProperties"] = True
    add = made["$defs"]["Add"]["properties"]
    add["item"] = {"anyOf": [{"$ref": "#/$defs/Item"}, {"$ref": "#/$defs/Borrowed"}]}
    add["list"] = {"$ref": "#/$defs/Checklist"}
    add["value"] = {"$ref": "#/$defs/FacetValue"}
    made["$defs"] = {**ours, **made["$defs"]}
    return made
