"""What a fork may wish, as types: hide, change, add and order, by whom and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic import StringConstraints as Text

from macros.catalog.edition import Edition, OptionalUrl, Pages
from macros.catalog.fields import Frozen, Id, Line, Synonyms, Version, fixed
from macros.catalog.item import Item
from macros.catalog.model import Checklist, FacetValue
from macros.catalog.schema import schema

# What a fork may not change, of whatever it changes; the items of a list have verbs of their own.
FIXED = fixed(Item) | fixed(Checklist) | {"items"}
# What can be added beside items, lists and values of facets: the word for one, the file's key.
KINDS: Mapping[str, str] = {
    "term": "terms",
    "fact": "facts",
    "figure": "figures",
    "question": "profile",
    "parameter": "parameters",
    "framework": "frameworks",
}
ADDED = ("item", "list", "value", *KINDS)
AnyId = Annotated[str, Text(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]\d{2,3})$")]
Of = Annotated[str, Field(description="the facet, where a value of one is meant")]


class Hide(Frozen):
    """What this edition leaves out: an item, a heading with its items, a list, a term, a fact, a
    figure, a question, a parameter, a framework; with `of`, a value of a facet."""

    id: AnyId
    of: Of = ""
    why: Line


class Change(BaseModel):
    """New values for fields of whatever has an id; with `of`, of a facet's value."""

    model_config = ConfigDict(frozen=True, extra="allow")
    id: AnyId
    of: Of = ""
    why: Line


class Add(Frozen):
    """One new thing. `to` is the list or heading of an item, the facet of a value; `after` is what
    it stands behind, the end when empty. The thing itself is checked with the catalog."""

    to: str = ""
    after: str = ""
    item: Any = None
    list: Any = None
    value: Any = None
    term: Any = None
    fact: Any = None
    figure: Any = None
    question: Any = None
    parameter: Any = None
    framework: Any = None
    why: str = ""

    @property
    def given(self) -> tuple[str, ...]:
        """What it adds, by its word: one, when all is well."""
        return tuple(name for name in ADDED if getattr(self, name) is not None)


class Order(Frozen):
    """The entries of a list that come first, in this order; the others follow as they were."""

    list: Id
    ids: Annotated[tuple[Id, ...], Field(min_length=1)]
    why: Line


class Tailoring(Frozen):
    """A fork's own file: what it hides, changes, adds and orders, by whom and why.

    `prefix` begins every id that the fork adds, so that upstream can never come to use it.
    `edition` is what it says of itself, `source_url` where the guide that it rests on is published.
    `synonyms` are groups of words for the search, besides the guide's own.
    """

    based_on: Version
    by: Line
    prefix: Id
    title: str = ""
    edition: Edition = Edition()
    source_url: OptionalUrl = ""
    pages: Pages = Pages()
    synonyms: tuple[Synonyms, ...] = ()
    hide: tuple[Hide, ...] = ()
    change: tuple[Change, ...] = ()
    add: tuple[Add, ...] = ()
    order: tuple[Order, ...] = ()


VERBS: Mapping[str, type[BaseModel]] = {
    "hide": Hide, "change": Change, "add": Add, "order": Order, "edition": Edition, "pages": Pages,
}  # fmt: skip


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
    models = {"list": "Checklist", "value": "FacetValue"} | {name: name.title() for name in KINDS}
    add |= {name: {"$ref": f"#/$defs/{model}"} for name, model in models.items()}
    made["$defs"] = {**ours, **made["$defs"]}
    return made
