"""Lists that were filled in and come back: nothing lost, nothing changed, what is unsure told."""

from __future__ import annotations

import base64
import csv
import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import docx
import filled_in as made
import pytest
from guide import CATALOG
from pdf_filled import by_pikepdf

from macros.catalog.select import entries
from macros.exports.plain_files import defused
from macros.language import strings

from ..conftest import Unit

LIST = "kravdokument"
FIELDS = ("status", "responsible", "due", "answer", "reason", "priority")
COLUMNS = {"note": "notes", **{field: field for field in FIELDS}}
WORDS = strings.load("nb")
GROUPS = (
    "plan.",
    "status.",
    "priority.",
    "problem.",
    "filled.",
    "unsure.",
    "refused.",
    "column.",
    "sheet.",
)
SAID = json.dumps({k: v for g in GROUPS for k, v in WORDS.group(g).items()})


def b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


@cache
def data_of(site: Path) -> Any:
    return json.loads((site / "assets" / "katalog.json").read_text(encoding="utf-8"))


def file_of(site: Path, name: str) -> bytes:
    return (site / "nedlasting" / name).read_bytes()


KINDS = ("xlsx", "docx", "csv", "pdf")


def _given(site: Path, name: str, kind: str) -> str:
    """A list's file as it is given out to be filled in."""
    level = f"-{WORDS('level.work')}" if kind == "pdf" else ""
    return b64(file_of(site, f"{name}{level}.{kind}"))


def ids_of(name: str) -> list[str]:
    checklist = next(c for c in CATALOG.checklists if c.id == name)
    return [shown.item.id for shown in entries(CATALOG, checklist)]


EVERY = [item.id for _, item in CATALOG.items()]


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_all_items_with_hard_texts_go_out_and_come_back(unit: Unit, site: Path, kind: str) -> None:
    file = _given(site, "alle-lister", kind)
    assert unit("filled", "faults", kind, file, SAID, data_of(site), EVERY, 1) is None


@pytest.mark.parametrize(
    "kind", [pytest.param(k, marks=pytest.mark.slow if k == "pdf" else ()) for k in KINDS]
)
def test_projects_go_out_and_come_back(unit: Unit, site: Path, kind: str) -> None:
    file, ids = _given(site, LIST, kind), ids_of(LIST)
    assert unit("filled", "faults", kind, file, SAID, data_of(site), ids, 40) is None
    assert unit("filled", "planted", kind, file, SAID, data_of(site), ids, 40)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("kind", KINDS)
def test_a_thousand_projects_go_out_and_come_back(
    unit: Unit, site: Path, kind: str, part: int
) -> None:
    file, ids = _given(site, LIST, kind), ids_of(LIST)
    first = 100 + part * 250
    assert unit("filled", "faults", kind, file, SAID, data_of(site), ids, 250, first) is None


@pytest.mark.slow
def test_all_items_with_hard_texts_come_back_by_csv(unit: Unit, site: Path) -> None:
    blank = file_of(site, "alle-lister.xlsx")
    _, right = unit("filled", "filled", "xlsx", b64(blank), SAID, data_of(site), 1)
    lines = file_of(site, "alle-lister.csv").decode("utf-8-sig").splitlines(keepends=True)
    head, *rows = csv.reader(lines, delimiter=";")
    places = {key: head.index(WORDS(f"column.{key}")) for key in ("id", *COLUMNS.values())}
    for row in rows:
        for field, column in COLUMNS.items():
            value = right.get(row[places["id"]], {}).get(field, "")
            worded = field in ("status", "priority") and value
            # An item without an own priority has the guide's.
            if value or field != "priority":
                row[places[column]] = defused(WORDS(f"{field}.{value}") if worded else value)
    content = made.as_csv([head, *rows])
    found = unit("filled", "found", b64(content), "svar.csv", SAID, data_of(site))
    answered = {item: {k: v for k, v in values.items() if v} for item, values in right.items()}
    assert found["items"] == {item: values for item, values in answered.items() if values}
    assert found["lost"] == [] and found["doubts"] == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_file_never_overrules_what_was_written_since(unit: Unit, site: Path, kind: str) -> None:
    file, item = b64(file_of(site, f"{LIST}.{kind}")), ids_of(LIST)[0]
    assert unit("filled", "merged", kind, file, SAID, data_of(site), item) == {
        "changed": [["etter"], 0],  # nobody has written since: the file's is the newer
        "older": [["etter", "nyere"], 1],
        "same": [["før", "nyere"], 1],
        "unknown": [["etter", "før"], 1],  # a file that does not say what stood there
    }


