"""Formats: extension → a function from a document and the words to bytes. Add one here.

The libraries are loaded when a file is really made: most builds make none.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping

from macros.exports.document import Document, documents
from macros.strings import Strings

Writer = Callable[[Document, Strings], bytes]


def _writer(module: str, name: str) -> Writer:
    def write(document: Document, t: Strings) -> bytes:
        made: bytes = getattr(importlib.import_module(f"macros.exports.{module}"), name)(
            document, t
        )
        return made

    return write


FORMATS: Mapping[str, Writer] = {
    "docx": _writer("word", "as_docx"),
    "xlsx": _writer("excel", "as_xlsx"),
    "csv": _writer("plain_files", "as_csv"),
    "md": _writer("plain_files", "as_markdown"),
    "json": _writer("plain_files", "as_json"),
}

__all__ = ["FORMATS", "Document", "documents"]
