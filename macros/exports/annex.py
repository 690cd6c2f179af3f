"""The annexes that requirements point at, read from the page that shows them.

A page in Markdown holds each as a heading of the third level with a table under it: its columns,
and as rows what a firm of the worked example has filled in. So the words stand once, in each
language, and an edition with a page of its own gets files of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PAGE = "avtale/bilag"  # below docs/, without ending
HEADING = re.compile(r"^(#{1,6}) +(.*?)(?: *\{ *#[^}]*\})? *$")
RULE = re.compile(r"^\|[\s:|-]+\|$")
MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_\\]")


@dataclass(frozen=True)
class Annex:
    """A table to fill in. `rows` are the worked example's, each as wide as the columns; `about`
    are the paragraphs round it, in plain words."""

    title: str
    about: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read(page: str) -> tuple[Annex, ...]:
    """Every annex of a page, in order: headings of the third level that have a table."""
    return tuple(annex for title, lines in _sections(page) for annex in _annex(title, lines))


def _sections(page: str) -> Iterator[tuple[str, list[str]]]:
    title, lines = "", list[str]()
    for line in page.splitlines():
        found = HEADING.match(line)
        if not found:
            lines.append(line)
            continue
        if title:
            yield title, lines
        title, lines = (found[2] if len(found[1]) == 3 else ""), []
    if title:
        yield title, lines


def _annex(title: str, lines: list[str]) -> Iterator[Annex]:
    table = [_cells(line) for line in lines if line.startswith("|") and not RULE.match(line)]
    if len(table) < 2:
        return
    head, *rows = table
    about = "\n".join(line for line in lines if not line.startswith("|"))
    said = tuple(_words(part) for part in about.split("\n\n") if part.strip())
    wide = len(head)
    yield Annex(title, said, head, tuple((*row, *[""] * wide)[:wide] for row in rows))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(
        _words(cell) for cell in line.strip().removeprefix("|").removesuffix("|").split("|")
    )


def _words(source: str) -> str:
    """A line of Markdown without its marks. «1. juni» in a cell is a day and begins no list."""
    return " ".join(MARKS.sub(r"\1", source).split())
