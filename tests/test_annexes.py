"""The annexes that requirements point at: each is there, named as requirements name it, and can be
had as a file, empty and filled in."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
import yaml
from conftest import ROOT
from guide import CATALOG

from macros.exports import annex

PAGE = (ROOT / "docs" / f"{annex.PAGE}.md").read_text(encoding="utf-8")
HOME = {item.id: checklist.id for checklist, item in CATALOG.items()}
ASKED = {i.id: i.requirement for _, i in CATALOG.items() if i.kind == "requirement"}
# What a requirement says when it points at something that both parties must have before them.
POINTS = re.compile(
    r"\blisten?\b|skjema|tabell|bilag|håndbok|katalog|oppstartsplan|kriteri|i avtalen\b|pekt ut"
    r"|navngitt|kundens kontakt|fullmakt|planen ikke|plan for flytting"
)


def named(page: str) -> Iterator[tuple[str, str, list[str]]]:
    """(annex, a name of it in requirements, the lists that it is used in)."""
    for part in re.split(r"^### ", page, flags=re.MULTILINE)[1:]:
        title, _, body = part.partition("\n")
        said = re.search(r"^I kravene: (.*)\.$", body, re.MULTILINE)
        used = re.search(r"^Brukes i .*$", body, re.MULTILINE)
        lists = re.findall(r"sjekklister/([a-z-]+)\.md", used[0]) if used else []
        for name in re.findall("«([^»]+)»", said[1] if said else ""):
            yield title.partition(" {")[0], name, lists


def reasons() -> dict[str, str]:
    """Id → why what the requirement points at is no annex of ours."""
    text = (ROOT / "tests" / "data" / "no_annex.yml").read_text(encoding="utf-8")
    made: dict[str, str] = yaml.safe_load(text)
    return made


def faults(asked: dict[str, str], page: str) -> Iterator[str]:
    """Requirements whose annex is not there, and annexes that no requirement names."""
    names, known = list(named(page)), reasons()
    for item, sentence in asked.items():
        found = [n for n in names if n[1] in sentence]
        if POINTS.search(sentence) and not found and item not in known:
            yield f"{item}: points at an annex that is not there: {sentence}"
        if found and not any(HOME[item] in lists for _, _, lists in found):
            yield f"{item}: {found[0][0]} does not say that it is used in {HOME[item]}"
    for title, name, lists in names:
        if not any(name in asked[item] for item in asked if HOME[item] in lists):
            yield f"{title}: no requirement says «{name}»"


def test_each_annex_that_a_requirement_points_at_is_there() -> None:
    assert list(faults(ASKED, PAGE)) == []
    assert all(POINTS.search(ASKED[i]) and len(why) > 20 for i, why in reasons().items())
    assert {title for title, _, _ in named(PAGE)} == {a.title for a in annex.read(PAGE)}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("«prisskjemaet»", "", "konsulenttimer-og-rabatter: points at an annex that is not there"),
        ("«prisskjemaet»", "«prisarket»", "Prisskjema: no requirement says «prisarket»"),
        ("sjekklister/endringer-i-tjenesten.md", "x", "is used in endringer-i-tjenesten"),
    ],
)
def test_a_planted_annex_that_is_missing_is_found(old: str, new: str, told: str) -> None:
    assert any(told in fault for fault in faults(ASKED, PAGE.replace(old, new)))


def test_a_planted_requirement_without_an_annex_is_found() -> None:
    planted = {"krav-til-brukerstotte": "Leverandøren skal følge kundens liste over alt."}
    assert "points at an annex" in next(faults(planted, PAGE))


@pytest.mark.parametrize(
    ("language", "line", "quoted"),
    [("nn", "I krava: ", "«([^»]+)»"), ("en", "In the requirements: ", "“([^”]+)”")],
)
def test_translated_annexes_are_named_as_translated_requirements_name_them(
    language: str, line: str, quoted: str
) -> None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    file = ROOT / "translations" / f"{language}.yml"
    items = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)["items"]
    asked = " ".join(i["requirement"]["text"] for i in items.values() if "requirement" in i)
    page = (ROOT / "docs" / language / f"{annex.PAGE}.md").read_text(encoding="utf-8")
    named_so = [n for one in page.splitlines() if one.startswith(line)
                for n in re.findall(quoted, one)]  # fmt: skip
    assert len(named_so) > 25 and [name for name in named_so if name not in asked] == []


# --- The files ------------------------------------------------------------------------------------


def test_the_page_is_read_as_tables_with_the_example_as_rows() -> None:
    page = (
        "## A\n\n### Lister { #x }\n\nTil [dere](../y.md).\n\n"
        "| En | To |\n| --- | --- |\n| 1. juni | |\n\nMer.\n\n### Uten tabell\n\nTekst.\n"
    )
    (made,) = annex.read(page)
    assert made == annex.Annex("Lister", ("Til dere.", "Mer."), ("En", "To"), (("1. juni", ""),))
    assert annex.read("# Bare tekst\n") == ()


@pytest.mark.parametrize("filled", [False, True])
def test_each_annex_is_a_table_in_word_and_a_sheet_in_excel(site: Path, filled: bool) -> None:
    every = annex.read(PAGE)
    stem = site / "nedlasting" / ("bilag-eksempel" if filled else "bilag")
    document = docx.Document(str(stem.with_suffix(".docx")))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings == [one.title for one in every]
    book = openpyxl.load_workbook(io.BytesIO(stem.with_suffix(".xlsx").read_bytes()))
    assert len(book.worksheets) == len(every) + 1
    for one, table, sheet in zip(every, document.tables, book.worksheets[1:], strict=True):
        cells = [tuple(cell.text.strip() for cell in row.cells) for row in table.rows]
        lines = [tuple(c or "" for c in row) for row in sheet.iter_rows(values_only=True)]
        assert cells[0] == one.columns and one.columns in lines
        below = lines[lines.index(one.columns) + 1 :]
        if filled:
            assert tuple(cells[1:]) == one.rows and tuple(below) == one.rows
        else:
            assert not any(any(row) for row in (*cells[1:], *below)) and len(cells) > 5
        assert sheet["A1"].value == one.title


def test_the_page_leads_to_the_four_files(site: Path) -> None:
    text = (site / annex.PAGE / "index.html").read_text(encoding="utf-8")
    for name in ("bilag.docx", "bilag.xlsx", "bilag-eksempel.docx", "bilag-eksempel.xlsx"):
        assert f'href="../../nedlasting/{name}" download' in text
        assert (site / "nedlasting" / name).stat().st_size > 5000


@pytest.mark.parametrize("name", ["bilag.docx", "bilag-eksempel.docx"])
def test_a_table_stands_on_one_sheet_with_its_heading(site: Path, name: str) -> None:
    for table in docx.Document(str(site / "nedlasting" / name)).tables:
        keeps = [
            {p.paragraph_format.keep_with_next for p in row.cells[0].paragraphs}
            for row in table.rows
        ]
        assert keeps == [{True}] * (len(keeps) - 1) + [{None}]
