"""The worked example in the language of the pages: the guide's own requirements as its data say
them, the rest by what somebody has written for each of its texts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from macros.catalog.model import Catalog
from macros.text import plain

NAME = "assets/checklists/example.json"  # from the site's root


def translated(text: str, catalog: Catalog, words: Mapping[str, str]) -> str:
    """The example's file in the catalog's language. What `words` lack stays as it is written."""
    made: dict[str, Any] = _said(json.loads(text), words)
    topics = {value.id: value.title for value in catalog.facets.get("topic", ())}
    items = {item.id: (checklist, item) for checklist, item in catalog.items()}
    for asked in made["document"]["requirements"]:
        if asked["id"] in items:
            checklist, item = items[asked["id"]]
            topic = next(iter(item.facets.get("topic", ())), "")
            group = topics.get(topic, checklist.title)
            asked.update(text=plain(item.requirement), group=group)
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def texts(text: str, catalog: Catalog) -> Iterator[str]:
    """What the example says that no data say: the texts that need words in each language, and more
    that are none (ids, days)."""
    example = json.loads(text)
    known = {item.id for _, item in catalog.items()}
    asked = example["document"]["requirements"]
    example["document"]["requirements"] = [one for one in asked if one["id"] not in known]
    yield from _strings(example)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, str):
        inner = _inner(value)
        yield from _strings(inner) if inner is not None else (value,)


def _said(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _said(one, words) for key, one in value.items()}
    if isinstance(value, list):
        return [_said(one, words) for one in value]
    if not isinstance(value, str):
        return value
    inner = _inner(value)
    if inner is None:
        return words.get(value, value)
    return json.dumps(_said(inner, words), ensure_ascii=False)


def _inner(text: str) -> Any:
    """What is kept as a text that holds more: scores with their reasons."""
    return json.loads(text) if text.startswith(("{", "[", '"')) else None
