"""A Word document from a template with named styles, contents filled in, boxes to tick."""

from __future__ import annotations

import copy
import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import _Cell

from macros.exports.document import Document, Part, Row
from macros.exports.plain_files import origin
from macros.strings import Strings

EMPTY_BOX = "\u2610"
FONT = "Arial"  # on every machine; a fork's template decides its own
WIDTHS = (1.5, 2.2, 8.9, 4.0)  # cm: box, code, text, notes


def as_docx(document: Document, t: Strings, template: Path | None = None) -> bytes:
    """The same bytes for the same document. `template` is a fork's own; its styles decide."""
    made = docx.Document(str(template)) if template else docx.Document()
    if template is None:
        made.styles["Normal"].font.name = FONT
    _properties(made, document, t)
    made.add_heading(document.title, 0)
    for line in origin(document, t)[1:]:
        if line:
            made.add_paragraph(line, style="Subtitle")
    if len(document.parts) > 1:
        _contents(made, document, t)
    for number, part in enumerate(document.parts):
        _part(made, part, number, t)
    out = io.BytesIO()
    made.save(out)
    return _stamped(out.getvalue())


def _properties(made: Any, document: Document, t: Strings) -> None:
    day = datetime.datetime.combine(document.released, datetime.time())
    core = made.core_properties
    core.title, core.author, core.language = document.title, "", document.language
    core.version, core.comments = document.version, " · ".join(origin(document, t))
    core.created = core.modified = day
    core.last_modified_by = ""


def _contents(made: Any, document: Document, t: Strings) -> None:
    """Real entries that link to bookmarks: a field would stay empty until somebody updates it."""
    made.add_heading(t("file.contents"), 1)
    for number, part in enumerate(document.parts):
        paragraph = made.add_paragraph(style="List Bullet")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"liste{number}")
        run = OxmlElement("w:r")
        words = OxmlElement("w:t")
        words.text = f"{part.code} {part.title}"
        run.append(words)
        link.append(run)
        paragraph._p.append(link)


def _part(made: Any, part: Part, number: int, t: Strings) -> None:
    heading = made.add_heading(f"{part.code} {part.title}", 1)
    for kind in ("bookmarkStart", "bookmarkEnd"):
        mark = OxmlElement(f"w:{kind}")
        mark.set(qn("w:id"), str(number))
        if kind == "bookmarkStart":
            mark.set(qn("w:name"), f"liste{number}")
        heading._p.append(mark)
    made.add_paragraph(part.intro)
    table = made.add_table(rows=1, cols=4, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
    for cell, name in zip(_cells(table), ("done", "code", "text", "notes"), strict=True):
        cell.paragraphs[0].add_run(t(f"column.{name}")).bold = True
    table._tbl.tr_lst[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    # Rows are copies of an empty one: python-docx's own add_row reads the whole table each time.
    empty = copy.deepcopy(made.add_table(rows=1, cols=4)._tbl.tr_lst[0])
    # An item is never split over two sheets.
    empty.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    made.element.body.remove(made.tables[-1]._tbl)
    group = ""
    for row in part.rows:
        if row.heading != group:
            group = row.heading
            if group:
                table._tbl.append(copy.deepcopy(empty))
                cells = _cells(table)
                cells[0].merge(cells[3]).paragraphs[0].add_run(group).bold = True
        table._tbl.append(copy.deepcopy(empty))
        _fill(_cells(table), row, t)


def _cells(table: Any) -> list[Any]:
    """The cells of the last row, with the widths of the columns."""
    cells = [_Cell(tc, table) for tc in table._tbl.tr_lst[-1].tc_lst]
    for cell, width in zip(cells, WIDTHS, strict=True):
        cell.width = Cm(width)
    return cells


def _fill(cells: list[Any], row: Row, t: Strings) -> None:
    cells[0].text, cells[1].text = EMPTY_BOX, row.code
    cells[2].paragraphs[0].add_run(row.text).bold = True
    cells[2].add_paragraph(f"{row.priority} · {row.kind}. {row.help}")
    if row.requirement:
        cells[2].add_paragraph(f"{t('item.requirement')} {row.requirement}")
    if row.note:
        cells[2].add_paragraph(row.note)


def _stamped(data: bytes) -> bytes:
    """The same archive with one date on every member, so that bytes repeat."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()
