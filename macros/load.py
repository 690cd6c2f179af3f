"""The order of the steps from files to a Catalog, and the checks across the file.

Every step adds its problems; they come back together, sorted, or the Catalog does.
"""

from __future__ import annotations

import difflib
import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from macros import source
from macros.catalog import checks
from macros.catalog.messages import explain
from macros.catalog.model import (
    TOP_LEVEL,
    Borrowed,
    Catalog,
    Checklist,
    Group,
    Item,
)
from macros.catalog.reference import Adapted
from macros.problems import Faulty, Problem, near
from macros.source import Tree
from macros.tailoring import apply as tailoring
from macros.tailoring.wishes import VERBS, Tailoring

DATA = "checklists.yml"
LOCAL_DATA = "local/checklists.yml"
TAILORING = "local/tailoring.yml"
RELEASES = "releases"


@dataclass(frozen=True)
class Loaded:
    """A catalog and the tree it came from, for places. `upstream` is it before tailoring."""

    catalog: Catalog
    tree: Tree
    upstream: Catalog


def data_file(root: Path) -> str:
    """Where the data stands: a fork on another subject has its own, which upstream never holds."""
    return LOCAL_DATA if (root / LOCAL_DATA).exists() else DATA


def releases_of(root: Path) -> Path:
    """The folder of release files, beside the data."""
    return (root / data_file(root)).parent / RELEASES


def load(root: Path) -> Catalog:
    """The catalog of the project in `root`, tailored. Raises Faulty with every problem found."""
    return load_with_places(root).catalog


def load_with_places(root: Path) -> Loaded:
    """As `load`, with the tree. Raises Faulty with every problem found."""
    with _uncollected():
        return _loaded(root)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's collector of cycles: a tree has none, and looking through 10,000 items for
    them again and again took half of the time to load them."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _loaded(root: Path) -> Loaded:
    name = data_file(root)
    tree, problems = source.read(root / name, name)
    if tree is None:
        raise Faulty(problems)
    released = tuple(read_releases(releases_of(root)))
    catalog = _checked(tree, problems, released)
    catalog = with_codes(catalog)
    loaded = Loaded(catalog, tree, catalog)
    return _tailored(root, loaded, released) if (root / TAILORING).exists() else loaded


def _checked(
    tree: Tree,
    problems: list[Problem],
    released: tuple[dict[str, Any], ...],
    adapted: Adapted | None = None,
) -> Catalog:
    """The catalog that a tree holds, when nothing is wrong with it or with what came before."""
    catalog, more = _validated(tree)
    problems = [*problems, *more]
    if catalog is not None:
        catalog = catalog.model_copy(update={"adapted": adapted})
        problems += checks.problems(catalog, tree, released)
    if problems or catalog is None:
        raise Faulty(problems)
    return catalog


def _tailored(root: Path, loaded: Loaded, released: tuple[dict[str, Any], ...]) -> Loaded:
    """The guide as the fork's tailoring file wants it."""
    own, problems = source.read(root / TAILORING, TAILORING)
    if own is None or problems:
        raise Faulty(problems)
    try:
        wishes = Tailoring.model_validate(source.plain(own))
    except ValidationError as error:
        raise Faulty(_wish_problem(e, own) for e in error.errors(include_url=False)) from None
    upstream = loaded.upstream
    known = [r["version"] for r in released]
    if wishes.based_on not in (*known, upstream.version):
        at = source.place(own, ("based_on",))
        hint = near(wishes.based_on, [*known, upstream.version])
        problems.append(Problem(*at, f"no version {wishes.based_on}", hint))
    codes = {item.id: item.code for _, item in upstream.items()} | {
        entry.id: entry.code for c in upstream.checklists for entry in c.items
        if isinstance(entry, Group)
    }  # fmt: skip
    gone = {gone.id: upstream.successor(gone.id) for gone in upstream.retired}
    gone = {name: after if after != name else "" for name, after in gone.items()}
    tree, adapted, codes, more = tailoring.apply(loaded.tree, wishes, own, gone, codes)
    catalog = _checked(tree, [*problems, *more], released, adapted)
    catalog = catalog.model_copy(update={"synonyms": (*catalog.synonyms, *wishes.synonyms)})
    return Loaded(with_codes(catalog, codes), tree, upstream)


def _wish_problem(error: Any, own: Tree) -> Problem:
    """A fault in the shape of the tailoring file, with the fields that are known there."""
    steps = list(error["loc"])
    on_key = error["type"] == "extra_forbidden"
    message, hint = explain(error)
    if on_key:
        model = VERBS.get(str(steps[0]), Tailoring) if len(steps) > 1 else Tailoring
        hint = near(str(steps[-1]), model.model_fields)
    return Problem(*source.place(own, steps, on_key), message, hint, _owner(own, steps))


def read_releases(folder: Path) -> Iterator[dict[str, Any]]:
    """Each released version's file, oldest first."""
    for file in sorted(folder.glob("*.json"), key=lambda f: [int(p) for p in f.stem.split(".")]):
        yield json.loads(file.read_text(encoding="utf-8"))


def _validated(tree: Tree) -> tuple[Catalog | None, list[Problem]]:
    if not isinstance(tree.value, dict):
        found = "the file must hold keys such as version: and checklists:"
        return None, [Problem(tree.file, tree.line, tree.column, found, "see CONTRIBUTING.md")]
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
    at = source.place(tree, steps, on_key)
    field, (message, hint) = str(steps[-1] if steps else ""), explain(error)
    if on_key:
        known = _fields_at(steps, facets)
        close = difflib.get_close_matches(field, known, 1, 0.5)
        hint = f"did you mean {close[0]}?" if close else f"known here: {', '.join(known)}"
    return Problem(*at, message, hint, _owner(tree, steps))


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
    # A list holds its model first, a mapping's values are such lists.
    while model is not None and not hasattr(model, "model_fields"):
        inner = [a for a in getattr(model, "__args__", ()) if a is not Ellipsis]
        model = next((a for a in reversed(inner) if a is not str), None)
    return tuple(model.model_fields) if model is not None else TOP_LEVEL


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
                c.model_copy(update={"code": known.get(c.id, code + chr(ord("a") + n))})
                for n, c in enumerate(entry.items)
            )
            update = {"code": code, "items": tuple(children)}
        yield entry.model_copy(update=update)
