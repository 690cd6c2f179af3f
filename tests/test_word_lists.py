"""Word lists: what can be ticked, chosen and written in, and what is seen of the groups."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from conftest import ROOT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from guide import CATALOG
from opened import EVERY, NAMES, WORDS

from macros import exports, palette
from macros.catalog import select
from macros.exports.document import Part, Row, runs
from macros.exports.marks import MOST, row_mark
from macros.site import Site

SPACE = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@cache
def _opened(site: Path, name: str) -> Any:
    return docx.Document(str(site / "nedlasting" / f"{name}.docx"))


def _body(site: Path, name: str) -> Any:
    return _opened(site, name).element.body


def _marks(body: Any) -> list[str]:
    return [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]


@pytest.mark.parametrize("name", NAMES)
def test_every_item_has_a_box_a_choice_a_day_and_two_texts(site: Path, name: str) -> None:
    chosen = [c for c in CATALOG.checklists if name in (c.id, EVERY)]
    ids = [shown.item.id for c in chosen for shown in select.entries(CATALOG, c)]
    tags = [tag.get(qn("w:val")) for tag in _body(site, name).iter(qn("w:tag"))]
    fields = ("done", "status", "responsible", "due", "note")
    assert tags == [f"{field}:{item}" for item in ids for field in fields]
    for kind in (f"{SPACE}checkbox", qn("w:dropDownList"), qn("w:date"), qn("w:text")):
        found = len(list(_body(site, name).iter(kind)))
        assert found == len(ids) * (2 if kind == qn("w:text") else 1)
    numbers = [one.get(qn("w:val")) for one in _body(site, name).iter(qn("w:id"))]
    assert len(set(numbers)) == len(numbers) == len(tags)


@pytest.mark.parametrize("name", NAMES)
def test_every_row_is_known_by_a_bookmark_of_its_own(site: Path, name: str) -> None:
    body = _body(site, name)
    marks = _marks(body)
    assert len(set(marks)) == len(marks) and all(re.fullmatch(r"[a-z]\w{0,39}", m) for m in marks)
    rows = [row for row in body.iter(qn("w:tr")) if row.find(f".//{qn('w:tag')}") is not None]
    for row in rows:
        (mark,) = _marks(row)
        item = row.find(f".//{qn('w:tag')}").get(qn("w:val")).split(":")[1]
        assert mark in (row_mark(item), row_mark(item, 2), row_mark(item, 3))


def test_a_long_id_has_a_mark_that_word_takes_and_that_no_other_has() -> None:
    long = "a" * 30 + "-" + "b" * 33
    assert len(row_mark(long)) == len(row_mark(long, 2)) == MOST
    assert row_mark(long) != row_mark(f"{long[:-1]}c") and row_mark("a-b") == "p_a_b"
    assert len({row_mark(item.id) for _, item in CATALOG.items()}) == len(CATALOG.by_id)


@pytest.mark.slow
def test_a_list_begins_with_its_title_and_groups_stand_outside_the_table(site: Path) -> None:
    for checklist in CATALOG.checklists:
        made = _opened(site, checklist.id)
        assert made.paragraphs[0].style.name == "Heading 1"
        assert made.paragraphs[0].text == f"{checklist.code} {checklist.title}"
        part = exports.documents(CATALOG, WORDS, Site("x"))[CATALOG.checklists.index(checklist)]
        headings = [p.text for p in made.paragraphs if p.style.name == "Heading 2"]
        assert headings == [run.title for run in runs(part.parts[0], WORDS) if run.title]
        for table in made.tables:
            styles = {
                p.style.name for row in table.rows for cell in row.cells for p in cell.paragraphs
            }
            assert not {name for name in styles if name.startswith("Heading")}


def _row(item: str, group: str, heading: str) -> Row:
    cells = {"id": item, "group": group, "heading": heading}
    return Row(tuple(cells.items()))


def test_what_follows_a_group_does_not_stand_under_it() -> None:
    rows = (_row("a", "", ""), _row("b", "X-1", "Beredskap"), _row("c", "", ""))
    made = runs(Part("x", "X", "Liste", "", "", rows), WORDS)
    assert [run.title for run in made] == ["", "X-1 Beredskap", WORDS("file.rest")]
    # Without an end the last would be the group's.
    assert [[row["id"] for row in run.rows] for run in made] == [["a"], ["b"], ["c"]]


def test_heads_are_repeated_rows_whole_and_headings_kept_with_what_follows(site: Path) -> None:
    body = _body(site, EVERY)
    tables = [t for t in body.iter(qn("w:tbl")) if t.find(f".//{qn('w:tag')}") is not None]
    parts = exports.documents(CATALOG, WORDS, Site("x"))[-1].parts
    assert len(tables) == sum(len(runs(part, WORDS)) for part in parts)
    for table in tables:
        head, *rows = table.iter(qn("w:tr"))
        assert head.find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in (head, *rows))
        assert all(p.find(f".//{qn('w:keepNext')}") is not None for p in head.iter(qn("w:p")))
        assert table.find(f".//{qn('w:tblCaption')}").get(qn("w:val"))
        assert table.find(f".//{qn('w:tblDescription')}").get(qn("w:val"))
        before = table.getprevious()
        assert before.find(f".//{qn('w:keepNext')}") is not None
    headings = [p for p in _opened(site, EVERY).paragraphs if p.style.name == "Heading 1"]
    assert all(p.paragraph_format.keep_with_next for p in headings)


def test_contents_lead_to_the_lists_and_can_be_made_anew(site: Path) -> None:
    body = _body(site, EVERY)
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    marks = [mark for mark in _marks(body) if mark.startswith("liste")]
    assert [link for link in links if link] == marks and len(marks) == len(CATALOG.checklists)
    kinds = [mark.get(qn("w:fldCharType")) for mark in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_word_opens_it_as_todays_file_in_bokmal_and_it_says_what_it_is(site: Path) -> None:
    made = _opened(site, "kravdokument")
    with zipfile.ZipFile(site / "nedlasting" / "kravdokument.docx") as archive:
        settings = parse_xml(archive.read("word/settings.xml"))
    modes = {
        one.get(qn("w:name")): one.get(qn("w:val")) for one in settings.iter(qn("w:compatSetting"))
    }
    assert modes["compatibilityMode"] == "15"
    assert made.core_properties.language == "nb-NO" and made.core_properties.author
    said = made.core_properties.identifier
    assert said.startswith("sjekkliste;") and f"version={CATALOG.version}" in said


def test_a_template_of_an_older_edition_is_used_as_it_is(tmp_path: Path) -> None:
    """What 2026.2's template had is all that is asked for: styles by name, one section."""
    template = ROOT / "macros" / "exports" / "templates" / "list.docx"
    older = docx.Document(str(template))
    for mode in list(older.settings.element.iter(qn("w:compat"))):
        mode.getparent().remove(mode)
    own = tmp_path / "list.docx"
    older.save(str(own))
    form = next(form for form in exports.FORMATS if form.extension == "docx")
    document = exports.documents(CATALOG, WORDS, Site("x"))[0]
    made = form.write(document, WORDS, own, palette.read(ROOT)[0])
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert b'"compatibilityMode"' in archive.read("word/settings.xml")
