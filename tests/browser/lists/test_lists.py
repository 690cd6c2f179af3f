"""What a person does with a list: tick, come back, use two tabs, the keyboard, a phone."""

from __future__ import annotations

import json

import pytest
from guide import CATALOG
from playwright.sync_api import Route, expect

from macros.catalog import select

from ..opening import Opener
from .steps import FIRST, LIST, box


def test_a_tick_is_there_next_week(opener: Opener) -> None:
    page = opener(LIST)
    page.locator("[data-item=kjenn-egen-it] .task-list-text").click()
    expect(box(page)).to_be_checked()
    total = len(list(select.entries(CATALOG, CATALOG.checklists[0])))
    expect(page.locator("[data-count=all]")).to_have_text(f"1 av {total} krysset av.")
    expect(page.locator("[data-count=should]")).to_contain_text("Viktig 1 av")
    expect(page.locator(".checklist__where")).to_contain_text("bare i denne nettleseren")
    page.reload()
    expect(box(page)).to_be_checked()


def test_the_same_item_has_its_tick_everywhere(opener: Opener) -> None:
    page = opener(LIST)
    box(page).check()
    for path in ("forundersokelse/", "punkt/"):
        page.goto(page.url.split("sjekklister")[0] + path if "sjekklister" in page.url else path)
        expect(box(page)).to_be_checked()
        page.goto(page.url.split(path)[0] + LIST)


def test_ticks_follow_instant_navigation(opener: Opener) -> None:
    page = opener("sjekklister/")
    page.locator("article").get_by_role("link", name="Ha orden i eget hus").click()
    page.wait_for_selector("[data-item=kjenn-egen-it]")
    box(page).check()
    page.locator("[data-item=kjenn-egen-it] summary").click()
    page.locator("[data-item=kjenn-egen-it]").get_by_role("link", name="Fast lenke").click()
    page.wait_for_selector(".checklist--register")
    expect(box(page)).to_be_checked()


def test_the_index_says_how_far_a_list_is(opener: Opener) -> None:
    page = opener(LIST)
    box(page).check()
    page.goto(page.url.replace("orden-i-eget-hus/", ""))
    shown = list(select.entries(CATALOG, CATALOG.checklists[0]))
    should = sum(s.item.priority == "should" for s in shown)
    expect(page.get_by_text(f"Viktig: 1 av {should}").first).to_be_visible()


def test_a_second_tab_follows(opener: Opener) -> None:
    context = opener.new_context()
    one, two = opener(LIST, context=context), opener(LIST, context=context)
    box(one).check()
    expect(box(two)).to_be_checked()
    box(two).uncheck()
    expect(box(one)).not_to_be_checked()


def test_reset_can_be_undone(opener: Opener) -> None:
    page = opener(LIST)
    box(page).check()
    box(page, "finn-skjulte-kostnader").check()
    page.locator(".checklist__reset").click()
    expect(box(page)).not_to_be_checked()
    expect(page.get_by_text("2 kryss er fjernet.")).to_be_visible()
    page.locator(".checklist__redo").click()
    expect(box(page)).to_be_checked()
    expect(box(page, "finn-skjulte-kostnader")).to_be_checked()


def test_reset_leaves_other_lists_and_unknown_ids(opener: Opener) -> None:
    page = opener(LIST)
    key = "checklists:it-outsourcing"
    kept = json.dumps({"version": 1, "ticks": {"fra-en-annen-utgave": "2026-01-01T00:00:00Z"}})
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", [key, kept])
    page.reload()
    box(page).check()
    page.locator(".checklist__reset").click()
    (project,) = json.loads(page.evaluate("k => localStorage.getItem(k)", key))["projects"].values()
    done = {i for i, fields in project["items"].items() if fields["status"][0][0] == "done"}
    assert done == {"fra-en-annen-utgave"}


BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blokkert'); }})"
FULL = (
    "Storage.prototype.setItem = function () { throw new DOMException('x', 'QuotaExceededError') }"
)


@pytest.mark.parametrize(("init", "words"), [(BLOCKED, "ikke lagre"), (FULL, "ikke lagre")])
def test_without_storage_it_says_so_and_still_ticks(opener: Opener, init: str, words: str) -> None:
    page = opener(LIST, init=init, tolerate="blokkert")
    expect(page.locator(".checklist__where")).to_contain_text(words)
    box(page).check()
    expect(box(page)).to_be_checked()
    expect(page.locator("[data-count=all]")).to_contain_text("1 av")


def test_storage_that_fills_up_is_told(opener: Opener) -> None:
    page = opener(LIST)
    page.evaluate(f"() => {{ {FULL} }}")
    box(page).check()
    expect(box(page)).to_be_checked()
    expect(page.locator(".checklist__where")).to_contain_text("fullt")
    box(page, "finn-skjulte-kostnader").check()
    expect(box(page)).to_be_checked()


