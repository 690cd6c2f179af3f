"""What is kept of a document and of suppliers' answers is held to one rule, written and read."""

from __future__ import annotations

import json
from typing import Any

from conftest import ROOT

from macros.language import strings

from ..conftest import Unit

STORED = ROOT / "tests" / "data" / "stored"
WORDS = json.dumps(strings.load("nb").under("doc."))
BEFORE: dict[str, Any] = {
    "supplier": "Alfa AS",
    "document": "d1",
    "edition": "abc1",
    "answers": {
        "K1": {"reply": "yes", "text": "På plass", "link": "", "price": "1 200"},
        "K2": {"reply": "", "text": "", "link": "", "price": ""},
    },
    "unread": [["K2", "kanskje"]],
}


def stored(unit: Unit, name: str) -> Any:
    return unit("parts", "stored", (STORED / f"{name}.json").read_text(encoding="utf-8"))


def test_answers_that_were_stored_before_there_were_doubts_are_read_as_they_were(
    unit: Unit,
) -> None:
    assert stored(unit, "replies-before-doubts") == [0, [BEFORE], True, True]


def test_doubts_and_notes_are_kept_with_an_answer(unit: Unit) -> None:
    doubts = [["K1", "day", "01.feb", "price"], ["", "letters", "Mac Roman", ""]]
    noted = {**BEFORE["answers"]["K1"], "notes": "Fra 2028."}
    answers = {**BEFORE["answers"], "K1": noted}
    after = {**BEFORE, "answers": answers, "doubts": doubts}
    assert stored(unit, "replies") == [0, [after], True, True]


def decided(unit: Unit, name: str) -> Any:
    return unit("parts", "decided", (STORED / f"{name}.json").read_text(encoding="utf-8"))


def test_what_leads_to_a_decision_is_read_as_it_was_stored_and_written_the_same(
    unit: Unit,
) -> None:
    found = decided(unit, "decision")
    assert found["others"] == [] == found["next"]
    first, last = found["editions"]
    assert [first["n"], last["n"], first["rows"]] == [1, 2, []]
    assert [change[:2] for change in last["changes"]] == [["changed", "K1"]]
    assert [row[0] for row in last["rows"]] == ["K1", "K2"]
    assert [one["answer"] for one in found["questions"]] == ["Ja.", ""]
    assert found["people"] == [
        ["ole", {"name": "Ole", "locked": "2026-11-26T08:00:00Z", "round": 2}]
    ]
    assert found["given"] == [[["K1", {"s1": [1, "Bare dagtid"]}], ["K2", {"s1": [4, ""]}]]]
    assert found["agreed"] == [["K1", {"s1": [2, "Vi ble enige"]}]]
    assert found["lifted"] == {"s1 K1": "Vi klarer oss om natten."}
    assert found["own"] == {"total": 250000, "note": "Med lisenser"}
    assert found["settings"]["model"] == "hybrid" and found["settings"]["quality"] == 55.5
    assert found["amounts"] == {"user": 25} and found["decision"]["winner"] == "s1"
    assert found["forms"] == [
        {
            "setup": {"price": "50 000"},
            "fixed": {"price": "1 200", "amount": "36", "sum": "43 200"},
            "index": {"price": "KPI"},
        }
    ]


def test_an_edition_that_was_kept_with_whole_texts_is_compared_with_what_comes_next(
    unit: Unit,
) -> None:
    """Its mark is of another hand; what it asked is the same, so there is no third edition."""
    found = decided(unit, "editions-whole")
    assert [one["n"] for one in found["editions"]] == [1, 2]
    assert found["next"] == ["d1-u-2"] and [one[0] for one in found["changes"]] == ["changed"]


def test_a_document_from_before_there_were_editions_is_sent_as_the_first(unit: Unit) -> None:
    for name in ("replies", "replies-before-doubts", "numbers"):
        found = decided(unit, name)
        assert found["editions"] == [] == found["questions"] == found["people"]
        assert found["next"] == ["d1-u-1"] and found["changes"] == []


def test_a_doubt_that_cannot_be_read_is_still_one_and_what_is_no_answer_is_told(
    unit: Unit,
) -> None:
    doubts = [7, ["K1", "new", {}, "price"], ["K9x", "day", "x" * 999, "hvem"]]
    made = {"supplier": 5, "answers": {"K1": {"notes": "n" * 9999}, "k2": None}, "doubts": doubts}
    read, again = unit("parts", "read", made)
    assert again and read["supplier"] == "" and len(read["answers"]["K1"]["notes"]) == 4000
    assert read["doubts"] == [
        ["", "unclear", "", ""],
        ["K1", "unclear", "", "price"],
        ["", "day", "x" * 300, ""],
        ["", "kept", "", ""],
    ]
    nothing = {"supplier": "", "answers": {}, "unread": [], "doubts": [["", "kept", "", ""]]}
    things: list[Any] = [None, 5, "x", [], {"answers": []}]
    for thing in things:
        assert unit("parts", "read", thing) == [nothing, True]


def test_every_reason_to_doubt_has_words(unit: Unit) -> None:
    for language in ("nb", "en"):
        assert set(unit("parts", "whys")) == {*strings.load(language).under("doc.doubt.")}


def test_whatever_stands_in_the_parts_is_shown_and_written(unit: Unit) -> None:
    assert unit("parts", "hostile", 500, WORDS) is None


def test_parts_that_are_read_by_no_rule_are_found(unit: Unit) -> None:
    assert unit("parts", "hostile", 500, WORDS, True) is not None
