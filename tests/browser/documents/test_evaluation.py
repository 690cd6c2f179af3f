"""Every formula of the evaluation against numbers that were worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from ..conftest import Unit

near = pytest.approx
# Offers: id, quality of 10, price, absolute requirements that are not met.
THREE = [["a", 9, 120], ["b", 6, 100], ["c", 8, 160]]


@pytest.mark.parametrize(
    ("model", "price", "best", "bend", "points"),
    [
        # 10 - 10·(120 - 100)/100 = 8; the lowest has 10; twice as dear has 0, more has less.
        ("linear", 120, 100, 50, 8), ("linear", 100, 100, 50, 10), ("linear", 200, 100, 50, 0),
        ("linear", 250, 100, 50, -5),
        # 10·100/125 = 8; 10·100/250 = 4: never 0.
        ("proportional", 125, 100, 50, 8), ("proportional", 250, 100, 50, 4),
        # Up to 50 % dearer as linear: 8 and, at the bend, 5. Behind it 5·150/Pe: 200 has 3.75.
        ("hybrid", 120, 100, 50, 8), ("hybrid", 150, 100, 50, 5), ("hybrid", 200, 100, 50, 3.75),
        # Below the lowest that counts (it failed what is absolute) no more than 10.
        ("linear", 80, 100, 50, 10), ("proportional", 80, 100, 50, 10), ("hybrid", 80, 100, 50, 10),
        ("linear", 0, 0, 50, 10),
    ],
)  # fmt: skip
def test_a_price_has_the_points_of_the_guide(
    unit: Unit, model: str, price: float, best: float, bend: float, points: float
) -> None:
    assert unit("evaluation", "price", model, price, best, bend) == near(points)


def test_each_model_ranks_three_offers(unit: Unit) -> None:
    """Quality 40, price 60; best price 100.

    Linear: a 10-10·0.2 = 8, b 10, c 10-10·0.6 = 4. Results a 0.4·9 + 0.6·8 = 8.4,
    b 0.4·6 + 0.6·10 = 8.4 (equal!), c 0.4·8 + 0.6·4 = 5.6.
    Proportional: a 10/1.2 = 8.3333, c 6.25. a 3.6 + 5 = 8.6, b 8.4, c 3.2 + 3.75 = 6.95.
    Hybrid, bend 50: c is 60 % dearer: 5·150/160 = 4.6875; c 3.2 + 2.8125 = 6.0125.
    Priced, full quality worth 50: a 120 - 45 = 75, b 100 - 30 = 70, c 160 - 40 = 120.
    """
    assert unit("evaluation", "ranked", "linear", THREE) == [
        ["a", 1, near(8), near(8.4)], ["b", 1, 10, near(8.4)], ["c", 3, near(4), near(5.6)],
    ]  # fmt: skip
    assert unit("evaluation", "ranked", "proportional", THREE) == [
        ["a", 1, near(8.333333), near(8.6)], ["b", 2, 10, near(8.4)],
        ["c", 3, near(6.25), near(6.95)],
    ]  # fmt: skip
    hybrid = unit("evaluation", "ranked", "hybrid", THREE)
    assert hybrid[2] == ["c", 3, near(4.6875), near(6.0125)]
    assert unit("evaluation", "ranked", "priced", THREE, {"value": 50}) == [
        ["b", 1, None, 70], ["a", 2, None, 75], ["c", 3, None, 120],
    ]  # fmt: skip
    assert unit("evaluation", "leaders", THREE, {"value": 50}) == [
        ["a", "b"],
        ["a"],
        ["a", "b"],
        ["b"],
    ]


def test_a_published_example_of_weights_comes_out_the_same(unit: Unit) -> None:
    """Innovasjon Norge, «Evaluering av tilbudet» (a copy read on 26 November 2026): price 45,
    quality 35, experience 20; points 10, 7, 8 give 8.55 and 8, 10, 10 give 9.10. Quality here is
    the two of them: (35·7 + 20·8)/55 and 10, of 55."""
    first, second = (35 * 7 + 20 * 8) / 55, 10
    # 8 points of price in the linear model: 20 % dearer.
    found = unit(
        "evaluation", "ranked", "linear", [["x", first, 100], ["y", second, 120]],
        {"quality": 55, "price": 45},
    )  # fmt: skip
    assert found == [["y", 1, near(8), near(9.10)], ["x", 2, 10, near(8.55)]]


def test_an_unmet_absolute_requirement_is_never_made_up_for(unit: Unit) -> None:
    """a has all points and the lowest price, but one unmet: it stands last, and its price is not
    the best one: b's 100 has 10 points, and a's 50 no more than 10."""
    offers = [["a", 10, 50, 1], ["b", 2, 100], ["c", 1, 100]]
    for model in ("linear", "proportional", "hybrid"):
        found = unit("evaluation", "ranked", model, offers)
        assert [line[0] for line in found] == ["b", "c", "a"]
        assert found[0] == ["b", 1, 10, near(0.4 * 2 + 0.6 * 10)] and found[2][2] == 10
    assert unit("evaluation", "leaders", offers, {"value": 10}) == [["b"]] * 4
    # Where nobody meets them all, fewest unmet is first.
    assert unit("evaluation", "ranked", "linear", [["a", 9, 50, 2], ["b", 1, 100, 1]])[0][0] == "b"


def test_ties_zeros_gaps_and_one_alone(unit: Unit) -> None:
    """Equal offers share a place; the next is third. One alone leads with 10 for its price. A price
    of nothing cannot be divided by: told, unless all are nothing. Who has no price has no place."""
    tie = unit("evaluation", "ranked", "linear", [["a", 5, 100], ["b", 5, 100], ["c", 5, 110]])
    assert [line[:2] for line in tie] == [["a", 1], ["b", 1], ["c", 3]]
    assert unit("evaluation", "ranked", "linear", [["a", 5, 70]]) == [["a", 1, 10, near(8)]]
    assert unit("evaluation", "ranked", "linear", [["a", 5, 0], ["b", 9, 10]]) == "zero"
    free = unit("evaluation", "ranked", "hybrid", [["a", 5, 0], ["b", 9, 0]])
    assert free == [["b", 1, 10, near(9.6)], ["a", 2, 10, near(8)]]
    # Pricing quality needs no division: 0 - 5 and 10 - 9.
    zero = unit("evaluation", "ranked", "priced", [["a", 5, 0], ["b", 9, 10]], {"value": 10})
    assert zero == [["a", 1, None, -5], ["b", 2, None, 1]]
    gap = unit("evaluation", "ranked", "linear", [["a", 9, None], ["b", 1, 100]])
    assert gap == [["b", 1, 10, near(6.4)], ["a", None, None, None]]
    none = unit("evaluation", "ranked", "linear", [["a", 9, None], ["b", 1, None]])
    assert [line[1] for line in none] == [None, None]
    # Where price counts nothing, no price is needed.
    alone = unit("evaluation", "ranked", "linear", [["a", 9, None], ["b", 1, 5]], {"price": 0})
    assert [line[0] for line in alone] == ["a", "b"] and alone[0][3] == 9


@pytest.mark.parametrize(
    ("terms", "problem"),
    [
        ({"quality": -1}, "weights"), ({"quality": 0, "price": 0}, "weights"),
        ({"price": -5}, "weights"), ({"bend": 0}, "bend"), ({"bend": 100}, "bend"),
    ],
)  # fmt: skip
def test_terms_that_mean_nothing_are_told(
    unit: Unit, terms: dict[str, float], problem: str
) -> None:
    assert unit("evaluation", "ranked", "linear", THREE, terms) == problem
    assert unit("evaluation", "ranked", "priced", THREE) == "value"
    assert unit("evaluation", "ranked", "priced", THREE, {"value": -1}) == "value"


def test_ten_suppliers_are_ranked(unit: Unit) -> None:
    """Price 100 + 10·n, quality n: linear 10 - n; 0.4·n + 0.6·(10 - n) = 6 - 0.2·n: n = 0 leads.
    With quality 60 it is 4 + 0.2·n: n = 9 leads."""
    ten = [[f"s{n}", n, 100 + 10 * n] for n in range(10)]
    found = unit("evaluation", "ranked", "linear", ten)
    assert [line[0] for line in found] == [f"s{n}" for n in range(10)]
    assert [line[3] for line in found] == near([6 - 0.2 * n for n in range(10)])
    turned = unit("evaluation", "ranked", "linear", ten, {"quality": 60, "price": 40})
    assert turned[0] == ["s9", 1, near(1), near(5.8)]


def test_pricing_quality_at_the_same_worth_ranks_as_the_linear_model(unit: Unit) -> None:
    """100·40/60 = 66.67: a 120 - 60 = 60, b 100 - 40 = 60: equal, as in the linear model."""
    value = unit("evaluation", "same", THREE)
    assert value == near(66.6667, abs=1e-3)
    found = unit("evaluation", "ranked", "priced", THREE, {"value": value})
    assert [line[:2] for line in found] == [["a", 1], ["b", 1], ["c", 3]]
    assert [line[3] for line in found] == near([60, 60, 160 - 8 * value / 10])


def test_the_weight_at_which_the_winner_changes(unit: Unit) -> None:
    """Proportional: a quality 9, price 8.3333; b 6 and 10. Equal where 8.3333 + s·0.6667 =
    10 - s·4, s = 1.6667/4.6667 = 0.35714. At 40 a leads; below 35.714 per cent b does. c never."""
    found = unit("evaluation", "turns", "byWeight", "proportional", THREE)
    assert found == {"below": {"share": near(35.714, abs=1e-3), "id": "b"}, "above": None}
    # From the other side: at 20 per cent b leads, above 35.714 a does.
    other = unit(
        "evaluation", "turns", "byWeight", "proportional", THREE, {"quality": 20, "price": 80}
    )
    assert other == {"below": None, "above": {"share": near(35.714, abs=1e-3), "id": "a"}}
    # Equal already: nobody leads alone.
    assert unit("evaluation", "turns", "byWeight", "linear", THREE) == {
        "below": None,
        "above": None,
    }
    # Who has not met what is absolute takes no lead.
    unmet = [*THREE[:1], ["b", 6, 100, 1]]
    assert unit("evaluation", "turns", "byWeight", "proportional", unmet)["below"] is None


def test_the_price_at_which_the_winner_changes(unit: Unit) -> None:
    """Proportional, a 8.6 against b 8.4. a dearer: 3.6 + 0.6·10·100/p = 8.4, p = 600/4.8 = 125,
    4.1667 per cent more. b cheaper, to x: its price stays the best, a has 3.6 + 6·x/120 = 8.4:
    x = 96, 4 per cent less. c: as the best, x: 3.2 + 6 = 9.2 against a 3.6 + 6·x/120 = 9.2: x = 112
    would need c the lowest; above 100 b is the lowest and a has 8.6: 3.2 + 600/x = 8.6, x = 111.11,
    30.56 per cent less."""
    up = unit("evaluation", "turns", "dearer", "proportional", THREE)
    assert up == {"id": "a", "by": near(4.16667), "cost": near(125)}
    down = unit("evaluation", "turns", "cheaper", "proportional", THREE)
    assert down == [
        {"id": "b", "by": near(4), "cost": near(96)},
        {"id": "c", "by": near(100 * (160 - 1000 / 9) / 160), "cost": near(1000 / 9)},
    ]
    # Where price counts little no price helps: 0.9·9 + 0.1·P against 0.9·6 + 1.
    far = unit(
        "evaluation", "turns", "cheaper", "proportional", THREE[:2], {"quality": 90, "price": 10}
    )
    assert far == []


def test_what_quality_must_be_worth_for_the_winner_to_change(unit: Unit) -> None:
    """a 120 - 0.9·v, b 100 - 0.6·v: equal at v = 20/0.3 = 66.67. c (160, 8) loses to a always."""
    at = {"value": near(66.6667, abs=1e-3)}
    assert unit("evaluation", "turns", "byValue", "priced", THREE, {"value": 50}) == {
        "below": None, "above": {**at, "id": "a"},
    }  # fmt: skip
    assert unit("evaluation", "turns", "byValue", "priced", THREE, {"value": 90}) == {
        "below": {**at, "id": "b"}, "above": None,
    }  # fmt: skip


def test_quality_is_what_was_agreed_then_the_mean_then_the_reply(unit: Unit) -> None:
    """Weights 5, 3, 1. K1 must: agreed 3 of 4 = 0.75, whatever was scored. K2 must: mean of 4 and 1
    = 2.5 of 4 = 0.625. K3 should: reply «partly» = 0.5. K4 could: «no» = 0.
    All: (5·0.75 + 5·0.625 + 3·0.5)/14·10 = 8.375/14·10 = 5.9821. Topic A: must (3.75)/5·10 = 7.5,
    rest 5; topic B: must 6.25, rest 0."""
    rows = [
        ["K1", "must", "A", 3, [0, 0], "no"], ["K2", "must", "B", None, [4, 1], "yes"],
        ["K3", "should", "A", None, [], "partly"], ["K4", "could", "B", None, [], "no"],
    ]  # fmt: skip
    weights = {"must": 5, "should": 3, "could": 1}
    points, topics = unit("evaluation", "topics", rows, weights)
    assert points == near(5.98214)
    assert topics == [
        {"group": "A", "points": near(5), "must": near(7.5)},
        {"group": "B", "points": 0, "must": near(6.25)},
    ]
    assert unit("evaluation", "topics", rows, {"must": 0, "should": 0, "could": 0})[0] is None


def test_the_spread_comes_before_the_mean_and_disagreement_is_the_agenda(unit: Unit) -> None:
    """4, 4, 0: from 0 to 4, mean 8/3. K2 (must) before K1 (could) where both are four apart; what
    differs by one step is not on it."""
    assert unit("evaluation", "spreadOf", [4, 4, 0]) == {
        "least": 0, "most": 4, "spread": 4, "mean": near(8 / 3), "n": 3,
    }  # fmt: skip
    assert unit("evaluation", "spreadOf", []) is None
    rows = [{"number": "K1", "priority": "could"}, {"number": "K2", "priority": "must"}]

    def by(*scores: int) -> list[dict[str, Any]]:
        return [{"name": "x", "score": score, "note": ""} for score in scores]

    given = {"a K1": by(0, 4), "b K1": by(2, 3), "a K2": by(4, 4), "b K2": by(0, 4, 4)}
    assert unit("evaluation", "agreed", rows, given, {"must": 5, "could": 1}) == [
        ["K2", "b", 4], ["K1", "a", 4],
    ]  # fmt: skip
    assert unit("evaluation", "disagreement", [[4], [0, 2], [3, 3, 4]]) == {"far": 1, "of": 2}
    assert unit("evaluation", "disagreement", [[4], []]) is None
