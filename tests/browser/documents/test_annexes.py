"""The document that a lawyer attaches: what each annex holds, what is locked and what is filled in,
how its pages stand, and the prices by themselves."""

from __future__ import annotations

import base64
import io
import json
import re
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from paper import texts
from playwright.sync_api import expect

from ..conftest import Unit
from . import office
from .annexes import ANNEXES, WORDS, Package, faults
from .steps import Made, saved
from .word import opened, paragraphs, tables


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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tag", "what"),
    [
        ("w:lock", "is not locked"),
        ("w:lock", "can be changed"),
        ("w:group", "can be changed"),
        ("w:dropDownList", "choices for"),
        ("w:compatSetting", "compatibility mode"),
        ("w:updateFields", "worked out on opening"),
        ("w:instrText", "no field"),
        ("w:lang", "language is not said"),
        ("w:text", "can be written in"),
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


@pytest.mark.slow
@office.needed
def test_the_contents_are_right_after_libreoffice_has_updated_them(
    document: Made, tmp_path: Path
) -> None:
    """Every heading of the two levels stands there with the page that it is on."""
    file = document.files["docx"]
    word = docx.Document(str(file))
    levels = ("Heading 1", "Heading 2")
    heads = [p.text for p in word.paragraphs if p.style and p.style.name in levels]
    pages = [" ".join(page.split()) for page in texts(office.contents_updated(file, tmp_path))]
    assert lacking(heads, pages) == []
    # Planted: contents as they left the house say no pages.
    assert len(lacking(heads, [re.sub(r"[ .]+\d+(?= |$)", "", pages[1]), *pages[2:]])) > 3


def lacking(heads: list[str], pages: list[str]) -> list[str]:
    """Headings that the contents lack, or whose page is another than they say."""
    [contents] = [n for n, page in enumerate(pages) if all(one in page for one in ANNEXES)][:1]
    found = []
    for head in dict.fromkeys(heads):
        on = [str(n + 1) for n, page in enumerate(pages) if n != contents and head in page]
        said = re.findall(rf"{re.escape(head)}[ .]*(\d+)", pages[contents])
        if not said or not set(said) <= set(on):
            found.append(f"{head}: {said}, stands on {on}")
    return found


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
    word = opened(saved(page, "Word", tmp_path))
    prices = [[cell.text for cell in row.cells] for row in tables(word)[-1].rows]
    assert prices[0][:4] == ["Post", "Hva", "Enhet", "Antall"] and prices[3][3] == "900"
    assert word.sections[0].header.paragraphs[0].text.startswith("Kringla & sønn <AS> · Krav 2027")
    assert "Kringla & sønn <AS>" in [p.text for p in paragraphs(word)]


@pytest.mark.slow
def test_what_the_frame_does_not_say_is_said_before_the_form_is_sent(
    document: Made, tmp_path: Path
) -> None:
    """40 hours and 4 visits a year over three years, and 30 hours at the end: 120, 12 and 30."""
    page, _ = document
    page.locator("[data-frame-fold] > summary").click()
    page.get_by_label("Brukere og steder").fill("25 brukere på tre steder")
    page.get_by_label("Avtalens lengde", exact=True).fill("Tre år")
    page.get_by_text("Antall i prisskjemaet", exact=True).click()
    for label, many in (
        ("Timer i året", "40"), ("Oppmøter i året", "4"), ("Timer hjelp når avtalen slutter", "30"),
    ):  # fmt: skip
        page.get_by_label(label).fill(many)
        page.keyboard.press("Tab")
    expect(page.get_by_label("Timer hjelp når avtalen slutter")).to_have_value("30")
    fold = page.locator("[data-posts]")
    for said in ("P2 · Antall: 36", "P3 · Antall: 900", "P4 · Antall: 120", "P6 · Antall: 30"):
        expect(fold).to_contain_text(said)
    page.get_by_label("Oppmøter i året").fill("-1")
    page.keyboard.press("Tab")
    expect(page.locator("[data-said]")).to_contain_text("«-1» kan ikke stå her")
    expect(page.get_by_label("Oppmøter i året")).to_have_value("4")
    page.get_by_label("Brukere", exact=True).fill("30")  # over what the frame says
    page.keyboard.press("Tab")
    expect(fold).to_contain_text("P3 · Antall: 1 080".replace("1 0", "1\u00a00"))
    assert amounts_in(saved(page, "Prisskjema", tmp_path)) == [1, 36, 1080, 120, 12, 30, None]
    word = opened(saved(page, "Word", tmp_path))
    said_ = [row.cells[3].text for row in tables(word)[-1].rows[1:]]
    assert said_ == ["1", "36", "1080", "120", "12", "30", ""]
    asked = json.loads(saved(page, "Fil for svarsiden", tmp_path).read_text(encoding="utf-8"))
    assert [post["amount"] for post in asked["form"]] == [1, 36, 1080, 120, 12, 30, None]
    # Another length, said beside the frame, and an empty field is what the frame says again.
    page.get_by_label("Avtalens lengde, år").fill("2,5")
    page.get_by_label("Brukere", exact=True).fill("")
    page.keyboard.press("Tab")
    page.reload()
    page.get_by_text("Antall i prisskjemaet", exact=True).click()
    expect(page.get_by_label("Avtalens lengde, år")).to_have_value("2,5")
    assert amounts_in(saved(page, "Prisskjema", tmp_path)) == [1, 30, 750, 100, 10, 30, None]
    # A copy asks for as many.
    page.get_by_role("button", name="Lag en kopi").click()
    expect(page.locator("[data-name]")).to_have_value("Krav 2027 (kopi)")
    expect(page.get_by_label("Avtalens lengde, år")).to_have_value("2,5")
    assert amounts_in(saved(page, "Prisskjema", tmp_path)) == [1, 30, 750, 100, 10, 30, None]


def amounts_in(file: Path) -> list[Any]:
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    return [row[3].value for row in sheet.iter_rows(min_row=2, max_row=8)]


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


@pytest.mark.slow
def test_how_many_follows_what_is_written_in_the_frame(document: Made) -> None:
    page = document.page
    page.locator("[data-frame-fold]").evaluate("one => { one.open = true; }")
    page.get_by_text("Antall i prisskjemaet", exact=True).click()
    page.get_by_text("Forhåndsvisning", exact=True).click()
    comes = page.locator("[data-posts] [data-comes-to=user]")
    sheet = page.locator("[data-preview]").get_by_role("row", name=re.compile("^P3"))
    page.locator("[data-frame=users]").fill("20 brukere på 2 steder")
    page.locator("[data-frame=length]").press_sequentially("3 år")
    expect(comes).to_have_text("P3 · Antall: 720")
    expect(sheet).to_contain_text("720")
    # Of several numbers none is taken: the field is empty, and asks.
    page.locator("[data-frame=length]").fill("3 + 1 + 1 år")
    expect(comes).to_have_text("")
    expect(sheet).not_to_contain_text("720")
