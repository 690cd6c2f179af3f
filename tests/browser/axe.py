"""What axe is asked, and how its answer reads."""

from __future__ import annotations

import functools
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

from .within import within

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THERE = "() => 'axe' in window"


@functools.cache
def source() -> str:
    folder = Path(axe_playwright_python.__file__).parent
    return (folder / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, media: str = "screen", contrast: bool = True) -> list[str]:
    """What axe finds on a page: rule, and the elements that break it. Paper is not scrolled.

    Contrast takes two thirds of the time and is a matter of styles: it is the same on every page
    that is built of the same elements.
    """
    if not page.evaluate(THERE):
        page.evaluate(source())
    within(page, "look", "still")
    rules = {
        "scrollable-region-focusable": {"enabled": media == "screen"},
        "color-contrast": {"enabled": contrast},
    }
    found = within(page, "look", "broken", {"tags": TAGS, "rules": rules})
    assert isinstance(found, list)
    return found
