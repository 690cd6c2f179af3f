"""What of a filled-in workbook stands on paper, and what does not."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import filled_in as made
import openpyxl

from ..conftest import Unit
from .test_filled import LIST, SAID, b64, data_of, file_of, ids_of


def test_paper_of_a_workbook_has_the_longer_answers_where_there_are_any(
    unit: Unit, site: Path
) -> None:
    item, data = ids_of(LIST)[0], data_of(site)
    given = b64(file_of(site, f"{LIST}.xlsx"))
    for values, last in (
        ({"note": "x"}, "notes"),
        ({"answer": "x"}, "answer"),
        ({"answer": "x", "reason": "y"}, "reason"),
    ):
        out = base64.b64decode(unit("filled", "valued", "xlsx", given, SAID, data, item, values))
        sheet = openpyxl.load_workbook(io.BytesIO(out)).worksheets[0]
        end = sheet.print_area.split(":")[1].replace("$", "")
        letter = sheet.cell(1, made.column(sheet, last)).column_letter
        assert end == f"{letter}{sheet.max_row}", last


def test_rows_that_paper_cuts_are_counted(unit: Unit, site: Path) -> None:
    """No program makes a row higher than 409 points: 26 lines of a note fit, and 27 do not."""
    first, second, third = ids_of(LIST)[:3]
    given = b64(file_of(site, f"{LIST}.xlsx"))
    said = {
        first: {"note": "\n".join(["x"] * 26), "answer": "x"},
        second: {"note": "\n".join(["x"] * 27)},
        third: {"reason": "ord " * 200},
    }
    assert unit("filled", "cut", given, SAID, said, None) == 2
    assert unit("filled", "cut", given, SAID, said, [first, third]) == 1
