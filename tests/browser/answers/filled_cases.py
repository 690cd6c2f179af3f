"""Sixty files that a guide has filled in and people and programs have changed, and what is to be
read in each."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import filled_in as made
import openpyxl
from conftest import ROOT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from guide import CATALOG
from opened import WORDS
from pdf_filled import flat

from macros.catalog.select import entries
from macros.language import strings

LIST = "kritisk-informasjon"
ENGLISH = strings.load("en").group("column.")
HEADS = {said: ENGLISH[key] for key, said in WORDS.group("column.").items()}
KEPT = ROOT / "tests" / "data" / "filled"
IDS = [s.item.id for c in CATALOG.checklists if c.id == LIST for s in entries(CATALOG, c)]
ONE, TWO, THREE, *_ = IDS
FIRST = {"status": "done", "responsible": "Kari", "note": "Første\nlinje to"}
SECOND = {"status": "doing", "due": "2027-01-31"}
THIRD = {"status": "irrelevant", "reason": "Ingen slike 😀 שלום"}
ANSWERS = {ONE: FIRST, TWO: SECOND, THREE: THIRD}
# Word lists have no place for the reason but where there is one.
IN_WORD = {ONE: FIRST, TWO: SECOND, THREE: {"status": "irrelevant", "note": THIRD["reason"]}}
SIXTY = 60  # files with answers that others have saved; PDFs stand in test_filled_pdf.py
AFTERNOON = datetime.datetime(2027, 1, 31, 14, 5)  # noqa: DTZ001 -- a sheet knows no zones
Made = Callable[[Path], bytes]
Case = tuple[Made, Mapping[str, Any], list[str]]


def _blank(site: Path, extension: str) -> bytes:
    return (site / "nedlasting" / f"{LIST}.{extension}").read_bytes()


def _xlsx(*edits: made.Edit, answered: bool = True) -> Made:
    first = (made.answers,) if answered else ()
    return lambda site: made.workbook(_blank(site, "xlsx"), *first, *edits)


def _csv(*edits: made.Edit, **how: str) -> Made:
    return lambda site: made.as_csv(
        made.table_of(_blank(site, "xlsx"), made.answers, *edits), **how
    )


def _docx(*edits: made.Edit) -> Made:
    return lambda site: made.document(_blank(site, "docx"), _in_word, *edits)


def _in_word(body: Any) -> None:
    made.tick(body, ONE)
    made.write(body, f"responsible:{ONE}", "Kari")
    made.write(body, f"note:{ONE}", "Første", "linje to")
    made.write(body, f"status:{TWO}", "I gang")
    made.write(body, f"due:{TWO}", "31.01.2027")
    made.write(body, f"status:{THREE}", "Ikke aktuelt")
    made.write(body, f"note:{THREE}", THIRD["reason"])


def _sorted(sheet: Any) -> None:
    rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=2)][::-1]
    for line, row in enumerate(rows, 2):
        for number, value in enumerate(row, 1):
            sheet.cell(line, number).value = value


def _filtered(sheet: Any) -> None:
    for line in (2, 4):
        sheet.row_dimensions[line].hidden = True
    sheet.column_dimensions["B"].hidden = True


def _without(*keys: str) -> made.Edit:
    def edit(sheet: Any) -> None:
        sheet.tables.clear()
        for key in keys:
            sheet.delete_cols(made.column(sheet, key))

    return edit


def _moved(sheet: Any) -> None:
    sheet.tables.clear()
    sheet.insert_cols(1, 2)
    sheet.insert_rows(1, 3)
    sheet["A1"] = "Vårt firma"


def _head(key: str, word: str) -> made.Edit:
    def edit(sheet: Any) -> None:
        sheet.tables.clear()
        sheet.cell(1, made.column(sheet, key)).value = word

    return edit


def _every_head(sheet: Any) -> None:
    sheet.tables.clear()
    for cell in sheet[1]:
        cell.value = f"Felt {cell.column}"


def _english_workbook(site: Path) -> bytes:
    """The list as an English page gives it out, answered."""
    book = openpyxl.load_workbook(io.BytesIO(_xlsx()(site)))
    _in_english(book.worksheets[0])
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                cell.value = _told_english(cell.value)
    for one in book.custom_doc_props.props:
        one.value = _told_english(one.value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _told_english(value: Any) -> Any:
    known = isinstance(value, str) and value.startswith("sjekkliste;")
    return f"{value.removesuffix(';language=nb')};language=en" if known else value


def _in_english(sheet: Any) -> None:
    sheet.tables.clear()
    for cell in sheet[1]:
        cell.value = HEADS.get(cell.value, cell.value)


def _shown(line: int, style: str) -> made.Edit:
    """A day in the format of another language's Excel."""

    def edit(sheet: Any) -> None:
        cell = sheet.cell(line, made.column(sheet, "due"))
        cell.value, cell.number_format = datetime.date(2027, 1, 31), style

    return edit


