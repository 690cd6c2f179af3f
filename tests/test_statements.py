"""The 40 statements that were picked and read again stand in the guide as they were judged."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from random import Random

import pytest
from conftest import ROOT
from guide import CATALOG

from benchmarks import statements
from macros import load

Row = Mapping[str, str]


def rows(name: str = "statements.csv") -> list[dict[str, str]]:
    """The table: statement, where, source, dates, verdict, and what it says now; then what a second
    reader found, who looked each up anew."""
    with (ROOT / "benchmarks" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def texts() -> str:
    """All that the guide says where a statement may stand, in single spaces."""
    made = [fact.text for fact in CATALOG.facts]
    made += [item.help for _, item in CATALOG.items()]
    return " ".join(" ".join([*made, *load.read_pages(ROOT).values()]).split())


def first_faults(judged: list[dict[str, str]], guide: str) -> Iterator[str]:
    """Rows without a source or verdict, and statements that are not what was judged."""
    for row in judged:
        if row["verdict"] not in ("right", "reworded") or not row["source"] or not row["read"]:
            yield f"{row['where']}: no verdict"
        elif (row["now"] or row["statement"]) not in guide:
            yield f"{row['where']}: is not what was judged"
        elif (
            "reworded" in (row["verdict"], row.get("second_verdict")) and row["statement"] in guide
        ):
            yield f"{row['where']}: still says what was wrong"


def faults(judged: list[dict[str, str]]) -> Iterator[str]:
    """As `first_faults`, and what the later readings lack."""
    yield from first_faults(judged, texts())
    for row in judged:
        if row["second_verdict"] not in ("holds", "reworded") or not row["second_read"]:
            yield f"{row['where']}: no second verdict"
        elif not row["second_source"]:
            yield f"{row['where']}: no second source"
        if row["third_read"] and row["third_verdict"] not in ("holds", "in part", "not found"):
            yield f"{row['where']}: no third verdict"
        elif bool(row["third_read"]) != bool(row["third_source"]):
            yield f"{row['where']}: a third reading without a source"


def test_each_of_40_statements_was_read_again_and_stands_as_it_was_judged() -> None:
    assert len(rows()) == statements.HOW_MANY
    assert list(faults(rows())) == []


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("verdict", "", "no verdict"),
        ("source", "", "no verdict"),
        ("statement", "Noe annet.", "is not what was judged"),
        ("second_verdict", "", "no second verdict"),
        ("second_read", "", "no second verdict"),
        ("second_source", "", "no second source"),
        ("second_verdict", "reworded", "still says what was wrong"),
        ("third_read", "2026-11-26", "no third verdict"),
        ("third_source", "Et sted", "a third reading without a source"),
    ],
)
def test_a_planted_row_that_does_not_hold_is_found(field: str, value: str, told: str) -> None:
    first = next(row for row in rows() if row["verdict"] == "right")
    (found,) = faults([first | {field: value}])
    assert told in found


def test_15_of_them_were_looked_up_a_third_time() -> None:
    third = [n for n, row in enumerate(rows()) if row["third_read"]]
    assert third == sorted(Random(statements.SEED + 1).sample(range(statements.HOW_MANY), 15))


def test_the_choice_is_the_same_each_time_and_of_many() -> None:
    every = list(statements.stated(CATALOG))
    assert len(every) > 150
    assert statements.sentences("Det gjelder fra 1. juli 2022. Så dette.") == [
        *("Det gjelder fra 1. juli 2022.", "Så dette.")
    ]


# --- The blind reading ----------------------------------------------------------------------------


def test_40_more_were_looked_up_from_the_sentence_alone() -> None:
    blind = rows("statements-blind.csv")
    assert len({(row["where"], row["statement"]) for row in blind}) == statements.HOW_MANY
    assert list(first_faults(blind, texts())) == []
    assert all(row["now"] for row in blind if row["verdict"] == "reworded")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("verdict", "not found", "no verdict"),
        ("source", "", "no verdict"),
        ("statement", "Noe annet.", "is not what was judged"),
        ("verdict", "reworded", "still says what was wrong"),
    ],
)
def test_a_planted_row_of_the_blind_reading_is_found(field: str, value: str, told: str) -> None:
    first = next(row for row in rows("statements-blind.csv") if row["verdict"] == "right")
    (found,) = first_faults([first | {field: value}], texts())
    assert told in found
