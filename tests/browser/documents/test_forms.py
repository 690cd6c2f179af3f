"""The price form that comes back: in the Word document, as a workbook, from the supplier's page;
read into what each supplier costs over the contract, under the customer's own numbers."""

from __future__ import annotations

import base64
import csv
import io
import json
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from playwright.sync_api import Page, expect

from macros.language import strings

from ..conftest import Unit
from ..opening import Opener
from . import office
from .steps import COMPARE, MAKE, REPLY, Made, saved
from .word import opened as word_opened
from .word import tables

WORDS = json.dumps(strings.load("nb").under("doc."))
HEAD = ["Post", "Hva", "Enhet", "Antall", "Pris per enhet", "Sum"]
ANSWERS = ["Krav nr.", "Krav", "Viktighet", "Svar", "Beskrivelse", "Dokumentasjon", "Pris"]
# What each post costs, as the supplier writes it.
PRICES = {
    "P1": "50 000",
    "P2": "1 200",
    "P3": "90",
    "P4": "1 000",
    "P5": "0",
    "P6": "1 100 kr",
    "P7": "KPI, hvert år i januar",
}
POSTS = dict(zip(PRICES, ("setup", "fixed", "user", "hour", "visit", "exit", "index"), strict=True))
AMOUNTS = {"P1": 1, "P2": 36, "P3": 900}


def rows(prices: dict[str, Any]) -> list[list[Any]]:
    """The rows of a form as they were sent, with prices."""
    return [[code, "hva", "enhet", AMOUNTS.get(code), prices.get(code), None] for code in PRICES]


