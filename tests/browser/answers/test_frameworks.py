"""A framework's page: which of its points the answers meet, and the workbook of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from guide import CATALOG

from macros.catalog.framework import HOW

from ..conftest import Unit
from ..opening import Opener

TWO = [["a", "covers"], ["b", "covers"], ["c", "touches"]]
VERDICTS: tuple[tuple[list[Any], dict[str, str], str], ...] = (
    ([], {}, "none"),
    (TWO, {}, "open"),
    (TWO, {"a": "done"}, "begun"),
    (TWO, {"c": "doing"}, "begun"),
    (TWO, {"a": "done", "b": "done"}, "met"),
    (TWO, {"a": "done", "b": "irrelevant"}, "met"),
    (TWO, {"a": "irrelevant", "b": "irrelevant", "c": "done"}, "begun"),
    (TWO, {"a": "irrelevant", "b": "irrelevant", "c": "irrelevant"}, "apart"),
    ([["c", "touches"]], {"c": "done"}, "begun"),  # what only touches a point never meets it
    ([["ny", "covers", ["gammel"]]], {"gammel": "done"}, "met"),
)


def test_a_point_is_met_when_all_that_covers_it_is_done(unit: Unit) -> None:
    for mentions, statuses, expected in VERDICTS:
        assert unit("met", "of", mentions, statuses) == expected, (mentions, statuses)
    made = unit("met", "summed", [TWO, [], [["a", "covers"]]], {"a": "done"})
    assert made == {"met": 1, "begun": 1, "open": 0, "apart": 0, "none": 1}


def test_each_framework_has_a_page_that_counts_the_readers_own_answers(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener("sjekklister/personvern-i-avtalen/")
    for name in ("databehandleravtale-i-kontrakten", "innholdet-i-databehandleravtalen"):
        page.locator(f"#{name} .task-list-control").first.click()
    page.goto(f"{opener.address}rammeverk/gdpr/")
    point = page.locator('[id="gdpr-28"]')
    point.locator('[data-verdict="met"]').wait_for()
    assert "Dekket: 1" in page.locator("[data-sum]").inner_text()
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    file = tmp_path / "rammeverk.xlsx"
    download.value.save_as(file)
    points, items = openpyxl.load_workbook(file)
    assert points.max_row == 1 + len(CATALOG.framework["gdpr"].points)
    rows = [*items.iter_rows(min_row=2, values_only=True)]
    said = sum(
        one.startswith("gdpr/") for _, item in CATALOG.items()
        for how in HOW for one in getattr(item, how)
    )  # fmt: skip
    assert len(rows) == said
    done = [row for row in rows if row[0] == "GDPR art. 28" and row[5] == "Gjort"]
    assert len(done) == 2


def test_a_list_is_narrowed_to_a_framework(opener: Opener) -> None:
    page = opener("sjekklister/beredskap-og-hendelser/?framework=gdpr")
    page.locator(".checklist-filter__shown", has_text="Viser").wait_for()
    shown = page.locator("[data-item]:visible").evaluate_all("all => all.map(one => one.id)")
    home = next(c for c in CATALOG.checklists if c.id == "beredskap-og-hendelser")
    asked = [
        item.id for item in home.own()
        if any(one.startswith("gdpr/") for one in (*item.covers, *item.touches))
    ]  # fmt: skip
    assert shown == asked and 0 < len(asked) < len([*home.own()])


@pytest.mark.parametrize("name", ["nsm", "iso27001", "gdpr"])
def test_without_scripts_the_page_says_which_items_a_point_has(site: Path, name: str) -> None:
    text = (site / "rammeverk" / name / "index.html").read_text(encoding="utf-8")
    for _, item in CATALOG.items():
        if any(one.startswith(f"{name}/") for one in (*item.covers, *item.touches)):
            assert f'data-of="{item.id}"' in text
