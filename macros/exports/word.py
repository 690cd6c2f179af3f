"""A Word document from a template with named styles, contents filled in, boxes to tick."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from macros.exports import word_table as table
from macros.exports.document import Document, Part, origin
from macros.language.strings import Strings
from macros.palette import Palette

MOST = 255  # letters in a property, by the format


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
    made.element.body.insert(-1, parse_xml(table.Table(made, t).of(part)))
    made.add_paragraph()
    made.element.body.insert(-1, parse_xml(table.signature(made, t)))


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
