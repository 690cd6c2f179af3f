"""What is looked up: facts with their sources, terms, the index from A to Å, figures, numbers."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.catalog import select
from macros.catalog.framework import HOW, parts
from macros.catalog.item import Item
from macros.catalog.model import Checklist
from macros.catalog.reference import STATUSES
from macros.exports import drawing
from macros.language import forms
from macros.pages import letters
from macros.pages.render import Page, Renderer
from macros.pages.tools import words_of


def figure(r: Renderer, page: Page, name: str) -> Markup:
    """A figure of the data file; nothing where an edition has left it out."""
    found = next((f for f in r.catalog.figures if f.id == name), None)
    if found is None:
        return Markup()
    said = Markup(' role="img" aria-label="{}"').format(r.t("figure.drawn", title=found.title))
    drawn = drawing.svg(found, r.catalog, r.t, said)
    rows = [drawing.cells(found, n, r.t) for n in range(len(found.rows))]
    return r.make("figure.html", page, figure=found, drawing=drawn, cells=rows)


def facts(r: Renderer, page: Page, names: Sequence[str] = ()) -> Markup:
    """The facts named, folded; or all of them, with what rests on each."""
    chosen = [f for f in r.catalog.facts if not names or f.id in names]
    if names:
        return r.make("fact.html", page, chosen=chosen) if chosen else Markup()
    used: dict[str, list[Item]] = {f.id: [] for f in chosen}
    for _, item in r.catalog.items():
        for fact in item.facts:
            used[fact].append(item)
    return r.make("facts.html", page, chosen=chosen, used=used, statuses=STATUSES)


def framework(r: Renderer, page: Page, name: str) -> Markup:
    """Each point of a framework, with the items that meet it and those that are about it; nothing
    where an edition has left the framework out."""
    found = r.catalog.framework.get(name)
    if found is None:
        return Markup()
    points: dict[str, list[tuple[str, Checklist, Item]]] = {p.id: [] for p in found.points}
    for how in HOW:
        for home, item in r.catalog.items():
            for reference in getattr(item, how):
                own, point = parts(reference)
                if own == name:
                    points[point].append((how, home, item))
    groups = ("framework_verdict.", "framework_how.", "status.", "lost.")
    words = words_of(r, "check-framework", "framework.", *groups)
    return r.make("framework.html", page, framework=found, points=points, words=words)


def frameworks(r: Renderer, page: Page) -> Markup:
    """Every framework with what it is, and how many of its points the guide has items for."""
    rows = []
    for one in r.catalog.frameworks:
        met = {how: {p for _, i in r.catalog.items() for p in getattr(i, how)} for how in HOW}
        own = [f"{one.id}/{point.id}" for point in one.points]
        covered = sum(ref in met["covers"] for ref in own)
        about = sum(ref in met["covers"] | met["touches"] for ref in own)
        rows.append((one, covered, about - covered, len(own) - about))
    return r.make("frameworks.html", page, rows=rows)


def since_2010(r: Renderer, page: Page) -> Markup:
    """Each part of the 2010 guide: the page that carries it, its lists, what is otherwise now."""
    lists: dict[str, dict[str, Checklist]] = {s.id: {} for s in r.catalog.sections}
    for checklist, item in r.catalog.items():
        for reference in item.source:
            lists.get(reference.partition("-")[0], {})[checklist.id] = checklist
    return r.make("sections.html", page, sections=r.catalog.sections, lists=lists)


def glossary(r: Renderer, page: Page) -> Markup:
    """Every term from A to Å, with its old and English names."""
    language = r.catalog.language
    terms = sorted(r.catalog.terms, key=lambda term: forms.alphabetical(term.term, language))
    return r.make("glossary.html", page, terms=terms)


def alphabet(r: Renderer, page: Page) -> Markup:
    """Every item, list and term from A to Å, with the other names of terms. In a guide too large
    for one page the items stand in parts, a letter each, on pages below this one."""
    if part := r.letters.get(page.stem):
        return r.make("letter.html", page, part=part, parts=r.letters.values())
    catalog, site, whole = r.catalog, r.site, select.is_one_page(r.catalog)
    entries = (*letters.every(catalog, site), *(letters.items(catalog, site) if whole else ()))
    found = letters.by_letter(entries, catalog.language)
    # Only below the page that the site calls its index are there such pages.
    parts = r.letters.values() if page.stem == site.index.rpartition("/")[2] else ()
    return r.make("alphabet.html", page, letters=found, whole=whole, parts=parts)


def availability(r: Renderer, page: Page, percentages: Sequence[str]) -> Markup:
    """What a promise in per cent allows in a year and in a month of 30 days."""
    rows = [
        (forms.number(p, r.catalog.language), lost(float(p), 365 * 24), lost(float(p), 30 * 24))
        for p in percentages
    ]
    return r.make("availability.html", page, rows=rows)


def downtime(r: Renderer, page: Page) -> Markup:
    """A small calculator of what an hour and a day without IT cost."""
    return r.make("downtime.html", page)


def lost(percentage: float, hours: float) -> tuple[int, int]:
    """Whole hours and minutes that may be lost out of `hours` at an availability in per cent."""
    minutes = round(hours * 60 * (100 - percentage) / 100)
    return divmod(minutes, 60)
