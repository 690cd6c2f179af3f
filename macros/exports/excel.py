"""A workbook without macros: a sheet to work in, a summary that counts, where it came from."""

from __future__ import annotations

import datetime
import io
import math
from typing import Any

import xlsxwriter

from macros.exports.document import Document, Row, columns, origin
from macros.language.strings import Strings
from macros.palette import Palette

Column = tuple[str, float, bool]  # (column, width, may be written in)
COLUMNS: tuple[Column, ...] = (
    ("code", 10, False), ("text", 48, False), ("priority", 12, True), ("status", 14, True),
    ("responsible", 18, True), ("due", 12, True), ("notes", 34, True), ("kind", 12, False),
    ("help", 60, False), ("requirement", 50, False), ("roles", 18, False), ("source", 14, False),
    ("adapted", 24, False), ("address", 30, False), ("id", 28, False),
)  # fmt: skip
WIDTH = 40  # of a field that has no column of its own here
LINE_HEIGHT = 15  # points
STATUSES = ("none", "doing", "done", "irrelevant")
PRIORITIES = ("must", "should", "could")


def as_xlsx(document: Document, t: Strings, palette: Palette) -> bytes:
    """The same bytes for the same document: dates are the data's, never the clock's."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    created = datetime.datetime.combine(document.released, datetime.time())
    book.set_properties(
        {"title": document.title, "comments": " · ".join(origin(document, t)), "created": created}
    )
    work = book.add_worksheet(t("sheet.work"))
    summary = book.add_worksheet(t("sheet.summary"))
    about = book.add_worksheet(t("sheet.about"))
    _work(book, work, document, t, palette)
    _summary(book, summary, document, t)
    for number, line in enumerate(origin(document, t)):
        about.write_string(number, 0, line)
    about.set_column(0, 0, 90)
    about.protect()
    book.close()
    return out.getvalue()


def _work(book: Any, sheet: Any, document: Document, t: Strings, palette: Palette) -> None:
    soft, written = f"#{palette['brand-soft']}", f"#{palette['written']}"
    head = book.add_format({"bold": True, "bg_color": soft, "border": 1, "text_wrap": True})
    fixed = book.add_format({"text_wrap": True, "valign": "top"})
    free = book.add_format(
        {"text_wrap": True, "valign": "top", "locked": False, "bg_color": written}
    )
    day = book.add_format(
        {"valign": "top", "locked": False, "bg_color": written, "num_format": "dd.mm.yyyy"}
    )
    shown = _columns(document)
    for number, (name, width, _) in enumerate(shown):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, t(f"column.{name}"), head)
    for line, row in enumerate(document.rows, 1):
        sheet.set_row(line, LINE_HEIGHT * _lines(row, shown))
        for number, (name, _, writable) in enumerate(shown):
            value = t("status.none") if name == "status" else row[name]
            look = day if name == "due" else free if writable else fixed
            sheet.write_string(line, number, value, look) if value else sheet.write_blank(
                line, number, None, look
            )
    last = len(document.rows)
    for name, prefix, values in (
        ("status", "status", STATUSES),
        ("priority", "priority", PRIORITIES),
    ):
        column = _column(name)
        words = [t(f"{prefix}.{value}") for value in values]
        sheet.data_validation(1, column, last, column, {"validate": "list", "source": words})
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, len(shown) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    # Paper gets what is worked with; the rest is for the screen.
    sheet.print_area(0, 0, last, _column("notes"))
    sheet.protect(
        "", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True}
    )


def _columns(document: Document) -> tuple[Column, ...]:
    """COLUMNS, and fields that were declared later."""
    placed = tuple(name for name, _, _ in COLUMNS)
    return (*COLUMNS, *((key, WIDTH, False) for key in columns(placed, document)[len(placed) :]))


def _lines(row: Row, shown: tuple[Column, ...]) -> int:
    """How many lines the fullest cell of a row needs; not every program works it out itself."""
    widths = ((name, width * 0.9) for name, width, _ in shown)
    return max(math.ceil(len(row[name]) / width) for name, width in widths) or 1


def _column(name: str) -> int:
    return next(number for number, (found, _, _) in enumerate(COLUMNS) if found == name)


def _summary(book: Any, sheet: Any, document: Document, t: Strings) -> None:
    bold = book.add_format({"bold": True})
    last = len(document.rows) + 1
    work = t("sheet.work")

    def cells(name: str) -> str:
        letter = chr(ord("A") + _column(name))
        return f"'{work}'!${letter}$2:${letter}${last}"

    sheet.write_string(0, 0, document.title, bold)
    for number, status in enumerate(STATUSES, 1):
        sheet.write_string(2, number, t(f"status.{status}"), bold)
    for line, priority in enumerate(PRIORITIES, 3):
        sheet.write_string(line, 0, t(f"priority.{priority}"), bold)
        for number in range(1, len(STATUSES) + 1):
            letter = chr(ord("A") + number)
            formula = f"=COUNTIFS({cells('priority')},$A{line + 1},{cells('status')},{letter}$3)"
            sheet.write_formula(
                line, number, formula, None, _counted(document, t, priority, number)
            )
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for number in range(1, len(STATUSES) + 1):
        chart.add_series({
            "name": [t("sheet.summary"), 2, number],
            "categories": [t("sheet.summary"), 3, 0, 5, 0],
            "values": [t("sheet.summary"), 3, number, 5, number],
        })  # fmt: skip
    chart.set_title({"name": t("sheet.chart")})
    sheet.insert_chart("A9", chart, {"description": t("sheet.chart")})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 4, 14)
    sheet.protect()


def _counted(document: Document, t: Strings, priority: str, number: int) -> int:
    """What the formula gives before anything is written, for readers that do not calculate."""
    word = t(f"priority.{priority}")
    return sum(row["priority"] == word for row in document.rows) if number == 1 else 0
