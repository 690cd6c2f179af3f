"""«Tallene deres»: set once, in every text, file and edition; what goes against another is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from guide import CATALOG
from playwright.sync_api import Page, expect

from macros.catalog import numbers, parameters
from macros.language import strings

from ..answers.steps import unfold
from ..conftest import Unit
from ..opening import Opener
from .steps import KEY, MAKE, saved

STORED = ROOT / "tests" / "data" / "stored" / "numbers.json"
KNOWN = numbers.known(CATALOG)
RULES = numbers.whole(CATALOG)["rules"]
LISTS = "sjekklister/beredskap-og-hendelser/"


@pytest.fixture
def catalog(site: Path) -> Any:
    return json.loads((site / "assets" / "katalog.json").read_text(encoding="utf-8"))


def test_scripts_write_a_number_as_the_guide_does(unit: Unit) -> None:
    every = [
        parameters.shown(p, p.values[level])
        for p in CATALOG.parameters
        for level in sorted(p.values)
    ]
    assert unit("parameters", "every", KNOWN) == every


def test_what_is_written_as_a_number_is_that_number_or_none(unit: Unit) -> None:
    texts = [
        "4",
        " 4 ",
        "4,5",
        "4.50",
        "04",
        "0,5",
        "4 timer",
        "-4",
        "1e3",
        "",
        "4,1234",
        "1234567",
    ]
    assert unit("parameters", "said", texts) == (
        ["4", "4", "4.5", "4.5", "4", "0.5", "", "", "", "", "", ""]
    )
    assert unit("parameters", "random", 4000) == []
    assert unit("parameters", "random", 400, True) != []  # planted: what begins as a number is one


def test_the_number_is_that_of_the_level_until_the_reader_has_set_one(unit: Unit) -> None:
    levels = {"1": "8 timer", "2": "4 timer", "3": "4 timer"}
    for level, words in levels.items():
        assert unit("parameters", "held", KNOWN, {"level": level})["rettetid"] == words
    assert unit("parameters", "held", KNOWN, {})["rettetid"] == levels[parameters.USUAL]
    assert unit("parameters", "held", KNOWN, {"storrelse": "under-ti"})["rettetid"] == "8 timer"
    for kept, words in (("1", "1 time"), ("0.5", "0,5 timer"), ("mye", "4 timer"), ("", "4 timer")):
        assert unit("parameters", "held", KNOWN, {"tall-rettetid": kept})["rettetid"] == words


def test_a_choice_is_said_in_its_words_and_one_that_is_not_there_is_none(unit: Unit) -> None:
    usual, other = "et punkt utenfor leverandørens nett", "kundens lokaler"
    for kept, words in (("2", other), ("1", usual), ("4", usual), ("1.5", usual), ("0", usual)):
        held = unit("parameters", "held", KNOWN, {"tall-malepunkt": kept})
        assert held["malepunkt"] == words, kept


def test_a_number_is_put_in_once_whatever_it_looks_like(unit: Unit) -> None:
    assert unit("parameters", "fill", "{a} og {b}", {"a": "{b} $&", "b": "2"}) == "{b} $& og 2"
    assert unit("parameters", "fill", "{a} og {c}", {"a": "1"}) == "før"  # c is a number no more


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule['first']}-{rule['then']}")
def test_each_rule_is_told_when_it_is_broken_and_only_then(unit: Unit, rule: Any) -> None:
    one, other = rule["first"], rule["then"]
    assert unit("parameters", "clashes", RULES, {one: 61, other: 60}) == [[one, other]]
    assert unit("parameters", "clashes", RULES, {one: 60, other: 60}) == []
    assert unit("parameters", "clashes", RULES, {one: 61}) == []


def test_a_document_follows_its_numbers_and_a_changed_one_makes_another_edition(
    unit: Unit, catalog: Any
) -> None:
    found = unit("parameters", "followed", catalog, "rettetid", "6")
    (before, first), (after, second) = found["before"], found["after"]
    assert "4 timer" in before and after == before.replace("4 timer", "6 timer")
    assert first != second and found["file"] == after and found["kept"]
    assert found["own"] == "Egne ord, {rettetid}."  # words of one's own follow nothing
    planted = unit("parameters", "followed", catalog, "rettetid", "6", True)
    assert planted["after"] == planted["before"]


def test_the_numbers_that_requirements_name_stand_in_the_file(unit: Unit, catalog: Any) -> None:
    words = json.dumps(strings.load("nb").under("doc."))
    used, held, rows = unit("parameters", "below", catalog, words)
    assert used == held and used
    assert ["Retting av en feil som stanser dere", "4 timer"] in rows


def test_numbers_are_kept_and_merged_like_any_answer(unit: Unit) -> None:
    found = unit("parameters", "stored", STORED.read_text(encoding="utf-8"), KNOWN)
    assert found == {
        "aside": 0,
        "numbers": [["rettetid", "6"]],
        "texts": ["Leverandøren skal rette feilen innen 6 timer.", "Et krav fra før tallene."],
        "both": ["2", "8"],
        "same": True,
    }


def form(page: Page) -> Any:
    page.locator(".guide-numbers__fold > summary").click()
    return page.locator("check-numbers")


def write(page: Page, name: str, text: str) -> None:
    field = page.locator(f"#tall-{name}")
    field.fill(text)
    field.press("Tab")


def says(page: Page, words: str) -> None:
    """Some requirement of the document says so."""
    some = (
        "[...document.querySelectorAll('[data-rows] textarea')].some(a => a.value.includes(words))"
    )
    page.wait_for_function(f"words => {some}", arg=words)


@pytest.mark.slow
def test_a_manager_sets_her_numbers_and_everything_follows(opener: Opener, tmp_path: Path) -> None:
    page = opener(MAKE)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    numbers_ = form(page)
    # What is in the document first; the rest is folded.
    expect(numbers_.locator("[data-used] #tall-rettetid")).to_be_visible()
    expect(numbers_.locator("#tall-planstart")).to_be_hidden()
    write(page, "rettetid", "6")
    says(page, "innen 6 timer driftstid")
    expect(numbers_.locator("[data-parameter=rettetid]")).to_contain_text(
        "Vanlig for dere: 4 timer"
    )
    expect(page.locator("[data-says=rettetid]")).to_contain_text("Kravene sier 6 timer")

    # What is no number is told at the field, and the old one stays.
    write(page, "rettetid", "fire")
    field = page.locator("#tall-rettetid")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(numbers_.get_by_role("alert")).to_contain_text("Skriv et tall fra 1 til 72")
    says(page, "innen 6 timer driftstid")
    write(page, "rettetid", "73")
    expect(field).to_have_attribute("aria-invalid", "true")
    write(page, "rettetid", "6,5")
    expect(field).not_to_have_attribute("aria-invalid", "true")

    # Numbers that do not go together are told, with both.
    write(page, "responstid", "480")
    expect(numbers_.locator("[data-clashes]")).to_contain_text(
        "er 480 minutter, og «Retting av en feil som stanser dere» er 6,5 timer"
    )
    write(page, "responstid", "60")
    expect(numbers_.locator("[data-clashes] p")).to_have_count(0)

    # In the file, and after it is sent a change is another edition.
    sent = json.loads(saved(page, "Fil for svarsiden", tmp_path).read_text(encoding="utf-8"))
    assert {"rettetid": "6,5 timer"}.items() <= {
        n["id"]: n["shown"] for n in sent["numbers"]
    }.items()
    write(page, "rettetid", "5")
    expect(page.locator("[data-unsent]")).to_contain_text("Siden utgave 1: Endret: K")
    other = json.loads(saved(page, "Fil for svarsiden", tmp_path).read_text(encoding="utf-8"))
    assert other["edition"] != sent["edition"]

    page.reload()
    says(page, "innen 5 timer driftstid")
    # What left the house does not change because another question is answered.
    page.goto(page.url.replace(MAKE, "min-plan/"))
    unfold(page)
    page.locator("#profil-storrelse").select_option("under-ti")
    page.goto(page.url.replace("min-plan/", MAKE))
    expect(page.locator("[data-rows] li")).not_to_have_count(0)
    third = json.loads(saved(page, "Fil for svarsiden", tmp_path).read_text(encoding="utf-8"))
    assert third["edition"] == other["edition"]


@pytest.mark.slow
def test_lists_and_plan_say_the_numbers_of_the_reader(opener: Opener) -> None:
    page = opener("min-plan/")
    numbers_ = form(page)
    page.locator("#tall-malepunkt").select_option("kundens lokaler")
    expect(numbers_.locator("[data-parameter=malepunkt]")).to_contain_text(
        "Vanlig for dere: et punkt utenfor leverandørens nett"
    )
    write(page, "tid-til-noddrift", "12")
    page.goto(page.url.replace("min-plan/", "sjekklister/serviceniva/"))
    expect(page.locator("[data-parameter=malepunkt]").first).to_have_text("kundens lokaler")
    page.goto(page.url.replace("sjekklister/serviceniva/", LISTS))
    number = page.locator("[data-parameter=tid-til-noddrift]").first
    expect(number).to_have_text("12 timer")
    assert number.get_attribute("data-set") == ""
    # A tick with the old number is no tick on other words.
    kept = page.evaluate("key => localStorage.getItem(key)", KEY)
    assert "12" in kept
    item = page.locator("[data-item]", has=page.locator("[data-parameter=tid-til-noddrift]")).first
    item.locator("label input").first.check()
    page.goto(page.url.replace(LISTS, "min-plan/"))
    form(page)
    write(page, "tid-til-noddrift", "10")
    page.goto(page.url.replace("min-plan/", LISTS))
    expect(page.locator("[data-parameter=tid-til-noddrift]").first).to_have_text("10 timer")
    expect(page.locator(".checklist__said--warn")).to_have_count(0)
    page.goto(page.url.replace(LISTS, "drift/"))
    clock = page.locator(".guide-figure [data-parameter=tid-til-noddrift]")
    expect(clock).to_have_text("10 timer")
    expect(page.locator("[data-drawn=tid-til-noddrift]")).to_have_text("10 timer")
    expect(page.locator(".guide-figure [data-parameter=sperretid]")).to_have_text("30 minutter")


def test_a_number_that_is_set_beside_an_example_is_the_examples_own(opener: Opener) -> None:
    page = opener(MAKE)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-rows] li")).to_have_count(13)
    form(page)
    write(page, "rettetid", "6")
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))
    held = {name for name, one in kept["projects"].items() if "tall-rettetid" in one["profile"]}
    assert held == {"eksempel"}
    page.get_by_role("button", name="Tilbake til").first.click()
    expect(page.locator("#tall-rettetid")).to_have_value("4")
