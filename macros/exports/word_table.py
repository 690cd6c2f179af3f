"""A list as WordprocessingML: its table of boxes, and the lines to sign on.

By hand: python-docx takes 40 times as long a row, and looks through every link for each new one.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls

from macros.exports.document import Part, Row
from macros.language.strings import Strings

EMPTY_BOX = "\u2610"
WIDTHS = (1.6, 2.0, 9.4, 3.6)  # cm: box, code, text, notes
SIGNATURE = (6.6, 3.4, 6.6)  # cm: name, date, signature
STYLES = ("item", "help", "requirement", "tags", "column", "box")


class Table:
    """The table of a list in a document that python-docx has opened; `looks` are its styles."""

    def __init__(self, made: Any, t: Strings) -> None:
        self._made, self._t = made, t
        self._links = len(made.part.rels)  # a document may hold several tables
        self._looks = {name: made.styles[f"Checklist {name}"].style_id for name in STYLES}
        self._looks |= {"heading": made.styles["Heading 2"].style_id}

    def of(self, part: Part) -> str:
        """The whole table: a head that is repeated, a row an item, headings over their items."""
        rows, group = [self._head()], ""
        for one in part.rows:
            if one["heading"] != group:
                group = one["heading"]
                if group:
                    title = self._paragraph("heading", run(group))
                    rows.append(row(cell(sum(WIDTHS), title, span=4)))
            rows.append(self._item(one))
        style = self._made.styles["Table Grid"].style_id
        return (
            f'<w:tbl {nsdecls("w", "r")}><w:tblPr><w:tblStyle w:val="{style}"/>'
            f'<w:tblW w:type="dxa" w:w="{twips(sum(WIDTHS))}"/><w:tblLayout w:type="fixed"/>'
            f"</w:tblPr>{grid(WIDTHS)}{''.join(rows)}</w:tbl>"
        )

    def _head(self) -> str:
        words = (self._t(f"column.{name}") for name in ("done", "code", "text", "notes"))
        cells = (
            cell(width, self._paragraph("column", run(word)))
            for width, word in zip(WIDTHS, words, strict=True)
        )
        return row(*cells, head=True)

    def _item(self, one: Row) -> str:
        box, number, words, notes = WIDTHS
        return row(
            cell(box, self._paragraph("box", run(EMPTY_BOX))),
            cell(number, self._paragraph("tags", self._code(one))),
            cell(words, *self._texts(one)),
            cell(notes, self._paragraph("help")),
        )

    def _texts(self, one: Row) -> list[str]:
        t, paragraph = self._t, self._paragraph
        tags = " · ".join(filter(None, (one["priority"], one["kind"], one["roles"])))
        made = [paragraph("item", run(one["text"])), paragraph("tags", run(tags))]
        if one["help"]:
            made.append(paragraph("help", run(one["help"])))
        if one["requirement"]:
            title = run(f"{t('item.requirement')} ", bold=True)
            made.append(paragraph("requirement", title, run(one["requirement"])))
        said = [("note", one["note"])] if one["note"] else []
        for key, words in (*said, *one.more):
            made.append(paragraph("help", run(f"{t(f'column.{key}')}: {words}")))
        if one["adapted"]:
            made.append(paragraph("tags", run(one["adapted"])))
        return made

    def _code(self, one: Row) -> str:
        """The item's code, leading to the item where the site knows its own address."""
        code = run(one["code"])
        if "://" not in one["address"]:
            return code
        self._links += 1
        name = f"punkt{self._links}"
        self._made.part.rels.add_relationship(
            RELATIONSHIP_TYPE.HYPERLINK, one["address"], name, is_external=True
        )
        return f'<w:hyperlink r:id="{name}">{code}</w:hyperlink>'

    def _paragraph(self, look: str, *runs: str) -> str:
        style = f'<w:pPr><w:pStyle w:val="{self._looks[look]}"/></w:pPr>'
        return f"<w:p>{style}{''.join(runs)}</w:p>"


def signature(made: Any, t: Strings) -> str:
    """Lines for name, date and signature, each over its word."""
    look = made.styles["Checklist signature"].style_id
    start = f'<w:p><w:pPr><w:pStyle w:val="{look}"/></w:pPr>'

    def line(*words: str) -> str:
        cells = (
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{twips(width)}"/></w:tcPr>'
            f"{start}{run(word)}</w:p></w:tc>"
            for width, word in zip(SIGNATURE, words, strict=True)
        )
        return row(*cells)

    rules = line(*("_" * round(width * 4) for width in SIGNATURE))
    words = line(*(t(f"page.{word}") for word in ("name", "date", "signature")))
    return f"<w:tbl {nsdecls('w')}><w:tblPr/>{grid(SIGNATURE)}{rules}{words}</w:tbl>"


def grid(widths: tuple[float, ...]) -> str:
    """The columns of a table, in cm."""
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def cell(width: float, *content: str, span: int = 1) -> str:
    """A cell of so many cm, over `span` columns."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    size = f'<w:tcW w:type="dxa" w:w="{twips(width)}"/>'
    return f"<w:tc><w:tcPr>{size}{wide}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, head: bool = False) -> str:
    """A row that is never split over two sheets; the head is repeated on each."""
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def run(words: str, bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split("\n")
    )
    return f"<w:r>{look}{lines}</w:r>"


def twips(cm: float) -> int:
    return round(cm / 2.54 * 1440)
