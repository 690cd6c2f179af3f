"""From the tree of the data file to a Catalog, or every fault in its shape with its place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from macros import source
from macros.catalog.item import Borrowed, Group, Item
from macros.catalog.messages import explain
from macros.catalog.model import TOP_LEVEL, Catalog, Checklist
from macros.problems import Problem
from macros.source import Tree

# Filled in by us, never by a file: told there as any field that is not known.
OURS = {"": ("adapted", "changed_last"), "list": ("facets",), "entry": ("facets", "code", "of")}


def validated(tree: Tree) -> tuple[Catalog | None, list[Problem]]:
    """The catalog that a tree holds, None when its shape is wrong; and what is wrong with it."""
    if not isinstance(tree.value, dict):
        found = "the file must hold keys such as version: and checklists:"
        return None, [Problem(tree.file, tree.line, tree.column, found, "see CONTRIBUTING.md")]
    declared = tree.value.get("facets")
    facets = tuple(declared.value) if declared and isinstance(declared.value, dict) else ()
    strangers = list(_strangers(tree, facets))
    try:
        catalog = Catalog.model_validate(gather_facets(source.plain(tree), facets))
    except ValidationError as error:
        told = [e for e in error.errors(include_url=False) if not _counted_without(e)]
        made = [problem(e, tree, facets) for e in told]
        return None, list(dict.fromkeys([*strangers, *made]))
    return (None if strangers else catalog), strangers


def _counted_without(error: Any) -> bool:
    """True for a list that is too short only because what is wrong in it was not counted."""
    found, least = error.get("input"), error.get("ctx", {}).get("min_length", 0)
    return error["type"] == "too_short" and isinstance(found, list) and len(found) >= least


def _strangers(tree: Tree, facets: tuple[str, ...]) -> Iterator[Problem]:
    """Fields of ours that somebody has written: the model knows them, a file must not."""
    lists = tree.child("checklists")
    yield from _written(tree, "", facets)
    for checklist in lists.value if lists and isinstance(lists.value, tuple) else ():
        yield from _written(checklist, "list", facets)
        entries = checklist.child("items")
        for entry in entries.value if entries and isinstance(entries.value, tuple) else ():
            yield from _written(entry, "entry", facets)
            inner = entry.child("items")
            for child in inner.value if inner and isinstance(inner.value, tuple) else ():
                yield from _written(child, "entry", facets)


def _written(thing: Tree, kind: str, facets: tuple[str, ...]) -> Iterator[Problem]:
    own = thing.child("id")
    name = own.value if own is not None and isinstance(own.value, str) else ""
    for key, line, column in thing.keys:
        if key in OURS[kind]:
            hint = "delete it"
            if key == "facets":
                hint = f"write each facet as a key of its own: {', '.join(facets)}"
            file = thing.value[key].file
            yield Problem(file, line, column, f'unknown field "{key}"', hint, name)


def gather_facets(data: dict[str, Any], facets: tuple[str, ...]) -> dict[str, Any]:
    """Moves each declared facet's key of a list or an item into its `facets`. What a file says of
    itself (`$schema` and the like) is left out."""

    def moved(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        kept = {k: v for k, v in value.items() if k not in (*facets, "facets")}
        found = {k: v for k, v in value.items() if k in facets}
        if found:
            kept["facets"] = found
        if isinstance(kept.get("items"), list):
            kept["items"] = [moved(v) for v in kept["items"]]
        return kept

    data = {key: value for key, value in data.items() if not key.startswith("$")}
    lists = data.get("checklists")
    return data | {"checklists": [moved(c) for c in lists]} if isinstance(lists, list) else data


def problem(error: Any, tree: Tree, facets: tuple[str, ...]) -> Problem:
    """One of pydantic's errors with its place, and what is known there."""
    steps = list(error["loc"])
    on_key = error["type"] == "extra_forbidden"
    at = source.place(tree, steps, on_key)
    field, (message, hint) = str(steps[-1] if steps else ""), explain(error)
    if on_key:
        known = _fields_at(steps, facets)
        close = difflib.get_close_matches(field, known, 1, 0.5)
        hint = f"did you mean {close[0]}?" if close else f"known here: {', '.join(known)}"
    return Problem(*at, message, hint, owner(tree, steps))


def _fields_at(steps: list[Any], facets: tuple[str, ...]) -> tuple[str, ...]:
    """The fields known where an unknown one was found, for the hint."""
    if len(steps) < 2:
        return TOP_LEVEL
    kinds: dict[str, type[BaseModel]] = {"see": Borrowed, "item": Item, "group": Group}
    for step in reversed(steps):
        if step in kinds:
            fields = (f for f in kinds[step].model_fields if f not in OURS["entry"])
            return (*fields, *(facets if step == "item" else ()))
    if steps[0] == "checklists":
        return (*(f for f in Checklist.model_fields if f != "facets"), *facets)
    model: Any = Catalog.model_fields[str(steps[0])].annotation
    # A list holds its model first, a mapping's values are such lists.
    while model is not None and not hasattr(model, "model_fields"):
        inner = [a for a in getattr(model, "__args__", ()) if a is not Ellipsis]
        model = next((a for a in reversed(inner) if a is not str), None)
    return tuple(model.model_fields) if model is not None else TOP_LEVEL


def owner(tree: Tree, steps: list[Any]) -> str:
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
