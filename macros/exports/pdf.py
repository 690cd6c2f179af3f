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
from macros.exports.document import Document, origin, runs
from macros.exports.marks import identity
from macros.language.strings import Strings
from macros.palette import Palette

TICK, TEXT, LINES = "tick:", "text:", "lines:"
WORDS = (
    *("page", "of", "contents", "responsible", "due", "notes", "irrelevant"),
    *("qr", "legend", "booklet", "signed", "company", "present", "again"),
)
# What is asked beside an item, and at the foot and the head of a list, with the words for it.
ASKED = {"responsible": "paper.responsible", "due": "paper.due", "note": "paper.notes"}
SIGNED = {
    "name": "page.name",
    "date": "page.date",
    "day": "page.date",
    "company": "paper.company",
    "present": "paper.present",
    "next": "paper.again",
}
FLAG_LINES = 1 << 12
# Ticked and empty, drawn in a square of 100 units: strokes only, so that the paper stays white.
LOOKS = {"/Ja": b"q 12 w 1 J 20 52 m 42 26 l 80 78 l S Q", "/Off": b""}
FLAG_PRINT = 4
# What a reader's program writes with: it draws the letters itself, and keeps them in the file.
WRITTEN = "/Helv 10 Tf 0 g"
HELVETICA = {
    "/Type": pikepdf.Name.Font,
    "/Subtype": pikepdf.Name.Type1,
    "/BaseFont": pikepdf.Name.Helvetica,
    "/Encoding": pikepdf.Name.WinAnsiEncoding,
}
_threads = threading.local()


def as_pdf(
    document: Document,
    t: Strings,
    template: Path,
    palette: Palette,
    level: str = "full",
    paper: str = "a4",
) -> bytes:
    """`level`: short (one sheet a list), work (lines to write on), meeting or full. `paper`: a4 or
    a5. A fork's own colour is the headings'; ours is for the screen, and paper has them in
    black."""
    brand = f"#{palette['brand']}" if palette.changed("brand") else ""
    data = {"data": _data(document, t), "level": level, "paper": paper, "brand": brand}
    made = _compiler(template).compile(
        sys_inputs=data, format="pdf", pdf_standards=["ua-1"], timestamp=0
    )
    assert isinstance(made, bytes)
    day = f"D:{document.released:%Y%m%d}000000Z"
    return _with_fields(made, _boxes(document), _asked(document, t), day)


def _boxes(document: Document) -> dict[str, str]:
    """Each box's field, and what a screen reader says of it."""
    return {
        f"{part.id}/{row['id']}": f"{row['box']}: {row['text']}"
        for part in document.parts
        for row in part.rows
    }


def _asked(document: Document, t: Strings) -> dict[str, str]:
    """The same of what a template may ask for besides."""
    made: dict[str, str] = {}
    for part in document.parts:
        made |= {
            f"{part.id}/sign/{key}": f"{t(word)}: {part.title}" for key, word in SIGNED.items()
        }
        for row in part.rows:
            field = f"{part.id}/{row['id']}"
            made |= {f"{field}/{key}": f"{t(w)}: {row['code']}" for key, w in ASKED.items()}
            made[f"{field}/irrelevant"] = f"{t('paper.irrelevant')}: {row['code']}"
    return made


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
    data["day"] = [document.released.year, document.released.month, document.released.day]
    del data["released"]
    for part, whole in zip(data["parts"], document.parts, strict=True):
        at = 0
        part["runs"] = []
        for run in runs(whole, t):
            part["runs"].append({"title": run.title, "from": at, "to": (at := at + len(run.rows))})
        part["qr"] = qr.svg(part["address"])
        part["address"] = part["address"] if "://" in part["address"] else ""
        for row, made in zip(part["rows"], whole.rows, strict=True):
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
        "identity": identity(document),
        "words": {word: t(f"paper.{word}") for word in WORDS}
        | {word: t(f"page.{word}") for word in ("name", "date", "signature")},
    }
    return json.dumps(data, ensure_ascii=False)


def _with_fields(data: bytes, boxes: dict[str, str], asked: dict[str, str], day: str) -> bytes:
    """The PDF with a field for every link to «tick:<field>», «text:<field>» or «lines:<field>»,
    tagged as a form, in page order. Every item has its box; a template decides what else."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        looks = {name: pdf.make_indirect(_look(pdf, drawn)) for name, drawn in LOOKS.items()}
        fields, ticked = [], 0
        for page in pdf.pages:
            for annotation in _list(page.get("/Annots")):
                target = str(annotation.get("/A", {}).get("/URI", ""))
                kind, _, name = target.partition(":")
                if f"{kind}:" not in (TICK, TEXT, LINES):
                    continue
                ticked += name in boxes
                _field(annotation, name, boxes.get(name) or asked[name])
                if f"{kind}:" == TICK:
                    _tickable(annotation, looks)
                else:
                    _writable(annotation, f"{kind}:" == LINES)
                fields.append(annotation)
            # Tab goes through the fields as the text is read.
            page["/Tabs"] = pikepdf.Name.S
        if ticked != len(boxes):
            raise ValueError(f"{ticked} boxes for {len(boxes)} items")
        _retag(pdf)
        helvetica = pdf.make_indirect(pikepdf.Dictionary(HELVETICA))
        pdf.Root["/AcroForm"] = pikepdf.Dictionary(
            Fields=pikepdf.Array(fields),
            DA=pikepdf.String(WRITTEN),
            DR=pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=helvetica)),
        )
        # Absent means false; older poppler takes the boolean for a fault.
        pdf.Root["/MarkInfo"] = pikepdf.Dictionary(Marked=True)
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = pikepdf.String(day)
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
