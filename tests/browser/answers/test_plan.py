"""The plan over all lists: what is left, projects, the profile, and what goes out of it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from firms import firms
from guide import CATALOG
from playwright.sync_api import Page, expect
from text_runs import squeezed

from macros.catalog import select

from ..lists.steps import printed
from ..opening import Opener
from .steps import FIRST, KEY, LIST, edit, item, plan, saved, stored, unfold


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


def test_projects_are_named_copied_and_deleted_with_undo(opener: Opener) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    plan(page)

    def named(button: str, name: str) -> None:
        page.get_by_role("button", name=button).click()
        page.get_by_label("Navn på prosjektet").fill(name)
        page.get_by_role("button", name="Lagre navnet").click()

    projects = page.get_by_label("Dere arbeider med")
    named("Gi nytt navn", "Lønn")
    named("Lag en kopi", "Drift 2027")
    named("Nytt prosjekt", "Tom")
    expect(projects.locator("option")).to_have_text(["Drift 2027", "Lønn", "Tom"])
    page.goto(page.url.replace("min-plan/", LIST))
    expect(item(page).locator("label input").first).not_to_be_checked()
    plan(page)
    projects.select_option(label="Drift 2027")
    page.get_by_role("button", name="Slett", exact=True).click()
    expect(projects.locator("option")).to_have_text(["Lønn", "Tom"])
    page.get_by_role("button", name="Angre").click()
    expect(projects.locator("option")).to_have_text(["Drift 2027", "Lønn", "Tom"])
    page.goto(page.url.replace("min-plan/", LIST))
    expect(item(page).locator("label input").first).to_be_checked()


def test_a_projects_name_is_said_as_it_was_typed(opener: Opener) -> None:
    """`$&` and `{name}` mean something to those who fill in words; not to the reader."""
    page = opener(LIST)
    item(page).locator("label input").first.check()
    plan(page)
    page.get_by_role("button", name="Gi nytt navn").click()
    page.get_by_label("Navn på prosjektet").fill("A $& B $$ {n} {name}")
    page.get_by_role("button", name="Lagre navnet").click()
    page.get_by_role("button", name="Slett", exact=True).click()
    expect(page.locator("[data-said]")).to_contain_text("«A $& B $$ {n} {name}» er slettet.")


def test_the_profile_shows_what_it_would_mark_and_can_be_undone(opener: Opener) -> None:
    page = opener("min-plan/")
    page.get_by_label("Skal leverandøren håndtere opplysninger om personer?").select_option("nei")
    hit = [
        i for _, i in CATALOG.items() if "nei" in i.not_relevant_when.get("personopplysninger", ())
    ]
    expect(page.locator("[data-unlike] li")).to_have_count(len(hit))
    page.locator("[data-unlike] summary").click()
    assert "irrelevant" not in page.evaluate(f"localStorage.getItem('{KEY}')")
    page.get_by_role("button", name="Merk dem som ikke aktuelle").click()
    expect(page.locator("[data-unlike]")).to_be_hidden()
    items = next(iter(stored(page)["projects"].values()))["items"]
    assert {i for i, f in items.items() if f["status"][0][0] == "irrelevant"} == {i.id for i in hit}
    assert "personer? Nei, ingen." in items[hit[0].id]["reason"][0][0]
    page.get_by_role("button", name="Angre").click()
    items = next(iter(stored(page)["projects"].values()))["items"]
    assert {f["status"][0][0] for f in items.values()} == {""}


def test_the_plan_is_about_the_points_of_the_firm_and_all_when_asked(opener: Opener) -> None:
    firm = firms()["bakery"]
    page = opener("min-plan/")
    every, few = len(list(CATALOG.items())), len(firm["items"])
    expect(page.locator("[data-fit]")).to_be_hidden()
    for name, value in firm["answers"].items():
        page.locator(f"[data-profile] [name={name}]").select_option(value)
    said = f"{few} av {every} punkter gjelder dere."
    expect(page.locator("[data-fit]")).to_contain_text(said)
    expect(page.locator("[data-marked]")).to_contain_text(f"{said} Resten er skjult, ikke merket.")
    expect(page.locator("[data-shown]")).to_have_text(f"Viser {few} av {few} punkter.")
    musts = sum(CATALOG.by_id[name][1].priority == "must" for name in firm["items"])
    expect(page.locator("[data-counts]")).to_contain_text(f"Absolutt: 0 av {musts}")
    page.locator("[data-fit] button").click()
    expect(page.locator("[data-shown]")).to_have_text(f"Viser {every} av {every} punkter.")
    page.locator("[data-fit] button").click()
    expect(page.locator("[data-shown]")).to_have_text(f"Viser {few} av {few} punkter.")
    # Nothing was marked behind her back.
    assert next(iter(stored(page)["projects"].values()))["items"] == {}


def test_the_plan_shows_how_far_each_phase_and_list_is_also_on_paper(opener: Opener) -> None:
    page = opener("min-plan/", width=390)
    far = page.locator("check-overview")
    expect(far).to_be_hidden()  # nothing is answered
    firm = firms()["bakery"]
    for name, value in firm["answers"].items():
        page.locator(f"[data-profile] [name={name}]").select_option(value)
    expect(far).to_be_visible()
    page.reload()
    page.wait_for_selector("check-plan:not([hidden])")
    mine = [CATALOG.by_id[name] for name in firm["items"]]
    musts = [item for _, item in mine if item.priority == "must"]
    expect(far.locator("li").first).to_have_text(f"Absolutt: 0 av {len(musts)}")
    expect(far).to_contain_text("Absolutt: må ha.")
    expect(page.locator("[data-counts]")).to_be_hidden()  # the same, in numbers alone
    each = far.locator(".guide-overview__each")
    each.locator("summary").click()
    lists = {home.id for home, _ in mine}
    phases = select.by_first_phase(CATALOG)
    pictures = len([p for p, ls in phases if any(c.id in lists for c in ls)])
    expect(each.locator("ol > li > check-progress svg")).to_have_count(pictures)
    row = page.locator(f".guide-plan__items [data-item={musts[0].id}]")
    row.locator("> label").click()
    expect(far.locator("li").first).to_have_text(f"Absolutt: 1 av {len(musts)}")
    here = next(c for c in CATALOG.checklists if musts[0] in list(c.own()))
    told = each.locator(f"li:has(> a[href*='/{here.id}/'])").first
    expect(told).to_contain_text("Absolutt: 1 av ")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    # Folded it waits, and stands on paper all the same.
    each.locator("summary").click()
    row.locator("> label").click()
    expect(far.locator("li").first).to_have_text(f"Absolutt: 0 av {len(musts)}")
    sheet = squeezed(printed(page)[0])
    assert squeezed(f"Absolutt: 0 av {len(musts)}") in sheet and squeezed(here.title) in sheet


def test_the_level_follows_from_the_answers_until_the_reader_chooses_one(opener: Opener) -> None:
    page = opener("min-plan/")
    every = len(list(CATALOG.items()))
    level = page.get_by_label("Hvor mye vil dere ha med?")
    expect(level.locator("option").first).to_have_text("Som svarene sier: Full")
    page.locator("[data-profile] [name=storrelse]").select_option("under-ti")
    expect(level.locator("option").first).to_have_text("Som svarene sier: Kjerne")
    expect(page.locator("[data-fit]")).to_be_visible()
    level.select_option(label="Full")
    ruled = sum("under-ti" in i.not_relevant_when.get("storrelse", ()) for _, i in CATALOG.items())
    all_but = f"{every - ruled} av {every} punkter gjelder dere."
    expect(page.locator("[data-fit]")).to_contain_text(all_but)
    page.reload()
    page.wait_for_selector("check-plan:not([hidden])")
    expect(level).to_have_value("3")
    expect(page.locator("[data-fit]")).to_contain_text(all_but)
    # Who has answered finds the questions folded.
    expect(page.locator("[data-profile]")).to_be_hidden()
    page.get_by_text("Hvilke punkter gjelder dere?").last.click()
    page.locator("[data-profile] [name=storrelse]").select_option("")
    expect(page.locator("[data-fit]")).to_be_hidden()
    expect(page.locator("[data-marked]")).to_have_text("Alle punktene gjelder dere.")


def test_an_answer_of_an_older_edition_is_kept_and_shown_as_none(opener: Opener) -> None:
    page = opener("min-plan/")
    page.locator("[data-profile] [name=storrelse]").select_option("under-ti")
    old = page.evaluate(f"localStorage.getItem('{KEY}')").replace("under-ti", "ti-til-tjue")
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", [KEY, old])
    page.reload()
    page.wait_for_selector("check-plan:not([hidden])")
    expect(page.locator("[data-profile] [name=storrelse]")).to_have_value("")
    expect(page.locator("[data-fit]")).to_be_hidden()
    assert "ti-til-tjue" in page.evaluate(f"localStorage.getItem('{KEY}')")


def test_an_address_within_the_plan_opens_what_it_names(opener: Opener) -> None:
    page = opener("min-plan/#plan-ta-vare")
    expect(page.get_by_role("button", name="Last ned sikkerhetskopi")).to_be_visible()
    expect(page.locator("#plan-ta-vare")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Nytt prosjekt")).to_be_hidden()


def test_three_things_to_begin_with_stand_first_and_go_when_they_are_done(opener: Opener) -> None:
    page = opener("min-plan/")
    links = page.locator("[data-next] a")
    expect(links).to_have_count(3)
    assert page.locator("check-plan h2:visible").first.inner_text() == "Neste tre ting"
    first = (links.first.get_attribute("href") or "").split("#")[1]
    page.goto(f"{page.url}?text={CATALOG.by_id[first][1].code}")
    page.wait_for_selector("check-plan:not([hidden])")
    page.locator(f".guide-plan__items [data-item={first}] > label input").check()
    expect(page.locator(f"[data-next] a[href$='#{first}']")).to_have_count(0)
    expect(links).to_have_count(3)


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


def test_due_dates_and_yearly_looks_go_to_a_calendar(opener: Opener, tmp_path: Path) -> None:
    page = opener(LIST)
    item(page, "finn-skjulte-kostnader").locator("label input").first.check()
    form = edit(page)
    form.locator("[name=due]").fill("2027-02-28")
    form.locator("[name=note]").fill("Husk; komma, og\nlinje")
    form.get_by_role("button", name="Lukk").click()
    plan(page)
    with page.expect_download() as got:
        page.get_by_role("button", name="Last ned frister til kalenderen").click()
    text = saved(page, got.value, tmp_path).read_bytes().decode("utf-8")
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    joined = text.replace("\r\n ", "")
    assert joined.count("BEGIN:VEVENT") == 1 and "RRULE" not in joined
    assert f"/punkt/#{FIRST}\r\n" in joined and "BEGIN:VALARM" in joined
    assert "DTSTART;VALUE=DATE:20270228" in joined and "Husk\\; komma\\, og\\nlinje" in joined
    # Once a year only when that is asked for.
    with page.expect_download() as got:
        page.get_by_role("button", name="Last ned en årlig gjennomgang til kalenderen").click()
    joined = saved(page, got.value, tmp_path).read_text(encoding="utf-8").replace("\n ", "")
    assert joined.count("BEGIN:VEVENT") == 1
    assert "RRULE:FREQ=YEARLY" in joined and f"DATE:{date.today().year + 1}" in joined


def test_the_plan_goes_out_as_text_that_can_be_pasted(opener: Opener) -> None:
    page = opener(LIST)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    item(page).locator("label input").first.check()
    form = edit(page, "finn-skjulte-kostnader")
    form.get_by_text("I gang").click()
    form.get_by_role("button", name="Lukk").click()
    plan(page)
    page.get_by_text("Velg hvilke punkter som vises").click()
    page.locator("[data-filter] [name=status]").select_option("")
    page.get_by_role("button", name="Kopier som tekst").click()
    expect(page.locator("[data-said]")).to_contain_text("Teksten er kopiert.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.count("\n☐ ") == len(list(CATALOG.items())) - 1
    assert text.count("\n☑ ") == 1 and text.count("I gang") == 1
    assert not set("*#[]") & set(text)
    html = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          return (await item.getType("text/html")).text();
        }"""
    )
    assert html.count("<li>") == len(list(CATALOG.items())) and "<b>FU-1.01</b>" in html


