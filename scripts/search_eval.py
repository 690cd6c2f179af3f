"""Runs queries through the real search in a real browser and says how far down the answer is.

    .venv/bin/python scripts/search_eval.py FILE.csv [--by kind] [--half tune|kept] [--only ours]

FILE.csv has the columns query and expected. `expected` is one or more targets separated by «;», any
of them right: a page path (`avslutning/`), a page with an anchor (`begreper/#sla`), an item id, a
list id, or a section of the 2010 guide (`6.1`, `9`, `R`), which is hit by whatever says in its
`source` that it comes from there. Prints the rank of the first right answer of each query, then
success@1, success@3, the mean reciprocal rank and how many queries had no hit at all; then the same
figures for Material's default search on the same pages, built beside for this run (`--only ours`
leaves that out). An item is found by its own address; where Material knows only the list's page,
that counts for it. `--half` takes one half of the queries, split by a hash of the query: one to
tune on, one to keep.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).parent))
import bench
from dev import browser as program
from dev import environment as here
from dev import serve
from playwright.sync_api import Page, sync_playwright

from macros import load
from macros.catalog.model import Catalog

MOST = 20  # results looked at; a right answer further down is no answer


class Target(NamedTuple):
    """A right answer: its kind, and addresses (path, fragment) that lead to it."""

    kind: str
    addresses: frozenset[tuple[str, str]]


def targets(text: str, catalog: Catalog, docs: Path) -> Iterator[Target]:
    """The targets of one `expected`. Raises ValueError for one that is not there."""
    lists = {c.id for c in catalog.checklists}
    for part in filter(None, (p.strip() for p in text.split(";"))):
        if part in lists:
            yield Target("list", frozenset({(f"sjekklister/{part}/", "")}))
        elif part in catalog.by_id:
            yield Target("item", item(catalog, part))
        elif "/" in part:
            path, _, fragment = part.partition("#")
            yield Target("term" if path == "begreper/" else "page", frozenset({(path, fragment)}))
        elif re.fullmatch(r"[A-Z]|\d+(\.\d+)*(-\w+)?", part):
            yield from section(part, catalog, docs)
        else:
            raise ValueError(f"no page, list, item or section {part!r}")


def item(catalog: Catalog, name: str) -> frozenset[tuple[str, str]]:
    """Where an item is found: in the register, and in its own list."""
    return frozenset({("punkt/", name), (f"sjekklister/{catalog.by_id[name][0].id}/", name)})


def section(reference: str, catalog: Catalog, docs: Path) -> Iterator[Target]:
    """Everything that comes from a section of the 2010 guide."""

    def comes(sources: object) -> bool:
        found = sources if isinstance(sources, (list, tuple)) else ()
        inside = re.compile(rf"{re.escape(reference)}([-.]|$)")
        return any(inside.match(str(source)) for source in found)

    for _, one in catalog.items():
        if comes(one.source):
            yield Target("section", item(catalog, one.id))
    for term in catalog.terms:
        if comes(term.source):
            yield Target("section", frozenset({("begreper/", term.id)}))
    for file in docs.rglob("*.md"):
        head = re.match(r"---\n(.*?)\n---\n", file.read_text(encoding="utf-8"), re.S)
        if head and comes((yaml.safe_load(head[1]) or {}).get("source")):
            name = file.relative_to(docs).with_suffix("").as_posix()
            yield Target("section", frozenset({(f"{name.removesuffix('index').rstrip('/')}/", "")}))


Searcher = Callable[[Page, str], list[tuple[str, str]]]


def ours(page: Page, query: str) -> list[tuple[str, str]]:
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
    found = links.evaluate_all("all => all.map(a => a.href)")
    return [] if none else _split(page, found)


def materials(page: Page, query: str) -> list[tuple[str, str]]:
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
    return _split(page, before)


def _split(page: Page, links: list[str]) -> list[tuple[str, str]]:
    """Addresses as (path from the site's root, fragment)."""
    made = []
    for link in links[:MOST]:
        path, _, fragment = re.sub(r"^\w+://[^/]*/", "", link).partition("#")
        made.append((path.split("?")[0], fragment))
    return made


def material_site(folder: Path) -> Path:
    """The same pages built with Material's default search in `folder`."""
    bench.project(folder, 0)
    turn_to_material(folder)
    bench.build(folder)()
    return folder / "site"


def turn_to_material(folder: Path) -> None:
    """Material's default search in place of ours, in the project that lies in `folder`."""
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    lines = "plugins:\n  search: {lang: 'no'}\n"
    config.write_text(text.replace("plugins:\n", lines, 1), encoding="utf-8")
    main = folder / "overrides" / "main.html"
    text = main.read_text(encoding="utf-8")
    text = re.sub(r"\{% block header %\}.*?\{% endblock %\}\n", "", text, flags=re.DOTALL)
    main.write_text(text, encoding="utf-8")


def right(found: tuple[str, str], wanted: list[Target], whole: bool) -> str:
    """The kind of the target that an answer hits; «» when it hits none. With `whole`, an item is
    hit by the page of its list."""
    path, fragment = found
    for target in wanted:
        for page, anchor in target.addresses:
            # A page is found by any of its sections; an anchor only by itself.
            if path == page and (fragment == anchor or not anchor):
                return target.kind
            if whole and target.kind in ("item", "section") and path == page and not fragment:
                return target.kind
    return ""


def rank(found: list[tuple[str, str]], wanted: list[Target], whole: bool = False) -> int:
    """How far down the first right answer stands, from 1; 0 when there is none."""
    return next((n for n, one in enumerate(found, 1) if right(one, wanted, whole)), 0)


def queries(
    file: Path, catalog: Catalog, part: str | None = None
) -> tuple[list[tuple[str, list[Target]]], list[str]]:
    """The queries of a file with their right answers, of one half when it is named; and every
    fault in the file."""
    with file.open(encoding="utf-8") as handle:
        rows = [(r["query"], r["expected"]) for r in csv.DictReader(handle)]
    asked, faults = [], []
    for number, (query, expected) in enumerate(rows, 2):
        try:
            wanted = list(targets(expected, catalog, here.ROOT / "docs"))
        except ValueError as fault:
            faults.append(f"{file}:{number}: {fault}")
            continue
        if part in (None, half(query)):
            asked.append((query, wanted))
    return asked, faults


def half(query: str) -> str:
    """Which half a query belongs to: to tune on, or kept."""
    return "tune" if hashlib.sha256(query.encode("utf-8")).digest()[0] % 2 else "kept"


def figures(ranks: list[int]) -> dict[str, float]:
    """The figures of a list of ranks; 0 is a query whose answer was not found."""
    count = len(ranks) or 1
    return {
        "success@1": sum(r == 1 for r in ranks) / count,
        "success@3": sum(0 < r <= 3 for r in ranks) / count,
        "mrr": sum(1 / r for r in ranks if r) / count,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--by", choices=["kind"])
    parser.add_argument("--half", choices=["tune", "kept"])
    parser.add_argument("--only", choices=["ours"])
    args = parser.parse_args()
    catalog = load.load(here.ROOT)
    asked, faults = queries(args.file, catalog, args.half)
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 1
    print("ours")
    with serve.served(here.ROOT / "site") as address:
        measure(address, ours, asked, args.by, each=True)
    if args.only != "ours":
        print("\nMaterial's default search on the same pages")
        with (
            tempfile.TemporaryDirectory() as folder,
            serve.served(material_site(Path(folder))) as address,
        ):
            measure(address, materials, asked, args.by, each=False)
    return 0


def measure(
    address: str, search: Searcher, asked: list[tuple[str, list[Target]]], by: str, each: bool
) -> None:
    """Runs every query and prints the figures."""
    ranks: list[int] = []
    kinds: dict[str, list[int]] = defaultdict(list)
    empty = 0
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=program.path(), args=program.ARGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        for query, wanted in asked:
            found = search(page, query)
            empty += not found
            place = rank(found, wanted, whole=search is materials)
            ranks.append(place)
            kinds[wanted[0].kind if wanted else "none"].append(place)
            if each:
                print(f"{place or '-':>3}  {query}")
        browser.close()
    for name, value in figures(ranks).items():
        print(f"{name} {value:.2f}")
    print(f"no_hit {empty}")
    for kind, some in sorted(kinds.items()) if by else ():
        told = " ".join(f"{name} {value:.2f}" for name, value in figures(some).items())
        print(f"{kind} ({len(some)}): {told}")


if __name__ == "__main__":
    sys.exit(main())
