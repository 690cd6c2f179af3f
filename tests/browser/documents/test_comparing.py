"""From a document to answers, from answers to a choice."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..axe import violations
from ..conftest import Unit
from ..opening import Opener
from .steps import COMPARE, MAKE, REPLY, Made, places, saved
from .word import opened, tables

Rows = list[dict[str, Any]]


def rows_of(files: dict[str, Path]) -> Rows:
    """The requirements of the document as its file for the suppliers has them."""
    rows: Rows = json.loads(files["json"].read_text(encoding="utf-8"))["requirements"]
    assert rows[-1]["priority"] == "should"
    return rows


def absolute(rows: Rows) -> list[str]:
    """The numbers of the absolute ones."""
    return [r["number"] for r in rows if r["priority"] == "must"]


def answered_on_the_page(opener: Opener, asked: Path, rows: Rows, folder: Path) -> Path:
    """Alfa's answer file, through the supplier's own page: yes to all, but the first absolute one
    only partly."""
    one = absolute(rows)[0]
    supplier = opener(REPLY, context=opener.new_context(width=390))
    supplier.locator("[data-open]").set_input_files(asked)
    supplier.get_by_label("Leverandør", exact=True).fill("Alfa")
    for r in rows:
        if r["number"] != one:
            supplier.locator(f"#{r['number']} [value=yes]").check()
    expect(supplier.locator("[data-count]")).to_have_text("42 av 43 krav er besvart.")
    expect(supplier.locator("[data-missing]")).to_contain_text(one)
    supplier.locator(f"#{one} [value=partly]").check()
    supplier.locator(f"#{one} [data-field=text]").fill("På engelsk etter kl. 16")
    supplier.locator(f"#{one} [data-field=price]").fill("1 200,50 kr")
    supplier.reload()
    supplier.locator("[data-again]").click()
    expect(supplier.locator("[data-count]")).to_have_text("43 av 43 krav er besvart.")
    assert violations(supplier) == []
    return saved(supplier, "Last ned svarfilen", folder)


def answered_in_word(asked: Path, folder: Path) -> Path:
    """Beta's Word file, filled in by another hand: yes to all but the last, 100 kroner each."""
    word = opened(asked)
    first, *others = tables(word)
    first.rows[0].cells[1].text = "Beta AS"
    answers = [one for one in others if one.rows[0].cells[0].text == "Krav nr."]
    assert answers, "annex 3 has a table too, of prices"
    for table in answers:
        for row in table.rows[1:]:
            row.cells[3].text = "Nei" if row.cells[0].text == "K43" else "Oppfylt"
            row.cells[6].text = "100"
    file = folder / "beta.docx"
    word.save(str(file))
    return file


def answered_in_excel(asked: Path, must: list[str], folder: Path) -> Path:
    """Gamma's CSV, as Excel saves it, with a gap and a reply that is none of the three."""
    text = asked.read_bytes().decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text), delimiter=";"))
    for row in table:
        if row and re.fullmatch(r"K\d+", row[0]):
            row[4] = {"K43": "", "K42": "Kanskje"}.get(row[0], "nei" if row[0] in must else "ja")
        elif row and row[0] == "Leverandør":
            row[1] = "Gamma"
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(table)
    file = folder / "gamma.csv"
    file.write_bytes(out.getvalue().encode("windows-1252"))
    return file


def ranked(page: Page, points: dict[str, float], one: str) -> None:
    """The suppliers in the order of `points`, each with its points and what is held against it."""
    rank = page.locator("[data-rank] li")
    for n, (name, value) in enumerate(points.items()):
        expect(rank.nth(n)).to_contain_text(name)
        shown = f"{value:.1f}".replace(".", ",").removesuffix(",0")
        expect(rank.nth(n)).to_contain_text(f"{shown} poeng")
    expect(rank.nth(0)).to_contain_text("Oppfyller alle absolutte krav")
    expect(rank.nth(0)).to_contain_text("Sum av prisene som er tall (43): 4\u00a0300 kr")
    expect(rank.nth(1)).to_contain_text(f"Oppfyller ikke absolutte krav: {one} ")
    expect(page.locator("[data-sensitivity]")).to_contain_text("Beta AS ligger først også når")
    # Unmet absolute ones first, marked.
    first = page.locator("[data-table] tbody tr").first
    expect(first).to_have_class("guide-compare__unmet")
    expect(page.locator("[data-questions]")).to_contain_text("Gamma: Dere svarte nei på")


