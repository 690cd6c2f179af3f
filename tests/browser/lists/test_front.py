"""The front page asks what the firm is like, says how many points that gives, and remembers."""

from __future__ import annotations

import re

import pytest
from guide import CATALOG
from playwright.sync_api import Page, expect

from ..axe import violations
from ..opening import Opener
from .front import FIRMS, FIRST, TALLEST, THUMB, TWO, asked, start, tall, tap_through
from .steps import printed


def phone(opener: Opener, path: str = "") -> Page:
    return opener(path, width=390, touch=True)


@pytest.mark.slow
def test_questions_come_one_at_a_time_large_enough_for_a_thumb(opener: Opener) -> None:
    page = phone(opener)
    expect(start(page).locator("[data-step]")).to_have_text(f"Spørsmål 1 av {len(FIRST)}")
    assert start(page).locator("fieldset:visible").count() == 1
    for label in start(page).locator("fieldset:visible label").all():
        box = label.bounding_box()
        assert box and box["height"] >= THUMB and box["width"] >= 200
    expect(start(page).locator("[data-result]")).to_be_hidden()
    tap_through(page, {"storrelse": "under-ti", "drift": "sky"})
    expect(start(page).locator("[data-firm]")).to_have_text("Dere: under ti ansatte, sky")
    expect(start(page).locator("[data-given]")).to_be_focused()
    page.reload()
    expect(start(page).locator("[data-firm]")).to_have_text("Dere: under ti ansatte, sky")
    expect(start(page).get_by_role("button", name="Svar på 3 spørsmål til")).to_be_visible()


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=() if n in TWO else pytest.mark.slow) for n in FIRMS]
)
def test_each_firm_is_told_how_many_points_are_its_own(opener: Opener, name: str) -> None:
    page = phone(opener)
    answers = FIRMS[name]["answers"]
    tap_through(page, answers)
    later = {q: a for q, a in answers.items() if q not in {f.id for f in FIRST}}
    page.goto(f"{page.url}min-plan/")
    page.locator("details:has(> [data-profile])").evaluate("one => { one.open = true; }")
    for question, answer in later.items():
        if page.locator(f"[data-profile] [name={question}]").count():
            page.locator(f"[data-profile] [name={question}]").select_option(answer)
    page.goto(page.url.replace("min-plan/", ""))
    expect(start(page).locator("[data-count]")).to_have_text(
        f"Deres {len(FIRMS[name]['items'])} punkter"
    )


@pytest.mark.slow
def test_answers_are_changed_taken_back_and_gone_back_to(opener: Opener) -> None:
    page = phone(opener)
    tap_through(page, {"storrelse": "under-ti"})
    page.get_by_role("button", name="Endre").tap()
    expect(start(page).locator("fieldset:visible legend").first).to_be_focused()
    expect(start(page).locator("[name=storrelse][value=under-ti]")).to_be_checked()
    page.get_by_text("Over femti", exact=True).tap()
    page.get_by_role("button", name="Tilbake", exact=True).tap()
    assert asked(page) == FIRST[0].question
    page.get_by_role("button", name="Ferdig").tap()
    expect(start(page).locator("[data-firm]")).to_have_text("Dere: over femti ansatte")
    page.get_by_role("button", name="Endre").tap()
    page.get_by_role("button", name="Ta bort svaret").tap()
    for _ in FIRST[1:]:
        page.get_by_role("button", name="Hopp over").tap()
    expect(start(page).locator("[data-firm]")).to_contain_text("ikke svart")
    expect(start(page).locator("[data-result]")).to_be_hidden()


def test_the_level_is_shown_changed_and_left_to_the_answers_again(opener: Opener) -> None:
    page = phone(opener)
    answers = FIRMS["accountants"]["answers"]
    tap_through(page, answers)
    levels, count = start(page).locator("[data-levels]"), start(page).locator("[data-count]")
    expect(levels.locator("summary")).to_have_text("Omfang: Vanlig")
    usual = count.inner_text()
    levels.locator("summary").tap()
    full = levels.locator("label", has_text="Full")
    assert int(full.inner_text().split("(")[1].split()[0]) > int(usual.split()[1])
    levels.locator("label", has_text="Kjerne").tap()
    expect(levels.locator("summary")).to_have_text("Omfang: Kjerne")
    expect(count).not_to_have_text(usual)
    page.reload()
    expect(levels.locator("summary")).to_have_text("Omfang: Kjerne")
    levels.locator("summary").tap()
    levels.locator("label", has_text="Følg svarene").tap()
    expect(count).to_have_text(usual)


@pytest.mark.parametrize("kept", [False, True])
def test_who_answers_where_nothing_is_kept_is_told_at_once(opener: Opener, kept: bool) -> None:
    broken = "Storage.prototype.setItem = () => { throw new DOMException('', 'SecurityError'); }"
    context = opener.new_context(init="" if kept else broken)
    page = opener("", context=context)
    lost = start(page).locator("[data-lost]")
    expect(start(page)).to_be_visible()
    if kept:
        expect(lost).to_be_hidden()
    else:
        expect(lost).to_contain_text("Nettleseren lar oss ikke lagre.")
        start(page).locator("fieldset:visible label").first.click()
        expect(lost).to_be_visible()


