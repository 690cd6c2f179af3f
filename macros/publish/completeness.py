"""What needs the finished files: checks that nothing is missing from the built site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.catalog import select
from macros.catalog.model import Catalog
from macros.problems import Problem
from macros.site import Site

# One by one: each begins with letters, and is found ten times as soon as one or the other.
MACRO_ERRORS = (re.compile(r"Macro (?:Rendering|Syntax) Error"), re.compile(r"<!--/?checklist-->"))


@dataclass(frozen=True)
class Built:
    """A built page: its ids, the ids of the items that it shows, and a macro's error text."""

    ids: Counter[str]
    items: Counter[str]
    error: str


Pages = Mapping[str, "Built"]


def _built(page: str) -> Built:
    # A pattern will do: attributes of built pages are in double quotes.
    ids = re.findall(r" id=\"?([^\s\">]+)", page)
    bad = next(filter(None, (error.search(page) for error in MACRO_ERRORS)), None)
    items = Counter(re.findall(r" data-item=\"([^\"]+)", page))
    return Built(Counter(ids), items, bad[0] if bad else "")


class Read(Mapping[Path, str]):
    """Files as they are when they are asked for: of a large guide all pages at once are more than
    the rest of a build holds."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._files = dict.fromkeys(files)

    def __getitem__(self, file: Path) -> str:
        if file not in self._files:
            raise KeyError(file)
        return file.read_text(encoding="utf-8")

    def __iter__(self) -> Iterator[Path]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def read(site_dir: Path) -> Mapping[Path, str]:
    """Every page of a built site, as it is when it is asked for."""
    return Read(sorted(site_dir.rglob("*.html")))


def finish(
    site_dir: Path, built: Mapping[Path, str], catalog: Catalog, site: Site
) -> list[Problem]:
    """Every fault in the built site: a missing item, an id twice, a macro's error text. `built`
    is what `read` gives."""
    pages = {p.relative_to(site_dir).as_posix(): _built(page) for p, page in built.items()}
    return [*_lists(pages, catalog, site), *_register(pages, catalog, site), *_faults(pages)]


def _lists(pages: Pages, catalog: Catalog, site: Site) -> Iterator[Problem]:
    for checklist in catalog.checklists:
        expected = [s.item.id for s in select.entries(catalog, checklist)]
        yield from _complete(pages, f"{site.page_of(checklist.id)}/index.html", expected)


def _register(pages: Pages, catalog: Catalog, site: Site) -> Iterator[Problem]:
    name = f"{site.register}/index.html"
    if select.is_one_page(catalog):
        yield from _complete(pages, name, [item.id for _, item in catalog.items()])
    else:
        yield from _leading(pages, name, [c.id for c in catalog.checklists])
    for gone in catalog.retired:
        if name in pages and gone.id not in pages[name].ids:
            yield Problem(name, 0, 0, f"retired id {gone.id} has no anchor", "see register.html")


def _leading(pages: Pages, name: str, lists: list[str]) -> Iterator[Problem]:
    """What the register of a large guide lacks: each list stands there."""
    for missing in lists if name in pages else ():
        if f"liste-{missing}" not in pages[name].ids:
            hint = "see register.html"
            yield Problem(name, 0, 0, f"list {missing} is not on the page", hint)


def _complete(pages: Pages, name: str, expected: list[str]) -> Iterator[Problem]:
    if name not in pages:
        yield Problem(name, 0, 0, "the page was not built", f"is docs/{name[:-11]}.md there?")
        return
    for item in expected:
        if not pages[name].items[item] or not pages[name].ids[item]:
            hint = "does a template leave it out?"
            yield Problem(name, 0, 0, f"item {item} is not on the page", hint)


def _faults(pages: Pages) -> Iterator[Problem]:
    for name, page in pages.items():
        if page.error:
            hint = "read the build's messages; is the markdown extension macros.markdown on?"
            yield Problem(name, 0, 0, f'holds the text "{page.error}"', hint)
        for twice in (i for i, n in page.ids.items() if n > 1):
            hint = "give the heading an id of its own"
            yield Problem(name, 0, 0, f'id "{twice}" stands twice', hint)
