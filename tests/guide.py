"""The guide that is tested, as a build reads it: read once a process."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from places import ROOT

from macros import load
from macros.catalog.item import Borrowed, Group
from macros.catalog.model import Checklist

CATALOG = load.load(ROOT)


def _telling() -> frozenset[str]:
    """The lists that between them have all that lists differ in: the longest and the shortest, most
    to read, one with headings, and one that borrows."""
    lists = CATALOG.checklists
    wanted: tuple[Callable[[Checklist], float], ...] = (
        lambda one: len(one.items),
        lambda one: -len(one.items),
        lambda one: sum(len(item.help) for item in one.own()),
        lambda one: any(isinstance(entry, Group) for entry in one.items),
        lambda one: any(isinstance(entry, Borrowed) for entry in one.items),
    )
    return frozenset(max(lists, key=rank).id for rank in wanted)


TELLING = _telling()


def each_list(lists: Iterable[Checklist] = CATALOG.checklists) -> list[object]:
    """Every list as a parameter; those that add nothing to `TELLING` run with --all."""
    return [
        pytest.param(one, id=one.id, marks=() if one.id in TELLING else (pytest.mark.slow,))
        for one in lists
    ]
