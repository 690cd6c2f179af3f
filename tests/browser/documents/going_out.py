"""What an evaluation sends out, as it stands in Word, Excel and CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import docx
import openpyxl
import xlsxwriter
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from .steps import saved

HEADS = ["Krav nr.", "Svar", "Beskrivelse", "Dokumentasjon", "Pris"]


def table(made: dict[str, dict[str, str]]) -> list[list[str]]:
    word = {"yes": "Oppfylt", "partly": "Delvis", "no": "Nei"}
    return [
        HEADS,
        *([k, word[r["reply"]], r["text"], "", r["price"]] for k, r in made.items()),
    ]


def in_word(file: Path, name: str, rows: list[list[str]]) -> Path:
    word = docx.Document()
    head = word.add_table(1, 2)
    head.rows[0].cells[0].text, head.rows[0].cells[1].text = "Leverandør", name
    grid = word.add_table(len(rows), len(HEADS))
    for row, texts in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    word.save(str(file))
    return file


def in_excel(file: Path, name: str, rows: list[list[str]]) -> Path:
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet()
        for n, row in enumerate([*rows, ["Leverandør", name]]):
            sheet.write_row(n, 0, row)
    return file


def in_csv(file: Path, name: str, rows: list[list[str]]) -> Path:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([*rows, ["Leverandør", name]])
    file.write_text(out.getvalue(), encoding="utf-8")
    return file


def goes_out(page: Page, folder: Path) -> None:
    """Each file opened by another library; the sheet is one page of A4 on its side."""
    memo = docx.Document(str(saved(page, "Beslutningsnotat i Word", folder)))
    words = "\n".join(p.text for p in memo.paragraphs)
    cells = [cell.text for t in memo.tables for row in t.rows for cell in row.cells]
    assert "Alfa leder med 7,3 av 10 poeng." in words and "En pris er i EUR" in words
    own = "Dere har satt prisen selv. Avtalt i møtet."
    assert f"Alfa: {own}" in words and words.count(own) == 2
    assert {"Alfa", "Styret", "26.11.2026", "1. (8,4)"} <= set(cells)
    width, height = memo.sections[0].page_width, memo.sections[0].page_height
    assert width and height and width < height
    book = openpyxl.load_workbook(saved(page, "Arbeidsbok", folder))
    assert book.sheetnames == ["Svar og poeng", "Rangering"]
    answers, ranking = book.worksheets
    assert answers.max_row == 30 * 4 + 1 and ranking.max_row == 4 * 4 + 1
    assert [c.value for c in ranking[2]][:5] == ["Lineær", 1, "Alfa", 10, 1_000_000]
    text = saved(page, "CSV med ett tall i hver celle", folder).read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    first = rows[0]
    assert len(rows) == 120 and first["Krav nr."] == "K1" and first["Leverandør"] == "Alfa"
    assert (first["Laveste poeng"], first["Høyeste poeng"], first["Felles poeng"]) == (
        "0",
        "4",
        "4",
    )
    assert first["Begrunnelse for felles poeng"] == "Vist i møtet" and first["Per"] == "0"
    file = saved(page, "Brev til Beta", folder)
    assert file.name.startswith("brev-beta-")  # two letters are never taken for each other
    letter = docx.Document(str(file))
    words = "\n".join(p.text for p in letter.paragraphs)
    assert "Vi har valgt Alfa." in words and "Derfor valgte vi Alfa: Best kvalitet." in words
    shown = [cell.text for row in letter.tables[0].rows for cell in row.cells]
    assert shown[:6] == ["Tema", "Dere", "Alfa", "Kvalitet av 10", "7,5", "10,0"]
    assert not any("000" in one for one in [words, *shown]), "nobody's price"
    text = decision_sheet(page)
    for words in ("Alfa leder med 7,3", "Delta gir pris i kroner.", "Sted, dato og underskrift",
                  "En pris er i EUR", "Styret", f"Alfa: {own}"):  # fmt: skip
        assert words in text, words


def decision_sheet(page: Page) -> str:
    """The words of the sheet that a decision is signed on: one, that lies on its side."""
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Skriv ut beslutningsarket").click()
    expect(page.locator("body > .guide-sheet")).to_have_count(1)
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) == 1 and sheets[0].mediabox.width > sheets[0].mediabox.height
    return " ".join(sheets[0].extract_text().split())
