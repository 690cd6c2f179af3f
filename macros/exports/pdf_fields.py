"""The fields of a PDF's form: what can be ticked and written on screen.

Typst writes no form fields. A link round each box brings its place, its tag and its entry in the
structure tree; pikepdf then makes a field of the link, so that nothing of that is ours.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from macros.exports import pdf_letters
from macros.exports.pdf_tags import kids, retag

TICK, TEXT, LINES, CHOICE = "tick:", "text:", "lines:", "choice:"
FLAG_LINES = 1 << 12
FLAG_FOLDED = 1 << 17  # a choice that is one line until it is opened
# Ticked and empty, drawn in a square of 100 units: strokes only, so that the paper stays white.
LOOKS = {"/Ja": b"q 12 w 1 J 20 52 m 42 26 l 80 78 l S Q", "/Off": b""}
FLAG_PRINT = 4
VERSION = "1.7"  # as Typst writes
# What a reader's program writes with: it draws the letters itself, and keeps them in the file.
WRITTEN = "/Helv 10 Tf 0 g"
HELVETICA = {
    "/Type": pikepdf.Name.Font,
    "/Subtype": pikepdf.Name.Type1,
    "/BaseFont": pikepdf.Name.Helvetica,
    "/Encoding": pikepdf.Name.WinAnsiEncoding,
}


def put_fields(
    pdf: pikepdf.Pdf,
    boxes: dict[str, str],
    asked: dict[str, str],
    choices: Sequence[str],
    letters: bool = False,
) -> None:
    """Puts a field where a link leads to «tick:<field>», «text:<field>», «lines:<field>» or
    «choice:<field>» (one of `choices`), tagged as a form, in page order. Every item has its box; a
    template decides what else. `letters`: with the font that the browser fills it in with."""
    found = list(_found(pdf, boxes, asked, choices))
    ticked = [field for name, field in found if name in boxes]
    if len(ticked) != len(boxes):
        raise ValueError(f"{len(ticked)} boxes for {len(boxes)} items")
    fields = [field for _, field in found]
    retag(pdf, fields, ticked)
    fonts: dict[str, Any] = {"/Helv": pdf.make_indirect(pikepdf.Dictionary(HELVETICA))}
    if letters:
        fonts[pdf_letters.NAME] = pdf_letters.put(pdf)
    pdf.Root["/AcroForm"] = pikepdf.Dictionary(
        Fields=pikepdf.Array(fields),
        DA=pikepdf.String(WRITTEN),
        DR=pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts)),
    )


def _found(
    pdf: pikepdf.Pdf, boxes: dict[str, str], asked: dict[str, str], choices: Sequence[str]
) -> Iterator[tuple[str, Any]]:
    """Each link of ours by its name, in page order, as the field that it has become."""
    looks = {name: pdf.make_indirect(_look(pdf, drawn)) for name, drawn in LOOKS.items()}
    for page in pdf.pages:
        for annotation in kids(page.get("/Annots")):
            target = str(annotation.get("/A", {}).get("/URI", ""))
            kind, _, name = target.partition(":")
            if f"{kind}:" not in (TICK, TEXT, LINES, CHOICE):
                continue
            _field(annotation, name, boxes.get(name) or asked[name])
            if f"{kind}:" == TICK:
                _tickable(annotation, looks)
            elif f"{kind}:" == CHOICE:
                _choosable(annotation, choices)
            else:
                _writable(annotation, f"{kind}:" == LINES)
            yield name, annotation
        # Tab goes through the fields as the text is read.
        page["/Tabs"] = pikepdf.Name.S


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The file, the same bytes every time."""
    out = io.BytesIO()
    pdf.save(
        out,
        min_version=VERSION,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        fix_metadata_version=False,
    )
    return out.getvalue()


def _look(pdf: pikepdf.Pdf, drawn: bytes) -> pikepdf.Stream:
    return pikepdf.Stream(
        pdf,
        drawn,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=pikepdf.Array([0, 0, 100, 100]),
    )


def _field(link: Any, field: str, name: str) -> None:
    """What a link was, as a field of a form."""
    for key in ("/A", "/Border", "/H"):
        if key in link:
            del link[key]
    link["/Subtype"] = pikepdf.Name.Widget
    link["/T"] = pikepdf.String(field)
    link["/TU"] = link["/Contents"] = pikepdf.String(name)
    link["/F"] = FLAG_PRINT


def _tickable(field: Any, looks: dict[str, Any]) -> None:
    field["/FT"] = pikepdf.Name.Btn
    field["/V"] = field["/AS"] = pikepdf.Name.Off
    field["/AP"] = pikepdf.Dictionary(N=pikepdf.Dictionary(looks))


def _writable(field: Any, lines: bool) -> None:
    field["/FT"] = pikepdf.Name.Tx
    field["/V"] = pikepdf.String("")
    field["/DA"] = pikepdf.String(WRITTEN)
    if lines:
        field["/Ff"] = FLAG_LINES


def _choosable(field: Any, words: Sequence[str]) -> None:
    field["/FT"] = pikepdf.Name.Ch
    field["/Ff"] = FLAG_FOLDED
    field["/Opt"] = pikepdf.Array(pikepdf.String(word) for word in words)
    field["/DA"] = pikepdf.String(WRITTEN)
