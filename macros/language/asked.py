"""Which words the scripts of a page ask for: what a page need not bring, it does not weigh.

A script asks by `t("key")`, or by t(`start.${name}`) where one of several is meant, and in no other
way (tests/test_words.py holds them to it); so they are found by reading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

KEY = re.compile(r'\bt\(\s*"([\w.]+)"')
START = re.compile(r"\bt\(\s*`(\w[\w.]*[._])\$\{")
IMPORT = re.compile(r'(?:\bfrom |\bimport\()"(\.\.?/[\w./-]+)\.js"')


@cache
def asked(folder: Path, entry: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The keys, and the starts of keys, that `folder`/`entry`.js and all that it brings ask for."""
    keys: set[str] = set()
    starts: set[str] = set()
    todo, seen = [folder / f"{entry}.js"], set()
    while todo:
        file = todo.pop()
        if file in seen or not file.is_file():
            continue
        seen.add(file)
        text = file.read_text(encoding="utf-8")
        keys |= set(KEY.findall(text))
        starts |= set(START.findall(text))
        todo += [(file.parent / f"{name}.js").resolve() for name in IMPORT.findall(text)]
    return frozenset(keys), tuple(sorted(starts))


def only_asked(words: Mapping[str, str], folder: Path, entry: str) -> dict[str, str]:
    """The words that a script asks for; all of them where there is no such script."""
    keys, starts = asked(folder.resolve(), entry)
    if not keys:
        return dict(words)
    return {key: word for key, word in words.items() if key in keys or key.startswith(starts)}
