"""Merging said and shown: what is new, changed and contradicting, how to settle and undo it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..conftest import Unit
from ..opening import Opener
from .steps import FIRST, KEY, STORED, stored, unfold

OTHER, THIRD = "finn-skjulte-kostnader", "kartlegg-problemer"
EARLY, LATE = "2026-11-24T12:30:00.000Z", "2026-11-24T13:05:00.000Z"


def project(writer: str, by: str, when: str, items: dict[str, dict[str, str]]) -> dict[str, Any]:
    """A project named «Lønn» that both have seen, and then one's answers to items."""
    answers: dict[str, dict[str, list[list[str]]]] = {}
    n = 0
    for item, fields in items.items():
        answers[item] = {}
        for field, text in fields.items():
            n += 1
            answers[item][field] = [[text, when, f"{writer}:{n}", by]]
    return {
        "seen": {"w": 1, writer: n},
        "name": [["Lønn", EARLY, "w:1", ""]],
        "gone": [],
        "items": answers,
    }


MINE = project(
    "m", "Min", EARLY, {FIRST: {"note": "Fra meg", "due": "2026-12-01"}, THIRD: {"note": "x"}}
)
HERS = project(
    "k",
    "Kari",
    LATE,
    {FIRST: {"note": "Fra Kari", "due": "2026-12-24"}, OTHER: {"status": "done"}},
)


def document(writer: str, when: str, *rows: tuple[str, int, str]) -> dict[str, list[list[str]]]:
    """A document «Krav» that both have seen, and the requirements that one has added to it."""

    def kept(own: str, n: int, text: str) -> str:
        made = {"id": own, "n": n, "text": text, "priority": "must", "group": "Egne krav"}
        return json.dumps({**made, "order": n})

    made = {
        "d1-name": [["Krav", EARLY, "w:2", ""]],
        "d1-r-a": [[kept("a", 1, "Felles krav"), EARLY, "w:3", ""]],
    }
    for at, (own, n, text) in enumerate(rows, 50):
        made[f"d1-r-{own}"] = [[kept(own, n, text), when, f"{writer}:{at}", writer]]
    return made


def state(one: dict[str, Any]) -> str:
    return json.dumps({"version": 2, "projects": {"p1": one}})


def merging(opener: Opener, folder: Path, mine: dict[str, Any], hers: dict[str, Any]) -> Page:
    """The plan of one who has opened a colleague's file and merged it."""
    page = opener("om/")
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", [KEY, state(mine)])
    page.goto(page.url.replace("om/", "min-plan/"))
    unfold(page)
    page.wait_for_selector("check-plan:not([hidden])")
    file = folder / "kari.json"
    file.write_text(state(hers), encoding="utf-8")
    page.locator("[data-open]").set_input_files(file)
    expect(page.locator("[data-preview] p").first).to_contain_text("Slår dere dem sammen")
    page.locator("[data-act=merge]").click()
    return page


def test_a_merge_taken_back_leaves_the_project_as_it_was_and_can_be_made_again(unit: Unit) -> None:
    assert unit("merging", "undone", 500) == []
    assert unit("merging", "undone", 50, False) != []  # planted: what was seen stays seen


def test_undoing_a_merge_keeps_what_another_tab_wrote_meanwhile(unit: Unit) -> None:
    as_before = ["", "først", "done", "etterpå"]
    merged = ["done", "hennes", "done", "etterpå"]
    again = ["done", "hennes"]
    assert unit("merging", "beside", False) == [[as_before] * 3, again]
    assert unit("merging", "beside", True) == [[[*as_before, "samtidig"]] * 3, again]
    # Planted: when a cut is not noted, the other tab gives the merge back.
    assert unit("merging", "beside", False, True) == [[merged] * 3, again]


def test_a_project_that_was_written_in_since_it_came_stays_and_is_told(unit: Unit) -> None:
    assert unit("merging", "stays") == [["q"], ["Hennes", "Mitt"]]


def test_a_cut_that_is_no_cut_is_a_reason_to_refuse_nothing(unit: Unit) -> None:
    good = {"id": "c1", "ranges": {"p": {"w": [[0, 3]]}}}
    assert unit("merging", "noted") == [0, [good, {"id": "c3", "ranges": {"p": {"w": []}}}]]


def test_a_merge_is_told_in_numbers(unit: Unit) -> None:
    assert unit("merging", "told") == [[["p", 2, 2, 1, 1, False]], True, []]


