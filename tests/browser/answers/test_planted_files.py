"""What comes back in files is seen to be judged: each test fails with a fault in the scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from ..conftest import Unit
from . import test_filled as filled


class Plant(NamedTuple):
    """`old` stands once in the source of `script`, and becomes `new`; `test` must fail then."""

    script: str
    old: str
    new: str
    test: Callable[[Unit, Path], None]


COPIES = filled.test_two_copies_of_one_workbook_contradict_each_other_only_where_both_wrote
CROSSED = filled.test_a_row_that_two_changed_loses_nothing_of_either


def known(unit: Unit, _: Path) -> None:
    filled.test_only_a_project_that_has_what_its_maker_had_knows_a_file(unit)


INTO, BEFORE = "files/into.js", "files/before.js"
PLANTS = {
    "what nobody touched is taken": Plant(INTO, " || old?.has(field)", "", COPIES),
    "what nobody touched is not told": Plant(INTO, "counts.passed += 1", "0", COPIES),
    "a contradiction loses a side": Plant(
        INTO, "old ? entries.filter(([there]) => there !== here[field]) : entries",
        "old ? [] : entries", CROSSED,
    ),
    "what came is not beside what is here": Plant(
        INTO, "sorted([...stays, ...put(said)])", "put(said)", COPIES
    ),
    "what was emptied is not told": Plant(INTO, "counts.cleared += 1", "0", CROSSED),
    "lost line breaks are an answer": Plant(
        INTO, "if (rewrapped(said, here[field] ?? \"\")) continue;", "", COPIES
    ),
    "every file is known": Plant(BEFORE, "isDot(dot) && knows(seen, dot)", "true", known),
    "no file is known": Plant(BEFORE, "isDot(dot) && knows(seen, dot)", "false", known),
    "a row is known by what stands here": Plant(
        BEFORE, "later && open.length <= MOST_OPEN", "later && open.length <= 0", COPIES
    ),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", PLANTS)
def test_with_a_fault_in_it_it_does_not_pass(
    faulty: Callable[[str, str, str], Unit], site: Path, name: str
) -> None:
    script, old, new, test = PLANTS[name]
    unit = faulty(script, old, new)
    with pytest.raises(AssertionError):
        test(unit, site)
