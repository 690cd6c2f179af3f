"""A PDF that is filled in here: others read it, each letter is in the file, and it is PDF/UA."""

from __future__ import annotations

import base64
import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import page
import pdf_filled as made
import pikepdf
from pypdf import PdfReader

from ..conftest import Unit
from .test_filled import SAID, b64
from .test_filled_pdf import IDS, LIST

ONE, TWO, THREE, *_ = IDS
LATIN_1 = bytes([*range(0x20, 0x7F), *range(0x80, 0xAD), *range(0xAE, 0x100)])
SAMI = "ČčĐđŊŋŠšŦŧŽžǤǥǦǧǨǩǮǯ"
PROFILE = page.ValidationProfile.PDF_UA_1


def _blank(site: Path) -> bytes:
    return (site / "nedlasting" / f"{LIST}-arbeidsark.pdf").read_bytes()


@cache
def _font(blank: bytes) -> tuple[dict[int, str], dict[int, float]]:
    """Of the font that a file is filled in with: which letter a code is, and how wide."""
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        font = pdf.Root.AcroForm.DR.Font.Letters
        inner = font.DescendantFonts[0]
        assert "/FontFile3" in inner.FontDescriptor, "the font itself"
        table = font.ToUnicode.read_bytes().decode()
        wide: dict[int, float] = {}
        for first, last, width in zip(*[iter(list(inner.W))] * 3, strict=True):
            wide |= dict.fromkeys(range(int(first), int(last) + 1), float(width))
    pairs = re.findall(r"^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})>$", table, re.MULTILINE)
    return {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}, wide


def _drawn(content: bytes) -> dict[str, str]:
    """What is seen in each field, by another reader and the font's own table."""
    letters, _ = _font(content)

    def said(line: str) -> str:
        codes = [int(line[at : at + 4], 16) for at in range(0, len(line), 4)]
        return "".join(letters[code] for code in codes)

    found = {}
    for field in (PdfReader(io.BytesIO(content)).get_fields() or {}).values():
        look: Any = field.indirect_reference.get_object().get("/AP", {}).get("/N", {})
        if "/Resources" in look:
            strokes = look.get_object().get_data().decode("latin-1")
            found[str(field.name)] = "\n".join(map(said, re.findall(r"<([0-9a-f]*)> Tj", strokes)))
    return found


ANSWERED = {
    ONE: {"status": "done", "responsible": "Kari", "note": "Første – «linje»\nto"},
    TWO: {"status": "doing", "due": "2027-01-31", "note": "Mange ord. " * 300, "reason": "Fordi"},
    THREE: {"status": "irrelevant", "note": "Áile Sáŋgar 😀"},
}


def test_a_pdf_that_is_filled_in_here_is_one_to_others(unit: Unit, site: Path) -> None:
    blank = _blank(site)
    given, *lacks = unit("filled", "lacking", b64(blank), SAID, ANSWERED)
    content = base64.b64decode(given)
    assert lacks == [1, 1], "a note that is longer than its field, a reason without one"
    assert content.startswith(blank), "what is new stands at the end"
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.Root.AcroForm.NeedAppearances, "a letter that the font lacks"
    drawn = _drawn(content)
    assert drawn[f"{LIST}/{TWO}/status"] == "I gang"
    assert drawn[f"{LIST}/{THREE}/note"] == "Áile Sáŋgar ?"
    said = made.fields_by_pypdf(content)
    assert {name: text for name, text in said.items() if text not in ("", "Off")} == {
        f"{LIST}/{ONE}": "Ja",
        f"{LIST}/{ONE}/responsible": "Kari",
        f"{LIST}/{ONE}/note": ANSWERED[ONE]["note"],
        f"{LIST}/{TWO}/due": "31.01.2027",
        f"{LIST}/{TWO}/status": "I gang",
        f"{LIST}/{TWO}/note": ANSWERED[TWO]["note"],
        f"{LIST}/{THREE}/status": "Ikke aktuelt",
        f"{LIST}/{THREE}/note": ANSWERED[THREE]["note"],
    }


def test_letters_of_a_field_are_as_wide_as_the_font_says(unit: Unit, site: Path) -> None:
    letters, wide = _font(_blank(site))
    asked = LATIN_1.decode("cp1252", "ignore") + SAMI
    found = unit("filled", "letters", b64(_blank(site)), asked)
    for letter, (width, code, there) in zip(asked, found, strict=True):
        assert there and code and letters[code] == letter.replace("\xa0", " "), letter
        assert width == wide[code], letter
    assert unit("filled", "letters", b64(_blank(site)), "ש")[0][2] is False


def test_a_pdf_that_is_filled_in_here_is_pdf_ua_and_with_a_borrowed_font_it_is_not(
    unit: Unit, site: Path
) -> None:
    blank = _blank(site)
    answered = {**ANSWERED, THREE: {"status": "irrelevant", "note": "Áile Sáŋgar, 5 – 7 €"}}
    content = base64.b64decode(unit("filled", "lacking", b64(blank), SAID, answered)[0])
    form: Any = PdfReader(io.BytesIO(content)).root_object["/AcroForm"]
    assert "/NeedAppearances" not in form
    report = page.validate_pdf_bytes(content, profile=PROFILE)
    assert report.is_compliant, [f.message for f in report.failures]

    def borrowed(pdf: pikepdf.Pdf) -> None:
        fields: Any = pdf.Root.AcroForm.Fields
        for field in fields:
            if "/Resources" in field.get("/AP", {}).get("/N", {}):
                field.AP.N.Resources.Font.Letters = pdf.Root.AcroForm.DR.Font.Helv

    hurt = made.changed(content, borrowed)
    assert not page.validate_pdf_bytes(hurt, profile=PROFILE).is_compliant


def test_the_line_that_says_whom_a_pdf_is_for_is_read_first(unit: Unit, site: Path) -> None:
    content = base64.b64decode(unit("filled", "only", "pdf", b64(_blank(site)), SAID, [ONE]))
    report = page.validate_pdf_bytes(content, profile=PROFILE)
    assert report.is_compliant, [f.message for f in report.failures]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        first = pdf.Root.StructTreeRoot.K[0].K[0]
        assert (str(first.S), str(first.K.Obj.Subtype)) == ("/Annot", "/FreeText")

    def untagged(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].Annots[0]["/StructParent"]

    assert not page.validate_pdf_bytes(
        made.changed(content, untagged), profile=PROFILE
    ).is_compliant
