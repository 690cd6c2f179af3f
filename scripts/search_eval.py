"""Runs queries through the real search in a real browser and says how far down the answer is.

    .venv/bin/python scripts/search_eval.py FILE.csv [--by kind] [--half tune|kept] [--site FOLDER]

FILE.csv has the columns query and expected. `expected` is one or more targets separated by «;», any
of them right: a page path (`avslutning/`), a page with an anchor (`begreper/#sla`), an item id, a
list id, or a section of the 2010 guide (`6.1`, `9`, `R`), which is hit by whatever says in its
`source` that it comes from there. Prints the rank of the first right answer of each query, then
success@1, success@3, the mean reciprocal rank and how many queries had no hit at all. `--half`
takes one half of the queries, split by a hash of the query: one to tune on, one to keep.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).parent))
import dev
from playwright.sync_api import Page, sync_playwright

from macros import load
from macros.model import Catalog

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
    """Where an item is found: in the register, in its list, or the list as a whole."""
    home = catalog.by_id[name][0].id
    page = f"sjekklister/{home}/"
    return frozenset({("punkt/", name), (page, name), (page, "")})


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


def results(page: Page, query: str) -> list[tuple[str, str]]:
    """What the site's own search answers, best first, as (path, fragment)."""
    field = page.locator(".md-search__input")
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
    base = page.evaluate("new URL('.', location.href).href")
    made = []
    for address in before[:MOST]:
        path, _, fragment = address.removeprefix(base).partition("#")
        made.append((path.split("?")[0], fragment))
    return made


def right(found: tuple[str, str], wanted: list[Target]) -> str:
    """The kind of the target that an answer hits; «» when it hits none."""
    path, fragment = found
    for target in wanted:
        for page, anchor in target.addresses:
            # A page is found by any of its sections; an anchor only by itself.
            if path == page and (fragment == anchor or (not anchor and target.kind != "item")):
                return target.kind
    return ""


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
    parser.add_argument("--site", type=Path, default=dev.ROOT / "site")
    args = parser.parse_args()
    catalog = load.load(dev.ROOT)
    with args.file.open(encoding="utf-8") as file:
        rows = [(r["query"], r["expected"]) for r in csv.DictReader(file)]
    faults = []
    asked = []
    for number, (query, expected) in enumerate(rows, 2):
        try:
            asked.append((query, list(targets(expected, catalog, dev.ROOT / "docs"))))
        except ValueError as fault:
            faults.append(f"{args.file}:{number}: {fault}")
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 1
    asked = [(q, t) for q, t in asked if args.half in (None, half(q))]
    ranks: list[int] = []
    kinds: dict[str, list[int]] = defaultdict(list)
    empty = 0
    with dev.served(args.site) as address, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=dev.browser(), args=dev.BROWSER_ARGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        page.locator(".md-search__input").click()
        page.wait_for_timeout(1500)
        for query, wanted in asked:
            found = results(page, query)
            empty += not found
            rank = next((n for n, one in enumerate(found, 1) if right(one, wanted)), 0)
            ranks.append(rank)
            kinds[wanted[0].kind if wanted else "none"].append(rank)
            print(f"{rank or '-':>3}  {query}")
        browser.close()
    for name, value in figures(ranks).items():
        print(f"{name} {value:.2f}")
    print(f"no_hit {empty}")
    for kind, some in sorted(kinds.items()) if args.by else ():
        told = " ".join(f"{name} {value:.2f}" for name, value in figures(some).items())
        print(f"{kind} ({len(some)}): {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
