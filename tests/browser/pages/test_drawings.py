"""The words of a drawing stand within it, also where the screen is narrow, the letters wide."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ..opening import Opener

PAGES = ("drift/", "avtale/", "leveransemodeller/", "forundersokelse/")
OUTSIDE = """() => [...document.querySelectorAll("svg.guide-drawing")].flatMap((drawing) => {
  const { width, height } = drawing.viewBox.baseVal;
  return [...drawing.querySelectorAll("text")].filter((words) => {
    const box = words.getBBox();
    const across = box.x < -0.5 || box.x + box.width > width + 0.5;
    return across || box.y + box.height > height + 3;
  }).map((words) => words.textContent);
})"""


def outside(page: Page) -> list[str]:
    found: list[str] = page.evaluate(OUTSIDE)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_no_words_stand_outside_of_their_drawing(opener: Opener, path: str) -> None:
    page = opener(path, width=320)
    drawing = page.locator("svg.guide-drawing")
    expect(drawing).to_be_visible()
    expect(drawing).to_have_attribute("role", "img")
    assert outside(page) == []
    page.locator("svg.guide-drawing text").last.evaluate(
        "e => { e.textContent += 'x'.repeat(60); }"
    )
    assert len(outside(page)) == 1
