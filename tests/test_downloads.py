"""Files to download: the same items in the same order in every format, read by another hand."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from builds import KEPT
from click.testing import CliRunner
from conftest import ROOT, Project
from guide import CATALOG
from mkdocs.__main__ import cli
from opened import EVERY, WORDS, codes, expected, files_of, sheets

from macros import exports
from macros.catalog import read
from macros.catalog.codes import with_codes
from macros.catalog.model import Catalog
from macros.exports import hold, plain_files
from macros.language import forms


@pytest.mark.parametrize("form", exports.FORMATS, ids=lambda f: f.key)
def test_every_file_holds_the_same_items_in_the_same_order(
    site: Path, form: exports.Format
) -> None:
    for name, file in files_of(site, form):
        assert codes(file) == expected(name, form.extension), file.name


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
        data = " ".join(sheets(file)).encode()
    if extension in ("xlsx", "docx"):
        with zipfile.ZipFile(file) as archive:
            data = b"".join(archive.read(name) for name in archive.namelist())
    text = data.decode("utf-8", "ignore")
    day = CATALOG.released.isoformat() if extension == "json" else forms.day(CATALOG.released, "nb")
    assert CATALOG.version in text and day in text and "CC BY 4.0" in text


@pytest.mark.parametrize("cell", ["=1+1", "+47", "-1", "@SUM(A1)", "\tx"])
def test_a_cell_that_looks_like_a_formula_is_defused(cell: str) -> None:
    assert plain_files.defused(cell) == f"'{cell}"
    assert plain_files.defused("vanlig = tekst") == "vanlig = tekst"


def test_cells_are_defused_as_the_shared_cases_say() -> None:
    cases = json.loads((ROOT / "tests" / "data" / "cells.json").read_text(encoding="utf-8"))
    assert [[text, plain_files.defused(text)] for text, _ in cases] == cases
    # What was looked at before, only the first sign, lets some through.
    assert [cell for text, cell in cases if (text[:1] in "=+-@\t\r") != (text != cell)]


def test_the_catalog_at_its_permanent_address_reads_back(site: Path) -> None:
    folder = site / "nedlasting"
    data = json.loads((folder / "katalog.json").read_text(encoding="utf-8"))
    assert (folder / f"katalog-{CATALOG.version}.json").read_bytes() == (
        folder / "katalog.json"
    ).read_bytes()
    again = Catalog.model_validate(read.gather_facets(data, tuple(data["facets"])))
    # What has changed since the version before is told of this site, and no part of the guide.
    assert CATALOG.changed_last and not again.changed_last
    assert with_codes(again) == CATALOG.model_copy(update={"changed_last": frozenset()})
    schema = json.loads((folder / "katalog.schema.json").read_text(encoding="utf-8"))
    assert schema == json.loads((ROOT / "checklists.schema.json").read_text(encoding="utf-8"))


@pytest.mark.slow
def test_two_builds_give_the_same_bytes(site: Path, elsewhere: Path) -> None:
    """Of all files: those that this run or an earlier one has made here, and those made elsewhere
    from nothing. A file's name says what it was made of."""
    one, two = ROOT / KEPT, elsewhere / KEPT
    names = {file.relative_to(two) for file in two.rglob("*") if file.is_file()}
    assert len(names) == sum(len(files_of(site, form)) for form in exports.FORMATS)
    assert [name for name in names if not (one / name).exists()] == []
    assert [name for name in names if (one / name).read_bytes() != (two / name).read_bytes()] == []


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
    # liste-en and its files stand but for those that are made together with all lists; these, and
    # the files of liste-to and of all lists, are new.
    joined = sum(bool(form.together) for form in exports.FORMATS)
    assert len(set(before.items()) & set(after.items())) == single - joined > 0


def test_while_a_build_uses_kept_files_no_other_takes_them_away(tmp_path: Path) -> None:
    """One was between making and copying them when the other, of newer data, was done."""
    folder, lock = tmp_path / "kept", tmp_path / "using" / "kept"
    folder.mkdir()
    old, new, left = (folder / name for name in ("old.pdf", "new.pdf", "left.pdf.part"))
    for file in (old, new, left):
        file.write_text("x", encoding="utf-8")
    one, other = hold.Hold(folder, lock), hold.Hold(folder, lock)
    other.over({new})
    assert old.exists() and left.exists()
    one.over({old, new})
    assert old.exists() and new.exists() and not left.exists()
    hold.Hold(folder, lock).over({new})
    assert new.exists() and not old.exists()


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
