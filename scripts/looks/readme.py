"""The pictures that README.md shows: a list that somebody has begun on, and suppliers compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

SIZE = ViewportSize(width=1240, height=760)
SCALE = 0.62  # of the screen's pixels: small, and still to be read
QUALITY = 60
AT_REST = 800  # milliseconds
TO_THE_TOP = "(found, room) => scrollTo(0, found.getBoundingClientRect().top + scrollY - room)"


def _list(page: Page, base: str) -> None:
    page.goto(f"{base}sjekklister/orden-i-eget-hus/", wait_until="networkidle")
    items = page.locator("[data-item]")
    for number in range(2):
        items.nth(number).locator("> label input").check()
    items.first.evaluate(TO_THE_TOP, 190)


def _compared(page: Page, base: str) -> None:
    page.goto(f"{base}sammenlign/", wait_until="networkidle")
    page.get_by_role("button", name="Åpne et eksempel").click()
    page.get_by_role("button", name="Lukk").click()
    page.wait_for_timeout(AT_REST)  # what is said over the page makes room for itself
    page.locator(".guide-verdict").evaluate(TO_THE_TOP, 190)


PICTURES: Mapping[str, Callable[[Page, str], None]] = {
    "list.jpg": _list,
    "compared.jpg": _compared,
}


def pictures(chromium: Browser, base: str, folder: Path) -> None:
    """Writes all of them to `folder`, from the site served at `base`."""
    for name, steps in PICTURES.items():
        context = chromium.new_context(viewport=SIZE, device_scale_factor=SCALE)
        page = context.new_page()
        steps(page, base)
        page.wait_for_timeout(AT_REST)
        page.screenshot(path=folder / name, type="jpeg", quality=QUALITY)
        context.close()
