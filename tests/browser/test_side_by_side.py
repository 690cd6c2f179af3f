"""Several guides with one id on one host, and a site of somebody else's: each has its own answers
unless it is wished."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dev.serve import served
from playwright.sync_api import Browser, BrowserContext, Page, Route

LIST = "sjekklister/orden-i-eget-hus/"
ITEMS = ("kjenn-egen-it", "oversikt-over-utstyr-og-systemer", "kartlegg-problemer")


@pytest.fixture(scope="module")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The guide at the root, at /a/ and at /b/, and a page of somebody else's."""
    folder = tmp_path_factory.mktemp("host")
    for one in site.iterdir():
        (folder / one.name).symlink_to(one)
    for name in ("a", "b"):
        (folder / name).symlink_to(site)
    (folder / "fremmed.html").write_text(
        "<script>localStorage.setItem('theirs', 'x')</script>", encoding="utf-8"
    )
    with served(folder) as address:
        yield address


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    with chromium.new_context(service_workers="block") as made:
        yield made


def ticked(page: Page, address: str) -> list[str]:
    """The items that are ticked on the list's page there."""
    page.goto(address + LIST)
    page.wait_for_function("() => Boolean(customElements.get('check-list'))")
    boxes = {
        name: page.locator(f'[data-item="{name}"] input[type=checkbox]').first for name in ITEMS
    }
    return [name for name, box in boxes.items() if box.is_checked()]


def tick(page: Page, address: str, item: str) -> None:
    page.goto(address + LIST)
    page.wait_for_function("() => Boolean(customElements.get('check-list'))")
    page.locator(f'[data-item="{item}"] input[type=checkbox]').first.check()


@pytest.mark.slow
def test_three_guides_with_one_id_keep_their_answers_apart(
    host: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(f"{host}fremmed.html")
    guides = (host, f"{host}a/", f"{host}b/")
    for address, item in zip(guides, ITEMS, strict=True):
        assert ticked(page, address) == []
        tick(page, address, item)
    assert [ticked(page, address) for address in guides] == [[item] for item in ITEMS]
    assert page.evaluate("localStorage.getItem('theirs')") == "x"


def test_answers_from_before_are_the_first_guides(host: str, context: BrowserContext) -> None:
    """What was kept before guides were told apart is found by whoever is opened, and stays its."""
    page = context.new_page()
    tick(page, f"{host}a/", ITEMS[0])
    (key,) = [k for k in page.evaluate("Object.keys(localStorage)") if k.endswith(":at")]
    page.evaluate("key => localStorage.removeItem(key)", key)
    assert ticked(page, f"{host}a/") == [ITEMS[0]]
    tick(page, f"{host}a/", ITEMS[1])
    assert ticked(page, f"{host}b/") == []


def test_answers_are_shared_when_it_is_wished(host: str, context: BrowserContext) -> None:
    page = context.new_page()

    def shared(route: Route) -> None:
        made = route.fetch()
        text = made.text()
        shown = (
            '<meta name="guide-shared" content="">'  # main.html, where settings say shared: true
        )
        route.fulfill(response=made, body=text.replace("<head>", f"<head>{shown}"))

    page.route("**/sjekklister/**", shared)
    tick(page, host, ITEMS[0])
    assert ticked(page, f"{host}a/") == [ITEMS[0]]
