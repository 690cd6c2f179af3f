"""The comparison on paper, and names that turn their line: seen in a browser and in its PDF."""

from __future__ import annotations

import io
import json
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from ..opening import Opener
from .hostile import ANSWER
from .steps import COMPARE

CLIPPED = """() => {
  const style = document.createElement("style");
  style.textContent = "@media print { .guide-compare__table table { min-inline-size: 60rem; } }";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style.textContent.replace("table {", "table:not([class]):not(#x) {"));
  document.adoptedStyleSheets = [sheet];
}"""


def example(opener: Opener) -> Page:
    page = opener(COMPARE)
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-opened] li")).to_have_count(3)
    return page


def columns(page: Page, names: list[str]) -> tuple[list[float], float]:
    """Where on an A4 sheet the heads of the suppliers' columns begin, in points; its width."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    words = [name.split()[0] for name in names]
    for sheet in reader.pages:
        lines: dict[int, dict[str, float]] = {}

        def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
            x, y = (tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5])
            for word in words:
                if text.strip().startswith(word):
                    lines.setdefault(round(y), {}).setdefault(word, x)  # noqa: B023

        sheet.extract_text(visitor_text=visit)
        for line in lines.values():
            if len(line) == len(words):
                return [line[word] for word in words], float(sheet.mediabox.width)
    raise AssertionError("no line has the heads of all suppliers")


def fits(page: Page) -> bool:
    """Whether the third supplier's column ends within the sheet: all are equally wide."""
    names = page.locator("[data-table] thead th").all_inner_texts()[1:]
    assert len(names) == 3
    (first, second, third), width = columns(page, names)
    assert first < second < third
    return third + (second - first) <= width


def test_the_third_supplier_is_not_cut_off_on_paper(opener: Opener) -> None:
    page = example(opener)
    assert fits(page)
    page.evaluate(CLIPPED)  # as it was: a table with a least width
    assert not fits(page)


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
