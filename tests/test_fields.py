"""A field is declared once: one line in a copy of the model, and everything follows it."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from conftest import ROOT
from paper import texts

from macros import __main__ as command
from macros.catalog import contributing
from macros.pages import macros as handed

LINE = """\
    proof: Annotated[
        OptionalProse,
        Use("what to ask to see", prose="text", file="proof", search=1, told=True, browser=True),
    ] = ""
"""
BEFORE = "    kind: Annotated[\n        Kind,"
WORDS = "Be om *driftsloggen* fra kvartalet."
GOOD = (ROOT / "tests" / "cases" / "good.yml").read_text(encoding="utf-8")
ITEM = "        help: Fordi det er *lurt*.\n"

SCRIPT = r"""
import json, sys
from pathlib import Path
from macros import load, palette
from macros.catalog import contributing, releases, schema
from macros.exports import FORMATS, documents
from macros.language import strings
from macros.publish import browser
from macros.search.documents import documents as found
from macros.site import Site
from macros.tailoring import told, upgrade, wishes

root, out = Path(sys.argv[1]), Path(sys.argv[2])
catalog, site = load.load(root), Site("prove", url="https://example.org/")
t = strings.load("nb", root / "local" / "strings")
document = documents(catalog, t, site)[0]
templates, (colours, _) = Path(sys.argv[3]), palette.read(root)
for form in FORMATS:
    if form.level in ("", "short"):
        template = templates / form.template if form.template else None
        data = form.write(document, t, template, colours)
        (out / form.name("liste", t)).write_bytes(data)
record = releases.record(catalog)
before = json.loads(json.dumps(record))
before["checklists"][0]["items"][0]["proof"] = "Noe annet."
unknown = json.loads(json.dumps(record))
del unknown["checklists"][0]["items"][0]["proof"]
report = told.markdown(upgrade.report(before, catalog, catalog), t)
json.dump({
    "browser": browser.data(catalog, site, colours)["items"][0],
    "searched": [fields for one in found(catalog, t, site, {}, ()) if one.kind == "item"
                 for fields in one.fields],
    "release": record["checklists"][0]["items"][0],
    "report": report,
    "older": [releases.same(record, unknown), releases.same(record, before)],
    "schema": schema.schema(catalog.facets)["$defs"]["Item"]["properties"],
    "fork": wishes.tailoring_schema(catalog.facets)["$defs"]["Change"]["properties"],
    "table": contributing.table(),
}, sys.stdout)
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code in which an item has one field more."""
    folder = tmp_path_factory.mktemp("hus")
    for part in ("macros", "overrides"):
        shutil.copytree(ROOT / part, folder / part)
    model = folder / "macros" / "catalog" / "item.py"
    text = model.read_text(encoding="utf-8")
    assert text.count(BEFORE) == 1
    model.write_text(text.replace(BEFORE, LINE + BEFORE), encoding="utf-8")
    return folder


def run(house: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python with that copy in front of ours."""
    settings = {**os.environ, "PYTHONPATH": str(house), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=house, env=settings, capture_output=True, text=True
    )


def guide(folder: Path, proof: str) -> Path:
    """A small guide whose first item has the field."""
    (folder / "local" / "strings").mkdir(parents=True)
    (folder / "local" / "strings" / "nb.yml").write_text("column.proof: Bevis\n", encoding="utf-8")
    made = GOOD.replace(ITEM, f"{ITEM}        proof: {proof}\n")
    (folder / "checklists.yml").write_text(made, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(house: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """What everything says of the field, and the folder of the files made with it."""
    root = guide(tmp_path_factory.mktemp("veileder"), WORDS)
    templates = house / "macros" / "exports" / "templates"
    done = run(house, "-c", SCRIPT, str(root), str(root), str(templates))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), root


def test_it_is_in_every_file(made: tuple[dict[str, Any], Path]) -> None:
    _, folder = made
    said = "Be om driftsloggen fra kvartalet."
    rows = list(
        csv.reader(io.StringIO((folder / "liste.csv").read_text("utf-8-sig")), delimiter=";")
    )
    assert rows[1][rows[0].index("Bevis")] == said
    sheet = openpyxl.load_workbook(folder / "liste.xlsx").worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, heads.index("Bevis") + 1).value == said
    tables = docx.Document(str(folder / "liste.docx")).tables
    assert f"Bevis: {said}" in tables[0].rows[1].cells[2].text
    pdf = " ".join(texts(folder / "liste.pdf"))
    assert f"Bevis: {said}" in " ".join(pdf.split())
    assert f"  - Bevis: {said}\n" in (folder / "liste.md").read_text("utf-8")
    data = json.loads((folder / "liste.json").read_text("utf-8"))
    assert data["parts"][0]["rows"][0]["proof"] == said


def test_it_is_searched_released_told_and_sent_to_the_browser(
    made: tuple[dict[str, Any], Path],
) -> None:
    told, _ = made
    assert told["browser"]["proof"] == "Be om driftsloggen fra kvartalet."
    assert [1, "Be om driftsloggen fra kvartalet."] in told["searched"]
    assert told["release"]["proof"] == WORDS
    assert "Noe annet." in told["report"] and WORDS in told["report"]
    # A release file from before the field says nothing of it; one that does is held to it.
    assert told["older"] == [True, False]


def test_editors_forks_and_contributors_know_it(made: tuple[dict[str, Any], Path]) -> None:
    told, _ = made
    assert told["schema"]["proof"]["description"] == "what to ask to see"
    assert "proof" in told["fork"] and "source" not in told["fork"]
    assert "| `proof` | what to ask to see | text | proof | 1 | yes | yes | yes |" in told["table"]


@pytest.mark.parametrize(
    ("proof", "expected"),
    [
        (
            '"<script>alert(1)</script>"',
            'checklists.yml:24:16: item "punkt-en": proof: HTML is not allowed',
        ),
        (
            '"[her](javascript:alert)"',
            'checklists.yml:24:16: item "punkt-en": proof: link to "javascript:alert" is not',
        ),
    ],
)
def test_what_is_harmful_in_it_is_refused_with_its_place(
    house: Path, tmp_path: Path, proof: str, expected: str
) -> None:
    done = run(house, "-m", "macros", "--root", str(guide(tmp_path, proof)), "check")
    assert done.returncode == 1
    assert expected in done.stderr


@pytest.mark.parametrize("name", sorted(command.tables()))
def test_the_tables_in_contributing_are_fresh(name: str) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    made = command.tables()[name]
    assert made in text and contributing.written(text, name, made) == text
    stale = text.replace(made, made.replace("|", "!", 1))
    assert contributing.written(stale, name, made) == text != stale


def test_every_macro_is_said_to_give_something() -> None:
    for macro in handed.ALL:
        assert macro.gives and f"`{{{{ {macro.call} }}}}` | {macro.gives}" in handed.table()
    assert len(handed.MACROS) == len(handed.ALL)