def test_two_copies_of_one_workbook_contradict_each_other_only_where_both_wrote(
    unit: Unit, site: Path
) -> None:
    """Not where one says what stood there before; unless its maker may have known more than we."""
    file, rows = b64(file_of(site, f"{LIST}.xlsx")), ids_of(LIST)[:4]
    known, *others = unit("filled", "copies", file, SAID, data_of(site), rows)
    assert known == {
        "notes": [["fra A", "fra B"], ["fra A"], ["fra B"], ["en\nto"]],
        "torn": 1,
        "passed": 1,
    }
    for unsure in others:
        assert unsure["notes"] == [["fra A", "fra B"], ["en\nto", "fra A"], ["fra B"], ["en\nto"]]
        assert (unsure["torn"], unsure["passed"]) == (2, 0)


LINES = "Ring Per\nRing Kari"
FLAT = "Ring PerRing Kari"  # as LibreOffice 7.4 saves a Word list in which nobody wrote
OLD = "fc29f926"


@pytest.mark.slow
def test_line_breaks_that_a_program_took_away_are_nobodys_answer(unit: Unit, site: Path) -> None:
    """Also where the project says something else since, and where they have become spaces."""
    file, item, data = b64(file_of(site, f"{LIST}.docx")), ids_of(LIST)[0], data_of(site)
    for back in (FLAT, LINES.replace("\n", " "), LINES):
        for since in (LINES, "Ring Ola"):
            found = unit("filled", "unbroken", file, SAID, data, item, [LINES, back, since])
            assert found == [[since], 0], (back, since)
    # What somebody wrote is an answer, and so are lines that somebody made.
    for out, back in ((LINES, "Ring PerRing Karin"), (FLAT, LINES), ("Ring Per", "")):
        assert unit("filled", "unbroken", file, SAID, data, item, [out, back, out]) == [[back], 0]
    found = unit("filled", "unbroken", file, SAID, data, item, [LINES, "Ring Eva", "Ring Ola"])
    assert found == [["Ring Eva", "Ring Ola"], 1]


def test_a_check_sum_of_a_version_before_is_still_known(unit: Unit) -> None:
    """What 2026.3 wrote of these values: every sign of them is summed."""
    values = {"status": "doing", "note": LINES}
    assert unit("filled", "sealed", values, OLD) == [True, True]
    assert unit("filled", "sealed", {**values, "note": FLAT}, OLD) == [True, False]


def test_a_row_that_two_changed_loses_nothing_of_either(unit: Unit, site: Path) -> None:
    file, rows = b64(file_of(site, f"{LIST}.xlsx")), ids_of(LIST)[:3]
    found = unit("filled", "crossed", file, SAID, data_of(site), rows)
    assert found["notes"] == [["her"], ["der", "her"], ["eldre", "ny"]]
    assert found["days"] == ["2027-02-02", "2027-01-01", "2027-01-01"]
    # What is passed over is told where nobody wrote in the row; what was emptied beside a note too.
    assert (found["torn"], found["passed"], found["cleared"]) == (2, 0, 1)


def test_an_item_that_stands_twice_in_a_file_loses_nothing(unit: Unit, site: Path) -> None:
    """In two lists, or where a row was moved: what is empty in one and stands in another is kept
    and told; a row that nobody touched is nobody's word."""
    file, rows = b64(file_of(site, f"{LIST}.xlsx")), ids_of(LIST)[:1]
    day, moved = "2027-01-01", "1 0 0 0 1"
    for found in unit("filled", "severalRows", file, SAID, data_of(site), rows):
        assert found == [
            [["en\nto"], day, moved], [["en\nto"], day, moved],
            [["ny"], day, "1 0 0 0 0"], [["ny"], day, "1 0 0 0 0"],
            [["a", "b"], day, "1 1 0 0 0"], [["en\nto"], day, "1 0 0 0 0"],
        ]  # fmt: skip


def test_a_csv_that_was_saved_as_a_workbook_says_what_it_said(unit: Unit, site: Path) -> None:
    """«'- Ring Per» holds a spreadsheet back in a CSV; in a workbook it would be a note of its own.
    Where nothing tells that it is so, what stands there is what somebody wrote."""
    notes = ["- Ring Per\n- Sjekk", "=1+1", "@alle"]
    found = unit("filled", "defused", data_of(site), ids_of(LIST)[:3], notes)
    assert found == [notes, [f"'{note}" for note in notes]]


