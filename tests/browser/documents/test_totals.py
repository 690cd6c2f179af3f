"""What an offer costs over the contract, and what is kept of an evaluation."""

from __future__ import annotations

from typing import Any

import pytest

from ..conftest import Unit


def prices(*texts: str) -> list[dict[str, Any]]:
    return [{"number": f"K{n}", "price": t, "doubted": False} for n, t in enumerate(texts, 1)]


ASSUMED = {"years": 3, "unsaid": "once", "amounts": {"bruker": 25, "hour": 40}}


def test_the_total_over_the_contract_shows_what_it_assumes(unit: Unit) -> None:
    """50 000 once + 1 200 a month · 12 · 3 = 43 200 + 90 per user a month · 25 · 12 · 3 = 81 000
    + 1 000 an hour · 40 hours a year · 3 = 120 000: 294 200. «inkl.» adds nothing."""
    found = unit(
        "evaluation", "cost",
        prices("50 000", "1 200 per måned", "90 per bruker per måned", "1000 per time", "inkl."),
        ASSUMED,
    )  # fmt: skip
    assert found["total"] == found["known"] == 294_200 and found["gaps"] == []
    assert [part["total"] for part in found["parts"]] == [50_000, 43_200, 81_000, 120_000]


def test_the_basket_of_the_guide_comes_out_the_same(unit: Unit) -> None:
    """DFØ's guide, «Lavest pris eller lavest kostnad»: 1500 cartons at 18, 50 packets of flour at
    20, 1200 of coffee at 25 and 540 of butter at 32 come to kr 75 280."""
    amounts = {"kartong": 1500, "melpakke": 50, "kaffepakke": 1200, "smørpakke": 540}
    found = unit(
        "evaluation", "cost",
        prices("18 per kartong", "20 per melpakke", "25 per kaffepakke", "32 per smørpakke"),
        {"years": 1, "unsaid": "once", "amounts": amounts},
    )  # fmt: skip
    assert found["total"] == 75_280


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("ca. 500", {"why": "unread", "what": "K2"}),
        ("500 EUR", {"why": "currency", "what": "EUR"}),
        ("500 inkl. mva", {"why": "tax", "what": ""}),
        ("500 per sak", {"why": "amount", "what": "sak"}),
        ("500 per dag", {"why": "amount", "what": "day"}),
    ],
)
def test_what_cannot_be_summed_is_a_gap_and_no_zero(
    unit: Unit, text: str, gap: dict[str, str]
) -> None:
    found = unit("evaluation", "cost", prices("100", text), ASSUMED)
    assert found["total"] is None and found["known"] == 100 and found["gaps"] == [gap]
    # What we write ourselves counts instead.
    own = unit("evaluation", "cost", prices("100", text), ASSUMED, 7)
    assert own["total"] == 7 and own["own"] is True


def test_a_price_of_nothing_is_said_and_no_price_is_a_gap(unit: Unit) -> None:
    assert unit("evaluation", "cost", prices("0"), ASSUMED)["total"] == 0
    assert unit("evaluation", "cost", prices("", "-"), ASSUMED)["gaps"] == [
        {"why": "none", "what": ""}
    ]
    yearly = unit("evaluation", "cost", prices("5 per år"), {**ASSUMED, "years": None})
    assert yearly["gaps"] == [{"why": "years", "what": ""}]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Tre år.", 3), ("3 år med opsjon på 1 + 1 år", 3), ("2,5 år", 2.5), ("36 måneder", None),
        ("", None), ("i årevis", None), ("99 år", None), ("Avtalen varer i 4 år", 4),
        ("3 + 1 + 1 år", None), ("3-5 år", None), ("to til tre år", None), ("3 eller 5 år", None),
        ("3 år, så 2 år", None), ("3 år, kan forlenges med 2 år", 3), ("3 år (+ opsjon 1 år)", 3),
        ("tre–fire år", None), ("i 3 år fra signering", 3),
    ],
)  # fmt: skip
def test_the_length_of_the_contract_is_read_from_the_document(
    unit: Unit, text: str, years: float | None
) -> None:
    assert unit("evaluation", "yearsOf", text) == years


@pytest.mark.parametrize(
    ("text", "users"),
    [
        ("25 brukere", 25), ("20 ansatte på to steder", 20), ("25 brukere, 3 kontorer", 25),
        ("25 users at 2 sites", 25), ("12 brukere i Oslo og 8 brukere i Bergen", None),
        ("12 brukere i Oslo og 8 i Bergen", None), ("mellom 15 og 20 brukere", None),
        ("15-20 brukere", None), ("20 ansatte, 12 av dem har pc", None), ("20", None), ("", None),
        ("2 steder, 14 tilsette", 14),
    ],
)  # fmt: skip
def test_how_many_users_is_read_from_the_document_where_it_says_one_number(
    unit: Unit, text: str, users: int | None
) -> None:
    assert unit("evaluation", "usersOf", text) == users


SAID = {
    "model": ("priced", "best"), "quality": ("55,5", "-1"), "price": ("0", "mye"),
    "bend": ("30 %", "100"), "value": ("1 200 000", "1e9"), "years": ("4", "0"),
    "unsaid": ("month", "hour"), "round": ("2", "0"),
}  # fmt: skip


def test_what_is_kept_of_an_evaluation_is_read_again_and_nothing_else_is_written(
    unit: Unit,
) -> None:
    """A document that was made before has nothing of it: it is in its first round, unweighed."""
    assert unit("evaluation", "settings", {}) == {
        "model": "linear", "quality": 60, "price": 40, "bend": 50, "value": None, "years": None,
        "unsaid": "once", "hidden": False, "round": 1,
    }  # fmt: skip
    good = {name: said for name, (said, _) in SAID.items()}
    assert unit("evaluation", "settings", good) == {
        "model": "priced", "quality": 55.5, "price": 0, "bend": 30, "value": 1_200_000, "years": 4,
        "unsaid": "month", "hidden": False, "round": 2,
    }  # fmt: skip
    for name, (_, bad) in SAID.items():
        assert unit("evaluation", "setting", name, bad) is None, name
        # A colleague's file may hold it all the same: then nothing is said.
        assert unit("evaluation", "settings", {}, {name: bad}) == unit("evaluation", "settings", {})
        assert unit("evaluation", "setting", name, "") is not None


def test_scores_outside_the_scale_are_left_out(unit: Unit) -> None:
    made = {"s1": [4, "a"], "s2": [5, "b"], "s3": [-1, ""], "s4": [1.5, ""], "s5": "4",
            "x": [1, ""], "s10": [0, 7], "sx1q": [2, ""], "sxA": [2, ""]}  # fmt: skip
    assert unit("evaluation", "scores", made) == {"s1": [4, "a"], "s10": [0, ""], "sx1q": [2, ""]}
    assert unit("evaluation", "scores", [1]) == {}


def test_whatever_stands_in_the_parts_twice_read_is_once_read(unit: Unit) -> None:
    assert unit("evaluation", "hostile") is None
