"""From ticks to a document: what it holds in every format, and how it is worked on."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from paper import texts
from playwright.sync_api import expect
from pypdf import PdfReader

from macros.catalog.frame import FRAME

from ..conftest import Unit
from ..opening import Opener
from ..within import within
from .steps import COMPARE, MAKE, REPLY, Made, saved
from .word import opened, paragraphs, tables
from .word import texts as said_in


def test_ticks_become_a_document_in_every_format(document: Made) -> None:
    _, files = document
    made = json.loads(files["json"].read_text(encoding="utf-8"))
    rows = made["requirements"]
    assert len(rows) == 43 and [r["number"] for r in rows] == [f"K{n}" for n in range(1, 44)]
    assert rows[0]["text"] == "Leverandøren skal svare på norsk."
    assert made["frame"]["availability"] == "99,9"
    word = opened(files["docx"])
    styles = {p.style.name for p in paragraphs(word) if p.style}
    assert {"Title", "Heading 1", "Heading 2", "toc 1"} <= styles
    texts = said_in(word)
    assert "Bilag 1: Kundens kravspesifikasjon" in texts
    assert "Bilag 2: Leverandørens løsningsspesifikasjon" in texts
    # 365 days of 24 hours, 0.1 per cent: 8.76 hours.
    assert any("8 timer og 46 minutter" in t for t in texts)
    assert "Vi er 25.\nVi selger brød." in texts
    cells = [[c.text for c in row.cells] for t in tables(word) for row in t.rows]
    numbered = [row for row in cells if re.fullmatch(r"K\d+", row[0])]
    assert [(r[0], r[1]) for r in sorted(numbered, key=lambda r: int(r[0][1:]))] == [
        (r["number"], r["text"]) for r in rows
    ]
    with zipfile.ZipFile(files["docx"]) as archive:
        body = archive.read("word/document.xml").decode()
    marks = set(re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', body))
    links = re.findall(r'w:hyperlink w:anchor="([^"]+)"', body)
    assert (
        links and set(links) == marks and body.count("<w:tblHeader/>") == body.count("<w:tbl>") - 1
    )
    table = list(
        csv.reader(io.StringIO(files["csv"].read_bytes().decode("utf-8-sig")), delimiter=";")
    )
    assert [r[0] for r in table[1:44]] == [r["number"] for r in rows]
    text = files["md"].read_text(encoding="utf-8")
    assert all(f"| {r['number']} | " in text for r in rows)


@pytest.mark.slow
def test_libreoffice_opens_the_document(document: Made, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is missing: install libreoffice-writer")
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(document.files["docx"])], check=True, capture_output=True, timeout=120
    )
    text = "".join(texts(tmp_path / f"{document.files['docx'].stem}.pdf"))
    assert all(f"K{n}" in text for n in range(1, 44))


def test_numbers_stay_once_the_document_has_left_the_house(document: Made, tmp_path: Path) -> None:
    page, files = document
    first = json.loads(files["json"].read_text(encoding="utf-8"))
    before = {r["id"]: r["number"] for r in first["requirements"]}
    rows = page.locator("[data-rows] li")
    rows.nth(2).get_by_role("button", name="Ta ut").click()
    rows.nth(0).get_by_role("button", name="Flytt ned").click()
    page.locator("[data-own]").fill("Enda et krav")
    page.get_by_role("button", name="Legg til kravet").click()
    made = json.loads(saved(page, "Fil for svarsiden", tmp_path).read_text(encoding="utf-8"))
    after = made["requirements"]
    assert {r["id"]: r["number"] for r in after if r["id"] in before}.items() <= before.items()
    assert after[-1]["number"] == "K44" and len(after) == 43
    assert first["edition"] != made["edition"]


def test_a_document_is_kept_copied_and_deleted_with_undo(document: Made) -> None:
    page, _ = document
    page.reload()
    expect(page.locator("[data-rows] li")).to_have_count(43)
    page.get_by_role("button", name="Lag en kopi").click()
    expect(page.locator("[data-documents] option")).to_have_text(["Krav 2027", "Krav 2027 (kopi)"])
    page.get_by_role("button", name="Slett", exact=True).click()
    expect(page.locator("[data-documents] option")).to_have_text(["Krav 2027"])
    page.get_by_role("button", name="Angre").click()
    expect(page.locator("[data-documents] option")).to_have_count(2)
    expect(page.locator("[data-gone]")).to_be_hidden()
    page.get_by_role("button", name="Slett", exact=True).click()
    expect(page.locator("[data-documents] option")).to_have_text(["Krav 2027"])
    page.reload()  # whoever thinks better of it tomorrow
    expect(page.locator("[data-documents] option")).to_have_text(["Krav 2027"])
    page.locator("[data-gone]").get_by_role("button", name="«Krav 2027 (kopi)», slettet").click()
    expect(page.locator("[data-said]")).to_contain_text("«Krav 2027 (kopi)» er tilbake.")
    expect(page.locator("[data-documents]")).to_be_focused()
    expect(page.locator("[data-documents] option")).to_have_count(2)
    expect(page.locator("[data-documents] :checked")).to_have_text("Krav 2027 (kopi)")
    expect(page.locator("[data-gone]")).to_be_hidden()


HARD = "<>&\"' emoji 🥖 \u202eמימין\u202c \u0000\u0007\u000bkontroll " + "x" * 9000 + "\nny linje"
KEPT = "<>&\"' emoji 🥖 \u202eמימין\u202c kontroll " + "x" * 9000 + "\nny linje"


def test_any_text_survives_every_format_and_the_way_back(opener: Opener, tmp_path: Path) -> None:
    page = opener(MAKE)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    within(page, "answers", "require", HARD)
    word = opened(saved(page, "Word", tmp_path))
    cells = [c.text for t in tables(word) for row in t.rows for c in row.cells]
    assert KEPT in cells
    made = json.loads(saved(page, "Fil for svarsiden", tmp_path).read_text(encoding="utf-8"))
    assert made["requirements"][0]["text"] == KEPT
    text = saved(page, "CSV", tmp_path).read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert rows[1][2] == KEPT and rows[1][1] == "'=cmd"


# From a named project to the comparison by keyboard alone: tests/browser/whole/test_keyboard.py.
@pytest.mark.slow
def test_a_document_is_made_by_keyboard_alone(opener: Opener) -> None:
    page = opener(MAKE)
    page.get_by_role("button", name="Lag et nytt kravdokument").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-name]")).to_be_focused()
    page.locator("[data-own]").focus()
    page.keyboard.type("Leverandøren skal komme.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-own]")).to_be_focused()
    expect(page.locator("[data-rows] li").last.locator("textarea")).to_have_value(
        "Leverandøren skal komme."
    )
    last = page.locator("[data-rows] li").last.get_by_role("button", name="Flytt opp")
    last.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.act") == "up"


def test_what_is_taken_out_can_be_brought_back_and_focus_stays(document: Made) -> None:
    page, _ = document
    page.locator("[data-rows] li").nth(3).get_by_role("button", name="Ta ut").click()
    expect(page.locator("[data-rows] li")).to_have_count(42)
    expect(page.locator("[data-said]")).to_contain_text("K4 er tatt ut av dokumentet.")
    page.get_by_role("button", name="Angre").click()
    expect(page.locator("[data-rows] li")).to_have_count(43)
    page.locator("[data-rows] li").nth(3).locator("select").focus()
    page.locator("[data-rows] li").nth(3).locator("select").select_option("could")
    assert page.evaluate("document.activeElement.closest('li')?.dataset.id") == page.locator(
        "[data-rows] li"
    ).nth(3).get_attribute("data-id")


def test_the_example_leads_back_to_ones_own_work(document: Made) -> None:
    page, _ = document
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-rows] li")).to_have_count(13)
    page.get_by_role("button", name="Tilbake til mitt prosjekt").click()
    expect(page.locator("[data-rows] li")).to_have_count(43)


def test_the_preview_follows_what_is_written_and_prints_alone(document: Made) -> None:
    page, _ = document
    page.get_by_text("Forhåndsvisning", exact=True).click()
    preview = page.locator("[data-preview]")
    expect(preview).to_contain_text("Eget krav 3")
    # Each table has a name of its own, as its caption and as that of what scrolls it.
    names = preview.locator("caption").all_text_contents()
    assert len(names) == len(set(names)) == preview.locator("table").count() > 2
    scrolled = preview.locator("[role=region]").evaluate_all("all => all.map((e) => e.ariaLabel)")
    assert scrolled == names
    page.locator("[data-rows] textarea").first.fill("Helt nye ord.")
    expect(preview).to_contain_text("Helt nye ord.")
    page.locator("[data-frame-fold] > summary").click()  # folded: it was begun before
    page.get_by_label("Svarfrist").fill("1. mars")
    expect(preview).to_contain_text("1. mars")
    expect(preview).to_contain_text("K43")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Skriv ut", exact=True).first.click()
    # As the file says: which edition, and what stands on sheets that lie on their side.
    expect(preview).to_contain_text("Utgave 2.")
    page.emulate_media(media="print")
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    *wide, last = [one.extract_text() for one in sheets if one.mediabox.width > 700]
    assert wide and all("Svar" in one for one in wide) and len(wide) + 1 < len(sheets)
    assert all(f"P{n} " in last for n in range(1, 8))  # the price form is whole
    expect(preview).to_be_visible()
    expect(page.get_by_role("button", name="Word")).to_be_hidden()
    expect(page.get_by_label("Hvem vi er")).to_be_hidden()


@pytest.mark.slow
def test_the_browsers_own_print_has_the_document_also_where_it_is_folded(document: Made) -> None:
    page, _ = document
    page.reload()
    fold = page.locator("#dokument-vist")
    text = page.locator("[data-rows] textarea").first.input_value()
    page.wait_for_function(
        "() => [...document.styleSheets].some((one) => one.href?.includes('document-paper'))"
    )
    expect(fold).not_to_have_attribute("open", "")
    said = "".join(texts(page.pdf()))
    assert "".join(text.split()) in "".join(said.split())
    expect(fold).not_to_have_attribute("open", "")


def test_the_way_to_the_document_unfolds_it(document: Made) -> None:
    page, _ = document
    page.get_by_role("link", name="Se dokumentet").click()
    expect(page.locator("#dokument-vist")).to_have_attribute("open", "")
    expect(page.locator("[data-preview] table").first).to_be_visible()


def test_the_documents_of_two_people_merge(unit: Unit) -> None:
    assert unit("documents", "merged") == [["ett", "hennes", "mitt"], "oss"]


def test_the_frame_is_the_same_in_the_page_and_in_the_file(unit: Unit) -> None:
    assert tuple(unit("documents", "fields")) == FRAME


def test_without_javascript_no_dead_control_is_seen(opener: Opener) -> None:
    for path, name in (
        (MAKE, "check-document"),
        (REPLY, "check-reply"),
        (COMPARE, "check-compare"),
    ):
        page = opener(path, javascript=False)
        expect(page.locator(name)).to_be_hidden()
        told = page.locator("p", has_text="Denne siden trenger JavaScript")
        expect(told).to_be_visible()
        # What it does, what to do instead, and with what.
        expect(told).to_contain_text("Denne siden trenger JavaScript. Her ")
        expect(told).to_contain_text("Uten JavaScript kan dere")
        blank = told.get_by_role("link", name="Tomme filer")
        blank.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Last ned sjekklistene")
    page = opener(COMPARE, javascript=False)
    # «Regne med formlene på denne siden»: they stand there.
    formulas = page.get_by_text("(pris - laveste pris) / laveste pris. Forholdsmessig:")
    expect(formulas.filter(visible=True)).to_have_count(1)
