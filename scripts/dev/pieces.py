"""Reads a YAML file again in pieces: what has not changed since last time is not parsed again.

A piece is a key of the file, or an entry of the list that such a key holds. Each is parsed by what
parses the whole; where anything is unusual in one (a fault, a key that stands twice, another
layout) the whole file is parsed, so that what is told is what a build tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.problems import Problem
    from macros.source import Tree

    Read = tuple[Tree | None, list[Problem]]

BREAKS = re.compile("[\r\x85\u2028\u2029]")  # what YAML takes for line breaks besides \n
KEY = re.compile(r"[\w$][\w$-]*:(?=\s|$)")
BARE = re.compile(r"[\w$][\w$-]*:\s*(#.*)?$")
NOTHING = re.compile(r"\s*(#.*)?$")
ENTRY = "  - "
OVER = "x:\n"  # over an entry, so that it stands as deep and as far in as in its file


class Whole(Exception):
    """The file cannot be read in pieces."""


@dataclass
class Pieces:
    """What `parse` gave of each file, by its name, and of its pieces, by what stands in them with
    the line on which they began."""

    parse: Callable[[str, str], Read]
    _files: dict[str, tuple[str, Read]] = field(default_factory=dict)
    _kept: dict[str, dict[str, tuple[int, Tree]]] = field(default_factory=dict)

    def read(self, text: str, name: str) -> Read:
        """As `parse`. The tree is shared: nobody changes one."""
        before, read = self._files.get(name, (None, (None, [])))
        if before != text:
            read = self._read(text, name)
            self._files[name] = (text, read)
        return read[0], list(read[1])

    def _read(self, text: str, name: str) -> Read:
        old = self._kept.pop(name, {})
        new: dict[str, tuple[int, Tree]] = {}
        trees = []
        try:
            for line, piece in split(text):
                trees.append(self._piece(piece, line, name, old))
                new[piece] = (line, trees[-1])
            made = _joined(trees)
        except Whole:
            return self.parse(text, name)
        self._kept[name] = new
        return made, []

    def _piece(self, piece: str, line: int, name: str, old: dict[str, tuple[int, Tree]]) -> Tree:
        """The tree of a piece that begins on a line: a mapping of one key, or a list of one entry.
        Raises Whole."""
        at, tree = old.get(piece, (line, None))
        if tree is None:
            inner = piece.startswith(ENTRY)
            tree, problems = self.parse(OVER + piece if inner else piece, name)
            if problems or tree is None or not isinstance(tree.value, dict) or len(tree.value) > 1:
                raise Whole
            at, tree = (2, tree.value["x"]) if inner else (1, tree)
            if len(tree.value) != 1:
                raise Whole
        return moved(tree, line - at)


def split(text: str) -> Iterator[tuple[int, str]]:
    """The pieces of a file, each with the line on which it begins. Raises Whole."""
    if BREAKS.search(text):
        raise Whole
    lines = text.split("\n")
    start, empty, entries = 0, True, False
    for number, line in enumerate(lines):
        inner = _is_inner(line)
        if not inner and NOTHING.match(line):
            continue
        key = not inner and KEY.match(line) is not None
        if not (key or line.startswith((" ", "- "))):
            raise Whole
        if (key or (entries and line.startswith(ENTRY))) and not empty:
            yield start + 1, "\n".join(lines[start:number]) + "\n"
            start = number
        if key:  # its entries may begin on the next line
            entries = BARE.match(line) is not None
        elif not lines[start].startswith(ENTRY):
            entries = False
        empty = False
    yield start + 1, "\n".join(lines[start:])


def _is_inner(line: str) -> bool:
    """Whether it stands too far in to begin anything: nine lines of ten, for which no pattern is
    asked."""
    first = line.lstrip(" ")[:1]
    return line.startswith("    ") and bool(first) and first != "#" and not first.isspace()


def _joined(trees: list[Tree]) -> Tree:
    """The tree of a file, of its pieces in order. Raises Whole."""
    values: dict[str, Tree] = {}
    entries: list[Tree] = []
    for tree in reversed(trees):
        if isinstance(tree.value, tuple):
            entries.append(tree)
            continue
        ((key, value),) = tree.value.items()
        if key in values:
            raise Whole
        values[key] = _holding(entries[::-1]) if entries else value
        entries = []
    if entries:
        raise Whole
    places = tuple(place for tree in trees for place in tree.keys)
    first = trees[0]
    value = {key: values[key] for key, _, _ in places}
    return type(first)(value, first.line, first.column, False, places, first.file)


def _holding(lists: list[Tree]) -> Tree:
    """One list of all that these have."""
    first = lists[0]
    value = tuple(one for each in lists for one in each.value)
    return type(first)(value, first.line, first.column, False, (), first.file)


def moved(tree: Tree, lines: int) -> Tree:
    """The tree as it is so many lines further down in its file."""
    if not lines:
        return tree
    value = tree.value
    if isinstance(value, dict):
        value = {key: moved(one, lines) for key, one in value.items()}
    elif isinstance(value, tuple):
        value = tuple(moved(one, lines) for one in value)
    keys = tuple((key, line + lines, column) for key, line, column in tree.keys)
    return type(tree)(value, tree.line + lines, tree.column, tree.flow, keys, tree.file)