def test_answers_from_a_newer_site_are_shown_and_never_overwritten(opener: Opener) -> None:
    page = opener(LIST)
    newer = json.dumps({"version": 99, "ticks": {"kjenn-egen-it": "x"}, "more": [1]})
    page.evaluate("v => localStorage.setItem('checklists:it-outsourcing', v)", newer)
    page.reload()
    expect(box(page)).to_be_checked()
    expect(box(page)).to_be_disabled()
    assert page.evaluate("localStorage.getItem('checklists:it-outsourcing')") == newer


def test_keyboard_alone_reaches_and_ticks_every_box(opener: Opener) -> None:
    page = opener("sjekklister/kritisk-informasjon/")
    page.locator("h1").click()
    reached: list[str] = []
    for _ in range(80):
        page.keyboard.press("Tab")
        at = page.evaluate("document.activeElement.closest('[data-item]')?.dataset.item ?? ''")
        if page.evaluate("document.activeElement.type") == "checkbox":
            if at in reached:
                break
            page.keyboard.press("Space")
            reached.append(at)
    assert reached == [i.id for i in CATALOG.checklists[1].own()]
    assert page.locator("[data-item] input:checked").count() == len(reached)


def test_name_of_a_box_says_what_a_tick_means(opener: Opener) -> None:
    page = opener(LIST)
    expect(page.get_by_role("checkbox", name=f"Gjort: {FIRST}")).to_be_visible()


@pytest.mark.parametrize("width", [320, pytest.param(390, marks=pytest.mark.slow)])
def test_nothing_is_wider_than_a_phone_and_targets_are_large(opener: Opener, width: int) -> None:
    page = opener(LIST, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    boxes = page.locator(".checklist label, .checklist summary, .checklist__reset").all()
    for target in boxes:
        if target.is_visible():
            assert target.bounding_box()["height"] >= 44  # type: ignore[index]


def test_without_javascript_boxes_tick_and_no_dead_control_is_seen(opener: Opener) -> None:
    page = opener(LIST, javascript=False)
    page.locator("[data-item=kjenn-egen-it] .task-list-text").click()
    expect(box(page)).to_be_checked()
    expect(page.locator(".checklist__bar").first).to_be_hidden()
    expect(page.locator(".checklist__copy").first).to_be_hidden()
    page.locator("[data-item] summary").first.click()
    expect(page.get_by_text("ildsjelen")).to_be_visible()


def test_link_to_an_item_opens_it(opener: Opener) -> None:
    page = opener("punkt/#finn-skjulte-kostnader")
    expect(page.locator("#finn-skjulte-kostnader details")).to_have_attribute("open", "")
    expect(page.locator("#finn-skjulte-kostnader")).to_be_in_viewport()


def test_copy_link_gives_the_permanent_address(opener: Opener) -> None:
    page = opener(LIST)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    item = page.locator("[data-item=finn-skjulte-kostnader]")
    item.locator("summary").click()
    item.get_by_role("button", name="Kopier lenke").click()
    expect(item.get_by_text("Lenken er kopiert")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/punkt/#finn-skjulte-kostnader")


def test_a_tick_made_before_the_scripts_are_there_is_kept(opener: Opener) -> None:
    page = opener("om/")
    held: list[Route] = []
    page.route("**/lists.js", lambda route: held.append(route))  # noqa: PLW0108  (it wants a function)
    url = page.url.replace("om/", LIST)
    with page.expect_request("**/lists.js"):
        page.evaluate("url => { location.href = url; }", url)
    page.locator("[data-item=kjenn-egen-it] > label").first.click()
    for route in held:
        route.continue_()
    page.unroute("**/lists.js")
    expect(page.locator(".checklist__bar").first).to_be_visible()
    box = page.locator("[data-item=kjenn-egen-it] input[type=checkbox]").first
    expect(box).to_be_checked()
    page.reload()
    expect(box).to_be_checked()


@pytest.mark.slow
def test_what_a_poor_net_did_not_bring_is_fetched_again_and_the_tick_is_kept(
    opener: Opener,
) -> None:
    page = opener("om/")
    tries: list[Route] = []

    def refused(route: Route) -> None:
        tries.append(route)
        route.abort()

    page.route("**/lists.js", refused)
    url = page.url.replace("om/", LIST)
    page.evaluate("url => { location.href = url; }", url)
    page.locator("[data-item=kjenn-egen-it] > label").first.click()
    page.wait_for_timeout(2500)
    assert 1 < len(tries) < 4  # later each time
    page.unroute("**/lists.js")
    page.evaluate("dispatchEvent(new Event('online'))")  # at once when there is a net again
    expect(page.locator(".checklist__bar").first).to_be_visible(timeout=1000)
    box = page.locator("[data-item=kjenn-egen-it] input[type=checkbox]").first
    expect(box).to_be_checked()
    page.reload()
    expect(box).to_be_checked()
