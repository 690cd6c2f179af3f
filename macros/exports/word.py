"""A Word document from a template with named styles, contents filled in, boxes to tick."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from macros.exports.document import Document, Part, Row, origin
from macros.language.strings import Strings
from macros.palette import Palette

HYPERLINK = RELATIONSHIP_TYPE.HYPERLINK
EMPTY_BOX = "\u2610"
WIDTHS = (1.6, 2.0, 9.4, 3.6)  # cm: box, code, text, notes
MOST = 255  # letters in a property, by the format
SIGNATURE = (6.6, 3.4, 6.6)  # cm: name, date, signature


def as_docx(document: Document, t: Strings, template: Path, palette: Palette) -> bytes:
    """The same bytes for the same document. The template's named styles decide how it looks; those
    in a colour of ours follow the palette."""
    made = docx.Document(str(template))
    _recolour(made.styles.element, palette.instead())
    _properties(made, document, t)
    made.add_paragraph(document.title, style="Title")
    for line in origin(document, t)[1:]:
        made.add_paragraph(line, style="Subtitle")
    made.sections[0].footer.paragraphs[0].insert_paragraph_before(
        " · ".join(origin(document, t)), style="Footer"
    )
    if len(document.parts) > 1:
        _contents(made, document, t)
    for number, part in enumerate(document.parts):
        _part(made, part, number, len(document.parts) > 1, t)
    out = io.BytesIO()
    made.save(out)
    return _stamped(out.getvalue())


def _recolour(styles: Any, instead: Mapping[str, str]) -> None:
    """Exchanges colours of letters, frames and fields; one that follows Word's theme is left."""
    for element in styles.iter():
        for name in ("val", "color", "fill"):
            if name == "val" and element.tag != qn("w:color"):
                continue
            if new := instead.get(element.get(qn(f"w:{name}"), "").upper()):
                element.set(qn(f"w:{name}"), new)


def _properties(made: Any, document: Document, t: Strings) -> None:
    day = datetime.datetime.combine(document.released, datetime.time())
    core = made.core_properties
    core.title, core.author, core.language = document.title, "", document.language
    core.version, core.comments = document.version, " · ".join(origin(document, t))[:MOST]
    core.created = core.modified = day
    core.last_modified_by = ""


def _contents(made: Any, document: Document, t: Strings) -> None:
    """Real entries that link to bookmarks: a field would stay empty until somebody updates it."""
    made.add_heading(t("paper.contents"), 1)
    for number, part in enumerate(document.parts):
        paragraph = made.add_paragraph(style="List Bullet")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"liste{number}")
        run = OxmlElement("w:r")
        words = OxmlElement("w:t")
        words.text = f"{part.code} {part.title}"
        run.append(words)
        link.append(run)
        paragraph._p.append(link)


def _part(made: Any, part: Part, number: int, many: bool, t: Strings) -> None:
    if not many:  # the document's title is the list's
        made.add_paragraph(part.intro)
        return _items(made, part, t)
    heading = made.add_heading(f"{part.code} {part.title}", 1)
    for kind in ("bookmarkStart", "bookmarkEnd"):
        mark = OxmlElement(f"w:{kind}")
        mark.set(qn("w:id"), str(number))
        if kind == "bookmarkStart":
            mark.set(qn("w:name"), f"liste{number}")
        heading._p.append(mark)
    made.add_paragraph(part.intro)
    return _items(made, part, t)


def _items(made: Any, part: Part, t: Strings) -> None:
    made.element.body.insert(-1, parse_xml(_table(made, part, t)))
    made.add_paragraph()
    made.element.body.insert(-1, parse_xml(_signature(made, t)))


def _signature(made: Any, t: Strings) -> str:
    """Lines for name, date and signature, each over its word."""
    look = made.styles["Checklist signature"].style_id
    start = f'<w:p><w:pPr><w:pStyle w:val="{look}"/></w:pPr>'

    def line(*words: str) -> str:
        cells = (
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{_twips(width)}"/></w:tcPr>'
            f"{start}{_run(word)}</w:p></w:tc>"
            for width, word in zip(SIGNATURE, words, strict=True)
        )
        return _row(*cells)

    rules = line(*("_" * round(width * 4) for width in SIGNATURE))
    words = line(*(t(f"page.{word}") for word in ("name", "date", "signature")))
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in SIGNATURE)
    return f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rules}{words}</w:tbl>"


def _table(made: Any, part: Part, t: Strings) -> str:
    """The list as a table in WordprocessingML: python-docx takes 40 times as long a row."""
    names = ("item", "help", "requirement", "tags", "column", "box")
    looks = {name: made.styles[f"Checklist {name}"].style_id for name in names}
    looks |= {"heading": made.styles["Heading 2"].style_id}

    def paragraph(look: str, *runs: str) -> str:
        style = f'<w:pPr><w:pStyle w:val="{looks[look]}"/></w:pPr>'
        return f"<w:p>{style}{''.join(runs)}</w:p>"

    def cell(width: float, *content: str, span: int = 1) -> str:
        wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        size = f'<w:tcW w:type="dxa" w:w="{_twips(width)}"/>'
        return f"<w:tc><w:tcPr>{size}{wide}</w:tcPr>{''.join(content)}</w:tc>"

    def line(row: Row) -> str:
        text = [paragraph("item", _run(row["text"])), paragraph("tags", _run(_tags(row)))]
        text += [paragraph("help", _run(row["help"]))] if row["help"] else []
        if row["requirement"]:
            title = _run(f"{t('item.requirement')} ", bold=True)
            text.append(paragraph("requirement", title, _run(row["requirement"])))
        said = [("note", row["note"])] if row["note"] else []
        text += [
            paragraph("help", _run(f"{t(f'column.{key}')}: {words}"))
            for key, words in (*said, *row.more)
        ]
        text += [paragraph("tags", _run(row["adapted"]))] if row["adapted"] else []
        code = _run(row["code"])
        if "://" in row["address"]:
            link = made.part.relate_to(row["address"], HYPERLINK, is_external=True)
            code = f'<w:hyperlink r:id="{link}">{code}</w:hyperlink>'
        box, number, words, notes = WIDTHS
        return _row(
            cell(box, paragraph("box", _run(EMPTY_BOX))),
            cell(number, paragraph("tags", code)),
            cell(words, *text),
            cell(notes, paragraph("help")),
        )

    head = [
        cell(width, paragraph("column", _run(t(f"column.{name}"))))
        for width, name in zip(WIDTHS, ("done", "code", "text", "notes"), strict=True)
    ]
    rows = [_row(*head, head=True)]
    group = ""
    for row in part.rows:
        if row["heading"] != group:
            group = row["heading"]
            if group:
                rows.append(_row(cell(sum(WIDTHS), paragraph("heading", _run(group)), span=4)))
        rows.append(line(row))
    style = made.styles["Table Grid"].style_id
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in WIDTHS)
    return (
        f'<w:tbl {nsdecls("w", "r")}><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:type="dxa" w:w="{_twips(sum(WIDTHS))}"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _tags(row: Row) -> str:
    return " · ".join(filter(None, (row["priority"], row["kind"], row["roles"])))


def _row(*cells: str, head: bool = False) -> str:
    """A row that is never split over two sheets; the head is repeated on each."""
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def _run(words: str, bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split("\n")
    )
    return f"<w:r>{look}{lines}</w:r>"


def _twips(cm: float) -> int:
    return round(cm / 2.54 * 1440)


def _stamped(data: bytes) -> bytes:
    """The same archive with one date on every member, so that bytes repeat."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()
