"""What stands from A to Å, and in which parts the items do where they are too many for one page."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from macros import text
from macros.catalog import select
from macros.catalog.model import Catalog
from macros.language import forms
from macros.site import Site

Entry = tuple[str, str, str]  # its words, its address from the site's root, what it is about
FIGURES = "0–9"
SHORT = 24  # letters of an item in the name of a part
# Letters that no address has, as they are written where they are missing.
WRITTEN = {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"}


@dataclass(frozen=True)
class Part:
    """A page of items: its file's name without ending, what it is called («S», or «S: Sett opp … –
    Skriv …» where the letter has several), and the items in order."""

    name: str
    title: str
    entries: tuple[Entry, ...]


def every(catalog: Catalog, site: Site) -> Iterator[Entry]:
    """Terms, their other names, and lists."""
    for term in catalog.terms:
        yield term.term, f"{site.glossary}/#{term.id}", ""
        yield from ((other, f"{site.glossary}/#{term.id}", term.term) for other in term.also)
    for c in catalog.checklists:
        yield c.title, f"{site.page_of(c.id)}/", c.code


def items(catalog: Catalog, site: Site) -> Iterator[Entry]:
    """Every item, at its place in its list."""
    for c, item in catalog.items():
        yield text.plain(item.text), f"{site.page_of(c.id)}/#{item.id}", item.code


def by_letter(entries: Iterable[Entry], language: str) -> dict[str, list[Entry]]:
    """Entries in order under the letter that they begin with; figures under one."""
    made: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: forms.alphabetical(one[0], language)):
        first = forms.first_letter(entry[0], language)
        made.setdefault(FIGURES if first.isdigit() else first, []).append(entry)
    return made


def parts(catalog: Catalog, site: Site) -> Iterator[Part]:
    """The items of a guide too large for one page, a letter in as many parts as it takes for each
    to be one page; none of a smaller guide, which has them all on one."""
    if select.is_one_page(catalog):
        return
    for letter, found in by_letter(items(catalog, site), catalog.language).items():
        count = math.ceil(len(found) / select.MOST_ON_A_PAGE)
        cuts = [len(found) * n // count for n in range(count + 1)]
        for number, (start, end) in enumerate(pairwise(cuts), 1):
            own = found[start:end]
            ends = " – ".join(textwrap.shorten(one[0], SHORT, placeholder=" …")
                              for one in (own[0], own[-1]))  # fmt: skip
            name = f"bokstav-{_written(letter)}{f'-{number}' if count > 1 else ''}"
            yield Part(name, f"{letter}: {ends}" if count > 1 else letter, tuple(own))


def _written(letter: str) -> str:
    small = WRITTEN.get(letter.lower(), letter.lower().replace("–", "-"))
    return small if small.isascii() and small != "#" else f"u{ord(letter[0]):04x}"
