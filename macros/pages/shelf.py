"""Which pages a site has and where each comes from: ours, those that an edition has put in their
place, and those that it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from macros.catalog.model import Catalog
from macros.problems import Place, Problem, near, quoted
from macros.site import Site

OWN = Path("local") / "docs"
HEAD = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", re.S)
# Front matter of a page that speaks for whoever publishes the guide: another edition leaves it out
# until it has its own, for a statement is not inherited.
SPEAKS = re.compile(r"^publisher: *true\b", re.M)


@dataclass(frozen=True)
class Shelf:
    """`docs` is the folder of pages that the configuration names, in the project's root or below.
    `own` are the pages in an edition's own folder, by path without ending; `hidden` what it
    leaves out by its own wish, `silent` what speaks for somebody else. `tongues` are folders whose
    pages are translations."""

    docs: Path
    own: Mapping[str, Path]
    hidden: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    tongues: frozenset[str] = frozenset()

    @property
    def gone(self) -> frozenset[str]:
        """Every page that is not published."""
        return self.hidden | self.silent

    def has(self, name: str) -> bool:
        """Whether there is a page of that path, published."""
        return name not in self.gone and (name in self.own or (self.docs / f"{name}.md").is_file())

    def text(self, name: str) -> str:
        """The Markdown of a page; «» where there is none, or it is not published."""
        file = self.own.get(name, self.docs / f"{name}.md")
        return file.read_text(encoding="utf-8") if self.has(name) else ""

    def known(self) -> dict[str, None]:
        """Every page there is, in order."""
        return dict.fromkeys(sorted({*self.own, *_named(self.docs, self.tongues)}))

    def is_translation(self, name: str) -> bool:
        """Whether a page, by its path, is one of another language."""
        first, _, rest = name.partition("/")
        return bool(rest) and first in self.tongues


def shelf(root: Path, docs: Path, catalog: Catalog, tongues: frozenset[str] = frozenset()) -> Shelf:
    """The pages of the project in `root`, as the edition wishes them."""
    folder = root / OWN
    own = _named(folder, tongues) if folder.is_dir() and folder != docs else {}
    if catalog.adapted is None:
        return Shelf(docs, own, tongues=tongues)
    silent = frozenset(
        name for name, file in _named(docs, tongues).items() if name not in own and _speaks(file)
    )
    pages = catalog.adapted.pages
    return Shelf(docs, own, frozenset(pages.hide), silent, pages.order, tongues)


def _named(folder: Path, without: frozenset[str]) -> dict[str, Path]:
    found = (file for file in folder.rglob("*.md") if file.is_file())
    found = (f for f in found if f.relative_to(folder).parts[0] not in without)
    return {f.relative_to(folder).as_posix().removesuffix(".md"): f for f in sorted(found)}


def _speaks(file: Path) -> bool:
    head = HEAD.match(file.read_text(encoding="utf-8", errors="replace"))
    return bool(head and SPEAKS.search(head[1]))


def faults(
    made: Shelf,
    catalog: Catalog,
    site: Site,
    wished: Iterable[tuple[str, str, Place]],
    before: frozenset[str] = frozenset(),
) -> Iterator[Problem]:
    """What an edition wishes of its pages that cannot be done; `wished` are the verb, the page and
    where it is written, `before` the pages of the version that it rests on."""
    needed = {"index", site.register, site.glossary, site.deviations, f"{site.lists}/index"}
    lists = {site.page_of(name): name for name in (c.id for c in catalog.checklists)}
    known = made.known()
    for verb, name, at in wished:
        if name not in known and name in before:
            message = f"pages: {quoted(name)} is gone: upstream has no such page any more"
            yield Problem(*at, message, "delete it here; the upgrade report says which are new")
        elif name not in known:
            yield Problem(*at, f"pages: no page {quoted(name)}", near(name, known))
        elif verb != "hide":
            continue
        elif name in needed:
            message = f"pages: {quoted(name)} cannot be left out: other pages lead to it"
            hint = f"put a page of your own in its place: local/docs/{name}.md"
            yield Problem(*at, message, hint)
        elif name in lists:
            message = f"pages: {quoted(name)} is a list's page"
            hint = f"hide the list: hide: - id: {lists[name]}"
            yield Problem(*at, message, hint)


def without_pages(catalog: Catalog, made: Shelf) -> Catalog:
    """The catalog whose facets lead to no page that is left out."""
    facets = {
        facet: tuple(
            value.model_copy(update={"page": ""}) if value.page.strip("/") in made.gone else value
            for value in values
        )
        for facet, values in catalog.facets.items()
    }
    return catalog.model_copy(update={"facets": facets}) if made.gone else catalog


def with_pages(site: Site, made: Shelf, catalog: Catalog, optional: tuple[str, ...]) -> Site:
    """The site with what its pages decide: a list's own page, and pages that it may do without."""
    ours = (c.id for c in catalog.checklists if made.has(f"{site.local}/{c.id}"))
    there: dict[str, Any] = {
        name: page
        if (page := getattr(site, name)) and (made.has(page) or made.has(f"{page}/index"))
        else ""
        for name in optional
    }
    return replace(site, own_lists=frozenset(ours), **there)
