"""Forms that suppliers have filled in, as Word and Excel hold them, and what is read in them."""

from __future__ import annotations

import base64
import csv
import io
import json
from pathlib import Path
from typing import Any

import docx
import openpyxl
from playwright.sync_api import Page

from macros.language import strings

from ..conftest import Unit
from .word import opened as word_opened
from .word import tables

WORDS = json.dumps(strings.load("nb").under("doc."))
HEAD = ["Post", "Hva", "Enhet", "Antall", "Pris per enhet", "Sum"]
ANSWERS = ["Krav nr.", "Krav", "Viktighet", "Svar", "Beskrivelse", "Dokumentasjon", "Pris"]
# What each post costs, as the supplier writes it.
PRICES = {
    "P1": "50 000",
    "P2": "1 200",
    "P3": "90",
    "P4": "1 000",
    "P5": "0",
    "P6": "1 100 kr",
    "P7": "KPI, hvert år i januar",
}
POSTS = dict(zip(PRICES, ("setup", "fixed", "user", "hour", "visit", "exit", "index"), strict=True))
AMOUNTS = {"P1": 1, "P2": 36, "P3": 900}


def rows(prices: dict[str, Any]) -> list[list[Any]]:
    """The rows of a form as they were sent, with prices."""
    return [[code, "hva", "enhet", AMOUNTS.get(code), prices.get(code), None] for code in PRICES]


def word(
    table: list[list[Any]], *, supplier: str = "", replies: dict[str, str] | None = None
) -> bytes:
    """A Word file by another hand: a name, the answers, and the form."""
    made = docx.Document()
    for cells in (
        ([[["Leverandør", supplier]]] if supplier else [])
        + (
            [[ANSWERS, *([k, "", "", v, "", "", ""] for k, v in replies.items())]]
            if replies
            else []
        )
        + [[HEAD, *table]]
    ):
        grid = made.add_table(len(cells), len(cells[0]))
        for row, texts in zip(grid.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = "" if text is None else str(text)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def book(
    table: list[list[Any]], *, supplier: str = "", formats: dict[str, str] | None = None
) -> bytes:
    """A workbook by openpyxl; `formats`: how the price of a post is shown."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for line in [HEAD, *table]:
        sheet.append(line)
    for row in sheet.iter_rows(min_row=2):
        if (formats or {}).get(str(row[0].value)):
            row[4].number_format = (formats or {})[str(row[0].value)]
    if supplier:
        made.create_sheet("Leverandør").append(["Leverandør", supplier])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(unit: Unit, content: bytes) -> Any:
    return unit("forms", "readForm", base64.b64encode(content).decode(), WORDS)


def prices_of(found: Any) -> dict[str, str]:
    return {post: one["price"] for post, one in found["form"].items()}


RIGHT = {POSTS[code]: price for code, price in PRICES.items()}


def framed(page: Page) -> None:
    """What the quantities of the form follow from."""
    page.locator("[data-frame-fold] > summary").click()
    page.get_by_label("Brukere og steder").fill("25 brukere på tre steder")
    page.get_by_label("Avtalens lengde").fill("Tre år.")


def in_word(asked: Path, file: Path, name: str, prices: dict[str, str]) -> Path:
    """The document that was sent, filled in: yes to all, and the form of annex 3."""
    made = word_opened(asked)
    first, *others = tables(made)
    first.rows[0].cells[1].text = name
    for table in others:
        head = [cell.text for cell in table.rows[0].cells]
        for row in table.rows[1:]:
            if "Svar" in head:
                row.cells[3].text = "Oppfylt"
            elif head[0] == "Post" and row.cells[0].text in prices:
                row.cells[4].text = prices[row.cells[0].text]
    made.save(str(file))
    return file


def in_book(asked: Path, file: Path, name: str, prices: dict[str, Any]) -> Path:
    """The workbook that was sent, filled in by openpyxl."""
    made = openpyxl.load_workbook(asked)
    form, about = made.worksheets
    for row in form.iter_rows(min_row=2):
        if row[0].value in prices:
            row[4].value = prices[str(row[0].value)]
    about["B1"].value = name
    made.save(file)
    return file


def in_csv(asked: Path, file: Path, name: str) -> Path:
    """The CSV that was sent: a name, and yes to all."""
    made = list(csv.reader(io.StringIO(asked.read_text("utf-8-sig")), delimiter=";"))
    for row in made:
        if row and row[0].startswith("K") and row[0][1:].isdigit():
            row[4] = "ja"
        elif row and row[0] == "Leverandør":
            row[1] = name
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(made)
    file.write_text(out.getvalue(), encoding="utf-8-sig")
    return file


def cost_of(page: Page, name: str) -> str:
    return page.locator("[data-costs] > li", has_text=name).inner_text().replace("\u00a0", " ")


def said(page: Page) -> Any:
    return page.locator("[data-said]")
