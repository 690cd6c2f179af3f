"""Files to download: the same items in the same order in every format, read by another hand."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as etree
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import page
import pikepdf
import pytest
from click.testing import CliRunner
from conftest import ROOT, Project
from mkdocs.__main__ import cli
from pypdf import PdfReader, PdfWriter
from text_runs import squeezed

from macros import exports, load, text
from macros.catalog import read, select
from macros.catalog.codes import with_codes
from macros.catalog.model import Catalog
from macros.exports import downloads, plain_files
from macros.language import strings
from macros.site import Site

CATALOG = load.load(ROOT)
WORDS = strings.load("nb")
EVERY = "alle-lister"
NAMES = [*(c.id for c in CATALOG.checklists), EVERY]
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def expected(name: str) -> list[str]:
    """Codes of a file's items in order: own, children and borrowed."""
    chosen = [c for c in CATALOG.checklists if name in (c.id, EVERY)]
    return [s.item.code for c in chosen for s in select.entries(CATALOG, c)]


def codes(file: Path) -> list[str]:
    """The item codes that an independent reader finds in a file, in order."""
    return READERS[file.suffix[1:]](file)


def _csv(file: Path) -> list[str]:
    text = file.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    return [row["Kode"] for row in rows if row["Id"]]


def _json(file: Path) -> list[str]:
    parts = json.loads(file.read_text(encoding="utf-8"))["parts"]
    return [row["code"] for part in parts for row in part["rows"]]


def _markdown(file: Path) -> list[str]:
    return re.findall(r"^- \[ \] \*\*(\S+)\*\*", file.read_text(encoding="utf-8"), re.MULTILINE)


def _xlsx(file: Path) -> list[str]:
    sheet = openpyxl.load_workbook(file).worksheets[0]
    return [str(row[0].value) for row in sheet.iter_rows(min_row=2) if row[0].value]


def _docx(file: Path) -> list[str]:
    with zipfile.ZipFile(file) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    rows = ["".join(t.text or "" for t in c.iter(f"{WORD}t")) for c in body.iter(f"{WORD}tc")]
    return [rows[n + 1] for n, text in enumerate(rows) if text == "\u2610"]


def _pdf(file: Path) -> list[str]:
    """Codes by the fields of the pages in order; a field is named <list>/<item>."""
    codes = {item.id: item.code for _, item in CATALOG.items()}
    return [codes[str(w["/T"]).split("/")[1]] for w in widgets(file)]


def widgets(file: Path) -> list[dict[str, object]]:
    """The form fields of a PDF, page by page, in the order in which Tab visits them."""
    annotations = [a.get_object() for p in PdfReader(file).pages for a in p.get("/Annots", ())]
    return [a for a in annotations if a["/Subtype"] == "/Widget"]


READERS = {"pdf": _pdf, "csv": _csv, "json": _json, "md": _markdown, "xlsx": _xlsx, "docx": _docx}


def files_of(site: Path, form: exports.Format) -> list[tuple[str, Path]]:
    """(document, file) of every file of a format."""
    names = [EVERY] if form.every else NAMES
    return [(name, site / "nedlasting" / form.name(name, WORDS)) for name in names]


@pytest.mark.parametrize("form", exports.FORMATS, ids=lambda f: f.key)
def test_every_file_holds_the_same_items_in_the_same_order(
    site: Path, form: exports.Format
) -> None:
    for name, file in files_of(site, form):
        assert codes(file) == expected(name), file.name


PDFS = [form for form in exports.FORMATS if form.extension == "pdf"]


@pytest.mark.parametrize("form", PDFS, ids=lambda f: f.key)
def test_every_pdf_conforms_to_pdf_ua_1_and_reads_in_order(
    site: Path, form: exports.Format
) -> None:
    for name, file in files_of(site, form):
        report = page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, (file.name, [f.message for f in report.failures])
        reader = PdfReader(file)
        # Words are divided at the line's end, so hyphens are left out on both sides.
        printed = squeezed("".join(s.extract_text() for s in reader.pages)).replace("-", "")
        chosen = [c for c in CATALOG.checklists if name in (c.id, EVERY)]
        at = 0
        for entry in (s for c in chosen for s in select.entries(CATALOG, c)):
            at = printed.find(squeezed(entry.item.text).replace("-", ""), at)
            assert at >= 0, (file.name, entry.item.id)
        assert reader.trailer["/Root"]["/Lang"] == "nb" and reader.metadata.title
        assert len(reader.outline) >= len(chosen)
        for number, sheet in enumerate(reader.pages, 1):
            words = squeezed(sheet.extract_text())
            assert f"Side{number}av{len(reader.pages)}" in words
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
    for field, entry in zip(widgets(file), entries, strict=True):
        assert field["/FT"] == "/Btn" and field["/V"] == "/Off"
        assert set(field["/AP"]["/N"]) == {"/Ja", "/Off"}
        assert str(field["/TU"]).endswith(text.plain(entry.item.text))
    writer = PdfWriter(clone_from=file)
    name = str(widgets(file)[0]["/T"])
    writer.update_page_form_field_values(writer.pages[0], {name: "/Ja"})
    out = io.BytesIO()
    writer.write(out)
    assert PdfReader(out).get_fields()[name]["/V"] == "/Ja"


