"""Away from the page: who is disregarded and why, and what prices are held against."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from playwright.sync_api import Page, expect

from ..conftest import Unit
from ..opening import Opener
from .going_out import decision_sheet
from .steps import COMPARE, places, saved
from .test_judging import answer, asked, opened, replies, written

WHY = "Vi klarer oss uten om natten."
LOWEST = "Prisene er målt mot 1 000 kr, den laveste blant dem som oppfyller alle absolutte krav."
IN_TABLES = ("CSV med ett tall i hver celle", "CSV med rangeringen", "CSV", "Markdown")


def compared(opener: Opener, folder: Path) -> Page:
    """Alfa is cheapest and lacks the absolute K3; Beta has all for 1 000."""
    page = opener(COMPARE)
    made = {"Alfa": replies(6, "600", K3="partly"), "Beta": replies(6, "1 000")}
    files = [written(folder / f"{n}.json", answer(n, one)) for n, one in made.items()]
    opened(page, written(folder / "krav.json", asked(6)), files)
    return page


def in_word(page: Page, button: str, folder: Path) -> str:
    made = docx.Document(str(saved(page, button, folder)))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in made.paragraphs), *cells]).replace("\u00a0", " ")


@pytest.mark.slow
def test_what_prices_are_held_against_stands_where_it_is_not_the_lowest(
    opener: Opener, tmp_path: Path
) -> None:
    """Alfa's 600 would be the lowest: with it Beta has 3,3 points for its price, and not 10."""
    page = compared(opener, tmp_path)
    expect(page.locator("[data-verdict]")).to_contain_text(LOWEST)
    assert LOWEST in in_word(page, "Beslutningsnotat i Word", tmp_path)
    ranking = openpyxl.load_workbook(saved(page, "Arbeidsbok", tmp_path))["Rangering"]
    head, *rows = [[cell.value for cell in row] for row in ranking.iter_rows()]
    lowest = head.index("Laveste pris som det måles mot")
    assert {row[lowest] for row in rows if row[0] == "Lineær"} == {1000}
    assert {row[lowest] for row in rows if row[0] == "Prissetting av kvalitet"} == {None}
    assert LOWEST in decision_sheet(page)


@pytest.mark.slow
def test_the_reason_for_disregarding_goes_with_the_files_and_no_letter(
    opener: Opener, tmp_path: Path
) -> None:
    page = compared(opener, tmp_path)
    field = page.locator(f"[data-lift={places(page)[0]}][data-number=K3]")
    page.locator("details", has=field).locator("summary").first.click()
    field.fill(WHY)
    field.blur()
    verdict = page.locator("[data-verdict]")
    expect(verdict).to_contain_text("Alfa leder")
    expect(verdict).not_to_contain_text("Prisene er målt mot")
    assert WHY in in_word(page, "Beslutningsnotat i Word", tmp_path)
    for name in IN_TABLES:
        assert WHY in saved(page, name, tmp_path).read_text(encoding="utf-8-sig"), name
    text = saved(page, "CSV med ett tall i hver celle", tmp_path).read_text(encoding="utf-8-sig")
    found = {
        (row["Krav nr."], row["Leverandør"]): row["Absolutte krav dere ser bort fra"]
        for row in csv.DictReader(io.StringIO(text), delimiter=";")
    }
    assert [both for both, why in found.items() if why] == [("K3", "Alfa")]
    book = openpyxl.load_workbook(saved(page, "Arbeidsbok", tmp_path))
    for sheet in book:
        assert any(WHY in str(cell.value) for row in sheet.iter_rows() for cell in row), sheet
    page.get_by_label("Vi velger").select_option(label="Alfa")
    assert WHY not in in_word(page, "Brev til Beta", tmp_path)
    assert WHY in decision_sheet(page)


def test_what_speaks_against_the_choice_stands_beside_it_and_on_what_is_signed(
    opener: Opener, tmp_path: Path
) -> None:
    page = compared(opener, tmp_path)
    against = page.locator("[data-against]")
    chosen = page.get_by_label("Vi velger")
    chosen.select_option(label="Beta")
    expect(page.get_by_role("button", name="Brev til Alfa")).to_be_visible()
    expect(against).to_have_text("")
    assert "Taler mot valget" not in in_word(page, "Beslutningsnotat i Word", tmp_path)
    chosen.select_option(label="Alfa")
    expect(against.locator("li")).to_have_text(
        ["Alfa oppfyller ikke absolutte krav: K3.", "Beta leder, ikke Alfa."]
    )
    told = "Alfa oppfyller ikke absolutte krav: K3. Beta leder, ikke Alfa."
    assert told in in_word(page, "Beslutningsnotat i Word", tmp_path)
    assert f"Taler mot valget {told}" in decision_sheet(page)
    # It is nobody's to refuse: it stays, and whoever is not chosen is told nothing of it.
    assert told not in in_word(page, "Brev til Beta", tmp_path)
    field = page.locator(f"[data-lift={places(page)[0]}][data-number=K3]")
    page.locator("details", has=field).locator("summary").first.click()
    field.fill(WHY)
    field.blur()
    expect(against).to_have_text("")
    price = page.locator(f"[data-total={places(page)[0]}]")
    page.locator("details", has=price).locator("summary").first.click()
    price.fill("900 000")
    price.blur()
    expect(against.locator("li")).to_have_text(["Beta leder, ikke Alfa."])
    page.reload()
    expect(against.locator("li")).to_have_text(["Beta leder, ikke Alfa."])


