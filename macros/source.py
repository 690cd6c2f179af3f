"""YAML as text with places: knows syntax and positions, nothing of what the keys mean.

Scalars stay strings, so that `no`, `1.10` and `2024-01-01` never turn into something else
(a safe loader does that). The C parser is used where PyYAML has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.problems import Problem, quoted

MAX_BYTES = 64 * 1024 * 1024
MAX_LINE = 100_000
MAX_DEPTH = 20
DEEPEST = 200  # what a composer that calls itself can follow for certain
READER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NESTED = re.compile(rf"(?:[\[{{][^\[\]{{}}]*){{{DEEPEST}}}")
TAGS = {yaml.SequenceNode: "tag:yaml.org,2002:seq", yaml.MappingNode: "tag:yaml.org,2002:map"}
# Control characters, what turns text round, and what is no character at all.
BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
PARSER_HINTS = {
    "found a tab character": "use spaces, not a tab",
    "did not find expected ',' or ']'": "close the bracket, or put quotes round the text",
    "did not find expected ',' or '}'": "close the brace, or put quotes round the text",
    "found character that cannot start any token": "use spaces, not a tab, or put quotes round it",
    "mapping values are not allowed": "put quotes round a text that holds a colon",
    "could not find expected ':'": "a key is followed by a colon and a space; is the file cut off?",
    "did not find expected key": "check the indentation and the quotes just above",
    "did not find expected '-' indicator": "check the indentation of the list",
    "found unexpected end of stream": "a quote or bracket is never closed; is the file cut off?",
    "found undefined alias": "write the text out; aliases are not used here",
}


class LOADER(READER):  # type: ignore[misc]
    """Guesses no types: a tag is told only where one is written."""

    def resolve(self, kind: type[Any], value: Any, implicit: Any) -> str:
        return TAGS.get(kind, "tag:yaml.org,2002:str")


@dataclass(frozen=True)
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


def read(path: Path, name: str) -> tuple[Tree | None, list[Problem]]:
    """Read a file; `name` is how it is called in messages. The tree is None when unreadable."""
    try:
        data = path.read_bytes()
    except OSError as error:
        hint = "create it, or correct the path"
        return None, [Problem(name, 0, 0, f"cannot be read ({error.strerror})", hint)]
    text, problems = decode(data, name)
    return parse(text, name) if text is not None else (None, problems)


def says_nothing(path: Path) -> bool:
    """True for a file of comments only: one that somebody has not begun on yet."""
    lines = path.read_bytes().splitlines()
    return all(not line.strip() or line.lstrip().startswith(b"#") for line in lines)


def decode(data: bytes, name: str) -> tuple[str | None, list[Problem]]:
    """Bytes to text, refusing what would make the parser guess, choke or hang."""
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1024 / 1024:.0f} MB"
        return None, [Problem(name, 0, 0, f"is {size}, more than {MAX_BYTES >> 20} MB", "split it")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        found = f"byte 0x{data[error.start]:02x} is not UTF-8"
        return None, [Problem(name, line, column, found, "save the file as UTF-8")]
    problems = list(_bad_characters(text, name))
    return (None if problems else text), problems


def _bad_characters(text: str, name: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            found = f"the line has {len(line)} characters, more than {MAX_LINE}"
            yield Problem(name, number, 1, found, "break it up")
            continue
        bad = BAD.search(line)
        if bad:
            found = f"character U+{ord(bad[0]):04X} is not allowed"
            yield Problem(name, number, bad.start() + 1, found, "delete it")


def parse(text: str, name: str) -> tuple[Tree | None, list[Problem]]:
    """Text to a tree. A syntax error is one problem; duplicate keys are all found."""
    try:
        if deep := _too_deep(text, name):
            return None, [deep]
        documents = list(yaml.compose_all(text, LOADER))
    except yaml.MarkedYAMLError as error:
        return None, [_syntax(error, name)]
    except (yaml.YAMLError, RecursionError) as error:
        return None, [Problem(name, 0, 0, f"is not YAML ({error})", "check the file")]
    if len(documents) != 1 or documents[0] is None:
        found = (
            "the file is empty"
            if not documents or documents[0] is None
            else "the file holds two documents"
        )
        return None, [Problem(name, 1, 1, found, "one document, beginning with version:")]
    shared = _anchored(text, name) if re.search(r"(^|[\s\[{,:-])[&*]\S", text) else []
    if shared:
        return None, shared
    problems: list[Problem] = []
    return _tree(documents[0], name, problems, 0), problems


def _too_deep(text: str, name: str) -> Problem | None:
    """A node that is nested deeper than a composer can follow: it calls itself for each level, and
    a file of a few thousand brackets would take Python down with it."""
    # Levels come from brackets and from columns; most files have few of both, and are not read.
    columns = max((len(line) - len(line.lstrip(" -?\t")) for line in text.split("\n")), default=0)
    if columns <= DEEPEST and not NESTED.search(text):
        return None
    depth = 0
    event: Any
    for event in yaml.parse(text, LOADER):
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            depth -= 1
        if depth > DEEPEST:
            at = event.start_mark
            found = f"is nested more than {MAX_DEPTH} levels deep"
            return Problem(name, at.line + 1, at.column + 1, found, "flatten it")
    return None


def _syntax(error: yaml.MarkedYAMLError, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    message = error.problem or error.context or "unknown"
    hint = next((h for k, h in PARSER_HINTS.items() if k in message), "check this line")
    return Problem(name, line, column, f"is not valid YAML: {message}", hint)


def _anchored(text: str, name: str) -> list[Problem]:
    """Anchors and aliases are refused: one harmless-looking line can stand for a billion."""
    hint = "write the text out where it is needed"
    found = []
    event: Any
    for event in yaml.parse(text, LOADER):
        if what := _shares(event):
            at = event.start_mark
            found.append(Problem(name, at.line + 1, at.column + 1, f"{what} is not used", hint))
    return found


def _shares(event: Any) -> str:
    anchor = getattr(event, "anchor", None)
    if not anchor:
        return ""
    is_alias = isinstance(event, yaml.AliasEvent)
    return f'alias "*{anchor}"' if is_alias else f'anchor "&{anchor}"'


def _tree(node: Any, name: str, problems: list[Problem], depth: int) -> Tree:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if depth > MAX_DEPTH:
        found = f"is nested more than {MAX_DEPTH} levels deep"
        problems.append(Problem(name, line, column, found, "flatten it"))
        return Tree("", line, column, file=name)
    if not str(node.tag).startswith("tag:yaml.org,2002:") or "python/" in node.tag:
        found = f"tag {quoted(node.tag)} is not used"
        problems.append(Problem(name, line, column, found, "delete the tag"))
    if isinstance(node, yaml.ScalarNode):
        # An escape («\\u202e») may stand for what may not stand there itself.
        if node.style == '"' and (bad := BAD.search(node.value)):
            found = f"character U+{ord(bad[0]):04X} is not allowed"
            problems.append(Problem(name, line, column, found, "delete its escape"))
        return Tree(node.value, line, column, file=name)
    if isinstance(node, yaml.SequenceNode):
        parts = tuple(_tree(n, name, problems, depth + 1) for n in node.value)
        return Tree(parts, line, column, bool(node.flow_style), file=name)
    return _mapping(node, name, problems, depth)


def _mapping(node: Any, name: str, problems: list[Problem], depth: int) -> Tree:
    entries: dict[str, Tree] = {}
    places: dict[str, tuple[int, int]] = {}
    for key, value in node.value:
        line, column = key.start_mark.line + 1, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(name, line, column, "a key must be a word", "quote it"))
            continue
        if key.value in places:
            first = places[key.value][0]
            found = f"key {quoted(key.value)} stands twice, first on line {first}"
            problems.append(Problem(name, line, column, found, "keep one of them"))
            continue
        places[key.value] = (line, column)
        entries[key.value] = _tree(value, name, problems, depth + 1)
    keys = tuple((k, *p) for k, p in places.items())
    start = node.start_mark
    return Tree(entries, start.line + 1, start.column + 1, bool(node.flow_style), keys, name)


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
