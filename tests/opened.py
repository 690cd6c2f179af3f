"""Files to download as independent readers open them."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as etree
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import folded
import openpyxl
from guide import CATALOG
from paper import texts
from pypdf import PdfReader

from macros import exports
from macros.catalog import select
from macros.language import strings

WORDS = strings.load("nb")
EVERY = "alle-lister"
NAMES = [*(c.id for c in CATALOG.checklists), EVERY]
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def expected(name: str, extension: str = "") -> list[str]:
    """Codes of a file's items in order: own, children and borrowed. The workbook of all lists is
    one table, and has each item once."""
    chosen = [c for c in CATALOG.checklists if name in (c.id, EVERY)]
    shown = [s for c in chosen for s in select.entries(CATALOG, c)]
    once = extension == "xlsx" and name == EVERY
    return [s.item.code for s in shown if not (once and s.borrowed)]


def codes(file: Path) -> list[str]:
    """The item codes that an independent reader finds in a file, in order."""
    return READERS[file.suffix[1:]](file)


def _csv(file: Path) -> list[str]:
    text = file.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    return [row["Kode"] for row in rows if row["Id"]]


def _json(file: Path) -> list[str]:
    parts = json.loads(file.read_text(encoding="utf-8"))["parts"]
    return [row["code"] for part in parts for row in part["rows"]]


def _markdown(file: Path) -> list[str]:
    return re.findall(r"^- \[ \] \*\*(\S+)\*\*", file.read_text(encoding="utf-8"), re.MULTILINE)


def _xlsx(file: Path) -> list[str]:
    sheet = openpyxl.load_workbook(file).worksheets[0]
    return [str(row[0].value) for row in sheet.iter_rows(min_row=2) if row[0].value]


def _docx(file: Path) -> list[str]:
    with zipfile.ZipFile(file) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    rows = ["".join(t.text or "" for t in c.iter(f"{WORD}t")) for c in body.iter(f"{WORD}tc")]
    return [rows[n + 1] for n, text in enumerate(rows) if text == "\u2610"]


def _pdf(file: Path) -> list[str]:
    """Codes by the fields of the pages in order; a field is named <list>/<item>."""
    codes = {item.id: item.code for _, item in CATALOG.items()}
    return [codes[str(w["/T"]).split("/")[1]] for w in boxes(file)]


def boxes(file: Path) -> list[Any]:
    """The boxes of the items among the form fields; others are named <list>/<item>/<what>."""
    return [one for one in widgets(file) if str(one["/T"]).count("/") == 1]


def widgets(file: Path) -> list[Any]:
    """The form fields of a PDF, page by page, in the order in which Tab visits them."""
    return [field for fields in by_page(file) for field in fields]


def by_page(file: Path) -> list[list[Any]]:
    """The form fields of each page of a PDF; of a booklet as one leafs."""
    reader = PdfReader(file)
    if folded.is_booklet(file):
        found = folded.fields_of(reader)
    else:
        found = [[a.get_object() for a in page.get("/Annots", ())] for page in reader.pages]
    return [[a for a in annotations if a["/Subtype"] == "/Widget"] for annotations in found]


@cache
def sheets(file: Path) -> tuple[str, ...]:
    """The text of each page of a PDF; of a booklet as one leafs."""
    if folded.is_booklet(file):
        return tuple(folded.words_of(file))
    return tuple(texts(file))


READERS = {"pdf": _pdf, "csv": _csv, "json": _json, "md": _markdown, "xlsx": _xlsx, "docx": _docx}


def files_of(site: Path, form: exports.Format) -> list[tuple[str, Path]]:
    """(document, file) of every file of a format."""
    names = [EVERY] if form.every else NAMES
    return [(name, site / "nedlasting" / form.name(name, WORDS)) for name in names]
