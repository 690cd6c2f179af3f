"""The plan over all lists: what is left, projects, the profile, and what goes out of it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from guide import CATALOG
from playwright.sync_api import Page, expect

from ..opening import Opener
from .steps import FIRST, KEY, LIST, edit, item, plan


def test_the_plan_shows_what_is_left_over_all_lists(opener: Opener) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    form = edit(page, "ki-verktoy-i-bruk")
    form.locator("[name=due]").fill("2027-01-15")
    form.locator("[name=responsible]").fill("Annelise")
    form.get_by_role("button", name="Lukk").click()
    plan(page)
    # A list whose rows are not made yet is none to a screen reader.
    expect(page.locator(".guide-plan__items").first).to_be_attached()
    bare = page.locator(".guide-plan__items:not([hidden]):not(:has(li))")
    expect(bare).to_have_count(0)
    page.locator(".guide-plan__items[hidden]").first.evaluate("one => { one.hidden = false; }")
    expect(bare).to_have_count(1)  # as it was
    total = len(list(CATALOG.items()))
    expect(page.locator("[data-shown]")).to_have_text(f"Viser {total - 1} av {total} punkter.")
    should = sum(i.priority == "should" for _, i in CATALOG.items())
    expect(page.locator("[data-counts]")).to_contain_text(f"Viktig: 1 av {should}")
    page.get_by_text("Velg hvilke punkter som vises").click()
    page.locator("[data-filter] [name=order]").select_option("due")
    first = page.locator(".guide-plan__items li").first
    expect(first).to_contain_text("Annelise")
    expect(first).to_contain_text("Frist 15.01.2027")
    expect(page.locator(".guide-plan__list summary").first).to_contain_text("Senere (1)")
    page.locator("[data-filter] [name=text]").fill("annelise")
    expect(page.locator(".guide-plan__items li")).to_have_count(1)
    page.reload()
    page.wait_for_selector("check-plan:not([hidden])")
    expect(page.locator(".guide-plan__items li")).to_have_count(1)
    page.locator(".guide-plan__items").get_by_role("link", name="Les punktet").click()
    expect(page.locator("#ki-verktoy-i-bruk")).to_be_in_viewport()
    page.go_back()
    page.wait_for_selector(".guide-plan__items li")
    expect(page.locator(".guide-plan__items li")).to_have_count(1)


@pytest.mark.slow
def test_work_is_done_in_the_plans_own_rows(opener: Opener) -> None:
    page = opener("min-plan/?text=hvem", width=390)
    page.wait_for_selector("check-plan:not([hidden])")
    row = page.locator(f".guide-plan__items [data-item={FIRST}]")
    others = page.locator(".guide-plan__items li").count() - 1
    button = row.get_by_role("button", name="Status og notat")
    button.focus()
    page.keyboard.press("Enter")
    expect(row.get_by_role("radio", name="Ikke vurdert")).to_be_focused()
    page.keyboard.press("ArrowDown")
    row.locator("[name=note]").fill("Ring Kari")
    row.locator("[name=responsible]").fill("Ola")
    row.locator("[name=due]").fill("2024-03-01")
    row.locator("[name=priority]").select_option("could")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    # Opened again, the focus is on what is chosen.
    page.keyboard.press("Enter")
    expect(row.get_by_role("radio", name="I gang")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    facts = row.locator(".guide-plan__facts")
    expect(facts).to_contain_text("Over frist: 01.03.2024")
    expect(facts).to_contain_text("Ønskelig · I gang · Ola · Notat: Ring Kari")
    # Done, it stays where it is until something else is asked for.
    row.locator("> label input").check()
    expect(row).to_be_visible()
    expect(facts).to_contain_text("Gjort · Ola · Frist 01.03.2024")
    page.reload()
    page.wait_for_selector("check-plan:not([hidden])")
    expect(page.locator(".guide-plan__items li")).to_have_count(others)


def test_who_ticks_in_the_plan_waits_for_the_row_alone(opener: Opener) -> None:
    page = opener("min-plan/?status=all&text=hvem")
    page.wait_for_selector("check-plan:not([hidden])")
    counts = page.locator("[data-counts]")
    before = counts.inner_text()
    tick = """() => {
      const row = document.querySelector(".guide-plan__items [data-item]");
      row.querySelector("input").click();
      return [row.dataset.status, document.querySelector("[data-counts]").textContent];
    }"""
    assert page.evaluate(tick) == ["done", before]
    expect(counts).not_to_have_text(before)  # what stands round the row follows


@pytest.mark.slow
def test_nothing_is_lost_when_the_list_is_drawn_anew_round_an_open_panel(opener: Opener) -> None:
    page = opener("min-plan/?order=responsible&text=hvem")
    page.wait_for_selector("check-plan:not([hidden])")
    row = page.locator(f".guide-plan__items [data-item={FIRST}]")
    form = edit(page)
    form.locator("[name=responsible]").fill("Ola")
    form.locator("[name=note]").press_sequentially("Halv")
    # Another tab marks it as done meanwhile, and moves everything else.
    other = opener(LIST, context=page.context)
    other.locator("[data-item] > label input").nth(1).check()
    item(other).locator("label input").first.check()
    expect(row.locator("> label input")).to_be_checked()
    expect(form.locator("[name=note]")).to_be_focused()
    form.locator("[name=note]").press_sequentially(" setning")
    expect(form.locator("[name=note]")).to_have_value("Halv setning")
    page.wait_for_function(f"() => localStorage.getItem('{KEY}').includes('Halv setning')")
    # Another tab goes to another project: the panel stays, and writes where it was opened.
    plan(other)
    other.get_by_role("button", name="Nytt prosjekt").click()
    other.get_by_label("Navn på prosjektet").fill("Annet")
    other.get_by_role("button", name="Lagre navnet").click()
    form.locator("[name=note]").press_sequentially("!")
    page.wait_for_function(f"() => localStorage.getItem('{KEY}').includes('Halv setning!')")
    form.get_by_role("button", name="Lukk").click()
    expect(row.locator(".guide-plan__facts")).not_to_contain_text("Halv setning!")
    other.get_by_label("Dere arbeider med").select_option(label="Mitt prosjekt")
    other.close()
    plan(page)
    page.get_by_label("Dere arbeider med").select_option(label="Mitt prosjekt")
    page.get_by_text("Velg hvilke punkter som vises").click()
    page.locator("[data-filter] [name=order]").select_option("responsible")
    # It finds its own place when something is chosen anew.
    page.locator("[data-filter] [name=status]").select_option("done")
    expect(page.locator(".guide-plan__list summary").first).to_have_text("Ola (1)")


MINE = {
    FIRST: ("Kari", 0),
    "ki-verktoy-i-bruk": ("Kari Vik, Ola", -400),
    "finn-skjulte-kostnader": ("Ola", -1),
}


def shared(page: Page) -> None:
    """Items with people and days, written under the items."""
    for name, (who, days) in MINE.items():
        form = edit(page, name)
        form.locator("[name=responsible]").fill(who)
        form.locator("[name=due]").fill((date.today() + timedelta(days)).isoformat())
        form.get_by_role("button", name="Lukk").click()


@pytest.mark.slow
def test_the_plan_is_narrowed_to_people_days_and_ones_own(opener: Opener) -> None:
    page = opener(LIST)
    shared(page)
    # The list says what is overdue in the same words.
    day = (date.today() - timedelta(400)).strftime("%d.%m.%Y")
    said = item(page, "ki-verktoy-i-bruk").locator(".checklist__said")
    expect(said).to_contain_text(f"Over frist: {day}")
    expect(said).to_have_class(re.compile("checklist__said--warn"))
    expect(item(page).locator(".checklist__said")).not_to_contain_text("Over frist")
    plan(page)
    page.locator("[data-label]").evaluate(
        "e => { e.closest('details')?.setAttribute('open', ''); }"
    )
    page.locator("[data-label]").fill("Kari Vik")
    page.get_by_text("Velg hvilke punkter som vises").click()
    rows = page.locator(".guide-plan__items li")

    def chosen(**fields: str) -> set[str | None]:
        for name, value in fields.items():
            page.locator(f"[data-filter] [name={name}]").select_option(value)
        page.wait_for_timeout(200)
        return {row.get_attribute("data-item") for row in rows.all()}

    assert chosen(when="late") == {"ki-verktoy-i-bruk", "finn-skjulte-kostnader"}
    assert FIRST in chosen(when="month") and "ki-verktoy-i-bruk" not in chosen(when="month")
    assert chosen(when="", responsible="Ola") == {"finn-skjulte-kostnader"}
    page.reload()
    page.wait_for_selector("check-plan:not([hidden])")
    assert chosen() == {"finn-skjulte-kostnader"}
    chosen(responsible="")
    page.get_by_label("Bare mine (Kari Vik)").check()
    assert chosen() == {FIRST, "ki-verktoy-i-bruk"}
    chosen(order="due")
    heads = page.locator(".guide-plan__list summary")
    expect(heads).to_have_text(["Over frist (1)", "Denne måneden (1)"])
    chosen(order="responsible")
    expect(heads).to_have_text(["Kari (1)", "Kari Vik, Ola (1)"])
    # Whose they are is asked where it is asked for.
    name = page.locator("[data-me]")
    expect(name).to_have_value("Kari Vik")
    name.fill("Ola")
    expect(page.get_by_label("Bare mine (Ola)")).to_be_checked()
    assert chosen() == {"finn-skjulte-kostnader", "ki-verktoy-i-bruk"}
    name.fill("Kari Vik")
    page.get_by_label("Bare mine (Kari Vik)").uncheck()
    expect(name).to_be_hidden()
    home = CATALOG.by_id[FIRST][0]
    found = chosen(list=home.id, order="")
    assert found <= {i.id for c, i in CATALOG.items() if c.id == home.id} and FIRST in found
    late = page.locator("[data-item=ki-verktoy-i-bruk] .guide-plan__late")
    expect(late).to_have_text(f"Over frist: {day}")


@pytest.mark.slow
def test_somebody_gets_a_whole_list_in_one_step_and_it_is_taken_back_in_one(opener: Opener) -> None:
    page = opener(LIST)
    shared(page)
    home = CATALOG.by_id[FIRST][0]
    page.goto(page.url.replace(LIST, f"min-plan/?list={home.id}"))
    page.wait_for_selector("check-plan:not([hidden])")
    rows = page.locator(".guide-plan__items li")
    n = rows.count()
    page.get_by_role("button", name="Sett ansvarlig for alle i denne listen").click()
    page.get_by_label("Sett ansvarlig for alle i denne listen").fill("Torbjørg")
    page.keyboard.press("Enter")
    expect(page.locator("[data-said]")).to_contain_text(
        f"Torbjørg er ansvarlig. Antall punkter: {n}."
    )
    expect(rows.filter(has_text="Torbjørg")).to_have_count(n)
    page.get_by_role("button", name="Angre").click()
    expect(rows.filter(has_text="Torbjørg")).to_have_count(0)
    expect(rows.filter(has_text="Kari Vik, Ola")).to_have_count(1)
    # Where one or two are left, their own fields are as near; more of them, and it is offered.
    way = page.get_by_role("button", name="Sett ansvarlig for alle i denne listen")
    page.goto(f"{page.url.split('?')[0]}?list={home.id}&responsible=-&priority=must&text=oversikt")
    page.wait_for_selector("check-plan:not([hidden])")
    assert 0 < rows.count() < 3
    expect(way).to_have_count(0)
    page.locator("[data-filter] [name=text]").fill("")
    expect(way).to_have_count(1)


def test_an_address_within_the_plan_opens_what_it_names(opener: Opener) -> None:
    page = opener("min-plan/#plan-ta-vare")
    expect(page.get_by_role("button", name="Last ned sikkerhetskopi")).to_be_visible()
    expect(page.locator("#plan-ta-vare")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Nytt prosjekt")).to_be_hidden()


@pytest.mark.slow
def test_back_from_a_point_is_the_same_place_with_the_same_folds(opener: Opener) -> None:
    page = opener("min-plan/", width=390)
    folds = page.locator(".guide-plan__list")
    page.get_by_role("button", name="Vis alle 31 listene").click()
    for number in (3, 12):
        folds.nth(number).locator("summary").click()
    link = folds.nth(12).get_by_role("link", name="Les punktet").nth(2)
    link.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    before = link.bounding_box()
    link.click()
    page.wait_for_url("**/punkt/#*")
    page.wait_for_selector("check-list [data-status]", state="attached")
    page.go_back()
    page.wait_for_selector("check-plan:not([hidden])")
    expect(page.locator(".guide-plan__list[open]")).to_have_count(2)
    expect(link).to_be_focused()
    page.wait_for_timeout(500)
    after = link.bounding_box()
    assert before and after and abs(before["y"] - after["y"]) < 40, (before, after)
    # A visit that begins anew begins at the top.
    page.reload()
    page.wait_for_selector("check-plan:not([hidden])")
    expect(page.locator(".guide-plan__list[open]")).to_have_count(0)


def test_links_within_the_plan_lead_there_at_once(opener: Opener) -> None:
    page = opener("min-plan/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    expect(page.get_by_role("button", name="Last ned sikkerhetskopi")).to_be_hidden()
    page.get_by_role("link", name="Ta vare på svarene").click()
    expect(page.get_by_role("button", name="Last ned sikkerhetskopi")).to_be_visible()
    expect(page.locator("#plan-ta-vare")).to_be_in_viewport()
    expect(page.locator("#plan-ta-vare")).to_be_focused()
    assert not [url for url in asked if "min-plan" in url]
