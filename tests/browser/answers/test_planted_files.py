"""What comes back in files is seen to be judged: each test fails with a fault in the scripts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from ..conftest import Unit
from ..planting import Plant
from . import test_filled as filled
from . import test_filled_paper as paper

COPIES = filled.test_two_copies_of_one_workbook_contradict_each_other_only_where_both_wrote
CROSSED = filled.test_a_row_that_two_changed_loses_nothing_of_either

SEVERAL = filled.test_an_item_that_stands_twice_in_a_file_loses_nothing
BREAKS = filled.test_line_breaks_that_a_program_took_away_are_nobodys_answer


def older(unit: Unit, _: Path) -> None:
    filled.test_a_check_sum_of_a_version_before_is_still_known(unit)


def known(unit: Unit, _: Path) -> None:
    filled.test_only_a_project_that_has_what_its_maker_had_knows_a_file(unit)


TALL = paper.test_rows_that_paper_cuts_are_counted
into, before, item, fill, book = (
    partial(Plant, script=f"files/{name}.js")
    for name in ("into", "before", "one-item", "fill", "fill-workbook")
)
PLANTS = {
    "what nobody touched is taken": into(" || old?.has(field)", "", COPIES),
    "what nobody touched is not told": into("counts.passed += 1", "0", COPIES),
    "a contradiction loses a side": into(
        "old ? entries.filter(([there]) => there !== here[field]) : entries",
        "old ? [] : entries", CROSSED,
    ),
    "what came is not beside what is here": into(
        "sorted([...stays, ...put(said)])", "put(said)", COPIES
    ),
    "a row that was moved is emptied": item("without(one, lacks[n])", "one", SEVERAL),
    "a row that nobody touched speaks": item(
        "all.filter((one) => !isSealOf(one.row.seal, saidIn(one)))", "all", SEVERAL
    ),
    "an item that stands twice is not told": item("twice += 1", "twice += 0", SEVERAL),
    "what was emptied is not told": into("counts.cleared += 1", "0", CROSSED),
    "lost line breaks are an answer": into(
        "if (rewrapped(said, here[field] ?? \"\")) continue;", "", COPIES
    ),
    "line breaks that are gone are an answer": into(
        "bare(said) === bare(here)", "said === here.replaceAll(\"\\n\", \" \")", BREAKS
    ),
    "a row without its line breaks is another": before("sumOf(values, bare)",
        "sumOf(values, (text) => text ?? \"\")", BREAKS
    ),
    "no file of a version before is known": before(
        " || seal === sumOf(values, (text) => text ?? \"\")", "", older
    ),
    "every file is known": before("isDot(dot) && knows(seen, dot)", "true", known),
    "no file is known": before("isDot(dot) && knows(seen, dot)", "false", known),
    "a row that is cut is not told": fill("isCut(valuesOf(item))", "false", TALL),
    "what is not in the file is told": fill("fit ? items.filter(fit.only)", "0 ? items", TALL),
    "every long row is cut": book("> MOST_HEIGHT;", "> 0;", TALL),
    "a row's last line is forgotten": book("[note, answer, reason]", "[note, answer]", TALL),
    "a row is known by what stands here": before(
        "later && open.length <= MOST_OPEN", "later && open.length <= 0", COPIES
    ),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", PLANTS)
def test_with_a_fault_in_it_it_does_not_pass(
    faulty: Callable[[Plant], Unit], site: Path, name: str
) -> None:
    plant = PLANTS[name]
    unit = faulty(plant)
    with pytest.raises(AssertionError):
        plant.story(unit, site)
