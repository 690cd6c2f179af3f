"""Which sheet of how many, put onto each when all have been set: `templates/list.typ` says why.

As with fields, a link says where, one to «sheet:<size>,<right>,<line>». Typst draws the numbers, a
page each, and the page becomes a picture on the sheet.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from macros.exports.compilers import compiler
from macros.exports.pdf_tags import kids
from macros.language.strings import Strings

LINK = "sheet:"
TEMPLATE = Path(__file__).parent / "templates" / "sheets.typ"
UNDER = 0.3  # of the letter's size: what is drawn under the line
FOOT = b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC q 1 0 0 1 %f %f cm /Sheet Do Q EMC\n"


@dataclass(frozen=True)
class Place:
    """How large the number of a sheet is, and where it ends: all in points, from the lower left."""

    size: float
    right: float
    line: float


@dataclass(frozen=True)
class Signs:
    """«Side 2 av 3» and so on, drawn for one place."""

    t: Strings
    place: Place
    drawn: dict[str, Any]

    def put(self, pdf: pikepdf.Pdf) -> None:
        """Puts each page's number in its place, instead of one that was put there before."""
        many = len(pdf.pages)
        for number, page in enumerate(pdf.pages, 1):
            _put(pdf, page.obj, self.place, self.drawn[said(number, many, self.t)])


def said(number: int, many: int, t: Strings) -> str:
    """What stands on a sheet."""
    return f"{t('paper.page')} {number} {t('paper.of')} {many}"


@contextmanager
def signs(counts: Iterable[int], place: Place, t: Strings) -> Iterator[Signs]:
    """What can stand on the sheets of files of so many pages; to be used before it is closed."""
    words = [said(number, many, t) for many in sorted(set(counts)) for number in range(1, many + 1)]
    inputs = {"said": json.dumps(words), "size": str(place.size), "under": str(UNDER * place.size)}
    made = compiler(TEMPLATE).compile(sys_inputs=inputs, format="pdf", timestamp=0, pdf_tags=False)
    assert isinstance(made, bytes)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        drawn = [pdf.make_indirect(page.as_form_xobject()) for page in pdf.pages]
        yield Signs(t, place, dict(zip(words, drawn, strict=True)))


def take_place(pdf: pikepdf.Pdf) -> Place | None:
    """Where each page's number goes; takes the link away that says so. None for a template that
    numbers its pages itself."""
    first = pdf.pages[0].obj
    for link in kids(first.get("/Annots")):
        target = str(link.get("/A", {}).get("/URI", ""))
        if target.startswith(LINK):
            others = [one for one in kids(first.Annots) if one.objgen != link.objgen]
            first.Annots = Array(others)
            _untag(pdf, int(link.StructParent))
            return Place(*(float(number) for number in target.removeprefix(LINK).split(",")))
    return None


def _untag(pdf: pikepdf.Pdf, number: int) -> None:
    """Takes a link out of the structure: nothing of it is to be read aloud."""
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    gone, holder = tree[number], tree[number].P
    del tree[number]
    holder.K = Array(
        one
        for one in kids(holder.K)
        if not isinstance(one, Dictionary) or one.objgen != gone.objgen
    )


def _put(pdf: pikepdf.Pdf, page: Any, place: Place, drawn: Any) -> None:
    picture = pdf.copy_foreign(drawn)
    left = place.right - float(picture.BBox[2])
    stands = FOOT % (left, place.line - UNDER * place.size)
    contents = page.Contents
    first = contents[0] if isinstance(contents, Array) else contents
    page.Contents = Array([first, pdf.make_stream(stands)])
    # What pages have in common stays as it is.
    used = Dictionary(page.Resources)
    used.XObject = Dictionary({**dict(used.get("/XObject", {})), "/Sheet": picture})
    page.Resources = used
