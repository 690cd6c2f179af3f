"""The price form that comes back: in the Word document, as a workbook, from the supplier's page;
read into what each supplier costs over the contract, under the customer's own numbers."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from ..conftest import Unit
from .made_forms import (
    HEAD,
    PRICES,
    RIGHT,
    WORDS,
    book,
    prices_of,
    read,
    rows,
    word,
)


def test_the_form_is_read_out_of_word_and_out_of_a_workbook(unit: Unit) -> None:
    """In Word it stands beside the answers, a workbook holds it alone."""
    in_word = read(unit, word(rows(PRICES), supplier="Alfa AS", replies={"K1": "Ja", "K2": "Nei"}))
    assert prices_of(in_word) == RIGHT and in_word["supplier"] == "Alfa AS"
    assert not in_word["alone"] and in_word["doubts"] == []
    alone = read(unit, word(rows(PRICES), supplier="Alfa AS"))
    assert alone["alone"] and prices_of(alone) == RIGHT
    numbers = {**PRICES, "P1": 50000, "P2": 1200, "P3": 90.5, "P5": 0}
    in_book = read(unit, book(rows(numbers), supplier="Beta"))
    assert in_book["alone"] and in_book["supplier"] == "Beta" and in_book["doubts"] == []
    assert prices_of(in_book) == {
        **RIGHT, "setup": "50000", "fixed": "1200", "user": "90,5",
    }  # fmt: skip
    # What the supplier has written elsewhere in the row is kept, and counted nowhere.
    assert in_book["form"]["user"] == {"price": "90,5", "amount": "900"}
    assert read(unit, word(rows({}))) == {"problem": "not_docx"} == read(unit, book(rows({})))


def test_rows_that_were_moved_removed_and_added_are_told(unit: Unit) -> None:
    table = rows(PRICES)
    table = [table[4], table[0], *table[5:], table[1], table[2]]  # P4 is gone
    table[2:2] = [
        [None, "Lisenser", "år", 3, "12 000", None],  # ours never asked
        ["P8", "Reiser", "tur", None, "900", None],
        [None, None, None, None, None, None],
        [None, "Sum av postene", None, None, None, "999"],
        [None, "Totalt:", None, None, None, 5],
        ["P2", "Fast drift", "måned", 36, "1 300", None],
    ]
    found = read(unit, book(table))
    assert prices_of(found) == {
        **{post: price for post, price in RIGHT.items() if post != "hour"}, "fixed": "1 300",
    }  # fmt: skip
    assert found["doubts"] == [
        ["", "extra", "Lisenser · år · 3 · 12 000", "price"],
        ["", "extra", "P8 · Reiser · tur · 900", "price"],
        ["P2", "twice_post", "1 300 / 1 200", "price"],
    ]


def test_whatever_is_done_to_the_rows_no_total_is_told_that_does_not_stand_there(
    unit: Unit,
) -> None:
    assert unit("forms", "formChaos", 3000) == []
    assert unit("forms", "formChaos", 3000, True) != []  # planted: doubts are not heard


def test_money_of_another_country_is_seen_by_its_format(unit: Unit) -> None:
    """A cell shows «€ 90» and holds 90: without its format it would be 90 kroner."""
    formats = {
        "P1": '[$€-2] #,##0.00', "P2": '#,##0 "USD"', "P3": "[$$-409]#,##0.00",
        "P4": '"kr" #,##0.00', "P5": "[$kr-41D] #,##0", "P6": "[$kr-414] #,##0",
    }  # fmt: skip
    found = read(unit, book(rows(dict.fromkeys(PRICES, 90)), formats=formats))
    assert prices_of(found) == {
        "setup": "90 EUR", "fixed": "90 USD", "user": "90 USD", "hour": "90", "visit": "90 SEK",
        "exit": "90", "index": "90",
    }  # fmt: skip
    # A tenth of a whole is no tenth of a krone.
    share = read(unit, book(rows({"P1": 0.1, "P7": 0.03}), formats={"P1": "0%", "P7": "0.0%"}))
    assert {code: prices_of(share)[code] for code in ("setup", "index")} == {
        "setup": "10 %", "index": "3 %"
    }  # fmt: skip
    # A country without a sign is how a day is written.
    day = read(unit, book(rows({"P1": 46023}), formats={"P1": "[$-41D]yyyy-mm-dd"}))
    assert [doubt[:2] for doubt in day["doubts"]] == [["P1", "day"]]


@pytest.mark.parametrize(
    ("head", "price"),
    [
        ("Pris per enhet (kr)", {"kind": "number", "amount": 90, "currency": "NOK"}),
        ("Pris per enhet (EUR)", {"kind": "number", "amount": 90, "currency": "EUR"}),
        ("Pris per enhet i euro", {"kind": "number", "amount": 90, "currency": "EUR"}),
        ("Pris per enhet, inkl. mva.", {"kind": "number", "amount": 90, "tax": "with"}),
        ("Pris per enhet (per år)", {"kind": "number", "amount": 90, "period": "year"}),
        ("Pris per enhet (i 1000 kr)", {"kind": "unread"}),
        ("Pris per enhet (fylles ut)", {"kind": "number", "amount": 90}),
    ],
)
def test_what_a_head_says_of_prices_is_said_of_each(
    unit: Unit, head: str, price: dict[str, Any]
) -> None:
    table = [[head if text == HEAD[4] else text for text in HEAD], ["P1", "", "", 1, "90", None]]
    made = openpyxl.Workbook()
    for line in table:
        made.active.append(line)
    out = io.BytesIO()
    made.save(out)
    found = unit("replies", "price", read(unit, out.getvalue())["form"]["setup"]["price"])
    assert {name: found[name] for name in price} == price
    # The same over the prices of the answers.
    column = head.replace("Pris per enhet", "Pris")
    text = f"Krav nr.;Svar;Beskrivelse;Dokumentasjon;{column}\nK1;Ja;;;90\nK2;Ja;;;90 EUR\n"
    answers = unit("replies", "readText", text, WORDS)["answers"]
    again = unit("replies", "price", answers["K1"]["price"])
    assert {name: again[name] for name in price} == price
    assert unit("replies", "price", answers["K2"]["price"])["kind"] in ("number", "unread")


def test_a_formula_that_nobody_has_worked_out_and_a_day_are_doubted(unit: Unit) -> None:
    found = read(unit, book(rows({"P1": "=1+1", "P2": "01.feb", "P3": "1,2E+05", "P4": "5"})))
    assert [doubt[:2] for doubt in found["doubts"]] == [
        ["P1", "unclear"], ["P2", "day"], ["P3", "power"],
    ]  # fmt: skip


ASSUMED = {
    "years": 3,
    "amounts": {"user": 25, "hour": 40, "visit": 4, "exit": 30},
    "unsaid": "once",
}
FORM = {"setup": "50 000", "fixed": "1 200 kr per måned", "user": "90 per bruker per måned",
        "hour": "1 000 per time", "visit": "2 000", "exit": "1 100", "index": "KPI"}  # fmt: skip


def test_a_form_comes_to_what_the_customer_reckons_with(unit: Unit) -> None:
    """50 000 + 1 200·36 = 43 200 + 90·25·36 = 81 000 + 1 000·40·3 = 120 000 + 2 000·4·3 = 24 000
    + 1 100·30 = 33 000: 351 200."""
    found = unit("forms", "formed", FORM, ASSUMED)
    assert found["total"] == 351_200 and found["gaps"] == []
    assert found["parts"] == [
        ["setup", 1, 50_000], ["fixed", 36, 43_200], ["user", 900, 81_000], ["hour", 120, 120_000],
        ["visit", 12, 24_000], ["exit", 30, 33_000],
    ]  # fmt: skip
    # What costs nothing is said; what nobody will use may be without a price.
    free = {**FORM, "setup": "0", "fixed": "inkl.", "visit": ""}
    none = {**ASSUMED, "amounts": {**ASSUMED["amounts"], "visit": 0}}  # type: ignore[dict-item]
    found = unit("forms", "formed", free, none)
    assert found["total"] == 351_200 - 50_000 - 43_200 - 24_000
    assert found["parts"][:2] == [["setup", 1, 0], ["fixed", 36, 0]]


@pytest.mark.parametrize(
    ("changed", "gap"),
    [
        ({"fixed": ""}, {"why": "post", "what": "P2"}),
        ({"fixed": "", "exit": "-"}, {"why": "post", "what": "P2, P6"}),
        ({"user": "ca. 90"}, {"why": "unread", "what": "P3"}),
        ({"user": "90 EUR"}, {"why": "currency", "what": "EUR"}),
        ({"user": "90 inkl. mva"}, {"why": "tax", "what": ""}),
        # A year's price in the row of a month is another price than was asked for.
        ({"fixed": "14 400 per år"}, {"why": "unread", "what": "P2"}),
        ({"fixed": "1 200 per bruker"}, {"why": "unread", "what": "P2"}),
        ({"setup": "5 per måned"}, {"why": "unread", "what": "P1"}),
    ],
)
def test_what_is_missing_in_a_form_is_a_gap_and_no_zero(
    unit: Unit, changed: dict[str, str], gap: dict[str, str]
) -> None:
    found = unit("forms", "formed", {**FORM, **changed}, ASSUMED)
    assert found["total"] is None and found["gaps"] == [gap] and found["known"] < 351_200


def test_what_nobody_has_said_how_many_of_is_asked_for(unit: Unit) -> None:
    found = unit("forms", "formed", FORM, {**ASSUMED, "amounts": {"user": 25}})
    assert found["gaps"] == [{"why": "amount", "what": what} for what in ("hour", "visit", "exit")]
    years = unit("forms", "formed", FORM, {**ASSUMED, "years": None})
    assert years["gaps"] == [{"why": "years", "what": ""}]
    doubt = unit("forms", "formed", FORM, ASSUMED, {"doubted": ["P1"]})
    assert doubt["gaps"] == [{"why": "unread", "what": "P1"}]
    extra = unit("forms", "formed", FORM, ASSUMED, {"extra": ["Lisenser"]})
    assert extra["gaps"] == [{"why": "extra", "what": "Lisenser"}] and extra["total"] is None


def test_who_leaves_the_form_out_where_others_fill_it_in_has_a_gap(unit: Unit) -> None:
    empty: dict[str, str] = {}
    assert unit("forms", "formed", empty, ASSUMED, {"given": True})["gaps"] == [
        {"why": "form", "what": ""}
    ]
    assert unit("forms", "formed", empty, ASSUMED)["gaps"] == [{"why": "none", "what": ""}]


@pytest.mark.parametrize(
    ("text", "years"),
    [("Three years", 3), ("1 year", 1), ("2 years and a half", 2), ("eitt år", 1)],
)
def test_the_length_is_read_in_the_languages_of_the_guide(
    unit: Unit, text: str, years: float
) -> None:
    assert unit("evaluation", "yearsOf", text) == years
