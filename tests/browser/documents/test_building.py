"""The builder as a place to work: topics, moves, what is suggested, and a phone's height."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ..axe import violations
from ..conftest import Unit
from ..opening import Opener
from ..within import within
from .steps import MAKE, forty

TALLEST = 6000  # px at 390 px, of 26 requirements
ROWS = ["a/x", "b/x", "c/y", "d/z"]


def test_a_step_over_the_edge_of_a_topic_goes_into_the_next(unit: Unit) -> None:
    def after(what: str, *how: object) -> list[str]:
        found: list[str] = unit("moves", "after", ROWS, what, *how)[0]
        return found

    assert after("moved", "b", -1) == ["b/x", "a/x", "c/y", "d/z"]
    assert after("moved", "b", 1) == ["a/x", "b/y", "c/y", "d/z"]
    assert after("moved", "c", 1) == ["a/x", "b/x", "c/z", "d/z"]
    assert after("moved", "a", -1) == ROWS == after("moved", "d", 1)
    assert after("regrouped", "a", "z") == ["b/x", "c/y", "d/z", "a/z"]
    assert after("regrouped", "a", "ny") == ["b/x", "c/y", "d/z", "a/ny"]
    assert after("topicMoved", "x", 1) == ["c/y", "a/x", "b/x", "d/z"]
    assert after("topicNamed", "x", "z") == ["a/z", "b/z", "d/z", "c/y"]
    assert unit("moves", "after", ROWS, "moved", "a", -1)[1] == 0  # nothing is kept of nothing


def test_whatever_is_moved_nothing_is_lost_and_a_step_is_a_step(unit: Unit) -> None:
    assert unit("moves", "kept_", 300) == []
    assert unit("moves", "kept_", 100, True) != []  # planted: places change, and topics do not


def begun(opener: Opener, width: int = 1280) -> Page:
    page = opener(MAKE, width=width)
    within(page, "answers", "answer", {"done": forty()[:26], "irrelevant": []})
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    expect(page.locator("[data-rows] li")).to_have_count(26)
    return page


@pytest.mark.slow
def test_on_a_phone_a_document_is_its_topics_and_less_than_six_thousand_pixels(
    opener: Opener,
) -> None:
    page = begun(opener, 390)
    assert page.evaluate("document.documentElement.scrollHeight") <= TALLEST
    first = page.locator("[data-topic-of]").first
    expect(first.locator("li").first).to_be_hidden()
    first.locator("summary").click()
    area = first.locator("textarea").first
    expect(area).to_be_visible()
    # A field is as tall as its text, and what it stands in stays open.
    area.fill("Leverandøren skal " + "svare og " * 60)
    assert area.evaluate("a => a.scrollHeight - a.clientHeight") <= 1
    expect(page.locator("[data-rows] textarea").first).to_be_visible()
    # What one comes for is near wherever one is.
    near = page.get_by_role("link", name="Last ned", exact=True)
    expect(near).to_be_in_viewport()
    near.click()
    expect(page.get_by_role("button", name="Word")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []


@pytest.mark.slow
def test_topics_are_made_moved_and_named_by_keyboard_and_said(opener: Opener) -> None:
    page = begun(opener)
    told = page.locator("[data-moved]:visible")
    folds = page.locator("[data-topic-of]")
    names = folds.evaluate_all("all => all.map(one => one.dataset.topicOf)")
    row = page.locator("[data-rows] li").first
    row.locator("textarea").focus()
    group = row.locator("[data-group]")
    expect(group).to_be_visible()
    group.fill("Det viktigste")
    group.press("Enter")
    group.press("Tab")
    expect(folds.last).to_have_attribute("data-topic-of", "Det viktigste")
    expect(told).to_contain_text("er nå nummer 26 av 26")
    mine = page.locator("[data-topic-of='Det viktigste']")
    for _ in names:
        mine.locator("[data-act=topic-up]").press("Enter")
    expect(folds.first).to_have_attribute("data-topic-of", "Det viktigste")
    name = folds.first.locator("[data-topic]")
    expect(name).to_be_focused()  # the button that has no more to do gives the focus on
    name.fill("Først")
    name.press("Tab")
    expect(folds.first).to_have_attribute("data-topic-of", "Først")
    page.reload()
    expect(folds.first).to_have_attribute("data-topic-of", "Først")


@pytest.mark.slow
def test_an_empty_requirement_says_so_and_what_is_suggested_says_why(opener: Opener) -> None:
    page = opener("min-plan/")
    page.locator("#profil-storrelse").select_option("ti-til-femti")
    page.goto(page.url.replace("min-plan/", MAKE))
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    page.get_by_role("button", name="Legg til kravet").click()
    expect(page.get_by_role("alert").filter(has_text="Skriv kravet først.")).to_be_visible()
    expect(page.locator("[data-own]")).to_have_attribute("aria-invalid", "true")
    page.locator("[data-own]").fill("Leverandøren skal komme.")
    page.get_by_role("button", name="Legg til kravet").click()
    expect(page.locator("[data-own]")).not_to_have_attribute("aria-invalid", "true")
    # All that was meant for her is in it; what she takes out is suggested again, with the reason.
    page.get_by_text("2. Velg krav fra listene").click()
    expect(page.locator("[data-list=forslag]")).to_have_count(0)
    page.locator("[data-rows] li").first.get_by_role("button", name="Ta ut").click()
    fold = page.locator("[data-list=forslag]")
    expect(fold.locator("summary")).to_have_text("Forslag til dere (1)")
    fold.locator("summary").click()
    expect(fold.locator("small")).to_contain_text("for")
    fold.locator("input").click()
    expect(fold).to_have_count(0)
