"""The language: one word for one thing, and no list whose lines all begin with the same word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import lix
import pytest
import yaml
from conftest import ROOT
from guide import CATALOG
from places import own_pages

RULES = yaml.safe_load((ROOT / "tests" / "data" / "one_word.yml").read_text(encoding="utf-8"))
MOST_SAME = 0.40  # of a list of LONG or more
LONG = 10


def read() -> Iterator[tuple[str, str]]:
    """(where, text) of all that is read: lists, items, terms, facts, figures, pages, words, …"""
    for checklist, item in CATALOG.items():
        yield checklist.id, f"{checklist.title} {checklist.intro}"
        note = item.updated.note if item.updated else ""
        yield item.id, f"{item.text} {item.help} {item.requirement} {note}"
    yield from ((p.id, f"{p.title} {p.text}") for p in CATALOG.parameters)
    for figure in CATALOG.figures:
        rows = (f"{row.title}. {row.text}. {'. '.join(row.cells)}" for row in figure.rows)
        yield figure.id, f"{figure.title}. {figure.text} {'. '.join((*figure.columns, *rows))}"
    for question in CATALOG.profile:
        titles = ". ".join(option.title for option in question.options)
        yield question.id, f"{question.question} {titles}"
    for framework in CATALOG.frameworks:
        points = ". ".join(point.title for point in framework.points)
        yield framework.id, f"{framework.title}. {framework.text} {points}"
    yield from ((f.id, f"{f.text} {f.since_2010}") for f in CATALOG.facts)
    yield from ((t.id, f"{t.term} {t.text}") for t in CATALOG.terms)
    for page in own_pages(ROOT):
        text = page.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        yield page.name, re.sub(r"{{.*?}}|{ #.*?}|\]\([^)]*\)|<[^>]*>", " ", text)
    strings = (ROOT / "macros" / "language" / "nb.yml").read_text(encoding="utf-8")
    yield "nb.yml", re.sub(r"(?m)^#.*$|^ *[\w.-]+:", " ", strings)


def others(text: str) -> list[str]:
    """Words in a text for which we have another word."""
    for phrase in RULES["allowed"]:
        text = text.replace(phrase, " ")
    wanted = "|".join(word for words in RULES["words"].values() for word in words)
    return re.findall(rf"\b\w*(?:{wanted})\w*", text, re.IGNORECASE)


def test_one_thing_has_one_word() -> None:
    assert {where: found for where, text in read() if (found := others(text))} == {}


@pytest.mark.parametrize("word", [w for words in RULES["words"].values() for w in words])
def test_a_planted_second_word_is_found(word: str) -> None:
    assert others(f"Leverandøren skal vise {word}en og e-posten i avtalen.") == [f"{word}en"]


def test_every_allowed_word_is_needed() -> None:
    text = " ".join(text for _, text in read())
    assert [phrase for phrase in RULES["allowed"] if phrase not in text] == []


# «Deres» is yours and theirs: after more than one of others nobody knows which.
THEIRS = re.compile(
    r"\b(?:(?:under)?leverandør(?:er|ene)|kunder|kundene|ansatte|bruker(?:e|ne)|partene|folk|dem"
    r"|de som|administratorer|produsentene|tillitsvalgte|kolleger|angripere|konkurrenter)\b"
    r"[^.!?:]*\bderes\b",
    re.IGNORECASE,
)


def test_no_deres_can_mean_two() -> None:
    assert {where: found[0] for where, text in read() if (found := THEIRS.search(text))} == {}


def test_a_planted_deres_that_can_mean_two_is_found() -> None:
    assert THEIRS.search("Spør de ansatte om utstyret deres.")
    assert not THEIRS.search("Spør leverandøren om utstyret deres. De ansatte vet mer.")


def drilled(lists: Mapping[str, list[str]]) -> dict[str, str]:
    """Long lists of which too many lines begin with one word, and that word."""
    made = {}
    for name, texts in lists.items():
        (word, times), *_ = Counter(text.split()[0] for text in texts).most_common(1)
        if len(texts) >= LONG and times > MOST_SAME * len(texts):
            made[name] = word
    return made


def bullets() -> dict[str, list[str]]:
    """The lists of the guide, and the lists of its pages."""
    made: dict[str, list[str]] = {}
    for checklist, item in CATALOG.items():
        made.setdefault(checklist.id, []).append(item.text)
    for page in own_pages(ROOT):
        text = page.read_text(encoding="utf-8")
        if found := re.findall(r"(?m)^(?:\d+\.|-) +\**(\w.*)", text):
            made[page.name] = found
    return made


def test_no_word_opens_more_than_two_of_five_lines_of_a_long_list() -> None:
    assert drilled(bullets()) == {}


def test_a_drilled_list_is_found() -> None:
    lines = ["Krev svar."] * 5 + ["Få svar."] * 4 + ["Sett frist."] * 3
    assert drilled({"a": lines}) == {"a": "Krev"}
    assert drilled({"a": [*lines, "Hold møte."]}) == {}
    assert drilled({"a": lines[:9]}) == {}


def test_the_spread_of_sentences_is_told() -> None:
    text = "Kort. Denne er litt lengre enn den. Krev. Krev det igjen."
    assert lix.lengths(text) == [1, 6, 1, 3]
    assert lix.quarters([1, 1, 3, 6]) == (1, 2, 5)
    assert lix.openings(text) == Counter({"Krev": 2, "Kort": 1, "Denne": 1})
