"""Answers as people give them: under an item, over all lists, on two machines, through an update."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from playwright.sync_api import Download, Page, expect

from macros import load

from .conftest import violations

LIST = "sjekklister/orden-i-eget-hus/"
FIRST = "kjenn-egen-it"
KEY = "checklists:it-outsourcing"
CATALOG = load.load(ROOT)
STORED = ROOT / "tests" / "data" / "stored"


def item(page: Page, name: str = FIRST) -> object:
    return page.locator(f"[data-item={name}]").first


def edit(page: Page, name: str = FIRST) -> object:
    """Opens the item's panel."""
    item(page, name).locator(".checklist__edit").click()
    return item(page, name).locator(".checklist-answer")


def plan(page: Page) -> None:
    page.goto(
        re.sub(r"(sjekklister/.*|punkt/.*|min-plan/.*|om/.*)?(#.*)?$", "", page.url) + "min-plan/"
    )
    page.wait_for_selector("check-plan:not([hidden])")


def stored(page: Page) -> dict:
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))


def saved(page: Page, download: Download, folder: Path) -> Path:
    file = folder / download.suggested_filename
    download.save_as(file)
    return file


def test_an_answer_is_kept_as_it_is_written(opener) -> None:
    page = opener(LIST)
    form = edit(page)
    form.get_by_text("I gang").click()
    form.locator("[name=note]").fill("Ring Kari")
    form.locator("[name=responsible]").fill("Ola")
    form.locator("[name=due]").fill("2027-03-01")
    form.locator("[name=priority]").select_option("could")
    form.get_by_role("button", name="Lukk").click()
    said = item(page).locator(".checklist__said")
    expect(said).to_have_text("I gang · Ønskelig · Ola · Frist 01.03.2027 · Notat")
    expect(item(page).locator(".checklist__edit")).to_be_focused()
    page.reload()
    expect(said).to_have_text("I gang · Ønskelig · Ola · Frist 01.03.2027 · Notat")
    form = edit(page)
    expect(form.locator("[name=note]")).to_have_value("Ring Kari")
    # The guide's own suggestion is still shown beside the reader's.
    assert "Absolutt" in form.locator("[name=priority] option").first.inner_text()


def test_what_is_typed_is_saved_without_leaving_the_field(opener) -> None:
    page = opener(LIST)
    edit(page).locator("[name=note]").press_sequentially("abc")
    page.wait_for_function(f"() => (localStorage.getItem('{KEY}') ?? '').includes('abc')")


def test_not_relevant_asks_why_and_counts_in_no_total(opener) -> None:
    page = opener(LIST)
    total = page.locator("[data-count=all] b").inner_text().split(" av ")[1]
    form = edit(page)
    expect(form.locator("[name=reason]")).to_be_hidden()
    form.get_by_text("Ikke aktuelt", exact=True).click()
    form.locator("[name=reason]").fill("Gjelder ikke oss")
    form.get_by_role("button", name="Lukk").click()
    expect(page.locator("[data-count=all] b")).to_have_text(f"0 av {int(total) - 1}")
    expect(item(page).locator(".checklist__said")).to_contain_text("Ikke aktuelt: Gjelder ikke oss")


def test_a_question_takes_an_answer_and_a_task_does_not(opener) -> None:
    page = opener("punkt/")
    kinds = {i.kind: i.id for _, i in CATALOG.items()}
    for kind, name in kinds.items():
        form = edit(page, name)
        assert form.locator("[name=answer]").is_visible() == (kind == "question")
        page.keyboard.press("Escape")
        expect(form).to_have_count(0)


