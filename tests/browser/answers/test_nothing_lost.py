"""What is stored is read again, whatever was done; a failing storage loses nothing unsaid."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from ..conftest import Unit
from ..opening import Opener
from .steps import KEY, LIST, STORED, item, plan, saved

# Sequences are cheap (6 ms each); all 20,000 run with --all.
SEQUENCES = 3_000
MANY = 20_000
IN_BROWSER = 200


def test_what_any_act_stores_is_shown_after_a_reload_or_was_refused_in_words(unit: Unit) -> None:
    found = unit("sequences", "sequences", SEQUENCES)
    assert found["faults"] == []
    # And there was something to refuse, in every way.
    assert {"shape", "large", "many", "value", "room"} <= set(found["refused"])


@pytest.mark.slow
@pytest.mark.parametrize("first", range(1, MANY, MANY // 8))
def test_what_20000_sequences_store_is_shown_or_was_refused(unit: Unit, first: int) -> None:
    assert unit("sequences", "sequences", MANY // 8, None, first)["faults"] == []


@pytest.mark.slow
def test_the_same_holds_in_a_browsers_own_storage(unit: Unit) -> None:
    found = unit("sequences", "inBrowser", IN_BROWSER, 1)
    assert found["faults"] == [] and found["refused"]["room"] > 0


@pytest.mark.parametrize("field", ["note", "responsible"])
def test_a_limit_that_only_reading_has_is_found(unit: Unit, field: str) -> None:
    assert unit("sequences", "planted", field) > 0


HALF = '{"version":2,"projects":{"'
WAS, NEW, LAST = "a note that was there", "new", "last"
# done, status, what is shown, what is stored, what was put aside (its beginning).
FAILING: dict[str, list[object]] = {
    "blocked": [True, "blocked", [NEW]],
    "full": [False, "full", [WAS, NEW], [WAS], []],
    "fullAtSecond": [False, "full", [WAS, LAST, NEW], [WAS, LAST], []],
    "cleared": [True, "saved", [WAS, NEW], [WAS, NEW], []],
    "truncated": [True, "saved", [NEW], [NEW], [HALF]],
    "truncatedAndFull": [False, "full", [NEW], '{"version', [HALF]],
    "garbage": [True, "saved", [NEW], [NEW], ["\0{]"]],
    "garbageTwice": [True, "saved", [NEW], [NEW], ["first", "second"]],
    "garbageAgain": [True, "saved", [NEW], [NEW], ["first"]],
    "newer": [False, "newer", [WAS], [WAS], []],
    "newerAfterLoading": [False, "newer", [WAS], [WAS], []],
    "anotherSite": [True, "saved", [NEW], [NEW], []],
    "onePartBad": [True, "saved", [WAS, NEW], [WAS, NEW], [True]],
}


def failing(unit: Unit, *plant: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = unit("failing", "failing", *plant)
    for rows in found.values():
        if len(rows) > 4 and rows[4] != [True]:
            rows[4] = [str(text)[: len(HALF)] for text in rows[4]]
    return found


def test_each_kind_of_failing_storage_says_so_and_keeps_what_is_there(unit: Unit) -> None:
    assert failing(unit) == FAILING


def test_each_line_of_the_table_can_fail(unit: Unit) -> None:
    seen = set()
    for plant in unit("failing", "plants"):
        other = {kind for kind, row in failing(unit, plant).items() if row != FAILING[kind]}
        assert other, plant
        seen |= other
    assert seen == {*FAILING}


def test_what_was_put_aside_is_taken_in_where_it_can_be(unit: Unit) -> None:
    left, notes, documents, aside, twice = unit("failing", "retried")
    assert (left, notes, aside, twice) == (2, [WAS], ["hvem", "garbage"], False)
    assert [re.sub(r"x\w+$", "x", key) for key in documents] == ["d1-r-egen-x"]


def test_what_a_real_firm_has_is_kept_and_read(unit: Unit) -> None:
    """50 projects, and five suppliers with replies of 2,000 letters to 300 requirements."""
    assert unit("failing", "whatAFirmHas") == [True, "saved", 0, True, 50]


def test_what_earlier_versions_let_in_is_read_whole(unit: Unit) -> None:
    """A requirement called «Krav 1», a name of 130 letters, 52 deleted projects, 23 notes."""
    text = (STORED / "let-in.json").read_text(encoding="utf-8")
    assert unit("state", "letIn", text) == [
        *(0, 53, 130, 23, [True, True, True]),
        [["d1", "Dokument"]],
        "read",
    ]


def test_a_part_that_cannot_be_read_is_put_aside_alone_and_told(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    bad = """key => {
      const made = JSON.parse(localStorage.getItem(key));
      Object.values(made.projects)[0].items['finn-skjulte-kostnader'] = {note: 'ødelagt'};
      localStorage.setItem(key, JSON.stringify(made));
    }"""
    page.evaluate(bad, KEY)
    page.reload()
    expect(item(page).locator("label input").first).to_be_checked()
    expect(page.locator(".checklist__where")).to_contain_text("kan ikke leses")
    plan(page)
    told = page.locator("[data-aside]")
    expect(told.locator("li")).to_have_count(1)
    expect(told).to_contain_text("Svar på punktet «Finn")
    with page.expect_download() as got:
        page.get_by_role("button", name="Last ned det som ble lagt til side").click()
    assert "ødelagt" in saved(page, got.value, tmp_path).read_text(encoding="utf-8")
    page.get_by_role("button", name="Prøv igjen").click()
    expect(page.locator("[data-said]")).to_contain_text("Noe kan fortsatt ikke leses")
    page.get_by_role("button", name="Slett det som ble lagt til side").click()
    expect(told).to_be_hidden()


def test_a_full_storage_is_never_told_as_success(opener: Opener) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    plan(page)
    full = """() => {
      let text = 'x'.repeat(1 << 22);
      for (let n = 0; text.length; n += 1) {
        try { localStorage.setItem(`fyll${n}`, text); }
        catch { text = text.slice(text.length / 2 + 1); }
      }
    }"""
    page.evaluate(full)
    page.get_by_role("button", name="Nytt prosjekt").click()
    page.get_by_label("Navn på prosjektet").fill("Nytt")
    page.get_by_role("button", name="Lagre navnet").click()
    expect(page.locator("[data-lost]")).to_contain_text("lager er fullt")
    expect(page.locator("[data-projects] option")).to_have_text(["Mitt prosjekt"])
    expect(page.locator("[data-room]")).to_contain_text("% fullt")
    before = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))
    page.reload()
    page.wait_for_selector("check-plan:not([hidden])")
    expect(page.locator("[data-projects] option")).to_have_text(["Mitt prosjekt"])
    assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}')")) == before


def test_answers_that_move_between_projects_are_neither_lost_nor_torn(unit: Unit) -> None:
    assert unit("moved", "intoAnotherProject") == [9, [["z", 2]]]
    assert unit("moved", "besideAndBack") == [["second"], ["mine"], 0]
    assert unit("moved", "emptiedElsewhere") == ["kept", 1]
    assert unit("moved", "calledElsewhere") == ["Mine", "Mine"]


def test_an_item_that_took_over_keeps_note_owner_and_date_when_it_is_ticked(unit: Unit) -> None:
    kept = {"note": "kept", "responsible": "Kari", "due": "2027-01-15"}
    assert unit("moved", "tookOver") == [kept, "kept", "done", {}]
