"""What every format is made from: lists of the catalog as flat rows, and where they came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property, partial
from itertools import groupby
from typing import Any

from macros import text
from macros.catalog import framework, select
from macros.catalog.fields import Said, said
from macros.catalog.framework import HOW
from macros.catalog.item import Item
from macros.catalog.model import Catalog, Checklist
from macros.catalog.select import Shown
from macros.exports.drawing import Drawn, for_file
from macros.language import forms
from macros.language.strings import Strings
from macros.site import Site

# What a row says of an item, in the order of the JSON files. What is declared later comes after.
KNOWN = (
    *("id", "code", "heading", "text", "help", "kind", "box", "priority", "requirement", "note"),
    *("roles", "topics", "phases", "source", "is_new", "adapted", "address", "list", "group"),
)
FACETS = {"roles": "role", "topics": "topic", "phases": "phase"}


@dataclass(frozen=True)
class Row:
    """An item as a file shows it: words in the reader's language, no markup.

    `cells` are (key, words): those of KNOWN, then every field that bears a `file` key of its own.
    """

    cells: tuple[tuple[str, str | bool], ...]
    borrowed: bool = False  # it is another list's own
    ids: tuple[tuple[str, Sequence[str]], ...] = ()  # what the words stand for, by cell

    @cached_property
    def _by_key(self) -> dict[str, str | bool]:
        return dict(self.cells)

    def __getitem__(self, key: str) -> str:
        """The words of a cell; «» where the row has none such."""
        return str(self._by_key.get(key, ""))

    @property
    def is_new(self) -> bool:
        """New since the 2010 guide."""
        return bool(self._by_key["is_new"])

    @property
    def more(self) -> tuple[tuple[str, str], ...]:
        """(key, words) of fields that no format has a place of its own for, empty ones left out."""
        return tuple((key, str(words)) for key, words in self.cells if key not in KNOWN and words)

    def as_data(self) -> dict[str, Any]:
        """The row's words as flat keys and values, and beside them what programs go by."""
        return dict(self.cells) | ({"ids": dict(self.ids)} if self.ids else {})


def columns(placed: Sequence[str], document: Document) -> tuple[str, ...]:
    """The columns of a table: those that a format has placed, then fields declared later."""
    keys = (key for row in document.rows for key, _ in row.cells if key not in KNOWN)
    return (*placed, *dict.fromkeys(keys))


@dataclass(frozen=True)
class Run:
    """Rows that stand together in a list: a group's under its heading, or those between groups.
    `title` is «» for rows that no heading is asked over."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Part:
    """A list with its rows in the order that its page has, and the figure that ends it on paper."""

    id: str
    code: str
    title: str
    intro: str
    address: str
    rows: tuple[Row, ...]
    figure: Drawn | None = None


def runs(part: Part, t: Strings) -> list[Run]:
    """A list's rows by group. What follows after a group has a heading too: else it would stand
    under the group's."""
    made: list[Run] = []
    for group, rows in groupby(part.rows, key=lambda row: (row["group"], row["heading"])):
        named = " ".join(filter(None, group))
        made.append(Run(named or (t("file.rest") if made else ""), tuple(rows)))
    return made