def test_the_panel_works_by_keyboard_and_is_accessible(opener) -> None:
    page = opener(LIST, width=390)
    button = item(page).locator(".checklist__edit")
    button.focus()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(item(page).locator("input[type=radio]").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(item(page).get_by_role("radio", name="I gang")).to_be_checked()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_a_list_can_be_narrowed_by_status_and_by_words(opener) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    page.goto(f"{page.url}?status=done")
    expect(page.locator("[data-item]:visible")).to_have_count(1)
    page.goto(page.url.split("?")[0] + "?text=kunstig+intelligens")
    expect(page.locator("[data-item]:visible")).to_have_count(1)
    page.reload()
    expect(page.locator("[data-item=ki-verktoy-i-bruk]")).to_be_visible()


def test_the_plan_shows_what_is_left_over_all_lists(opener) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    form = edit(page, "ki-verktoy-i-bruk")
    form.locator("[name=due]").fill("2027-01-15")
    form.locator("[name=responsible]").fill("Annelise")
    form.get_by_role("button", name="Lukk").click()
    plan(page)
    total = len(list(CATALOG.items()))
    expect(page.locator("[data-shown]")).to_have_text(f"Viser {total - 1} av {total} punkter.")
    must = sum(i.priority == "must" for _, i in CATALOG.items())
    expect(page.locator("[data-counts]")).to_contain_text(f"Absolutt: 1 av {must}")
    page.get_by_text("Velg hvilke punkter som vises").click()
    page.locator("[data-filter] [name=order]").select_option("due")
    first = page.locator(".guide-plan__items li").first
    expect(first).to_contain_text("Annelise")
    expect(first).to_contain_text("Frist 15.01.2027")
    page.locator("[data-filter] [name=text]").fill("annelise")
    expect(page.locator(".guide-plan__items li")).to_have_count(1)
    page.reload()
    page.wait_for_selector("check-plan:not([hidden])")
    expect(page.locator(".guide-plan__items li")).to_have_count(1)
    page.locator(".guide-plan__items a").click()
    expect(page.locator("#ki-verktoy-i-bruk")).to_be_in_viewport()
    page.go_back()
    page.wait_for_selector(".guide-plan__items li")
    expect(page.locator(".guide-plan__items li")).to_have_count(1)


def test_projects_are_named_copied_and_deleted_with_undo(opener) -> None:
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


def test_a_backup_brings_everything_back_after_erasing_all(opener, tmp_path: Path) -> None:
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


def test_a_reminder_comes_when_much_has_changed(opener) -> None:
    page = opener("punkt/")
    for box in page.locator("[data-item] > label input").all()[:26]:
        box.check()
    page.goto(page.url.replace("punkt/", LIST))
    expect(page.locator(".checklist__where")).to_contain_text("Ta en kopi")


def test_two_people_answer_apart_and_merge_and_choose(opener, tmp_path: Path) -> None:
    mine, hers = opener.new_context(), opener.new_context()
    page = opener(LIST, context=mine)
    item(page).locator("label input").first.check()
    plan(page)
    with page.expect_download() as got:
        page.get_by_role("button", name="Last ned sikkerhetskopi").click()
    shared = saved(page, got.value, tmp_path)

    kari = opener("min-plan/", context=hers)
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


def test_a_conflict_is_shown_and_settled_at_the_item_too(opener) -> None:
    page = opener("om/")
    text = (STORED / "version-2.json").read_text(encoding="utf-8")
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", [KEY, text])
    page.goto(page.url.replace("om/", LIST))
    expect(item(page).locator(".checklist__said")).to_contain_text("To ulike svar")
    form = edit(page)
    form.get_by_role("button", name=re.compile("Notat: Fra meg")).click()
    expect(form.locator(".checklist-answer__conflict")).to_be_hidden()
    expect(form.locator("[name=note]")).to_have_value("Fra meg")


def test_an_item_that_has_changed_since_says_so_until_it_is_confirmed(opener) -> None:
    page = opener("om/")
    text = (STORED / "version-2.json").read_text(encoding="utf-8")
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", [KEY, text])
    page.goto(page.url.replace("om/", LIST))
    expect(item(page).locator(".checklist__said")).to_contain_text("Endret siden du svarte")
    form = edit(page)
    expect(form.locator("[data-old]")).to_have_text("Andre ord enn nå.")
    expect(form.locator("[data-new]")).to_have_text(CATALOG.by_id[FIRST][1].text)
    form.get_by_role("button", name="Svaret er fortsatt riktig").click()
    expect(form.locator(".checklist-answer__changed")).to_be_hidden()
    page.reload()
    expect(item(page).locator(".checklist__said")).not_to_contain_text("Endret")


def test_a_retired_item_hands_its_answer_on_and_strays_are_kept(opener) -> None:
    page = opener(LIST)
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [KEY, (STORED / "version-1.json").read_text(encoding="utf-8")],
    )
    # As an update of the guide does it: the item says whom it took over from.
    page.route(
        "**/orden-i-eget-hus/",
        lambda route: route.fulfill(
            body=route.fetch()
            .text()
            .replace(
                'data-item="it-utenfor-it-avdelingen"',
                'data-item="it-utenfor-it-avdelingen" data-was="fra-en-annen-utgave"',
            ),
            content_type="text/html; charset=utf-8",
        ),
    )
    page.reload()
    box = page.locator("[data-item=it-utenfor-it-avdelingen] label input").first
    expect(box).to_be_checked()
    form = edit(page, "it-utenfor-it-avdelingen")
    form.locator("[name=note]").fill("Nytt notat")
    form.get_by_role("button", name="Lukk").click()
    expect(box).to_be_checked()
    plan(page)
    stray = page.locator("[data-strays] li")
    expect(stray).to_contain_text("fra-en-annen-utgave")
    stray.get_by_role("button", name="Slett svaret").click()
    expect(page.locator("[data-strays]")).to_be_hidden()


