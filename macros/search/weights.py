"""What a document weighs for each stem: BM25 but for a word's rarity; parts of compounds count."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from macros.search.documents import Found
from macros.search.words import TOKEN, Rules

STEPS = 16
ONCE = 0.5  # below this weight a word counts once, however often it stands there
PART = 0.5  # the weight of a compound's part, beside the compound's own
JOINED = 0.7  # and of a part of what is written with a hyphen
END = 0.35  # and of a word that a compound only begins or ends with
SATURATION = 2.2
SHORT = 0.55  # how much of the weight length decides
LONG = 300  # words of a whole page, beyond which each says less of it
COMPOUND = 9  # letters that a word has when its end may be a word («tjeneste» is no «neste»)

Forms = tuple[str, ...]  # a word, or what is written with a hyphen and its parts
Counts: TypeAlias = "array[int]"


def postings(found: Sequence[Found], words: Rules) -> dict[str, Counts]:
    """Stem to its coded documents."""
    known: dict[Forms, int] = {}
    numbers = _Numbers(words, known)
    tokens = [[(weight, _counted(text, numbers)) for weight, text in f.fields] for f in found]
    every = [0] * len(known)
    for fields in tokens:
        for _, some in fields:
            for number, count in _pairs(some):
                every[number] += count
    alone: Counter[str] = Counter()
    for forms, number in known.items():
        count = every[number]
        for word in forms if len(forms) == 1 else forms[1:]:
            if len(word) >= words.data["part"] and not any(c.isdigit() for c in word):
                alone[words.stem(word)] += count
    by_forms = _Shares(words, alone)
    shares = [by_forms[forms] for forms in known]
    lengths = [sum(_total(some) for weight, some in fields if weight >= 1) for fields in tokens]
    usual = sum(lengths) / (len(lengths) or 1) or 1
    made: dict[str, Counts] = defaultdict(lambda: array("I"))
    last: dict[str, int] = {}
    for number, fields in enumerate(tokens):
        norm = 1 - SHORT + SHORT * math.sqrt(lengths[number] / usual)
        for stem, weight in _weighed(fields, shares).items():
            impact = weight / (weight + SATURATION * norm)
            level = max(1, min(STEPS - 1, round(impact * (STEPS - 1))))
            made[stem].append((number - last.get(stem, 0)) * STEPS + level)
            last[stem] = number
    return made


class _Numbers(dict[str, int]):
    """A word as it is written to the number of its forms in `known`."""

    def __init__(self, words: Rules, known: dict[Forms, int]) -> None:
        super().__init__()
        self._words, self._known = words, known

    def __missing__(self, word: str) -> int:
        forms = self._words.forms(word)
        made = self[word] = self._known.setdefault(forms, len(self._known))
        return made


def _counted(text: str, numbers: _Numbers) -> Counts:
    """How often each word stands in a text: its number and the count, by turns. Of a large guide
    there are a million: a dictionary a text was a quarter of what its build held."""
    counts: dict[int, int] = {}
    for word, count in Counter(TOKEN.findall(text)).items():
        number = numbers[word]
        counts[number] = counts.get(number, 0) + count
    return array("I", chain.from_iterable(counts.items()))


def _pairs(counts: Counts) -> Iterator[tuple[int, int]]:
    return zip(counts[::2], counts[1::2], strict=True)


def _total(counts: Counts) -> int:
    return sum(counts[1::2])


def _weighed(
    fields: list[tuple[float, Counts]], shares: Sequence[list[tuple[str, float]]]
) -> dict[str, float]:
    """Each stem's weight in one document: a word counts as itself and as its parts."""
    made: dict[str, float] = defaultdict(float)
    for weight, some in fields:
        once = weight if weight < 2 else weight * (1 + 2 / max(1, _total(some)))
        if weight < ONCE:
            once *= math.sqrt(min(1.0, LONG / max(1, _total(some))))
        for number, count in _pairs(some):
            times = once if weight < ONCE else once * count
            for stem, share in shares[number]:
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
            if not parts and len(word) >= COMPOUND:
                found = [(part, END) for part in words.ends(word, self._known) if part != own]
        self[word] = found
        return found
