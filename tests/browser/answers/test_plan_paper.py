"""The plan and the register on paper: no heading stands alone at the foot of a sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from ..lists.test_fit import answering
from ..opening import Opener
from .steps import LIST, plan

HEADING = re.compile(r"^[A-ZÆØÅ]{2}-\d\S* .* \(\d+\)$")
NUMBER = re.compile(r"^\d+ / \d+$")  # of the sheet
LISTED = re.compile(r"^[A-ZÆØÅ]{2}-\d+ (?!.*[.:]$)")  # no item of it: «ST-1.02»
PUSHED = (8, 48, 52)  # mm that the lists begin further down: where headings stood alone
LONG = """all => {
  for (const one of all) one.textContent = "Et langt notat om punktet. ".repeat(60);
}"""
WHOLE = "all => all.forEach((one) => { one.style.breakInside = 'avoid'; })"
AS_BEFORE = """all => {
  for (const { style } of all) {
    style.margin = style.paddingBlockEnd = "0";
    style.breakInside = "auto";
  }
}"""


def alone(
    page: Page, millimetres: int, within: str = ".guide-plan__left",
    heading: re.Pattern[str] = HEADING,
) -> Iterator[str]:  # fmt: skip
    """Headings that are the last line of a sheet."""
    page.locator(within).first.evaluate(
        "(one, mm) => { one.style.marginTop = `${mm}mm`; }", millimetres
    )
    for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages:
        lines = [line.strip() for line in sheet.extract_text().splitlines()]
        said = [line for line in lines if line and not NUMBER.match(line)]
        if said and heading.match(said[-1]):
            yield said[-1]


@pytest.mark.slow
def test_no_heading_of_the_plan_stands_alone_at_the_foot_of_a_sheet(opener: Opener) -> None:
    page = opener(LIST, width=390)
    answering(page, LIST)
    plan(page)
    page.wait_for_selector(".guide-plan__list")
    assert [line for mm in PUSHED for line in alone(page, mm)] == []
    # Planted: without room of its own it does.
    page.locator(".guide-plan__list > summary").evaluate_all(AS_BEFORE)
    assert [line for mm in PUSHED for line in alone(page, mm)] != []


@pytest.mark.slow
def test_a_long_first_row_does_not_leave_its_heading_behind(opener: Opener) -> None:
    """Taller than the room that a heading takes for it, it may go on overleaf."""
    page = opener(LIST, width=390)
    answering(page, LIST)
    plan(page)
    page.wait_for_selector(".guide-plan__list")
    page.locator(".guide-plan__items > li:first-child .guide-plan__facts").evaluate_all(LONG)
    assert [line for mm in PUSHED for line in alone(page, mm)] == []


@pytest.mark.slow
def test_a_note_in_several_lines_has_them_on_paper(opener: Opener) -> None:
    page = opener(LIST, width=390)
    answering(page, LIST)
    plan(page)
    facts = page.locator(".guide-plan__facts").first
    facts.evaluate("one => { one.textContent = 'Ring Kari\\nBe om listen'; }")
    ring = re.compile(r"Ring Kari\s*\n\s*Be om listen")
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert any(ring.search(sheet.extract_text()) for sheet in paper)


@pytest.mark.slow
def test_no_heading_of_the_register_stands_alone_at_the_foot_of_a_sheet(opener: Opener) -> None:
    page = opener("punkt/")
    page.wait_for_selector("check-list")
    within = ".checklist--register"
    # Far enough that a sheet ends at each kind of place, whatever the texts before are.
    far = range(0, 240, 15)
    assert [line for mm in far for line in alone(page, mm, within, LISTED)] == []
    # Planted: whole first items do.
    page.locator(f"{within} .checklist__item:first-child").evaluate_all(WHOLE)
    page.locator(f"{within} .checklist__fold > summary").evaluate_all(AS_BEFORE)
    assert any(alone(page, mm, within, LISTED) for mm in far)
