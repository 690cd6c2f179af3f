"""The plan as the one place of a project: its name, its firm, how far it is, what comes first."""

from __future__ import annotations

import pytest
from firms import firms
from guide import CATALOG
from playwright.sync_api import expect
from text_runs import squeezed

from macros.catalog import select

from ..lists.steps import printed
from ..opening import Opener
from .steps import KEY, LIST, item, plan, stored


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
    site = page.url.split("min-plan/", maxsplit=1)[0]
    for path in ("", "lag-kravdokument/", "sammenlign/"):
        page.goto(site + path)
        expect(page.locator(".guide-which:visible")).to_contain_text("Prosjekt: Tom")
    page.goto(site + LIST)
    expect(item(page).locator("label input").first).not_to_be_checked()
    plan(page)
    projects.select_option(label="Drift 2027")
    page.get_by_role("button", name="Slett", exact=True).click()
    expect(projects.locator("option")).to_have_text(["Lønn", "Tom"])
    page.get_by_role("button", name="Angre").click()
    expect(projects.locator("option")).to_have_text(["Drift 2027", "Lønn", "Tom"])
    page.goto(page.url.replace("min-plan/", LIST))
    expect(item(page).locator("label input").first).to_be_checked()


@pytest.mark.slow
def test_a_deleted_project_can_be_had_back_long_after(opener: Opener) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    plan(page)
    gone = page.locator("#plan-prosjekt").locator("xpath=ancestor::section").locator("[data-gone]")
    expect(gone).to_be_hidden()
    page.get_by_role("button", name="Gi nytt navn").click()
    page.get_by_label("Navn på prosjektet").fill("Drift")
    page.get_by_role("button", name="Lagre navnet").click()
    page.get_by_role("button", name="Slett", exact=True).click()
    page.goto(page.url.replace("min-plan/", LIST))
    expect(item(page).locator("label input").first).not_to_be_checked()
    plan(page)
    expect(gone).to_contain_text("Kan hentes tilbake: «Drift», slettet")
    gone.get_by_role("button").click()
    expect(page.locator("[data-said]")).to_contain_text("«Drift» er tilbake.")
    expect(page.get_by_label("Dere arbeider med")).to_be_focused()
    expect(gone).to_be_hidden()
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
    expect(page.locator("[data-said]")).to_contain_text("«A $& B $$ {n} {name}» er slettet, med")


def test_one_project_needs_no_name_anywhere(opener: Opener) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    site = page.url.split(LIST, maxsplit=1)[0]
    for path in ("", "lag-kravdokument/", "sammenlign/"):
        page.goto(site + path)
        page.locator(":defined:is(check-start, check-document, check-compare)").wait_for()
        expect(page.locator(".guide-which")).to_be_hidden()


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


@pytest.mark.slow
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