@pytest.mark.slow
def test_what_a_merge_did_is_said_and_its_contradictions_are_shown(
    opener: Opener, tmp_path: Path
) -> None:
    page = merging(opener, tmp_path, MINE, HERS)
    said = page.locator("[data-said]")
    expect(said).to_contain_text("«Lønn»: nye svar 1, endrede svar 0, ulike svar 2.")
    said.get_by_role("button", name="Se de ulike svarene").click()
    expect(page.locator("#plan-uenig")).to_be_focused()
    torn = page.locator("[data-conflicts] li")
    expect(torn).to_have_count(2)
    note = torn.filter(has_text="Notat")
    clock = page.evaluate("(iso) => new Date(iso).toTimeString().slice(0, 5)", LATE)
    when = f"24.11.2026 kl. {clock.replace(':', '.')}"
    expect(note).to_contain_text(f"Fra Kari (Kari, {when})")
    expect(note).to_contain_text("Fra meg (Min, ")
    due = torn.filter(has_text="Frist")
    expect(due).to_contain_text("24.12.2026 (Kari")
    page.get_by_role("button", name="Ta alle fra Kari").click()
    expect(page.locator("[data-conflicts]")).to_be_hidden()
    expect(said).to_contain_text("Svarene fra Kari gjelder nå (2).")
    said.get_by_role("button", name="Angre").click()
    expect(torn).to_have_count(2)


@pytest.mark.slow
def test_one_undo_takes_the_whole_merge_back_with_what_was_chosen_after_it(
    opener: Opener, tmp_path: Path
) -> None:
    page = merging(opener, tmp_path, MINE, HERS)
    before = {**MINE, "profile": {}, "documents": {}}
    page.get_by_role("button", name="Ta alle fra Kari").click()
    expect(page.locator("[data-conflicts]")).to_be_hidden()
    page.get_by_role("button", name="Angre sammenslåingen").click()
    expect(page.locator("[data-said]")).to_contain_text("Sammenslåingen er angret")
    assert stored(page)["projects"]["p1"] == before
    expect(page.get_by_role("button", name="Angre sammenslåingen")).to_have_count(0)
    page.reload()
    unfold(page)
    page.wait_for_selector("check-plan:not([hidden])")
    assert stored(page)["projects"]["p1"] == before
    # Merged again it comes in again.
    page.locator("[data-open]").set_input_files(tmp_path / "kari.json")
    page.locator("[data-act=merge]").click()
    expect(page.locator("[data-conflicts] li")).to_have_count(2)
    page.locator("[data-said]").get_by_role("button", name="Angre").click()
    assert stored(page)["projects"]["p1"] == before


def test_contradictions_of_one_machine_can_be_settled_by_the_last(
    opener: Opener, tmp_path: Path
) -> None:
    hers = json.loads(json.dumps(HERS).replace('"Kari"', '"Min"'))
    page = merging(opener, tmp_path, MINE, hers)
    expect(page.get_by_role("button", name="Ta alle fra")).to_have_count(0)
    page.get_by_role("button", name="Ta det siste svaret overalt").click()
    expect(page.locator("[data-conflicts]")).to_be_hidden()
    fields = stored(page)["projects"]["p1"]["items"][FIRST]
    assert [fields[name][0][0] for name in ("note", "due")] == ["Fra Kari", "2026-12-24"]


@pytest.mark.slow
def test_a_requirement_that_two_have_given_one_number_is_renumbered_and_said(
    opener: Opener, tmp_path: Path
) -> None:
    mine = {**MINE, "seen": {"w": 3, "m": 60}}
    mine["documents"] = document("m", EARLY, ("egen-m", 2, "Mitt krav"))
    hers = {**HERS, "seen": {"w": 3, "k": 60}}
    hers["documents"] = document("k", LATE, ("egen-k", 2, "Hennes krav"))
    page = merging(opener, tmp_path, mine, hers)
    expect(page.locator("[data-said]")).to_contain_text("«Hennes krav» var K2 og er nå K3.")
    page.goto(page.url.replace("min-plan/", "lag-kravdokument/"))
    rows = page.locator("[data-rows] li")
    expect(rows).to_have_count(3)
    expect(rows.nth(1).locator("strong")).to_have_text("K2")
    expect(rows.nth(1).locator("[data-group]")).to_have_value("Egne krav")
    expect(rows.nth(2)).to_contain_text("K3 (var K2 før dere slo sammen)")
    # A number that is taken out is never given again.
    rows.nth(2).get_by_role("button", name="Ta ut").click()
    page.locator("[data-own]").fill("Et nytt krav")
    page.get_by_role("button", name="Legg til kravet").click()
    expect(rows.nth(2)).to_contain_text("K4")
    page.get_by_role("button", name="Lag en kopi").click()
    expect(page.locator("[data-documents] option")).to_have_count(2)
    page.locator("[data-own]").fill("Enda et krav")
    page.get_by_role("button", name="Legg til kravet").click()
    expect(rows.nth(2)).to_contain_text("K4")
    expect(rows.nth(3)).to_contain_text("K5")


