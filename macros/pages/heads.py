"""What a page says of itself above its text, where nobody reads it: a key that is one letter off is
a description that is not there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.pages.shelf import HEAD
from macros.problems import Problem

# What a page of ours may say; the theme and its plugins read more, and so may a fork's own.
OURS = ("title", "description", "asked", "revised", "hide", "publisher", "search", "source", "of")
THEIRS = ("tags", "icon", "subtitle", "status", "template", "date", "authors", "categories")
KEY = re.compile(r"^(\w+):", re.M)
NEAR = 0.75  # how alike a key is to one that was meant


def misspelt(pages: Iterable[tuple[str, Path]]) -> Iterator[Problem]:
    """A warning for each key that is nearly one of ours. `pages` are names and files; those that
    cannot be read are told elsewhere."""
    for name, file in pages:
        if not file.is_file():
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        head = HEAD.match(text)
        for found in KEY.finditer(head[1]) if head else ():
            key = found[1]
            if key in OURS or key in THEIRS:
                continue
            if close := difflib.get_close_matches(key, OURS, 1, NEAR):
                line = text.count("\n", 0, head.start(1) + found.start()) + 1 if head else 0
                hint = f"did you mean {close[0]}?"
                yield Problem(name, line, 1, f"{key}: nothing reads it", hint, level="warning")
