"""Formats: extension → a function from a document and the words to bytes. Add one here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from macros.exports.document import Document, documents
from macros.exports.excel import as_xlsx
from macros.exports.plain_files import as_csv, as_json, as_markdown
from macros.exports.word import as_docx
from macros.strings import Strings

FORMATS: Mapping[str, Callable[[Document, Strings], bytes]] = {
    "docx": as_docx,
    "xlsx": as_xlsx,
    "csv": as_csv,
    "md": as_markdown,
    "json": as_json,
}

__all__ = ["FORMATS", "Document", "documents"]
