"""Codes for paper (FU-1.03, FU-1.03a), from an item's place in upstream's list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.catalog.item import Borrowed, Group, Item
from macros.catalog.model import Catalog, Checklist


def with_codes(catalog: Catalog, known: Mapping[str, str] | None = None) -> Catalog:
    """The catalog with every item's and heading's code: the known one, else from its place."""
    lists = (
        c.model_copy(update={"items": tuple(_coded(c, known or {}))}) for c in catalog.checklists
    )
    return catalog.model_copy(update={"checklists": tuple(lists)})


def _coded(checklist: Checklist, known: Mapping[str, str]) -> Iterator[Item | Group | Borrowed]:
    number = 0
    for entry in checklist.items:
        if isinstance(entry, Borrowed):
            yield entry
            continue
        number += 1
        code = known.get(entry.id, f"{checklist.code}.{number:02d}")
        update: Mapping[str, Any] = {"code": code}
        if isinstance(entry, Group):
            children = (
                c.model_copy(update={"code": known.get(c.id, code + letters(n))})
                for n, c in enumerate(entry.items)
            )
            update = {"code": code, "items": tuple(children)}
        yield entry.model_copy(update=update)


def letters(number: int) -> str:
    """0 is a, 25 is z, 26 is aa: a heading may have more children than there are letters."""
    made = ""
    while number >= 0:
        made = chr(ord("a") + number % 26) + made
        number = number // 26 - 1
    return made


def of(catalog: Catalog) -> dict[str, str]:
    """Every item's and heading's code by its id."""
    made = {item.id: item.code for _, item in catalog.items()}
    headings = (e for c in catalog.checklists for e in c.items if isinstance(e, Group))
    return made | {heading.id: heading.code for heading in headings}
