"""What needs the finished files: checks that nothing is missing from the built site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros import select
from macros.model import Catalog
from macros.problems import Problem
from macros.site import Site

MACRO_ERROR = re.compile(r"Macro (Rendering|Syntax) Error|<!--/?checklist-->")


@dataclass(frozen=True)
class Built:
    """A built page: its text, its ids, and the ids of the items that it shows."""

    text: str
    ids: Counter[str]
    items: Counter[str]


Pages = Mapping[str, "Built"]


def read(page: Path) -> Built:
    """A built page's ids. A pattern will do: attributes of built pages are in double quotes."""
    text = page.read_text(encoding="utf-8")
    ids = re.findall(r" id=\"?([^\s\">]+)", text)
    return Built(text, Counter(ids), Counter(re.findall(r" data-item=\"([^\"]+)", text)))


def finish(site_dir: Path, catalog: Catalog, site: Site) -> list[Problem]:
    """Every fault in the built site: a missing item, an id twice, a macro's error text."""
    pages = {p.relative_to(site_dir).as_posix(): read(p) for p in sorted(site_dir.rglob("*.html"))}
    return [*_lists(pages, catalog, site), *_register(pages, catalog, site), *_faults(pages)]


def _lists(pages: Pages, catalog: Catalog, site: Site) -> Iterator[Problem]:
    for checklist in catalog.checklists:
        expected = [s.item.id for s in select.entries(catalog, checklist)]
        yield from _complete(pages, f"{site.page_of(checklist.id)}/index.html", expected)


def _register(pages: Pages, catalog: Catalog, site: Site) -> Iterator[Problem]:
    name = f"{site.register}/index.html"
    yield from _complete(pages, name, [item.id for _, item in catalog.items()])
    for gone in catalog.retired:
        if name in pages and gone.id not in pages[name].ids:
            yield Problem(name, 0, 0, f"retired id {gone.id} has no anchor", "see register.html")


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
        if bad := MACRO_ERROR.search(page.text):
            hint = "read the build's messages; is the markdown extension macros.markdown on?"
            yield Problem(name, 0, 0, f'holds the text "{bad[0]}"', hint)
        for twice in (i for i, n in page.ids.items() if n > 1):
            hint = "give the heading an id of its own"
            yield Problem(name, 0, 0, f'id "{twice}" stands twice', hint)