def word(
    table: list[list[Any]], *, supplier: str = "", replies: dict[str, str] | None = None
) -> bytes:
    """A Word file by another hand: a name, the answers, and the form."""
    made = docx.Document()
    for cells in (
        ([[["Leverandør", supplier]]] if supplier else [])
        + (
            [[ANSWERS, *([k, "", "", v, "", "", ""] for k, v in replies.items())]]
            if replies
            else []
        )
        + [[HEAD, *table]]
    ):
        grid = made.add_table(len(cells), len(cells[0]))
        for row, texts in zip(grid.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = "" if text is None else str(text)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def book(
    table: list[list[Any]], *, supplier: str = "", formats: dict[str, str] | None = None
) -> bytes:
    """A workbook by openpyxl; `formats`: how the price of a post is shown."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for line in [HEAD, *table]:
        sheet.append(line)
    for row in sheet.iter_rows(min_row=2):
        if (formats or {}).get(str(row[0].value)):
            row[4].number_format = (formats or {})[str(row[0].value)]
    if supplier:
        made.create_sheet("Leverandør").append(["Leverandør", supplier])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(unit: Unit, content: bytes) -> Any:
    return unit("forms", "readForm", base64.b64encode(content).decode(), WORDS)


def prices_of(found: Any) -> dict[str, str]:
    return {post: one["price"] for post, one in found["form"].items()}


RIGHT = {POSTS[code]: price for code, price in PRICES.items()}


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
    assert unit("forms", "formed", free, none)["total"] == 351_200 - 50_000 - 43_200 - 24_000


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


def framed(page: Page) -> None:
    """What the quantities of the form follow from."""
    page.locator("[data-frame-fold] > summary").click()
    page.get_by_label("Brukere og steder").fill("25 brukere på tre steder")
    page.get_by_label("Avtalens lengde").fill("Tre år.")


def in_word(asked: Path, file: Path, name: str, prices: dict[str, str]) -> Path:
    """The document that was sent, filled in: yes to all, and the form of annex 3."""
    made = word_opened(asked)
    first, *others = tables(made)
    first.rows[0].cells[1].text = name
    for table in others:
        head = [cell.text for cell in table.rows[0].cells]
        for row in table.rows[1:]:
            if "Svar" in head:
                row.cells[3].text = "Oppfylt"
            elif head[0] == "Post" and row.cells[0].text in prices:
                row.cells[4].text = prices[row.cells[0].text]
    made.save(str(file))
    return file


def in_book(asked: Path, file: Path, name: str, prices: dict[str, Any]) -> Path:
    """The workbook that was sent, filled in by openpyxl."""
    made = openpyxl.load_workbook(asked)
    form, about = made.worksheets
    for row in form.iter_rows(min_row=2):
        if row[0].value in prices:
            row[4].value = prices[str(row[0].value)]
    about["B1"].value = name
    made.save(file)
    return file


def in_csv(asked: Path, file: Path, name: str) -> Path:
    """The CSV that was sent: a name, and yes to all."""
    made = list(csv.reader(io.StringIO(asked.read_text("utf-8-sig")), delimiter=";"))
    for row in made:
        if row and row[0].startswith("K") and row[0][1:].isdigit():
            row[4] = "ja"
        elif row and row[0] == "Leverandør":
            row[1] = name
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(made)
    file.write_text(out.getvalue(), encoding="utf-8-sig")
    return file


def cost_of(page: Page, name: str) -> str:
    return page.locator("[data-costs] > li", has_text=name).inner_text().replace("\u00a0", " ")


def said(page: Page) -> Any:
    return page.locator("[data-said]")


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
            gamma.locator(f"#{code} input").fill(price)
    expect(gamma.locator("#P3 [data-post-sum]")).to_have_text("Sum: 81\u00a0000\u00a0kr")
    gamma.locator("#P1 input").fill("ca. 50 000")
    gamma.wait_for_timeout(500)
    gamma.reload()
    gamma.get_by_role("button", name="Krav 2027").click()
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
    expect(said(page)).to_contain_text("Beta: prisskjemaet er lest (7 poster).")
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
    lost = cost_of(page, "Gamma")
    assert "Ikke kjent" in lost and "Prisen kan ikke leses: P1." in lost
    assert "Prisskjemaet mangler pris på P5." in lost
    # The workbook of the evaluation has them one value a cell.
    made = openpyxl.load_workbook(saved(page, "Arbeidsbok", tmp_path))
    cells = [[cell.value for cell in row] for row in made.worksheets[-1].iter_rows()]
    assert ["Alfa AS", "P3", "Drift og støtte for hver bruker", 90, 900, 81000] in [
        row[:6] for row in cells
    ]


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

    asks()
    before = stored_answer(page)
    page.get_by_role("button", name="Behold det gamle").click()
    assert stored_answer(page) == before
    asks()
    page.get_by_role("button", name="Erstatt svaret").click()
    expect(said(page)).to_contain_text("er erstattet")
    expect(opened).to_have_count(1)
    after = stored_answer(page)
    assert after["answers"][number]["reply"] == "no" and after["form"]["setup"]["price"] == "60 000"
    said(page).get_by_role("button", name="Angre").click()
    assert stored_answer(page) == before
    asks()
    page.get_by_role("button", name="Åpne som et svar til").click()
    expect(opened).to_have_count(2)
    # A price form that names nobody waits to be told whose it is.
    page.locator("[data-open]").set_input_files(
        {"name": "priser.xlsx", "mimeType": "", "buffer": book(rows({"P1": "7"}))}
    )
    expect(said(page)).to_contain_text("Prisskjemaet sier ikke hvem det er fra.")
    said(page).get_by_role("button", name="Alfa AS", exact=True).click()
    expect(said(page)).to_contain_text("Alfa AS: prisskjemaet er lest (1 poster).")
    assert stored_answer(page)["form"]["setup"]["price"] == "7"
    said(page).get_by_role("button", name="Angre").click()
    assert stored_answer(page) == before


def stored_answer(page: Page) -> Any:
    """What is kept of the first supplier."""
    state = json.loads(page.evaluate("localStorage.getItem('checklists:it-outsourcing')"))
    (kept,) = [
        part[0][0]
        for project in state["projects"].values()
        for key, part in project["documents"].items()
        if key.endswith("-s-s1")
    ]
    return json.loads(kept)


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
