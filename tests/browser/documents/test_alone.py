"""One answer only, and what the front page and the plan know of how far a document is."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Page, expect

from ..axe import violations
from ..opening import Opener
from .steps import COMPARE, MAKE, saved
from .test_judging import answer, asked, opened, replies, written


def alone(opener: Opener, folder: Path, **other: str) -> Page:
    """The comparison with one answer, on a phone; `other` than yes, by number."""
    page = opener(COMPARE, width=390)
    made = written(folder / "Alfa.json", answer("Alfa", replies(6, "1 000", **other)))
    opened(page, written(folder / "krav.json", asked(6)), [made])
    return page


def unfolded(page: Page) -> None:
    page.locator("check-compare details").evaluate_all("all => all.forEach(o => { o.open = true })")


@pytest.mark.slow
def test_one_answer_has_its_price_its_table_and_a_choice_that_is_signed(
    opener: Opener, tmp_path: Path
) -> None:
    page = alone(opener, tmp_path, K3="", K5="partly")
    verdict = page.locator("[data-verdict]")
    expect(verdict).to_contain_text("Bare svaret fra Alfa er åpnet.")
    expect(verdict).to_contain_text("Ett svar kan ikke rangeres.")
    expect(verdict).to_contain_text("Pris over hele avtalen: 1 000 kr.")
    expect(verdict).to_contain_text("Alfa oppfyller ikke absolutte krav: K3 (ikke besvart).")
    expect(verdict).not_to_contain_text("leder")
    expect(page.locator("[data-table] tbody tr")).to_have_count(6)
    for part in ("[data-models]", "[data-rank]", "[data-sensitivity]"):
        expect(page.locator(part)).to_be_hidden()
    unfolded(page)
    expect(page.locator("[data-questions] li")).to_have_count(2)
    page.get_by_label("Vi velger").select_option(label="Alfa")
    against = page.locator("[data-against]")
    expect(against).to_contain_text("Bare svaret fra Alfa er åpnet, så verken")
    expect(against).to_contain_text("Alfa oppfyller ikke absolutte krav: K3 (ikke besvart).")
    assert violations(page) == []
    page.get_by_label("Vi velger").blur()
    page.reload()
    expect(page.locator("[data-decision=winner]")).not_to_have_value("")
    unfolded(page)
    memo = docx.Document(str(saved(page, "Beslutningsnotat i Word", tmp_path)))
    texts = "\n".join(one.text for one in memo.paragraphs)
    assert "Ett svar kan ikke rangeres." in texts and "Alfa: Oppfyller ikke absolutte" in texts
    for words in ("Modellene side om side", "kommer først"):
        assert words not in texts
    book = openpyxl.load_workbook(saved(page, "Arbeidsbok", tmp_path))
    (row,) = book["Rangering"].iter_rows(min_row=2, max_row=2, values_only=True)
    assert row[:3] == ("Lineær", None, "Alfa") and row[5] is None  # no place, no points of a price


def test_who_withdraws_leaves_the_other_with_all_that_was_seen(
    opener: Opener, tmp_path: Path
) -> None:
    page = alone(opener, tmp_path)
    other = written(tmp_path / "Beta.json", answer("Beta", replies(6, "2 000")))
    page.locator("[data-open]").set_input_files(other)
    expect(page.locator("[data-models]")).to_be_visible()
    expect(page.locator("[data-rank] li")).to_have_count(2)
    page.locator("[data-opened] [data-act=remove][aria-label*=Beta]").click()
    expect(page.locator("[data-models]")).to_be_hidden()
    expect(page.locator("[data-verdict]")).to_contain_text("Bare svaret fra Alfa er åpnet.")
    expect(page.locator("[data-table] tbody tr")).to_have_count(6)
    page.get_by_role("button", name="Angre").click()
    expect(page.locator("[data-rank] li")).to_have_count(2)
    # Whoever was chosen and withdraws is chosen no more, and nobody is written to.
    unfolded(page)
    page.get_by_label("Vi velger").select_option(label="Beta")
    expect(page.locator("[data-letters] button")).to_have_count(1)
    page.locator("[data-opened] [data-act=remove][aria-label*=Beta]").click()
    expect(page.get_by_label("Vi velger")).to_have_value("")
    expect(page.locator("[data-letters] button")).to_have_count(0)
    page.get_by_role("button", name="Angre").click()
    expect(page.get_by_label("Vi velger")).not_to_have_value("")


def test_points_for_one_who_is_gone_are_no_points_for_who_is_left(
    opener: Opener, tmp_path: Path
) -> None:
    page = alone(opener, tmp_path)
    page.get_by_label("Navnet ditt").fill("Kari")
    page.get_by_role("button", name="Begynn å sette poeng").click()
    page.locator("[data-card]").get_by_label("Poeng").first.select_option("2")
    page.get_by_role("button", name="Lås poengene mine").click()
    page.get_by_role("button", name="Lås likevel").click()
    verdict = page.locator("[data-verdict]")
    expect(verdict).to_contain_text("Kvaliteten bygger på poeng fra 1")
    other = written(tmp_path / "Beta.json", answer("Beta", replies(6, "2 000")))
    page.locator("[data-open]").set_input_files(other)
    page.locator("[data-opened] [data-act=remove][aria-label*=Alfa]").click()
    expect(verdict).to_contain_text("Bare svaret fra Beta er åpnet.")
    expect(verdict).to_contain_text("Kvaliteten bygger på svarene.")
    expect(verdict).not_to_contain_text("poeng fra 1")


@pytest.mark.slow
def test_the_front_page_and_the_plan_say_what_a_document_waits_for(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener("min-plan/", width=390)
    root = page.url.removesuffix("min-plan/")
    told = page.locator("check-next [data-stages]")
    expect(page.locator("check-next [data-title]")).not_to_be_empty()
    expect(told).to_be_hidden()

    def says(words: str, way: str, to: str) -> None:
        for path in ("min-plan/", ""):
            page.goto(root + path)
            expect(told).to_contain_text(words)
            link = told.get_by_role("link", name=way)
            expect(link).to_be_visible()
            assert link.evaluate("a => a.href").partition("#dokument-")[0] == root + to

    page.goto(root + MAKE)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    page.get_by_role("button", name="Word", exact=True).first.wait_for()
    says("er begynt.", "Gjør det ferdig og send det", MAKE)
    page.goto(root + MAKE)
    saved(page, "Word", tmp_path)
    says("ble gjort klart til utsending", "Åpne svarene når de kommer", COMPARE)

    page.goto(root + COMPARE)
    made = written(tmp_path / "Alfa.json", answer("Alfa", replies(6, "1 000")))
    opened(page, written(tmp_path / "krav.json", asked(6)), [made])
    says("Ett svar på «Krav 2027» er åpnet.", "Sammenlign og velg", COMPARE)
    assert violations(page) == []
    told.locator("li", has_text="Vårt kravdokument").get_by_role("link").click()
    expect(page.locator("[data-documents] :checked")).to_have_text("Vårt kravdokument")
    page.go_back()
    told.locator("li", has_text="Krav 2027").get_by_role("link").click()
    expect(page.locator("[data-documents]")).to_have_value("sak1")
    unfolded(page)
    page.get_by_label("Vi velger").select_option(label="Alfa")
    page.get_by_label("Vi velger").blur()
    says("Dere har valgt Alfa til «Krav 2027».", "Se valget, og skriv ut arket", COMPARE)
