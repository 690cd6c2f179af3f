"""The overview of a workbook: how far each list, phase, priority and person is, and a chart.

Each formula stands beside what it gives of a file that nobody has written in: some programs show
that, and work nothing out until something is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from macros.catalog.item import ANSWERED, PRIORITIES
from macros.exports.document import Document, Row
from macros.language.strings import Strings
from macros.palette import Palette

TABLE = "Punkter"
PEOPLE = 12  # lines for names that the reader writes
FIRST = 2  # the head stands two lines below the title
WIDTHS = (38, 9, 13, 9, 9, 13, 13)
BARS = {"none": "#D9D9D9", "doing": "#FFD966", "done": "#6AA84F", "irrelevant": "#999999"}

Block = tuple[str, tuple[str, ...], Callable[[Row, str], bool]]


def summary(book: Any, sheet: Any, document: Document, t: Strings, palette: Palette) -> None:
    """Blocks under each other, each line counted by status; the chart is that of the first."""
    border = {"border": 1, "border_color": "#A6A6A6"}
    soft = {"bg_color": f"#{palette['brand-soft']}", "bold": True, "text_wrap": True}
    title = book.add_format({"bold": True, "font_size": 14})
    head, line = book.add_format({**border, **soft}), book.add_format({**border, "text_wrap": True})
    own = book.add_format({**border, "bg_color": f"#{palette['written']}"})
    sheet.write_string(0, 0, document.title, title)
    for number, width in enumerate(WIDTHS):
        sheet.set_column(number, number, width)
    at = FIRST
    for column, values, belongs in _blocks(document, t):
        _head(sheet, at, t(f"column.{column}"), t, head)
        for value in values:
            at += 1
            sheet.write_string(at, 0, value, line)
            counted = sum(belongs(row, value) for row in document.once)
            _line(sheet, at, column, counted, t, line)
        at += 2
    _people(sheet, at, document, t, (head, line, own))
    _chart(book, sheet, t)


def _blocks(document: Document, t: Strings) -> Iterator[Block]:
    """(column, its values, whether a row counts under one)."""
    priorities = tuple(t(f"priority.{name}") for name in PRIORITIES)
    yield "priority", priorities, lambda row, word: row["priority"] == word
    if len(document.parts) > 1:
        lists = dict.fromkeys(row["list"] for row in document.once)
        yield "list", tuple(lists), lambda row, word: row["list"] == word
    phases = dict.fromkeys(one for row in document.once for one in _parts(row["phases"]))
    if phases:
        yield "phases", tuple(phases), lambda row, word: word in _parts(row["phases"])


def _parts(words: str) -> list[str]:
    return [word for word in words.split(", ") if word]


def _head(sheet: Any, at: int, word: str, t: Strings, look: Any) -> None:
    heads = (word, t("sheet.items"), *(t(f"status.{name}") for name in ANSWERED), t("column.late"))
    for number, one in enumerate(heads):
        sheet.write_string(at, number, one, look)


def _line(sheet: Any, at: int, column: str, counted: int, t: Strings, look: Any) -> None:
    """Formulas of a line: all, each status, what is overdue. A row without a status has none."""
    match = f'"*"&$A{at + 1}&"*"' if column == "phases" else f"$A{at + 1}"
    _formulas(sheet, at, f"{_column(column, t)},{match}", counted, t, look)


def _formulas(sheet: Any, at: int, chosen: str, counted: int, t: Strings, look: Any) -> None:
    late = f"{_column('late', t)},{_quoted(t('column.late'))}"
    sheet.write_formula(at, 1, f"=COUNTIFS({chosen})", look, counted)
    sheet.write_formula(at, 2, f"=B{at + 1}-SUM(D{at + 1}:F{at + 1})", look, counted)
    for number, status in enumerate(ANSWERED[1:], 3):
        said = f"{_column('status', t)},{_quoted(t(f'status.{status}'))}"
        sheet.write_formula(at, number, f"=COUNTIFS({chosen},{said})", look, 0)
    sheet.write_formula(at, 6, f"=COUNTIFS({chosen},{late})", look, 0)


def _people(sheet: Any, at: int, document: Document, t: Strings, looks: tuple[Any, ...]) -> None:
    """Those without anybody, and lines for names: nothing before Excel 365 finds them itself."""
    head, line, own = looks
    _head(sheet, at, t("column.responsible"), t, head)
    column = _column("responsible", t)
    sheet.write_string(at + 1, 0, t("sheet.nobody"), line)
    _formulas(sheet, at + 1, f'{column},""', len(document.once), t, line)
    for number in range(at + 2, at + 2 + PEOPLE):
        sheet.write_blank(number, 0, None, own)
        # An empty line counts nothing.
        name = f'IF($A{number + 1}="","§",$A{number + 1})'
        _formulas(sheet, number, f"{column},{name}", 0, t, line)
    sheet.write_string(at + 2 + PEOPLE, 0, t("sheet.names"))


def _chart(book: Any, sheet: Any, t: Strings) -> None:
    name, lines = t("sheet.summary"), (FIRST + 1, FIRST + len(PRIORITIES))
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for number, status in enumerate(ANSWERED, 2):
        chart.add_series({
            "name": [name, FIRST, number],
            "categories": [name, lines[0], 0, lines[1], 0],
            "values": [name, lines[0], number, lines[1], number],
            "fill": {"color": BARS[status]}, "border": {"color": "#404040"}, "gap": 60,
        })  # fmt: skip
    chart.set_title({"name": t("sheet.chart"), "name_font": {"size": 11}})
    chart.set_y_axis({"reverse": True})  # as the lines stand
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 460, "height": 230})
    sheet.insert_chart("I3", chart, {"description": t("sheet.chart")})


def _column(name: str, t: Strings) -> str:
    return f"{TABLE}[{t(f'column.{name}')}]"


def _quoted(word: str) -> str:
    doubled = word.replace('"', '""')
    return f'"{doubled}"'
