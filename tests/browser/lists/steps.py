"""What the tests of lists share: a list, a box of it, and how it is printed."""

from __future__ import annotations

from paper import texts
from playwright.sync_api import Locator, Page
from text_runs import squeezed

LIST = "sjekklister/orden-i-eget-hus/"
FIRST = "Finn ut hvem som gjør hva med IT hos dere i dag."


def box(page: Page, item: str = "kjenn-egen-it") -> Locator:
    return page.locator(f"[data-item={item}] input").first


def printed(page: Page) -> tuple[str, list[str]]:
    """The text of a page printed on A4, in all and a sheet at a time."""
    sheets = texts(page.pdf(format="A4", prefer_css_page_size=True))
    return "\n".join(sheets), [squeezed(s) for s in sheets]
