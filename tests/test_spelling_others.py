"""Every word of a translation is in a dictionary of its language, is made of such words, or stands
in a list of what is right and in no dictionary. Needs hunspell, so it runs with `--all`."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from places import ROOT
from test_spelling import splits, word_list

pytestmark = pytest.mark.slow
DICTIONARIES = {"nn": "nn_NO", "en": "en_GB"}
PACKAGES = ("hunspell", "hunspell-no", "hunspell-en-gb")
WORD = re.compile(r"[A-Za-zÆØÅæøåéòèüöä'’]{3,}")
# What is no running text: code, addresses, macros, markup, numbers' names.
NO_TEXT = re.compile(
    r"```.*?```|`[^`]*`|\{\{.*?\}\}|\{[^}]*\}|\]\([^)]*\)|<[^>]*>|https?://\S+"
    r"|\S+\.(?:no|com|eu|org)\b\S*",
    re.S,
)


@pytest.fixture(scope="module", autouse=True)
def dictionaries() -> None:
    there = Path("/usr/share/hunspell")
    if not shutil.which("hunspell") or not all(
        (there / f"{name}.dic").exists() for name in DICTIONARIES.values()
    ):
        pytest.skip(f"hunspell or a dictionary is missing: install {', '.join(PACKAGES)}")


def texts(value: object) -> Iterator[str]:
    """Every text below a value of YAML, hashes of sources left out."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key != "of":
                yield from texts(one)
    elif isinstance(value, str):
        yield value


def read(language: str) -> Iterator[str]:
    """All that is read in a language: words of the interface, the data, the pages."""
    for name in (f"macros/language/{language}.yml", f"translations/{language}.yml",
                 f"translations/example/{language}.yml"):  # fmt: skip
        yield from texts(yaml.safe_load((ROOT / name).read_text(encoding="utf-8")))
    for page in sorted((ROOT / "docs" / language).rglob("*.md")):
        front, body = page.read_text(encoding="utf-8").split("---\n", 2)[1:]
        stated = yaml.safe_load(front)
        yield f"{stated.get('title', '')}. {stated.get('description', '')}. {body}"


def words(language: str) -> set[str]:
    text = NO_TEXT.sub(" ", " ".join(read(language)))
    return {found.strip("'’").replace("’", "'") for found in WORD.findall(text)}


def unknown(found: set[str], language: str) -> set[str]:
    command = ["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"]
    done = subprocess.run(command, input="\n".join(sorted(found)), capture_output=True, text=True)
    return set(done.stdout.split())


def misspelt(found: set[str], language: str) -> set[str]:
    """Words that nobody vouches for. Names and the words of bokmål titles stand in the list."""
    listed = (ROOT / "tests" / "data" / f"words.{language}.txt").read_text(encoding="utf-8")
    right = {line for line in listed.splitlines() if not line.startswith("#")}
    right |= {word for group in word_list().values() for word in group}
    odd = {word for word in unknown(found, language) if not {word, word.lower()} & right}
    return odd - compounds(odd, language) if language == "nn" else odd


def compounds(found: set[str], language: str) -> set[str]:
    """Those that can be made of two or three words of the dictionary."""
    parts = {part for word in found for pair in splits(word.lower()) for part in pair}
    good = parts - unknown(parts, language)

    @cache
    def made_of(word: str, depth: int = 2) -> bool:
        return any(
            first in good and (last in good or (depth > 1 and made_of(last, depth - 1)))
            for first, last in splits(word)
        )

    return {word for word in found if made_of(word.lower())}


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_word_of_a_translation_is_spelt_right(language: str) -> None:
    found = words(language)
    assert len(found) > 3000
    assert misspelt(found, language) == set()


@pytest.mark.parametrize(
    ("language", "planted"),
    [("nn", {"leverandrøen", "ikkje", "tryggleiksopdatering"}), ("en", {"suplier", "contract"})],
)
def test_a_planted_fault_is_found(language: str, planted: set[str]) -> None:
    assert misspelt(planted, language) == planted - {"ikkje", "contract"}
