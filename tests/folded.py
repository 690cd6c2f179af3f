"""A booklet as who prints, folds and leafs through it sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import paper
from pypdf import PdfReader

from macros.language import strings

ENDING = "-" + strings.load("nb")("level.booklet")


def is_booklet(file: Path) -> bool:
    """Two pages stand on each side of such a file."""
    return file.stem.endswith(ENDING)


def leaves(sides: int) -> list[tuple[int, str]]:
    """(side from 0, /Left or /Right) as one leafs: sheets are printed on both sides, the next is
    laid on the inside of the one before, and all are folded once."""
    fronts = range(0, sides, 2)
    first = [leaf for front in fronts for leaf in ((front, "/Right"), (front + 1, "/Left"))]
    then = [
        leaf for front in reversed(fronts) for leaf in ((front + 1, "/Right"), (front, "/Left"))
    ]
    return [*first, *then]


def words_of(file: bytes | Path) -> list[str]:
    """The text of each page, as one leafs."""
    sides = paper.halves(file)
    return [sides[side][half == "/Right"] for side, half in leaves(len(sides))]


def fields_of(reader: PdfReader) -> list[list[Any]]:
    """The annotations of each page, as one leafs."""
    made = []
    for side, half in leaves(len(reader.pages)):
        page = reader.pages[side]
        middle = float(page.mediabox.width) / 2
        found = [a.get_object() for a in page.get("/Annots", ())]
        made.append([a for a in found if (float(a["/Rect"][0]) >= middle) == (half == "/Right")])
    return made
