"""What a reader makes in an edition of somebody's own is theirs: logo, name, colour and words."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from conftest import ROOT
from dev.serve import served
from docx.oxml.ns import qn
from docx.table import Table
from openpyxl.reader.drawings import find_images
from playwright.sync_api import Browser, Page, expect

from macros import load

from .documents.word import tables, texts
from .opening import patient

BRAND = "6A1B4D"
NAME = "Kommunens sjekklister"
SAVE = "Last ned som regneark med svarene deres"
MUST, YES = "Skal", "Dekket"  # the edition's own words for «Absolutt» and «Oppfylt»


@pytest.fixture(scope="module")
def page(fork: Path, chromium: Browser) -> Iterator[Page]:
    """A reader in the example fork."""
    with (
        served(fork / "site") as address,
        chromium.new_context(base_url=address, service_workers="block") as context,
    ):
        context.set_default_timeout(8000)
        yield patient(context.new_page())


def made_by(page: Page, button: str, file: Path) -> str:
    with page.expect_download() as got:
        page.get_by_role("button", name=button, exact=True).click()
    got.value.save_as(file)
    return str(file)


def word(page: Page, button: str, folder: Path) -> Any:
    return docx.Document(made_by(page, button, folder / "made.docx"))


def pictures(file: str, number: int) -> list[Any]:
    """What is drawn on a sheet of a workbook, by its number from 1."""
    with zipfile.ZipFile(file) as archive:
        found: list[Any] = find_images(archive, f"xl/drawings/drawing{number}.xml")[1]
    return found


def drawn(file: str) -> list[tuple[bytes, bool, float]]:
    """Of each sheet of a workbook: its picture, whether it stands under all that is written, and
    how high it is in inches."""
    found = []
    for number, sheet in enumerate(openpyxl.load_workbook(file).worksheets, 1):
        (one,) = pictures(file, number)
        anchor = one.anchor.to_tree()
        row = next(int(part.text) for part in anchor.iter() if part.tag.endswith("row"))
        assert sheet.sheet_properties.pageSetUpPr.fitToPage  # a page wide on paper
        under = sheet.max_row <= row
        found.append((one.ref.getvalue(), under, one.anchor.ext.cy / 914400))
    return found


def answered(made: Any, who: str, file: Path) -> int:
    """The document as a supplier sends it back, in the edition's own words; how many it answers."""
    first, *rest = tables(made)
    first.rows[0].cells[1].text = who
    asked = [table for table in rest if table.rows[0].cells[0].text == "Krav nr."]
    rows = [row for table in asked for row in table.rows[1:]]
    for row in rows:
        row.cells[3].text = YES
    made.save(str(file))
    return len(rows)


def looks(made: Any) -> tuple[list[bytes], float, str, set[str]]:
    """The pictures over its pages, how high the first is in inches, what it is called, and the
    colours of its headings."""
    header = made.sections[0].header
    found = [part.target_part.blob for part in header.part.rels.values() if "image" in part.reltype]
    names = [one.get("descr") for one in header.part.element.iter() if one.tag.endswith("}docPr")]
    high = [one.get("cy") for one in header.part.element.iter() if one.tag.endswith("}extent")]
    styles = (made.styles[name].font.color.rgb for name in ("Title", "Heading 1"))
    return found, int(high[0]) / 914400, names[0], {str(one) for one in styles}


@pytest.mark.slow
def test_a_document_and_a_status_bear_the_editions_logo_name_colour_and_words(
    fork: Path, page: Page, tmp_path: Path
) -> None:
    logo = (fork / "site/assets/checklists/logo.png").read_bytes()
    page.goto("lag-kravdokument/")
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    page.locator("[data-own]").fill("Leverandøren skal møte to ganger i året.")
    page.get_by_role("button", name="Legg til kravet").click()
    made = word(page, "Word", tmp_path)
    assert looks(made) == ([logo], 0.5, NAME, {BRAND})
    said = "\n".join(texts(made)) + made.sections[0].footer.paragraphs[0].text
    assert NAME in said and load.load(ROOT).title not in said
    every = [Table(one, made) for one in made.element.body.iter(qn("w:tbl"))]
    cells = {cell.text for table in every for row in table.rows for cell in row.cells}
    assert cells & {MUST, "Absolutt"} == {MUST}
    under = (logo, True, 0.5)
    assert drawn(made_by(page, "Prisskjema", tmp_path / "priser.xlsx")) == [under, under]
    page.goto("sammenlign/")
    for who in ("Beta AS", "Gamma AS"):
        asked = answered(made, who, tmp_path / "svar.docx")
        page.locator("[data-open]").set_input_files(tmp_path / "svar.docx")
        expect(page.locator("[data-said]")).to_contain_text(f"{who}: {asked} svar er lest.")
        expect(page.locator("[data-said]")).not_to_contain_text("Sjekk")
    evaluation = drawn(made_by(page, "Arbeidsbok", tmp_path / "evaluering.xlsx"))
    assert len(evaluation) > 1 and set(evaluation) == {under}
    page.goto("rammeverk/gdpr/")
    framework = drawn(made_by(page, SAVE, tmp_path / "rammeverk.xlsx"))
    assert framework == [under, under]
    page.goto("min-plan/")
    page.wait_for_selector("check-plan:not([hidden])")
    for fold in page.locator("details.guide-plan__fold:not([open]) > summary").all()[::-1]:
        fold.click()
    assert looks(word(page, "Last ned som Word", tmp_path)) == ([logo], 0.5, NAME, {BRAND})


def test_the_guide_itself_has_no_logo_in_its_files(site: Path) -> None:
    known = json.loads((site / "assets/katalog.json").read_text(encoding="utf-8"))
    assert "logo" not in known and not (site / "assets/checklists/logo.png").exists()
