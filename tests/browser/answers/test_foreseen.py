"""What merging a copy would change is read line by line before anything is changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from guide import CATALOG
from playwright.sync_api import Page, expect

from ..opening import Opener
from ..planting import Plant, stories
from .steps import FIRST
from .test_round_table import EARLY, LATE, MINE, Entries, kept, opened

TEXT = CATALOG.by_id[FIRST][1].text
HERS: dict[str, Entries] = {
    "note": MINE["note"],
    "due": [["", LATE, "h:2", "Kari"]],
    "responsible": [["Ola", LATE, "h:3", "Kari"]],
    "status": [["done", LATE, "h:4", "Kari"]],
}
MINE_TOO: dict[str, Entries] = {**MINE, "status": [["doing", EARLY, "m:3", "Min"]]}


def lines(page: Page) -> list[str]:
    """What would be changed, without the marks round what readers have written."""
    fold = page.locator("[data-preview] [data-changes]")
    fold.locator("summary").click()
    found = fold.locator("li").all_inner_texts()
    return [line.replace("\u2068", "").replace("\u2069", "") for line in found]


def test_each_change_is_read_before_it_is_made(opener: Opener, tmp_path: Path) -> None:
    page = opened(opener, tmp_path, kept({"m": 3, "h": 4}, HERS), kept({"m": 3}, MINE_TOO))
    assert sorted(lines(page)) == sorted(
        [
            f"{TEXT} Frist Før: 01.12.2026 · Etter: tomt",
            f"{TEXT} Ansvarlig Nytt: Ola",
            f"{TEXT} Status Før: I gang · Etter: Gjort",
        ]
    )


def test_a_contradiction_shows_both_and_markup_stays_text(opener: Opener, tmp_path: Path) -> None:
    torn = {"note": [["<b>Fra</b> Kari", LATE, "h:1", "Kari"]]}
    page = opened(opener, tmp_path, kept({"h": 1}, torn))
    (line,) = lines(page)
    assert line.startswith(f"{TEXT} Notat Dere velger etterpå: ")
    assert "<b>Fra</b> Kari" in line and "Fra meg" in line
    assert page.locator("[data-changes] b").count() == 0


def test_a_copy_with_nothing_new_has_nothing_to_unfold(opener: Opener, tmp_path: Path) -> None:
    page = opened(opener, tmp_path, kept({"m": 2}, MINE))
    expect(page.locator("[data-preview] p").first).to_contain_text("ikke alt står her")
    expect(page.locator("[data-changes]")).to_be_hidden()


@pytest.mark.slow
def test_a_document_that_is_new_is_named(opener: Opener, tmp_path: Path) -> None:
    state = json.loads(kept({"m": 2, "h": 1}, MINE))
    state["projects"]["p1"]["documents"] = {"k1-name": [["Anbud", LATE, "h:1", "Kari"]]}
    page = opened(opener, tmp_path, json.dumps(state))
    (line,) = lines(page)
    assert "Nytt: Anbud" in line


READ = test_each_change_is_read_before_it_is_made
PLAN = "check-plan.js"
PLANTS = {
    "nothing is told": Plant("fold.hidden=!changes.length", "fold.hidden=true", READ, PLAN),
    "what was is not": Plant('t("change",{was,', 't("change",{was:"",', READ, PLAN),
}

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
