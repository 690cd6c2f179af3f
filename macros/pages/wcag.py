"""How the guide stands to WCAG 2.2, as a table of its criteria; and the statement that is made of
them, of what an edition says of itself, and of the law."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from macros.catalog.wcag import LANGUAGE, criteria, in_words
from macros.pages.render import Page, Renderer

# What an edition's `sector` tells of whom the law asks what.
PUBLIC = re.compile(
    r"offentli|kommun(?:al|e)|\bstat(?:ens?|lige?)?\b|fylke|departement|direktorat|universitet",
    re.I,
)
PRIVATE = re.compile(r"privat|bedrift|forening|frivillig|bransje|handel", re.I)


def sectors(said: str) -> Sequence[str]:
    """Whose duties a statement tells of: both where the edition does not say what it is."""
    found = [n for n, words in (("public", PUBLIC), ("private", PRIVATE)) if words.search(said)]
    return found or ("public", "private")


def table(r: Renderer, page: Page) -> Markup:
    """Every criterion, how it is held and by which tests."""
    own = r.catalog.language == LANGUAGE
    return r.make("wcag.html", page, criteria=criteria() if own else tuple(in_words(r.criteria)))


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
