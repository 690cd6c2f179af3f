"""Formats: what a document can be downloaded as. Add one to FORMATS.

The libraries are loaded when a file is really made: most builds make none.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.exports.document import Document, documents
from macros.language.strings import Strings
from macros.palette import Palette


@dataclass(frozen=True)
class Format:
    """A kind of file. `writer` is «module.function» here: from a document and the words to bytes;
    with a `template`, its path comes third; where it is `coloured`, the palette comes last. `level`
    is a word of the strings («level.…») that stands in the file's name; `every` is for the file of
    all lists only. `together` writes the file of all lists and at once those of some lists, which
    come second: it gives them by their documents' names, and may leave lists out."""

    extension: str
    writer: str
    level: str = ""
    template: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    every: bool = False
    coloured: bool = False
    together: str = ""

    @property
    def key(self) -> str:
        """Names the format in the strings: `format.<key>`."""
        return f"{self.extension}.{self.level}" if self.level else self.extension

    def name(self, document: str, t: Strings) -> str:
        """The file's name: `<list-id>[-<level>].<extension>`."""
        level = f"-{t(f'level.{self.level}')}" if self.level else ""
        return f"{document}{level}.{self.extension}"

    def write(
        self, document: Document, t: Strings, template: Path | None, palette: Palette
    ) -> bytes:
        """The file's bytes: the same for the same document and palette."""
        made: bytes = self._call(self.writer, (document, t), template, palette)
        return made

    def write_together(
        self,
        document: Document,
        lists: Sequence[Document],
        t: Strings,
        template: Path | None,
        palette: Palette,
    ) -> dict[str, bytes]:
        """The same of all lists and of some of them, by their documents' names."""
        made: dict[str, bytes] = self._call(self.together, (document, lists, t), template, palette)
        return made

    def _call(
        self, writer: str, what: Sequence[Any], template: Path | None, palette: Palette
    ) -> Any:
        module, function = writer.split(".")
        write = getattr(importlib.import_module(f"macros.exports.{module}"), function)
        more = ([template] if self.template else []) + ([palette] if self.coloured else [])
        return write(*what, *more, **self.options)


PDF = "list.typ"


def _pdf(level: str = "") -> Format:
    options = {"level": level} if level else {}
    return Format("pdf", "pdf.as_pdf", level, PDF, options, False, True, "pdf.as_pdfs")


FORMATS = (
    _pdf(),
    _pdf("short"),
    _pdf("work"),
    _pdf("meeting"),
    _pdf("large"),
    Format("pdf", "pdf.as_pdf", "a5", PDF, {"paper": "a5"}, every=True, coloured=True),
    Format("pdf", "booklet.as_booklet", "booklet", PDF, every=True, coloured=True),
    Format("docx", "word.as_docx", template="list.docx", coloured=True),
    Format("xlsx", "excel.as_xlsx", coloured=True),
    Format("csv", "plain_files.as_csv"),
    Format("md", "plain_files.as_markdown"),
    Format("json", "plain_files.as_json"),
)
NEEDS = {"pdf": ("typst", "pikepdf")}  # what is not to be had for every machine
LIBRARIES = ("typst", "pikepdf", "segno", "xlsxwriter", "python-docx")


def missing(extension: str) -> tuple[str, ...]:
    """The libraries that a format needs and that are not here: then it is left out."""
    return tuple(
        name for name in NEEDS.get(extension, ()) if importlib.util.find_spec(name) is None
    )


def formats() -> tuple[Format, ...]:
    """The formats that can be made here."""
    return tuple(form for form in FORMATS if not missing(form.extension))


__all__ = ["FORMATS", "LIBRARIES", "Document", "Format", "documents", "formats", "missing"]
