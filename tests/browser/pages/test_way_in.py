"""The way in: from a page's top to its list, and what is heard there: each item once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from ..opening import Opener
from ..within import within
from .rules import tree
from .test_pages import KINDS, REPEATED

LIST = "sjekklister/sikkerhet-og-kontroll/"  # with groups
BOX = "document.activeElement.matches('[data-item] input[type=checkbox]')"
OPENED = "document.querySelectorAll('article details').forEach(one => { one.open = true; })"
TURNED = (
    "document.querySelector('article ul').style.cssText = 'display:flex;flex-flow:column-reverse'"
)
FOLDED = "document.activeElement.matches('.checklist__fold:not([open]) > summary')"


def stops_by_the_skip_link(page: Page, most: int = 8) -> int:
    """Tab stops from the top to the first box by «Hopp til listen»; a folded list is opened."""
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hopp til listen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#til-listen")).to_be_focused(timeout=2000)
    for done in range(2, most + 1):
        if page.evaluate(BOX):
            return done
        page.keyboard.press("Enter" if page.evaluate(FOLDED) else "Shift")
        page.keyboard.press("Tab")
    raise AssertionError(f"no box within {most} stops")


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1160])
def test_the_first_box_is_within_eight_stops(opener: Opener, width: int) -> None:
    for path in (LIST, "drift/", "punkt/"):
        assert stops_by_the_skip_link(opener(path, width=width)) <= 8
    # Where there is no list no link says so.
    page = opener("om/", width=width)
    expect(page.locator(".guide-skip")).to_be_hidden()
    # Led elsewhere, the check fails.
    page = opener(LIST, width=width)
    page.evaluate("document.querySelector('#til-listen').removeAttribute('tabindex')")
    with pytest.raises(AssertionError):
        stops_by_the_skip_link(page)


def turned(opener: Opener, path: str, width: int) -> list[str]:
    """Where the keyboard goes another way than the eye, everything unfolded."""
    page = opener(path, width=width)
    if path in REPEATED:
        within(page, "look", "shorten", [REPEATED[path], 3])
    page.evaluate(OPENED)
    page.wait_for_timeout(200)
    found: list[str] = within(page, "focus", "turned")
    return found


@pytest.mark.parametrize("width", [390, pytest.param(1160, marks=pytest.mark.slow)])
def test_the_order_of_focus_is_that_of_reading(opener: Opener, width: int) -> None:
    for path in (LIST, "min-plan/"):
        assert turned(opener, path, width) == [], path
    page = opener(LIST, width=width)
    page.evaluate(f"() => {{ {OPENED}; {TURNED}; }}")
    assert within(page, "focus", "turned") != []


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 390, 768, 1160, 1600])
def test_the_order_of_focus_is_that_of_reading_on_each_kind_of_page(
    opener: Opener, width: int
) -> None:
    assert {path: found for path in KINDS if (found := turned(opener, path, width))} == {}


@pytest.mark.slow
def test_who_skips_before_the_scripts_are_there_is_not_thrown_back(opener: Opener) -> None:
    """Material fetched the page anew then, and the next stop was in the menu: in 2 of 25 tries."""
    page = opener("404.html", context=opener.new_context())
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/checklists/main.js", hold)
    with page.expect_response("**/sitemap.xml"):
        page.goto(page.url.replace("404.html", LIST), wait_until="commit")
    page.wait_for_selector(".md-skip")
    page.wait_for_timeout(300)  # Material has read its map of the site
    page.keyboard.press("Tab")
    with page.expect_request(re.compile(f"{LIST}$")):
        page.keyboard.press("Enter")
    for route in held:
        route.continue_()
    expect(page.locator("h1")).to_be_focused()
    page.wait_for_selector(".checklist__bar:visible")
    page.wait_for_timeout(200)
    expect(page.locator("h1")).to_be_focused()


def test_an_item_is_heard_once(opener: Opener) -> None:
    page = opener(LIST)
    item = page.locator("[data-item]").first
    text = item.locator(".task-list-text").evaluate("e => e.lastChild.textContent.trim()")
    heard = [n["name"] for n in tree(page) if n["role"] in ("checkbox", "DisclosureTriangle")]
    assert sum(text in name for name in heard) == 1
    priority = item.locator(".checklist__priority").inner_text()
    box = next(name for name in heard if text in name)
    assert box.endswith(f"{text} {priority}")
    # What the names say is not said again beside them.
    quiet = item.locator(".checklist__tags > [aria-hidden=true]")
    names = quiet.evaluate_all(
        "all => all.map((one) => one.className.split('__')[1].split(' ')[0])"
    )
    assert names == ["code", "priority", "kind"]


def test_as_many_are_heard_in_the_lists_as_stand_over_them(opener: Opener) -> None:
    page = opener(LIST)
    number = int(
        re.findall(r"· (\d+) punkt", page.locator(".checklist-head__facts").inner_text())[0]
    )
    heard = "lists => lists.map((one) => one.children.length)"
    lists = page.locator("check-list ul.task-list").evaluate_all(heard)
    groups = page.locator(".checklist__group > h2.checklist__group-title")
    assert groups.count() == 2 and len(lists) > 2
    assert sum(lists) == number == page.locator("[data-item]").count()


def test_a_heading_is_heard_as_its_words(opener: Opener) -> None:
    page = opener("drift/")
    names = [n["name"] for n in tree(page) if n["role"] == "heading"]
    assert len(names) > 3 and not any("¶" in name or "Lenke" in name for name in names)
    # The sign is there, for a pointer.
    assert page.locator("article h2 > .headerlink").count() > 2
    page.evaluate("document.querySelector('.headerlink').removeAttribute('aria-hidden')")
    names = [n["name"] for n in tree(page) if n["role"] == "heading"]
    assert any("¶" in name for name in names)
