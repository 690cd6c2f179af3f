"""A Word document of ours read whole: python-docx leaves out what stands in a control."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

LOCKED = "sdtContentLocked"


def opened(file: Path) -> Document:
    return docx.Document(str(file))


def controls(node: Any) -> list[Any]:
    """The controls that something stands in, the innermost first."""
    return list(node.iterancestors(qn("w:sdt")))


def property_of(control: Any, name: str) -> Any:
    """A property of a control itself, not of one in it; None when it has none."""
    return control.find(f"{qn('w:sdtPr')}/{qn(name)}")


def is_locked(node: Any) -> bool:
    """True for what cannot be written in, whatever stands in it."""
    locks = [property_of(one, "w:lock") for one in controls(node)]
    return any(one is not None and one.get(qn("w:val")) == LOCKED for one in locks)


def paragraphs(word: Document) -> list[Paragraph]:
    """Those of the text, not of tables."""
    found = word.element.body.iter(qn("w:p"))
    loose = (one for one in found if next(one.iterancestors(qn("w:tc")), None) is None)
    return [Paragraph(one, word) for one in loose]


def texts(word: Document) -> list[str]:
    """What stands in paragraphs; what is locked together as one text, each paragraph a line."""
    loose = [one.text for one in paragraphs(word)]
    held = [one for one in word.element.body.iter(qn("w:sdt")) if not controls(one)]
    together = [
        "\n".join(Paragraph(line, word).text for line in one.iter(qn("w:p"))) for one in held
    ]
    return [*loose, *together]


def tables(word: Document) -> list[Table]:
    """Those that are filled in: a locked one says what is asked."""
    found = word.element.body.iter(qn("w:tbl"))
    return [Table(one, word) for one in found if not is_locked(one)]