@pytest.mark.slow
def test_two_texts_of_one_part_of_a_document_and_two_names_of_a_project_are_shown_and_settled(
    opener: Opener, tmp_path: Path
) -> None:
    """Whoever wrote first is not overruled in silence; what only moved is no contradiction."""
    both = {
        "mine": {**MINE, "seen": {"w": 9, "m": 90}},
        "hers": {**HERS, "seen": {"w": 9, "k": 90}},
    }
    words = {"mine": ("m", "Min", EARLY, 1), "hers": ("k", "Kari", LATE, 5)}
    for side, (writer, by, when, order) in words.items():
        made = document(writer, when)
        row = {"n": 0, "priority": "must", "group": "Egne krav", "order": order}

        def put(key: str, text: str, at: int) -> None:
            made[key] = [[text, when, f"{writer}:{at}", by]]  # noqa: B023

        put("d1-r-a", json.dumps({**row, "id": "a", "n": order, "text": f"Kravet til {by}"}), 60)
        put("d1-r-b", json.dumps({**row, "id": "b", "text": "Det samme"}), 61)
        put("d1-f-who", f"Vi er {by}", 62)
        both[side]["documents"] = made
        both[side]["name"] = [[f"Lønn for {by}", when, f"{writer}:63", by]]
    page = merging(opener, tmp_path, both["mine"], both["hers"])
    torn = page.locator("[data-conflicts] li")
    expect(page.locator("[data-said]")).to_contain_text("ulike svar 5.")
    expect(torn).to_have_count(5)
    asked = torn.filter(has_text="Kravdokumentet «Krav»: et krav")
    expect(asked).to_have_count(1)
    expect(asked).to_contain_text("Kravet til Min · Absolutt · Egne krav (Min, ")
    expect(asked).to_contain_text("Kravet til Kari · Absolutt · Egne krav (Kari, ")
    expect(torn.filter(has_text="en opplysning om dere")).to_contain_text("Vi er Min (Min, ")
    called = torn.filter(has_text="Navnet på prosjektet")
    called.get_by_role("button", name="Velg: Lønn for Min").click()
    asked.get_by_role("button", name="Velg: Kravet til Min").click()
    expect(torn).to_have_count(3)
    kept = stored(page)["projects"]["p1"]
    assert [text for text, *_ in kept["name"]] == ["Lønn for Min"]
    [[text, *_]] = kept["documents"]["d1-r-a"]
    # The number and the place that the requirement has stay, whoever's words are chosen.
    assert {k: json.loads(text)[k] for k in ("text", "n", "order")} == {
        "text": "Kravet til Min", "n": 5, "order": 5,
    }  # fmt: skip
    # In the builder it is said that there is one more text.
    page.goto(page.url.replace("min-plan/", "lag-kravdokument/"))
    told = page.locator("[data-torn]")
    expect(told).to_contain_text("To har skrevet forskjellig i dette dokumentet (1).")
    told.get_by_role("link").click()
    expect(page.locator("#plan-uenig")).to_be_in_viewport()
    expect(torn).to_have_count(3)
    torn.filter(has_text="en opplysning om dere").get_by_role("button", name="Vi er Min").click()
    page.goto(page.url.split("min-plan/")[0] + "lag-kravdokument/")
    expect(page.locator("[data-frame=who]")).to_have_value("Vi er Min")
    expect(told).to_be_hidden()


def test_two_requirements_that_were_added_apart_get_two_numbers_in_both_browsers(
    unit: Unit,
) -> None:
    both = [["K4", "K5"]] * 4
    told = [[["y", 4, 5]]] * 2
    assert unit("numbers", "apart", True) == [both, told, 4]
    assert unit("numbers", "apart", False) == [both, told, 0]  # not fixed yet, and told as well


@pytest.mark.slow
def test_a_number_is_never_given_again(unit: Unit) -> None:
    """Random histories of adding, taking out, undoing, fixing, copying and merging by two."""
    assert unit("numbers", "again", 600) == []
    assert unit("numbers", "again", 60, True) != []  # planted: the highest is not kept


def test_whoever_has_merged_the_same_gives_the_same_numbers(unit: Unit) -> None:
    """In whatever order, without hearing of each other; merged again nothing is another."""
    faults, anew = unit("numbers", "alike", 60)
    assert faults == [] and anew > 40
    faults, _ = unit("numbers", "alike", 10, "own")
    assert {law for _, law in faults} == {"same"}  # planted: each gives them in her own name


def test_numbers_that_2026_3_gave_anew_by_itself_stay(unit: Unit) -> None:
    numbers, same = unit("numbers", "older", (STORED / "renumbered.json").read_text("utf-8"))
    assert (
        numbers
        == [{"a": "K1", "b": "K2", "c": "K3", "z": "K4", "y": "K5", "z2": "K6", "y2": "K7"}] * 4
    )
    assert same