def test_fonts_are_embedded_and_never_the_machines_own(site: Path) -> None:
    fonts = set()
    for sheet in PdfReader(site / "nedlasting" / f"{EVERY}.pdf").pages:
        for font in sheet["/Resources"]["/Font"].values():
            name = str(font.get_object()["/BaseFont"])
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert set(inner["/FontDescriptor"]) & {"/FontFile2", "/FontFile3"}, name
            fonts.add(name.split("+")[1].split("-")[0])
    assert fonts == {"LibertinusSerif"}


def test_paper_leads_back_when_the_site_knows_its_address(tmp_path: Path) -> None:
    document = exports.documents(CATALOG, WORDS, Site("x", url="https://x.example/"))[1]
    template = ROOT / "macros" / "exports" / "templates" / "list.typ"
    file = tmp_path / "x.pdf"
    file.write_bytes(PDFS[0].write(document, WORDS, template))
    sheet = PdfReader(file).pages[0]
    assert "https://x.example/sjekklister/kritisk-informasjon/" in sheet.extract_text()
    links = [str(a.get_object().get("/A", {}).get("/URI", "")) for a in sheet["/Annots"]]
    assert f"https://x.example/punkt/#{document.rows[0]['id']}" in links
    assert page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1).is_compliant
    with pikepdf.open(file) as pdf:
        parts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
        assert [str(part["/Alt"]) for part in parts] == [WORDS("paper.qr")]


def test_a_template_that_cannot_be_used_is_told_and_the_last_site_stands(
    project: Project,
) -> None:
    assert project.build().exit_code == 0
    before = sorted(p.stat().st_mtime_ns for p in (project.root / "site").rglob("*"))
    project.write("local/templates/list.typ", "#let x = ")
    result = project.build()
    assert result.exit_code == 1 and "Traceback" not in result.output
    assert "list.typ" in result.output and "could not be made" in result.output
    assert sorted(p.stat().st_mtime_ns for p in (project.root / "site").rglob("*")) == before
    (project.root / "local/templates/list.typ").unlink()
    project.write("local/templates/list.docx", b"no Word file")
    result = project.build()
    assert result.exit_code == 1 and "list.docx" in result.output


def test_every_link_in_a_file_leads_to_an_anchor(site: Path) -> None:
    register = (site / "punkt" / "index.html").read_text(encoding="utf-8")
    anchors = set(re.findall(r' id="([a-z0-9-]+)"', register))
    made = json.loads((site / "nedlasting" / f"{EVERY}.json").read_text(encoding="utf-8"))
    links = [row["address"] for part in made["parts"] for row in part["rows"]]
    assert {link.split("#")[1] for link in links} <= anchors


@pytest.mark.parametrize("form", exports.FORMATS, ids=lambda f: f.key)
def test_every_file_says_version_date_and_licence(site: Path, form: exports.Format) -> None:
    file = files_of(site, form)[0][1]
    extension, data = form.extension, file.read_bytes()
    if extension == "pdf":
        data = " ".join(s.extract_text() for s in PdfReader(file).pages).encode()
    if extension in ("xlsx", "docx"):
        with zipfile.ZipFile(file) as archive:
            data = b"".join(archive.read(name) for name in archive.namelist())
    text = data.decode("utf-8", "ignore")
    assert CATALOG.version in text and CATALOG.released.isoformat() in text and "CC BY 4.0" in text


def test_workbook_can_be_worked_in_and_nothing_else_can_be_broken(site: Path) -> None:
    book = openpyxl.load_workbook(site / "nedlasting" / "kritisk-informasjon.xlsx")
    sheet, summary, _ = book.worksheets
    assert sheet.freeze_panes == "C2" and sheet.auto_filter.ref and sheet.protection.sheet
    head = [cell.value for cell in sheet[1]]
    free = {h for h, c in zip(head, sheet[2], strict=True) if not c.protection.locked}
    assert free == {"Viktighet", "Status", "Ansvarlig", "Frist", "Notat"}
    lists = {str(v.formula1) for v in sheet.data_validations.dataValidation}
    assert lists == {'"Ikke vurdert,I gang,Gjort,Ikke aktuelt"', '"Absolutt,Viktig,Ønskelig"'}
    assert str(summary["B4"].value).startswith("=COUNTIFS(") and len(summary._charts) == 1
    with zipfile.ZipFile(site / "nedlasting" / "kritisk-informasjon.xlsx") as archive:
        assert not [n for n in archive.namelist() if "vba" in n.lower()]


