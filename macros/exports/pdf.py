"""A PDF by Typst: PDF/UA-1, boxes that are real form fields, the same bytes every time.

Typst writes no form fields. A link round each box brings its place, its tag and its entry in the
structure tree; pikepdf then makes a field of the link, so that nothing of the tagging is ours.
"""

from __future__ import annotations

import io
import json
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
import typst

from macros.exports import qr
from macros.exports.document import Document, origin
from macros.language.strings import Strings
from macros.palette import Palette

TICK = "tick:"
WORDS = (
    *("page", "of", "contents", "responsible", "due", "notes"),
    *("qr", "legend", "booklet"),
)
# Ticked and empty, drawn in a square of 100 units: strokes only, so that the paper stays white.
LOOKS = {"/Ja": b"q 12 w 1 J 20 52 m 42 26 l 80 78 l S Q", "/Off": b""}
FLAG_PRINT = 4
_threads = threading.local()


def as_pdf(
    document: Document,
    t: Strings,
    template: Path,
    palette: Palette,
    level: str = "full",
    paper: str = "a4",
) -> bytes:
    """`level`: short (one sheet a list), work (lines to write on) or full. `paper`: a4 or a5.
    A fork's own colour is the headings'; ours is for the screen, and paper has them in black."""
    fields = {
        f"{part.id}/{row['id']}": f"{row['box']}: {row['text']}"
        for part in document.parts
        for row in part.rows
    }
    brand = f"#{palette['brand']}" if palette.changed("brand") else ""
    data = {"data": _data(document, t), "level": level, "paper": paper, "brand": brand}
    made = _compiler(template).compile(
        sys_inputs=data, format="pdf", pdf_standards=["ua-1"], timestamp=0
    )
    assert isinstance(made, bytes)
    return _with_fields(made, fields)


def _compiler(template: Path) -> typst.Compiler:
    """One a thread and template: fonts are read once, and what lists have in common set once."""
    kept = _threads.__dict__.setdefault("compilers", {})
    if template not in kept:
        kept[template] = typst.Compiler(
            input=template, root=template.parent, ignore_system_fonts=True
        )
    made: typst.Compiler = kept[template]
    return made


@lru_cache(maxsize=8)
def _data(document: Document, t: Strings) -> str:
    """What the template reads, as JSON: the same for every level and size of paper."""
    data = document.as_data()
    del data["released"]
    for part, rows in zip(data["parts"], (p.rows for p in document.parts), strict=True):
        part["qr"] = qr.svg(part["address"])
        part["address"] = part["address"] if "://" in part["address"] else ""
        for row, made in zip(part["rows"], rows, strict=True):
            row["more"] = [{"word": t(f"column.{key}"), "text": words} for key, words in made.more]
            row["field"] = f"{part['id']}/{row['id']}"
            row["address"] = row["address"] if "://" in row["address"] else ""
            if not row["is_new"]:
                row["source"] = t("item.origin", refs=row["source"])
    data |= {
        "must": t("priority.must"),
        "requirement": t("item.requirement"),
        "note": t("column.note"),
        "origin": origin(document, t),
        "words": {word: t(f"paper.{word}") for word in WORDS}
        | {word: t(f"page.{word}") for word in ("name", "date", "signature")},
    }
    return json.dumps(data, ensure_ascii=False)


def _with_fields(data: bytes, names: dict[str, str]) -> bytes:
    """The PDF with a field for every link to «tick:<field>», tagged as a form, in page order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        looks = {name: pdf.make_indirect(_look(pdf, drawn)) for name, drawn in LOOKS.items()}
        fields = []
        for page in pdf.pages:
            for annotation in _list(page.get("/Annots")):
                target = str(annotation.get("/A", {}).get("/URI", ""))
                if target.startswith(TICK):
                    field = target.removeprefix(TICK)
                    _tickable(annotation, field, names[field], looks)
                    fields.append(annotation)
            # Tab goes through the fields as the text is read.
            page["/Tabs"] = pikepdf.Name.S
        if len(fields) != len(names):
            raise ValueError(f"{len(fields)} boxes for {len(names)} items")
        _retag(pdf)
        pdf.Root["/AcroForm"] = pikepdf.Dictionary(Fields=pikepdf.Array(fields))
        # Absent means false; older poppler takes the boolean for a fault.
        pdf.Root["/MarkInfo"] = pikepdf.Dictionary(Marked=True)
        out = io.BytesIO()
        pdf.save(
            out,
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


def _tickable(link: Any, field: str, name: str, looks: dict[str, Any]) -> None:
    for key in ("/A", "/Border", "/H"):
        if key in link:
            del link[key]
    link["/Subtype"] = pikepdf.Name.Widget
    link["/FT"] = pikepdf.Name.Btn
    link["/T"] = pikepdf.String(field)
    link["/TU"] = link["/Contents"] = pikepdf.String(name)
    link["/V"] = link["/AS"] = pikepdf.Name.Off
    link["/F"] = FLAG_PRINT
    link["/AP"] = pikepdf.Dictionary(N=pikepdf.Dictionary(looks))


def _retag(pdf: pikepdf.Pdf) -> None:
    """A structure element that holds a field is a Form, not a Link."""
    todo = [pdf.Root.StructTreeRoot]
    while todo:
        element = todo.pop()
        for kid in _list(element.get("/K")):
            if not isinstance(kid, pikepdf.Dictionary):
                continue
            target = kid.get("/Obj")
            if target is not None and target.get("/Subtype") == pikepdf.Name.Widget:
                element["/S"] = pikepdf.Name.Form
            elif "/S" in kid:
                todo.append(kid)


def _list(value: Any) -> list[Any]:
    """A PDF's value as a list: none, one or many."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