def test_a_link_shows_status_to_others_and_no_notes(opener) -> None:
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
    must = sum(i.priority == "must" for _, i in CATALOG.items())
    expect(other.locator("[data-counts]")).to_contain_text(f"Absolutt: 1 av {must}")
    expect(other.get_by_role("button", name="Last ned sikkerhetskopi")).to_be_hidden()
    assert "Hemmelig" not in other.content() and not any("delt=" in url for url in asked)
    assert other.evaluate(f"localStorage.getItem('{KEY}')") is None
    other.get_by_role("button", name="Gå til mine egne svar").click()
    expect(other.get_by_role("button", name="Last ned sikkerhetskopi")).to_be_visible()


@pytest.mark.parametrize(
    "fragment", ["delt=", "delt=AAAA", "delt=%3Cscript%3E", "delt=" + "A" * 30000]
)
def test_a_damaged_link_shows_the_readers_own_plan(opener, fragment: str) -> None:
    page = opener(f"min-plan/#{fragment}")
    page.wait_for_selector("check-plan:not([hidden])")
    expect(page.locator("[data-banner]")).to_be_hidden()


def test_due_dates_and_yearly_looks_go_to_a_calendar(opener, tmp_path: Path) -> None:
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
    assert joined.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20270228" in joined and "Husk\\; komma\\, og\\nlinje" in joined
    assert "RRULE:FREQ=YEARLY" in joined and f"DATE:{date.today().year + 1}" in joined


def test_the_plan_goes_out_as_markdown(opener) -> None:
    page = opener(LIST)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    item(page).locator("label input").first.check()
    plan(page)
    page.get_by_text("Velg hvilke punkter som vises").click()
    page.locator("[data-filter] [name=status]").select_option("")
    page.get_by_role("button", name="Kopier som tekst").click()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.count("\n- [ ] ") == len(list(CATALOG.items())) - 1
    assert text.count("\n- [x] ") == 1


def test_the_profile_shows_what_it_would_mark_and_can_be_undone(opener) -> None:
    page = opener("min-plan/")
    page.get_by_label("Skal leverandøren håndtere opplysninger om personer?").select_option("nei")
    hit = [
        i for _, i in CATALOG.items() if "nei" in i.not_relevant_when.get("personopplysninger", ())
    ]
    expect(page.locator("[data-unlike] li")).to_have_count(len(hit))
    assert "irrelevant" not in page.evaluate(f"localStorage.getItem('{KEY}')")
    page.get_by_role("button", name="Merk dem som ikke aktuelle").click()
    expect(page.locator("[data-unlike]")).to_be_hidden()
    items = next(iter(stored(page)["projects"].values()))["items"]
    assert {i for i, f in items.items() if f["status"][0][0] == "irrelevant"} == {i.id for i in hit}
    assert "personer? Nei, ingen." in items[hit[0].id]["reason"][0][0]
    page.get_by_role("button", name="Angre").click()
    items = next(iter(stored(page)["projects"].values()))["items"]
    assert {f["status"][0][0] for f in items.values()} == {""}


