"""The letters that what is filled in is drawn with: a font that the file holds itself, as PDF/UA
asks. The browser that fills in a PDF has no other at hand (formats/pdf-letters.js)."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pikepdf

from macros.exports.compilers import compiler

NAME = "/Letters"
TEMPLATE = Path(__file__).parent / "templates" / "letters.typ"
SOFT_HYPHEN = 0xAD
# Latin letters with all that is put over and under them (Sámi too), and what texts have besides.
LATIN = (*range(0x21, 0x7F), *range(0xA1, 0x180), *range(0x1E80, 0x1E86), 0x1E9E)
OTHERS = (
    *(0x192, 0x2C6, 0x2DC),
    *(0x1E4, 0x1E5, 0x1E6, 0x1E7, 0x1E8, 0x1E9, 0x1EE, 0x1EF, 0x218, 0x219, 0x21A, 0x21B),
    *range(0x2010, 0x2015), *range(0x2018, 0x201F), *range(0x2020, 0x2023), 0x2026, 0x2030,
    *(0x2039, 0x203A, 0x20AC, 0x2122, 0x2190, 0x2192, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
)  # fmt: skip


def put(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The font, copied into a file."""
    with pikepdf.open(io.BytesIO(_drawn())) as drawn:
        fonts = drawn.pages[0].Resources.Font
        # A letter that this font lacks is drawn in another.
        (found,) = [one for one in fonts.values() if "LibertinusSerif" in str(one.BaseFont)]
        return pdf.copy_foreign(found)


@cache
def _drawn() -> bytes:
    """A page on which each letter stands once, so that Typst puts its font in."""
    signs = "".join(chr(code) for code in (*LATIN, *OTHERS) if code != SOFT_HYPHEN)
    made = compiler(TEMPLATE).compile(sys_inputs={"letters": signs}, format="pdf", timestamp=0)
    assert isinstance(made, bytes)
    return made
