"""Answers as people give them under an item: kept, counted, said, and settled when they differ."""

from __future__ import annotations

import re

import pytest
from guide import CATALOG
from playwright.sync_api import expect

from ..axe import violations
from ..opening import Opener
from .steps import FIRST, KEY, LIST, STORED, edit, item, plan, stored, unfold, unfold_lists


def test_an_answer_is_kept_as_it_is_written(opener: Opener) -> None:
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
    assert "Viktig" in form.locator("[name=priority] option").first.inner_text()


def test_not_relevant_asks_why_and_counts_in_no_total(opener: Opener) -> None:
    page = opener(LIST)
    total = page.locator("[data-count=all] b").inner_text().split(" av ")[1]
    form = edit(page)
    expect(form.locator("[name=reason]")).to_be_hidden()
    form.get_by_text("Ikke aktuelt", exact=True).click()
    form.locator("[name=reason]").fill("Gjelder ikke oss")
    form.get_by_role("button", name="Lukk").click()
    expect(page.locator("[data-count=all] b")).to_have_text(f"0 av {int(total) - 1}")
    expect(item(page).locator(".checklist__said")).to_contain_text("Ikke aktuelt: Gjelder ikke oss")


def test_a_question_takes_an_answer_and_a_task_does_not(opener: Opener) -> None:
    page = opener("punkt/")
    unfold_lists(page)
    kinds = {i.kind: i.id for _, i in CATALOG.items()}
    for kind, name in kinds.items():
        form = edit(page, name)
        expect(form.locator("input[type=radio]").first).to_be_visible()
        expect(form.locator("[name=answer]")).to_be_visible(visible=kind == "question")
        page.keyboard.press("Escape")
        expect(form).to_have_count(0)


def test_the_panel_works_by_keyboard_and_is_accessible(opener: Opener) -> None:
    page = opener(LIST, width=390)
    button = item(page).locator(".checklist__edit")
    button.focus()
    page.keyboard.press("Enter")
    expect(item(page).locator("details")).to_have_attribute("open", "")
    radio = item(page).locator("input[type=radio]").first
    expect(radio).to_be_visible()
    for _ in range(10):
        page.keyboard.press("Tab")
        if radio.evaluate("field => field === document.activeElement"):
            break
    expect(radio).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(item(page).get_by_role("radio", name="I gang")).to_be_checked()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_a_list_can_be_narrowed_by_status_and_by_words(opener: Opener) -> None:
    page = opener(LIST)
    item(page).locator("label input").first.check()
    page.goto(f"{page.url}?status=done")
    expect(page.locator("[data-item]:visible")).to_have_count(1)
    page.goto(page.url.split("?")[0] + "?text=kunstig+intelligens")
    expect(page.locator("[data-item]:visible")).to_have_count(1)
    page.reload()
    expect(page.locator("[data-item=ki-verktoy-i-bruk]")).to_be_visible()


def test_a_conflict_is_shown_and_settled_at_the_item_too(opener: Opener) -> None:
    page = opener("om/")
    text = (STORED / "version-2.json").read_text(encoding="utf-8")
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", [KEY, text])
    page.goto(page.url.replace("om/", LIST))
    expect(item(page).locator(".checklist__said")).to_contain_text("To ulike svar")
    form = edit(page)
    form.get_by_role("button", name=re.compile("Notat: Fra meg")).click()
    expect(form.locator(".checklist-answer__conflict")).to_be_hidden()
    expect(form.locator("[name=note]")).to_have_value("Fra meg")


def test_an_item_that_has_changed_since_says_so_until_it_is_confirmed(opener: Opener) -> None:
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


def test_a_retired_item_hands_its_answer_on_and_strays_are_kept(opener: Opener) -> None:
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


def test_without_javascript_no_dead_control_is_seen(opener: Opener) -> None:
    page = opener(LIST, javascript=False)
    expect(page.locator(".checklist__write").first).to_be_hidden()
    page.locator(".checklist__edit").first.click()
    expect(page.locator(".checklist__help").first).to_be_visible()
    expect(page.locator(".checklist-answer")).to_have_count(0)
    page.goto(page.url.replace(LIST, "min-plan/"))
    expect(page.locator("check-plan")).to_be_hidden()
    expect(page.get_by_text("Denne siden trenger JavaScript")).to_be_visible()


