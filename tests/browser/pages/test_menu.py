"""The menu by keyboard, where it is a drawer and where it is not, with and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from ..axe import violations
from ..opening import Opener
from ..within import script, within

LIST = "sjekklister/kravdokument/"
SEEN = f"() => ({script('focus', 'seen')})()"
SHOWN = "e => e.checkVisibility({ visibilityProperty: true })"
FOCUS_IN_MENU = "!!document.activeElement.closest('.md-sidebar--primary')"


def stops(page: Page, wanted: Locator, most: int = 60) -> list[str]:
    """What has the focus on the way from the top to `wanted`, by Tab; fails at one in the menu."""
    found: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("e => e === document.activeElement"):
            return found
        assert not page.evaluate(FOCUS_IN_MENU), page.evaluate("document.activeElement.outerHTML")
        found.append(page.evaluate("document.activeElement.outerHTML"))
    raise AssertionError(f"not reached in {most} stops: {found}")


def menu(page: Page) -> Locator:
    return page.get_by_role("button", name="Meny", exact=True)


def in_menu_and_seen(page: Page) -> None:
    assert page.evaluate(FOCUS_IN_MENU) and page.evaluate(f"({SHOWN})(document.activeElement)")


@pytest.mark.parametrize(
    ("width", "key"),
    [
        (390, "Enter"),
        (1160, "Space"),
        pytest.param(390, "Space", marks=pytest.mark.slow),
        pytest.param(1160, "Enter", marks=pytest.mark.slow),
    ],
)
def test_the_menu_opens_closes_and_leads_by_keyboard(opener: Opener, width: int, key: str) -> None:
    page = opener(LIST, width=width)
    expect(menu(page)).to_have_attribute("aria-expanded", "false")
    stops(page, menu(page))
    page.keyboard.press(key)
    expect(menu(page)).to_have_attribute("aria-expanded", "true")
    in_menu_and_seen(page)
    page.keyboard.press("Escape")
    expect(menu(page)).to_be_focused()
    expect(menu(page)).to_have_attribute("aria-expanded", "false")
    # Choosing leads there, puts the menu away and gives the focus back.
    page.keyboard.press(key)
    link = page.locator(".md-sidebar--primary a[href$='/']:visible").last
    link.focus()
    title = link.inner_text().strip()
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_contain_text(title)
    expect(menu(page)).to_have_attribute("aria-expanded", "false")
    assert not page.evaluate(FOCUS_IN_MENU)
    # And the page that came has the same menu.
    menu(page).focus()
    page.keyboard.press(key)
    in_menu_and_seen(page)


@pytest.mark.parametrize("width", [390, 1160])
def test_a_closed_menu_is_out_of_reach(opener: Opener, width: int) -> None:
    page = opener(LIST, width=width)
    box = page.locator("[data-item] input[type=checkbox]").first
    assert len(stops(page, box)) < 20
    # The check meets what it is to meet: the menu as Material has it.
    page.evaluate(
        "document.querySelectorAll('.md-sidebar--primary, .md-sidebar--primary .md-nav')"
        ".forEach((e) => e.style.visibility = 'visible')"
    )
    page.evaluate("document.activeElement.blur()")
    page.locator(".md-skip").first.focus()
    with pytest.raises(AssertionError):
        stops(page, box)


@pytest.mark.parametrize("width", [390, pytest.param(1160, marks=pytest.mark.slow)])
def test_all_that_is_reached_in_an_open_menu_is_seen(opener: Opener, width: int) -> None:
    page = opener(LIST, width=width)
    menu(page).focus()
    page.keyboard.press("Enter")
    within(page, "look", "still")
    hidden = page.locator(".md-sidebar--primary").evaluate(
        """(root) => [...root.querySelectorAll("a[href], button, input, [tabindex]")]
          .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0)
          .filter((e) => {
            e.focus();
            const { left, top, width, height } = e.getBoundingClientRect();
            const over = document.elementFromPoint(left + width / 2, top + height / 2);
            return !over || !(e.contains(over) || over.contains(e));
          })
          .map((e) => e.outerHTML)"""
    )
    assert hidden == []
    assert violations(page) == []


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1160])
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_section_folds_by_keyboard(opener: Opener, width: int, key: str) -> None:
    page = opener(LIST, width=width)
    menu(page).press("Enter")
    back = page.get_by_role("button", name="Tilbake", exact=True).last
    back.focus()
    page.keyboard.press(key)
    section = page.locator(".md-sidebar--primary button.md-nav__link:focus")
    expect(section).to_have_attribute("aria-expanded", "false")
    page.keyboard.press(key)
    expect(back).to_be_focused()
    in_menu_and_seen(page)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_section_beside_the_page_folds_by_keyboard(opener: Opener, key: str) -> None:
    page = opener(LIST, width=1280)
    expect(menu(page)).to_be_hidden()
    section = page.locator(".md-sidebar--primary button.md-nav__link").first
    expect(section).to_have_attribute("aria-expanded", "true")
    section.press(key)
    expect(section).to_have_attribute("aria-expanded", "false")
    expect(section).to_be_focused()


def test_where_no_scripts_run_the_boxes_do_the_same(opener: Opener) -> None:
    page = opener(LIST, width=390, javascript=False)
    page.keyboard.press("Tab")
    box = page.get_by_role("checkbox", name="Meny")
    expect(box).to_be_focused()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUS_IN_MENU):
            break
    in_focus = page.locator(":focus")
    expect(in_focus).to_be_attached()
    assert page.evaluate(FOCUS_IN_MENU)


@pytest.mark.slow
@pytest.mark.parametrize("soon", [True, False])
def test_a_link_within_the_page_leaves_the_page_as_it_is(opener: Opener, soon: bool) -> None:
    """Material fetched the page and put it in anew: the skip link led back to the menu."""
    page = opener(LIST, width=1280)
    if not soon:
        page.wait_for_timeout(700)  # Material has read which pages there are
    kept = page.locator("h1").element_handle()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert kept.evaluate("e => e.isConnected")
    expect(page.locator("h1#krav-til-tjenesten")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("article :is(a, button, summary):visible").first).to_be_focused()
    # Back and forth within the page too; and a page that is left still comes back.
    page.go_back()
    page.go_forward()
    page.wait_for_timeout(500)
    assert kept.evaluate("e => e.isConnected")
    page.locator(".md-footer a").last.click()
    expect(page.locator("h1").first).not_to_contain_text("Krav til tjenesten")
    page.go_back()
    expect(page.locator("h1").first).to_contain_text("Krav til tjenesten")
    assert page.url.endswith("#krav-til-tjenesten")
