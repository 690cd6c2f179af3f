"""What each part of the search is worth: the same queries with the index made without phrases that
people type (`asked`), without those of a language near by (nynorsk beside bokmål), without
synonyms, and without families and irregular words of the language.

    .venv/bin/python -m benchmarks.search_ablation FILE.csv … [--half tune|kept] [--language en]

Reads the built site's pages, makes each index anew and asks the engine itself in one page of a real
browser. Files to download are not among what is found here. Prints success@1, success@3, the mean
reciprocal rank, queries without a hit, and the bytes of the index as gzip -9 would send it.
"""

from __future__ import annotations

import gzip
import re
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks import ROOT
from benchmarks.browsing import opened, script
from benchmarks.queries import Query, chosen, figures, parser, rank
from benchmarks.search_eval import MOST
from macros import load, search
from macros.catalog import asked
from macros.catalog.model import Catalog
from macros.language import strings
from macros.load.translations import in_language
from macros.search import index
from macros.search.words import Rules
from macros.site import Site

WITHOUT: Mapping[str, frozenset[str]] = {
    "as it is": frozenset(),
    "without asked": frozenset({"asked"}),
    "without those of a language near by": frozenset({"near"}),
    "without synonyms": frozenset({"synonyms"}),
    "without both": frozenset({"asked", "synonyms"}),
    "without families and irregular words": frozenset({"families"}),
}
PHRASES = re.compile(r'<meta name="guide-asked"[^>]*>')


def without_asked(catalog: Catalog) -> Catalog:
    """The catalog without a phrase that people type."""

    def bare(thing: Any) -> Any:
        inner = getattr(thing, "items", None)
        kept = {"items": tuple(map(bare, inner))} if isinstance(inner, tuple) else {}
        return thing.model_copy(update=kept | ({"asked": ()} if hasattr(thing, "asked") else {}))

    lists, terms = tuple(map(bare, catalog.checklists)), tuple(map(bare, catalog.terms))
    return catalog.model_copy(update={"checklists": lists, "terms": terms})


def in_words(language: str) -> Catalog:
    """The guide in a language, «» for its own."""
    loaded = load.load_with_places(ROOT)
    return in_language(ROOT, language, loaded) if language else loaded.catalog


def made(folder: Path, language: str, pages: Mapping[str, str], left: frozenset[str]) -> int:
    """Makes the index in `folder` without what is `left` out, and gives its bytes."""
    with patch.dict(asked.NEAR, clear="near" in left):
        catalog = in_words(language)
    if "asked" in left:
        catalog = without_asked(catalog)
        pages = {address: PHRASES.sub("", page) for address, page in pages.items()}
    if "synonyms" in left:
        catalog = catalog.model_copy(update={"synonyms": ()})
    rules = search.rules(catalog.language)
    if "families" in left:
        rules = Rules({**rules.source, "families": (), "irregular": ()})
    t = strings.load(catalog.language)
    index.write(folder, catalog, t, Site("ablation"), pages, words=rules)
    files = (folder / index.FOLDER).iterdir()
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def ranks(queries: list[Query], found: list[list[str]]) -> tuple[list[int], int]:
    """The rank of each query that has an answer, and how many queries had no hit."""
    split = [[(url.partition("#")[0], url.partition("#")[2]) for url in urls] for urls in found]
    pairs = zip(queries, split, strict=True)
    return [rank(urls, wanted) for (_, wanted), urls in pairs if wanted], split.count([])


def measure(folder: Path, queries: list[Query], language: str) -> None:
    """Prints a line for each index."""
    site = ROOT / "site"
    top = site / language  # where another language is, its folder is none of the guide's own
    others = load.tongues(ROOT) if not language else frozenset()
    files = [f for f in top.rglob("index.html") if f.relative_to(top).parts[0] not in others]
    pages = search.addressed(top, {f: f.read_text(encoding="utf-8") for f in sorted(files)})
    shutil.copytree(site / "assets" / "checklists", folder / "assets" / "checklists")
    (folder / "index.html").write_text("", encoding="utf-8")
    with opened(folder) as (address, chromium):
        page = chromium.new_page()
        page.goto(address)
        for number, (name, left) in enumerate(WITHOUT.items()):
            size = made(folder / str(number), language, pages, left)
            texts = [query for query, _ in queries]
            found = page.evaluate(script("find.js"), [str(number), texts, MOST])
            ours, empty = ranks(queries, found)
            told = " ".join(f"{key} {value:.2f}" for key, value in figures(ours).items())
            print(f"{name:36} {told} no_hit {empty}, {size / 1000:.0f} kB ({len(ours)} queries)")


def main() -> int:
    args = parser(__doc__).parse_args()
    some = chosen(args)
    with tempfile.TemporaryDirectory() as name:
        measure(Path(name), some, args.language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
