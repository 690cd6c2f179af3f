"""Frameworks as a lens: what is declared, what refers to it, and what is told of bad references."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from conftest import ROOT

from macros import load
from macros.catalog import framework, select
from macros.catalog.model import Catalog
from macros.exports.document import documents
from macros.language import strings
from macros.problems import Faulty, plain
from macros.site import Site

GOOD = (ROOT / "tests" / "cases" / "good.yml").read_text(encoding="utf-8")
ITEM = "        facts: [U01]\n"
DECLARED = """\
frameworks:
  - id: lov
    kind: law
    title: Loven
    short: Loven
    written: Loven § %
    text: En lov.
    sources:
      - title: Kilden
        url: https://example.org/lov
        copy_dated: ukjent
        read: 2026-11-24
    points:
      - id: 2
        title: Andre
        heading: Kapittel
      - id: 10
        title: Tiende
retired:
"""


def guide(folder: Path, item: str = "", declared: str = DECLARED) -> Path:
    """A small guide whose first item has these lines more."""
    text = GOOD.replace("retired:\n", declared).replace(ITEM, ITEM + item)
    (folder / "checklists.yml").write_text(text, encoding="utf-8")
    return folder


def told(folder: Path, item: str = "", declared: str = DECLARED) -> list[str]:
    with pytest.raises(Faulty) as fault:
        load.load(guide(folder, item, declared))
    return [plain(problem) for problem in fault.value.problems]


WRONG = {
    "covers: [lover/2]": '29:18: item "punkt-en": covers: no framework "lover". '
    "Hint: did you mean lov?",
    "touches: [lov/3]": '29:19: item "punkt-en": touches: lov has no point "3". Hint: known: 2, 10',
    "covers: [lov/2, lov/2]": '29:25: item "punkt-en": covers: "lov/2" stands twice. '
    "Hint: keep it once, under covers or under touches",
    "covers: [lov]": '29:18: item "punkt-en": covers must be a reference such as gdpr/28, '
    'not "lov". Hint: the framework\'s id, a slash, the point',
}


@pytest.mark.parametrize(("line", "message"), WRONG.items())
def test_a_bad_reference_is_told_with_its_place_and_cure(
    tmp_path: Path, line: str, message: str
) -> None:
    assert told(tmp_path, f"        {line}\n") == [f"checklists.yml:{message}"]


def test_the_same_reference_in_both_fields_is_told(tmp_path: Path) -> None:
    both = "        covers: [lov/2]\n        touches: [lov/2]\n"
    (message,) = told(tmp_path, both)
    assert message.startswith('checklists.yml:30:19: item "punkt-en": touches: "lov/2" stands tw')


def test_a_reference_where_no_framework_is_declared_is_told(tmp_path: Path) -> None:
    (message,) = told(tmp_path, "        covers: [lov/2]\n", "retired:\n")
    assert message.endswith("Hint: declare it under frameworks:")


def test_what_is_wrong_with_a_framework_is_told(tmp_path: Path) -> None:
    twice = DECLARED.replace("id: 10", "id: 2").replace("Loven § %", "Loven")
    first, second = told(tmp_path, "", twice)
    assert "written: has no % for the point's number" in first
    assert 'point "2" is declared twice. Hint: delete one' in second


@pytest.fixture
def made(tmp_path: Path) -> Catalog:
    return load.load(guide(tmp_path, "        covers: [lov/10]\n        touches: [lov/2]\n"))


def test_files_say_what_an_item_meets_as_people_write_it(made: Catalog) -> None:
    rows = documents(made, strings.load("nb", ROOT / "ingen"), Site("prove"))[0].rows
    assert [(row["covers"], row["touches"]) for row in rows] == [
        ("Loven § 10", "Loven § 2"),
        ("", ""),
    ]


def test_a_guide_without_frameworks_has_no_columns_of_them(tmp_path: Path) -> None:
    catalog = load.load(guide(tmp_path, "", "retired:\n"))
    rows = documents(catalog, strings.load("nb", ROOT / "ingen"), Site("prove"))[0].rows
    assert not any(key in framework.HOW for row in rows for key, _ in row.cells)


def test_items_are_chosen_by_framework(made: Catalog) -> None:
    (section,) = select.sections(made, (), {"framework": ("lov",)})
    assert [shown.item.id for shown in section.shown] == ["punkt-en"]


def test_each_point_of_the_guide_has_its_number_and_words() -> None:
    catalog = load.load(ROOT)
    counts = {one.id: len(one.points) for one in catalog.frameworks}
    assert counts == {"nsm": 21, "iso27001": 93, "gdpr": 40}
    used = {ref for _, item in catalog.items() for ref in (*item.covers, *item.touches)}
    for one in catalog.frameworks:
        assert any(ref.startswith(f"{one.id}/") for ref in used), one.id


def read_again(name: str) -> list[dict[str, str]]:
    """40 correspondences that were read once more: a file in benchmarks/."""
    with (ROOT / "benchmarks" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def unlike(rows: list[dict[str, str]], catalog: Catalog) -> list[str]:
    """Rows that the data does not follow: what was removed is there, or what holds is not."""
    return [
        f"{row['item']} {row['reference']}"
        for row in rows
        if (row["reference"] in getattr(catalog.by_id[row["item"]][1], row["how"]))
        == (row["verdict"] == "removed")
    ]


def test_what_was_read_again_is_as_the_data_has_it() -> None:
    catalog = load.load(ROOT)
    for name in ("frameworks.csv", "frameworks-second.csv"):
        rows = read_again(name)
        assert len(rows) == 40
        assert {row["verdict"] for row in rows} - {"completed"} == {"holds", "removed"}
        assert unlike(rows, catalog) == []
        assert len(unlike([row | {"verdict": "removed"} for row in rows], catalog)) == 38  # a plant