def test_a_keyboard_chooses_with_arrows_and_goes_on_with_enter(opener: Opener) -> None:
    page = opener("")
    page.locator("[name=storrelse]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert asked(page) == FIRST[0].question  # passing an answer does not lead on
    expect(page.locator("[name=storrelse][value=over-femti]")).to_be_checked()
    page.keyboard.press("Enter")
    assert asked(page) == FIRST[1].question
    expect(start(page).locator("fieldset:visible legend").first).to_be_focused()


@pytest.mark.slow
def test_two_projects_have_answers_of_their_own(opener: Opener) -> None:
    page = phone(opener)
    tap_through(page, FIRMS["bakery"]["answers"])
    first = start(page).locator("[data-firm]").inner_text()
    page.goto(f"{page.url}min-plan/")
    page.locator("details:has([data-projects]) > summary").click()
    page.get_by_role("button", name="Nytt prosjekt").click()
    page.locator("[data-name] input").fill("Kommunen")
    page.keyboard.press("Enter")
    page.goto(page.url.replace("min-plan/", ""))
    tap_through(page, FIRMS["municipality"]["answers"])
    assert start(page).locator("[data-firm]").inner_text() != first
    page.goto(f"{page.url}min-plan/")
    page.locator("details:has([data-projects]) > summary").click()
    page.locator("[data-projects]").select_option(index=0)
    page.goto(page.url.replace("min-plan/", ""))
    expect(start(page).locator("[data-firm]")).to_have_text(first)


@pytest.mark.slow
def test_an_answer_of_an_older_edition_is_kept_and_counts_as_none(opener: Opener) -> None:
    page = phone(opener)
    tap_through(page, {"storrelse": "under-ti"})
    key = page.evaluate("Object.keys(localStorage).find(k => /^checklists:[^:]+$/.test(k))")
    kept = page.evaluate("k => localStorage.getItem(k)", key).replace("under-ti", "tretti-cirka")
    page.goto(f"{page.url}assets/checklists/mark.svg")
    page.evaluate("([k, text]) => localStorage.setItem(k, text)", [key, kept])
    page.goto(page.url.replace("assets/checklists/mark.svg", ""))
    expect(start(page).locator("[data-step]")).to_contain_text("Spørsmål 1")
    assert "tretti-cirka" in page.evaluate("k => localStorage.getItem(k)", key)


@pytest.mark.slow
def test_what_matters_at_a_list_is_asked_there_once_the_reader_has_begun(opener: Opener) -> None:
    page = phone(opener, "sjekklister/orden-i-eget-hus/")
    row = page.locator("check-ask [data-question]:visible")
    page.locator("[data-item] > label").first.tap()
    page.reload()
    expect(page.locator("[data-item] input").first).to_be_checked()
    expect(row).to_have_count(0)  # who has said nothing of the firm is not asked here
    page.goto(page.url.split("sjekklister")[0])
    tap_through(page, {"storrelse": "over-femti"})
    page.goto(f"{page.url}sjekklister/orden-i-eget-hus/")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("avtale med en leverandør i dag")
    row.get_by_role("button", name="Ja", exact=True).tap()
    expect(row).to_contain_text("programvare som er laget for dere")
    expect(row).to_be_focused()
    row.get_by_role("button", name="Hopp over").tap()
    expect(row).to_have_count(0)
    page.reload()
    expect(row).to_contain_text("programvare")  # skipped in that visit only
    row.get_by_role("button", name="Nei", exact=True).tap()
    expect(page.locator("check-ask")).to_contain_text("Svaret er lagret.")
    page.get_by_role("button", name="Angre").last.tap()
    expect(row).to_contain_text("programvare")
    page.goto(page.url.split("sjekklister")[0])
    expect(start(page).locator("[data-firm]")).to_have_text(
        "Dere: over femti ansatte, har leverandør i dag"
    )


def test_on_a_wide_screen_the_menu_is_that_of_every_page_each_thing_once(opener: Opener) -> None:
    page = opener("")
    links = page.locator(".md-sidebar--primary :is(a, button, label):visible")
    here = links.all_inner_texts()
    assert "Kortversjonen" in here and len(set(here)) == len(here)
    page.goto(f"{page.url}kortversjon/")
    assert links.all_inner_texts() == here


def test_the_front_page_is_short_on_a_phone_first_and_later(opener: Opener) -> None:
    page = phone(opener)
    expect(start(page)).to_be_visible()
    assert tall(page) <= TALLEST
    tap_through(page, FIRMS["municipality"]["answers"])
    page.goto(f"{page.url}sjekklister/orden-i-eget-hus/")
    page.locator("[data-item]:visible > label").first.tap()
    page.goto(page.url.split("sjekklister")[0])
    expect(page.locator("check-continue")).to_be_visible()
    expect(page.locator("check-next li")).to_have_count(3)
    expect(page.locator("check-progress svg")).to_have_count(7)
    assert tall(page) <= TALLEST
    # The plant: with the lists on it, as it was, it is too tall.
    page.evaluate("""() => { for (let n = 40; n; n -= 1) {
        const line = document.createElement("p");
        line.textContent = "x";
        document.querySelector("article").append(line);
    } }""")
    assert tall(page) > TALLEST


def test_the_next_three_things_lead_into_their_lists_and_follow_the_ticks(opener: Opener) -> None:
    page = phone(opener)
    expect(page.locator("check-next")).to_be_hidden()
    start(page).get_by_text("Under ti", exact=True).tap()
    things = page.locator("check-next")
    expect(things.locator("h2")).to_have_text("Begynn med disse tre")
    expect(things.locator("li")).to_have_count(3)
    first = things.locator("li a").first.inner_text()
    facts = things.locator("li").first.locator("span").inner_text()
    assert re.fullmatch(r"[A-Z]+-\d+\.\d+ · (\d+ min|1 time|\d+ timer) · .+", facts), facts
    things.locator("li a").first.tap()
    page.wait_for_url("**/sjekklister/**#*")
    row = page.locator("[data-item]", has_text=first).first
    row.locator("> label").tap()
    page.goto(page.url.split("sjekklister")[0])
    expect(things.locator("h2")).to_have_text("Neste tre ting")
    expect(things.get_by_text(first, exact=True)).to_have_count(0)


def test_what_there_is_time_for_fits_the_time(opener: Opener) -> None:
    page = phone(opener)
    tap_through(page, FIRMS["accountants"]["answers"])
    things = page.locator("check-next")
    twenty = things.get_by_role("button", name="20 minutter")
    twenty.tap()
    expect(things.locator("h2")).to_have_text("Dette rekker dere på 20 minutter")
    expect(twenty).to_have_attribute("aria-pressed", "true")
    facts = things.locator("li span").all_inner_texts()
    minutes = [int(found[1]) for one in facts if (found := re.search(r" (\d+) min ", one))]
    assert len(minutes) == len(facts) > 0 and sum(minutes) <= 20
    twenty.tap()
    expect(things.locator("h2")).to_have_text("Begynn med disse tre")


@pytest.mark.slow
@pytest.mark.parametrize("path", ["", "sjekklister/"])
def test_progress_is_told_in_numbers_each_priority_apart(opener: Opener, path: str) -> None:
    page = phone(opener)
    tap_through(page, FIRMS["bakery"]["answers"])
    mine = [CATALOG.by_id[name][1] for name in FIRMS["bakery"]["items"]]
    must = sum(item.priority == "must" for item in mine)
    page.goto(f"{page.url}{path}")
    numbers = page.locator("check-overview li")
    expect(numbers.first).to_have_text(f"Absolutt: 0 av {must}")
    expect(page.locator("check-overview [data-here]")).to_have_text(
        "Dere er i fase 1 av 7: Forundersøkelse"
    )
    done = next(item for item in mine if item.priority == "must")
    page.goto(f"{page.url.split('sjekklister')[0]}punkt/#{done.id}")
    page.locator(f"[data-item={done.id}] > label").tap()
    page.goto(page.url.split("punkt")[0] + path)
    expect(numbers.first).to_have_text(f"Absolutt: 1 av {must}")
    assert "%" not in page.locator("article").inner_text()
    assert page.locator("check-overview svg circle, check-overview svg line").count() > 7
    assert page.locator("main svg [style], main svg[style]").count() == 0
    sheet = printed(page)[0]
    assert f"Absolutt: 1 av {must}" in sheet


def test_every_list_stands_in_the_index(opener: Opener) -> None:
    page = opener("sjekklister/", javascript=False)
    titles = page.locator(".checklist-index__title a").all_inner_texts()
    assert set(titles) == {c.title for c in CATALOG.checklists}


def test_without_scripts_nothing_is_asked(opener: Opener) -> None:
    page = opener("", javascript=False)
    expect(start(page)).to_be_hidden()
    expect(page.locator(".guide-journey__phase")).to_have_count(7)


@pytest.mark.parametrize("dark", [pytest.param(False, marks=pytest.mark.slow), True])
def test_axe_finds_nothing_in_the_questions_nor_in_what_follows(opener: Opener, dark: bool) -> None:
    page = opener("", width=390, touch=True, dark=dark)
    assert violations(page) == []
    tap_through(page, FIRMS["accountants"]["answers"])
    start(page).locator("[data-levels] summary").tap()
    expect(start(page).locator("[data-result]")).to_be_visible()
    expect(page.locator("check-overview")).to_be_visible()
    assert violations(page) == []
    page.goto(f"{page.url}sjekklister/")
    expect(page.locator("check-overview")).to_be_visible()
    assert violations(page) == []
