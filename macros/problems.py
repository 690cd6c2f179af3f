"""A fault in somebody's file, as a value: where it stands, what is wrong, how to cure it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

Place = tuple[str, int, int]  # file, line and column


@dataclass(frozen=True, order=True)
class Problem:
    """One fault. `line` and `column` count from 1; 0 means that the whole file is meant.

    `item` is the id of the item, list, term or fact that holds the fault, never its position.
    """

    file: str
    line: int
    column: int
    message: str
    hint: str = ""
    item: str = ""
    level: str = "error"


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """Where a letter of a text stands, counted from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


class Faulty(Exception):
    """Raised by callers that cannot go on; carries every problem found, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def plain(problem: Problem) -> str:
    """`file:line:col: item "id": message. Hint: cure.` on one line, whatever the file held."""
    place = problem.file
    if problem.line:
        place += f":{problem.line}:{problem.column}"
    item = f'item "{problem.item}": ' if problem.item else ""
    hint = f" Hint: {problem.hint}" if problem.hint else ""
    warning = "warning: " if problem.level == "warning" else ""
    return visible(f"{place}: {warning}{item}{problem.message}.{hint}")


def annotation(problem: Problem) -> str:
    """The same as a GitHub Actions workflow command, so that it shows beside the line."""
    text = plain(problem).split(": ", 1)[1]
    text = text.replace("%", "%25")
    return f"::{problem.level} file={problem.file},line={problem.line},col={problem.column}::{text}"


def report(problems: Iterable[Problem], github: bool = False) -> str:
    """Every problem once, sorted by place, one a line."""
    show = annotation if github else plain
    return "\n".join(show(p) for p in sorted(set(problems)))


def quoted(found: object, limit: int = 60) -> str:
    """What was found, in quotes, cut so that a long value cannot drown the message."""
    text = str(found)
    return f'"{text[:limit]}…"' if len(text) > limit else f'"{text}"'


def near(word: str, known: Iterable[str]) -> str:
    """A cure for a word that is not known: the one that is meant, or those that are known."""
    options = list(dict.fromkeys(known))
    close = difflib.get_close_matches(word, options, 1, 0.5)
    return f"did you mean {close[0]}?" if close else f"known: {', '.join(options[:12])}"


def visible(text: str) -> str:
    """Control characters spelled out: a terminal must not obey what a data file holds."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text
    )
