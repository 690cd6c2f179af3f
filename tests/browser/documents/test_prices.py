"""A price is one number with its unit and period, or it cannot be read; sums say which."""

from __future__ import annotations

from typing import Any

import pytest

from ..conftest import Unit

# (what was written, amount, what stands with it); None: cannot be read.
NUMBERS: list[tuple[str, float, dict[str, str]]] = [
    ("0", 0, {}),
    ("kr 0,-", 0, {}),
    ("1 200,50", 1200.5, {}),
    ("1\u00a0200,50 kr", 1200.5, {}),
    ("1.200", 1200, {}),  # Norwegians part thousands so
    ("1,200.50", 1200.5, {}),  # both signs: only one way to read it
    ("1.200.000", 1200000, {}),
    ("12.5", 12.5, {}),
    ("kr 2.500,- pr mnd", 2500, {"period": "month"}),
    ("1 200 kr per måned", 1200, {"period": "month"}),
    ("12 000 eks. mva.", 12000, {"tax": "without"}),
    ("500 + mva", 500, {"tax": "without"}),
    ("500/bruker", 500, {"unit": "bruker"}),
    ("250 kr/bruker/mnd", 250, {"unit": "bruker", "period": "month"}),
    ("5 000 kr engangspris", 5000, {"period": "once"}),
    ("USD 90", 90, {"currency": "USD"}),
    # As a supplier from abroad writes it.
    ("NOK 1450 per hour", 1450, {"period": "hour"}),
    ("EUR 90 a day", 90, {"currency": "EUR", "period": "day"}),
    ("NOK 500/week excl. VAT", 500, {"period": "week", "tax": "without"}),
    ("NOK 14500 monthly", 14500, {"period": "month"}),
    ("900 per quarter", 900, {"period": "quarter"}),
    ("12000 per annum", 12000, {"period": "year"}),
    ("5000 one-off", 5000, {"period": "once"}),
    ("9 900 kr per månad", 9900, {"period": "month"}),
]
UNREAD = (
    *("10-20", "10–20", "1,200", "0.500", "fra 500", "ca. 500", "1000 1200", "12 00", "50 %"),
    *("etter avtale", "=1+1", "-5", "1 mill", "2 stk à 100", "100 x 12", "1e5", "10.okt"),
    "01.02.2026",
    "100 kr per år, 200 kr per måned",
)  # fmt: skip


@pytest.mark.parametrize(("text", "amount", "more"), NUMBERS)
def test_a_price_is_one_number_with_what_it_is_for(
    unit: Unit, text: str, amount: float, more: dict[str, str]
) -> None:
    plain = {"currency": "NOK", "unit": "", "period": "", "tax": ""}
    assert unit("replies", "price", text) == {"kind": "number", "amount": amount, **plain, **more}


@pytest.mark.parametrize("text", UNREAD)
def test_what_is_no_single_number_is_never_guessed(unit: Unit, text: str) -> None:
    assert unit("replies", "price", text) == {"kind": "unread"}


def test_a_word_and_a_dash_are_no_numbers(unit: Unit) -> None:
    kinds = {
        text: unit("replies", "price", text)["kind"]
        for text in ("inkludert", "Gratis", "Included.", "no extra cost", "-", "n/a", "")
    }
    free = dict.fromkeys(("inkludert", "Gratis", "Included.", "no extra cost"), "word")
    assert kinds == {**free, "-": "none", "n/a": "none", "": "none"}


def test_prices_of_different_kinds_are_added_by_themselves(unit: Unit) -> None:
    prices = (
        "0",
        "fra 500",
        "100",
        "1 200 per måned",
        "300 per måned",
        "USD 90",
        "inkludert",
        "",
        "7",
    )
    all_ = [
        {"number": f"K{n}", "price": price, "doubted": price == "7"}
        for n, price in enumerate(prices, 1)
    ]
    found: Any = unit("replies", "sums", all_)
    assert (found["unread"], found["given"]) == (["K2", "K9"], 8)
    short = [
        (one["of"]["currency"], one["of"]["period"], one["sum"], len(one["numbers"]))
        for one in found["sums"]
    ]
    assert short == [("NOK", "", 100, 2), ("NOK", "month", 1500, 2), ("USD", "", 90, 1)]


def test_a_name_that_turns_its_line_stays_in_itself(unit: Unit) -> None:
    assert unit("replies", "alone", "\u202e7,9") == "\u20687,9\u2069"
    assert unit("replies", "alone", "Alfa AS") == "Alfa AS"
