"""The annexes as a workbook: a sheet each, empty or with the worked example, and a sheet that leads
to them."""

from __future__ import annotations

import io
import math
import re
from typing import Any

from macros.exports import excel
from macros.exports.annex import Annex
from macros.exports.document import Document, origin
from macros.language.strings import Strings
from macros.palette import Palette

EMPTY = 20  # rows to write in
WIDTH = 30
MOST = 31  # letters in a sheet's name, by the format
LINE = 15  # points


def as_xlsx(
    annexes: tuple[Annex, ...], about: Document, t: Strings, palette: Palette, filled: bool
) -> bytes:
    """The same bytes for the same annexes; `filled` puts in the worked example's rows."""
    out = io.BytesIO()
    book = excel.begun(out, about, t)
    looks = excel.looks(book, palette)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    first = book.add_worksheet(t("annexes.contents"))
    names = [_named(annex.title) for annex in annexes]
    for line, words in enumerate(origin(about, t)):
        first.write_string(line, 0, words, bold if line == 0 else None)
    below = len(origin(about, t)) + 1
    for line, (name, annex) in enumerate(zip(names, annexes, strict=True), below):
        first.write_url(line, 0, f"internal:'{name}'!A1", string=annex.title)
    first.set_column(0, 0, 90)
    excel.signed(first, below + len(annexes) + 1, about, palette)
    for name, annex in zip(names, annexes, strict=True):
        sheet = book.add_worksheet(name)
        _sheet(sheet, annex, looks, (bold, wrapped), filled)
    for sheet in book.worksheets():
        excel.paper(sheet, about, t, palette)
    book.close()
    return out.getvalue()


def _named(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", title)[:MOST].strip(" '")


def _sheet(
    sheet: Any, annex: Annex, looks: excel.Looks, plain: tuple[Any, Any], filled: bool
) -> None:
    """Title, what it is for, then the table with a head that stays and is repeated on paper."""
    wide, (bold, wrapped) = len(annex.columns), plain
    sheet.write_string(0, 0, annex.title, bold)
    for line, words in enumerate(annex.about, 1):
        sheet.merge_range(line, 0, line, wide - 1, words, wrapped)
        sheet.set_row(line, LINE * math.ceil(len(words) / (WIDTH * wide * 0.9)))
    head = len(annex.about) + 2
    rows = annex.rows if filled else (("",) * wide,) * EMPTY
    for number, words in enumerate(annex.columns):
        sheet.write_string(head, number, words, looks.head)
    for line, row in enumerate(rows, head + 1):
        for number, words in enumerate(row):
            sheet.write(line, number, words or None, looks.free)
    sheet.set_column(0, wide - 1, WIDTH)
    sheet.repeat_rows(head)