def test_on_paper_a_note_is_its_text(opener: Opener) -> None:
    page = opener(LIST)
    edit(page).locator("[name=note]").fill("Ring Kari\nfør ferien")
    item(page).locator(".checklist-answer [data-close]").click()
    said = item(page).locator(".checklist__said")
    expect(said).to_have_text("Notat")
    written = "e => getComputedStyle(e, '::after').content"
    assert said.evaluate(written) == "none"
    page.emulate_media(media="print")
    assert "Ring Kari" in said.evaluate(written) and "før ferien" in said.evaluate(written)


@pytest.mark.slow
def test_text_in_an_open_panel_stays_with_its_project_when_another_tab_chooses_another(
    opener: Opener,
) -> None:
    context = opener.new_context()
    page = opener(LIST, context=context)
    form = edit(page)
    form.locator("[name=note]").fill("Begynt her")
    expect(form.locator("[data-saved]")).to_have_text("Lagret i denne nettleseren.")
    other = opener("min-plan/", context=context)
    unfold(other)
    other.get_by_role("button", name="Nytt prosjekt").click()
    other.get_by_label("Navn på prosjektet").fill("Annet")
    other.get_by_role("button", name="Lagre navnet").click()
    held = form.locator("[data-held]")
    expect(held).to_contain_text("lagres i «Mitt prosjekt»")
    note = form.locator("[name=note]")
    expect(note).to_have_value("Begynt her")
    note.fill("Begynt her, og ferdig her")
    form.get_by_role("button", name="Lukk").click()
    projects = stored(page)["projects"]
    notes = {
        (one["name"] or [[""]])[0][0]: one["items"].get(FIRST, {}).get("note", [[""]])[0][0]
        for one in projects.values()
    }
    assert notes == {"": "Begynt her, og ferdig her", "Annet": ""}
    # Opened anew it is the other project's.
    form = edit(page)
    expect(form.locator("[name=note]")).to_have_value("")
    expect(form.locator("[data-held]")).to_be_hidden()


def test_one_control_opens_everything_and_its_name_says_which_item(opener: Opener) -> None:
    page = opener(LIST)
    first = item(page)
    assert first.locator(":is(button, summary, a):visible").count() == 1
    expect(first.locator("summary")).to_contain_text("Mer og svar")
    # By its code: the box beside it has said the words of the item.
    expect(first.locator("summary .checklist__sr")).to_have_text(
        f": {CATALOG.by_id[FIRST][1].code}"
    )
    form = edit(page)
    for part in (form, first.locator(".checklist__help"), first.locator(".checklist__facts")):
        expect(part).to_be_visible()
    # What is written is kept when the item is closed by its own line.
    form.locator("[name=note]").fill("Ring Kari")
    first.locator("summary").click()
    expect(form).to_have_count(0)
    expect(first.locator(".checklist__said")).to_have_text("Notat")


def test_paper_opens_items_without_anything_to_write_in(opener: Opener) -> None:
    page = opener(LIST)
    edit(page).locator("[name=note]").fill("Ring")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("[data-item] > details[open]")).to_have_count(
        page.locator("[data-item]").count()
    )
    page.wait_for_timeout(200)
    assert page.locator(".checklist-answer").count() == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("[data-item] > details[open]")).to_have_count(1)


def test_an_item_of_a_fork_with_a_button_of_its_own_opens_by_it(opener: Opener) -> None:
    page = opener(LIST)
    item(page).evaluate(
        """item => {
          item.querySelector("summary").className = "";
          const button = document.createElement("button");
          button.type = "button";
          button.className = "checklist__edit";
          button.textContent = "Svar";
          item.querySelector(".checklist__own").append(button);
        }"""
    )
    edit(page).locator("[name=note]").fill("Ring")
    expect(item(page).locator("details")).to_have_attribute("open", "")
