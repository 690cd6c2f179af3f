"""What every element shares: words with a reader's text in them, days, ids, what a page lacks."""

from __future__ import annotations

import json

import pytest

from macros.publish import browser

from ..conftest import Unit

# What `String.replace` would take for something else, and what looks like a placeholder.
HARD = ["$& $$ $1 $`$' {n}", "{name}", "{constructor}", "<b>&amp;</b>", ""]


@pytest.mark.parametrize("name", HARD)
def test_a_readers_text_comes_out_as_it_was_typed(unit: Unit, name: str) -> None:
    words = "«{name}» er slettet. {name}: {n} av {total}, {constructor}"
    values = {"name": name, "n": 0, "total": 12}
    told = f"«{name}» er slettet. {name}: 0 av 12, {{constructor}}"
    assert unit("elements", "filled", words, values) == told


def test_words_come_from_the_page_and_a_missing_one_is_its_key(unit: Unit) -> None:
    json = '{"left": "Viser {shown} av {total}."}'
    assert unit("elements", "said", json, "left", {"shown": 1, "total": 2}) == "Viser 1 av 2."
    assert unit("elements", "said", json, "left", {}) == "Viser {shown} av {total}."
    assert unit("elements", "said", json, "constructor", {}) == "constructor"


def test_a_day_is_written_as_norwegians_write_it(unit: Unit) -> None:
    """And it is the reader's own: half past midnight in Oslo is the day before in UTC."""
    times = ["2026-11-24", "2026-01-02T22:59:59.000Z", "2026-11-24T23:30:00.000Z",
             "2026-12-31T23:30:00Z", "2026-06-30T22:30:00Z"]  # fmt: skip
    shown = ["24.11.2026", "02.01.2026", "25.11.2026", "01.01.2027", "01.07.2026"]
    assert unit("elements", "days", times) == shown


def test_ids_differ_and_are_names_that_a_writer_may_have(unit: Unit) -> None:
    assert unit("elements", "ids", 10, 5_000) == {"different": 5_000, "odd": [], "letters": 32}
    assert unit("elements", "ids", 16, 1)["odd"] == []


def test_what_a_page_lacks_is_told_by_name(unit: Unit) -> None:
    assert unit("elements", "missed") == [
        "TypeError: <check-plan>: [data-said] is missing, HTMLInputElement is needed",
        "TypeError: <check-plan>: p is a <p>, HTMLInputElement is needed",
    ]


def test_much_work_is_done_a_piece_at_a_time_each_once_whatever_fails(unit: Unit) -> None:
    slow = unit("elements", "turns", 20, True)
    assert slow == {"atOnce": 0, "names": "abcde", "tasks": 5}
    quick = unit("elements", "turns", 0, True)
    assert (quick["atOnce"], quick["names"]) == (0, "abcde")
    assert quick["tasks"] < 5  # what takes no time waits for nobody
    assert unit("elements", "turns", 20, False)["atOnce"] == 1


def test_what_is_asked_for_again_is_done_in_the_order_it_is_asked_for(unit: Unit) -> None:
    assert unit("elements", "again", "abcd", "ca") == "bdca"


def test_a_large_catalog_is_read_a_line_at_a_time_however_it_is_written(unit: Unit) -> None:
    items = [{"id": f"punkt-{n}", "text": "ord " * 20} for n in range(20_001)]
    data = {"title": "Mange", "items": items, "lists": []}
    lines, whole = browser.written(data), json.dumps(data)
    assert json.loads(lines) == data and lines.count("\n") == 20_001 // browser.A_LINE + 3
    expected = {"title": "Mange", "ids": [x["id"] for x in items], "found": 20_001, "was": []}
    read = {text: unit("elements", "catalogRead", text) for text in (lines, whole)}
    tasks = {text: found.pop("tasks") for text, found in read.items()}
    assert read == {lines: expected, whole: expected}
    assert tasks[lines] > tasks[whole]
    few = {**data, "items": items[:3]}
    assert unit("elements", "catalogRead", browser.written(few))["ids"] == [
        x["id"] for x in items[:3]
    ]


def test_children_are_put_in_order_and_as_few_as_may_be_are_moved(unit: Unit) -> None:
    cases = {("abcd", "abcd"): "", ("abcd", "ad"): "", ("ad", "abcd"): "bc", ("", "ab"): "ab",
             ("ab", ""): "", ("abc", "cab"): "c"}  # fmt: skip
    for (before, after), moved in cases.items():
        assert unit("elements", "ordered", before, after) == [after, moved], (before, after)