def test_a_link_shows_status_to_others_and_no_notes(opener: Opener) -> None:
    page = opener(LIST)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    item(page).locator("label input").first.check()
    form = edit(page)
    form.locator("[name=note]").fill("Hemmelig")
    form.get_by_role("button", name="Lukk").click()
    plan(page)
    page.get_by_role("button", name="Kopier lenke til status").click()
    expect(page.locator("[data-said]")).to_contain_text("Lenken er kopiert")
    link = page.evaluate("navigator.clipboard.readText()")
    other = opener("om/", context=opener.new_context())
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(link)
    other.wait_for_selector("[data-banner]:not([hidden])")
    expect(other.locator("[data-banner] p")).to_contain_text("Dette er en kopi av «Mitt prosjekt»")
    should = sum(i.priority == "should" for _, i in CATALOG.items())
    expect(other.locator("[data-counts]")).to_contain_text(f"Viktig: 1 av {should}")
    expect(other.get_by_role("button", name="Last ned sikkerhetskopi")).to_be_hidden()
    assert "Hemmelig" not in other.content() and not any("delt=" in url for url in asked)
    assert other.evaluate(f"localStorage.getItem('{KEY}')") is None
    other.get_by_role("button", name="Gå til mine egne svar").click()
    unfold(other)
    expect(other.get_by_role("button", name="Last ned sikkerhetskopi")).to_be_visible()


