"""Files that mean harm get one sentence and change nothing."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import expect

from ..opening import Opener
from .hostile import ANSWER, BAD_ANSWERS, BAD_DOCUMENTS, SCRIPT
from .steps import COMPARE, KEY


def test_there_are_at_least_40_hostile_files() -> None:
    assert len(BAD_ANSWERS) + len(BAD_DOCUMENTS) >= 40


def test_a_hostile_answer_or_document_gets_a_sentence_and_changes_nothing(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(COMPARE)
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-opened] li")).to_have_count(3)
    before = page.evaluate(f"localStorage.getItem('{KEY}')")
    said = page.locator("[data-said]")
    for field, cases in (("[data-open]", BAD_ANSWERS), ("[data-open-document]", BAD_DOCUMENTS)):
        for name, content in cases.items():
            file = tmp_path / "fil.bin"
            file.write_bytes(content)
            page.evaluate("document.querySelector('[data-said]').textContent = ''")
            page.locator(field).set_input_files(file)
            expect(said, name).to_contain_text("Ingenting er endret.")
            assert said.inner_text().count("Ingenting er endret.") == 1, name
            assert page.evaluate(f"localStorage.getItem('{KEY}')") == before, name
    assert page.evaluate("window.hit") is None


def test_markup_in_answers_is_shown_as_text_and_no_script_link_is_made(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(COMPARE)
    page.get_by_role("button", name="Åpne et eksempel").click()
    page.get_by_role("button", name="Ta ut Skypartner").click()
    reply = {"reply": "yes", "text": SCRIPT, "link": "javascript:window.hit=1", "price": SCRIPT}
    file = tmp_path / "svar.json"
    file.write_text(
        json.dumps({**ANSWER, "supplier": SCRIPT, "answers": {"K1": reply}}), encoding="utf-8"
    )
    page.locator("[data-open]").set_input_files(file)
    expect(page.locator("[data-opened] li")).to_have_count(3)
    assert SCRIPT in page.locator("[data-table]").inner_text()
    assert page.locator("a[href^=javascript]").count() == 0
    expect(page.locator("[data-opened]")).to_contain_text("Svaret gjelder et annet dokument")
    assert page.evaluate("window.hit") is None
