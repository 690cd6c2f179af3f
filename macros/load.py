"""The order of the steps from files to a Catalog, and the checks across the file.

Every step adds its problems; they come back together, sorted, or the Catalog does.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from macros import checks, source
from macros.messages import explain
from macros.model import TOP_LEVEL, Borrowed, Catalog, Checklist, Group, Item
from macros.problems import Faulty, Problem
from macros.source import Tree

DATA = "checklists.yml"
RELEASES = "releases"


@dataclass(frozen=True)
class Loaded:
    """A catalog and the tree it came from, for places."""

    catalog: Catalog
    tree: Tree


def load(root: Path) -> Catalog:
    """The catalog of the project in `root`. Raises Faulty with every problem found."""
    return load_with_places(root).catalog


def load_with_places(root: Path) -> Loaded:
    """As `load`, with the tree. Raises Faulty with every problem found."""
    tree, problems = source.read(root / DATA, DATA)
    if tree is None:
        raise Faulty(problems)
    catalog, more = _validated(tree)
    problems += more
    if catalog is not None:
        released = tuple(read_releases(root / RELEASES))
        problems += checks.problems(catalog, tree, DATA, released)
        catalog = with_codes(catalog)
    if problems or catalog is None:
        raise Faulty(problems)
    return Loaded(catalog, tree)


def read_releases(folder: Path) -> Iterator[dict[str, Any]]:
    """Each released version's file, oldest first."""
    for file in sorted(folder.glob("*.json"), key=lambda f: [int(p) for p in f.stem.split(".")]):
        yield json.loads(file.read_text(encoding="utf-8"))


def _validated(tree: Tree) -> tuple[Catalog | None, list[Problem]]:
    if not isinstance(tree.value, dict):
        found = "the file must hold keys such as version: and checklists:"
        return None, [Problem(DATA, tree.line, tree.column, found, "see CONTRIBUTING.md")]
    declared = tree.value.get("facets")
    facets = tuple(declared.value) if declared and isinstance(declared.value, dict) else ()
    data = _gather_facets(source.plain(tree), facets)
    try:
        return Catalog.model_validate(data), []
    except ValidationError as error:
        made = [_problem(e, tree, facets) for e in error.errors(include_url=False)]
        return None, list(dict.fromkeys(made))


def _gather_facets(data: dict[str, Any], facets: tuple[str, ...]) -> dict[str, Any]:
    """Moves each declared facet's key of a list or an item into its `facets`."""

    def moved(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        kept = {k: v for k, v in value.items() if k not in facets}
        found = {k: v for k, v in value.items() if k in facets}
        if found:
            kept["facets"] = found
        if isinstance(kept.get("items"), list):
            kept["items"] = [moved(v) for v in kept["items"]]
        return kept

    lists = data.get("checklists")
    return data | {"checklists": [moved(c) for c in lists]} if isinstance(lists, list) else data


def _problem(error: Any, tree: Tree, facets: tuple[str, ...]) -> Problem:
    steps = list(error["loc"])
    on_key = error["type"] == "extra_forbidden"
    line, column = source.place(tree, steps, on_key)
    field, (message, hint) = str(steps[-1] if steps else ""), explain(error)
    if on_key:
        known = _fields_at(steps, facets)
        near = difflib.get_close_matches(field, known, 1, 0.5)
        hint = f"did you mean {near[0]}?" if near else f"known here: {', '.join(known)}"
    return Problem(DATA, line, column, message, hint, _owner(tree, steps))


def _fields_at(steps: list[Any], facets: tuple[str, ...]) -> tuple[str, ...]:
    """The fields known where an unknown one was found, for the hint."""
    if len(steps) < 2:
        return TOP_LEVEL
    kinds: dict[str, type[BaseModel]] = {"see": Borrowed, "item": Item, "group": Group}
    for step in reversed(steps):
        if step in kinds:
            fields = (f for f in kinds[step].model_fields if f not in ("code", "facets"))
            return (*fields, *(facets if step == "item" else ()))
    if steps[0] == "checklists":
        return (*(f for f in Checklist.model_fields if f != "facets"), *facets)
    model: Any = Catalog.model_fields[str(steps[0])].annotation
    return tuple(model.__args__[0].model_fields) if hasattr(model, "__args__") else TOP_LEVEL


def _owner(tree: Tree, steps: list[Any]) -> str:
    """The id of the innermost thing with an id round a fault."""
    here, found = tree, ""
    for step in steps:
        step_down = here.child(step)
        if step_down is None:
            continue
        here = step_down
        own = here.child("id") or here.child("see")
        if own is not None and isinstance(own.value, str):
            found = own.value
    return found


def with_codes(catalog: Catalog) -> Catalog:
    """The catalog with every item's and heading's code from its place in its list."""
    return catalog.model_copy(
        update={
            "checklists": tuple(
                c.model_copy(update={"items": tuple(_coded(c))}) for c in catalog.checklists
            )
        }
    )


def _coded(checklist: Checklist) -> Iterator[Item | Group | Borrowed]:
    number = 0
    for entry in checklist.items:
        if isinstance(entry, Borrowed):
            yield entry
            continue
        number += 1
        code = f"{checklist.code}.{number:02d}"
        update: Mapping[str, Any] = {"code": code}
        if isinstance(entry, Group):
            children = (
                c.model_copy(update={"code": code + chr(ord("a") + n)})
                for n, c in enumerate(entry.items)
            )
            update = {"code": code, "items": tuple(children)}
        yield entry.model_copy(update=update)
