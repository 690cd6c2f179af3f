"""What a listener hears and who sees little sees: the browser's tree, zoom, colours, motion."""

from __future__ import annotations

import re

import pytest
from dev import browser as program
from playwright.sync_api import Browser, expect

from macros.language import strings

from ..opening import Opener
from ..within import within
from .rules import tree
from .test_pages import each_kind


def test_a_box_is_heard_with_its_kind_text_and_state(opener: Opener) -> None:
    page = opener("sjekklister/kravdokument/")
    boxes = [n for n in tree(page) if n["role"] == "checkbox"]
    items = page.locator("[data-item] > label").count()
    kinds = tuple(f"{word}: " for word in strings.load("nb").group("box.").values())
    assert sum(box["name"].startswith(kinds) for box in boxes) == items
    assert {b["checked"] for b in boxes} == {"false"}
    page.locator("[data-item] .task-list-text").first.click()
    assert next(n for n in tree(page) if n["role"] == "checkbox")["checked"] == "true"
    # How many are done is told politely, without moving the focus.
    told = [n for n in tree(page) if n["role"] == "status"]
    assert any(n.get("live") == "polite" for n in told)


def test_help_is_a_button_that_says_if_it_is_open(opener: Opener) -> None:
    page = opener("sjekklister/kravdokument/")
    folded = [
        n for n in tree(page) if n["role"] == "DisclosureTriangle" and "Mer og svar" in n["name"]
    ]
    assert folded and all(n["expanded"] is False for n in folded)
    page.locator("[data-item] summary").first.click()
    assert any(n.get("expanded") for n in tree(page) if n["role"] == "DisclosureTriangle")


@pytest.mark.parametrize("path", each_kind())
def test_four_hundred_per_cent_zoom_scrolls_one_way_and_loses_nothing(
    opener: Opener, path: str
) -> None:
    """1280 px at 400 % is 320 px; text alone at 200 % besides."""
    page = opener(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert within(page, "look", "wide") == []
    # A box that the eye sees as its label's may lie at the edge, never beyond it.
    assert within(page, "look", "beyond", 321) == []
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_letters_set_twice_as_large_leave_the_whole_bar_on_a_phone(
    chromium: Browser, address: str
) -> None:
    """As in the browser's own settings: what asks for widths in letters follows."""
    large = chromium.browser_type.launch(
        executable_path=program.path(), args=[*program.ARGS, "--blink-settings=defaultFontSize=32"]
    )
    page = large.new_page(viewport={"width": 320, "height": 844})
    for path in ("", "min-plan/", "sjekklister/serviceniva/"):
        page.goto(address + path)
        page.locator(".guide-find").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        for one in page.locator(".md-header__inner :is(button, .guide-find):visible").all():
            box = one.bounding_box()
            assert box and box["x"] + box["width"] <= 320 and box["width"] >= 44
    # As it was: the buttons as large as the letters.
    page.evaluate("""() => document.querySelectorAll(".md-header__button").forEach(
        (one) => { one.style.zoom = 1; })""")
    assert page.evaluate("document.documentElement.scrollWidth") > 320
    large.close()


def test_in_forced_colours_a_tick_and_the_focus_are_seen(opener: Opener) -> None:
    page = opener("sjekklister/kravdokument/", width=390)
    page.emulate_media(forced_colors="active")
    row = page.locator("[data-item] > label").first
    before = row.screenshot()
    row.click()
    page.mouse.move(0, 0)
    assert row.screenshot() != before
    page.keyboard.press("Tab")
    style = within(page, "focus", "outline")
    assert style[0] != "none" and style[1] >= 1
    page.locator(".guide-find").click()
    page.wait_for_selector("dialog select")
    chosen = page.locator(".guide-search__kinds :checked + span").evaluate(
        "e => getComputedStyle(e).backgroundColor"
    )
    other = page.locator(".guide-search__kinds input:not(:checked) + span").first.evaluate(
        "e => getComputedStyle(e).backgroundColor"
    )
    assert chosen != other


@pytest.mark.parametrize("path", ["", "sjekklister/kravdokument/", "min-plan/"])
def test_nothing_moves_for_who_wants_it_still(opener: Opener, path: str) -> None:
    page = opener(path)
    page.emulate_media(reduced_motion="reduce")
    moving = within(page, "look", "moving")
    assert moving == []


def test_the_whole_way_by_keyboard_alone(opener: Opener) -> None:
    """From the top: skip link, search, a list, a tick, its help, the plan."""
    page = opener("sjekklister/kravdokument/", width=1280)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_class(re.compile("md-skip"))
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-item] input[type=checkbox]')"):
            break
    box = page.locator("[data-item] input:focus")
    expect(box).to_have_count(1)
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('summary')"):
            break
    expect(page.locator("summary:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") is True
    expect(page.locator(".checklist-answer")).to_be_visible()  # fetched when it is opened
    # Wherever the focus goes, it is seen.
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = within(page, "focus", "outlined")
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_the_way_back_to_the_top_lies_over_nothing_and_leads_there(opener: Opener) -> None:
    page = opener("sjekklister/kravdokument/", width=390)
    top = page.locator(".md-top")
    for far in (4000, -900):
        page.mouse.wheel(0, far)
        page.wait_for_timeout(200)
        assert top.evaluate("e => getComputedStyle(e).position") == "static"
    # It stays under the finger, whether the theme calls it hidden or not.
    place = "(e, hidden) => { e.hidden = hidden; return e.getBoundingClientRect().x; }"
    assert top.evaluate(place, False) == top.evaluate(place, True)
    top.click()
    page.wait_for_function("() => scrollY === 0")
    # Where the theme has it, it lies over the page.
    top.evaluate("e => { e.style.position = 'fixed'; }")
    assert top.evaluate("e => getComputedStyle(e).position") != "static"
