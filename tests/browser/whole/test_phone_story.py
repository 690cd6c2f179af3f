"""On a phone, with each tap counted: from a search engine to the first tick; three weeks of work in
the plan without leaving it; an adviser with two projects of different kinds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from firms import firms
from playwright.sync_api import Locator, Page, expect

from ..opening import Opener

FIRMS = firms()
ITEM = "finn-skjulte-kostnader"
LIST = "sjekklister/orden-i-eget-hus/"
LANDINGS = (LIST, f"punkt/#{ITEM}", f"{LIST}#{ITEM}")


class Thumb:
    """Taps what can be seen, and counts."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, what: Locator) -> None:
        what.tap()
        self.taps += 1


def phone(opener: Opener, path: str = "") -> Page:
    return opener(path, width=390, touch=True)


def first_tick(page: Page, thumb: Thumb) -> None:
    """Ticks the first box that she sees without scrolling."""
    labels = page.locator("check-list [data-item] > label").locator("visible=true").all()
    seen = next(
        one for one in labels
        if (box := one.bounding_box()) and 0 <= box["y"] <= 844 - box["height"]
    )  # fmt: skip
    thumb.tap(seen)
    expect(page.locator("check-list [data-status=done]").first).to_be_attached()


@pytest.mark.parametrize("path", LANDINGS)
def test_who_comes_from_a_search_engine_has_ticked_in_two_taps(opener: Opener, path: str) -> None:
    page, thumb = phone(opener, path), Thumb()
    page.wait_for_selector("check-list:defined")
    page.wait_for_timeout(300)
    first_tick(page, thumb)
    assert thumb.taps <= 2


def test_with_a_question_answered_it_is_four_taps_to_the_first_tick(opener: Opener) -> None:
    page, thumb = phone(opener), Thumb()
    thumb.tap(page.get_by_text("Under ti", exact=True))
    thing = page.locator("check-next li a").first
    expect(thing).to_be_visible()
    thumb.tap(thing)
    page.wait_for_url("**/sjekklister/**#*")
    page.wait_for_selector("check-list:defined")
    page.wait_for_timeout(300)
    first_tick(page, thumb)
    assert thumb.taps <= 4


def answering(page: Page, answers: Mapping[str, str]) -> None:
    for question, answer in answers.items():
        page.locator(f"[data-profile] [name={question}]").select_option(answer)


@pytest.mark.slow
def test_three_weeks_of_work_are_done_without_leaving_the_plan(opener: Opener) -> None:
    page = phone(opener, "min-plan/")
    page.wait_for_selector("check-plan:not([hidden])")
    here = page.url
    answering(page, FIRMS["bakery"]["answers"])
    page.reload()  # the next day
    page.wait_for_selector("check-plan:not([hidden])")
    rows = page.locator(".guide-plan__items > li")
    expect(rows).to_have_count(len(FIRMS["bakery"]["items"]))
    names = [str(row.get_attribute("data-item")) for row in rows.all()[:6]]
    for week, (first, second) in enumerate(zip(names[::2], names[1::2], strict=True)):
        # One is begun, with who and when and what was said; another is done.
        row = page.locator(f".guide-plan__items [data-item={first}]")
        row.get_by_role("button", name="Status og notat").tap()
        row.get_by_text("I gang", exact=True).tap()
        row.locator("[name=responsible]").fill(f"Kari {week}")
        row.locator("[name=due]").fill((date.today() + timedelta(7 * week - 3)).isoformat())
        row.locator("[name=note]").fill(f"Uke {week}")
        row.get_by_role("button", name="Lukk").tap()
        expect(row.locator(".guide-plan__facts")).to_contain_text(f"Notat: Uke {week}")
        done = page.locator(f".guide-plan__items [data-item={second}]")
        done.locator("> label").tap()
        expect(done).to_have_attribute("data-status", "done")
        assert page.url.split("?")[0] == here
        # The next week begins anew: what is done is off the list, what is begun comes first.
        page.reload()
        page.wait_for_selector("check-plan:not([hidden])")
        expect(done).to_have_count(0)
        assert page.locator("check-next li").count() == 3
    late = page.locator(f".guide-plan__items [data-item={names[0]}] .guide-plan__late")
    expect(late).to_contain_text("Over frist")
    shown = len(FIRMS["bakery"]["items"])
    expect(page.locator("[data-shown]")).to_have_text(f"Viser {shown - 3} av {shown} punkter.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.slow
def test_an_adviser_has_two_projects_of_different_kinds(opener: Opener) -> None:
    page = phone(opener, "min-plan/")
    page.wait_for_selector("check-plan:not([hidden])")
    fold = page.locator("details:has([data-projects]) > summary")
    fold.tap()
    shown = page.locator("[data-shown]")
    few, many = (len(FIRMS[name]["items"]) for name in ("bakery", "municipality"))
    for name in ("bakery", "municipality"):
        page.get_by_role("button", name="Nytt prosjekt").tap()
        page.get_by_label("Navn på prosjektet").fill(name)
        page.get_by_role("button", name="Lagre navnet").tap()
        answering(page, FIRMS[name]["answers"])
        expect(shown).to_contain_text(f"av {len(FIRMS[name]['items'])} punkter")
    both = [name for name in FIRMS["bakery"]["items"] if name in FIRMS["municipality"]["items"]]
    projects = page.locator("[data-projects]")
    for name, n in (("bakery", few), ("municipality", many), ("bakery", few)):
        projects.select_option(label=name)
        expect(shown).to_contain_text(f"av {n} punkter")
        expect(page.locator("[data-which]")).to_have_text(f": {name}")
    row = page.locator(f".guide-plan__items [data-item={both[0]}]")
    row.locator("> label").tap()
    expect(row).to_have_attribute("data-status", "done")
    projects.select_option(label="municipality")
    expect(page.locator(".guide-plan__items [data-status=done]")).to_have_count(0)
    page.reload()
    page.wait_for_selector("check-plan:not([hidden])")
    expect(shown).to_contain_text(f"Viser {many} av {many} punkter")
