"""What a phone shows first: a list's first box in the first screen, and pages that are no walls."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from guide import CATALOG, each_list
from places import own_pages
from playwright.sync_api import Page, expect

from macros.catalog.model import Checklist

from ..answers.steps import KEY
from ..opening import Opener
from .steps import LIST, box
from .test_fit import answering

WIDTH = 390
FORMER = 4977 / 17  # px an item of the list's page, before
GUIDE = sorted(
    file.relative_to(ROOT / "docs").as_posix().removesuffix(".md").removesuffix("index")
    for file in own_pages(ROOT)
    if "{{ checklist(" in file.read_text(encoding="utf-8")
)
LISTS = [checklist.id for checklist in CATALOG.checklists]
MUCH_CHANGED = """key => {
  const state = JSON.parse(localStorage.getItem(key));
  state.local.changes = 40;
  localStorage.setItem(key, JSON.stringify(state));
}"""
FIRST_BOX = "check-list [data-item] > label"
FOLD = ".checklist__fold"
HEAD = f"{FOLD} > summary"
# Pages that tell of every list, in px: 66,026 and 9,470 before.
TALLEST = {"punkt/": 3300, "sjekklister/": 5300}


def down(page: Page, what: str) -> float:
    """How far down something first stands, in px."""
    page.wait_for_selector("check-list:defined")
    place = page.locator(what).locator("visible=true").first.bounding_box()
    assert place
    return place["y"]


def height(page: Page) -> float:
    return float(page.evaluate("document.documentElement.scrollHeight"))


@pytest.mark.parametrize("checklist", each_list())
def test_the_first_box_of_every_list_stands_in_the_first_screen(
    opener: Opener, checklist: Checklist
) -> None:
    assert down(opener(f"sjekklister/{checklist.id}/", width=WIDTH), FIRST_BOX) <= 560


@pytest.mark.parametrize(
    "lists", [LISTS[:2], pytest.param(LISTS[2:], marks=pytest.mark.slow)], ids=["two", "rest"]
)
def test_who_has_told_of_the_firm_finds_the_first_box_in_the_first_screen_too(
    opener: Opener, lists: list[str]
) -> None:
    page = opener(LIST, width=WIDTH)
    answering(page, LIST)
    box(page).check()
    page.evaluate(MUCH_CHANGED, KEY)
    low = {}
    for name in lists:
        page.goto(re.sub(r"sjekklister/.*", f"sjekklister/{name}/", page.url))
        page.wait_for_selector("check-list:defined")
        page.wait_for_timeout(300)  # what is not meant for the firm is taken off
        if page.locator(FIRST_BOX).locator("visible=true").count():
            low[name] = down(page, FIRST_BOX)  # also where a question stands over it
    assert {name: y for name, y in low.items() if y > 560} == {}
    # As it was: more words over the list.
    page.goto(re.sub(r"sjekklister/.*", LIST, page.url))
    page.locator("check-fit").evaluate("one => { one.style.marginBlock = '8rem'; }")
    assert down(page, FIRST_BOX) > 560


def test_the_plan_of_who_has_answered_nothing_begins_with_few_lists(opener: Opener) -> None:
    page = opener("min-plan/", width=WIDTH)
    page.wait_for_selector("check-plan:not([hidden])")
    heads = page.locator(".guide-plan__list > summary").locator("visible=true")
    assert height(page) <= 4100
    expect(heads).to_have_count(6)
    page.get_by_role("button", name=re.compile(r"Vis alle \d+ listene")).click()
    expect(heads).to_have_count(len(LISTS))
    expect(heads.nth(6)).to_be_focused()
    assert height(page) > 4100
    page.reload()
    expect(heads).to_have_count(6)
    page.locator("[data-profile] [name=storrelse]").select_option("under-ti")
    expect(page.get_by_role("button", name=re.compile("Vis alle .* listene"))).to_be_hidden()


def test_a_list_is_little_more_than_half_as_tall_as_it_was(opener: Opener) -> None:
    page = opener(LIST, width=WIDTH)
    page.wait_for_selector("check-list:defined")
    now = height(page) / page.locator("[data-item]").count()
    assert now <= 0.55 * FORMER
    # As it was, each item had its controls on lines of their own.
    page.locator("[data-item] > details").evaluate_all(
        "all => { for (const one of all) one.style.marginBlock = '2.5rem'; }"
    )
    assert height(page) / page.locator("[data-item]").count() > 0.55 * FORMER


def test_an_unopened_item_is_two_lines_at_most_besides_its_text(opener: Opener) -> None:
    page = opener("punkt/", width=WIDTH)
    page.wait_for_selector("check-list:defined")
    page.locator(FOLD).evaluate_all("all => { for (const one of all) one.open = true; }")
    # Two quiet lines of 30 px, and what stands round them.
    tall = """all => all.filter((item) => {
      item.style.contentVisibility = "visible";
      return item.offsetHeight - item.querySelector(".task-list-text").offsetHeight > 80;
    }).map(item => item.id)"""
    items = page.locator("[data-item]")
    assert items.evaluate_all(tall) == []
    own = "all => { for (const one of all) one.style.marginBlockStart = '2.2rem'; }"
    page.locator("[data-item] > details").evaluate_all(own)
    assert len(items.evaluate_all(tall)) == items.count()


@pytest.mark.parametrize("path", TALLEST)
def test_a_page_that_tells_of_every_list_is_no_wall(opener: Opener, path: str) -> None:
    page = opener(path, width=WIDTH)
    assert height(page) <= TALLEST[path]
    # As it was, everything stood open.
    page.locator(FOLD).evaluate_all("all => { for (const one of all) one.open = true; }")
    card = "all => { for (const one of all) one.style.paddingBlock = '3rem'; }"
    page.locator(".checklist-index__card").evaluate_all(card)
    assert height(page) > TALLEST[path]


def test_the_head_of_a_list_that_an_address_names_is_open(opener: Opener) -> None:
    page = opener("punkt/#liste-serviceniva", width=WIDTH)
    head = page.locator("#liste-serviceniva")
    expect(head).to_be_in_viewport()
    expect(page.locator(f"{FOLD}[open]")).to_have_count(1)
    expect(page.locator(f"{FOLD}:has(#liste-serviceniva) [data-item]").first).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("path", GUIDE)
def test_a_guide_page_shows_its_first_list_early(opener: Opener, path: str) -> None:
    assert down(opener(path, width=WIDTH), HEAD) <= 1000


def test_a_list_on_a_guide_page_opens_with_one_tap_and_says_how_far_it_is(opener: Opener) -> None:
    page = opener("forundersokelse/", width=WIDTH)
    head = page.locator(HEAD).first
    expect(head).to_contain_text("17 punkter")
    expect(box(page)).to_be_hidden()
    head.click()
    box(page).check()
    expect(head).to_contain_text("1 av 17")
    assert page.locator(".checklist__meter").first.evaluate("bar => bar.value") == 1


def test_an_address_of_an_item_opens_the_list_that_holds_it(opener: Opener) -> None:
    page = opener("forundersokelse/#kritisk-for-konkurrenter", width=WIDTH)
    item = page.locator("[data-item]").nth(20)
    name = item.get_attribute("id")
    expect(item).to_be_hidden()
    page.evaluate("id => { location.hash = id }", name)
    expect(item).to_be_in_viewport()
    page.reload()
    expect(item).to_be_in_viewport()
    expect(item.locator("details")).to_have_attribute("open", "")


def test_without_scripts_and_on_paper_lists_are_open(opener: Opener) -> None:
    page = opener("forundersokelse/", javascript=False)
    expect(box(page)).to_be_visible()
    page = opener("forundersokelse/")
    page.emulate_media(media="print")
    expect(box(page)).to_be_visible()


def test_it_is_said_where_a_page_stands_and_nothing_leads_to_itself(opener: Opener) -> None:
    page = opener(LIST)
    way = page.locator(".md-path")
    expect(way).to_contain_text("Sjekklister")
    expect(way.get_by_role("link", name="Sjekklister")).to_be_visible()
    here = page.evaluate("[...document.querySelectorAll('.md-path a')].map(a => a.href)")
    assert page.url not in here
