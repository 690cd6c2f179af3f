"""A booklet to fold: pages of A5, two to a side of A4, in the order that they have when the sheets
are printed on both sides, laid on each other and folded in the middle.

A page becomes one picture on a side, and keeps its tags, links and fields: what is read aloud comes
in the order of the pages, not in that of the sides.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from macros.exports.document import Document
from macros.exports.pdf import as_pdf
from macros.exports.pdf_fields import saved
from macros.exports.pdf_tags import kids
from macros.language.strings import Strings
from macros.palette import Palette

A_SHEET = 4  # pages on a sheet that is folded once


@dataclass(frozen=True)
class Place:
    """Where a page went: on which side, as which picture, how far to the right."""

    side: Any
    picture: Any
    right: Any


def as_booklet(document: Document, t: Strings, template: Path, palette: Palette) -> bytes:
    """The lists without guidance, to be printed on both sides and turned along the short edge."""
    return imposed(as_pdf(document, t, template, palette, level="booklet", paper="a5"))


def order(pages: int) -> list[tuple[int, int]]:
    """The pages (from 1) left and right on each side, front and back of each sheet in turn.
    `pages` is a multiple of four."""
    if pages % A_SHEET:
        raise ValueError(f"{pages} pages are no whole sheets")
    sides = []
    for first in range(1, pages // 2, 2):
        last = pages + 1 - first
        sides += [(last, first), (first + 1, last - 1)]
    return sides


def imposed(data: bytes) -> bytes:
    """The same document with two pages on each side; what is missing to a whole sheet is blank."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _, _, width, height = pdf.pages[0].mediabox.as_list()
        while len(pdf.pages) % A_SHEET:
            pdf.add_blank_page(page_size=(float(width), float(height)))
        pages = list(pdf.pages)
        places: dict[tuple[int, int], Place] = {}
        for left, right in order(len(pages)):
            for number, place in zip((left, right), _side(pdf, pages, left, right), strict=True):
                places[pages[number - 1].obj.objgen] = place
        _tags(pdf, places)
        for entry in _outline(pdf):
            _led(entry, places)
        del pdf.pages[: len(pages)]
        reader = pdf.Root.get("/ViewerPreferences", Dictionary())
        reader["/Duplex"], reader["/PrintScaling"] = Name.DuplexFlipShortEdge, Name("/None")
        pdf.Root["/ViewerPreferences"] = reader
        for side in pdf.pages:
            for one in kids(side.get("/Annots")):
                _led(one, places)
        return saved(pdf)


def _side(pdf: pikepdf.Pdf, pages: list[Any], left: int, right: int) -> list[Place]:
    """Adds a side with two pages on it."""
    width, height = pages[0].mediabox[2:4]
    chosen = [pages[left - 1], pages[right - 1]]
    pictures = [pdf.make_indirect(page.as_form_xobject()) for page in chosen]
    drawn = f"q /Left Do Q q 1 0 0 1 {width} 0 cm /Right Do Q".encode()
    side = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, 2 * width, height]),
        Resources=Dictionary(XObject=Dictionary(Left=pictures[0], Right=pictures[1])),
        Contents=pdf.make_stream(drawn),
        Tabs=Name.S,
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(side)))
    made, found = pdf.pages[-1].obj, Array()
    for page, picture, moved in zip(chosen, pictures, (0, width), strict=True):
        if "/StructParents" in page.obj:
            picture["/StructParents"] = page.obj["/StructParents"]
        for one in kids(page.obj.get("/Annots")):
            one["/Rect"] = _moved(one["/Rect"], moved)
            found.append(one)
    if len(found):
        made["/Annots"] = found
    return [Place(made, pictures[0], 0), Place(made, pictures[1], width)]


def _moved(box: Any, right: Any) -> Array:
    x, y, to_x, to_y = box
    return Array([x + right, y, to_x + right, to_y])


def _tags(pdf: pikepdf.Pdf, places: dict[tuple[int, int], Place]) -> None:
    """What a tag marks on a page it marks in that page's picture."""
    todo = [pdf.Root.get("/StructTreeRoot", Dictionary())]
    while todo:
        element = todo.pop()
        place = _place(element, places)
        inner = []
        for kid in kids(element.get("/K")):
            if not isinstance(kid, Dictionary):
                assert place
                marked = Dictionary(Type=Name.MCR, Pg=place.side, Stm=place.picture, MCID=kid)
                inner.append(marked)
                continue
            if "/S" in kid:
                todo.append(kid)
            elif other := _place(kid, places):
                kid["/Pg"] = other.side
                if kid.get("/Type") == Name.MCR:
                    kid["/Stm"] = other.picture
            inner.append(kid)
        if place:
            element["/Pg"] = place.side
            for told in kids(element.get("/A")):
                if "/BBox" in told:
                    told["/BBox"] = _moved(told["/BBox"], place.right)
        if "/K" in element:
            element["/K"] = Array(inner)


def _place(element: Any, places: dict[tuple[int, int], Place]) -> Place | None:
    page = element.get("/Pg")
    return None if page is None else places[page.objgen]


def _outline(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every entry of the outline, whatever its level."""
    todo = [pdf.Root.get("/Outlines")]
    while todo:
        entry = todo.pop()
        if entry is not None:
            yield entry
            todo += [entry.get("/First"), entry.get("/Next")]


def _led(entry: Any, places: dict[tuple[int, int], Place]) -> None:
    """Leads a link or an entry of the outline to where its page went."""
    target = entry.get("/Dest") or entry.get("/A", {}).get("/D")
    if isinstance(target, Array) and target[0].objgen in places:
        place = places[target[0].objgen]
        target[0] = place.side
        if target[1] == Name.XYZ:
            target[2] += place.right
