"""What is written in a document stays in its project; the example hides nothing of one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..answers.steps import unfold
from ..opening import Opener
from .steps import COMPARE, KEY, MAKE, Made


def projects(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))
    return found


def texts(page: Page) -> dict[str, list[str]]:
    """The texts of «Hvem vi er», by the name of the project."""
    return {
        (one["name"] or [[""]])[0][0]: [
            said[0][0] for key, said in one["documents"].items() if key.endswith("-f-who")
        ]
        for one in projects(page)["projects"].values()
    }


@pytest.mark.slow
def test_text_in_the_builder_stays_with_its_project_when_another_tab_chooses_another(
    opener: Opener,
) -> None:
    context = opener.new_context()
    page = opener(MAKE, context=context)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    who = page.get_by_label("Hvem vi er")
    who.fill("Begynt her")
    other = opener("min-plan/", context=context)
    unfold(other)
    other.get_by_role("button", name="Nytt prosjekt").click()
    other.get_by_label("Navn på prosjektet").fill("Annet")
    other.get_by_role("button", name="Lagre navnet").click()
    expect(page.locator("[data-said]")).to_contain_text("lagres i «Mitt prosjekt»")
    expect(who).to_have_value("Begynt her")
    who.fill("Begynt her, og ferdig her")
    who.evaluate("field => field.blur()")
    # Left, the page follows to the project that is in use.
    expect(page.locator("[data-documents]")).to_be_hidden()
    assert texts(page) == {"": ["Begynt her, og ferdig her"], "Annet": []}


@pytest.mark.slow
def test_a_note_that_is_being_written_outlives_what_other_tabs_do(document: Made) -> None:
    """Drawn anew it stands there with the caret where it was; closed with the page it is kept; and
    an idle tab never writes an old one over a newer."""
    page, _ = document
    page.goto(page.url.replace(MAKE, COMPARE))
    page.get_by_role("button", name="Åpne et eksempel").click()
    note = page.locator("[data-note=s1]").first
    note.press_sequentially("Spør om")
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("[data-documents]").select_option(page.locator("[data-documents]").input_value())
    other.locator("[data-note=s2]").first.fill("Fra den andre")
    other.locator("[data-note=s2]").first.blur()
    expect(page.locator("[data-note=s2]").first).to_have_value("Fra den andre")
    expect(note).to_be_focused()
    note.press_sequentially(" natt")
    expect(note).to_have_value("Spør om natt")
    expect(other.locator("[data-note=s1]").first).to_have_value("Spør om")
    page.close()
    expect(other.locator("[data-note=s1]").first).to_have_value("Spør om natt")
    other.close()


def test_nothing_is_lost_of_what_is_typed_when_the_page_goes_at_once(document: Made) -> None:
    """Before it is kept (a moment after the last key), and before what is kept is stored (in a task
    of its own): each time the page goes, by an address or by a link of ours that draws it anew."""
    page, _ = document
    area = page.locator("[data-rows] textarea").first
    area.fill("Det første.")
    page.reload()
    expect(area).to_have_value("Det første.")
    # The page goes in the same task as what is typed is kept: stored then, and not before.
    area.focus()
    stored = page.evaluate(
        """key => {
          const stored = () => localStorage.getItem(key).includes("Det andre.");
          const area = document.querySelector("[data-rows] textarea");
          area.value = "Det andre.";
          for (const name of ["input", "change"]) {
            area.dispatchEvent(new Event(name, { bubbles: true }));
          }
          const before = stored();
          dispatchEvent(new Event("pagehide"));
          return [before, stored()];
        }""",
        KEY,
    )
    assert stored == [False, True]
    page.reload()
    expect(page.locator("[data-rows] textarea").nth(1)).to_be_visible()
    expect(area).to_have_value("Det andre.")
    area.fill("Det tredje.")
    page.get_by_role("link", name="Svar på krav").first.click()
    expect(page.locator("check-reply")).to_be_visible()
    assert "Det tredje." in page.evaluate("key => localStorage.getItem(key)", KEY)


FULL = """() => {
  const kept = Storage.prototype.setItem;
  window.emptied = () => { Storage.prototype.setItem = kept; };
  Storage.prototype.setItem = () => { throw new DOMException("x", "QuotaExceededError"); };
}"""


@pytest.mark.slow
def test_without_room_it_is_said_what_is_not_kept_and_nothing_leaves_unasked(
    document: Made, tmp_path: Path
) -> None:
    """Numbers that are not kept could become others: the file is made when somebody says so."""
    page, _ = document
    page.evaluate(FULL)
    area = page.locator("[data-rows] textarea").first
    area.fill("Dette er det ikke plass til.")
    lost = page.locator("[data-lost]")
    expect(lost).to_contain_text("fullt")
    page.get_by_role("button", name="Word", exact=True).click()
    said = page.locator("[data-said]")
    expect(said).to_contain_text("andre numre")
    with page.expect_download():
        said.get_by_role("button", name="Last ned likevel").click()
    expect(area).to_have_value("Dette er det ikke plass til.")
    # With room again the next word keeps all of it.
    page.evaluate("window.emptied()")
    area.fill("Nå er det plass.")
    expect(lost).to_have_count(0)
    page.reload()
    expect(area).to_have_value("Nå er det plass.")


def test_the_example_neither_switches_the_project_nor_hides_ones_own_documents(
    document: Made,
) -> None:
    page, _ = document
    before = projects(page)
    page.goto(page.url.replace(MAKE, COMPARE))
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-rank] li")).to_have_count(3)
    options = page.locator("[data-documents] option")
    expect(options).to_have_count(2)
    expect(options.first).to_have_text("Krav 2027")
    after = projects(page)
    assert after["local"]["current"] == before["local"]["current"]
    (own,) = before["projects"]
    assert after["projects"][own] == before["projects"][own]
    # What is noted in the example stays in it.
    page.locator("[data-table] select").first.select_option("no")
    assert projects(page)["projects"][own] == before["projects"][own]
    page.get_by_role("button", name="Tilbake til mitt prosjekt").click()
    expect(page.locator("[data-documents]")).to_have_value(
        options.first.get_attribute("value") or ""
    )
    expect(page.locator("[data-rank]")).to_be_hidden()


def test_who_has_no_project_gets_one_of_their_own_beside_the_example(opener: Opener) -> None:
    page = opener(COMPARE)
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-rank] li")).to_have_count(3)
    assert projects(page)["local"]["current"] not in ("", "eksempel")


@pytest.mark.slow
def test_what_is_typed_and_not_added_is_there_again(opener: Opener) -> None:
    """On a phone between meetings the page is away, and comes back."""
    page = opener(MAKE)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    there = "() => [...document.styleSheets].some((one) => one.href?.includes('document-paper'))"
    page.wait_for_function(there)  # what is fetched while nobody waits
    rows = page.locator("[data-rows] li")
    expect(rows).not_to_have_count(0)
    n = rows.count()
    own = page.locator("[data-own]")
    own.fill("Leverandøren skal møte to ganger")
    page.goto(page.url.replace(MAKE, COMPARE))
    page.locator("[data-log] > summary").click()
    page.locator("[data-ask=question]").fill("Gjelder det helger?")
    page.goto(page.url.replace(COMPARE, MAKE))
    expect(own).to_have_value("Leverandøren skal møte to ganger")
    page.get_by_role("button", name="Legg til kravet").click()
    expect(rows).to_have_count(n + 1)
    page.reload()
    expect(rows).to_have_count(n + 1)
    page.wait_for_function(there)
    expect(own).to_have_value("")
    page.goto(page.url.replace(MAKE, COMPARE))
    page.locator("[data-log] > summary").click()
    expect(page.locator("[data-ask=question]")).to_have_value("Gjelder det helger?")
    # Whoever erases what is kept here leaves nothing behind.
    page.goto(page.url.replace(COMPARE, "min-plan/"))
    page.locator("[data-act=erase]").evaluate("one => one.click()")
    page.locator("[data-act=really]").evaluate("one => one.click()")
    assert page.evaluate("() => Object.keys(sessionStorage).join()").count("utkast") == 0


@pytest.mark.slow
def test_a_requirement_that_is_written_in_outlives_being_taken_out_in_another_tab(
    opener: Opener,
) -> None:
    context = opener.new_context()
    page = opener(MAKE, context=context)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    rows = page.locator("[data-rows] li")
    expect(rows).not_to_have_count(0)
    n = rows.count()
    other = opener(MAKE, context=context)
    field = rows.nth(1).locator("textarea")
    field.press("Control+End")
    field.press_sequentially(" Også i helgene.")
    other.locator("[data-rows] li").nth(1).get_by_role("button", name="Ta ut").click()
    expect(other.locator("[data-rows] li")).not_to_have_count(n + 1)
    field.press("Tab")
    for one in (page, other):
        one.reload()
        expect(one.locator("[data-rows] li")).to_have_count(n)
        value = one.locator("[data-rows] li textarea").nth(1).input_value()
        assert value.endswith("Også i helgene.")
