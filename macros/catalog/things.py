"""What a guide says, but for its items, as plain words by kind, id and field: a release file keeps
it, so that a later version can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.catalog.item import Group
from macros.catalog.model import Catalog

Fields = dict[str, str]
# The key of the data file is the kind; a facet's values are of the kind «facets».
KINDS = ("terms", "facts", "figures", "parameters", "profile", "frameworks")
LEFT_OUT = ("id", "asked")
TITLES = ("title", "term", "question", "text")


def things(catalog: Catalog) -> dict[str, dict[str, Fields]]:
    """Kind to id to field to words: lists, headings, the facets' values, and what items rest on."""
    made: dict[str, dict[str, Fields]] = {
        "lists": {c.id: {"title": c.title, "intro": c.intro} for c in catalog.checklists},
        "headings": {
            entry.id: {"text": entry.text}
            for c in catalog.checklists for entry in c.items if isinstance(entry, Group)
        },
        "facets": {
            f"{facet}/{value.id}": {"title": value.title, "text": value.text}
            for facet, values in catalog.facets.items() for value in values
        },
    }  # fmt: skip
    for kind in KINDS:
        made[kind] = {
            thing.id: dict(_fields(thing.model_dump(mode="json")))
            for thing in getattr(catalog, kind)
        }
    return made


def _fields(dumped: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in dumped.items():
        if name not in LEFT_OUT and value:
            yield name, words(value)


def words(value: Any) -> str:
    """A value as one text, whatever it holds."""
    if isinstance(value, Mapping):
        return ", ".join(f"{k}: {words(v)}" for k, v in value.items() if v)
    if isinstance(value, (list, tuple)):
        return "; ".join(words(one) for one in value)
    return str(value)


def title(fields: Mapping[str, str], otherwise: str) -> str:
    """What a person calls it."""
    return next((fields[name] for name in TITLES if fields.get(name)), otherwise)
