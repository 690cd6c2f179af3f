"""The annexes as a Word document: each a heading and a table, empty or with the worked example."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from docx.shared import Cm

from macros.exports import word
from macros.exports import word_table as table
from macros.exports.annex import Annex
from macros.exports.document import Document
from macros.language.strings import Strings
from macros.palette import Palette

EMPTY = 8  # rows to write in
WIDTH = 16.6  # cm between the margins, as the lists have it


def as_docx(
    annexes: tuple[Annex, ...],
    about: Document,
    t: Strings,
    template: Path,
    palette: Palette,
    filled: bool,
) -> bytes:
    """The same bytes for the same annexes; `filled` puts in the worked example's rows."""
    made = word.begun(about, t, template, palette)
    looks = {name: made.styles[f"Checklist {name}"].style_id for name in ("column", "help")}
    for annex in annexes:
        heading = made.add_heading(annex.title, 2)
        heading.paragraph_format.keep_with_next = True
        for words in annex.about:
            made.add_paragraph(words).paragraph_format.keep_with_next = True
        made.element.body.insert(-1, parse_xml(_table(made, annex, t, looks, filled)))
        made.add_paragraph().paragraph_format.space_after = Cm(0.4)
    out = io.BytesIO()
    made.save(out)
    return word.stamped(out.getvalue())


def _table(made: Any, annex: Annex, t: Strings, looks: dict[str, str], filled: bool) -> str:
    """A table that stands on one sheet with its heading; its head is repeated where it cannot."""
    wide = len(annex.columns)
    widths = (WIDTH / wide,) * wide
    rows = annex.rows if filled else ((" ",) * wide,) * EMPTY
    style = made.styles["Table Grid"].style_id
    about = t("annexes.filled" if filled else "annexes.empty")

    def line(cells: tuple[str, ...], look: str, head: bool = False, last: bool = False) -> str:
        keep = "" if last else "<w:keepNext/>"
        start = f'<w:p><w:pPr><w:pStyle w:val="{looks[look]}"/>{keep}</w:pPr>'
        each = (
            table.cell(w, f"{start}{table.run(c)}</w:p>")
            for w, c in zip(widths, cells, strict=True)
        )
        return table.row(*each, head=head)

    *kept, last = rows
    lines = [line(annex.columns, "column", head=True), *(line(row, "help") for row in kept)]
    body = "".join([*lines, line(last, "help", last=True)])
    return table.element(table.whole(style, widths, annex.title, about, body))
