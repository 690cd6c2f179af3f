"""A workbook without macros: a table to work in, an overview that counts, where it came from."""

from __future__ import annotations

import datetime
import io
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from macros.catalog.item import ANSWERED, PRIORITIES
from macros.exports.document import Document, Row, columns, origin
from macros.exports.excel_summary import summary
from macros.exports.marks import SAYS, identity
from macros.language.strings import Strings
from macros.palette import Palette

# What a reader fills in; then what stands there already. (column, width)
COLUMNS = (
    *(("code", 10), ("text", 48), ("priority", 12), ("status", 14), ("responsible", 18)),
    *(("due", 12), ("late", 13), ("notes", 44), ("answer", 34), ("reason", 30), ("list", 26)),
    *(("group", 26), ("requirement", 64), ("kind", 12), ("level", 10), ("minutes", 9)),
    *(("phases", 20), ("roles", 20), ("topics", 24), ("help", 100), ("note", 80), ("source", 14)),
    *(("adapted", 24), ("address", 30), ("id", 28), ("seal", 11)),
)  # fmt: skip
WRITABLE = frozenset(("priority", "status", "responsible", "due", "notes", "answer", "reason"))
WIDTH = 40  # of a field that has no column of its own here
LAST_ON_PAPER = "notes"
LINE_HEIGHT = 15  # points
INDENT = 1.5  # letters, of a cell
MOST_HEIGHT = 400  # Excel takes no more than 409
TABLE = "Punkter"
DAYS = (datetime.date(2000, 1, 1), datetime.date(2099, 12, 31))
# A colour is never alone: the cell says the same in words. (status, behind, letters)
COLOURS = (
    ("doing", "#FFF2CC", "#5F4B00"),
    ("done", "#DDEFDD", "#1E4D2B"),
    ("irrelevant", "#E7E6E6", "#404040"),
)
LATE = ("#F8D7DA", "#7A1420")


