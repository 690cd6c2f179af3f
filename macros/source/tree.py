"""A tree of YAML with places, made of the parser's events as they come.

The parser's own nodes are a tree too, and took half of the memory that loading 10,000 items did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from macros.problems import Problem, quoted

MAX_DEPTH = 20
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# No types are guessed: a tag is told only where one is written.
TEXT = "tag:yaml.org,2002:str"
TAGS = {
    yaml.SequenceStartEvent: "tag:yaml.org,2002:seq",
    yaml.MappingStartEvent: "tag:yaml.org,2002:map",
}
# Control characters, what turns text round, and what is no character at all.
BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
Events = Iterator[Any]


@dataclass(frozen=True, slots=True)
class Tree:
    """A YAML node: text, a list, or a mapping, with its file and place (counted from 1)."""

    value: Any  # str | tuple[Tree, ...] | dict[str, Tree]
    line: int
    column: int
    flow: bool = False
    keys: tuple[tuple[str, int, int], ...] = ()
    file: str = ""

    def child(self, step: object) -> Tree | None:
        """The node one step down, or None."""
        if isinstance(self.value, dict):
            return self.value.get(step)
        if isinstance(self.value, tuple) and isinstance(step, int) and step < len(self.value):
            child: Tree = self.value[step]
            return child
        return None


class Shared(Exception):
    """An anchor or an alias stands in the file."""


def documents(text: str, name: str, problems: list[Problem]) -> Iterator[Tree]:
    """The tree of each document; `problems` gets what is wrong with it. Raises Shared."""
    events = _events(text)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            yield _tree(next(events), events, name, problems, 0)


def _events(text: str) -> Iterator[Any]:
    event: Any
    for event in yaml.parse(text, LOADER):
        if getattr(event, "anchor", None):
            raise Shared
        yield event


def _tree(event: Any, events: Events, name: str, problems: list[Problem], depth: int) -> Tree:
    """The node that begins with `event`; what follows it in `events` is read to its end."""
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    if depth > MAX_DEPTH:
        found = f"is nested more than {MAX_DEPTH} levels deep"
        problems.append(Problem(name, line, column, found, "flatten it"))
        _passed_over(event, events)
        return Tree("", line, column, file=name)
    tag = _tag(event)
    if not tag.startswith("tag:yaml.org,2002:") or "python/" in tag:
        found = f"tag {quoted(tag)} is not used"
        problems.append(Problem(name, line, column, found, "delete the tag"))
    if isinstance(event, yaml.ScalarEvent):
        # An escape («\\u202e») may stand for what may not stand there itself.
        if event.style == '"' and (bad := BAD.search(event.value)):
            found = f"character U+{ord(bad[0]):04X} is not allowed"
            problems.append(Problem(name, line, column, found, "delete its escape"))
        return Tree(event.value, line, column, file=name)
    if isinstance(event, yaml.SequenceStartEvent):
        parts = tuple(_tree(e, events, name, problems, depth + 1) for e in _inner(events))
        return Tree(parts, line, column, bool(event.flow_style), file=name)
    return _mapping(event, events, name, problems, depth)


def _mapping(start: Any, events: Events, name: str, problems: list[Problem], depth: int) -> Tree:
    entries: dict[str, Tree] = {}
    places: dict[str, tuple[int, int]] = {}
    for key in _inner(events):
        line, column = key.start_mark.line + 1, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarEvent):
            problems.append(Problem(name, line, column, "a key must be a word", "quote it"))
            _passed_over(key, events)
        elif key.value in places:
            first = places[key.value][0]
            found = f"key {quoted(key.value)} stands twice, first on line {first}"
            problems.append(Problem(name, line, column, found, "keep one of them"))
        else:
            places[key.value] = (line, column)
            entries[key.value] = _tree(next(events), events, name, problems, depth + 1)
            continue
        _passed_over(next(events), events)
    keys = tuple((k, *p) for k, p in places.items())
    mark = start.start_mark
    return Tree(entries, mark.line + 1, mark.column + 1, bool(start.flow_style), keys, name)


def _tag(event: Any) -> str:
    """The tag that is written, or that of text, a list or a mapping."""
    if event.tag and event.tag != "!":
        return str(event.tag)
    return TAGS.get(type(event), TEXT)


def _inner(events: Events) -> Iterator[Any]:
    """What each node below begins with, to the end of the one that they stand in."""
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            return
        yield event


def _passed_over(event: Any, events: Events) -> None:
    """Reads to the end of a node that nobody asks for."""
    depth = 0
    while True:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if not depth:
            return
        event = next(events)


def plain(tree: Tree) -> Any:
    """The tree as dicts, lists and strings."""
    if isinstance(tree.value, dict):
        return {k: plain(v) for k, v in tree.value.items()}
    if isinstance(tree.value, tuple):
        return [plain(v) for v in tree.value]
    return tree.value


def place(tree: Tree, steps: Sequence[object], on_key: bool = False) -> tuple[str, int, int]:
    """File, line and column of the node that `steps` lead to, or of the last that exists.

    With `on_key`, the place of the last step's key. Steps that lead nowhere are passed over.
    """
    here, at = tree, (tree.file, tree.line, tree.column)
    for step in steps:
        found = here.child(step)
        key = next(((n, c) for k, n, c in here.keys if k == step), None)
        if found is None:
            continue
        here, at = found, (found.file, *(key if on_key and key else (found.line, found.column)))
    return at