@pytest.mark.parametrize(
    "fragment", ["delt=", "delt=AAAA", "delt=%3Cscript%3E", "delt=" + "A" * 30000]
)
def test_a_damaged_link_shows_the_readers_own_plan(opener: Opener, fragment: str) -> None:
    page = opener(f"min-plan/#{fragment}")
    page.wait_for_selector("check-plan:not([hidden])")
    expect(page.locator("[data-banner]")).to_be_hidden()
    expect(page.locator("[data-said]")).to_contain_text("skadet eller kuttet")


def test_what_came_whole_from_a_backup_is_backed_up(opener: Opener, tmp_path: Path) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    plan(page)
    with page.expect_download() as got:
        page.get_by_role("button", name="Last ned sikkerhetskopi").click()
    file = saved(page, got.value, tmp_path)
    other = opener("min-plan/", context=opener.new_context())
    unfold(other)
    where = other.locator("[data-where]")
    expect(where).to_contain_text("Ikke sikkerhetskopiert ennå")
    other.set_input_files("[data-open]", file)
    other.get_by_role("button", name="Slå sammen med prosjektet mitt").click()
    expect(where).to_contain_text("Sist sikkerhetskopiert")
    # What was here before is in no copy.
    third = opener(LIST, context=opener.new_context())
    item(third, "finn-skjulte-kostnader").locator("label input").first.check()
    plan(third)
    third.set_input_files("[data-open]", file)
    third.get_by_role("button", name="Slå sammen med prosjektet mitt").click()
    expect(third.locator("[data-said]")).not_to_be_empty()
    expect(third.locator("[data-where]")).to_contain_text("Ikke sikkerhetskopiert ennå")


def test_what_is_said_lies_over_nothing_after_a_while_and_is_still_there(opener: Opener) -> None:
    page = opener(LIST)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    item(page).locator("label input").first.check()
    page.clock.install()
    plan(page)
    page.get_by_role("button", name="Kopier lenke til status").click()
    said = page.locator("[data-said]")
    expect(said).to_contain_text("Lenken er kopiert")
    at = "e => getComputedStyle(e).position"
    assert said.evaluate(at) == "fixed"
    page.clock.run_for(21_000)
    assert said.evaluate(at) == "static"
    expect(said).to_contain_text("Lenken er kopiert")
