"""The one canonical layout of the data file, so that people, diffs and tools can rely on it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalog.model import TOP_LEVEL
from macros.problems import Problem
from macros.source import Tree

# Phrases have a file of their own (asked/), and may stand here still; numbers a guide may lack.
OPTIONAL = ("synonyms", "parameters", "rules", "sections", "frameworks")


def problems(tree: Tree, file: str) -> list[Problem]:
    """Every place where the layout differs: order of the top level, id first, brackets."""
    return [*_top(tree, file), *_inside(tree, file)]


def _top(tree: Tree, file: str) -> Iterator[Problem]:
    order = [key for key, _, _ in tree.keys]
    for key in TOP_LEVEL:
        if key not in order and key not in OPTIONAL:
            yield Problem(file, 1, 1, f"layout: {key}: is not there", f"write {key}: [] if empty")
    known = [key for key in TOP_LEVEL if key in order]
    if [key for key in order if key in TOP_LEVEL] != known:
        hint = f"the order is {', '.join(TOP_LEVEL)}"
        yield Problem(file, 1, 1, "layout: the top-level keys are out of order", hint)


def _inside(tree: Tree, file: str) -> Iterator[Problem]:
    if isinstance(tree.value, dict):
        for number, (key, line, column) in enumerate(tree.keys):
            if key == "id" and number:
                yield Problem(file, line, column, "layout: id is not the first key", "move it up")
        yield from (p for child in tree.value.values() for p in _inside(child, file))
    elif isinstance(tree.value, tuple):
        words = all(isinstance(child.value, str) for child in tree.value)
        if tree.value and words != tree.flow:
            how = "in brackets" if words else "one entry a line"
            yield Problem(
                file, tree.line, tree.column, f"layout: this list is not {how}", f"write it {how}"
            )
        yield from (p for child in tree.value for p in _inside(child, file))
