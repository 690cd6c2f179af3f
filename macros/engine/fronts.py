"""What stands above a page's text and is no YAML: MkDocs would print it on the page."""

from __future__ import annotations

from collections.abc import Iterator

from macros import source
from macros.pages.heads import heads
from macros.pages.shelf import Shelf
from macros.problems import Problem, line_and_column


def unread(made: Shelf) -> Iterator[Problem]:
    """Every fault in what pages say of themselves, by line."""
    for name, head in heads(made):
        if all(not x.strip() or x.lstrip()[0] == "#" for x in head[1].splitlines()):
            continue
        before, _ = line_and_column(head.string, head.start(1))
        yield from source.parse("\n" * (before - 1) + head[1], name)[1]
