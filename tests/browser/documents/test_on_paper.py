"""The comparison on paper, and names that turn their line: seen in a browser and in its PDF."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from ..opening import Opener
from .hostile import ANSWER
from .steps import COMPARE

CLIPPED = """() => {
  const style = document.createElement("style");
  style.textContent = "@media print { .guide-compare__table table { min-inline-size: 120rem; } }";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style.textContent.replace("table {", "table:not([class]):not(#x) {"));
  document.adoptedStyleSheets = [sheet];
}"""


def example(opener: Opener) -> Page:
    page = opener(COMPARE)
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-opened] li")).to_have_count(3)
    return page


def columns(page: Page, names: list[str], landscape: bool) -> list[tuple[list[float], float]]:
    """Where on a sheet of A4 the heads of the suppliers' columns begin, in points, wherever a line
    has them all; with the sheet's width."""
    pdf = page.pdf(format="A4", landscape=landscape, prefer_css_page_size=not landscape)
    found = []
    for sheet in PdfReader(io.BytesIO(pdf)).pages:
        lines: dict[int, dict[str, float]] = {}

        def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
            x, y = (tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5])
            for word in names:
                if text.strip().startswith(word):
                    lines.setdefault(round(y), {}).setdefault(word, x)  # noqa: B023

        sheet.extract_text(visitor_text=visit)
        found += [
            ([line[word] for word in names], float(sheet.mediabox.width))
            for line in lines.values()
            if len(line) == len(names)
        ]
    assert found, "no line has the heads of all suppliers"
    return found


def fits(page: Page, landscape: bool = False) -> list[bool]:
    """Whether the last supplier's column ends within the sheet, for each line that has the heads of
    all: the columns of a table are equally wide. A table that loses a head is no such line."""
    heads = page.locator("[data-table] thead th").all_inner_texts()[1:]
    made = []
    for at, width in columns(page, [name.split()[0] for name in heads], landscape):
        at.sort()  # tables of the result have the one that leads first
        made.append(at[-1] + (at[-1] - at[-2]) <= width)
    return made


@pytest.mark.slow
@pytest.mark.parametrize("n", [2, 3, 6])
def test_no_supplier_is_cut_off_on_paper(opener: Opener, tmp_path: Path, n: int) -> None:
    page = example(opener)
    for word in ("Alfa", "Beta", "Gamma")[: max(0, n - 3)]:
        file = tmp_path / f"{word}.json"
        file.write_text(json.dumps({**ANSWER, "supplier": f"{word} drift AS"}), encoding="utf-8")
        page.locator("[data-open]").set_input_files(file)
        expect(
            page.locator("[data-opened] li").filter(has=page.locator("input"))
        ).not_to_have_count(0)
    if n < 3:
        page.get_by_role("button", name="Ta ut Skypartner").click()
    expect(page.locator("[data-table] thead th")).to_have_count(n + 1)
    # In the ranking under all models, in the heat table and in the table of answers.
    upright, turned = fits(page), fits(page, landscape=True)
    assert all(upright) and all(turned) and min(len(upright), len(turned)) > 2
    page.evaluate(CLIPPED)  # as it was: a table with a least width
    clipped = fits(page)
    assert not all(clipped) or len(clipped) < len(upright)