class Sheet(Worksheet):  # type: ignore[misc, unused-ignore]
    """A sheet that takes formulas as they are written: XlsxWriter (3.3) looks in each for functions
    that are newer than the format, with thirty patterns, and ours have none."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


@dataclass(frozen=True)
class Looks:
    """How cells look: the head, what stands there, what is written, a day."""

    head: Any
    fixed: Any
    free: Any
    day: Any


def as_xlsx(document: Document, t: Strings, palette: Palette) -> bytes:
    """The same bytes for the same document: dates are the data's, never the clock's."""
    out = io.BytesIO()
    book = begun(out, document, t)
    book.set_custom_property(SAYS, identity(document))
    work = book.add_worksheet(t("sheet.work"), Sheet)
    overview = book.add_worksheet(t("sheet.summary"), Sheet)
    _work(book, work, document, t, looks(book, palette))
    summary(book, overview, document, t, palette)
    about = book.add_worksheet(t("sheet.about"))
    _about(about, document, t)
    signed(about, len(origin(document, t)) + 3, document, palette)
    for sheet in book.worksheets():
        paper(sheet, document, t, palette)
    overview.set_portrait()  # many short lines
    book.close()
    return out.getvalue()


def begun(out: io.BytesIO, document: Document, t: Strings) -> Any:
    """A workbook without sheets that says what it is."""
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    created = datetime.datetime.combine(document.released, datetime.time())
    about = {"title": document.title, "author": document.author, "created": created}
    book.set_properties({**about, "comments": " · ".join(origin(document, t))})
    return book


def looks(book: Any, palette: Palette) -> Looks:
    soft, written = f"#{palette['brand-soft']}", f"#{palette['written']}"
    # Set in a little, so that the words of two columns do not touch.
    wrapped = {"text_wrap": True, "valign": "top", "indent": 1}
    wrapped |= {"border": 1, "border_color": "#A6A6A6"}
    return Looks(
        head=book.add_format({**wrapped, "bold": True, "bg_color": soft}),
        fixed=book.add_format(wrapped),
        free=book.add_format({**wrapped, "bg_color": written}),
        day=book.add_format({**wrapped, "bg_color": written, "num_format": "dd.mm.yyyy"}),
    )


def _work(book: Any, sheet: Any, document: Document, t: Strings, looks: Looks) -> None:
    rows, shown = document.once, _columns(document)
    last = len(rows)
    words = {name: t(f"column.{name}") for name in shown}
    asked: list[dict[str, Any]] = [
        {"header": words[name], "header_format": looks.head}
        | ({"formula": _late(words, t)} if name == "late" else {})
        for name in shown
    ]
    sheet.add_table(
        *(0, 0, last, len(shown) - 1),
        {"name": TABLE, "columns": asked, "style": None, "description": document.title},
    )
    for number, width in enumerate(shown.values()):
        sheet.set_column(number, number, width)
    late = _late(words, t)
    for line, row in enumerate(rows, 1):
        said = {name: _said(name, row, t) for name in shown}
        sheet.set_row(line, min(LINE_HEIGHT * _lines(said, shown), MOST_HEIGHT))
        for number, (name, value) in enumerate(said.items()):
            _cell(sheet, (line, number), name, late if name == "late" else value, row, looks)
    at = {name: number for number, name in enumerate(shown)}
    _checked(sheet, last, at, t)
    _coloured(book, sheet, last, at, t)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    # Paper gets what is worked with; the rest is for the screen.
    sheet.print_area(0, 0, last, at[LAST_ON_PAPER])


def _columns(document: Document) -> dict[str, float]:
    """Each column with its width: COLUMNS, and fields that were declared later."""
    placed = tuple(name for name, _ in COLUMNS)
    later = (key for key in columns(placed, document) if key not in placed)
    return {**dict(COLUMNS), **dict.fromkeys(later, WIDTH)}


def _lines(said: Mapping[str, str], shown: Mapping[str, float]) -> int:
    """How many lines the fullest cell of a row needs; not every program works it out itself."""

    def needed(words: str, width: float) -> int:
        return sum(math.ceil(len(line) / (width * 0.9 - INDENT)) or 1 for line in words.split("\n"))

    return max(needed(said[name], width) for name, width in shown.items())


def _cell(
    sheet: Any, place: tuple[int, int], name: str, value: str, row: Row, looks: Looks
) -> None:
    look = looks.day if name == "due" else looks.free if name in WRITABLE else looks.fixed
    if name == "late":
        # Programs that do not work it out show what is written beside the formula.
        sheet.write_formula(*place, value, look, "")
    elif name == "code" and "://" in row["address"]:
        sheet.write_url(*place, row["address"], look, value)
    elif value:
        sheet.write_string(*place, value, look)
    else:
        sheet.write_blank(*place, None, look)


def _said(name: str, row: Row, t: Strings) -> str:
    if name == "status":
        return t("status.none")
    if name == "group":
        return " ".join(filter(None, (row["group"], row["heading"])))
    if name == "address":
        return row["address"] if "://" in row["address"] else ""
    return row[name]


def _late(words: Mapping[str, str], t: Strings) -> str:
    """Says in words what is overdue and not closed."""
    due, status = (f"{TABLE}[[#This Row],[{words[name]}]]" for name in ("due", "status"))
    closed = ",".join(f'{status}<>"{t(f"status.{name}")}"' for name in ("done", "irrelevant"))
    return f'=IF(AND({due}<>"",{due}<TODAY(),{closed}),"{t("column.late")}","")'


def _checked(sheet: Any, last: int, at: Mapping[str, int], t: Strings) -> None:
    """What may be chosen or written, with words for what may not."""
    for name, values in (("status", ANSWERED), ("priority", PRIORITIES)):
        rule: dict[str, Any] = {
            "validate": "list",
            "source": [t(f"{name}.{value}") for value in values],
        }
        told = {"error_title": t(f"column.{name}"), "error_message": t("sheet.choose")}
        sheet.data_validation(1, at[name], last, at[name], rule | told)
    day = dict(zip(("minimum", "maximum"), DAYS, strict=True))
    told = {"error_title": t("column.due"), "error_message": t("sheet.day")}
    rule = {"validate": "date", "criteria": "between", **day, **told}
    sheet.data_validation(1, at["due"], last, at["due"], rule)


def _coloured(book: Any, sheet: Any, last: int, at: Mapping[str, int], t: Strings) -> None:
    def rule(column: int, word: str, behind: str, letters: str) -> None:
        look = book.add_format({"bg_color": behind, "font_color": letters})
        told = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
        sheet.conditional_format(1, column, last, column, told)

    for status, behind, letters in COLOURS:
        rule(at["status"], t(f"status.{status}"), behind, letters)
    rule(at["late"], t("column.late"), *LATE)


def _about(sheet: Any, document: Document, t: Strings) -> None:
    """Where the file came from; the last line is for the program that reads it back."""
    for number, line in enumerate((*origin(document, t), t("sheet.back"), identity(document))):
        sheet.write_string(number, 0, line)
    sheet.set_column(0, 0, 90)


def signed(sheet: Any, line: int, document: Document, palette: Palette) -> None:
    """An edition's logo on a sheet, from a line."""
    if palette.logo:
        how = {"image_data": io.BytesIO(palette.logo), "description": document.author}
        sheet.insert_image(line, 0, "logo.png", how)


def paper(sheet: Any, document: Document, t: Strings, palette: Palette) -> None:
    """What is printed over and under each page, an edition's logo too."""
    literal: Callable[[str], str] = lambda words: words.replace("&", "&&")  # noqa: E731
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    picture = {"image_right": "logo.png", "image_data_right": io.BytesIO(palette.logo)}
    drawn = ("&R&G", picture) if palette.logo else ("", {})
    sheet.set_header(f"&L&B{literal(document.title)}{drawn[0]}", drawn[1])
    said = literal(" · ".join(origin(document, t)[1:3]))
    sheet.set_footer(f"&L&8{said}&R&8{t('paper.page')} &P {t('paper.of')} &N")
