"""Text for made sites: this guide's own sentences in another order, with invented words in them, so
that the vocabulary grows as it does when people write more. The same seed gives the same text."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import yaml

from benchmarks import ROOT
from benchmarks.project import DATA

INVENTED = 0.12  # of the words
STEPS = (
    *("bl", "br", "d", "dr", "f", "fl", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s"),
    *("sk", "st", "t", "tr", "v"),
)
VOWELS, ENDS = ("a", "e", "i", "o", "u", "y", "ø", "å"), ("", "l", "m", "n", "r", "s", "t", "k")


class Words:
    """Sentences of the guide with invented words in them. Common words stay common: the n-th
    invented word comes about as often as 1/n, and new ones never end."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._made: list[str] = []
        self._sentences = list(sentences())

    def sentence(self) -> str:
        words = self._chance.choice(self._sentences).split()
        for place in range(1, len(words)):
            if words[place].isalpha() and self._chance.random() < INVENTED:
                words[place] = self._invented()
        return " ".join(words)

    def text(self, least: int, most: int) -> str:
        return " ".join(self.sentence() for _ in range(self._chance.randint(least, most)))

    def title(self) -> str:
        chosen = re.findall(r"\w{4,}", self.sentence())[:3]
        return " ".join([self._invented(), *chosen]).capitalize()

    def _invented(self) -> str:
        chance = self._chance
        if not self._made or chance.random() < 0.04:
            self._made.append("".join(self._syllable() for _ in range(chance.randint(2, 4))))
            return self._made[-1]
        # A word's rank drawn so that small ranks are many times likelier.
        return self._made[int(len(self._made) ** chance.random()) - 1]

    def _syllable(self) -> str:
        choice = self._chance.choice
        return choice(STEPS) + choice(VOWELS) + choice(ENDS)


def sentences() -> Iterator[str]:
    """The guide's own sentences, plain: of items and of pages."""
    data = yaml.load((ROOT / DATA).read_bytes(), Loader=yaml.CSafeLoader)
    texts = []
    for checklist in data["checklists"]:
        for entry in checklist["items"]:
            for item in entry.get("items", [entry]):
                texts += [item.get("text", ""), item.get("help", "")]
    for file in sorted((ROOT / "docs").rglob("*.md")):
        body = file.read_text(encoding="utf-8").split("---", 2)[-1]
        texts += [line for line in body.splitlines() if line[:1].isalpha()]
    for text in texts:
        plain = re.sub(r"\[([^]]*)\]\([^)]*\)|[*_`{}<>|#]", r"\1", " ".join(text.split()))
        yield from re.findall(r"[A-ZÆØÅ][^.!?:]{20,180}[.]", plain)