# What lies beyond the sheet is left out of a PDF.
LOST = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("@media print { check-compare thead th:last-child { display: none; } }");
  document.adoptedStyleSheets = [sheet];
}"""
WORDS = ("Alfa", "Beta", "Delta", "Epsilon", "Kappa", "Lambda", "Omega")


def cut(page: Page, landscape: bool) -> list[str]:
    """Whose column begins nowhere on paper, or ends beyond the sheet: in the ranking under all
    models, in the heat table and in the answers. A line has those of a part."""
    fields = page.locator("[data-opened] input[data-name]")
    names = [name.split()[0] for name in fields.evaluate_all("all => all.map(one => one.value)")]
    pdf = page.pdf(format="A4", landscape=landscape, prefer_css_page_size=not landscape)
    found: dict[str, list[bool]] = {name: [] for name in names}
    for sheet in PdfReader(io.BytesIO(pdf)).pages:
        lines: dict[int, dict[str, float]] = {}

        def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
            x, y = (tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5])
            for name in names:
                if text.strip().startswith(name):
                    lines.setdefault(round(y), {}).setdefault(name, x)  # noqa: B023

        sheet.extract_text(visitor_text=visit)
        for line in (line for line in lines.values() if len(line) > 1):
            at = sorted(line.values())
            least = min(b - a for a, b in pairwise(at))  # no column is narrower than its head
            for name, x in line.items():
                found[name].append(x + least <= float(sheet.mediabox.width))
    return [name for name, fits_ in found.items() if len(fits_) < 3 or not all(fits_)]


@pytest.mark.slow
def test_four_to_ten_suppliers_are_printed_in_parts_where_many_and_none_is_cut_off(
    opener: Opener, tmp_path: Path
) -> None:
    page = example(opener)
    for n, word in enumerate(WORDS, 4):
        file = tmp_path / f"{word}.json"
        file.write_text(json.dumps({**ANSWER, "supplier": f"{word} drift AS"}), encoding="utf-8")
        page.locator("[data-open]").set_input_files(file)
        expect(page.locator("[data-opened] > li")).to_have_count(n)
        assert [cut(page, False), cut(page, True)] == [[], []], n
        page.evaluate(CLIPPED)
        assert cut(page, False) and cut(page, True), "a table that is too wide is not found"
        page.evaluate("document.adoptedStyleSheets = []")
    heads = page.locator("[data-table] thead tr")
    assert heads.evaluate_all("all => all.map(one => one.cells.length)") == [6, 6]
    # On screen the tables scroll by themselves, and the page does not.
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Skriv ut beslutningsarket").click()
    expect(page.locator("body > .guide-sheet")).to_have_count(1)
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) == 1 and all(word in sheets[0].extract_text() for word in WORDS)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("body > .guide-sheet")).to_have_count(0)
    page.evaluate(LOST)
    assert cut(page, False), "a supplier whose column is not printed is not found"
    # Two more than there is room for: the others stand, and it is said.
    for word in ("Sigma", "Theta"):
        file = tmp_path / f"{word}.json"
        file.write_text(json.dumps({**ANSWER, "supplier": f"{word} drift AS"}), encoding="utf-8")
        page.locator("[data-open]").set_input_files(file)
        expect(page.locator("[data-said]")).to_contain_text("Det er plass til ti svar.")
    expect(page.locator("[data-opened] > li")).to_have_count(10)


def test_a_name_that_turns_its_line_turns_nothing_else(opener: Opener, tmp_path: Path) -> None:
    page = example(opener)
    page.get_by_role("button", name="Ta ut Skypartner").click()
    file = tmp_path / "svar.json"
    reply = {"reply": "yes", "text": "\u202e7,9", "link": "", "price": "\u202e7,9"}
    answer = {**ANSWER, "supplier": "\u202eAlfa", "answers": {"K1": reply}}
    file.write_text(json.dumps(answer), encoding="utf-8")
    page.locator("[data-open]").set_input_files(file)
    expect(page.locator("[data-opened] li")).to_have_count(3)
    loose = """() => [...document.querySelectorAll("check-compare *")]
        .flatMap((one) => [...one.childNodes])
        .filter((one) => one.nodeType === 3 && one.data.includes("\\u202e"))
        .filter((one) => !one.parentElement.closest("bdi, [dir=auto]"))
        .map((one) => one.data)"""
    assert page.evaluate(loose) == []
    assert page.locator("bdi", has_text="\u202e7,9").count() == 2
    page.evaluate("""() => document.querySelectorAll("check-compare bdi").forEach((one) =>
        one.replaceWith(...one.childNodes))""")  # as it was
    assert len(page.evaluate(loose)) == 4
