"""What every format is made from: lists of the catalog as flat rows, and where they came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros import text
from macros.catalog import select
from macros.catalog.model import Catalog, Checklist
from macros.catalog.select import Shown
from macros.language.strings import Strings
from macros.site import Site


@dataclass(frozen=True)
class Row:
    """An item as a file shows it: words in the reader's language, no markup."""

    id: str
    code: str
    heading: str
    text: str
    help: str
    kind: str
    box: str
    priority: str
    requirement: str
    note: str
    roles: str
    topics: str
    phases: str
    source: str
    is_new: bool
    adapted: str
    address: str


@dataclass(frozen=True)
class Part:
    """A list with its rows in the order that its page has."""

    id: str
    code: str
    title: str
    intro: str
    address: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Document:
    """One file's content. `name` is the file's stem; `site` the address, «» when there is none."""

    name: str
    title: str
    version: str
    released: date
    language: str
    licence: str
    adapted: str
    address: str
    parts: tuple[Part, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row of every part, in order."""
        return tuple(row for part in self.parts for row in part.rows)


def documents(catalog: Catalog, t: Strings, site: Site) -> list[Document]:
    """One document a list, and one of all lists by the name that the strings give it."""
    parts = {
        c.id: part(catalog, c, t, f"{site.url}{site.page_of(c.id)}/", f"{site.url}{site.register}/")
        for c in catalog.checklists
    }

    def document(name: str, title: str, chosen: Sequence[Part], where: str) -> Document:
        return Document(
            name,
            title,
            catalog.version,
            catalog.released,
            catalog.language,
            t("file.licence"),
            t("adapted.about", by=by.by, version=by.based_on) if (by := catalog.adapted) else "",
            where,
            tuple(chosen),
        )

    every = document(t("file.all"), catalog.title, list(parts.values()), f"{site.url}{site.lists}/")
    return [*(document(p.id, f"{p.code} {p.title}", [p], p.address) for p in parts.values()), every]


def part(catalog: Catalog, checklist: Checklist, t: Strings, address: str, register: str) -> Part:
    """A list and its rows, borrowed ones too."""
    shown = select.entries(catalog, checklist)
    rows = tuple(_row(catalog, s, t, register) for s in shown)
    return Part(
        checklist.id, checklist.code, checklist.title, text.plain(checklist.intro), address, rows
    )


def _row(catalog: Catalog, shown: Shown, t: Strings, register: str) -> Row:
    item = shown.item

    def words(facet: str) -> str:
        return ", ".join(catalog.facet_title(facet, v) for v in select.facet(shown, facet))

    source = t("item.origin_new", version=item.since) if item.is_new else ", ".join(item.source)
    return Row(
        id=item.id,
        code=item.code,
        heading=shown.group.text if shown.group else "",
        text=text.plain(item.text),
        help=text.plain(item.help),
        kind=t(f"kind.{item.kind}"),
        box=t(f"box.{item.kind}"),
        priority=t(f"priority.{item.priority}"),
        requirement=text.plain(item.requirement),
        note=text.plain(item.updated.note) if item.updated else "",
        roles=words("role"),
        topics=words("topic"),
        phases=words("phase"),
        source=source,
        is_new=item.is_new,
        adapted=_adapted(catalog, item.id, t),
        address=f"{register}#{item.id}",
    )


def _adapted(catalog: Catalog, name: str, t: Strings) -> str:
    """What this edition has done with an item, by whom and why."""
    done = catalog.deviations.get(name)
    if done is None or catalog.adapted is None:
        return ""
    said = t(f"adapted.{done.verb}", by=catalog.adapted.by)
    return f"{said}. {t('adapted.why')} {done.why}" if done.why else f"{said}."


def origin(document: Document, t: Strings) -> list[str]:
    """Title, version with date, licence and address: what every file says of itself."""
    version = t("file.version", version=document.version, date=document.released.isoformat())
    # A site that does not know its own address has none to give away.
    address = document.address if "://" in document.address else ""
    return [document.title, version, document.licence, *filter(None, (document.adapted, address))]
