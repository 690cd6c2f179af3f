"""From text to the stems that are looked up, and from compounds to their parts. Pure.

The browser does the same to what is typed (`search/words.js`, from the same rules); a test runs
both over every word of the site.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from macros import source

HERE = Path(__file__).parent
FALLBACK = "en"
TOKEN = re.compile(r"[^\W_]+(?:[-./&'’][^\W_]+)*")
BETWEEN = re.compile(r"[-./&'’]")
MOST_PARTS = 4


class Rules:
    """The rules of one language, as its file has them in `source`. `data` is what the browser
    gets, as it stands."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.source = data
        self.data = {
            "fold": data["fold"],
            "apart": list(data.get("apart", ())),
            "shortest": int(data["shortest"]),
            "endings": sorted(set(str(data["endings"]).split()), key=lambda e: (-len(e), e)),
            "joints": list(data["joints"]),
            "part": int(data["part"]),
            "short": list(data["short"]),
            "stop": sorted(set(str(data["stop"]).split())),
            "weak": sorted(set(str(data.get("weak", "")).split())),
            "loose": list(data.get("loose", ())),
            "irregular": {},
        }
        self.families: Sequence[Sequence[str]] = data.get("families", ())
        self._endings = frozenset(self.data["endings"])
        self._lengths = sorted({len(e) for e in self._endings}, reverse=True)
        self._fold = re.compile("|".join(f"({a})" for a, _ in self.data["fold"]) or "(?!)")
        self._stems: dict[str, str] = {}
        self._forms: dict[str, tuple[str, ...]] = {}
        for group in data.get("irregular", ()):
            forms = [self.fold(form) for form in group.split()]
            self.data["irregular"] |= dict.fromkeys(forms, self._without_ending(forms[0]))

    def fold(self, word: str) -> str:
        """Small letters without signs: æ, ø, å and what is typed in their place become one, but
        in words that are others without them."""
        word = unicodedata.normalize("NFC", word.lower())
        start = next((s for s in self.data["apart"] if word.startswith(s)), "")
        return start + self._plain(word[len(start) :])

    def _plain(self, word: str) -> str:
        word = self._fold.sub(lambda found: self.data["fold"][(found.lastindex or 1) - 1][1], word)
        if word.isascii():
            return word
        return "".join(
            c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)
        )

    def stem(self, folded: str) -> str:
        """A folded word without its ending, or the one stem of an irregular word; a doubled last
        consonant is written once."""
        found = self._stems.get(folded)
        if found is None:
            irregular = self.data["irregular"].get(folded)
            found = self._stems[folded] = irregular or self._without_ending(folded)
        return found

    def _without_ending(self, word: str) -> str:
        if not word.isalpha() and any(c.isdigit() for c in word):
            return word
        most = len(word) - self.data["shortest"]
        for length in self._lengths:  # the longest ending first
            if length <= most and word[-length:] in self._endings:
                word = word[:-length]
                break
        if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouy":
            word = word[:-1]
        return word

    @cached_property
    def stop(self) -> frozenset[str]:
        """Folded words that carry no search."""
        return frozenset(self.fold(word) for word in self.data["stop"])

    def tokens(self, text: str) -> Iterator[tuple[str, ...]]:
        """Each word of a text by its forms."""
        return map(self.forms, TOKEN.findall(text))

    def forms(self, word: str) -> tuple[str, ...]:
        """A word, folded: alone, or joined and then its parts («it-drift»: itdrift, it, drift)."""
        made = self._forms.get(word)
        if made is None:
            parts = [self.fold(part) for part in BETWEEN.split(word)]
            made = (parts[0],) if len(parts) == 1 else ("".join(parts), *parts)
            self._forms[word] = made
        return made

    def split(self, word: str, known: Mapping[str, int]) -> list[str]:
        """The parts of a folded compound as stems; [] when it is none. `known`: stems that stand
        alone somewhere, with how often. The fewest parts win, then the longest last one."""
        own = self.stem(word)
        # A word and an ending that is a word too is no compound («overlever|ing», «lær|ling»).
        found = [parts for parts in self._splits(word, known, MOST_PARTS) if own not in parts]
        return min(found, key=lambda parts: (len(parts), -len(parts[-1]))) if found else []

    def _splits(self, word: str, known: Mapping[str, int], most: int) -> list[list[str]]:
        made = []
        for end in range(2, len(word) - 1):
            head, rest = word[:end], word[end:]
            if not self._part(head, known):
                continue
            for joint in self.data["joints"]:
                tail = rest[len(joint) :]
                if not rest.startswith(joint) or not tail:
                    continue
                if self._part(tail, known):
                    made.append([self.stem(head), self.stem(tail)])
                elif most > 2 and len(tail) >= 2 * self.data["part"] - 1:
                    more = self._splits(tail, known, most - 1)
                    made += [[self.stem(head), *parts] for parts in more]
        return made

    def _part(self, word: str, known: Mapping[str, int]) -> bool:
        if len(word) < self.data["part"]:
            return word in self.data["short"]
        return self.stem(word) in known and word not in self.stop

    def ends(self, word: str, known: Mapping[str, int]) -> list[str]:
        """Known words that a folded word begins or ends with, when it does not split whole."""
        least = self.data["part"]
        cuts = range(3, len(word) - least + 1)
        tail = next((word[c:] for c in cuts if self._end(word[c:], known)), "")
        cuts = range(len(word) - 3, least - 1, -1)
        head = next((word[:c] for c in cuts if self._end(word[:c], known)), "")
        return [self.stem(part) for part in (head, tail) if part]

    def _end(self, word: str, known: Mapping[str, int]) -> bool:
        # What is left of an ending says nothing («inte|ligens»).
        return self._part(word, known) and len(self.stem(word)) >= self.data["part"]

    def phrase(self, words: str) -> list[str]:
        """A synonym as stems, in order."""
        return [self.stem(parts[0]) for parts in self.tokens(words)]

    def groups(
        self, groups: Iterable[Iterable[str]], known: Mapping[str, int]
    ) -> list[list[list[list[str]]]]:
        """Groups of words that mean much the same: each as [stems to know it by], and the stems to
        look up instead where it is a compound that stands nowhere. `known`: every stem."""
        made = []
        for group in groups:
            phrases = {tuple(p): w for w in group if (p := self.phrase(w))}
            found = [[list(p), *self._instead(w, p, known)] for p, w in phrases.items()]
            if len(found) > 1:
                made.append(found)
        return made

    def _instead(
        self, word: str, phrase: Sequence[str], known: Mapping[str, int]
    ) -> list[list[str]]:
        if all(stem in known for stem in phrase):
            return []
        parts = [
            part for forms in self.tokens(word)
            for part in ([self.stem(forms[0])] if self.stem(forms[0]) in known
                         else self.split(forms[0], known))
        ]  # fmt: skip
        return [parts]


def rules(language: str) -> Rules:
    """The rules of a language; those of English, with little in them, for one that has none."""
    file = HERE / f"{language}.yml"
    if not file.exists():
        file = HERE / f"{FALLBACK}.yml"
    tree, problems = source.read(file, file.name)
    if tree is None or problems:
        raise RuntimeError("; ".join(str(p) for p in problems))
    return Rules(source.plain(tree))