def test_a_copy_opened_beside_brings_old_answers_back(opener, tmp_path: Path) -> None:
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


def test_links_within_the_plan_lead_there_at_once(opener) -> None:
    page = opener("min-plan/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("link", name="Ta vare på svarene").click()
    expect(page.locator("#plan-ta-vare")).to_be_in_viewport()
    expect(page.locator("#plan-ta-vare")).to_be_focused()
    assert not [url for url in asked if "min-plan" in url]


def test_two_tabs_that_write_at_once_lose_nothing(opener) -> None:
    """1,000 operations in turn and at once; every one is there in the end, in both."""
    context = opener.new_context()
    tabs = [opener("punkt/", context=context), opener("punkt/", context=context)]
    ids = [i.id for _, i in CATALOG.items()][:250]
    script = """([names, tab]) => {
      const { storeOf } = window.stores;
      const store = storeOf("it-outsourcing");
      window.finished = (async () => {
        for (const [n, id] of names.entries()) {
          store.answer(id, tab ? { note: `n${n}` } : { responsible: `r${n}` });
          if (n % 10 === 0) await new Promise((done) => setTimeout(done));
        }
      })();
    }"""
    for tab in tabs:
        tab.evaluate(
            "async () => { window.stores = await import('/assets/checklists/answers/store.js'); }"
        )
    for _ in range(2):
        for number, tab in enumerate(tabs):
            tab.evaluate(script, [ids, number])
        for tab in tabs:
            tab.evaluate("window.finished")
    for tab in tabs:
        tab.wait_for_function(
            f"""ids => {{
              const items = Object.values(JSON.parse(localStorage.getItem('{KEY}')).projects)
                .reduce((all, p) => ({{...all, ...p.items}}), {{}});
              return ids.every((id, n) => items[id]?.note?.[0][0] === `n${{n}}`
                && items[id]?.responsible?.[0][0] === `r${{n}}`);
            }}""",
            arg=ids,
        )
        told = tab.evaluate(
            "ids => { const p = window.stores.storeOf('it-outsourcing').project;"
            "return ids.filter((id, n) => p.items[id]?.note?.[0][0] !== `n${n}` || p.items[id]?.responsible?.[0][0] !== `r${n}`); }",
            ids,
        )
        assert told == []


BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blokkert'); }})"


def test_without_storage_the_work_can_still_be_downloaded(opener, tmp_path: Path) -> None:
    page = opener("min-plan/", init=BLOCKED, tolerate="blokkert")
    page.get_by_label("Skal leverandøren håndtere opplysninger om personer?").select_option("nei")
    page.get_by_role("button", name="Merk dem som ikke aktuelle").click()
    with page.expect_download() as got:
        page.get_by_role("button", name="Last ned sikkerhetskopi").click()
    assert "irrelevant" in saved(page, got.value, tmp_path).read_text(encoding="utf-8")


def test_storage_cleared_under_the_page_loses_nothing_that_is_open(opener) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    page.evaluate("localStorage.clear()")
    page.locator("[data-item=finn-skjulte-kostnader] label input").first.check()
    page.reload()
    expect(item(page).locator("label input").first).to_be_checked()


def test_what_cannot_be_read_is_put_aside_and_not_lost(opener) -> None:
    page = opener("om/")
    page.evaluate("([k]) => localStorage.setItem(k, '{ødelagt')", [KEY])
    page.goto(page.url.replace("om/", LIST))
    item(page).locator("label input").first.check()
    assert page.evaluate(f"localStorage.getItem('{KEY}:unreadable')") == "{ødelagt"


def test_without_javascript_no_dead_control_is_seen(opener) -> None:
    page = opener(LIST, javascript=False)
    expect(page.locator(".checklist__edit").first).to_be_hidden()
    page.goto(page.url.replace(LIST, "min-plan/"))
    expect(page.locator("check-plan")).to_be_hidden()
    expect(page.get_by_text("Denne siden trenger JavaScript")).to_be_visible()