def test_word_file_repeats_its_head_and_its_contents_lead_to_the_lists(site: Path) -> None:
    with zipfile.ZipFile(site / "nedlasting" / f"{EVERY}.docx") as archive:
        text = archive.read("word/document.xml").decode("utf-8")
    assert text.count("<w:tblHeader") == len(CATALOG.checklists)
    marks = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', text))
    links = re.findall(r'<w:hyperlink [^>]*w:anchor="([^"]+)"', text)
    assert len(links) == len(CATALOG.checklists) and set(links) == marks


@pytest.mark.parametrize("cell", ["=1+1", "+47", "-1", "@SUM(A1)", "\tx"])
def test_a_cell_that_looks_like_a_formula_is_defused(cell: str) -> None:
    assert plain_files.defused(cell) == f"'{cell}"
    assert plain_files.defused("vanlig = tekst") == "vanlig = tekst"


def test_the_catalog_at_its_permanent_address_reads_back(site: Path) -> None:
    folder = site / "nedlasting"
    data = json.loads((folder / "katalog.json").read_text(encoding="utf-8"))
    assert (folder / f"katalog-{CATALOG.version}.json").read_bytes() == (
        folder / "katalog.json"
    ).read_bytes()
    again = Catalog.model_validate(read.gather_facets(data, tuple(data["facets"])))
    assert with_codes(again) == CATALOG
    schema = json.loads((folder / "katalog.schema.json").read_text(encoding="utf-8"))
    assert schema == json.loads((ROOT / "checklists.schema.json").read_text(encoding="utf-8"))


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    words, site = strings.load("nb"), Site("x")
    none = tmp_path / "none"
    one = downloads.make(CATALOG, words, site, tmp_path / "one", none, lambda said: None)
    two = downloads.make(CATALOG, words, site, tmp_path / "two", none, lambda said: None)
    assert [f.name for f in one] == [f.name for f in two]
    assert all(a.path.read_bytes() == b.path.read_bytes() for a, b in zip(one, two, strict=True))


def test_only_what_has_changed_is_made_again_and_the_old_is_gone(project: Project) -> None:
    assert project.build().exit_code == 0
    kept = project.root / ".build" / "downloads"
    before = {f.name: f.stat().st_mtime_ns for f in kept.rglob("*.*")}
    good = (project.root / "checklists.yml").read_text(encoding="utf-8")
    project.write("checklists.yml", good.replace("Svar på dette.", "Svar på noe annet."))
    assert project.build().exit_code == 0
    after = {f.name: f.stat().st_mtime_ns for f in kept.rglob("*.*")}
    single = sum(not form.every for form in exports.FORMATS)
    assert len(after) == len(before) == 2 * single + len(exports.FORMATS)
    # liste-en and its files stand; liste-to and the file of all lists are new.
    assert len(set(before.items()) & set(after.items())) == single


def test_a_list_page_offers_its_files_with_their_sizes(site: Path) -> None:
    page = (site / "sjekklister" / "kritisk-informasjon" / "index.html").read_text(encoding="utf-8")
    for form in exports.FORMATS:
        file = site / "nedlasting" / form.name("kritisk-informasjon", WORDS)
        if form.every:
            continue
        assert f"nedlasting/{file.name}" in page
        assert f">{max(file.stat().st_size // 1024, 1)} kB<" in page


def test_every_link_to_a_download_leads_to_a_file(site: Path) -> None:
    page = (site / "nedlasting" / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="\.\./nedlasting/([^"]+)"', page)
    assert len(links) == sum(len(files_of(site, form)) for form in exports.FORMATS)
    assert all((site / "nedlasting" / link).exists() for link in links)


@pytest.mark.slow
@pytest.mark.parametrize("extension", ["docx", "xlsx"])
def test_libreoffice_opens_the_files(site: Path, tmp_path: Path, extension: str) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is missing: install libreoffice-writer and libreoffice-calc")
    files = sorted((site / "nedlasting").glob(f"*.{extension}"))
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=600)
    assert len(list(tmp_path.glob("*.pdf"))) == len(files)


def test_plain_mkdocs_writes_the_downloads_too(project: Project) -> None:
    result = CliRunner().invoke(cli, ["build", "-q", "-f", str(project.root / "mkdocs.yml")])
    assert result.exit_code == 0
    assert (project.root / "site" / "nedlasting" / "liste-en.docx").exists()
