"""Queries with their right answers, and how far down an answer stands: no browser, no search.

A file of queries has the columns query and expected, and may have half. `expected` is one or more
targets separated by «;», any of them right: a page path (`avslutning/`; «/» is the first page), a
page with an anchor (`begreper/#sla`), a page and none of its parts (`drift/#`), an item id, a list
id, or a section of the 2010 guide (`6.1`, `9`, `R`), which is hit by whatever says in its `source`
that it comes from there. Nothing expected: the site has no answer, and only whether there is a hit
is counted. `half` is «tune» or «kept»; without it the query decides.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks import ROOT
from macros import load
from macros.catalog.model import Catalog

Address = tuple[str, str]  # path from the site's root, fragment
SECTION = re.compile(r"[A-Z]|\d+(\.\d+)*(-\w+)?")
FRONT = re.compile(r"---\n(.*?)\n---\n", re.S)


class Target(NamedTuple):
    """A right answer: its kind, and addresses that lead to it."""

    kind: str
    addresses: frozenset[Address]


Query = tuple[str, list[Target]]


def queries(file: Path, catalog: Catalog, part: str | None = None) -> tuple[list[Query], list[str]]:
    """The queries of a file with their right answers, of one half when it is named; and every
    fault in the file."""
    with file.open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    asked, faults = [], []
    for number, row in enumerate(rows, 2):
        query = row["query"]
        try:
            wanted = list(targets(row["expected"], catalog, ROOT / "docs"))
        except ValueError as fault:
            faults.append(f"{file}:{number}: {fault}")
            continue
        if part in (None, row.get("half") or half(query)):
            asked.append((query, wanted))
    return asked, faults


def parser(about: str | None) -> argparse.ArgumentParser:
    """The words of a command that measures with files of queries; `about` is its own text."""
    made = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("files", type=Path, nargs="+")
    made.add_argument("--half", choices=["tune", "kept"])
    made.add_argument("--language", default="", help="one of the site's others: en, nn")
    return made


def chosen(args: argparse.Namespace) -> list[Query]:
    """The queries that the command's words name. Ends it with every fault in their files."""
    catalog = load.load(ROOT)
    read = [queries(file, catalog, args.half) for file in args.files]
    if faults := [fault for _, some in read for fault in some]:
        raise SystemExit("\n".join(faults))
    return [query for some, _ in read for query in some]


def half(query: str) -> str:
    """Which half a query belongs to: to tune on, or kept."""
    return "tune" if hashlib.sha256(query.encode("utf-8")).digest()[0] % 2 else "kept"


def targets(text: str, catalog: Catalog, docs: Path) -> Iterator[Target]:
    """The targets of one `expected`. Raises ValueError for one that is not there."""
    lists = {one.id for one in catalog.checklists}
    for part in filter(None, (p.strip() for p in text.split(";"))):
        if part in lists:
            yield Target("list", frozenset({(f"sjekklister/{part}/", "")}))
        elif part in catalog.by_id:
            yield Target("item", item(catalog, part))
        elif "/" in part:
            path, only, fragment = part.removeprefix("/").partition("#")
            kind = "whole" if only and not fragment else "page"
            kind = "term" if path == "begreper/" and fragment else kind
            yield Target(kind, frozenset({(path, fragment)}))
        elif SECTION.fullmatch(part):
            yield from section(part, catalog, docs)
        else:
            raise ValueError(f"no page, list, item or section {part!r}")


def item(catalog: Catalog, name: str) -> frozenset[Address]:
    """Where an item is found: in the register, and in its own list."""
    return frozenset({("punkt/", name), (f"sjekklister/{catalog.by_id[name][0].id}/", name)})


def section(reference: str, catalog: Catalog, docs: Path) -> Iterator[Target]:
    """Everything that comes from a section of the 2010 guide."""
    inside = re.compile(rf"{re.escape(reference)}([-.]|$)")

    def comes(sources: object) -> bool:
        found = sources if isinstance(sources, list | tuple) else ()
        return any(inside.match(str(source)) for source in found)

    for _, one in catalog.items():
        if comes(one.source):
            yield Target("section", item(catalog, one.id))
    for term in catalog.terms:
        if comes(term.source):
            yield Target("section", frozenset({("begreper/", term.id)}))
    apart = load.tongues(ROOT)
    for file in docs.rglob("*.md"):
        if file.relative_to(docs).parts[0] in apart:
            continue
        head = FRONT.match(file.read_text(encoding="utf-8"))
        if head and comes((yaml.safe_load(head[1]) or {}).get("source")):
            name = file.relative_to(docs).with_suffix("").as_posix()
            yield Target("section", frozenset({(f"{name.removesuffix('index').rstrip('/')}/", "")}))


def rank(found: Sequence[Address], wanted: Sequence[Target], whole: bool = False) -> int:
    """How far down the first right answer stands, from 1; 0 when there is none. With `whole`, an
    item is hit by the page of its list."""
    return next((n for n, one in enumerate(found, 1) if _right(one, wanted, whole)), 0)


def _right(found: Address, wanted: Sequence[Target], whole: bool) -> bool:
    path, fragment = found
    for target in wanted:
        by_list = whole and target.kind in ("item", "section") and not fragment
        for page, anchor in target.addresses:
            # A page is found by any of its sections, unless it is the whole that is asked for; an
            # anchor only by itself.
            any_part = not anchor and target.kind != "whole"
            if path == page and (fragment == anchor or any_part or by_list):
                return True
    return False


def figures(ranks: Sequence[int]) -> dict[str, float]:
    """The figures of some ranks; 0 is a query whose answer was not found."""
    count = len(ranks) or 1
    return {
        "success@1": sum(rank == 1 for rank in ranks) / count,
        "success@3": sum(0 < rank <= 3 for rank in ranks) / count,
        "mrr": sum(1 / rank for rank in ranks if rank) / count,
    }
