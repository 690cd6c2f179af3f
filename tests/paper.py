"""What stands on the sheets of a PDF, as text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pypdfium2 import PdfDocument, PdfPage, PdfTextPage


def texts(pdf: bytes | Path) -> list[str]:
    """The text of each page."""
    return [_between(text) for _, text in _sheets(pdf)]


def halves(pdf: bytes | Path) -> list[tuple[str, str]]:
    """The text of the left and of the right half of each page."""
    return [
        (_between(text, right=sheet.get_width() / 2), _between(text, left=sheet.get_width() / 2))
        for sheet, text in _sheets(pdf)
    ]


def _between(text: PdfTextPage, **edges: float) -> str:
    return str(text.get_text_bounded(**edges)).replace("\r\n", "\n")


def _sheets(pdf: bytes | Path) -> Iterator[tuple[PdfPage, PdfTextPage]]:
    with closing(PdfDocument(pdf)) as document:
        for sheet in document:
            with closing(sheet), closing(sheet.get_textpage()) as text:
                yield sheet, text
