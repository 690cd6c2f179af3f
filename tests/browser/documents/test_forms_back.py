"""Forms that come back from suppliers, in a browser: what they cost, and the same one once more."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Error, Page, expect

from ..conftest import Unit
from ..opening import Opener
from ..planting import Plant
from . import office
from .made_forms import (
    PRICES,
    RIGHT,
    WORDS,
    book,
    cost_of,
    framed,
    in_book,
    in_csv,
    in_word,
    prices_of,
    read,
    rows,
    said,
)
from .steps import COMPARE, MAKE, REPLY, Made, places, saved
from .word import opened as word_opened
from .word import tables


@pytest.mark.slow
def test_three_suppliers_send_their_prices_in_three_ways_and_are_compared(
    document: Made, opener: Opener, tmp_path: Path
) -> None:
    """Alfa in Word, Beta by CSV and a workbook, Gamma on the supplier's page. Over three years with
    25 users: Alfa 50 000 + 1 200·36 + 90·900 = 174 200, and 40 hours a year, 4 visits a year, 30
    hours at the end: 1 000·120 + 0 + 1 100·30 = 153 000; 327 200 in all. Beta 327 199."""
    page, _ = document
    framed(page)
    word_file = in_word(saved(page, "Word", tmp_path), tmp_path / "alfa.docx", "Alfa AS", PRICES)
    page.get_by_label("Navnet på virksomheten").fill("")
    numbers = {**PRICES, "P1": 49999, "P2": 1200, "P3": 90, "P4": 1000, "P5": 0, "P6": 1100}
    book_file = in_book(
        saved(page, "Prisskjema", tmp_path), tmp_path / "beta.xlsx", "beta", numbers
    )
    beta = in_csv(saved(page, "CSV", tmp_path), tmp_path / "beta.csv", "Beta")
    for_page = saved(page, "Fil for svarsiden", tmp_path)

    gamma = opener(REPLY, context=opener.new_context(width=390))
    gamma.locator("[data-open]").set_input_files(for_page)
    gamma.get_by_label("Leverandør", exact=True).fill("Gamma")
    for box in gamma.locator("[data-rows] [value=yes]").all():
        box.check()
    for code, price in PRICES.items():
        if code != "P5":
            gamma.locator(f"#{code} :is(input, textarea)").fill(price)
    expect(gamma.locator("#P3 [data-post-sum]")).to_have_text("Sum: 81\u00a0000\u00a0kr")
    gamma.locator("#P1 input").fill("ca. 50 000")
    gamma.wait_for_timeout(500)
    gamma.reload()
    gamma.locator("[data-again]").click()
    expect(gamma.locator("#P1 input")).to_have_value("ca. 50 000")
    gamma.get_by_role("button", name="Last ned svarfilen").click()
    gaps = gamma.locator("[data-gaps]")
    expect(gaps).to_contain_text("P1 Prisen lar seg ikke lese som ett beløp.")
    expect(gaps).to_contain_text("P5 Posten mangler pris.")
    assert gamma.evaluate("document.documentElement.scrollWidth") <= 390
    answer = saved(gamma, "Last ned likevel", tmp_path)
    gamma.get_by_role("button", name="Last ned som arbeidsbok").click()
    made = openpyxl.load_workbook(saved(gamma, "Last ned likevel", tmp_path))
    assert made.sheetnames == ["Svar på kravene", "Prisskjema", "Leverandør"]
    assert [cell.value for cell in made["Prisskjema"][4]][4:] == [90, 81000]

    page.goto(page.url.replace(MAKE, COMPARE))
    page.locator("[data-open]").set_input_files([book_file, word_file, beta, answer])
    expect(page.locator("[data-opened] > li")).to_have_count(3)
    expect(said(page)).to_contain_text("Beta: prisskjemaet er lest. Poster med pris: 7.")
    # Nobody has said how many hours and visits: that is asked, and nobody's sum is known.
    page.locator("details", has=page.locator("[data-costs]")).locator("summary").first.click()
    for name in ("Alfa AS", "Beta", "Gamma"):
        assert "Ikke kjent" in cost_of(page, name)
    assert "Si hvor mange timer dere regner med i året." in cost_of(page, "Alfa AS")
    expect(page.locator("[data-unit=user]")).to_have_value("25")
    for unit_, many in (("hour", "40"), ("visit", "4"), ("exit", "30")):
        page.locator(f"[data-unit={unit_}]").fill(many)
        page.locator(f"[data-unit={unit_}]").blur()
    alfa = cost_of(page, "Alfa AS")
    assert alfa.startswith("Alfa AS: 327 200 kr"), alfa
    assert "P3 Drift og støtte for hver bruker: 90 kr \u00d7 900 = 81 000 kr" in alfa
    assert "Prisene reguleres slik: KPI, hvert år i januar." in alfa
    assert cost_of(page, "Beta").startswith("Beta: 327 199 kr")
    assert "P5 Oppmøte hos kunden: ingen kostnad" in cost_of(page, "Beta")
    lost = cost_of(page, "Gamma")
    assert "Ikke kjent" in lost and "Prisen kan ikke leses: P1." in lost
    assert "Prisskjemaet mangler pris på P5." in lost
    # Prices were given for as many as the form said, in whichever file they came.
    users = page.locator("[data-unit=user]")
    users.fill("40")
    users.blur()
    for name in ("Alfa AS", "Beta", "Gamma"):
        told = cost_of(page, name).replace("\u00a0", " ")
        assert "P3: i skjemaet står antallet 900. Vi regner med 1 440." in told, told
    users.fill("25")
    users.blur()
    # The workbook of the evaluation has them one value a cell.
    made = openpyxl.load_workbook(saved(page, "Arbeidsbok", tmp_path))
    cells = [[cell.value for cell in row] for row in made.worksheets[-1].iter_rows()]
    rows = [row[:6] for row in cells]
    assert ["Alfa AS", "P3", "Drift og støtte for hver bruker", 90, 900, 81000] in rows
    assert ["Beta", "P5", "Oppmøte hos kunden", 0, 12, 0] in rows


@pytest.mark.slow
def test_the_same_reply_once_more_takes_the_place_of_the_first_when_somebody_says_so(
    document: Made, tmp_path: Path
) -> None:
    page, files = document
    first = in_word(files["docx"], tmp_path / "alfa.docx", "Alfa AS", PRICES)
    page.goto(page.url.replace(MAKE, COMPARE))
    opened = page.locator("[data-opened] > li")
    page.locator("[data-open]").set_input_files(first)
    expect(opened).to_have_count(1)
    page.locator("[data-open]").set_input_files(first)
    expect(said(page)).to_contain_text("Alfa AS: svaret er åpnet fra før, og er likt.")
    expect(opened).to_have_count(1)
    made = word_opened(first)
    filled = tables(made)
    filled[0].rows[0].cells[1].text = " alfa  as "
    answers = next(one for one in filled if one.rows[0].cells[-1].text == "Pris")
    number = answers.rows[1].cells[0].text
    answers.rows[1].cells[3].text = "Nei"
    filled[-1].rows[1].cells[4].text = "60 000"
    second = tmp_path / "alfa-2.docx"
    made.save(str(second))

    def asks() -> None:
        page.locator("[data-open]").set_input_files(second)
        expect(said(page)).to_contain_text(
            f"Erstatte svaret fra alfa as? Det nye svaret er annerledes 2 steder: {number}, Pris"
        )
        expect(page.get_by_role("button", name="Erstatt svaret")).to_be_focused()

    (place,) = places(page)
    asks()
    before = stored_answer(page, place)
    page.get_by_role("button", name="Behold det gamle").click()
    assert stored_answer(page, place) == before
    asks()
    page.get_by_role("button", name="Erstatt svaret").click()
    expect(said(page)).to_contain_text("er erstattet")
    expect(opened).to_have_count(1)
    after = stored_answer(page, place)
    assert after["answers"][number]["reply"] == "no" and after["form"]["setup"]["price"] == "60 000"
    said(page).get_by_role("button", name="Angre").click()
    assert stored_answer(page, place) == before
    asks()
    page.get_by_role("button", name="Åpne som et svar til").click()
    expect(opened).to_have_count(2)
    # A price form that names nobody waits to be told whose it is.
    page.locator("[data-open]").set_input_files(
        {"name": "priser.xlsx", "mimeType": "", "buffer": book(rows({"P1": "7"}))}
    )
    expect(said(page)).to_contain_text("Prisskjemaet sier ikke hvem det er fra.")
    said(page).get_by_role("button", name="Alfa AS", exact=True).click()
    expect(said(page)).to_contain_text("Alfa AS: prisskjemaet er lest. Poster med pris: 1.")
    assert stored_answer(page, place)["form"]["setup"]["price"] == "7"
    said(page).get_by_role("button", name="Angre").click()
    assert stored_answer(page, place) == before


def stored_answer(page: Page, place: str) -> Any:
    """What is kept of a supplier."""
    state = json.loads(page.evaluate("localStorage.getItem('checklists:it-outsourcing')"))
    (kept,) = [
        part[0][0]
        for project in state["projects"].values()
        for key, part in project["documents"].items()
        if key.endswith(f"-s-{place}")
    ]
    return json.loads(kept)


def prices_are_of_what_was_asked(unit: Unit) -> None:
    file = {
        "format": "svar", "version": 1, "document": "d1", "edition": "e1", "supplier": "A",
        "answers": {}, "form": {"user": {"price": "90"}, "fixed": {"price": "5", "amount": "12"}},
    }  # fmt: skip
    of = {
        "id": "d1",
        "edition": "e1",
        "form": [{"id": "user", "amount": 900}, {"id": "fixed", "amount": 36}],
    }
    bare = {"fixed": {"price": "5", "amount": "12"}, "user": {"price": "90"}}
    right = {**bare, "user": {"price": "90", "amount": "900"}}
    assert unit("forms", "formRead", {**file, "of": of}) == right
    # Neither another document's numbers, nor those of an edition that was not answered.
    for other in (None, "?", {**of, "id": "d2"}, {**of, "edition": "e2"}, {**of, "form": 3}):
        assert unit("forms", "formRead", {**file, "of": other}) == bare, other


def test_a_reply_files_prices_are_of_as_many_as_its_document_asked_for(unit: Unit) -> None:
    prices_are_of_what_was_asked(unit)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("isOf && Array", "false && Array"),
        ("isOf && Array", "Array"),
        ("of.edition === edition;", "true;"),
        ("made.amount ? null :", ""),
    ],
)
def test_a_fault_in_how_many_is_seen(faulty: Callable[[Plant], Unit], old: str, new: str) -> None:
    plant = Plant(old, new, prices_are_of_what_was_asked, "documents/files.js")
    with pytest.raises((AssertionError, Error)):
        plant.story(faulty(plant))


def test_what_is_another_in_a_reply_that_comes_once_more(unit: Unit) -> None:
    yes, no = {"reply": "yes", "text": "a"}, {"reply": "no", "text": "a"}

    def again(before: Any, after: Any) -> list[str]:
        found: list[str] = unit("forms", "again", before, after)
        return found

    one = {"answers": {"K2": yes, "K10": yes}, "edition": "e1"}
    assert again(one, one) == []
    assert again(one, {**one, "answers": {"K10": no, "K3": yes}}) == ["K2", "K3", "K10"]
    assert again({"unread": [["K1", "?"]], "answers": {"K1": {}}}, {"answers": {"K1": {}}}) == [
        "K1"
    ]
    # The same answers to what was changed meanwhile are another reply.
    assert again(one, {**one, "edition": "e2"}) == ["edition"]
    form = {"setup": {"price": "1"}}
    assert again(one, {**one, "form": form}) == ["form"]
    # A workbook has 10000 where «10.000» was typed: the same price, and no other money.
    priced = {"form": {"setup": {"price": "10.000"}}}
    for price, told in (("10000", []), ("10 000", []), ("10000 EUR", ["form"]), ("1000", ["form"])):
        assert again(priced, {"form": {"setup": {"price": price}}}) == told, price
    # A form that came by itself stays with whoever answers once more without one.
    had = {"form": form, "doubts": [["P1", "day", "", ""], ["K1", "day", "", ""]]}
    assert unit("forms", "formAgain", had, {}) == [form, [["P1", "day"]]]
    newer = {"setup": {"price": "2"}}
    assert unit("forms", "formAgain", had, {"form": newer}) == [newer, []]
    assert unit("forms", "folded", "  Alfa\u200b\n AS ") == "alfa as"


def test_an_answer_that_leaves_as_a_workbook_is_read_as_the_answer_file_is(unit: Unit) -> None:
    found = unit("forms", "bookBack", WORDS)
    assert found["answers"] == {
        "K1": {"reply": "yes", "text": "Linje 1\nLinje 2", "link": "https://a.no/b",
               "price": "1 200 kr per måned"},
        "K2": {"reply": "no", "text": "=1+1", "link": "", "price": ""},
        "K3": {"reply": "", "text": "", "link": "", "price": ""},
    }  # fmt: skip
    assert found["form"] == {
        "setup": {"price": "50000", "amount": "1", "sum": "50000"},
        "fixed": {"price": "1 200,50 kr", "amount": "36", "sum": "43218"},
        "index": {"price": "KPI"},
    }
    assert (found["supplier"], found["of"], found["edition"]) == ("=Alfa; <AS>", "d1", "abc")
    assert found["unread"] == [["K3", ""]] and found["doubts"] == []


@pytest.mark.slow
@office.needed
def test_what_libreoffice_has_saved_is_read_the_same(
    document: Made, unit: Unit, tmp_path: Path
) -> None:
    page, _ = document
    framed(page)
    made = in_word(saved(page, "Word", tmp_path), tmp_path / "a.docx", "Alfa AS", PRICES)
    numbers = {**PRICES, "P2": 1200.5}
    books = in_book(saved(page, "Prisskjema", tmp_path), tmp_path / "a.xlsx", "Beta", numbers)
    for file, name in ((made, "Alfa AS"), (books, "Beta")):
        kept = office.saved_again(file, tmp_path / file.suffix[1:])
        found = read(unit, kept.read_bytes())
        assert found["supplier"] == name and found["doubts"] == []
        price = "1200,5" if file == books else PRICES["P2"]
        assert prices_of(found) == {**RIGHT, "fixed": price}
