"""Slices of a Catalog: which items, grouped under which list. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.catalog.framework import of_item
from macros.catalog.item import KINDS, PRIORITIES, Borrowed, Group, Item
from macros.catalog.model import Catalog, Checklist

MOST_ON_A_PAGE = 500  # items

Wanted = Mapping[str, Sequence[str]]
FIXED = {"kind": KINDS, "priority": PRIORITIES, "new": ("yes",)}


@dataclass(frozen=True)
class Shown:
    """An item where it is shown. `home` owns it; `borrowed` when another list shows it."""

    item: Item
    home: Checklist
    borrowed: bool = False
    group: Group | None = None


@dataclass(frozen=True)
class Section:
    """A list with the items of it that were asked for."""

    checklist: Checklist
    shown: tuple[Shown, ...]


def entries(catalog: Catalog, checklist: Checklist) -> Iterator[Shown]:
    """Everything a list shows, in its order: own items, children, and borrowed items."""
    known = catalog.by_id
    for entry in checklist.items:
        if isinstance(entry, Borrowed):
            home, item = known[entry.see]
            yield Shown(item, home, borrowed=True)
        elif isinstance(entry, Group):
            yield from (Shown(item, checklist, group=entry) for item in entry.items)
        else:
            yield Shown(entry, checklist)


def facet(shown: Shown, name: str) -> tuple[str, ...]:
    """An item's values of a facet: its own, or where it has none, its list's."""
    return shown.item.facets.get(name) or shown.home.facets.get(name, ())


def values(shown: Shown, name: str) -> tuple[str, ...]:
    """As `facet`, and for the filters that are no facets: kind, priority, new and framework."""
    if name == "kind":
        return (shown.item.kind,)
    if name == "priority":
        return (shown.item.priority,)
    if name == "new":
        return ("yes",) if shown.item.is_new else ()
    if name == "framework":
        return of_item(shown.item)
    return facet(shown, name)


def matches(shown: Shown, wanted: Wanted) -> bool:
    """True when the item has one of the wanted values for every filter."""
    return all(set(asked) & set(values(shown, name)) for name, asked in wanted.items())


def is_one_page(catalog: Catalog) -> bool:
    """True when every item can stand in the register: one page, also on a phone."""
    return sum(1 for _ in catalog.items()) <= MOST_ON_A_PAGE


def sections(
    catalog: Catalog, lists: Sequence[str] = (), wanted: Wanted | None = None
) -> tuple[Section, ...]:
    """The lists named (all when none is), each with its items that match; empty ones left out.

    Over all lists an item shows once, in the list that owns it.
    """
    made = []
    for checklist in catalog.checklists:
        if lists and checklist.id not in lists:
            continue
        shown = tuple(
            s
            for s in entries(catalog, checklist)
            if matches(s, wanted or {}) and (lists or not s.borrowed)
        )
        if shown:
            made.append(Section(checklist, shown))
    return tuple(made)


def by_first_phase(
    catalog: Catalog, name: str = "phase"
) -> tuple[tuple[str, tuple[Checklist, ...]], ...]:
    """(value, lists) for each value of a facet: the lists that begin with it; where none does,
    those that have it at all."""

    def lists(value: str) -> tuple[Checklist, ...]:
        first = tuple(c for c in catalog.checklists if c.facets.get(name, ("",))[0] == value)
        return first or tuple(c for c in catalog.checklists if value in c.facets.get(name, ()))

    values = (value.id for value in catalog.facets.get(name, ()))
    return tuple((value, found) for value in values if (found := lists(value)))
