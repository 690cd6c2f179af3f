"""YAML as text with places: knows syntax and positions, nothing of what the keys mean.

Scalars stay strings, so that `no`, `1.10` and `2024-01-01` never turn into something else
(a safe loader does that). The C parser is used where PyYAML has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.problems import Problem
from macros.source.tree import BAD, LOADER, MAX_DEPTH, Shared, Tree, documents, place, plain

__all__ = ["Tree", "decode", "parse", "place", "plain", "read", "says_nothing"]

MAX_BYTES = 64 * 1024 * 1024
MAX_LINE = 100_000
DEEPEST = 200  # what a composer that calls itself can follow for certain
NESTED = re.compile(rf"(?:[\[{{][^\[\]{{}}]*){{{DEEPEST}}}")
BEGINS = {"checklists.yml": "version", "tailoring.yml": "based_on"}  # what each file says first
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
    if fault := not_utf8(data, name):
        return None, [fault]
    text = data.decode("utf-8-sig")
    problems = list(_bad_characters(text, name))
    return (None if problems else text), problems


def not_utf8(data: bytes, name: str) -> Problem | None:
    """What is wrong with the first byte that is not UTF-8; None where all are."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        found = f"byte 0x{data[error.start]:02x} is not UTF-8"
        return Problem(name, line, column, found, "save the file as UTF-8")
    return None


def _bad_characters(text: str, name: str) -> Iterator[Problem]:
    lines = text.split("\n")
    if not BAD.search(text) and max(map(len, lines)) <= MAX_LINE:
        return
    for number, line in enumerate(lines, 1):
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
    problems: list[Problem] = []
    made: list[Any]
    shared: list[Problem] = []
    try:
        if deep := _too_deep(text, name):
            return None, [deep]
        try:
            made = list(documents(text, name, problems))
        except Shared:
            made, shared = list(yaml.compose_all(text, LOADER)), _anchored(text, name)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax(error, name)]
    except (yaml.YAMLError, RecursionError) as error:
        return None, [Problem(name, 0, 0, f"is not YAML ({error})", "check the file")]
    if len(made) != 1:
        found = "the file holds two documents" if made else "the file is empty"
        first = BEGINS.get(name.rsplit("/", 1)[-1], "")
        hint = "one document" + (f", beginning with {first}:" if first else "")
        return None, [Problem(name, 1, 1, found, hint)]
    return (None, shared) if shared else (made[0], problems)


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
