"""Lists filled in by other libraries, as colleagues and their programs do it: for the tests."""

from __future__ import annotations

import copy
import csv
import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from opened import WORDS

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
Edit = Callable[[Any], object]


def column(sheet: Any, key: str) -> int:
    """The number of a column by the key of its word."""
    heads = [cell.value for cell in sheet[1]]
    return heads.index(WORDS(f"column.{key}")) + 1


def put(sheet: Any, line: int, **values: object) -> None:
    """Writes answers into a line; keys are those of the columns."""
    for key, value in values.items():
        sheet.cell(line, column(sheet, key)).value = value


def answers(sheet: Any) -> None:
    """What most cases begin with: three items answered."""
    put(sheet, 2, status="Gjort", responsible="Kari", notes="Første\nlinje to")
    put(sheet, 3, status="I gang", due=datetime.date(2027, 1, 31))
    put(sheet, 4, status="Ikke aktuelt", reason="Ingen slike 😀 שלום")


def workbook(blank: bytes, *edits: Edit) -> bytes:
    """A workbook as openpyxl saves it after edits of its first sheet."""
    book = openpyxl.load_workbook(io.BytesIO(blank))
    for edit in edits:
        edit(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table_of(blank: bytes, *edits: Edit) -> list[list[Any]]:
    """The cells of a workbook's first sheet after edits, as values."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(blank, *edits)))
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


def texts_of(kind: str, data: bytes) -> list[str]:
    """Every text of a workbook's cells, or of a Word file's runs."""
    if kind == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
        return [str(value) for value in cells]
    body = docx.Document(io.BytesIO(data)).element.body
    return [words.text or "" for words in body.iter(qn("w:t"))]


def as_csv(rows: list[list[Any]], delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """Rows as a spreadsheet writes CSV."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    for row in rows:
        days = [f"{v:%d.%m.%Y}" if isinstance(v, datetime.date) else v for v in row]
        writer.writerow(["" if v is None else v for v in days])
    return out.getvalue().encode(encoding)


def document(blank: bytes, *edits: Edit) -> bytes:
    """A Word file as python-docx saves it after edits of its body."""
    made = docx.Document(io.BytesIO(blank))
    for edit in edits:
        edit(made.element.body)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def control(body: Any, tag: str) -> Any:
    """The content control that bears a tag."""
    (found,) = [
        one for one in body.iter(qn("w:sdt"))
        if one.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) == tag
    ]  # fmt: skip
    return found


def write(body: Any, tag: str, *lines: str) -> None:
    """What Word does when somebody writes in a control, or chooses."""
    made = control(body, tag)
    facts, content = made.find(qn("w:sdtPr")), made.find(qn("w:sdtContent"))
    for hint in facts.findall(qn("w:showingPlcHdr")):
        facts.remove(hint)
    for old in list(content):
        content.remove(old)
    run = OxmlElement("w:r")
    for number, line in enumerate(lines):
        if number:
            run.append(OxmlElement("w:br"))
        words = OxmlElement("w:t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
    content.append(run)


def tick(body: Any, item: str, done: bool = True) -> None:
    """What Word does when somebody clicks on a box; the status it leaves as it is."""
    made = control(body, f"done:{item}")
    made.find(f".//{W14}checked").set(f"{W14}val", str(int(done)))
    made.find(f".//{qn('w:t')}").text = "\u2612" if done else "\u2610"


def untagged(body: Any) -> None:
    """What LibreOffice does to the tags."""
    for facts in body.iter(qn("w:sdtPr")):
        for name in ("w:tag", "w:alias", "w:id"):
            for one in facts.findall(qn(name)):
                facts.remove(one)


def split(body: Any) -> None:
    """What Word and Word Online do to words that they proof: parts in runs of their own."""
    for words in [one for one in body.iter(qn("w:t")) if len(one.text or "") > 1]:
        run = words.getparent()
        if len(run.findall(qn("w:t"))) > 1:
            continue
        rest = copy.deepcopy(run)
        text = words.text
        words.text, rest.find(qn("w:t")).text = text[:1], text[1:]
        for one in (words, rest.find(qn("w:t"))):
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.addnext(rest)
        run.addnext(OxmlElement("w:proofErr"))


def flattened(body: Any) -> None:
    """What Google Docs does to the controls: their text stays, and the links."""
    untagged(body)
    for made in list(body.iter(qn("w:sdt"))):
        for one in made.find(qn("w:sdtContent")):
            made.addprevious(one)
        made.getparent().remove(made)
    for mark in [*body.iter(qn("w:bookmarkStart")), *body.iter(qn("w:bookmarkEnd"))]:
        mark.getparent().remove(mark)


def with_member(data: bytes, name: str, content: bytes, drop: str = "") -> bytes:
    """An archive with a file more."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for known in old.namelist():
            if known != drop:
                new.writestr(known, old.read(known))
        new.writestr(name, content)
    return out.getvalue()
