"""What can be found: a document is what one result leads to. Pure, but for the pages' HTML."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros import text
from macros.catalog.fields import Said, own, said
from macros.catalog.item import Item
from macros.catalog.model import Catalog, Checklist
from macros.catalog.reference import Fact
from macros.language.strings import Strings
from macros.search.sections import Section, sections
from macros.site import Site

KINDS = ("page", "list", "section", "item", "term", "file")  # the order in the index
ASKED = 1.5  # of a word that people type for it
WIDE = 0.4  # of a word that stands somewhere in a page, for the page itself
NAMED = 2  # of a word in an item's id
ABOUT = 0.5  # of a word in the titles of its list and topics
FACT = 0.3  # of a word in a fact that an item builds on
NAMING = 4.0  # of a word in a section's title
NAMELESS = 0.5  # in one that as many pages have as `USUAL`: it does not say what this one is about
USUAL = 5
GLOSSARY = 200  # letters of the page of all terms
ASKED_FOR = re.compile(r'<meta name="guide-asked" content="([^"]*)">')  # a page's front matter
FILE = 4.0  # a file is asked for by its list's name and its format
FORMATS = ("pdf", "pdf.short", "pdf.work", "docx", "xlsx")  # of a list; of all lists every one


@dataclass(frozen=True)
class Found:
    """One document. `fields` are texts with the weight of a word in them; `phases` are ids.
    `url` leads from the site's root."""

    kind: str
    title: str
    url: str
    where: str
    text: str
    phases: tuple[str, ...]
    fields: tuple[tuple[float, str], ...]


def documents(
    catalog: Catalog, t: Strings, site: Site, pages: Mapping[str, str], files: Iterable[object]
) -> list[Found]:
    """Every document, kind by kind. `pages`: address (`drift/`) to its HTML."""
    made = [
        *_pages(catalog, site, pages), *_lists(catalog, site), *_items(catalog, site),
        *_terms(catalog, t, site), *_files(catalog, t, site, files),
    ]  # fmt: skip
    return sorted(made, key=lambda found: KINDS.index(found.kind))


def _pages(catalog: Catalog, site: Site, pages: Mapping[str, str]) -> Iterator[Found]:
    lists = {f"{site.page_of(c.id)}/" for c in catalog.checklists}
    left_out = {f"{site.register}/", *lists}
    below = f"{site.index}/"  # a page a letter, where items are too many for one
    kept = ((a, p) for a, p in pages.items() if a not in left_out and not a.startswith(below))
    read = {a: (sections(p), ASKED_FOR.search(p)) for a, p in kept}
    titles = Counter(section.title for found, _ in read.values() for section in found[1:])
    facts = {f"{fact.id.lower()}-navn": fact for fact in catalog.facts}
    usual = {title for title, times in titles.items() if times >= USUAL}
    for address, (found, phrases) in read.items():
        if not found:
            continue
        if address == f"{site.glossary}/":
            del found[1:]  # each term is a document of its own
            found[0].parts = [found[0].text[:GLOSSARY]]
        asked = html.unescape(phrases[1]).split(", ") if phrases else ()
        yield from _page(address, found, catalog, asked, usual, facts)


def _page(
    address: str,
    found: list[Section],
    catalog: Catalog,
    asked: Iterable[str],
    usual: Collection[str],
    facts: Mapping[str, Fact],
) -> Iterator[Found]:
    first, rest = found[0], found[1:]
    whole = " ".join(f"{s.title} {s.text}" for s in rest)
    named = address.replace("/", " ").replace("-", " ")
    steps = [v for v in catalog.facets.get("phase", ()) if v.page == f"/{address}"]
    fields = (
        (5.0, first.title), (2.0, named), *_asked(asked), *((4.0, v.title) for v in steps),
        (1.2, " ".join([first.text, *(v.text for v in steps)])), (WIDE, whole),
    )  # fmt: skip
    yield Found("page", first.title, address, "", first.text or whole[:300], (), fields)
    for section in rest:
        title, said = section.title, section.text
        if section.anchor in facts:
            # Its heading is only a number: what it says is what is looked for.
            fact = facts[section.anchor]
            title, said = text.plain(fact.text).split("\n")[0], text.plain(fact.since_2010)
        if section.anchor and (title or said):
            url = f"{address}#{section.anchor}"
            naming = NAMELESS if title in usual else NAMING
            fields = ((naming, title), (1.0, said), (0.5, first.title))
            yield Found("section", title, url, first.title, said, (), fields)


