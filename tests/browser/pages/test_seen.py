"""What a person sees and hits: words spaced out, targets, edges, and what lies over the focus."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import heard
import pytest
from playwright.sync_api import Page, expect

from ..opening import Opener
from ..within import script, within

LIST = "sjekklister/kravdokument/"
MADE = ("", LIST, "min-plan/", "sammenlign/")
SEEN = f"() => ({script('focus', 'seen')})()"
TARGET = 44  # px


def opened(page: Page) -> None:
    page.locator("[data-item] .checklist__edit").first.click()
    expect(page.locator(".checklist-answer").first).to_be_visible()


def planned(page: Page) -> None:
    page.locator(".guide-plan__list > summary").first.click()
    page.locator(".guide-plan__items button[aria-expanded]").first.click()
    expect(page.locator(".guide-plan .checklist-answer").first).to_be_visible()


# The tools at work: a document that is begun, three answers beside each other, an item answered.
WORK: Mapping[str, Callable[[Page], None]] = {
    "lag-kravdokument/": heard.began,
    "svar-pa-krav/": heard.asked,
    "sammenlign/": heard.compared,
    "min-plan/": planned,
    LIST: opened,
}
COVER = """() => { const e = document.createElement("div"); document.body.append(e);
  Object.assign(e.style, { position: "fixed", inset: "0", zIndex: 99 }); }"""
GREY = """() => {
  document.querySelector("[data-item] input").style.borderColor = "rgb(128, 128, 128)";
  document.querySelector("[data-item] label").style.backgroundColor = "rgb(120, 120, 120)";
}"""


@pytest.mark.slow
def test_text_spaced_out_loses_nothing(opener: Opener) -> None:
    for path in MADE:
        page = opener(path, width=390)
        before = within(page, "seen", "cut")
        within(page, "seen", "space")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert within(page, "seen", "cut") == before, path
        assert within(page, "seen", "small", TARGET) == [], path
    page.evaluate(
        "() => { const e = document.querySelector('article p'); "
        "e.style.height = '10px'; e.style.overflow = 'hidden'; }"
    )
    assert within(page, "seen", "cut") != before


@pytest.mark.slow
def test_what_is_tapped_is_large_enough(opener: Opener) -> None:
    for path in MADE:
        page = opener(path, width=390)
        page.wait_for_timeout(300)
        assert within(page, "seen", "small", TARGET) == [], path
    page = opener(LIST, width=390)
    page.evaluate("() => { document.querySelector('summary').style.minHeight = '20px'; }")
    assert within(page, "seen", "small", TARGET) != []


@pytest.mark.slow
@pytest.mark.parametrize("path", WORK)
def test_a_tool_at_work_is_large_enough_and_bears_spacing(opener: Opener, path: str) -> None:
    page = opener(path, width=390)
    WORK[path](page)
    # What a phone folds to a line is whole when it is unfolded.
    page.locator("[data-act=unfold]").evaluate_all("all => all.forEach((one) => one.click())")
    page.wait_for_timeout(300)
    assert within(page, "seen", "small", TARGET) == []
    before = within(page, "seen", "cut")
    within(page, "seen", "space")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert within(page, "seen", "cut") == before
    assert within(page, "seen", "small", TARGET) == []


@pytest.mark.parametrize("dark", [False, True])
def test_what_is_no_text_is_seen_too(opener: Opener, dark: bool) -> None:
    page = opener(LIST, dark=dark)
    page.wait_for_selector(".checklist__bar:visible")
    page.keyboard.press("Tab")
    found = within(page, "seen", "edges")
    assert found["edge"] >= 3 and found["focus"] >= 3, found
    page.evaluate(GREY)
    assert within(page, "seen", "edges")["edge"] < 3


def test_a_pointer_that_leaves_before_it_is_lifted_does_nothing(opener: Opener) -> None:
    page = opener(LIST)
    page.wait_for_selector(".checklist__bar:visible")
    label = page.locator("[data-item] > label").first
    box = label.bounding_box()
    assert box
    x, y = box["x"] + 20, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    expect(label.locator("input")).not_to_be_checked()
    page.mouse.move(x, y + 400)
    page.mouse.up()
    expect(label.locator("input")).not_to_be_checked()
    # Held and lifted there, it is a tick.
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.up()
    expect(label.locator("input")).to_be_checked()


@pytest.mark.parametrize("width", [320, pytest.param(640, marks=pytest.mark.slow)])
def test_nothing_lies_over_what_has_the_focus(opener: Opener, width: int) -> None:
    """1,280 px at 400 % and at 200 %: 320 by 256 and 640 by 512."""
    page = opener(LIST, width=width)
    page.set_viewport_size({"width": width, "height": 256 if width == 320 else 512})
    page.locator("[data-item] > label").first.click()  # a bar comes when something is said
    page.locator("h1").focus()
    for _ in range(24):
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)
        assert page.evaluate(SEEN), within(page, "focus", "where")
    page.evaluate(COVER)
    assert not page.evaluate(SEEN)


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 640])
@pytest.mark.parametrize("path", WORK)
def test_nothing_lies_over_the_focus_in_a_tool_at_work(
    opener: Opener, path: str, width: int
) -> None:
    page = opener(path, width=width)
    WORK[path](page)
    page.set_viewport_size({"width": width, "height": 256 if width == 320 else 512})
    page.locator("h1").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)
        assert page.evaluate(SEEN), within(page, "focus", "where")


@pytest.mark.slow
def test_the_pages_end_comes_out_from_under_what_is_said(opener: Opener) -> None:
    page = opener("lag-kravdokument/", width=390)
    heard.began(page)
    with page.expect_download():
        page.get_by_role("button", name="CSV").click()
    last = page.locator("a.md-footer__link").last
    page.keyboard.press("Tab")  # a focus is drawn for who uses the keyboard
    for room in (True, False):
        page.locator("h1").focus()
        last.focus()
        page.wait_for_timeout(300)
        assert page.evaluate(SEEN) is room, within(page, "focus", "where")
        page.locator(".md-footer").evaluate("e => e.style.setProperty('padding', '0', 'important')")
