"""A supplier goes on with an answer: on another machine, after a colleague, in a new edition."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Page, expect

from ..opening import Opener
from .steps import REPLY
from .test_supplier import ASKED

FORM = [{"id": "fixed", "amount": 25}, {"id": "setup", "amount": 1}]


def put(page: Page, made: object, file: Path) -> None:
    file.write_text(json.dumps(made), encoding="utf-8")
    page.locator("[data-open]").set_input_files(file)


def answer(page: Page, number: str, reply: str, words: str) -> None:
    row = page.locator(f"#{number}")
    row.locator(f"[value={reply}]").check()
    row.locator("textarea").fill(words)
    row.locator("textarea").blur()


def words_of(page: Page, *numbers: str) -> list[str]:
    return [page.locator(f"#{number} textarea").input_value() for number in numbers]


def own_file(page: Page, folder: Path) -> Path:
    page.locator("[data-supplier]").fill("Fjord IT")
    page.get_by_role("button", name="Last ned svarfilen").click()
    with page.expect_download() as got:
        page.locator("[data-act=anyway]").click()
    file = folder / got.value.suggested_filename
    got.value.save_as(file)
    return file


@pytest.mark.slow
def test_an_answer_goes_on_on_another_machine_and_takes_what_a_colleague_has_written(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(REPLY)
    put(page, {**ASKED, "form": FORM}, tmp_path / "krav.json")
    answer(page, "K1", "yes", "Vi tar kopi hver natt.")
    page.locator("[data-post=fixed]").fill("100")
    first = own_file(page, tmp_path)

    # Another machine knows nothing of the document: it is in the file.
    other = opener(REPLY, context=opener.new_context(width=390))
    said = other.locator("[data-said]")
    other.locator("[data-open]").set_input_files(first)
    expect(said).to_contain_text("Svaret fra Fjord IT er lest. Nytt her: 2.")
    expect(other.locator("[data-count]")).to_have_text("1 av 3 krav er besvart.")
    expect(other.locator("[data-supplier]")).to_have_value("Fjord IT")
    expect(other.locator("[data-post=fixed]")).to_have_value("100")
    other.locator("[data-open]").set_input_files(first)
    expect(said).to_contain_text("Alt i det står her fra før.")
    other.reload()
    other.locator("[data-kept] [data-again]").click()
    assert words_of(other, "K1") == ["Vi tar kopi hver natt."]
    for number, words in (("K1", "Kopi hver time."), ("K2", "Vi svarer på norsk.")):
        other.locator(f"#{number}").evaluate("one => one.classList.add('guide-reply__open')")
        answer(other, number, "yes", words)
    second = own_file(other, tmp_path)

    # What stands here is not written over unasked, and what was taken in can be taken back.
    said = page.locator("[data-said]")
    page.locator("[data-open]").set_input_files(second)
    expect(said).to_contain_text("Nytt her: 1. Her og i filen er disse ulike: K1.")
    mine, theirs = "Vi tar kopi hver natt.", "Kopi hver time."
    assert words_of(page, "K1", "K2") == [mine, "Vi svarer på norsk."]
    said.get_by_role("button", name="Bruk svarene i filen").click()
    expect(said).to_contain_text("Svar som er tatt inn: 1.")
    assert words_of(page, "K1") == [theirs]
    # What has been written since is not taken away with it.
    mine = "Kopi hver halvtime."
    page.locator("#K1 textarea").fill(mine)
    said.get_by_role("button", name="Angre").click()
    expect(page.locator("#K1 textarea")).to_have_value(mine)
    page.reload()
    page.locator("[data-kept] [data-again]").click()
    assert words_of(page, "K1", "K2") == [mine, "Vi svarer på norsk."]


def edition(**other: Any) -> dict[str, Any]:
    """The next edition: K2 says something else, K4 is new, K1 bears another number."""
    one, two, three = cast("list[dict[str, str]]", ASKED["requirements"])
    rows = [
        {**one, "number": "K5"},
        {**two, "text": "Leverandøren skal svare på norsk og engelsk."},
        three,
        {**three, "id": "ny", "number": "K4", "text": "Leverandøren skal komme på besøk."},
    ]
    return {**ASKED, "edition": "e2", "requirements": rows, "form": FORM, **other}


@pytest.mark.slow
def test_what_was_answered_goes_along_to_the_next_edition_where_the_words_are_the_same(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(REPLY)
    said = page.locator("[data-said]")
    put(page, {**ASKED, "form": FORM}, tmp_path / "krav.json")
    for number in ("K1", "K2", "K3"):
        answer(page, number, "yes", f"Svar på {number}.")
    page.locator("[data-post=fixed]").fill("100")
    page.locator("[data-post=fixed]").blur()
    put(page, edition(), tmp_path / "utgave-2.json")
    expect(said).to_contain_text("Svar på krav som er like: 2. Priser: 1.")
    assert words_of(page, "K5", "K2", "K3", "K4") == ["", "", "", ""]
    said.get_by_role("button", name="Ta med svarene").click()
    expect(said).to_contain_text("Svar som er tatt inn: 2. Priser: 1. Svar på dette, som er nytt")
    expect(said).to_contain_text("endret eller ikke besvart: K2, K4.")
    assert words_of(page, "K5", "K2", "K3", "K4") == ["Svar på K1.", "", "Svar på K3.", ""]
    expect(page.locator("[data-post=fixed]")).to_have_value("100")
    said.get_by_role("button", name="Angre").click()
    expect(page.locator("#K5 textarea")).to_have_value("")
    # It is offered again where it was left, and no answer from before is another's.
    page.reload()
    page.locator("[data-kept] [data-again$=e2]").click()
    said.get_by_role("button", name="Ta med svarene").click()
    expect(page.locator("[data-count]")).to_have_text("2 av 4 krav er besvart.")
    page.reload()
    page.locator("[data-kept] [data-again$=e2]").click()
    assert words_of(page, "K5", "K2", "K3", "K4") == ["Svar på K1.", "", "Svar på K3.", ""]
    expect(said).not_to_contain_text("Ta med")
    put(page, edition(id="d2"), tmp_path / "andres.json")
    expect(page.locator("[data-count]")).to_have_text("0 av 4 krav er besvart.")
    expect(said).to_be_empty()


def reply_of(supplier: str, words: str) -> dict[str, Any]:
    """A reply file that bears no document: an answer to K2 alone."""
    return {
        "format": "svar", "version": 1, "document": "d1", "edition": "e1", "title": "Krav 2027",
        "supplier": supplier, "answers": {"K2": {"reply": "yes", "text": words}},
    }  # fmt: skip


def test_an_own_file_that_bears_no_document_asks_for_it(opener: Opener, tmp_path: Path) -> None:
    page = opener(REPLY)
    old = reply_of("Fjord IT", "Ja.")
    put(page, old, tmp_path / "svar.json")
    expect(page.locator("[data-said]")).to_contain_text("Åpne kravdokumentet det gjelder først")
    page.locator("[data-said]").get_by_role("button", name="Lukk").click()
    # One that says that it bears another document is not believed.
    put(page, {**old, "of": edition()}, tmp_path / "svar.json")
    expect(page.locator("[data-said]")).to_contain_text("Åpne kravdokumentet det gjelder først")
    put(page, ASKED, tmp_path / "krav.json")
    put(page, old, tmp_path / "svar.json")
    expect(page.locator("[data-said]")).to_contain_text("Nytt her: 1.")
    assert words_of(page, "K1", "K2") == ["", "Ja."]


def test_a_file_from_another_firm_is_asked_about_and_can_be_taken_back(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(REPLY)
    said = page.locator("[data-said]")
    put(page, ASKED, tmp_path / "krav.json")
    page.locator("[data-supplier]").fill("Nord Drift AS")
    answer(page, "K1", "yes", "Vårt svar.")
    put(page, reply_of("Konkurrent AS", "Deres."), tmp_path / "deres.json")
    expect(said).to_contain_text("Svaret er fra Konkurrent AS, og her svarer Nord Drift AS.")
    assert words_of(page, "K1", "K2") == ["Vårt svar.", ""]
    said.get_by_role("button", name="Ta inn svaret likevel").click()
    expect(page.locator("#K2 textarea")).to_have_value("Deres.")
    said.get_by_role("button", name="Angre").click()
    expect(page.locator("#K2 textarea")).to_have_value("")
    expect(page.locator("[data-count]")).to_have_text("1 av 3 krav er besvart.")
    expect(page.locator("[data-supplier]")).to_have_value("Nord Drift AS")
    # A tap in the wrong place is taken back too.
    page.locator("#K2 [value=no]").check()
    page.get_by_role("button", name="Fjern svaret K2").click()
    expect(page.locator("[data-count]")).to_have_text("1 av 3 krav er besvart.")
    expect(page.get_by_role("button", name="Fjern svaret K2")).to_be_hidden()
    page.reload()
    page.locator("[data-kept] [data-again]").click()
    expect(page.locator("#K2 [value=no]")).not_to_be_checked()


@pytest.mark.slow
def test_a_newer_deadline_is_told_and_kept_and_no_own_file_brings_the_old_one_back(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(REPLY)
    said, frame = page.locator("[data-said]"), page.locator("[data-frame]")
    first = {**ASKED, "frame": {"deadline": "11. desember"}, "form": FORM}
    put(page, first, tmp_path / "krav.json")
    answer(page, "K1", "yes", "Vårt svar.")
    own = own_file(page, tmp_path)
    more = [{"id": "fixed", "amount": 40}]
    put(page, {**first, "frame": {"deadline": "18. desember"}, "form": more}, tmp_path / "ny.json")
    expect(said).to_contain_text("siden dere åpnet dokumentet sist: Svarfrist, Antall.")
    page.reload()
    page.locator("[data-kept] [data-again]").click()
    expect(frame).to_contain_text("18. desember")
    page.reload()
    page.locator("[data-open]").set_input_files(own)
    expect(said).to_contain_text("Alt i det står her fra før.")
    expect(frame).to_contain_text("18. desember")
    page.reload()
    page.locator("[data-kept] [data-again]").click()
    expect(frame).to_contain_text("18. desember")


@pytest.mark.slow
def test_a_colleagues_answer_to_an_earlier_edition_comes_into_the_one_that_is_open(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(REPLY)
    said = page.locator("[data-said]")
    put(page, ASKED, tmp_path / "krav.json")
    for number in ("K1", "K2"):
        answer(page, number, "yes", f"Svar på {number}.")
    own = own_file(page, tmp_path)
    other = opener(REPLY, context=opener.new_context())
    said = other.locator("[data-said]")
    put(other, edition(), tmp_path / "utgave-2.json")
    answer(other, "K4", "yes", "Vi kommer.")
    other.locator("[data-open]").set_input_files(own)
    expect(said).to_contain_text("Svaret gjaldt en annen utgave.")
    assert words_of(other, "K5", "K2", "K4") == ["Svar på K1.", "", "Vi kommer."]
    expect(other.locator("[data-kept] [data-again]")).to_have_count(1)
    # Of what is begun here one can be taken away by itself, and brought back.
    other.locator("[data-kept]").get_by_role("button", name="Ta ut").click()
    expect(other.locator("[data-begun]")).to_be_hidden()
    expect(other.locator("[data-rows]")).to_be_hidden()
    said.get_by_role("button", name="Angre").click()
    other.locator("[data-kept] [data-again]").click()
    assert words_of(other, "K5", "K2", "K4") == ["Svar på K1.", "", "Vi kommer."]


def test_a_changed_requirement_is_offered_what_was_answered_before_it_changed(
    opener: Opener, tmp_path: Path
) -> None:
    """Nothing has been downloaded: the answer stands in the earlier edition alone."""
    page = opener(REPLY)
    put(page, ASKED, tmp_path / "krav.json")
    answer(page, "K2", "yes", "Alle våre svarer på norsk.")
    put(page, edition(), tmp_path / "utgave-2.json")
    row = page.locator("#K2")
    row.locator("summary").click()
    row.get_by_role("button", name="Bruk teksten").click()
    assert words_of(page, "K2") == ["Alle våre svarer på norsk."]


def test_two_tabs_see_each_others_answers_and_keep_what_was_answered(
    opener: Opener, tmp_path: Path
) -> None:
    context = opener.new_context()
    page = opener(REPLY, context=context)
    put(page, ASKED, tmp_path / "krav.json")
    answer(page, "K1", "yes", "Fra den ene.")
    other = opener(REPLY, context=context)
    other.locator("[data-kept] [data-again]").click()
    page.locator("#K3 textarea").fill("Skriver her")
    answer(other, "K2", "yes", "Fra den andre.")
    page.wait_for_timeout(300)  # the other tab has been heard of
    expect(page.locator("#K2 textarea")).to_have_value("")  # not under the reader's hands
    page.locator("#K3 textarea").press("Tab")
    page.locator("#K3 textarea").evaluate("() => document.activeElement.blur()")
    expect(page.locator("#K2 textarea")).to_have_value("Fra den andre.")
    expect(page.locator("#K3 textarea")).to_have_value("Skriver her")


def test_a_price_that_is_not_what_is_asked_for_has_no_sum_and_is_told(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(REPLY)
    put(page, {**ASKED, "form": FORM}, tmp_path / "krav.json")
    field, total = page.locator("[data-post=fixed]"), page.locator("[data-post-sum=fixed]")
    field.fill("100")
    expect(total).to_have_text("Sum: 2 500 kr")
    for odd in ("100 EUR", "100 kr per år", "100 inkl. mva"):
        field.fill(odd)
        expect(total).to_have_text("")
        page.locator("[data-supplier]").fill("Fjord IT")
        page.get_by_role("button", name="Last ned svarfilen").click()
        expect(page.locator("[data-gaps]")).to_contain_text("P2 Skriv prisen i kroner uten mva.")
