"""The plan on paper: no heading stands alone at the foot of a sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from playwright.sync_api import Page
from pypdf import PdfReader

from ..lists.test_fit import answering
from ..opening import Opener
from .steps import LIST, plan

HEADING = re.compile(r"^[A-ZÆØÅ]{2}-\d\S* .* \(\d+\)$")
NUMBER = re.compile(r"^\d+ / \d+$")  # of the sheet
PUSHED = (8, 48, 52)  # mm that the lists begin further down: where headings stood alone
AS_BEFORE = """all => {
  for (const { style } of all) style.margin = style.paddingBlockEnd = "0";
}"""


def alone(page: Page, millimetres: int) -> Iterator[str]:
    """Headings that are the last line of a sheet."""
    page.locator(".guide-plan__left").evaluate(
        "(one, mm) => { one.style.marginTop = `${mm}mm`; }", millimetres
    )
    for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages:
        lines = [line.strip() for line in sheet.extract_text().splitlines()]
        said = [line for line in lines if line and not NUMBER.match(line)]
        if said and HEADING.match(said[-1]):
            yield said[-1]


def test_no_heading_of_the_plan_stands_alone_at_the_foot_of_a_sheet(opener: Opener) -> None:
    page = opener(LIST, width=390)
    answering(page, LIST)
    plan(page)
    page.wait_for_selector(".guide-plan__list")
    assert [line for mm in PUSHED for line in alone(page, mm)] == []
    # Planted: without room of its own it does.
    page.locator(".guide-plan__list > summary").evaluate_all(AS_BEFORE)
    assert [line for mm in PUSHED for line in alone(page, mm)] != []
