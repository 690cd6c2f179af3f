"""Editions of a document, what a late change means for a reply, and the log of questions."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import docx
import pytest
from conftest import ROOT
from playwright.sync_api import Page, expect

from ..conftest import Unit
from ..opening import Opener
from .steps import COMPARE, KEY, MAKE, Made, saved
from .word import opened as word_opened
from .word import paragraphs

STORED = ROOT / "tests" / "data" / "stored"


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


def test_another_order_is_no_other_edition_and_long_texts_are_told_apart(unit: Unit) -> None:
    other, first, moved, later, from_moved, small = unit("editions", "placed")
    assert other and small
    assert first == moved == [1, [1, []]]
    # A change where nobody reads it in the list: it is still one.
    assert later == from_moved == [2, [1, ["K2"]]]


def test_a_new_deadline_is_an_edition_that_asks_the_same(unit: Unit) -> None:
    told, lacking, kept = unit("editions", "reframed")
    assert told == [[1, []], [2, [["frame", "who"], ["frame", "deadline"]]]]
    assert lacking == [] and kept == [[], ["deadline"]]


@pytest.mark.slow
def test_an_edition_of_2000_long_requirements_is_kept(unit: Unit) -> None:
    first, changed, most = unit("editions", "largest")
    assert 500_000 < first < changed < most


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


@pytest.mark.slow
def test_a_reply_knows_which_edition_it_answers(document: Made, tmp_path: Path) -> None:
    page, files = document
    late = answer(files["csv"], tmp_path / "sen.csv")
    rows = page.locator("[data-rows] li")
    rows.nth(1).locator("textarea").fill("Leverandøren skal ha vakt hele døgnet.")
    rows.nth(3).get_by_role("button", name="Ta ut").click()
    page.locator("[data-own]").fill("Leverandøren skal komme på besøk.")
    page.get_by_role("button", name="Legg til kravet").click()
    word = word_opened(saved(page, "Word", tmp_path))
    told = [p.text for p in paragraphs(word) if p.text.startswith("Utgave 2.")]
    assert (
        len(told) == 1 and "Siden utgave 1: Endret: K" in told[0] and "Kommet til: K44" in told[0]
    )
    first = word_opened(files["docx"])
    assert "Utgave 1." in [p.text for p in paragraphs(first)]
    # Saved once more without a change it is the same edition.
    saved(page, "Markdown", tmp_path)
    new = answer(saved(page, "CSV", tmp_path), tmp_path / "ny.csv")
    page.goto(page.url.replace(MAKE, COMPARE))
    page.locator("[data-open]").set_input_files([late, new])
    opened = page.locator("[data-opened] > li")  # by name: «ny», «sen»
    expect(opened.nth(1)).to_contain_text("Svaret gjelder utgave 1. Be leverandøren svare på")
    expect(opened.nth(1)).to_contain_text("Kommet til: K44.")
    expect(opened.nth(0)).not_to_contain_text("utgave")
    # Who leads is told beside it: the old answers are to other words.
    expect(page.locator("[data-verdict]")).to_contain_text("Krav er endret etter at sen svarte.")
    page.locator("[data-log] > summary").click()
    expect(page.locator("[data-editions] li")).to_have_count(2)
    expect(page.locator("[data-editions] li").nth(1)).to_contain_text("Kommet til: K44.")


@pytest.mark.slow
def test_what_suppliers_have_not_been_sent_stands_till_it_is(
    document: Made, tmp_path: Path
) -> None:
    """Words, priority, what came and went, and what the customer says of itself."""
    page, _ = document
    unsent, preview = page.locator("[data-unsent]"), page.locator("[data-preview]")
    page.get_by_text("Forhåndsvisning", exact=True).click()
    expect(preview).to_contain_text("Utgave 1.")
    expect(unsent).to_have_text("")
    rows = page.locator("[data-rows] li")
    rows.nth(1).locator("textarea").fill("Leverandøren skal ha vakt hele døgnet.")
    expect(unsent).to_contain_text("Siden utgave 1: Endret: K")
    # Paper does not pass for what they have.
    expect(preview).to_contain_text("Utkast til neste utgave.")
    rows.nth(3).get_by_role("button", name="Ta ut").click()
    expect(unsent).to_contain_text("Tatt ut: K")
    page.locator("[data-own]").fill("Leverandøren skal komme på besøk.")
    page.get_by_role("button", name="Legg til kravet").click()
    expect(unsent).to_contain_text("Kommet til: K44.")
    page.locator("[data-frame-fold] > summary").click()
    page.get_by_label("Svarfrist").fill("1. mars")
    expect(unsent).to_contain_text("Endret i kundens opplysninger: Svarfrist")
    page.reload()
    expect(unsent).to_contain_text("Kommet til: K44.")
    expect(unsent).to_contain_text("send dem til alle som har fått dokumentet")
    page.get_by_role("button", name="Lag en kopi").click()
    expect(unsent).to_have_text("")  # of it nobody has anything
    page.locator("[data-documents]").select_option(index=0)
    expect(unsent).to_contain_text("Kommet til: K44.")
    saved(page, "Word", tmp_path)
    expect(unsent).to_have_text("")
    page.get_by_text("Forhåndsvisning", exact=True).click()
    expect(preview).to_contain_text("Utgave 2.")


@pytest.mark.slow
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


def test_each_of_many_questions_is_shown_and_undone_where_it_was(opener: Opener) -> None:
    text = (STORED / "decision.json").read_text(encoding="utf-8")
    state = json.loads(text)
    parts = state["projects"]["p1"]["documents"]
    who = state["projects"]["p1"]["seen"]
    (writer,) = who
    for n in range(60):
        made = {
            "day": "2026-11-26",
            "number": "",
            "question": f"Sak {n:02}",
            "answer": "",
            "who": "",
        }
        who[writer] += 1
        dot = f"{writer}:{who[writer]}"
        parts[f"d1-q-r{n:02}"] = [[json.dumps(made), "2026-11-26T08:00:00Z", dot, ""]]
    for key in ("name", "r-a"):
        who[writer] += 1
        kept = parts[f"d1-{key}"][0][0]
        other = [kept.replace("Krav 2027", "Andre krav"), "2026-11-26T08:00:00Z"]
        parts[f"d2-{key}"] = [[*other, f"{writer}:{who[writer]}", ""]]
    page = opener(COMPARE, kept={KEY: json.dumps(state)})
    page.locator("[data-documents]").select_option("d1")
    page.locator("[data-log] > summary").click()
    lines = page.locator("[data-asked] > li")
    expect(lines).to_have_count(51)
    page.get_by_role("button", name="Vis de 12 spørsmålene før disse").click()
    expect(lines).to_have_count(62)
    expect(lines.nth(11).locator("textarea")).to_be_focused()
    # Taken out, another document chosen, and brought back: to where it stood.
    lines.nth(0).get_by_role("button", name="Ta ut").click()
    expect(lines).to_have_count(61)
    page.locator("[data-documents]").select_option("d2")
    expect(lines).to_have_count(0)
    page.locator("[data-said]").get_by_role("button", name="Angre").click()
    expect(lines).to_have_count(0)
    page.locator("[data-documents]").select_option("d1")
    expect(lines).to_have_count(62)


def test_an_answer_to_a_question_that_is_gone_is_told(opener: Opener) -> None:
    text = (STORED / "decision.json").read_text(encoding="utf-8")
    page = opener(COMPARE, kept={KEY: text})
    page.locator("[data-log] > summary").click()
    page.locator("[data-asked] textarea").nth(1).fill("Ja, gjerne.")
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("[data-log] > summary").click()
    other.locator("[data-asked] > li").nth(1).get_by_role("button", name="Ta ut").click()
    # What was being written is kept before the page is drawn anew, and comes first or is told.
    page.locator("[data-asked] textarea").nth(0).focus()
    kept = page.locator("[data-asked] textarea").evaluate_all("all => all.map(one => one.value)")
    assert "Ja, gjerne." in kept or "Ja, gjerne." in page.locator("[data-said]").inner_text()
