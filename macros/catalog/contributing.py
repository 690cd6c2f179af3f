"""The declared fields as a table for people, and how CONTRIBUTING.md keeps tables fresh."""

from __future__ import annotations

from pydantic import BaseModel

from macros.catalog.fields import Use, uses
from macros.catalog.item import Item, Updated
from macros.catalog.model import Checklist

START, END = "<!-- {name}: python -m macros schema -->", "<!-- /{name} -->"
HEAD = ("field", "holds", "checked as", "in files as", "weight", "told", "browser", "fork changes")
SHOWN: tuple[tuple[str, type[BaseModel]], ...] = (
    ("list: ", Checklist),
    ("", Item),
    ("updated: ", Updated),
)


def table() -> str:
    """The fields of lists and items in Markdown, one a line, in the order declared."""
    rows = [HEAD, tuple("---" for _ in HEAD)]
    rows += [
        (f"{prefix}`{name}`", *_cells(use))
        for prefix, model in SHOWN
        for name, use in uses(model).items()
        if use.about
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cells(use: Use) -> tuple[str, ...]:
    yes = {True: "yes", False: ""}
    weight = f"{use.search:g}" if use.search else ""
    flags = (yes[use.told], yes[use.browser], yes[not use.fixed])
    return (use.about, use.prose, use.file, weight, *flags)


def written(text: str, name: str, made: str) -> str:
    """A document with `made` between the marks of that name; unchanged where it has none."""
    first, last = START.format(name=name), END.format(name=name)
    before, start, rest = text.partition(first)
    _, end, after = rest.partition(last)
    return f"{before}{first}\n{made}\n{last}{after}" if start and end else text
