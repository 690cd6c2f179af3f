"""Runs queries through the real search in a real browser and says how far down the answer is.

    .venv/bin/python -m benchmarks.search_eval FILE.csv … [--by kind] [--half tune|kept]
        [--only ours] [--language en]

queries.py says what FILE.csv holds; several are asked as one. Prints the rank of the first right
answer of each query, then success@1, success@3, the mean reciprocal rank and how many queries had
no hit at all; then the same figures for Material's default search on the same pages, built beside
for this run (`--only ours` leaves that out). A query that the site has no answer to («?») counts
only for hits. An item is found by its own address; where Material knows only the list's page, that
counts for it. `--language` asks the pages in another language of the site; their queries have the
addresses below its folder, and Material's search is not built for them. `--half` takes one half of
the queries, split by the file or by a hash of the query: one to tune on, one to keep.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Page

from benchmarks import ROOT
from benchmarks.browsing import opened
from benchmarks.project import Unchanged, build, plain_search, project
from benchmarks.queries import Address, Query, chosen, figures, parser, rank

MOST = 20  # results looked at; a right answer further down is no answer
HEADER = re.compile(r"\{% block header %\}.*?\{% endblock %\}\n", re.DOTALL)
Searcher = Callable[[Page, str], list[Address]]


def ours(page: Page, query: str) -> list[Address]:
    """What the site's own search answers, in the order that a reader meets it."""
    field = page.locator("#guide-search-field")
    if not field.is_visible():
        page.locator("[data-search-open]").first.click()
        page.wait_for_selector("dialog select")
    field.fill(query)
    page.wait_for_function(
        "q => document.querySelector('dialog').dataset.answered === q", arg=query
    )
    links = page.locator(".guide-search__found li a")
    # The lists offered when there is no hit are no hits.
    none = page.locator("dialog").get_attribute("data-hits") == "0"
    return [] if none else _split(links.evaluate_all("all => all.map(a => a.href)"))


def materials(page: Page, query: str) -> list[Address]:
    """What Material's search answers, best first."""
    field = page.locator(".md-search__input")
    if not page.locator(".md-search__output").is_visible():
        field.click()
        page.wait_for_timeout(1500)
    field.fill("")
    field.fill(query)
    # Material listens for keys, not for what the field holds.
    page.keyboard.press("End")
    page.wait_for_timeout(250)
    # The search works in another thread; its answer is there when it no longer changes.
    before: list[str] = ["?"]
    for _ in range(20):
        found = page.locator(".md-search-result__link").evaluate_all("all => all.map(a => a.href)")
        if found == before:
            break
        before = found
        page.wait_for_timeout(60)
    return _split(before)


def _split(links: Sequence[str]) -> list[Address]:
    made = []
    for link in links[:MOST]:
        path, _, fragment = re.sub(r"^\w+://[^/]*/", "", link).partition("#")
        made.append((path.split("?")[0], fragment))
    return made


def with_materials(folder: Path) -> Path:
    """The same pages built with Material's default search in `folder`, in place of ours."""
    project(folder)
    plain_search(folder)
    main = folder / "overrides" / "main.html"
    text, taken = HEADER.subn("", main.read_text(encoding="utf-8"))
    if not taken:
        raise Unchanged("overrides/main.html has no header of its own")
    main.write_text(text, encoding="utf-8")
    build(folder)()
    return folder / "site"


def measure(
    site: Path, search: Searcher, asked: list[Query], by_kind: bool, each: bool, language: str = ""
) -> None:
    """Runs every query on a built site and prints the figures."""
    folder = f"{language}/" if language else ""
    ranks: list[int] = []
    kinds: dict[str, list[int]] = defaultdict(list)
    empty = 0
    with opened(site) as (address, chromium):
        # Our pages allow no worker but their own: Material's search hides itself.
        theirs = search is materials
        page = chromium.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=theirs)
        page.goto(address + folder)
        for query, wanted in asked:
            found = [(path.removeprefix(folder), part) for path, part in search(page, query)]
            empty += not found
            place = rank(found, wanted, whole=theirs)
            if wanted:
                ranks.append(place)
                kinds[wanted[0].kind].append(place)
            if each:
                print(f"{(place or '-') if wanted else '?':>3}  {query}")
    for name, value in figures(ranks).items():
        print(f"{name} {value:.2f}")
    print(f"no_hit {empty}")
    for kind, some in sorted(kinds.items()) if by_kind else ():
        told = " ".join(f"{name} {value:.2f}" for name, value in figures(some).items())
        print(f"{kind} ({len(some)}): {told}")


def main() -> int:
    words = parser(__doc__)
    words.add_argument("--by", choices=["kind"])
    words.add_argument("--only", choices=["ours"])
    args = words.parse_args()
    asked = chosen(args)
    print("ours")
    measure(ROOT / "site", ours, asked, bool(args.by), each=True, language=args.language)
    if args.only != "ours" and not args.language:
        print("\nMaterial's default search on the same pages")
        with tempfile.TemporaryDirectory() as name:
            site = with_materials(Path(name))
            measure(site, materials, asked, bool(args.by), each=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
