"""What a check is given: the catalog, every place in the file, and where to put what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from macros import source
from macros.catalog.fields import Said, Steps, said, written
from macros.catalog.item import Borrowed, Group, Item
from macros.catalog.model import Catalog, Checklist
from macros.problems import Problem
from macros.source import Tree


@dataclass(frozen=True)
class Scene:
    """What every check needs: the catalog, the places, and where to put what it finds."""

    catalog: Catalog
    tree: Tree
    released: Sequence[dict[str, Any]]
    found: list[Problem] = field(default_factory=list)

    @cached_property
    def words(self) -> list[Said]:
        """All that is said in words, where it stands."""
        return [one for one in said(self.catalog, written) if isinstance(one.value, str)]

    @cached_property
    def cures(self) -> Mapping[str, str]:
        """What to write for each retired id that something still names."""
        gone = {r.id: self.catalog.successor(r.id) for r in self.catalog.retired}
        return {old: f"write {new}" if new != old else "delete it" for old, new in gone.items()}

    def add(self, steps: Steps, message: str, hint: str, item: str = "") -> None:
        self.found.append(Problem(*source.place(self.tree, steps), message, hint, item))


def places(catalog: Catalog) -> Iterator[tuple[Steps, Checklist, Item | Group | Borrowed]]:
    """Every entry, children included, with the steps that lead to it in the file."""
    for n, checklist in enumerate(catalog.checklists):
        for m, entry in enumerate(checklist.items):
            steps: Steps = ("checklists", n, "items", m)
            yield steps, checklist, entry
            if isinstance(entry, Group):
                for k, child in enumerate(entry.items):
                    yield (*steps, "items", k), checklist, child


def named(catalog: Catalog) -> Iterator[tuple[Steps, str]]:
    """Everything with an id, with the steps to it."""
    for n, checklist in enumerate(catalog.checklists):
        yield ("checklists", n, "id"), checklist.id
    for steps, _, entry in places(catalog):
        if not isinstance(entry, Borrowed):
            yield (*steps, "id"), entry.id
    kinds = ("facts", "terms", "figures", "profile", "parameters", "sections", "frameworks")
    for key in (*kinds, "retired"):
        for n, thing in enumerate(getattr(catalog, key)):
            yield (key, n, "id"), thing.id
