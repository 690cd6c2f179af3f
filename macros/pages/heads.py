"""What a page says of itself above its text, where nobody reads it: a key that is one letter off is
a description that is not there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from macros.pages import calls
from macros.pages.shelf import HEAD, Shelf
from macros.problems import Problem, line_and_column

# What a page of ours may say; the theme and its plugins read more, and so may a fork's own.
OURS = ("title", "description", "asked", "revised", "hide", "publisher", "search", "source", "of")
THEIRS = ("tags", "icon", "subtitle", "status", "template", "date", "authors", "categories")
KEY = re.compile(r"^(\w+):", re.M)
NEAR = 0.75  # how alike a key is to one that was meant


def texts(made: Shelf) -> Iterator[tuple[str, str]]:
    """Every page, its name and what it holds; one that cannot be read is told elsewhere."""
    for name, _, file in calls.files(made):
        text = calls.opened(name, file)
        if not isinstance(text, Problem):
            yield name, text


def misspelt(made: Shelf) -> Iterator[Problem]:
    """A warning for each key that is nearly one of ours, in every page."""
    for name, text in texts(made):
        if not (head := HEAD.match(text)):
            continue
        for found in KEY.finditer(head[1]):
            key = found[1]
            if key in OURS or key in THEIRS:
                continue
            if close := difflib.get_close_matches(key, OURS, 1, NEAR):
                line, _ = line_and_column(text, head.start(1) + found.start())
                hint = f"did you mean {close[0]}?"
                yield Problem(name, line, 1, f"{key}: nothing reads it", hint, level="warning")
