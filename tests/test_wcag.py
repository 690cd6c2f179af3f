"""The page about WCAG names every criterion of levels A and AA, and tests that are there."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import Project

from macros.catalog import wcag
from macros.pages.wcag import sectors
from macros.text import language_of

ALL = {
    "A": "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1"
    " 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7"
    " 4.1.2",
    "AA": "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7"
    " 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
}


def names() -> set[str]:
    """The names of all tests there are."""
    found: set[str] = set()
    for file in Path(__file__).parent.rglob("test_*.py"):
        made = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        found |= {n.name for n in made if isinstance(n, ast.FunctionDef)}
    return {name for name in found if name.startswith("test_")}


def faults(criteria: Iterable[wcag.Criterion], there: set[str]) -> list[str]:
    """What is wrong with what the page says."""
    told = []
    for one in criteria:
        told += [f"{one.id}: no test {name}" for name in one.tests if name not in there]
        said = [bool(one.tests and one.how), bool(one.hand), bool(one.none)]
        if sum(said) != 1 or bool(one.how) != bool(one.tests):
            told.append(f"{one.id}: one of tests, hand and none")
    return told


def test_every_criterion_is_there_once_and_names_tests_that_are() -> None:
    criteria = wcag.criteria()
    found = {level: [c.id for c in criteria if c.level == level] for level in ALL}
    assert found == {level: text.split() for level, text in ALL.items()}
    assert len(criteria) == 55
    assert faults(criteria, names()) == []


def test_a_criterion_with_another_tests_name_or_none_is_told() -> None:
    there = {"test_a"}
    good = wcag.Criterion("1.1.1", "A", "Navn", how="Slik.", tests=("test_a",))
    assert faults([good], there) == []
    gone = wcag.Criterion("1.1.1", "A", "Navn", how="Slik.", tests=("test_b",))
    assert faults([gone], there) == ["1.1.1: no test test_b"]
    bare = wcag.Criterion("1.1.1", "A", "Navn")
    assert faults([bare], there) == ["1.1.1: one of tests, hand and none"]


def test_what_is_said_of_a_criterion_is_in_the_words_of_the_page() -> None:
    """Where nobody has said it in them it is marked as the guide's own language."""
    first, second, *_ = wcag.criteria()
    one, other, *_ = wcag.in_words({first.name: "Text", first.words: "Said."})
    assert (one.id, one.name, one.words, one.tests) == ("1.1.1", "Text", "Said.", first.tests)
    assert (other.words, language_of(other.words)) == (second.words, "nb")
    # Each text is there to translate once, however many criteria say it.
    said = wcag.texts()
    assert len(set(said.values())) == len(said) < 2 * len(wcag.criteria())
    assert {c.name for c in wcag.criteria()} | {c.words for c in wcag.criteria()} == {
        *said.values()
    }


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("kommuner", ["public"]),
        ("Offentlig sektor", ["public"]),
        ("privat sektor", ["private"]),
        ("en bransjeforening", ["private"]),
        ("", ["public", "private"]),
        ("bakere", ["public", "private"]),
        ("kommunikasjonsbyråer", ["public", "private"]),
        ("statsautoriserte revisorer", ["public", "private"]),
        ("statlige virksomheter", ["public"]),
    ],
)
def test_the_law_is_told_by_sector(said: str, found: list[str]) -> None:
    assert list(sectors(said)) == found


def test_an_editions_statement_has_its_name_contact_and_its_sectors_law(project: Project) -> None:
    """And says that what was tried is the guide that it rests on."""
    project.write("local/docs/erklaering.md", "# Erklæring\n\n{{ statement() }}\n")
    stated = (
        "based_on: 2026.1\nby: Vi\nprefix: kn\nedition: {name: Nordvik, contact: a@b.no, sector: "
    )
    laws = {"public": "De skal også ha en tilgjengelighetserklæring", "private": "ikke pålagt"}
    for sector, law, other in (("kommuner", "public", "private"), ("privat", "private", "public")):
        project.write("local/tailoring.yml", f"{stated}{sector}}}\n")
        result = project.build()
        assert result.exit_code == 0, result.output
        page = project.page("erklaering")
        for said in (
            "«Nordvik»",
            "Vi som gir det ut",
            "mailto:a@b.no",
            laws[law],
            "utgaven bygger på",
        ):
            assert said in page, (sector, said)
        assert laws[other] not in page
    (project.root / "local/tailoring.yml").unlink()
    project.write("docs/erklaering.md", "# Erklæring\n\n{{ statement() }}\n")
    assert project.build().exit_code == 0
    own = project.page("erklaering")
    assert all(law in own for law in laws.values()) and "utgaven bygger på" not in own
