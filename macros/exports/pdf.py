"""A PDF by Typst: PDF/UA-1, boxes that are real form fields, the same bytes every time.

What is written in a PDF on screen, and how its parts are tagged: `pdf_fields`, `pdf_tags`.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

import pikepdf

from macros.catalog.item import ANSWERED
from macros.exports import qr
from macros.exports.compilers import compiler
from macros.exports.document import Document, origin, runs
from macros.exports.marks import identity
from macros.exports.pdf_apart import files_of
from macros.exports.pdf_fields import put_fields
from macros.language.strings import Strings
from macros.palette import Palette

WORDS = (
    *("page", "of", "contents", "responsible", "due", "notes", "irrelevant"),
    *("qr", "legend", "booklet", "fold", "signed", "company", "present", "again"),
)
# What is asked beside an item, and at the foot and the head of a list, with the words for it.
ASKED = {
    "responsible": "paper.responsible",
    "due": "paper.due",
    "status": "column.status",
    "note": "paper.notes",
    "irrelevant": "paper.irrelevant",
}
FILLED_IN = "work"  # what the browser fills in
SIGNED = {
    "name": "page.name",
    "date": "page.date",
    "day": "page.date",
    "company": "paper.company",
    "present": "paper.present",
    "next": "paper.again",
    "notes": "paper.notes",
}


def as_pdf(
    document: Document,
    t: Strings,
    template: Path,
    palette: Palette,
    level: str = "full",
    paper: str = "a4",
) -> bytes:
    """`level`: short (one sheet a list), work (lines to write on), meeting, full, large (full in
    letters of 16 points) or booklet (no guidance, room for notes). `paper`: a4 or a5. A fork's own
    colour is the headings'; ours is for the screen, and paper has them in black."""
    return as_pdfs(document, (), t, template, palette, level, paper)[document.name]


def as_pdfs(
    document: Document,
    lists: Sequence[Document],
    t: Strings,
    template: Path,
    palette: Palette,
    level: str = "full",
    paper: str = "a4",
) -> dict[str, bytes]:
    """The same by the document's name, and with it the files of some `lists` of it: all that can be
    taken out of it, or none. The template is ours: another's pages may rest on each other."""
    brand = f"#{palette['brand']}" if palette.changed("brand") else ""
    data = {"data": _data(document, t, palette.logo), "level": level, "paper": paper,
            "brand": brand}  # fmt: skip
    made = compiler(template).compile(
        sys_inputs=data, format="pdf", pdf_standards=["ua-1"], timestamp=0
    )
    assert isinstance(made, bytes)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        statuses = [t(f"status.{status}") for status in ANSWERED]
        put_fields(pdf, _boxes(document), _asked(document, t), statuses, level == FILLED_IN)
        # Absent means false; older poppler takes the boolean for a fault.
        pdf.Root["/MarkInfo"] = pikepdf.Dictionary(Marked=True)
        day = pikepdf.String(f"D:{document.released:%Y%m%d}000000Z")
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = day
        return files_of(pdf, document, lists, t)


@lru_cache(maxsize=8)
def _boxes(document: Document) -> dict[str, str]:
    """Each box's field, and what a screen reader says of it."""
    return {
        f"{part.id}/{row['id']}": f"{row['box']}: {row['text']}"
        for part in document.parts
        for row in part.rows
    }


@lru_cache(maxsize=8)
def _asked(document: Document, t: Strings) -> dict[str, str]:
    """The same of what a template may ask for besides."""
    signed = {key: t(word) for key, word in SIGNED.items()}
    asked = {key: t(word) for key, word in ASKED.items()}
    made: dict[str, str] = {}
    for part in document.parts:
        made |= {f"{part.id}/sign/{key}": f"{word}: {part.title}" for key, word in signed.items()}
        for row in part.rows:
            field, code = f"{part.id}/{row['id']}", row["code"]
            made |= {f"{field}/{key}": f"{word}: {code}" for key, word in asked.items()}
    return made


@lru_cache(maxsize=8)
def _data(document: Document, t: Strings, logo: bytes) -> str:
    """What the template reads, as JSON: the same for every level and size of paper."""
    data = document.as_data() | {"logo": [*logo]}
    data["day"] = [document.released.year, document.released.month, document.released.day]
    data["address"] = document.address if "://" in document.address else ""
    del data["released"]
    for part, whole in zip(data["parts"], document.parts, strict=True):
        at = 0
        part["runs"] = []
        for run in runs(whole, t):
            part["runs"].append({"title": run.title, "from": at, "to": (at := at + len(run.rows))})
        part["figure"] = asdict(whole.figure) if whole.figure else None
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
        | {word: t(f"page.{word}") for word in ("name", "date", "signature")}
        | {"status": t("column.status")},
    }
    return json.dumps(data, ensure_ascii=False)