def _lists(catalog: Catalog, site: Site) -> Iterator[Found]:
    for c in catalog.checklists:
        phases = tuple(c.facets.get("phase", ()))
        intro = text.plain(c.intro).replace("\n", " ")
        items = " ".join(text.plain(item.text) for item in c.own())
        about = ", ".join(catalog.facet_title("phase", p) for p in phases)
        fields = (*_searched(own(c)), (WIDE, items), (ABOUT, about))
        where = f"{c.code} · {about}" if about else c.code
        yield Found("list", c.title, f"{site.page_of(c.id)}/", where, intro, phases, fields)


def _items(catalog: Catalog, site: Site) -> Iterator[Found]:
    for c, item in catalog.items():
        phases = tuple(item.facets.get("phase", ()) or c.facets.get("phase", ()))
        about = ", ".join(catalog.facet_title("phase", p) for p in phases)
        where = " · ".join(part for part in (item.code, c.title, about) if part)
        url = f"{site.page_of(c.id)}/#{item.id}"
        help_ = text.plain(item.help).replace("\n", " ")
        said = _shown(item, help_)
        yield Found(
            "item", text.plain(item.text), url, where, said, phases, _fields(catalog, c, item)
        )


def _shown(item: Item, help_: str) -> str:
    parts = (help_, text.plain(item.requirement))
    return " ".join(part for part in parts if part)


def _fields(catalog: Catalog, c: Checklist, item: Item) -> tuple[tuple[float, str], ...]:
    # An id is a name that somebody gave the item: it often holds the word that is looked for.
    facts = " ".join(text.plain(f.text) for f in catalog.facts if f.id in item.facts)
    topics = [catalog.facet_title(f, v) for f, values in item.facets.items() for v in values]
    return (
        *_searched(said(item)),
        (NAMED, item.id.replace("-", " ")),
        (ABOUT, f"{c.title} {' '.join(topics)}"),
        (FACT, facts),
    )


def _searched(declared: Iterable[Said]) -> Iterator[tuple[float, str]]:
    """Every field that is searched, with its weight. Each word of a list is a field by itself, so
    that a short one weighs more."""
    for one in declared:
        if one.use.search and one.value:
            yield one.use.search, text.plain(one.value) if one.use.marked else one.value


def _asked(phrases: Iterable[str]) -> Iterator[tuple[float, str]]:
    """What people type for a page."""
    return ((ASKED, phrase) for phrase in phrases)


def _terms(catalog: Catalog, t: Strings, site: Site) -> Iterator[Found]:
    for term in catalog.terms:
        shown = text.plain(term.text).replace("\n", " ")
        fields = tuple(_searched(said(term)))
        where = f"{t('glossary.also')} {', '.join(term.also)}" if term.also else ""
        yield Found("term", term.term, f"{site.glossary}/#{term.id}", where, shown, (), fields)


def _files(catalog: Catalog, t: Strings, site: Site, files: Iterable[object]) -> Iterator[Found]:
    titles = {c.id: c for c in catalog.checklists}
    for file in files:
        document, form, name = (str(getattr(file, n)) for n in ("document", "format", "name"))
        c = titles.get(document)
        if c is not None and form not in FORMATS:
            continue
        title = f"{c.title if c else catalog.title} – {t(f'format.{form}')}"
        phases = tuple(c.facets.get("phase", ())) if c else ()
        fields = ((FILE, c.title if c else catalog.title), (FILE, f"{t(f'format.{form}')} {form}"),
                  (1.0, t("search.files")))  # fmt: skip
        where = c.code if c else ""
        yield Found("file", title, f"{site.downloads}/{name}", where, "", phases, fields)