def test_three_answers_are_compared_and_ranked_as_worked_out_by_hand(
    document: Made, opener: Opener, tmp_path: Path
) -> None:
    """A: answer file, B: .docx by python-docx, C: .csv with a gap.

    The 40 picked and 3 own have weights 5 (must), 3 (should), 1 (could); all = the sum of them.
    A says yes to all but the first absolute one (partly): points = 100 * (all - 5/2) / all, and
    A has one unmet. B says yes to all but the last own requirement (should, weight 3: no): 100
    * (all - 3) / all, no unmet. C says no to all absolute ones, yes to the rest, and leaves the
    last own one open: 100 * (all - sum of must - 3) / all; every absolute one unmet.
    """
    page, files = document
    rows = rows_of(files)
    must = absolute(rows)
    alfa = answered_on_the_page(opener, files["json"], rows, tmp_path)
    beta = answered_in_word(files["docx"], tmp_path)
    gamma = answered_in_excel(files["csv"], must, tmp_path)

    page.goto(page.url.replace(MAKE, COMPARE))
    page.locator("[data-open]").set_input_files([alfa, beta, gamma])
    expect(page.locator("[data-opened] li")).to_have_count(3)
    expect(page.locator("[data-opened]")).to_contain_text(
        "kunne ikke leses: K42 («Kanskje»). Sett dem i tabellen. Uten svar: K43."
    )
    # What could not be read is typed in.
    page.locator(f"select[data-own={places(page)[2]}][data-number=K42]").select_option("yes")
    every = sum({"must": 5, "should": 3, "could": 1}[r["priority"]] for r in rows)
    points = {
        "Beta AS": 100 * (every - 3) / every,
        "Alfa": 100 * (every - 5 / 2) / every,
        "Gamma": 100 * (every - 5 * len(must) - 3) / every,
    }
    ranked(page, points, must[0])
    rank = page.locator("[data-rank] li")
    # Our own view counts before the claim: with it met, Alfa has no unmet and fewer lost points.
    page.locator(f"select[data-own={places(page)[0]}][data-number={must[0]}]").select_option("yes")
    expect(rank.nth(0)).to_contain_text("Alfa")
    expect(rank.nth(0)).to_contain_text("100 poeng")
    page.reload()
    expect(page.locator("[data-rank] li").nth(0)).to_contain_text("Alfa")
    grid = saved(page, "CSV", tmp_path).read_bytes().decode("utf-8-sig")
    made = list(csv.reader(io.StringIO(grid), delimiter=";"))
    assert made[0][3:] == ["Alfa", "Beta AS", "Gamma"] and len(made) == 45
    assert violations(page) == []
    # Answers to another edition are recognised and said.
    page.goto(page.url.replace(COMPARE, MAKE))
    page.locator("[data-rows] li").nth(5).locator("textarea").fill("Noe helt annet.")
    page.locator("[data-rows] li").nth(6).locator("textarea").focus()
    page.goto(page.url.replace(MAKE, COMPARE))
    expect(page.locator("[data-opened] li").first).to_contain_text("en annen utgave av dokumentet")


def test_a_link_to_a_missing_answer_leads_there(document: Made, opener: Opener) -> None:
    _, files = document
    page = opener(REPLY, width=390)
    page.locator("[data-open]").set_input_files(files["json"])
    page.locator("[data-missing] a", has_text="K9").first.click()
    expect(page.locator("#K9")).to_be_in_viewport()
    expect(page.locator("[data-rows] fieldset")).to_have_count(43)


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.slow)])
def test_the_example_opens_with_one_click_and_can_be_read_on_a_phone(
    opener: Opener, width: int
) -> None:
    page = opener(COMPARE, width=width)
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-rank] li")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator("[data-table]").first.bounding_box()
    assert box and box["width"] <= width
    assert (
        page.locator("[data-table]").evaluate("e => e.scrollWidth <= e.clientWidth + 1")
        or width > 700
    )
    assert violations(page) == []
    page.goto(page.url.replace(COMPARE, MAKE))
    expect(page.locator("[data-rows] li")).to_have_count(13)
    assert violations(page) == []


def test_a_weight_that_turns_the_result_is_said(unit: Unit) -> None:
    assert unit("documents", "turned") == [
        ["must", 0.8, "a", False], ["must", 1.2, "a", False],
        ["should", 0.8, "b", True], ["should", 1.2, "a", False],
        ["could", 0.8, "a", False], ["could", 1.2, "b", True],
    ]  # fmt: skip


def test_two_who_are_alike_share_their_place_and_are_both_named(unit: Unit) -> None:
    """Where nothing tells two apart the first by name is not said to win."""
    assert unit("documents", "even") == [
        [[1, 1, 3], ["holds_even Alfa og Beta"]],
        [[1, 2, 3], ["changes_even Alfa og Beta"]],
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 200,50 kr", 1200.5),
        ("1.200", 1200),
        ("14 500", 14500),
        ("12.5", 12.5),
        ("NOK 99,-", 99),
        ("etter avtale", None),
        ("=1+1", None),
        ("-5", None),
    ],
)
def test_prices_are_read_as_norwegians_write_them(
    unit: Unit, text: str, number: float | None
) -> None:
    assert unit("documents", "price", text) == number