def _format(line: int, key: str, value: float, style: str) -> made.Edit:
    """A number as somebody's format shows it."""

    def edit(sheet: Any) -> None:
        cell = sheet.cell(line, made.column(sheet, key))
        cell.value, cell.number_format = value, style

    return edit


def _put(line: int, **values: object) -> made.Edit:
    return partial(_later, line, values)


def _later(line: int, values: Mapping[str, object], sheet: Any) -> None:
    made.put(sheet, line, **values)


def _merged(sheet: Any) -> None:
    sheet.tables.clear()
    number = made.column(sheet, "responsible")
    sheet.merge_cells(start_row=2, end_row=4, start_column=number, end_column=number)


def _more_rows(sheet: Any) -> None:
    sheet.append(["Egen", "Et punkt vi fant på", None, "Gjort"])


def _twice(sheet: Any) -> None:
    sheet.tables.clear()
    row = [c.value for c in sheet[2]]
    row[made.column(sheet, "status") - 1] = "I gang"
    sheet.append(row)


def _other_item(sheet: Any) -> None:
    sheet.tables.clear()
    sheet.cell(2, made.column(sheet, "id")).value = "punkt-fra-en-annen-utgave"


def _note(sheet: Any) -> None:
    cell = sheet.cell(2, made.column(sheet, "notes"))
    cell.comment = openpyxl.comments.Comment("Spør Per", "Kari")


def _changed(item: str, **values: str) -> dict[str, Any]:
    return {**ANSWERS, item: {**ANSWERS[item], **values}}


def _lacks(item: str, key: str) -> dict[str, Any]:
    return {**ANSWERS, item: {k: v for k, v in ANSWERS[item].items() if k != key}}


def _picture() -> bytes:
    book = openpyxl.Workbook()
    out = io.BytesIO()
    book.save(out)
    return made.with_member(out.getvalue(), "xl/media/image1.png", b"\x89PNG")


def _moved_row(body: Any) -> None:
    table = next(body.iter(qn("w:tbl")))
    rows = list(table.iter(qn("w:tr")))
    table.append(rows[1])


def _loose(body: Any) -> None:
    cell = made.control(body, f"note:{ONE}").getparent().getparent()
    paragraph = parse_xml(
        f'<w:p xmlns:w="{qn("w:p")[1:].split("}")[0]}"><w:r><w:t>Utenfor</w:t></w:r></w:p>'
    )
    cell.append(paragraph)


def _tracked(body: Any) -> None:
    """The status was chosen anew while changes were tracked."""
    content = made.control(body, f"status:{TWO}").find(qn("w:sdtContent"))
    (run,) = list(content)
    gone = OxmlElement("w:del")
    old = OxmlElement("w:r")
    words = OxmlElement("w:delText")
    words.text = "Gjort"
    old.append(words)
    gone.append(old)
    run.addprevious(gone)


