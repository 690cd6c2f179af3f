"""The front page on a phone, and the firms that answer its questions there."""

from __future__ import annotations

from collections.abc import Mapping

from firms import firms
from guide import CATALOG
from playwright.sync_api import Locator, Page, expect

FIRMS = firms()
TWO = ("bakery", "municipality")  # the smallest, and the one that is asked most
FIRST = [q for q in CATALOG.profile if not q.ask_at]
THUMB = 44  # CSS pixels
TALLEST = 3200  # CSS pixels, on a phone


def start(page: Page) -> Locator:
    return page.locator("check-start")


def asked(page: Page) -> str:
    """The question that is asked now."""
    return start(page).locator("fieldset:visible legend").first.inner_text()


def tap_through(page: Page, answers: Mapping[str, str]) -> None:
    """Answers each of the first questions with a thumb, or skips what is not in `answers`."""
    for question in FIRST:
        now = start(page).locator(f"[data-question={question.id}]")
        expect(now).to_be_visible()
        if answer := answers.get(question.id):
            option = next(o for o in question.options if o.id == answer)
            now.get_by_text(option.title, exact=True).tap()
        else:
            page.get_by_role("button", name="Hopp over").tap()


def tall(page: Page) -> int:
    height: int = page.evaluate("document.documentElement.scrollHeight")
    return height
