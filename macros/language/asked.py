"""Which words the scripts of a page ask for, at once and later: what a page need not bring, it does
not weigh.

A script asks by `t("key")`, or by t(`start.${name}`) where one of several is meant, and in no other
way (tests/test_words.py holds them to it); so they are found by reading. What is fetched when it is
used has its words fetched beside it (`later`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from os.path import normpath
from pathlib import Path
from typing import NamedTuple

# Each begins with letters and looks back for where the word begins: so Python finds the next place
# fifteen times as soon as when it begins with \b.
KEY = re.compile(r't\((?<=\bt\()\s*"([\w.]+)"')
START = re.compile(r"t\((?<=\bt\()\s*`(\w[\w.]*[._])\$\{")
FROM = re.compile(r'from (?<=\bfrom )"(\.\.?/[\w./-]+)\.js"')
WHEN_USED = re.compile(r'import\((?<=\bimport\()"(\.\.?/[\w./-]+)\.js"\)')
TYPES = re.compile(r"/\*(?:[^*]|\*(?!/))*\*/")  # a comment names modules that it only has types of


class Said(NamedTuple):
    """What one script asks for, and where from it brings others: at once, and when they are
    used."""

    keys: frozenset[str]
    starts: frozenset[str]
    brings: tuple[Path, ...]
    later: tuple[Path, ...]


def asked(
    folder: Path, entry: str, when_used: bool = True
) -> tuple[frozenset[str], tuple[str, ...]]:
    """The keys, and the starts of keys, that `folder`/`entry`.js and all that it brings ask for;
    `when_used` says whether what is fetched when it is used counts."""
    todo, seen = [folder / f"{entry}.js"], dict[Path, Said]()
    while todo:
        file = todo.pop()
        if file in seen:
            continue
        try:
            written = file.stat().st_mtime_ns
        except OSError:
            continue
        seen[file] = said = _said(file, written)
        todo += [*said.brings, *(said.later if when_used else ())]
    starts = {start for said in seen.values() for start in said.starts}
    return frozenset().union(*(said.keys for said in seen.values())), tuple(sorted(starts))


@cache
def _said(file: Path, written: int) -> Said:  # noqa: ARG001  (told apart by it)
    """Each script is read once, though every entry brings it; again when it was `written` anew."""
    text = TYPES.sub("", file.read_text(encoding="utf-8"))

    def beside(found: Iterable[str]) -> tuple[Path, ...]:
        return tuple(Path(normpath(file.parent / f"{name}.js")) for name in found)

    keys, starts = frozenset(KEY.findall(text)), frozenset(START.findall(text))
    return Said(keys, starts, beside(FROM.findall(text)), beside(WHEN_USED.findall(text)))


def only_asked(
    words: Mapping[str, str], folder: Path, entry: str, when_used: bool = True
) -> dict[str, str]:
    """The words that a script asks for; all of them where there is no such script."""
    folder = folder.resolve()
    every = asked(folder, entry)
    if not every[0]:
        return dict(words)
    keys, starts = every if when_used else asked(folder, entry, when_used)
    return {key: word for key, word in words.items() if key in keys or key.startswith(starts)}


def at_once(words: Mapping[str, str], folder: Path, entry: str) -> dict[str, str]:
    """The words that a page brings for a script."""
    return only_asked(words, folder, entry, when_used=False)


def later(words: Mapping[str, str], folder: Path, entry: str) -> dict[str, str]:
    """The words that come with what a script fetches when it is used, and not before."""
    first = at_once(words, folder, entry)
    every = only_asked(words, folder, entry)
    return {key: word for key, word in every.items() if key not in first}
