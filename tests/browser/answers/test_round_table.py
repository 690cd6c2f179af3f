"""Several who write in files of one project: what a copy empties is said before it is merged, and a
file that is given out says what nobody has chosen between."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest
from filled_in import W14, control, document, tick
from guide import CATALOG
from playwright.sync_api import Page, expect

from ..conftest import Unit
from ..opening import Opener
from .steps import FIRST, KEY, unfold
from .test_filled import LIST, SAID, b64, data_of, file_of, ids_of

EARLY, LATE = "2026-11-24T12:30:00.000Z", "2026-11-24T13:05:00.000Z"
Entries = list[list[str]]


def kept(seen: dict[str, int], fields: dict[str, Entries]) -> str:
    """A browser's state with one answer in the project «Lønn»."""
    project: dict[str, Any] = {"seen": {"w": 1, **seen}, "gone": [], "items": {FIRST: fields}}
    project["name"] = [["Lønn", EARLY, "w:1", ""]]
    return json.dumps({"version": 2, "projects": {"p1": project}})


MINE: dict[str, Entries] = {
    "note": [["Fra meg", EARLY, "m:1", "Min"]],
    "due": [["2026-12-01", EARLY, "m:2", "Min"]],
}
# Kari has emptied the day, and has written another note without having seen mine.
EMPTIED = {**MINE, "due": [["", LATE, "h:1", "Kari"]]}
TORN = {**MINE, "note": [["Fra Kari", LATE, "h:1", "Kari"], *MINE["note"]]}


def opened(opener: Opener, folder: Path, hers: str, mine: str = "") -> Page:
    page = opener("min-plan/", kept={KEY: mine or kept({"m": 2}, MINE)})
    unfold(page)
    page.wait_for_selector("check-plan:not([hidden])")
    file = folder / "kari.json"
    file.write_text(hers, encoding="utf-8")
    page.locator("[data-open]").set_input_files(file)
    return page


@pytest.mark.slow
def test_what_a_copy_empties_is_said_before_and_after(opener: Opener, tmp_path: Path) -> None:
    page = opened(opener, tmp_path, kept({"m": 2, "h": 1}, EMPTIED))
    told = "endrede svar 1, ulike svar 0. Felt som er tomme i kopien, og blir tomme her: 1."
    expect(page.locator("[data-preview] p").first).to_contain_text(told)
    page.locator("[data-act=merge]").click()
    expect(page.locator("[data-said]")).to_contain_text(told)


@pytest.mark.slow
def test_what_is_changed_beside_a_contradiction_counts(opener: Opener, tmp_path: Path) -> None:
    """She had seen my day and wrote another, and a note of her own beside mine."""
    hers = {
        "note": [["Fra Kari", LATE, "h:1", "Kari"]],
        "due": [["2027-05-05", LATE, "h:2", "Kari"]],
    }
    seen = {"h": 2, "m": 2}
    fields = {**hers, "note": [*hers["note"], *MINE["note"]]}
    page = opened(opener, tmp_path, kept(seen, fields))
    told = page.locator("[data-preview] p").first
    expect(told).to_contain_text("nye svar 0, endrede svar 1, ulike svar 1.")
    expect(told).not_to_contain_text("tomme")


def test_a_file_says_what_nobody_has_chosen_between(opener: Opener) -> None:
    home, item = next((c, i) for c, i in CATALOG.items() if i.id == FIRST)
    page = opener(f"sjekklister/{home.id}/", kept={KEY: kept({"m": 2, "h": 1}, TORN)})
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    told = page.locator("check-files [data-told]")
    for kind in ("xlsx", "docx"):
        with page.expect_download():
            page.locator(f"check-files [data-kind={kind}]").first.click()
        expect(told).to_contain_text(f"ingen har valgt: 1 ({item.code}). Filen har ett av svarene.")
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", [KEY, kept({"m": 2}, MINE)])
    page.reload()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    with page.expect_download():
        page.locator("check-files [data-kind=xlsx]").first.click()
    expect(told).to_contain_text("Filen er laget.")
    expect(told).not_to_contain_text("ingen har valgt")


def test_spaces_round_a_note_are_no_change_of_it(unit: Unit, site: Path) -> None:
    """No file keeps them."""
    file, item, data = b64(file_of(site, f"{LIST}.docx")), ids_of(LIST)[0], data_of(site)
    for here in ("Ring Per ", "Ring Per\n", "\nRing\nPer "):
        said = [here, here.strip(), here]
        assert unit("filled", "unbroken", file, SAID, data, item, said) == [[here], 0]
    assert unit("filled", "unbroken", file, SAID, data, item, ["Per ", "Kari", "Per "]) == [
        ["Kari"],
        0,
    ]


def drawn(body: Any, item: str) -> None:
    """A cross that somebody has put in by hand: the box itself says that it is empty."""
    tick(body, item)
    control(body, f"done:{item}").find(f".//{W14}checked").set(f"{W14}val", "0")


def test_a_cross_that_was_put_in_by_hand_is_read_and_told(unit: Unit, site: Path) -> None:
    one, two = ids_of(LIST)[:2]
    given, data = file_of(site, f"{LIST}.docx"), data_of(site)
    assert docx.Document(io.BytesIO(given))
    by_hand = document(given, lambda body: drawn(body, one), lambda body: tick(body, two))
    found = unit("filled", "found", b64(by_hand), "a.docx", SAID, data)
    assert found["items"] == {one: {"status": "done"}, two: {"status": "done"}}
    assert [why for _, why in found["doubts"]] == ["unlike"]
