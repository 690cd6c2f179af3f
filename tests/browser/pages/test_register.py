"""The register of a guide too large for one page: by list, and an item's address leads there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dev.serve import served
from playwright.sync_api import Browser, Page, expect

from benchmarks import project, sites
from macros.catalog.select import MOST_ON_A_PAGE

from ..axe import violations
from ..opening import patient

LISTS = MOST_ON_A_PAGE // sites.ITEMS_A_LIST + 1


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a guide with one item more than a page holds."""
    root = tmp_path_factory.mktemp("large")
    sites.make(root, LISTS + 10, MOST_ON_A_PAGE + 1)
    project.build(root)()
    with served(root / "site") as address:
        yield address


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(viewport={"width": 390, "height": 844}) as context:
        yield patient(context.new_page())


@pytest.mark.slow
def test_an_items_address_leads_to_its_list(large: str, page: Page) -> None:
    page.goto(f"{large}punkt/#punkt-3-4")
    page.wait_for_url("**/sjekklister/liste-3/#punkt-3-4")
    expect(page.locator("#punkt-3-4")).to_be_in_viewport()
    page.goto(f"{large}om/")
    page.evaluate("location.href = '../punkt/#punkt-2-1'")
    page.wait_for_url("**/sjekklister/liste-2/#punkt-2-1")
    page.go_back()
    page.wait_for_url("**/om/")  # not to where she would be led on again
    # Also of who is there already; and what is no item leads nowhere.
    page.goto(f"{large}punkt/#ikke-et-punkt")
    expect(page.locator("check-lead")).to_be_attached()
    page.wait_for_timeout(300)
    assert page.url == f"{large}punkt/#ikke-et-punkt"
    page.evaluate("location.hash = 'punkt-16-2'")
    page.wait_for_url("**/sjekklister/liste-16/#punkt-16-2")


@pytest.mark.slow
def test_without_scripts_the_register_leads_to_the_lists(large: str, chromium: Browser) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{large}punkt/#punkt-3-4")
        links = page.locator(".checklist-register a")
        assert links.count() == LISTS
        expect(page.locator("article")).to_contain_text(f"{MOST_ON_A_PAGE + 1} punkter")
        links.nth(3).click()
        expect(page.locator("#punkt-3-4")).to_be_attached()


@pytest.mark.slow
def test_the_lists_of_the_register_are_narrowed_and_axe_finds_nothing(
    large: str, page: Page
) -> None:
    page.goto(f"{large}punkt/")
    rows = page.locator(".checklist-register > li:visible")
    expect(rows).to_have_count(LISTS)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []
    page.goto(f"{large}punkt/?phase=strategi")
    page.wait_for_selector("check-filter:defined")
    expect(rows).not_to_have_count(LISTS)
    assert 0 < rows.count() < LISTS


def test_a_guide_of_a_page_has_every_item_there(site: Path) -> None:
    """The other side of the limit: this guide is less."""
    text = (site / "punkt" / "index.html").read_text(encoding="utf-8")
    assert "check-lead" not in text and text.count("data-item=") > MOST_ON_A_PAGE // 2


@pytest.mark.slow
def test_rows_are_drawn_where_they_are_looked_at_and_all_of_them_on_paper(
    large: str, page: Page
) -> None:
    page.goto(f"{large}punkt/")
    drawn = "[...new Set(%s.map((one) => getComputedStyle(one).contentVisibility))]"
    rows = drawn % "[...document.querySelectorAll('.guide-many > li')]"
    assert page.evaluate(rows) == ["auto"]
    page.emulate_media(media="print")
    assert page.evaluate(rows) == ["visible"]
