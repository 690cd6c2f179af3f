"""A supplier goes on with an answer: on another machine, after a colleague, in a new edition."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

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
    other.locator("[data-kept] button").click()
    assert words_of(other, "K1") == ["Vi tar kopi hver natt."]
    for number, words in (("K1", "Kopi hver time."), ("K2", "Vi svarer på norsk.")):
        other.locator(f"#{number}").evaluate("one => one.classList.add('guide-reply__open')")
        answer(other, number, "yes", words)
    second = own_file(other, tmp_path)

    # What stands here is not written over unasked.
    said = page.locator("[data-said]")
    page.locator("[data-open]").set_input_files(second)
    expect(said).to_contain_text("Nytt her: 1. Her og i filen er disse ulike: K1.")
    mine, theirs = "Vi tar kopi hver natt.", "Kopi hver time."
    assert words_of(page, "K1", "K2") == [mine, "Vi svarer på norsk."]
    said.get_by_role("button", name="Bruk svarene i filen").click()
    expect(said).to_contain_text("Svar som er tatt inn: 1.")
    assert words_of(page, "K1") == [theirs]
    said.get_by_role("button", name="Angre").click()
    expect(page.locator("#K1 textarea")).to_have_value(mine)
    page.reload()
    page.locator("[data-kept] button").click()
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
    expect(said).to_contain_text("Svar på krav som er like: 3.")  # K1, K3 and a price
    assert words_of(page, "K5", "K2", "K3", "K4") == ["", "", "", ""]
    said.get_by_role("button", name="Ta med svarene").click()
    expect(said).to_contain_text("Svar som er tatt inn: 3. Svar på dette, som er nytt, endret")
    expect(said).to_contain_text("eller ikke besvart: K2, K4.")
    assert words_of(page, "K5", "K2", "K3", "K4") == ["Svar på K1.", "", "Svar på K3.", ""]
    expect(page.locator("[data-post=fixed]")).to_have_value("100")
    said.get_by_role("button", name="Angre").click()
    expect(page.locator("#K5 textarea")).to_have_value("")
    # It is offered again where it was left, and no answer from before is another's.
    page.reload()
    page.locator("[data-kept] button").last.click()
    said.get_by_role("button", name="Ta med svarene").click()
    expect(page.locator("[data-count]")).to_have_text("2 av 4 krav er besvart.")
    page.reload()
    page.locator("[data-kept] button").last.click()
    assert words_of(page, "K5", "K2", "K3", "K4") == ["Svar på K1.", "", "Svar på K3.", ""]
    expect(said).not_to_contain_text("Ta med")
    put(page, edition(id="d2"), tmp_path / "andres.json")
    expect(page.locator("[data-count]")).to_have_text("0 av 4 krav er besvart.")
    expect(said).to_be_empty()


def test_an_own_file_that_bears_no_document_asks_for_it(opener: Opener, tmp_path: Path) -> None:
    page = opener(REPLY)
    old = {
        "format": "svar", "version": 1, "document": "d1", "edition": "e1", "title": "Krav 2027",
        "supplier": "Fjord IT", "answers": {"K2": {"reply": "yes", "text": "Ja."}},
    }  # fmt: skip
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
