"""PDFs: conformant, in order, with fields that can be filled, in fonts of their own."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
from conftest import ROOT
from guide import CATALOG, TELLING
from opened import EVERY, WORDS, boxes, by_page, files_of, sheets, widgets
from pypdf import PdfReader, PdfWriter
from text_runs import squeezed

from macros import exports, palette, text
from macros.catalog import select
from macros.exports.document import runs
from macros.site import Site

PDFS = [form for form in exports.FORMATS if form.extension == "pdf"]


@pytest.mark.parametrize("form", PDFS, ids=lambda f: f.key)
def test_every_pdf_conforms_to_pdf_ua_1_and_reads_in_order(
    site: Path, form: exports.Format, pytestconfig: pytest.Config
) -> None:
    every = form.every or pytestconfig.getoption("--all")
    for name, file in (x for x in files_of(site, form) if every or x[0] in TELLING):
        report = page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, (file.name, [f.message for f in report.failures])
        reader = PdfReader(file)
        # No title is divided at a line's end.
        printed = squeezed("".join(sheets(file)))
        chosen = [c for c in CATALOG.checklists if name in (c.id, EVERY)]
        at = 0
        for entry in (s for c in chosen for s in select.entries(CATALOG, c)):
            at = printed.find(squeezed(entry.item.text), at)
            assert at >= 0, (file.name, entry.item.id)
        root: Any = reader.trailer["/Root"]
        assert root["/Lang"] == "nb" and reader.metadata and reader.metadata.title
        assert len(reader.outline) >= len(chosen)
        for number, sheet in enumerate(sheets(file), 1):
            words = squeezed(sheet)
            assert f"Side{number}av{len(sheets(file))}" in words
            assert f"Versjon{CATALOG.version}" in words


def test_one_sheet_is_one_sheet(site: Path) -> None:
    short = next(form for form in PDFS if form.level == "short")
    pages = {name: len(PdfReader(file).pages) for name, file in files_of(site, short)}
    del pages[EVERY]
    assert set(pages.values()) == {1}


def test_a_damaged_pdf_is_caught_by_the_checker(site: Path) -> None:
    good = (site / "nedlasting" / "kritisk-informasjon.pdf").read_bytes()
    profile = page.ValidationProfile.PDF_UA_1

    def damaged(hurt: Callable[[pikepdf.Pdf], None]) -> bool:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(good)) as pdf:
            hurt(pdf)
            pdf.save(out)
        return bool(page.validate_pdf_bytes(out.getvalue(), profile=profile).is_compliant)

    def no_name(pdf: pikepdf.Pdf) -> None:
        for field in pdf.Root.AcroForm.Fields:
            del field["/TU"], field["/Contents"]

    def no_tags(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/StructTreeRoot"]

    def no_title(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/Metadata"]

    assert damaged(lambda pdf: None)
    assert not any(damaged(hurt) for hurt in (no_name, no_tags, no_title))


def test_a_box_in_a_pdf_is_named_and_can_be_ticked(site: Path) -> None:
    file = site / "nedlasting" / "kritisk-informasjon.pdf"
    entries = list(select.entries(CATALOG, CATALOG.checklists[1]))
    for field, entry in zip(boxes(file), entries, strict=True):
        assert field["/FT"] == "/Btn" and field["/V"] == "/Off"
        assert set(field["/AP"]["/N"]) == {"/Ja", "/Off"}
        assert str(field["/TU"]).endswith(text.plain(entry.item.text))
    writer = PdfWriter(clone_from=file)
    name = str(boxes(file)[0]["/T"])
    writer.update_page_form_field_values(writer.pages[0], {name: "/Ja"})
    out = io.BytesIO()
    writer.write(out)
    fields = PdfReader(out).get_fields() or {}
    assert fields[name]["/V"] == "/Ja"


LINES = {
    "work": ["responsible", "due", "status", "note"],
    "meeting": ["responsible", "due", "note", "irrelevant"],
}


@pytest.mark.parametrize("form", [f for f in PDFS if not f.every], ids=lambda f: f.key)
def test_what_is_asked_can_be_written_on_screen_in_the_order_of_the_page(
    site: Path, form: exports.Format
) -> None:
    for name, file in files_of(site, form)[:6]:
        (checklist,) = [c for c in CATALOG.checklists if c.id == name]
        items = [entry.item.id for entry in select.entries(CATALOG, checklist)]
        head = ["company", "day", "present", "next"] if form.level == "meeting" else []
        right = [f"{name}/sign/{key}" for key in head]
        for item in items:
            keys = LINES.get(form.level, [])
            right += [f"{name}/{item}", *(f"{name}/{item}/{key}" for key in keys)]
        right += [f"{name}/sign/{key}" for key in ("name", "date")]
        fields = widgets(file)
        # Only where a sheet for a meeting has room left is there a field for its notes.
        left_over = [f"{name}/sign/notes"] if form.level == "meeting" and _room(fields) else []
        assert [str(field["/T"]) for field in fields] == right + left_over
        assert all(str(field["/TU"]) for field in fields)
        texts = [field for field in fields if field["/FT"] == "/Tx"]
        # A field for several lines is for notes with lines below each other.
        several = [field for field in texts if int(field.get("/Ff", 0)) & (1 << 12)]
        assert len(several) == (len(items) if form.level == "work" else len(left_over))


MM = 72 / 25.4


def _room(fields: list[Any]) -> bool:
    """Whether a word and three lines have room between what the signature means and the foot."""
    (name,) = [field for field in fields if str(field["/T"]).endswith("/sign/name")]
    return float(name["/Rect"][1]) / MM > 20 + 14 + 8 + 3 * 8


def _size(field: Any) -> tuple[int, int]:
    x, y, to_x, to_y = (float(number) for number in field["/Rect"])
    return round((to_x - x) / MM), round((to_y - y) / MM)


@pytest.mark.slow
@pytest.mark.parametrize("form", PDFS, ids=lambda f: f.key)
def test_boxes_are_5_mm_and_lines_8_mm_apart(site: Path, form: exports.Format) -> None:
    for _, file in files_of(site, form)[-2:]:
        fields = widgets(file)
        assert {_size(field) for field in fields if field["/FT"] == "/Btn"} == {(5, 5)}
        heights = {_size(field)[1] for field in fields if field["/FT"] == "/Tx"}
        assert heights and not [height for height in heights if height % 8], file.name


def test_what_is_written_in_a_field_stays(site: Path) -> None:
    file = site / "nedlasting" / "kritisk-informasjon-arbeidsark.pdf"
    writer = PdfWriter(clone_from=file)
    name = next(str(w["/T"]) for w in widgets(file) if str(w["/T"]).endswith("/note"))
    writer.update_page_form_field_values(writer.pages[0], {name: "Spør Åse\nog Per"})
    out = io.BytesIO()
    writer.write(out)
    assert (PdfReader(out).get_fields() or {})[name]["/V"] == "Spør Åse\nog Per"


@pytest.mark.slow
@pytest.mark.parametrize("form", PDFS, ids=lambda f: f.key)
def test_no_sheet_has_only_the_lines_to_sign_on(site: Path, form: exports.Format) -> None:
    for _, file in files_of(site, form):
        pages = [[str(field["/T"]) for field in fields] for fields in by_page(file)]
        signed = [named for named in pages if any(one.endswith("/sign/name") for one in named)]
        assert signed and not [named for named in signed if not _has_an_item(named)], file.name


def _has_an_item(named: list[str]) -> bool:
    return any(one.count("/") == 1 for one in named)


def test_a_pdf_has_an_author_and_the_releases_day(site: Path) -> None:
    for form in PDFS:
        told = PdfReader(files_of(site, form)[-1][1]).metadata
        assert told is not None and told.author == CATALOG.title
        assert told.creation_date is not None
        assert told.creation_date.date() == CATALOG.released


def test_a_group_has_its_code_and_an_end(site: Path) -> None:
    file = site / "nedlasting" / "ansvar-og-mislighold.pdf"
    checklist = next(c for c in CATALOG.checklists if c.id == "ansvar-og-mislighold")
    items = list(select.entries(CATALOG, checklist))
    groups = [entry.group for entry in items if entry.group]
    words = squeezed("".join(sheets(file)))
    for group in groups:
        assert squeezed(f"{group.code} {group.text}") in words.replace("-\n", "")
    part = exports.documents(CATALOG, WORDS, Site("x"))[CATALOG.checklists.index(checklist)].parts[
        0
    ]
    rest = sum(run.title == WORDS("file.rest") for run in runs(part, WORDS))
    assert words.count(squeezed(WORDS("file.rest"))) == rest


def test_fonts_are_embedded_and_never_the_machines_own(site: Path) -> None:
    fonts = set()
    for sheet in PdfReader(site / "nedlasting" / f"{EVERY}.pdf").pages:
        resources: Any = sheet["/Resources"]
        for font in resources["/Font"].values():
            name = str(font.get_object()["/BaseFont"])
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert set(inner["/FontDescriptor"]) & {"/FontFile2", "/FontFile3"}, name
            fonts.add(name.split("+")[1].split("-", maxsplit=1)[0])
    assert fonts == {"LibertinusSerif"}


def test_paper_leads_back_when_the_site_knows_its_address(tmp_path: Path) -> None:
    document = exports.documents(CATALOG, WORDS, Site("x", url="https://x.example/"))[1]
    template = ROOT / "macros" / "exports" / "templates" / "list.typ"
    file = tmp_path / "x.pdf"
    file.write_bytes(PDFS[0].write(document, WORDS, template, palette.read(ROOT)[0]))
    sheet = PdfReader(file).pages[0]
    assert "https://x.example/sjekklister/kritisk-informasjon/" in sheet.extract_text()
    annotations: Any = sheet["/Annots"]
    links = [str(a.get_object().get("/A", {}).get("/URI", "")) for a in annotations]
    assert f"https://x.example/punkt/#{document.rows[0]['id']}" in links
    assert page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1).is_compliant
    with pikepdf.open(file) as pdf:
        parts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
        assert [str(part["/Alt"]) for part in parts] == [WORDS("paper.qr")]
