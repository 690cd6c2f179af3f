"""Every word that a reader sees is in a bokmål dictionary, is a compound of such words, or is in
our own word list. Needs hunspell and its bokmål dictionary, so it runs with `test --all`."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import lix
import pytest
from conftest import ROOT

WORDS = ROOT / "tests" / "data" / "words.txt"
# Titles of sources stand in the language of the source.
SOURCES = frozenset({"guide-facts__sources", "guide-update__sources"})
GROUPS = ("names", "glossary", "compounds")
PACKAGES = ("hunspell", "hunspell-no")


def word_list() -> dict[str, set[str]]:
    """Group → words of our own list; lines that begin with [ name the group."""
    made: dict[str, set[str]] = {}
    group = ""
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#"):
            made.setdefault(group, set()).add(line)
    return made


@pytest.fixture(scope="module")
def dictionary() -> None:
    """hunspell with nb_NO; installed with apt-get where that can be done."""
    if not _there() and shutil.which("apt-get"):
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
        subprocess.run(command, capture_output=True)
    if not _there():
        pytest.skip("hunspell with nb_NO is missing: install hunspell and hunspell-no")


def _there() -> bool:
    return bool(shutil.which("hunspell")) and Path("/usr/share/hunspell/nb_NO.dic").exists()


def unknown(words: set[str]) -> set[str]:
    """Those of the words that the dictionary does not have."""
    if not words:
        return set()
    command = ["hunspell", "-d", "nb_NO", "-i", "utf-8", "-l"]
    done = subprocess.run(command, input="\n".join(sorted(words)), capture_output=True, text=True)
    return set(done.stdout.split())


def splits(word: str) -> list[tuple[str, str]]:
    """Ways to take a compound apart, with the joints s and e, and no part under three letters."""
    made = []
    for at in range(3, len(word) - 2):
        first, last = word[:at], word[at:]
        made.append((first, last))
        if first[-1] in "se" and at > 3:
            made.append((first[:-1], last))
        if first[-1] == last[0]:
            made.append((first, last[0] + last))
    return made


def unknown_compounds(words: set[str]) -> set[str]:
    """Those of the words that cannot be made of two or three words of the dictionary."""
    parts = {part for word in words for pair in splits(word) for part in pair}
    good = parts - unknown(parts)

    @cache
    def made_of(word: str, depth: int = 2) -> bool:
        return any(
            first in good and (last in good or (depth > 1 and made_of(last, depth - 1)))
            for first, last in splits(word)
        )

    left = {word for word in words if not made_of(word)}
    more = {part for word in left for pair in splits(word) for part in splits(pair[1])}
    good |= {p for pair in more for p in pair} - unknown({p for pair in more for p in pair})
    made_of.cache_clear()
    return {word for word in left if not made_of(word)}


def seen(site: Path) -> set[str]:
    """Every word in the counted text of every page, and in the interface's strings."""
    text = "\n".join(lix.article(page, SOURCES) for page in site.rglob("index.html"))
    strings = (ROOT / "macros" / "language" / "nb.yml").read_text(encoding="utf-8")
    text += re.sub(r"(?m)^ *[a-z0-9_.-]+:|^#.*|\{\w+\}|\\n", " ", strings)
    text = re.sub(r"\S*(?:\.no|\.com|\.eu|\.org)\S*|https?://\S+", " ", text)
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text))
    return {w for w in words if len(w) > 1 and not w.isupper()}


@pytest.mark.slow
@pytest.mark.usefixtures("dictionary")
def test_every_word_is_known(site: Path) -> None:
    ours = set().union(*word_list().values())
    strange = unknown(seen(site))
    strange = unknown({w.lower() for w in strange - ours} - ours)
    strange = {w for w in strange if not all(p in ours or not unknown({p}) for p in w.split("-"))}
    assert sorted(unknown_compounds(strange)) == []


@pytest.mark.slow
@pytest.mark.usefixtures("dictionary")
def test_our_word_list_has_three_groups_and_no_unused_word(site: Path) -> None:
    groups = word_list()
    assert set(groups) == set(GROUPS)
    words = seen(site)
    every = {w.lower() for w in words} | {p.lower() for w in words for p in w.split("-")}
    unused = {word for group in groups.values() for word in group if word not in every}
    assert unused == set()
