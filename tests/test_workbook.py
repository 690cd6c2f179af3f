"""The workbook as another library opens it: one table, sortable, with an overview that counts."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import ROOT
from guide import CATALOG
from opened import EVERY, NAMES, WORDS
from xlsxwriter.worksheet import Worksheet

from macros import exports, palette
from macros.catalog.item import PRIORITIES
from macros.exports import excel
from macros.exports.excel_summary import PEOPLE
from macros.site import Site

# LibreOffice works out formulas anew when it opens a file.
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def _file(site: Path, name: str) -> Path:
    return site / "nedlasting" / f"{name}.xlsx"


def _heads(sheet: Any) -> list[str]:
    return [str(cell.value) for cell in sheet[1]]


def _column(sheet: Any, word: str) -> list[Any]:
    number = _heads(sheet).index(WORDS(f"column.{word}")) + 1
    return [sheet.cell(line, number).value for line in range(2, sheet.max_row + 1)]


@pytest.mark.parametrize("name", NAMES)
def test_the_list_is_one_table_that_can_be_sorted_and_nothing_is_locked(
    site: Path, name: str
) -> None:
    book = openpyxl.load_workbook(_file(site, name))
    sheet = book.worksheets[0]
    (table,) = sheet.tables.values()
    assert table.ref == sheet.dimensions and table.autoFilter.ref == table.ref
    heads = _heads(sheet)
    assert [column.name for column in table.tableColumns] == heads
    assert len(set(heads)) == len(heads)
    assert {WORDS(f"column.{key}") for key, _ in excel.COLUMNS} <= set(heads)
    assert not any(one.protection.sheet for one in book.worksheets)
    assert sheet.freeze_panes == "C2" and not sheet.merged_cells.ranges
    assert sheet.print_title_rows == "$1:$1" and sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToHeight == 0 and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "&P" in sheet.oddFooter.right.text and "&N" in sheet.oddFooter.right.text
    with zipfile.ZipFile(_file(site, name)) as archive:
        assert not [n for n in archive.namelist() if "vba" in n.lower()]


def test_each_item_stands_once_in_the_workbook_of_all_lists(site: Path) -> None:
    ids = _column(openpyxl.load_workbook(_file(site, EVERY)).worksheets[0], "id")
    assert ids == [item.id for _, item in CATALOG.items()]


def test_what_may_be_written_is_chosen_from_words_or_is_a_day(site: Path) -> None:
    sheet = openpyxl.load_workbook(_file(site, EVERY)).worksheets[0]
    rules = {str(rule.formula1): rule for rule in sheet.data_validations.dataValidation}
    lists = {'"Ikke vurdert,I gang,Gjort,Ikke aktuelt"', '"Absolutt,Viktig,Ønskelig"'}
    assert lists < set(rules)
    (day,) = [rule for rule in rules.values() if rule.type == "date"]
    assert day.error and (day.formula1, day.formula2) == ("36526", "73050")  # 2000 to 2099
    due = _heads(sheet).index(WORDS("column.due"))
    assert sheet[2][due].number_format == "dd.mm.yyyy"


def test_a_colour_says_the_same_as_the_word_in_its_cell(site: Path) -> None:
    sheet = openpyxl.load_workbook(_file(site, EVERY)).worksheets[0]
    rules = [rule for found in sheet.conditional_formatting for rule in found.rules]
    said = {rule.formula[0].strip('"') for rule in rules}
    assert said == {"I gang", "Gjort", "Ikke aktuelt", "Over fristen"}


def test_a_note_on_changed_law_stands_with_its_text(site: Path) -> None:
    sheet = openpyxl.load_workbook(_file(site, EVERY)).worksheets[0]
    notes = dict(zip(_column(sheet, "id"), _column(sheet, "note"), strict=True))
    told = {item.id for _, item in CATALOG.items() if item.updated}
    assert len(told) > 30 and {item for item, note in notes.items() if note} == told


def _cached(site: Path, name: str) -> dict[str, Any]:
    sheet = openpyxl.load_workbook(_file(site, name), data_only=True).worksheets[1]
    return {f"{c.coordinate}": c.value for row in sheet.iter_rows() for c in row}


def test_the_overview_shows_its_numbers_before_anything_is_worked_out(site: Path) -> None:
    sheet = openpyxl.load_workbook(_file(site, EVERY), data_only=True).worksheets[1]
    lines = {row[0].value: [c.value for c in row[1:7]] for row in sheet.iter_rows()}
    every = sum(1 for _ in CATALOG.items())
    assert sum(lines[WORDS(f"priority.{p}")][0] for p in PRIORITIES) == every
    assert lines[WORDS("sheet.nobody")] == [every, every, 0, 0, 0, 0]
    with_chart = openpyxl.load_workbook(_file(site, EVERY)).worksheets[1]
    assert len(with_chart._charts) == 1


@pytest.mark.slow
def test_libreoffice_works_out_the_same_and_counts_what_is_filled_in(
    site: Path, tmp_path: Path
) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is missing: install libreoffice-calc")
    book = openpyxl.load_workbook(_file(site, EVERY))
    sheet, overview, _ = book.worksheets
    at = {word: number for number, word in enumerate(_heads(sheet), 1)}
    filled = ("Gjort", "Gjort", "I gang", "Ikke aktuelt", None)
    for line, status in enumerate(filled, 2):
        sheet.cell(line, at["Status"]).value = status
        sheet.cell(line, at["Ansvarlig"]).value = "Kari <Nord> & co"
        sheet.cell(line, at["Frist"]).value = datetime.date(2020, 1, 31)
    names = next(c for c in overview["A"] if c.value == WORDS("sheet.nobody"))
    overview.cell(names.row + 1, 1).value = "Kari <Nord> & co"
    filled_in, made = tmp_path / "fylt.xlsx", tmp_path / "ut"
    book.save(filled_in)
    blank = tmp_path / "tom.xlsx"
    shutil.copy(_file(site, EVERY), blank)
    profile = tmp_path / "profil" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    own = f"-env:UserInstallation=file://{profile.parent}"
    command = [office, own, "--headless", "--convert-to", "xlsx", "--outdir", str(made)]
    subprocess.run([*command, str(filled_in), str(blank)], check=True, capture_output=True,
                   timeout=300)  # fmt: skip
    counted = openpyxl.load_workbook(made / "tom.xlsx", data_only=True).worksheets[1]
    now = {c.coordinate: c.value for row in counted.iter_rows() for c in row}
    written = _cached(site, EVERY)
    numbers = {at: value for at, value in written.items() if isinstance(value, int)}
    assert len(numbers) > 6 * PEOPLE and {at: now[at] for at in numbers} == numbers
    again = openpyxl.load_workbook(made / "fylt.xlsx", data_only=True)
    lines = {row[0].value: [c.value for c in row[1:7]] for row in again.worksheets[1].iter_rows()}
    assert lines["Kari <Nord> & co"] == [5, 1, 1, 2, 1, 2]
    assert lines[WORDS("sheet.nobody")][0] == numbers[f"B{names.row}"] - 5
    late = _column(again.worksheets[0], "late")[:5]
    assert [word or "" for word in late] == ["", "", "Over fristen", "", "Over fristen"]


@pytest.mark.slow
def test_formulas_are_written_as_the_library_would_write_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "_prepare_formula" in vars(Worksheet), "what our sheet goes past is called otherwise now"
    document = exports.documents(CATALOG, WORDS, Site("x"))[0]
    colours, _ = palette.read(ROOT)
    ours = excel.as_xlsx(document, WORDS, colours)
    monkeypatch.setattr(excel, "Sheet", Worksheet)
    assert excel.as_xlsx(document, WORDS, colours) == ours
