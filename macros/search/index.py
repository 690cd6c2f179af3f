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
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.catalog.model import Catalog
from macros.language.strings import Strings
from macros.search.documents import KINDS, Found, documents
from macros.search.words import Rules, rules
from macros.site import Site

FOLDER = "assets/sok"
PIECE = 6_000
SHOWN = 5_000  # of what is shown: few of a piece are
WORDS = 60_000
STEPS = 16
ONCE = 0.5  # below this weight a word counts once, however often it stands there
PART = 0.5  # the weight of a compound's part, beside the compound's own
JOINED = 0.7  # and of a part of what is written with a hyphen
END = 0.35  # and of a word that a compound only begins or ends with
SATURATION = 2.2
SHORT = 0.55  # how much of the weight length decides


def write(
    site_dir: Path,
    catalog: Catalog,
    t: Strings,
    site: Site,
    pages: Mapping[str, str],
    files: Iterable[object] = (),
) -> None:
    """Writes the index of a built site. `pages`: address to HTML."""
    found = documents(catalog, t, site, pages, files)
    words = rules(catalog.language)
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in _files(found, catalog, words):
        made = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{name}.json").write_text(made, encoding="utf-8", newline="\n")


def addressed(site_dir: Path, built: Mapping[Path, str]) -> dict[str, str]:
    """Finished pages by their address, without the page for what is not there."""
    return {
        f"{file.parent.relative_to(site_dir).as_posix()}/".removeprefix("./"): page
        for file, page in built.items() if file.name == "index.html"
    }  # fmt: skip


def _files(
    found: Sequence[Found], catalog: Catalog, words: Rules
) -> Iterator[tuple[str, dict[str, Any] | list[Any]]]:
    postings = _postings(found, words)
    stems = sorted(postings)
    made: dict[str, dict[str, Any] | list[Any]] = {}
    starts: dict[str, list[Any]] = {"ord": [], "treff": [], "tekst": []}
    for number, (start, part) in enumerate(
        _pieces(_fronts(stems), WORDS, lambda row: len(row[1]) + 6)
    ):
        # A piece begins with a whole word: nothing before it is known to a reader of it alone.
        whole = [[0, stems[start]], *part[1:]]
        made[f"ord-{number}"] = [text if not shared else [shared, text] for shared, text in whole]
        starts["ord"].append([start, stems[start]])
    rows = [postings[stem] for stem in stems]
    for number, (start, part) in enumerate(_pieces(rows, PIECE, lambda row: 4 * len(row) + 3)):
        made[f"treff-{number}"] = part
        starts["treff"].append(start)
    texts = [[f.title, f.url, f.where, f.text] for f in found]
    for number, (start, part) in enumerate(
        _pieces(texts, SHOWN, lambda row: sum(map(len, row)) + 12)
    ):
        made[f"tekst-{number}"] = part
        starts["tekst"].append(start)
    phases = catalog.facets.get("phase", ())
    kinds = Counter(f.kind for f in found)
    sections = Counter(f.url.split("#")[0] for f in found if f.kind == "section")
    head = {
        "kinds": [[kind, kinds[kind]] for kind in KINDS],
        "phases": [[v.id, v.title] for v in phases],
        "phase": _runs(found, [v.id for v in phases]),
        # Pages come first, then their sections in the same order: how many each has.
        "sections": [sections[f.url] for f in found if f.kind == "page"],
        "starts": starts,
        "words": len(stems),
        "rules": words.data,
        "same": _same(catalog, words, dict.fromkeys(stems, 1)),
    }
    digest = hashlib.sha256(repr(sorted(made.items())).encode()).hexdigest()[:10]
    yield "hode", head | {"version": digest}
    yield from made.items()


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


def _same(catalog: Catalog, words: Rules, known: Mapping[str, int]) -> list[list[list[list[str]]]]:
    groups = [
        *([_spoken(term.term), *term.also, *term.asked] for term in catalog.terms),
        *catalog.synonyms,
        *words.families,
    ]
    return words.groups(groups, known)


def _spoken(term: str) -> str:
    """A term without what stands in brackets behind it."""
    return term.split("(")[0].strip()


