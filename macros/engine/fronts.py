"""What stands above a page's text and is no YAML, or is never closed: MkDocs would print it on the
page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros import source
from macros.pages.heads import texts
from macros.pages.shelf import HEAD, Shelf
from macros.problems import Problem, line_and_column

NOTHING = re.compile(r"\s*(?:#|$)")  # a line that says nothing
OPEN = re.compile(r"---[ \t]*\r?\n\w+:(?:\s|$)")  # a rule across a page is no head


def unread(made: Shelf) -> Iterator[Problem]:
    """Every fault in what pages say of themselves, by line."""
    for name, text in texts(made):
        head = HEAD.match(text)
        if head is None and OPEN.match(text):
            message = "what stands above the text is never closed"
            yield Problem(name, 1, 1, message, "write --- on a line of its own where it ends")
        if head is None or all(map(NOTHING.match, head[1].splitlines())):
            continue
        before, _ = line_and_column(text, head.start(1))
        yield from source.parse("\n" * (before - 1) + head[1], name)[1]