@dataclass(frozen=True)
class Document:
    """One file's content. `name` is the file's stem; `address` where it stands, «» when the site
    has none; `site` the name under which answers are kept, `author` who gives the file out."""

    name: str
    title: str
    version: str
    released: date
    language: str
    licence: str
    adapted: str
    address: str
    parts: tuple[Part, ...]
    site: str = ""
    author: str = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row of every part, in order."""
        return tuple(row for part in self.parts for row in part.rows)

    @property
    def once(self) -> tuple[Row, ...]:
        """Every item once: where several lists show it, in the list that owns it."""
        return self.rows if len(self.parts) == 1 else tuple(r for r in self.rows if not r.borrowed)

    def as_data(self) -> dict[str, Any]:
        """The document as dicts, lists and words, keys in English; `released` is YYYY-MM-DD."""
        made = {f.name: getattr(self, f.name) for f in fields(self)}
        parts = [
            {f.name: getattr(part, f.name) for f in fields(part) if f.name != "figure"}
            | {"rows": [row.as_data() for row in part.rows]}
            for part in self.parts
        ]
        return made | {"released": self.released.isoformat(), "parts": parts}


def documents(catalog: Catalog, t: Strings, site: Site) -> list[Document]:
    """One document a list, and one of all lists by the name that the strings give it."""
    parts = {
        c.id: part(catalog, c, t, f"{site.url}{site.page_of(c.id)}/", f"{site.url}{site.register}/")
        for c in catalog.checklists
    }

    document = partial(described, catalog, t, site)
    every = document(t("file.all"), catalog.title, list(parts.values()), f"{site.url}{site.lists}/")
    return [*(document(p.id, f"{p.code} {p.title}", [p], p.address) for p in parts.values()), every]


def described(
    catalog: Catalog,
    t: Strings,
    site: Site,
    name: str,
    title: str,
    chosen: Sequence[Part],
    where: str,
) -> Document:
    """A document of some lists, or of none, that says what every file says of itself."""
    return Document(
        name,
        title,
        catalog.shown_version,
        catalog.shown_released,
        catalog.language,
        licence(catalog, t),
        attribution(catalog, t),
        where,
        tuple(chosen),
        site.site_id,
        catalog.adapted.by if catalog.adapted else catalog.title,
    )


def part(catalog: Catalog, checklist: Checklist, t: Strings, address: str, register: str) -> Part:
    """A list and its rows, borrowed ones too."""
    shown = select.entries(catalog, checklist)
    named = f"{checklist.code} {checklist.title}"
    rows = tuple(_row(catalog, s, t, register, named) for s in shown)
    intro = text.plain(checklist.intro)
    figure = for_file(checklist.figure, catalog, t)
    return Part(checklist.id, checklist.code, checklist.title, intro, address, rows, figure)


def _row(catalog: Catalog, shown: Shown, t: Strings, register: str, named: str) -> Row:
    item = shown.item

    def words(facet: str) -> str:
        return ", ".join(catalog.facet_title(facet, v) for v in select.facet(shown, facet))

    declared = {one.use.file: _said(one, t) for one in said(item) if one.use.file}
    if catalog.frameworks:
        declared |= {how: framework.said(getattr(item, how), catalog.framework) for how in HOW}
    source = _source(catalog, item, t)
    every: dict[str, str | bool] = {**dict.fromkeys(KNOWN, ""), **declared}
    every |= {
        "id": item.id,
        "code": item.code,
        "heading": shown.group.text if shown.group else "",
        "box": t(f"box.{item.kind}"),
        **{cell: words(facet) for cell, facet in FACETS.items()},
        "source": source,
        "is_new": item.is_new,
        "adapted": _adapted(catalog, item.id, t),
        "address": f"{register}#{item.id}",
        "list": named,
        "group": shown.group.code if shown.group else "",
    }
    ids = {
        "list": shown.home.id,
        "group": shown.group.id if shown.group else "",
        **{name: str(getattr(item, name)) for name in ("kind", "priority", "level")},
        **{cell: select.facet(shown, facet) for cell, facet in FACETS.items()},
    }
    return Row(tuple(every.items()), shown.borrowed, tuple(ids.items()))


def licence(catalog: Catalog, t: Strings) -> str:
    """Under what licence the guide is given: an edition's own words, where it has any."""
    own = catalog.adapted.edition.licence if catalog.adapted else ""
    return own or t("file.licence")


def attribution(catalog: Catalog, t: Strings, address: bool = True) -> str:
    """Whose work an edition rests on, as its licence asks for: title, version and, where nothing
    can be clicked, address; «» for the guide itself."""
    if catalog.adapted is None:
        return ""
    source = catalog.adapted.source
    title = f"«{source.title}»" + (f" ({source.url})" if source.url and address else "")
    return t("adapted.about", by=catalog.adapted.by, version=source.version, title=title)


def _source(catalog: Catalog, item: Item, t: Strings) -> str:
    """Where an item comes from; an edition's own has nothing to do with an older guide."""
    if item.id in catalog.added and catalog.adapted:
        return t("adapted.add", by=catalog.adapted.by)
    if not item.is_new:
        return ", ".join(item.source)
    return t("item.origin_new" if catalog.has_origin else "item.origin_since", version=item.since)


def _said(one: Said, t: Strings) -> str:
    """A declared field's words: prose without its markup, a choice in the reader's language."""
    if one.use.marked:
        return text.plain(one.value)
    return t(f"{one.use.values}{one.value}") if one.use.values and one.value else str(one.value)


def _adapted(catalog: Catalog, name: str, t: Strings) -> str:
    """What this edition has done with an item, by whom and why."""
    done = catalog.deviations.get(name)
    if done is None or catalog.adapted is None:
        return ""
    said = t(f"adapted.{done.verb}", by=catalog.adapted.by)
    return f"{said}. {t('adapted.why')} {done.why}" if done.why else f"{said}."


def origin(document: Document, t: Strings) -> list[str]:
    """Title, version with date, licence and address: what every file says of itself."""
    day = forms.day(document.released, t.language)
    version = t("file.version", version=document.version, date=day)
    # A site that does not know its own address has none to give away.
    address = document.address if "://" in document.address else ""
    return [document.title, version, document.licence, *filter(None, (document.adapted, address))]