def test_only_a_project_that_has_what_its_maker_had_knows_a_file(unit: Unit) -> None:
    broken = ["", "x", "w", "w:", "w:0", "w:1;x", "w:-1", "w.1", "x" * 400]
    assert unit("filled", "known", broken) == [[True, False, False], [False] * len(broken), True]


@pytest.mark.slow
def test_neither_does_csv_nor_a_pdf(unit: Unit, site: Path) -> None:
    item = ids_of(LIST)[0]
    blank = b64(file_of(site, f"{LIST}.xlsx"))
    old = base64.b64decode(
        unit("filled", "before", "xlsx", blank, SAID, data_of(site), item, "før")
    )
    sheet = made.as_csv(made.table_of(old))
    pdf = by_pikepdf(file_of(site, f"{LIST}-arbeidsark.pdf"), {f"{LIST}/{item}/note": "før"})
    for name, content in (("eldre.csv", sheet), ("eldre.pdf", pdf)):
        found = unit("filled", "since", b64(content), name, SAID, data_of(site), item, "nyere")
        assert found == [["før", "nyere"], 1], name
        same = unit("filled", "since", b64(content), name, SAID, data_of(site), item, "før")
        assert same == [["før"], 0], name


def _noted(kind: str, content: bytes, item: str, note: str) -> bytes:
    """A file in which a colleague has written another note."""
    if kind == "pdf":
        return by_pikepdf(content, {f"{LIST}/{item}/note": note})
    if kind == "docx":
        return made.document(content, lambda body: made.write(body, f"note:{item}", note))
    if kind == "xlsx":
        return made.workbook(content, lambda sheet: made.put(sheet, 2, notes=note))
    head, *rows = csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=";")
    (row,) = [row for row in rows if row[head.index(WORDS("column.id"))] == item]
    row[head.index(WORDS("column.notes"))] = note
    return made.as_csv([head, *rows])


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_says_whose_it_is_and_what_stood_in_it(unit: Unit, site: Path, kind: str) -> None:
    file, item, data = _given(site, LIST, kind), ids_of(LIST)[0], data_of(site)
    out = base64.b64decode(unit("filled", "before", kind, file, SAID, data, item, "før"))
    about = unit("filled", "found", b64(out), f"svar.{kind}", SAID, data)["about"]
    said = {"project": "p", "name": "Lønn & HR; æ", "made": "2026-11-26T10:00:00.000Z"}
    assert about | said == about and (about["list"], about["version"]) == (LIST, CATALOG.version)
    on = b64(_noted(kind, out, item, "etter"))
    seen = [unit("filled", "since", on, f"svar.{kind}", SAID, data, item, now) for now in
            ("før", "nyere")]  # fmt: skip
    assert seen == [[["etter"], 0], [["etter", "nyere"], 1]]


@pytest.mark.slow
def test_requirements_in_a_filled_file_say_the_readers_own_numbers(unit: Unit, site: Path) -> None:
    was = next(i["requirement"] for i in data_of(site)["items"] if "form" in i)
    now = f"{was} <Våre> & 7 dager"
    for kind in ("xlsx", "docx"):
        blank = file_of(site, f"alle-lister.{kind}")
        out = base64.b64decode(unit("filled", "renumbered", kind, b64(blank), SAID, [[was, now]]))
        assert [now in made.texts_of(kind, out), was in made.texts_of(kind, out)] == [True, False]
        assert was in made.texts_of(kind, blank)


def test_a_box_that_is_only_emptied_in_word_is_told_and_changes_nothing(
    unit: Unit, site: Path
) -> None:
    item, data = ids_of(LIST)[0], data_of(site)
    given = b64(file_of(site, f"{LIST}.docx"))
    values = {"status": "done", "note": "Et notat", "priority": "could"}
    out = base64.b64decode(unit("filled", "valued", "docx", given, SAID, data, item, values))
    xml = docx.Document(io.BytesIO(out)).element.xml
    assert f">{WORDS('column.priority')}: <" in xml and f">{WORDS('priority.could')}<" in xml
    on = made.document(out, lambda body: made.tick(body, item, done=False))
    for file, told in ((out, []), (on, ["emptied"])):
        found = unit("filled", "found", b64(file), "a.docx", SAID, data)
        assert found["items"] == {item: values}
        assert [why for _, why in found["doubts"]] == told


def test_a_priority_is_set_back_to_the_guides_in_the_sheet_that_had_another(
    unit: Unit, site: Path
) -> None:
    """A sheet that does not say what stood in it may be a blank one, and sets nothing back."""
    item = next(i.id for _, i in CATALOG.items() if i.priority == "must")
    assert unit("filled", "setBack", data_of(site), item) == ["", "could"]
