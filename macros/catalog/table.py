"""The declared fields as a table for people: CONTRIBUTING.md holds it between two marks."""

from __future__ import annotations

from pydantic import BaseModel

from macros.catalog.fields import Use, uses
from macros.catalog.model import Checklist, Item, Updated

START, END = "<!-- fields: python -m macros schema -->", "<!-- /fields -->"
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


def written(text: str) -> str:
    """A document with the table between its marks made anew; unchanged where it has none."""
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    return f"{before}{START}\n{table()}\n{END}{after}" if start and end else text
