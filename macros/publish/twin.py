"""Each page's twin: the page as Markdown beside it (`…/index.md`), with what is law, what is
advice, from which source and as of when; and llms.txt, which says what is where."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from macros import text
from macros.catalog import framework
from macros.catalog.framework import HOW
from macros.catalog.item import Item
from macros.catalog.model import Catalog
from macros.catalog.reference import Fact, Source
from macros.language import forms
from macros.language.strings import Strings
from macros.publish import article
from macros.site import Site

NAME = "index.md"  # beside each page's index.html
LLMS = "llms.txt"
# What programs may want of the files to download, and the words for it.
DATA = (
    ("katalog.json", "twin.catalog"),
    ("katalog.jsonld", "twin.linked"),
    ("katalog.schema.json", "twin.schema"),
)
PAGE = "index.html"
TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.S)
ABOUT = re.compile(r'<meta name="?description"? content="([^"]*)"')
TAG = re.compile(r"<a class=\"?headerlink.*?</a>|<[^>]+>", re.S)


class Twins:
    """Makes the twin of each page of a site in one language. `licence` is what
    files say of it, and of whose work it rests on."""

    def __init__(self, catalog: Catalog, t: Strings, site: Site, licence: str) -> None:
        self._catalog, self._t, self._site, self._licence = catalog, t, site, licence
        self._facts = {fact.id: fact for fact in catalog.facts}
        self._items: dict[str, str] = {}

    def of(self, page: str, where: str) -> str:
        """The twin of a page; `where` is its address from the root («drift/»)."""
        address = f"{self._site.url}{where}"
        made = article.markdown(page, address or "./", self._item)
        t, day = self._t, self._catalog.shown_released.isoformat()
        about = t("twin.about", title=self._catalog.title, version=self._catalog.shown_version,
                  date=forms.day(day, t.language), licence=self._licence)  # fmt: skip
        head = (
            f"---\ncanonical: {address}\nversion: {self._catalog.shown_version}\ndate: {day}\n---"
        )
        return f"{head}\n\n{made}\n---\n\n{about} {t('twin.law')}\n" if made else ""

    def _item(self, name: str, given: article.Attributes) -> str:
        """An item's lines: all of it where the page tells all, one line where it does not."""
        home, item = self._catalog.by_id[name]
        brief = not any(f"data-{facet}" in given for facet in self._catalog.facets)
        address = f"{self._site.url}{self._site.page_of(home.id)}/#{name}"
        if brief:
            return f"- {self._said(item)} [{self._t('item.link')}]({address})"
        if name not in self._items:
            lines = [f'<a id="{name}"></a>', f"- {self._said(item)}", *self._more(item)]
            lines.append(f"  - {self._t('item.link')}: {address}")
            self._items[name] = "\n".join(lines)
        return self._items[name]

    def _said(self, item: Item) -> str:
        t = self._t
        kind, priority = t(f"kind.{item.kind}"), t(f"priority.{item.priority}")
        return f"**{item.code}** {text.plain(item.text)} ({kind}, {priority})"

    def _more(self, item: Item) -> Iterator[str]:
        """What an item says besides, a line each, and what it rests on."""
        t = self._t
        if item.help:
            yield f"  - {t('column.help')}: {_line(item.help)}"
        if item.requirement:
            yield f"  - {t('column.requirement')}: {_line(item.requirement)}"
        if item.updated:
            title = t("item.updated", year=item.updated.date.year)
            yield f"  - {title}: {_line(item.updated.note)}"
        if item.status == "open":
            yield f"  - {t('item.open')}"
        yield from (self._basis(self._facts[name]) for name in item.facts)
        if not item.facts:
            yield f"  - {t('twin.advice')}"
        for how in HOW:
            if refs := getattr(item, how):
                yield f"  - {t(f'column.{how}')}: {'; '.join(map(self._reference, refs))}"

    def _basis(self, fact: Fact) -> str:
        sources = "; ".join(map(self._source, fact.sources))
        told = f" {self._t('twin.sources')} {sources}." if sources else ""
        status = self._t(f"fact.{fact.status}")
        return f"  - {self._t('twin.basis', id=fact.id)} {_line(fact.text)} {status}{told}"

    def _source(self, source: Source) -> str:
        language = self._t.language
        copy = self._t("source.copy", date=forms.day(source.copy_dated, language))
        read = self._t("source.read", date=forms.day(source.read, language))
        return f"[{source.title}]({source.url}) ({copy}, {read})"

    def _reference(self, reference: str) -> str:
        name, point = framework.parts(reference)
        found = self._catalog.framework[name]
        kind = self._t(f"framework_kind.{found.kind}").rstrip(".").lower()
        return f"{found.reference(point)} ({kind})"

    def llms(self, pages: Mapping[str, tuple[str, str]], files: Sequence[tuple[str, str]]) -> str:
        """What is where, for programs that read a site: each page's twin with its title and
        description (after a colon), and the files of data as (address from the root, what it
        is)."""
        t, url = self._t, self._site.url
        lines = [f"# {self._catalog.title}", "", f"> {t('twin.llms')} {t('twin.law')}", ""]
        lines += [f"## {t('twin.pages')}", ""]
        for where, (title, about) in pages.items():
            if title:
                lines.append(f"- [{title}]({url}{where}{NAME}){about}")
        lines += ["", f"## {t('twin.data')}", ""]
        lines += [f"- [{what}]({url}{name})" for name, what in files]
        lines += ["", f"{t('twin.licence')} {self._licence}", ""]
        return "\n".join(lines)


def title_of(page: str) -> str:
    """A page's heading in plain words; «» where it has none."""
    found = TITLE.search(page)
    return " ".join(html.unescape(TAG.sub("", found[1])).split()) if found else ""


def _listed(page: str) -> tuple[str, str]:
    """A page's heading, and its description after a colon; «» for what it lacks."""
    found = ABOUT.search(page)
    return title_of(page), f": {html.unescape(found[1])}" if found else ""


def _line(prose: str) -> str:
    """Prose as one line: a paragraph or a line of a list after the other."""
    return " ".join(text.plain(prose).split())


def write(
    site_dir: Path, twins: Twins, pages: Mapping[str, str], files: Sequence[tuple[str, str]],
    gone: Collection[str],
) -> None:  # fmt: skip
    """Writes each page's twin beside it, and llms.txt. `pages`: address from the root to HTML;
    `gone`: the addresses of those that llms.txt does not lead to."""
    told = {}
    for where, page in pages.items():
        place = where.removeprefix("./")
        if (not place or place.endswith("/")) and (made := twins.of(page, place)):
            _write(site_dir / place / NAME, made)
            if where not in gone:
                told[place] = _listed(page)
    _write(site_dir / LLMS, twins.llms(told, files))


def _write(file: Path, made: str) -> None:
    file.write_text(made, encoding="utf-8", newline="\n")
