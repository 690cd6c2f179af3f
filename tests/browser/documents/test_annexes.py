"""The document that a lawyer attaches: what each annex holds, what is locked and what is filled in,
how its pages stand, and the prices by themselves."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from macros.language import strings

from ..conftest import Unit
from .steps import Made, saved

WORDS = json.dumps(strings.load("nb").under("doc."))

ANNEXES = [
    "Bilag 1: Kundens kravspesifikasjon",
    "Bilag 2: Leverandørens løsningsspesifikasjon",
    "Bilag 3: Priser",
]
PARTS = ("word/document.xml", "word/settings.xml", "word/header1.xml", "word/footer1.xml")


class Package:
    """The parts of a Word file as XML, with what is asked of them."""

    def __init__(self, file: Path) -> None:
        with zipfile.ZipFile(file) as archive:
            self.parts = {name: parse_xml(archive.read(name)) for name in PARTS}

    @property
    def body(self) -> Any:
        return self.parts["word/document.xml"]

    def text(self, name: str) -> str:
        return "".join(self.parts[f"word/{name}.xml"].itertext())


def texts(node: Any) -> list[str]:
    return ["".join(row.itertext()) for row in node.iter(qn("w:t"))]


def faults(made: Package, numbers: list[str]) -> list[str]:
    """What is wrong with a document of these requirements."""
    found = []
    locked = [
        one for one in made.body.iter(qn("w:sdt"))
        if one.find(f".//{qn('w:lock')}") is not None
    ]  # fmt: skip
    # Annex 1 says what is asked, and nobody who answers can change it.
    said = [text for one in locked for text in texts(one)]
    found += [f"{number} is not locked in annex 1" for number in numbers if number not in said]
    choices = list(made.body.iter(qn("w:dropDownList")))
    if len(choices) != len(numbers):
        found.append(f"{len(choices)} choices for {len(numbers)} requirements")
    for one in choices:
        offered = [item.get(qn("w:displayText")) for item in one]
        if offered != ["Oppfylt", "Delvis", "Nei"]:
            found.append(f"a choice of {offered}")
    ids = [one.get(qn("w:val")) for one in made.body.iter(qn("w:id"))]
    if len(ids) != len(set(ids)):
        found.append("two controls with one number")
    mode = made.parts["word/settings.xml"].find(f".//{qn('w:compatSetting')}")
    if mode is None or mode.get(qn("w:val")) != "15":
        found.append("opens in compatibility mode")
    if made.parts["word/settings.xml"].find(qn("w:updateFields")) is None:
        found.append("the contents are not worked out on opening")
    codes = "".join(one.text or "" for one in made.body.iter(qn("w:instrText")))
    if 'TOC \\o "1-2"' not in codes:
        found.append("the contents are no field")
    return found


@pytest.fixture(scope="module")
def rows() -> list[str]:
    return [f"K{n}" for n in range(1, 44)]


def test_annex_1_is_locked_annex_2_is_answered_and_word_opens_it_as_its_own(
    document: Made, rows: list[str]
) -> None:
    made = Package(document.files["docx"])
    assert faults(made, rows) == []
    word = docx.Document(str(document.files["docx"]))
    heads = [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 1"]
    assert heads == ANNEXES
    contents = [p.text for p in word.paragraphs if p.style and p.style.name == "toc 1"]
    assert contents == ANNEXES
    upright, wide = word.sections
    assert upright.orientation == WD_ORIENTATION.PORTRAIT
    assert wide.orientation == WD_ORIENTATION.LANDSCAPE
    assert made.text("header1").startswith("Krav 2027 · ")
    assert "utgave" in made.text("footer1") and "Krav 2027" not in made.text("footer1")


@pytest.mark.parametrize(
    ("tag", "what"),
    [
        ("w:lock", "is not locked"),
        ("w:dropDownList", "choices for"),
        ("w:compatSetting", "compatibility mode"),
        ("w:updateFields", "worked out on opening"),
        ("w:instrText", "no field"),
    ],
)
def test_what_is_left_out_of_the_file_is_found(
    document: Made, rows: list[str], tag: str, what: str
) -> None:
    made = Package(document.files["docx"])
    for part in made.parts.values():
        for one in list(part.iter(qn(tag))):
            one.getparent().remove(one)
    assert any(what in fault for fault in faults(made, rows))


def test_the_price_form_counts_what_the_frame_says_and_adds_up(
    document: Made, tmp_path: Path
) -> None:
    page, _ = document
    page.locator("[data-frame-fold] > summary").click()
    page.get_by_label("Brukere og steder").fill("25 brukere på tre steder")
    page.get_by_label("Avtalens lengde").fill("Tre år, med opsjon på ett til")
    page.get_by_label("Navnet på virksomheten").fill("Kringla & sønn <AS>")
    file = saved(page, "Prisskjema", tmp_path)
    assert file.name.startswith("prisskjema-krav-2027-")
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    table = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert table[0] == ["Post", "Hva", "Enhet", "Antall", "Pris per enhet", "Sum"]
    amounts = {row[0]: row[3] for row in table[1:-1]}
    # Once; three years of twelve months; 25 users as long.
    assert [amounts[name] for name in ("P1", "P2", "P3", "P4")] == [1, 36, 900, None]
    assert table[3][5] == '=IF(OR(D4="",E4=""),"",D4*E4)'
    assert table[-1][1] == "Sum av postene" and table[-1][5] == "=SUM(F2:F8)"
    # The same stands in annex 3, and the company over every page.
    word = docx.Document(str(saved(page, "Word", tmp_path)))
    prices = [[cell.text for cell in row.cells] for row in word.tables[-1].rows]
    assert prices[0][:4] == ["Post", "Hva", "Enhet", "Antall"] and prices[3][3] == "900"
    assert word.sections[0].header.paragraphs[0].text.startswith("Kringla & sønn <AS> · Krav 2027")
    assert "Kringla & sønn <AS>" in [p.text for p in word.paragraphs]


OURS = [
    ["K1", "Leverandøren skal rette feil innen 4 timer."],
    ["K2", "Leverandøren skal svare på e\u2011post\nog telefon."],
    ["K3", "=Leverandøren skal ha en test-plan."],
    ["K4", "Leverandøren skal ta kopi hver natt."],
]


def answered(texts: list[list[str]], *, alone: bool = False) -> str:
    """Annex 1 as we wrote it, and annex 2 as it came back: as base64."""
    word = docx.Document()
    heads = ["Krav nr.", "Krav", "Viktighet", "Svar", "Beskrivelse", "Dokumentasjon", "Pris"]
    for head, rows in [(heads[:3], OURS)] + ([] if alone else [(heads, texts)]):
        grid = word.add_table(len(rows) + 1, len(head))
        for cell, text in zip(grid.rows[0].cells, head, strict=True):
            cell.text = text
        for row, (number, text) in zip(grid.rows[1:], rows, strict=True):
            row.cells[0].text, row.cells[1].text = number, text
            if len(head) > 3:
                row.cells[3].text = "Oppfylt"
    out = io.BytesIO()
    word.save(out)
    return base64.b64encode(out.getvalue()).decode()


def test_a_requirement_that_a_supplier_has_written_otherwise_is_told(unit: Unit) -> None:
    """Spaces, breaks and hyphens that other programs change are no other words; a number is."""
    same = [["K4", OURS[3][1]], ["K2", "Leverandøren skal svare på  e-post og telefon. "], OURS[2]]
    assert unit("forms", "alteredIn", answered(same), WORDS, OURS) == []
    worse = [["K1", "Leverandøren skal rette feil innen 24 timer."], *same, ["K9", "Noe annet."]]
    assert unit("forms", "alteredIn", answered(worse), WORDS, OURS) == ["K1"]
    text = "Krav nr.;Krav;Svar\nK3;'=Leverandøren skal ha en test-plan.;Ja\nK4;Kopi;Ja\n"
    made = base64.b64encode(text.encode()).decode()
    assert unit("forms", "alteredIn", made, WORDS, OURS) == ["K4"]
