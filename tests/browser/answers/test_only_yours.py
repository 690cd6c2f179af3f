"""Files made in the browser hold what is meant for the reader and what is answered; a PDF, whose
rows have their places, marks the others."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import docx
import filled_in
import openpyxl
import pdf_filled
import pikepdf
import pytest
from docx.oxml.ns import qn
from guide import CATALOG
from opened import WORDS
from playwright.sync_api import Page, expect

from macros.catalog.select import entries

from ..conftest import Unit
from ..opening import Opener
from .steps import LIST, saved
from .test_filled import SAID

NONE = "sjekklister/minimum-i-avtalen/"  # each of its points is of the fullest extent
SAYS = "Bare noen av punktene."
OF = {"orden-i-eget-hus": (0, 5), "kravdokument": (1, 2), "serviceniva": (3,)}
IDS = [
    list(entries(CATALOG, checklist))[n].item.id
    for checklist in CATALOG.checklists
    for n in OF.get(checklist.id, ())
]
TAG = re.compile(r'w:tag w:val="done:([a-z0-9-]+)"')


def _made(unit: Unit, site: Path, name: str, ids: list[str]) -> bytes:
    kind = name.rsplit(".", 1)[1]
    blank = base64.b64encode((site / "nedlasting" / name).read_bytes()).decode()
    return base64.b64decode(unit("filled", "only", kind, blank, SAID, ids))


def _read_back(unit: Unit, site: Path, name: str, made: bytes) -> dict[str, Any]:
    data = json.loads((site / "assets" / "katalog.json").read_text(encoding="utf-8"))
    found = unit("filled", "found", base64.b64encode(made).decode(), name, SAID, data)
    assert not found["lost"] and not found["doubts"] and not found["strange"]
    items: dict[str, Any] = found["items"]
    return items


def test_a_workbook_holds_the_rows_that_are_meant_and_no_gap(unit: Unit, site: Path) -> None:
    made = _made(unit, site, "alle-lister.xlsx", IDS)
    book = openpyxl.load_workbook(io.BytesIO(made))
    work, overview, _ = book.worksheets
    column = filled_in.column(work, "id")
    assert [row[column - 1].value for row in work.iter_rows(min_row=2)] == IDS
    last = len(IDS) + 1
    (table,) = work.tables.values()
    assert table.ref.endswith(str(last)) and table.autoFilter.ref == table.ref
    assert work.print_area.endswith(f"${last}")
    linked = [cell.coordinate for (cell,) in work[f"A2:A{last}"] if cell.hyperlink]
    assert [link.ref for link in work._hyperlinks] == linked  # noqa: SLF001
    for rule in work.data_validations.dataValidation:
        assert str(rule.sqref).endswith(str(last))
    assert overview["A2"].value == SAYS
    assert set(_read_back(unit, site, "alle-lister.xlsx", made)) == set(IDS)


def test_a_word_list_holds_them_under_the_headings_that_are_left(unit: Unit, site: Path) -> None:
    made = _made(unit, site, "alle-lister.docx", IDS)
    document = docx.Document(io.BytesIO(made))
    assert TAG.findall(document.element.xml) == IDS
    lists = [c for c in CATALOG.checklists if c.id in OF]
    said = [p.text for p in document.paragraphs]
    assert [
        text for text, p in zip(said, document.paragraphs, strict=True)
        if p.style and p.style.name == "Heading 1"
    ] == [f"{one.code} {one.title}" for one in lists]  # fmt: skip
    assert SAYS in said
    linked = [e.get(qn("w:anchor")) for e in document.element.iter(qn("w:hyperlink"))]
    numbers = [f"liste{n}" for n, one in enumerate(CATALOG.checklists) if one.id in OF]
    assert [name for name in linked if name] == numbers
    fields = [e.get(qn("w:fldCharType")) for e in document.element.iter(qn("w:fldChar"))]
    assert fields == ["begin", "separate", "end", *fields[3:]]
    for one in document.element.iter(qn("w:tblDescription")):
        rows = sum(1 for _ in one.getparent().getparent().iter(qn("w:tr"))) - 1
        assert f": {rows}." in one.get(qn("w:val"))
    assert set(_read_back(unit, site, "alle-lister.docx", made)) == set(IDS)


def test_a_csv_holds_them_and_comes_back(unit: Unit, site: Path) -> None:
    made = _made(unit, site, "alle-lister.csv", IDS)
    head, *rows = csv.reader(made.decode("utf-8-sig").splitlines(), delimiter=";")
    assert [row[head.index(WORDS("column.id"))] for row in rows] == IDS
    assert set(_read_back(unit, site, "alle-lister.csv", made)) == set(IDS)


def test_a_pdf_says_whom_it_is_for_and_strikes_the_boxes_of_the_others(
    unit: Unit, site: Path
) -> None:
    name = "orden-i-eget-hus-arbeidsark.pdf"
    ids = [one for one in IDS if f"orden-i-eget-hus/{one}" in _boxes(site, name)]
    made = _made(unit, site, name, ids)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert pdf.check_pdf_syntax() == []
        line, *_ = pdf.pages[0].Annots
        assert (str(line.Subtype), str(line.Contents)) == ("/FreeText", SAYS)
        boxes = [f for f in pdf.Root.AcroForm.Fields if str(f.T).count("/") == 1]
        struck = [f for f in boxes if b"28 50 m" in f.AP.N.Off.read_bytes()]
        assert {str(f.V) for f in boxes} == {"/Off"}, "nothing is said of them"
        assert all(b" l S" in f.AP.N.Ja.read_bytes() for f in struck), "they can be ticked"
    own = {f"orden-i-eget-hus/{one}" for one in ids}
    assert {str(f.T) for f in boxes} - {str(f.T) for f in struck} == own
    assert set(_read_back(unit, site, name, made)) == set(ids)
    assert pdf_filled.fields_by_pypdf(made)


def _boxes(site: Path, name: str) -> set[str]:
    with pikepdf.open(site / "nedlasting" / name) as pdf:
        return {str(field.T) for field in pdf.Root.AcroForm.Fields}


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
def test_every_list_can_go_out_with_one_row(unit: Unit, site: Path, kind: str) -> None:
    checklist = CATALOG.checklists[0]
    ids = [list(entries(CATALOG, checklist))[-1].item.id]
    name = f"{checklist.id}.{kind}"
    assert set(_read_back(unit, site, name, _made(unit, site, name, ids))) == set(ids)


def _rows(page: Page, folder: Path) -> list[str]:
    with page.expect_download() as waiting:
        page.locator("check-files [data-kind=docx]").click()
    content = saved(page, waiting.value, folder).read_bytes()
    return TAG.findall(docx.Document(io.BytesIO(content)).element.xml)


def of_level_one(page: Page) -> None:
    """The reader has chosen the smallest extent."""
    page.evaluate(
        """key => {
          const state = JSON.parse(localStorage.getItem(key));
          const [project] = Object.values(state.projects);
          project.profile.level = [["1", "2026-11-24T08:00:00.000Z", "zz:1", "Meg"]];
          project.seen.zz = 1;
          localStorage.setItem(key, JSON.stringify(state));
        }""",
        "checklists:it-outsourcing",
    )


def test_a_list_of_which_nothing_is_meant_for_the_reader_is_whole(opener: Opener) -> None:
    """Whoever comes to it has asked for it; and a tick takes nothing away under her hand."""
    page = opener(NONE)
    page.wait_for_selector("check-list:defined")
    boxes = page.locator("[data-item] > label input")
    boxes.first.check()
    boxes.first.uncheck()
    of_level_one(page)
    page.reload()
    fit = page.locator("check-fit")
    expect(fit).to_contain_text("Ingen er foreslått for dere. Alle vises.")
    expect(fit.get_by_role("button")).to_be_hidden()
    expect(page.locator("[data-item]:visible")).to_have_count(7)
    boxes.first.check()
    expect(page.locator("[data-item]:visible")).to_have_count(7)
    expect(fit).to_contain_text("Alle vises.")


def test_a_small_firm_gets_its_own_points_what_it_has_answered_and_all_when_asked(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(LIST)
    page.wait_for_selector("check-list:defined")
    boxes = page.locator("[data-item] > label input")
    boxes.last.check()
    answered = page.locator("[data-item]").last.get_attribute("data-item")
    of_level_one(page)
    page.reload()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    total = page.locator("[data-item]").count()
    hers = page.locator("[data-item]:not([data-unfit])").count()
    said = page.locator("check-files [data-fits]")
    expect(said).to_contain_text(f"{hers} av {total} punkter gjelder dere.")
    made = _rows(page, tmp_path)
    assert len(made) == hers < total and answered in made
    expect(page.locator("check-files [data-told]")).to_contain_text("bare dem")
    said.get_by_role("button", name="Vis alle").click()
    assert len(_rows(page, tmp_path)) == total
