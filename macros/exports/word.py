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
from macros.exports.marks import identity
from macros.exports.word_controls import LOCALES
from macros.language.strings import Strings
from macros.palette import Palette

MOST = 255  # letters in a property, by the format
COMPATIBLE = "15"  # Word 2013 and later
WORD_ITSELF = "http://schemas.microsoft.com/office/word"
# What stands after that setting, by the format: order counts there.
AFTER = frozenset(map(qn, ("w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping")))


def as_docx(document: Document, t: Strings, template: Path, palette: Palette) -> bytes:
    """The same bytes for the same document. The template's named styles decide how it looks; those
    in a colour of ours follow the palette."""
    made = begun(document, t, template, palette)
    many = len(document.parts) > 1
    if many:
        _contents(made, document, t)
    tables = table.Table(made, t, document.language)
    for number, part in enumerate(document.parts):
        _part(made, part, number if many else None, tables, t)
    out = io.BytesIO()
    made.save(out)
    return stamped(out.getvalue())


def begun(document: Document, t: Strings, template: Path, palette: Palette) -> Any:
    """A document that says what it is, with its title and where it came from, and no list yet."""
    made = docx.Document(str(template))
    _recolour(made.styles.element, palette.instead())
    _modern(made.settings.element, document.language)
    _properties(made, document, t)
    one = len(document.parts) == 1
    made.add_paragraph(document.title, style="Heading 1" if one else "Title")
    for line in origin(document, t)[1:]:
        made.add_paragraph(line, style="Subtitle")
    made.sections[0].footer.paragraphs[0].insert_paragraph_before(
        " · ".join(origin(document, t)), style="Footer"
    )
    if palette.logo:
        _sign(made.sections[0].header.paragraphs[0], palette.logo, document.author)
    return made


def _sign(line: Any, logo: bytes, name: str) -> None:
    """The logo over each page, as large as it says of itself."""
    line.add_run().add_picture(io.BytesIO(logo))
    for named in line._p.iter(qn("wp:docPr")):
        named.set("descr", name)


def _recolour(styles: Any, instead: Mapping[str, str]) -> None:
    """Exchanges colours of letters, frames and fields; one that follows Word's theme is left."""
    if not instead:
        return
    for element in styles.iter():
        for name in ("val", "color", "fill"):
            if name == "val" and element.tag != qn("w:color"):
                continue
            if new := instead.get(element.get(qn(f"w:{name}"), "").upper()):
                element.set(qn(f"w:{name}"), new)


def _modern(settings: Any, language: str) -> None:
    """Word opens it as a file of today's and not in «compatibility mode»; its language is said."""
    for mode in list(settings.iter(qn("w:compatSetting"))):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.getparent().remove(mode)
    compat = settings.find(qn("w:compat"))
    if compat is None:
        compat = OxmlElement("w:compat")
        after = next((one for one in settings if one.tag in AFTER), None)
        settings.append(compat) if after is None else after.addprevious(compat)
    mode = OxmlElement("w:compatSetting")
    named = {"name": "compatibilityMode", "uri": WORD_ITSELF, "val": COMPATIBLE}
    for name, value in named.items():
        mode.set(qn(f"w:{name}"), value)
    compat.append(mode)
    for spoken in settings.iter(qn("w:themeFontLang")):
        spoken.set(qn("w:val"), LOCALES.get(language, language))


def _properties(made: Any, document: Document, t: Strings) -> None:
    day = datetime.datetime.combine(document.released, datetime.time())
    core = made.core_properties
    core.title, core.author = document.title[:MOST], document.author[:MOST]
    core.language = LOCALES.get(document.language, document.language)
    core.version, core.comments = document.version, " · ".join(origin(document, t))[:MOST]
    core.identifier = identity(document)
    core.created = core.modified = day
    core.last_modified_by = ""


def _contents(made: Any, document: Document, t: Strings) -> None:
    """Entries that link to bookmarks, within a field: they stand there before anybody updates it,
    and Word can update them."""
    made.add_paragraph(t("paper.contents"), style="Subtitle")
    last = len(document.parts) - 1
    for number, part in enumerate(document.parts):
        paragraph = made.add_paragraph(style="List Bullet")
        if number == 0:
            paragraph._p.extend([_field("begin"), _asked(), _field("separate")])
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"liste{number}")
        run = OxmlElement("w:r")
        words = OxmlElement("w:t")
        words.text = f"{part.code} {part.title}"
        run.append(words)
        link.append(run)
        paragraph._p.append(link)
        if number == last:
            paragraph._p.append(_field("end"))


def _field(kind: str) -> Any:
    run, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run


def _asked() -> Any:
    run, code = OxmlElement("w:r"), OxmlElement("w:instrText")
    code.text = r' TOC \o "1-1" \n \h '
    run.append(code)
    return run


def _part(made: Any, part: Part, number: int | None, tables: table.Table, t: Strings) -> None:
    """`number`: of the list in a document of several, where it has a heading of its own."""
    if number is not None:
        heading = made.add_heading(f"{part.code} {part.title}", 1)
        heading.paragraph_format.keep_with_next = True
        heading.paragraph_format.page_break_before = True
        for kind in ("bookmarkStart", "bookmarkEnd"):
            mark = OxmlElement(f"w:{kind}")
            mark.set(qn("w:id"), str(number))
            if kind == "bookmarkStart":
                mark.set(qn("w:name"), f"liste{number}")
            heading._p.append(mark)
    intro = made.add_paragraph(part.intro)
    intro.paragraph_format.keep_with_next = True
    for one in tables.of(part):
        made.element.body.insert(-1, parse_xml(one))
    made.add_paragraph().paragraph_format.keep_with_next = True
    made.element.body.insert(-1, parse_xml(table.signature(made, t)))


def stamped(data: bytes) -> bytes:
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
