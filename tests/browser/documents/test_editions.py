"""Editions of a document, what a late change means for a reply, and the log of questions."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import docx
from playwright.sync_api import Page, expect

from ..conftest import Unit
from ..opening import Opener
from .steps import COMPARE, MAKE, Made, saved


def test_what_editions_tell_is_what_became_of_the_first(unit: Unit) -> None:
    assert unit("editions", "chained", 300) == []
    assert unit("editions", "chained", 60, True) != []  # planted: a changed text is not told


def test_changes_are_told_once_and_what_came_and_went_not_at_all(unit: Unit) -> None:
    first, second, unknown = unit("editions", "told")
    assert first == {"changed": ["K1", "K3"], "added": [], "removed": ["K2", "K4"]}
    assert second == {"changed": [], "added": [], "removed": ["K4"]}
    assert unknown is None


def test_editions_by_another_hand_are_read_as_far_as_they_are_any(unit: Unit) -> None:
    assert unit("editions", "hostile") == [
        {"n": 1, "mark": "ok", "day": "", "changes": [["added", "", "", ""]], "rows": []}
    ]


def answer(asked: Path, file: Path) -> Path:
    """The CSV that was sent, with yes to all."""
    table = list(csv.reader(io.StringIO(asked.read_text("utf-8-sig")), delimiter=";"))
    for row in table:
        if row and row[0].startswith("K") and row[0][1:].isdigit():
            row[4] = "ja"
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(table)
    file.write_text(out.getvalue(), encoding="utf-8-sig")
    return file


def ask(page: Page, question: str, reply: str = "", who: str = "", number: str = "") -> None:
    form = page.locator("[data-log]")
    form.locator("[data-ask=question]").fill(question)
    form.locator("[data-ask=answer]").fill(reply)
    form.locator("[data-ask=who]").fill(who)
    form.locator("[data-ask-number]").select_option(number)
    form.get_by_role("button", name="Legg til spørsmålet").click()


def test_a_reply_knows_which_edition_it_answers(document: Made, tmp_path: Path) -> None:
    page, files = document
    late = answer(files["csv"], tmp_path / "sen.csv")
    rows = page.locator("[data-rows] li")
    rows.nth(1).locator("textarea").fill("Leverandøren skal ha vakt hele døgnet.")
    rows.nth(3).get_by_role("button", name="Ta ut").click()
    page.locator("[data-own]").fill("Leverandøren skal komme på besøk.")
    page.get_by_role("button", name="Legg til kravet").click()
    word = docx.Document(str(saved(page, "Word", tmp_path)))
    told = [p.text for p in word.paragraphs if p.text.startswith("Utgave 2.")]
    assert (
        len(told) == 1 and "Siden utgave 1: Endret: K" in told[0] and "Kommet til: K44" in told[0]
    )
    first = docx.Document(str(files["docx"]))
    assert "Utgave 1." in [p.text for p in first.paragraphs]
    # Saved once more without a change it is the same edition.
    saved(page, "Markdown", tmp_path)
    new = answer(saved(page, "CSV", tmp_path), tmp_path / "ny.csv")
    page.goto(page.url.replace(MAKE, COMPARE))
    page.locator("[data-open]").set_input_files([late, new])
    opened = page.locator("[data-opened] > li")
    expect(opened.nth(0)).to_contain_text("Svaret gjelder utgave 1. Be leverandøren svare på")
    expect(opened.nth(0)).to_contain_text("Kommet til: K44.")
    expect(opened.nth(1)).not_to_contain_text("utgave")
    page.locator("[data-log] > summary").click()
    expect(page.locator("[data-editions] li")).to_have_count(2)
    expect(page.locator("[data-editions] li").nth(1)).to_contain_text("Kommet til: K44.")


def test_questions_are_answered_to_all_and_nobody_is_named(opener: Opener, tmp_path: Path) -> None:
    page = opener(COMPARE)
    page.get_by_role("button", name="Åpne et eksempel").click()
    page.locator("[data-log] > summary").click()
    ask(page, "")
    expect(page.locator("[data-ask-problem]")).to_be_visible()
    expect(page.locator("[data-ask=question]")).to_be_focused()
    ask(page, "Gjelder kravet <b>helger</b>?", "Ja.\nOgså helligdager.", "Nordlys Drift AS", "K1")
    ask(page, "Kan vi bruke underleverandør?", who="Fjord IT")
    lines = page.locator("[data-asked] > li")
    expect(lines).to_have_count(2)
    expect(lines.nth(0)).to_contain_text("Gjelder kravet <b>helger</b>?")
    expect(lines.nth(0)).to_contain_text("K1 · ")
    expect(lines.nth(0)).to_contain_text("Nordlys Drift AS")
    word = docx.Document(str(saved_log(page, tmp_path)))
    cells = [cell.text for row in word.tables[0].rows for cell in row.cells]
    assert "1. K1" in cells and "Ja.\nOgså helligdager." in cells and "Ikke besvart ennå" in cells
    everything = "\n".join([*cells, *(p.text for p in word.paragraphs)])
    assert "Nordlys" not in everything and "Fjord IT" not in everything
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopier som tekst").click()
    expect(page.locator("[data-said]")).to_contain_text("er kopiert")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "1. K1\nSpørsmål: Gjelder kravet <b>helger</b>?" in text and "Nordlys" not in text
    # An answer is written later, and stays; taken out it can be brought back.
    lines.nth(1).locator("textarea").fill("Ja, med vår godkjenning.")
    lines.nth(1).locator("textarea").blur()
    page.reload()
    page.locator("[data-log] > summary").click()
    expect(lines.nth(1).locator("textarea")).to_have_value("Ja, med vår godkjenning.")
    lines.nth(0).get_by_role("button", name="Ta ut").click()
    expect(lines).to_have_count(1)
    page.locator("[data-said]").get_by_role("button", name="Angre").click()
    expect(lines).to_have_count(2)


def saved_log(page: Page, folder: Path) -> Path:
    with page.expect_download() as got:
        page.locator("[data-act=log]").click()
    file = folder / got.value.suggested_filename
    got.value.save_as(file)
    return file