@pytest.mark.parametrize(
    ("criteria", "settings", "told"),
    [
        ("Pris 40, kvalitet 60.", {}, False),
        ("Pris 50, kvalitet 50.", {}, True),
        ("Pris 40 prosent, krav 45 og referanser 15.", {}, False),
        ("Pris teller 33,3 og kvalitet 66,7.", {"quality": 2, "price": 1}, False),
        ("Pris teller mest. Svar innen 14 dager.", {}, False),
        ("Pris 50, kvalitet 50.", {"model": "priced"}, False),
        ("", {}, False),
    ],
)
def test_other_weights_than_suppliers_were_told_speak_against_the_choice(
    unit: Unit, criteria: str, settings: dict[str, Any], told: bool
) -> None:
    found = unit("evaluation", "promised", criteria, {"quality": 60, "price": 40, **settings})
    assert found == (["judge.against_weights 60 40"] if told else [])


def test_the_memo_says_of_which_requirements_a_price_is_and_parts_no_supplier(
    opener: Opener, tmp_path: Path
) -> None:
    page = compared(opener, tmp_path)
    expect(page.locator("[data-costs]")).to_contain_text("K1: 1 000 kr (regnet som engangssum)")
    memo = docx.Document(str(saved(page, "Beslutningsnotat i Word", tmp_path)))
    texts = [one.text.replace("\u00a0", " ") for one in memo.paragraphs]
    (at,) = (n for n, text in enumerate(texts) if text == "Beta: 1 000 kr")
    assert texts[at + 1].startswith("• K1: 1 000 kr (regnet som engangssum)")
    kept = [bool(one.paragraph_format.keep_with_next) for one in memo.paragraphs[at : at + 2]]
    assert kept == [True, False]


def test_the_workbook_is_printed_so_that_it_can_be_read(opener: Opener, tmp_path: Path) -> None:
    page = compared(opener, tmp_path)
    book = openpyxl.load_workbook(saved(page, "Arbeidsbok", tmp_path))
    answers, ranking = book["Svar og poeng"], book["Rangering"]
    assert all(sheet.print_title_rows == "$1:$1" for sheet in book)
    assert (answers.print_title_cols, ranking.print_title_cols) == ("$A:$A", None)
    letters = sum(one.width for one in answers.column_dimensions.values())
    assert letters / answers.page_setup.fitToWidth <= 260  # at least half of its size
    assert all("&P / &N" in sheet.oddFooter.right.text for sheet in book if sheet.oddFooter.right)
    shown = {
        cell.value: cell.number_format
        for row in ranking.iter_rows(min_row=2)
        for cell in row
        if isinstance(cell.value, float)
    }
    assert shown and set(shown.values()) == {"#,##0.00"}
    assert any(value != round(value, 2) for value in shown)  # all of it is there


def test_what_is_too_long_to_be_kept_is_told_with_where_it_breaks_off(
    opener: Opener, tmp_path: Path
) -> None:
    """In Word and a workbook anything goes: a customer must not decide on a stump."""
    page = opener(COMPARE)
    made = docx.Document()
    table = made.add_table(2, 5)
    rows = [
        ["Krav nr.", "Svar", "Beskrivelse", "Dokumentasjon", "Pris"],
        ["K1", "Oppfylt", f"{'x' * 10000}SLUTTEN", "", "1 000 kr"],
    ]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    form = made.add_table(2, 2)
    condition = f"Reguleres etter KPI. {'x ' * 2000}tre måneder før"
    for row, texts in zip(form.rows, [["Post", "Pris per enhet"], ["P7", condition]], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.save(str(tmp_path / "Alfa.docx"))
    opened(page, written(tmp_path / "krav.json", asked(6)), [tmp_path / "Alfa.docx"])
    doubts = page.locator("[data-opened]")
    expect(doubts).to_contain_text("K1: Teksten er for lang, og dette og resten er ikke med: SLUTT")
    expect(doubts).to_contain_text("P7: Teksten er for lang")
    page.reload()
    expect(doubts).to_contain_text("K1: Teksten er for lang")
