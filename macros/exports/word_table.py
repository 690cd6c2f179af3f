"""A list as WordprocessingML: tables of boxes and fields to fill in, and the lines to sign on.

By hand: python-docx takes 40 times as long a row, and looks through every link for each new one.
"""

from __future__ import annotations

from collections import Counter
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap

from macros.catalog.item import ANSWERED
from macros.exports.document import Part, Row, Run, runs
from macros.exports.marks import row_mark
from macros.exports.word_controls import Controls
from macros.language.strings import Strings

WIDTHS = (1.5, 1.9, 8.0, 5.2)  # cm: box, code, text, answer
SIGNATURE = (6.6, 3.4, 6.6)  # cm: name, date, signature
# A millimetre over and under what stands in a cell: letters lie on its border without.
AIR = '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/></w:tblCellMar>'
STYLES = ("item", "help", "requirement", "tags", "column", "box")
SPACES = {
    "w": nsmap["w"],
    "r": nsmap["r"],
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
FIRST_ROW_MARK = 1000  # numbers below are those of the lists' own bookmarks


class Table:
    """The tables of the lists in a document that python-docx has opened; `looks` are its styles."""

    def __init__(self, made: Any, t: Strings, language: str) -> None:
        self._made, self._t = made, t
        self._links = len(made.part.rels)  # a document may hold several tables
        self._looks = {name: made.styles[f"Checklist {name}"].style_id for name in STYLES}
        self._looks |= {"heading": made.styles["Heading 2"].style_id}
        self._controls = Controls(language)
        self._times: Counter[str] = Counter()
        self._marks = FIRST_ROW_MARK
        self._statuses = {"" if name == "none" else name: t(f"status.{name}") for name in ANSWERED}

    def of(self, part: Part) -> list[str]:
        """For each group its heading and a table: a head that is repeated, a row an item."""
        made = []
        for one in runs(part, self._t):
            if one.title:
                made.append(element(self._paragraph("heading", run(one.title), ahead=True)))
            made.append(element(self._table(part, one)))
        return made

    def _table(self, part: Part, one: Run) -> str:
        style = self._made.styles["Table Grid"].style_id
        named = " · ".join(filter(None, (f"{part.code} {part.title}", one.title)))
        about = self._t("file.table", n=len(one.rows))
        rows = "".join([self._head(), *map(self._item, one.rows)])
        return whole(style, WIDTHS, named, about, rows)

    def _head(self) -> str:
        words = (self._t(f"column.{name}") for name in ("tick", "code", "text", "answer"))
        cells = (
            cell(width, self._paragraph("column", run(word), ahead=True))
            for width, word in zip(WIDTHS, words, strict=True)
        )
        return row(*cells, head=True)

    def _item(self, one: Row) -> str:
        box, number, words, answer = WIDTHS
        name = f"{one['box']}: {one['code']}"
        return row(
            cell(box, self._paragraph("box", self._controls.box(one["id"], name))),
            cell(number, self._paragraph("tags", self._known(one))),
            cell(words, *self._texts(one)),
            cell(answer, *self._answer(one)),
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
        long = [(key, words) for key, words in one.more if "\n" in words]
        for key, words in (*said, *long):
            made.append(paragraph("help", run(f"{t(f'column.{key}')}: {words}")))
        brief = [f"{t(f'column.{key}')}: {words}" for key, words in one.more if "\n" not in words]
        if brief:
            made.append(paragraph("tags", run(" · ".join(brief))))
        if one["adapted"]:
            made.append(paragraph("tags", run(one["adapted"])))
        return made

    def _answer(self, one: Row) -> list[str]:
        """What is to be filled in, each behind its word."""
        t, controls, item = self._t, self._controls, one["id"]

        def line(key: str, made: str) -> str:
            return self._paragraph("help", run(f"{t(f'column.{key}')}: "), made)

        def name(key: str) -> str:
            return f"{t(f'column.{key}')}: {one['code']}"

        return [
            line("status", controls.choice("status", item, name("status"), self._statuses)),
            line("responsible", controls.text("responsible", item, name("responsible"))),
            line("due", controls.day("due", item, name("due"))),
            line("notes", controls.text("note", item, name("notes"), lines=True)),
        ]

    def _known(self, one: Row) -> str:
        """The item's code within the row's bookmark."""
        self._times[one["id"]] += 1
        self._marks += 1
        name = row_mark(one["id"], self._times[one["id"]])
        return (
            f'<w:bookmarkStart w:id="{self._marks}" w:name="{name}"/>{self._code(one)}'
            f'<w:bookmarkEnd w:id="{self._marks}"/>'
        )

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

    def _paragraph(self, look: str, *content: str, ahead: bool = False) -> str:
        """`ahead`: it is kept on one sheet with what follows."""
        kept = "<w:keepNext/>" if ahead else ""
        style = f'<w:pPr><w:pStyle w:val="{self._looks[look]}"/>{kept}</w:pPr>'
        return f"<w:p>{style}{''.join(content)}</w:p>"


def signature(made: Any, t: Strings) -> str:
    """Lines for name, date and signature, each over its word, on one sheet."""
    look = made.styles["Checklist signature"].style_id
    start = f'<w:p><w:pPr><w:pStyle w:val="{look}"/><w:keepNext/></w:pPr>'

    def line(*words: str) -> str:
        cells = (
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{twips(width)}"/></w:tcPr>'
            f"{start}{run(word)}</w:p></w:tc>"
            for width, word in zip(SIGNATURE, words, strict=True)
        )
        return row(*cells)

    rules = line(*("_" * round(width * 4) for width in SIGNATURE))
    words = line(*(t(f"page.{word}") for word in ("name", "date", "signature")))
    return element(f"<w:tbl><w:tblPr/>{grid(SIGNATURE)}{rules}{words}</w:tbl>")


def element(made: str) -> str:
    """An element that stands by itself: it says what its prefixes mean."""
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in SPACES.items())
    return made.replace(">", f" {spaces}>", 1)  # every element of ours begins without attributes


def whole(style: str, widths: tuple[float, ...], named: str, about: str, rows: str) -> str:
    """A table of columns of so many cm; `named` and `about` are for who does not see it."""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:type="dxa" w:w="{twips(sum(widths))}"/><w:tblLayout w:type="fixed"/>{AIR}'
        f"<w:tblCaption w:val={quoteattr(named)}/><w:tblDescription w:val={quoteattr(about)}/>"
        f"</w:tblPr>{grid(widths)}{rows}</w:tbl>"
    )


def grid(widths: tuple[float, ...]) -> str:
    """The columns of a table, in cm."""
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def cell(width: float, *content: str) -> str:
    """A cell of so many cm."""
    size = f'<w:tcW w:type="dxa" w:w="{twips(width)}"/>'
    return f"<w:tc><w:tcPr>{size}</w:tcPr>{''.join(content)}</w:tc>"


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
