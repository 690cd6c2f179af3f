"""WCAG 2.2: each criterion of levels A and AA, with the tests that hold it; in other languages by
the texts that translations have for it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from macros.text import Foreign

FILE = Path(__file__).parent / "wcag.json"
LANGUAGE = "nb"  # that it is written in


@dataclass(frozen=True)
class Criterion:
    """One of WCAG's: how it is held in words for readers, and by which tests. Who has none was
    tried by hand, or is not applicable."""

    id: str
    level: Literal["A", "AA"]
    name: str
    how: str = ""
    tests: tuple[str, ...] = ()
    hand: str = ""
    none: str = ""

    @property
    def by(self) -> str:
        return "tests" if self.tests else "hand" if self.hand else "none"

    @property
    def words(self) -> str:
        return self.how or self.hand or self.none


@cache
def criteria() -> tuple[Criterion, ...]:
    """All of them, in WCAG's order."""
    found = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(Criterion(**{**one, "tests": tuple(one.get("tests", ()))}) for one in found)


def texts() -> dict[str, str]:
    """What is said of them, once each: `1.1.1.name` or `1.1.1.how` to its words."""
    made: dict[str, str] = {}
    for one in criteria():
        for path, words in _said(one):
            if words not in made.values():
                made[f"{one.id}.{path}"] = words
    return made


def _said(one: Criterion) -> Iterator[tuple[str, str]]:
    yield "name", one.name
    yield next(p for p in ("how", "hand", "none") if getattr(one, p)), one.words


def in_words(words: Mapping[str, str]) -> Iterator[Criterion]:
    """All of them in the words of another language, by what is translated; what has none is a
    `Foreign`."""
    for one in criteria():
        said = {path: words.get(was) or Foreign.of(was, LANGUAGE) for path, was in _said(one)}
        made = {path: said.get(path, "") for path in ("how", "hand", "none")}
        yield Criterion(one.id, one.level, said["name"], tests=one.tests, **made)
