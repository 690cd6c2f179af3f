"""Answers outlive what happens to them: copies, two machines, two tabs, a storage that is gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guide import CATALOG
from playwright.sync_api import expect

from ..axe import violations
from ..opening import Opener
from ..within import script, within
from .steps import BLOCKED, KEY, LIST, edit, item, plan, saved, unfold, unfold_lists


def test_a_backup_brings_everything_back_after_erasing_all(opener: Opener, tmp_path: Path) -> None:
    page = opener(LIST)
    form = edit(page)
    form.locator("[name=note]").fill("Viktig")
    form.get_by_role("button", name="Lukk").click()
    plan(page)
    expect(page.locator("[data-where]")).to_contain_text("Ikke sikkerhetskopiert ennå")
    with page.expect_download() as got:
        page.get_by_role("button", name="Last ned sikkerhetskopi").click()
    file = saved(page, got.value, tmp_path)
    assert re.fullmatch(r"mitt-prosjekt-\d{4}-\d\d-\d\d\.json", file.name)
    expect(page.locator("[data-where]")).to_contain_text("Sist sikkerhetskopiert")
    page.get_by_role("button", name="Slett alt", exact=True).click()
    page.get_by_role("button", name="Ja, slett alt nå").click()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    assert page.evaluate("localStorage.length") == page.evaluate(
        "Object.keys(localStorage).filter((k) => !k.startsWith('checklists:')).length"
    )
    page.locator("[data-open]").set_input_files(file)
    expect(page.locator("[data-preview] p").first).to_contain_text("«Mitt prosjekt» (svar: 1)")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None  # seen before it is taken in
    page.get_by_role("button", name="Slå sammen").click()
    assert "Viktig" in page.evaluate(f"localStorage.getItem('{KEY}')")


@pytest.mark.slow
def test_a_reminder_comes_when_much_has_changed(opener: Opener) -> None:
    page = opener("punkt/")
    unfold_lists(page)
    for box in page.locator("[data-item] > label input").all()[:26]:
        box.check()
    page.goto(page.url.replace("punkt/", LIST))
    expect(page.locator(".checklist__where")).to_contain_text("Ta en kopi")


@pytest.mark.slow
def test_a_storage_that_is_nearly_full_is_said_with_what_takes_the_room(opener: Opener) -> None:
    page = opener("min-plan/")
    told = page.locator("[data-room]")
    for share, said in (
        (0.79, ""),
        (0.81, "81 % fullt. Mest plass tar andre sider på samme adresse"),
    ):
        letters = int(5 * 1024 * 1024 * share)
        page.evaluate("n => localStorage.setItem('wiki', 'x'.repeat(n))", letters)
        page.reload()
        expect(page.locator("[data-where]")).to_contain_text("sikkerhetskopi")
        if said:
            expect(told).to_contain_text(said)
            expect(told).to_be_visible()
        else:
            expect(told).to_be_empty()


def test_two_people_answer_apart_and_merge_and_choose(opener: Opener, tmp_path: Path) -> None:
    mine, hers = opener.new_context(), opener.new_context()
    page = opener(LIST, context=mine)
    item(page).locator("label input").first.check()
    plan(page)
    with page.expect_download() as got:
        page.get_by_role("button", name="Last ned sikkerhetskopi").click()
    shared = saved(page, got.value, tmp_path)

    kari = opener("min-plan/", context=hers)
    unfold(kari)
    kari.locator("[data-label]").fill("Karis maskin")
    kari.locator("[data-open]").set_input_files(shared)
    kari.get_by_role("button", name="Slå sammen").click()
    kari.goto(kari.url.replace("min-plan/", LIST))
    for where, words in ((page, "Fra meg"), (kari, "Fra Kari")):
        where.goto(re.sub(r"(min-plan|sjekklister)/.*$", "", where.url) + LIST)
        form = edit(where)
        form.locator("[name=note]").fill(words)
        form.get_by_role("button", name="Lukk").click()
    kari.locator("[data-item=finn-skjulte-kostnader] label input").first.check()
    plan(kari)
    with kari.expect_download() as got:
        kari.get_by_role("button", name="Last ned sikkerhetskopi").click()
    back = saved(kari, got.value, tmp_path)
    plan(page)
    page.locator("[data-open]").set_input_files(back)
    page.get_by_role("button", name="Slå sammen").click()
    torn = page.locator("[data-conflicts] li")
    expect(torn).to_have_count(1)
    expect(torn).to_contain_text("Fra meg")
    expect(torn).to_contain_text("Fra Kari (Karis maskin")
    assert violations(page) == []
    page.get_by_role("button", name="Velg: Fra Kari").click()
    expect(page.locator("[data-conflicts]")).to_be_hidden()
    page.goto(page.url.replace("min-plan/", LIST))
    expect(page.locator("[data-item=finn-skjulte-kostnader] label input").first).to_be_checked()
    form = edit(page)
    expect(form.locator("[name=note]")).to_have_value("Fra Kari")


@pytest.mark.slow
def test_a_copy_opened_beside_brings_old_answers_back(opener: Opener, tmp_path: Path) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    plan(page)
    with page.expect_download() as got:
        page.get_by_role("button", name="Last ned sikkerhetskopi").click()
    file = saved(page, got.value, tmp_path)
    page.goto(page.url.replace("min-plan/", LIST))
    item(page).locator("label input").first.uncheck()
    plan(page)
    page.locator("[data-open]").set_input_files(file)
    page.get_by_role("button", name="Åpne som eget prosjekt").click()
    expect(page.locator("[data-projects] option")).to_have_count(2)
    page.goto(page.url.replace("min-plan/", LIST))
    expect(item(page).locator("label input").first).to_be_checked()
    expect(page.locator(".checklist__where")).to_contain_text("Mitt prosjekt (åpnet")


def test_two_tabs_that_write_at_once_lose_nothing(opener: Opener) -> None:
    """1,000 operations in turn and at once; every one is there in the end, in both."""
    context = opener.new_context()
    tabs = [opener("punkt/", context=context), opener("punkt/", context=context)]
    ids = [i.id for _, i in CATALOG.items()][:250]
    for _ in range(2):
        for number, tab in enumerate(tabs):
            within(tab, "answers", "begin", [ids, number])
        for tab in tabs:
            within(tab, "answers", "finished")
    for tab in tabs:
        nothing = f"asked => ({script('answers', 'lostOnDisk')})(asked).length === 0"
        tab.wait_for_function(nothing, arg=[KEY, ids])
        assert within(tab, "answers", "lostInPage", ids) == []


def test_without_storage_the_work_can_still_be_downloaded(opener: Opener, tmp_path: Path) -> None:
    page = opener("min-plan/", init=BLOCKED, tolerate="blokkert")
    unfold(page)
    page.get_by_label("Skal leverandøren håndtere opplysninger om personer?").select_option("nei")
    page.locator("[data-unlike] summary").click()
    page.get_by_role("button", name="Merk dem som ikke aktuelle").click()
    with page.expect_download() as got:
        page.get_by_role("button", name="Last ned sikkerhetskopi").click()
    assert "irrelevant" in saved(page, got.value, tmp_path).read_text(encoding="utf-8")


def test_storage_cleared_under_the_page_loses_nothing_that_is_open(opener: Opener) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    page.evaluate("localStorage.clear()")
    page.locator("[data-item=finn-skjulte-kostnader] label input").first.check()
    page.reload()
    expect(item(page).locator("label input").first).to_be_checked()


def test_what_cannot_be_read_is_put_aside_and_not_lost(opener: Opener) -> None:
    page = opener("om/")
    page.evaluate("([k]) => localStorage.setItem(k, '{ødelagt')", [KEY])
    page.goto(page.url.replace("om/", LIST))
    item(page).locator("label input").first.check()
    assert page.evaluate(f"localStorage.getItem('{KEY}:unreadable')") == "{ødelagt"
