"""How the guide stands to WCAG 2.2: each criterion of levels A and AA with the tests that hold it,
and the statement that is made of it, of what an edition says of itself, and of the law."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from markupsafe import Markup

from macros.pages.render import Page, Renderer

FILE = Path(__file__).parent / "wcag.json"
# What an edition's `sector` tells of whom the law asks what.
PUBLIC = re.compile(r"offentli|kommun|\bstat|fylke|departement|direktorat|universitet", re.I)
PRIVATE = re.compile(r"privat|bedrift|forening|frivillig|bransje|handel", re.I)


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


def sectors(said: str) -> Sequence[str]:
    """Whose duties a statement tells of: both where the edition does not say what it is."""
    found = [n for n, words in (("public", PUBLIC), ("private", PRIVATE)) if words.search(said)]
    return found or ("public", "private")


def table(r: Renderer, page: Page) -> Markup:
    """Every criterion, how it is held and by which tests."""
    return r.make("wcag.html", page, criteria=criteria())


def statement(r: Renderer, page: Page) -> Markup:
    """Who publishes this, whom to tell, what was tried in numbers, and what the law asks."""
    adapted = r.catalog.adapted
    edition = adapted.edition if adapted else None
    made = [one.by for one in criteria()]
    return r.make(
        "statement.html",
        page,
        edition=edition,
        by=(edition.by or adapted.by) if edition and adapted else "",
        counts={name: made.count(name) for name in ("tests", "hand", "none")},
        sectors=sectors(edition.sector if edition else ""),
    )
