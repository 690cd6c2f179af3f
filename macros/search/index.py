"""Stems to documents with weights, cut into small files that a browser fetches when it needs them.

    hode.json      the rules, the synonyms, and where everything stands
    ord-N.json     stems in alphabetical order: each as [letters shared with the one before] + rest
    treff-N.json   for each stem its documents: numbers that hold (step from the last) * 16 + weight
    tekst-N.json   documents to show: [title, address, where, text]

A file is about `PIECE` (or `SHOWN`, or `WORDS`) bytes before compression, so that a search costs
much the same on a site of any size; the words of a small site fit in one. All of BM25 but the
rarity of a word is worked out here, in the weights (1 to 15).
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.catalog import select
from macros.catalog.model import Catalog
from macros.language.strings import Strings
from macros.search import kept
from macros.search.documents import KINDS, Found, documents
from macros.search.pieces import fronts, pieces
from macros.search.weights import postings
from macros.search.words import Rules, rules
from macros.site import Site

FOLDER = "assets/sok"
PIECE = 6_000
SHOWN = 5_000  # of what is shown: few of a piece are
WORDS = 60_000
WAYS = 2


def write(
    site_dir: Path,
    catalog: Catalog,
    t: Strings,
    site: Site,
    pages: Mapping[str, str],
    files: Iterable[object] = (),
    words: Rules | None = None,
    keep: Path | None = None,
) -> None:
    """Writes the index of a built site. `pages`: address to HTML; `words`: other rules than those
    of the catalog's language; `keep`: the file that holds it for the next build."""
    found = documents(catalog, t, site, pages, files)
    words = words or rules(catalog.language)
    ways, phases = _ways(found, site), [(v.id, v.title) for v in catalog.facets.get("phase", ())]
    groups = _groups(catalog, words)

    def made() -> Iterator[tuple[str, str]]:
        for name, data in _files(found, phases, groups, words, ways):
            yield name, json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    said: Iterable[tuple[str, str]] = made()
    if select.is_one_page(catalog):  # of a larger one a file is let go of as it is written
        made_of = (found, phases, groups, words.data, ways)
        said = kept.files(keep, made_of, lambda: dict(made())).items()
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in said:
        (folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


class _Addressed(Mapping[str, str]):
    """Pages by their address, from those by their file, which may be read as they are asked for."""

    def __init__(self, files: Mapping[str, Path], built: Mapping[Path, str]) -> None:
        self._files, self._built = files, built

    def __getitem__(self, address: str) -> str:
        return self._built[self._files[address]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def addressed(
    site_dir: Path, built: Mapping[Path, str], gone: Collection[str] = ()
) -> Mapping[str, str]:
    """Finished pages by their address, without the page for what is not there and those at the
    addresses of what is `gone`."""
    files = {
        f"{file.parent.relative_to(site_dir).as_posix()}/".removeprefix("./"): file
        for file in built if file.name == "index.html"
    }  # fmt: skip
    return _Addressed({a: file for a, file in files.items() if a not in gone}, built)


def _ways(found: Sequence[Found], site: Site) -> list[int]:
    """Where to go when nothing was found, besides the index from A to Å: numbers of documents."""
    there = {one.url: number for number, one in enumerate(found)}
    wanted = (f"{site.lists}/", f"{site.glossary}/", "")
    return [there[url] for url in wanted if url in there][:WAYS]


def _files(
    found: Sequence[Found],
    phases: Sequence[tuple[str, str]],
    groups: Sequence[Sequence[str]],
    words: Rules,
    ways: Sequence[int],
) -> Iterator[tuple[str, dict[str, Any] | list[Any]]]:
    documents_of = postings(found, words)
    stems = sorted(documents_of)
    made: dict[str, list[Any]] = {}
    starts: dict[str, list[Any]] = {"ord": [], "treff": [], "tekst": []}
    for number, (start, part) in enumerate(
        pieces(fronts(stems), WORDS, lambda row: len(row[1]) + 6)
    ):
        # A piece begins with a whole word: nothing before it is known to a reader of it alone.
        whole = [[0, stems[start]], *part[1:]]
        made[f"ord-{number}"] = [text if not shared else [shared, text] for shared, text in whole]
        starts["ord"].append([start, stems[start]])
    rows = [documents_of[stem] for stem in stems]
    for number, (start, part) in enumerate(pieces(rows, PIECE, lambda row: 4 * len(row) + 3)):
        made[f"treff-{number}"] = part
        starts["treff"].append(start)
    texts = [[f.title, f.url, f.where, f.text] for f in found]
    for number, (start, part) in enumerate(
        pieces(texts, SHOWN, lambda row: sum(map(len, row)) + 12)
    ):
        made[f"tekst-{number}"] = part
        starts["tekst"].append(start)
    kinds = Counter(f.kind for f in found)
    parts = Counter(f.url.split("#")[0] for f in found if f.kind in ("section", "item"))
    head = {
        "kinds": [[kind, kinds[kind]] for kind in KINDS],
        "phases": phases,
        "phase": _runs(found, [name for name, _ in phases]),
        # Pages and lists come first, then sections and items in the same order: how many each has.
        "sections": [parts[f.url] for f in found if f.kind == "page"],
        "items": [parts[f.url] for f in found if f.kind == "list"],
        "ways": ways,
        "starts": starts,
        "words": len(stems),
        "rules": words.data,
        "same": words.groups(groups, dict.fromkeys(stems, 1)),
    }
    yield "hode", head | {"version": _digest(made)}
    yield from ((name, _listed(part)) for name, part in made.items())


def _digest(made: Mapping[str, list[Any]]) -> str:
    """Ten figures for what all files hold, written out one at a time."""
    digest, between = hashlib.sha256(b"["), ""
    for name, part in sorted(made.items()):
        digest.update(f"{between}{(name, _listed(part))!r}".encode())
        between = ", "
    digest.update(b"]")
    return digest.hexdigest()[:10]


def _listed(part: list[Any]) -> list[Any]:
    """A file's rows as JSON has them."""
    return [list(row) if isinstance(row, array) else row for row in part]


def _runs(found: Sequence[Found], phases: Sequence[str]) -> list[list[Any]]:
    """The documents' phases, in order, as [numbers of phases, how many documents in a row]."""
    made: list[list[Any]] = []
    for one in found:
        numbers = [phases.index(p) for p in one.phases if p in phases]
        if made and made[-1][0] == numbers:
            made[-1][1] += 1
        else:
            made.append([numbers, 1])
    return made


def _groups(catalog: Catalog, words: Rules) -> list[list[str]]:
    """Words and phrases that mean much the same."""
    return [
        *([_spoken(term.term), *term.also, *term.asked] for term in catalog.terms),
        *map(list, catalog.synonyms),
        *map(list, words.families),
    ]


def _spoken(term: str) -> str:
    """A term without what stands in brackets behind it."""
    return term.split("(", maxsplit=1)[0].strip()
