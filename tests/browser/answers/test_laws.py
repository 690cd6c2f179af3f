"""Laws that hold whatever was done: merging loses nothing, and what we write we read again."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT

from macros.language import strings

from ..conftest import Unit

WORDS = json.dumps(strings.load("nb").under("doc."))
FILES = ["answer", "backup", "csv", "document", "word"]


@pytest.mark.slow
def test_merging_keeps_its_laws_over_whole_lives(unit: Unit) -> None:
    """Erased, copied, opened beside, sent back, renamed, deleted, undone; clocks ± 5 years."""
    found = unit("laws", "laws", 1_000)
    assert found["broken"] == {}
    assert found["torn"] > 300 and found["projects"] > 4_000  # and there was something to keep


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_merging_keeps_its_laws_over_many_lives(unit: Unit, part: int) -> None:
    assert unit("laws", "laws", 5_000, "right", 1_001 + part * 5_000)["broken"] == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("by", "laws"),
    [
        ("mine", {"commutative"}),
        ("clock", {"associative", "kept"}),
        ("doubled", {"idempotent", "readBack"}),
        ("two", {"kept"}),
    ],
)
def test_a_merge_that_breaks_a_law_is_found(unit: Unit, by: str, laws: set[str]) -> None:
    assert laws <= set(unit("laws", "laws", 200, by)["broken"])


def test_every_file_that_we_write_is_read_back_equal(unit: Unit) -> None:
    assert unit("readback", "faults", 100, WORDS) == {}


@pytest.mark.slow
def test_many_files_that_we_write_are_read_back_equal(unit: Unit) -> None:
    assert unit("readback", "faults", 2_000, WORDS, 101) == {}


def test_a_file_that_was_changed_on_its_way_is_found(unit: Unit) -> None:
    assert unit("readback", "planted", 100, WORDS) == FILES


def test_a_document_with_ids_of_anybodys_is_kept_and_written_again(unit: Unit) -> None:
    file = (ROOT / "tests" / "data" / "replies" / "krav-id.json").read_text(encoding="utf-8")
    ids, same, aside = unit("readback", "strangeIds", file)
    assert ids == ["egen-x17cao7w", *(f"egen-k{n}" for n in range(2, 7))]
    assert same and aside == 0