def _fronts(stems: Sequence[str]) -> list[list[Any]]:
    """Front coding: alphabetical words share their beginnings."""
    made: list[list[Any]] = []
    before = ""
    for stem in stems:
        shared = 0
        while shared < min(len(before), len(stem), 35) and before[shared] == stem[shared]:
            shared += 1
        made.append([shared, stem[shared:]])
        before = stem
    return made


def _pieces(
    rows: Sequence[Any], size: int, cost: Callable[[Any], int]
) -> Iterator[tuple[int, list[Any]]]:
    """(number of the first row, rows) of pieces of about `size` bytes, by what a row costs."""
    start, weight = 0, 0
    part: list[Any] = []
    for number, row in enumerate(rows):
        bytes_ = cost(row)
        if part and weight + bytes_ > size:
            yield start, part
            start, weight, part = number, 0, []
        part.append(row)
        weight += bytes_
    if part:
        yield start, part


def _postings(found: Sequence[Found], words: Rules) -> dict[str, list[int]]:
    """Stem to its coded documents."""
    tokens = [[(weight, Counter(words.tokens(text))) for weight, text in f.fields] for f in found]
    every: Counter[tuple[str, ...]] = Counter()
    for fields in tokens:
        for _, some in fields:
            every.update(some)
    alone: Counter[str] = Counter()
    for forms, count in every.items():
        for word in forms if len(forms) == 1 else forms[1:]:
            if len(word) >= words.data["part"] and not any(c.isdigit() for c in word):
                alone[words.stem(word)] += count
    shares = _Shares(words, alone)
    lengths = [sum(some.total() for weight, some in fields if weight >= 1) for fields in tokens]
    usual = sum(lengths) / (len(lengths) or 1) or 1
    made: dict[str, list[int]] = defaultdict(list)
    last: dict[str, int] = {}
    for number, fields in enumerate(tokens):
        norm = 1 - SHORT + SHORT * math.sqrt(lengths[number] / usual)
        for stem, weight in _weighed(fields, shares).items():
            impact = weight / (weight + SATURATION * norm)
            level = max(1, min(STEPS - 1, round(impact * (STEPS - 1))))
            made[stem].append((number - last.get(stem, 0)) * STEPS + level)
            last[stem] = number
    return made


def _weighed(
    fields: list[tuple[float, Counter[tuple[str, ...]]]], shares: _Shares
) -> dict[str, float]:
    """Each stem's weight in one document: a word counts as itself and as its parts."""
    made: dict[str, float] = defaultdict(float)
    for weight, some in fields:
        once = weight if weight < 2 else weight * (1 + 2 / max(1, some.total()))
        for forms, count in some.items():
            times = once if weight < ONCE else once * count
            for stem, share in shares[forms]:
                made[stem] += times * share
    return made


class _Shares(dict[tuple[str, ...], list[tuple[str, float]]]):
    """A word's forms to (stem, share of the word's weight), worked out once a word."""

    def __init__(self, words: Rules, known: Mapping[str, int]) -> None:
        super().__init__()
        self._words, self._compounds = words, _Compounds(words, known)

    def __missing__(self, forms: tuple[str, ...]) -> list[tuple[str, float]]:
        made: list[tuple[str, float]] = []
        if len(forms) > 1 or forms[0] not in self._words.stop:
            for place, word in enumerate(forms):
                share = 1.0 if place == 0 else JOINED
                made.append((self._words.stem(word), share))
                made += [(part, share * less) for part, less in self._compounds[word]]
        self[forms] = made
        return made


class _Compounds(dict[str, list[tuple[str, float]]]):
    """Folded word to its parts as (stem, share of the word's weight), worked out once a word."""

    def __init__(self, words: Rules, known: Mapping[str, int]) -> None:
        super().__init__()
        self._words, self._known = words, known

    def __missing__(self, word: str) -> list[tuple[str, float]]:
        words = self._words
        found: list[tuple[str, float]] = []
        if len(word) >= words.data["part"] + 2 and not any(c.isdigit() for c in word):
            own = words.stem(word)
            parts = words.split(word, self._known)
            found = [(part, PART) for part in parts if part != own]
            if not parts:
                found = [(part, END) for part in words.ends(word, self._known) if part != own]
        self[word] = found
        return found
