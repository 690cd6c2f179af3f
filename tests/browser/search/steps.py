"""How a person asks the search."""

from __future__ import annotations

from playwright.sync_api import Page


def ask(page: Page, query: str) -> None:
    page.locator("#guide-search-field").fill(query)
    arrived(page, query)


def arrived(page: Page, query: str) -> None:
    page.wait_for_function(
        "q => document.querySelector('dialog').dataset.answered === q", arg=query
    )


def opened(page: Page) -> None:
    page.locator(".guide-find").click()
    page.wait_for_selector("dialog select")