# Each file with what is read of it, and what is told.
READ: dict[str, Case] = {
    "as it is": (_xlsx(), ANSWERS, []),
    "sorted": (_xlsx(_sorted), ANSWERS, []),
    "filtered and hidden": (_xlsx(_filtered), ANSWERS, []),
    "columns and lines put in": (_xlsx(_moved), ANSWERS, []),
    "without what is not needed": (_xlsx(_without("help", "list", "kind", "text")), ANSWERS, []),
    "without ids": (_xlsx(_without("id")), ANSWERS, ["no_id"]),
    "a head in other letters": (_xlsx(_head("status", "  STATUS ")), ANSWERS, []),
    "without notes": (_xlsx(_without("notes")), _lacks(ONE, "note"), ["no_column"]),
    "a head changed": (_xlsx(_head("responsible", "Hvem")), _lacks(ONE, "responsible"),
                       ["no_column"]),
    "a head twice": (_xlsx(_head("answer", "Notat")), ANSWERS, ["doubled", "no_column"]),
    "merged cells": (_xlsx(_merged), _lacks(ONE, "responsible"), ["merged"] * 3),
    "a day as text": (_xlsx(_put(3, due="31.01.2027")), ANSWERS, []),
    "a day in words": (_xlsx(_put(3, due="31. januar 2027")), ANSWERS, []),
    "a day as machines write it": (_xlsx(_put(3, due="2027-01-31")), ANSWERS, []),
    "an English day": (_xlsx(_put(3, due="01/31/2027")), ANSWERS, []),
    "a day that could be two": (_xlsx(_put(3, due="01/02/2027")), _lacks(TWO, "due"), ["due"]),
    "no day": (_xlsx(_put(3, due="til uka")), _lacks(TWO, "due"), ["due"]),
    "a day that is none": (_xlsx(_put(3, due="31.02.2027")), _lacks(TWO, "due"), ["due"]),
    "a year too many": (_xlsx(_put(3, due="31.01.2127")), _lacks(TWO, "due"), ["due"]),
    "a day in English words": (_xlsx(_put(3, due="January 31, 2027")), ANSWERS, []),
    "a day as an English Excel makes text of it": (_xlsx(_put(3, due="31-Jan-27")), ANSWERS, []),
    "a month in English": (_xlsx(_put(3, due="2 May 2027")), _changed(TWO, due="2027-05-02"), []),
    "a month in German": (_xlsx(_put(3, due="2. März 2027")), _changed(TWO, due="2027-03-02"), []),
    "no month": (_xlsx(_put(3, due="2. foo 2027")), _lacks(TWO, "due"), ["due"]),
    "an English format": (_xlsx(_shown(3, "[$-409]mmmm d, yyyy;@")), ANSWERS, []),
    "a Swedish format": (_xlsx(_shown(3, "yyyy/mm/dd;@")), ANSWERS, []),
    "a Japanese format": (_xlsx(_shown(3, 'yyyy"年"m"月"d"日";@')), ANSWERS, []),
    "the format of the machine": (_xlsx(_shown(3, "[$-F800]dddd, mmmm dd, yyyy")), ANSWERS, []),
    "true for a status": (_xlsx(_put(2, status=True)), ANSWERS, []),
    "what could not be worked out": (_xlsx(_put(2, responsible="#NAME?")),
                                     _lacks(ONE, "responsible"), ["unclear"]),
    "a status in another language": (_xlsx(_put(3, status="Erledigt")), _lacks(TWO, "status"),
                                     ["status"]),
    "a time of day": (_xlsx(_put(3, due=AFTERNOON)), ANSWERS, []),
    "crosses for statuses": (_xlsx(_put(2, status="x")), ANSWERS, []),
    "a status in small letters": (_xlsx(_put(3, status="i gang")), ANSWERS, []),
    "a status of one's own": (_xlsx(_put(3, status="Venter")), _lacks(TWO, "status"),
                              ["status"]),
    "a priority of one's own": (_xlsx(_put(2, priority="Absolutt")),
                                _changed(ONE, priority="must"), []),
    "a formula": (_xlsx(_put(2, responsible='="Ka"&"ri"')), _lacks(ONE, "responsible"),
                  ["unclear"]),
    "a number": (_xlsx(_put(2, responsible=4711)), _changed(ONE, responsible="4711"), []),
    "a long note": (_xlsx(_put(2, notes="æ" * 4000)), _changed(ONE, note="æ" * 4000), []),
    "too long a note": (_xlsx(_put(2, notes="æ" * 4100)), _changed(ONE, note="æ" * 4000), ["long"]),
    "a percent": (_xlsx(_format(2, "notes", 0.25, "0%")), _changed(ONE, note="25 %"), []),
    "a time": (_xlsx(_format(2, "notes", 1 / 3, "hh:mm")), _changed(ONE, note="08:00"),
               ["remade"]),
    "a comment": (_xlsx(_note), ANSWERS, ["comment"]),
    "a line of one's own": (_xlsx(_more_rows), ANSWERS, []),
    "CSV": (_csv(), ANSWERS, []),
    "CSV of a sheet with a priority of one's own": (
        _csv(_put(2, priority="Absolutt")), ANSWERS, ["edition"],
    ),
    "CSV with commas": (_csv(delimiter=","), ANSWERS, []),
    "CSV with tabs in UTF-16": (_csv(delimiter="\t", encoding="utf-16"), ANSWERS, []),
    "Word": (_docx(), IN_WORD, []),
    "Word without tags": (_docx(made.untagged), IN_WORD, []),
    "Word with words in parts, as proofing leaves them": (_docx(made.split), IN_WORD, []),
    "Word with text for controls": (_docx(made.flattened), IN_WORD, ["unplaced"]),
    "Word with rows moved": (_docx(_moved_row), IN_WORD, []),
    "Word with changes tracked": (_docx(_tracked), IN_WORD, []),
    "Word with words beside the fields": (
        _docx(_loose), {**IN_WORD, ONE: {**FIRST, "note": "Første\nlinje to\nUtenfor"}}, ["loose"],
    ),
    "an edition with another item": (
        _xlsx(_other_item), {TWO: SECOND, THREE: THIRD, "punkt-fra-en-annen-utgave": FIRST}, [],
    ),
}  # fmt: skip
# What LibreOffice has saved.
SAVED: dict[str, tuple[Mapping[str, Any], list[str]]] = {
    "libreoffice.xlsx": (ANSWERS, []),
    "libreoffice-by-ods.xlsx": (ANSWERS, []),
    "libreoffice.csv": (ANSWERS, []),
    "svar-libreoffice.csv": (ANSWERS, []),
    "libreoffice.docx": ({**IN_WORD, ONE: {**FIRST, "note": "Førstelinje to"}}, ["breaks"]),
    "libreoffice-ticked.docx": ({ONE: {"status": "done"}, TWO: {"status": "doing"}}, []),
    # By OpenDocument text controls become text: a field is known by its word.
    "libreoffice-by-odt.docx": ({**IN_WORD, ONE: {**FIRST, "note": "Førstelinje to"}}, []),
}
# What cannot be read, with the word for what it is.
REFUSED: dict[str, tuple[Made, str]] = {
    "every head changed": (_xlsx(_every_head), "heads"),
    "heads in another language": (_english_workbook, "language"),
    "every head of a CSV changed": (_csv(_every_head), "not_ours"),
    "nothing of ours left": (lambda _: made.workbook(_other_workbook(), _every_head), "not_ours"),
    "a binary workbook": (lambda site: made.with_member(
        _blank(site, "xlsx"), "xl/workbook.bin", b"\x83\x01", "xl/workbook.xml"), "damaged"),
    "no archive at all": (lambda _: b"PK\x03\x04" + b"\0" * 500, "damaged"),
    "no columns for answers": (
        _xlsx(_without("status", "responsible", "due", "notes", "answer", "reason")), "no_columns",
    ),
    "nobody has answered": (_xlsx(answered=False), "blank"),
    "blank Word": (lambda site: _blank(site, "docx"), "blank"),
    "macros": (lambda site: made.with_member(_blank(site, "xlsx"), "xl/vbaProject.bin", b"x"),
               "macros"),
    "password": (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
                 + "EncryptedPackage".encode("utf-16le") * 40, "locked"),
    "old Excel": (lambda _: (KEPT / "libreoffice.xls").read_bytes(), "old"),
    "OpenDocument": (lambda _: (KEPT / "libreoffice.odt").read_bytes(), "odt"),
    "RTF": (lambda _: (KEPT / "libreoffice.rtf").read_bytes(), "rtf"),
    "a picture of a sheet": (lambda _: b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
    "a sheet with a picture alone": (lambda _: _picture(), "picture"),
    "another workbook": (lambda _: made.workbook(_other_workbook()), "not_ours"),
    "cut off": (lambda site: _blank(site, "xlsx")[:4000], "damaged"),
    "no content types": (
        lambda site: made.with_member(_blank(site, "docx"), "x", b"", "word/document.xml"),
        "damaged",
    ),
    "a letter": (lambda _: b"Hei Kari, her er svarene.", "not_ours"),
    "blank PDF": (lambda site: _blank(site, "pdf"), "blank"),
    "PDF without fields": (lambda site: flat(_blank(site, "pdf")), "pdf"),
}  # fmt: skip


def _other_workbook() -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Navn", "Telefon"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
