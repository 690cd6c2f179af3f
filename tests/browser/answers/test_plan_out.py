"""What goes out of the plan and comes back: a calendar, text, a link, a copy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from guide import CATALOG
from playwright.sync_api import expect

from ..opening import Opener
from .steps import FIRST, KEY, LIST, edit, item, plan, saved, unfold


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


@pytest.mark.slow
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


@pytest.mark.slow
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
    # Nor is a document, or what is said of the firm.
    fourth = opener("lag-kravdokument/", context=opener.new_context())
    fourth.get_by_role("button", name="Lag et nytt kravdokument").click()
    expect(fourth.locator("[data-rows] li").first).to_be_attached()
    fourth.goto(third.url)
    unfold(fourth)
    fourth.set_input_files("[data-open]", file)
    expect(fourth.locator("[data-preview] p").first).to_contain_text("(svar: 1). Slår dere dem")
    fourth.get_by_role("button", name="Slå sammen med prosjektet mitt").click()
    expect(fourth.locator("[data-said]")).not_to_be_empty()
    expect(fourth.locator("[data-where]")).to_contain_text("Ikke sikkerhetskopiert ennå")


@pytest.mark.slow
def test_what_is_said_of_the_firm_counts_as_much_in_a_copy_as_when_it_comes(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener("min-plan/")
    unfold(page)
    page.locator("details:has(> [data-profile])").evaluate("one => { one.open = true; }")
    page.locator("[data-profile] [name=ansatte]").select_option("nei")
    page.locator("[data-profile] [name=egen-programvare]").select_option("ja")
    with page.expect_download() as got:
        page.get_by_role("button", name="Last ned sikkerhetskopi").click()
    other = opener("min-plan/", context=opener.new_context())
    other.set_input_files("[data-open]", saved(page, got.value, tmp_path))
    told = other.locator("[data-preview] p").first
    expect(told).to_contain_text("(svar: 2)")
    expect(told).to_contain_text("nye svar 2,")


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
