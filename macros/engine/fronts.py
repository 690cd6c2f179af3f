"""What stands above a page's text and is no YAML, or is never closed: MkDocs would print it on the
page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros import source
from macros.pages import calls
from macros.pages.heads import heads
from macros.pages.shelf import HEAD, Shelf
from macros.problems import Problem, line_and_column

OPEN = re.compile(r"---[ \t]*\r?\n\w+:(?:\s|$)")  # a rule across a page is no head


def unread(made: Shelf) -> Iterator[Problem]:
    """Every fault in what pages say of themselves, by line."""
    for name, head in heads(made):
        if all(not x.strip() or x.lstrip()[0] == "#" for x in head[1].splitlines()):
            continue
        before, _ = line_and_column(head.string, head.start(1))
        yield from source.parse("\n" * (before - 1) + head[1], name)[1]
    for name, _, file in calls.files(made):
        text = calls.opened(name, file)
        if not isinstance(text, Problem) and OPEN.match(text) and not HEAD.match(text):
            message = "what stands above the text is never closed"
            yield Problem(name, 1, 1, message, "write --- on a line of its own where it ends")
