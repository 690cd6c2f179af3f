"""The story of test_story.py and what follows it, by keyboard alone: from a named project to three
answers beside each other. Nothing is clicked, and wherever the focus goes, it is seen."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TooLate

from ..opening import Opener
from ..within import script, within
from .test_story import LIST

SEEN = f"() => ({script('focus', 'seen')})()"


def reach(page: Page, wanted: Locator, back: bool = False, most: int = 250) -> None:
    """Tab until `wanted` has the focus; fails when it never has, or when a focus is not seen."""
    for _ in range(most):
        if wanted.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if not page.evaluate(SEEN):
            with contextlib.suppress(TooLate):
                page.wait_for_function(SEEN, timeout=2000)  # the page scrolls to it first
            assert page.evaluate(SEEN), within(page, "focus", "where")
    raise AssertionError(f"{wanted} is not reached with Tab")


def button(page: Page, name: str, **how: bool) -> None:
    reach(page, page.get_by_role("button", name=name).first, **how)
    page.keyboard.press("Enter")


def write(page: Page, field: Locator, text: str, **how: bool) -> None:
    reach(page, field, **how)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)


def opened(page: Page, field: Locator, file: Path | list[Path]) -> None:
    # Listening takes a moment to begin, and a key that is pressed before that opens nothing.
    page.on("filechooser", lambda _: None)
    reach(page, field)
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(file)


def saved(page: Page, name: str, file: Path) -> Path:
    reach(page, page.get_by_role("button", name=name).first)
    with page.expect_download() as got:
        page.keyboard.press("Enter")
    got.value.save_as(file)
    return file


@pytest.mark.slow
def test_the_plan_a_list_and_a_backup(opener: Opener, tmp_path: Path) -> None:
    page = opener("min-plan/")
    reach(page, page.locator(".guide-plan__project summary"))
    page.keyboard.press("Enter")
    button(page, "Nytt prosjekt")
    expect(page.get_by_label("Navn på prosjektet")).to_be_focused()
    page.keyboard.type("Drift 2027")
    page.keyboard.press("Enter")
    expect(page.locator("[data-projects]")).to_contain_text("Drift 2027")
    reach(page, page.get_by_label("Hva slags virksomhet er dere?"), back=True)
    page.keyboard.type("Privat")
    reach(page, page.locator("[data-unlike] summary"))
    page.keyboard.press("Enter")
    button(page, "Merk dem som ikke aktuelle")
    expect(page.locator("[data-said]")).to_contain_text("Merket som ikke aktuelt")
    expect(page.get_by_role("button", name="Angre")).to_be_focused()

    page.goto(page.url.replace("min-plan/", LIST))
    item = page.locator("[data-item=kjenn-egen-it]").first
    reach(page, item.locator("> label input"))
    page.keyboard.press("Space")
    expect(item.locator("> label input")).to_be_checked()
    reach(page, item.locator(".checklist__edit"))
    page.keyboard.press("Enter")
    panel = item.locator(".checklist-answer")
    reach(page, panel.locator("[name^=status]:checked"))
    page.keyboard.press("ArrowUp")
    expect(panel.locator("[name^=status][value=doing]")).to_be_checked()
    write(page, panel.locator("[name=note]"), "Ligger i mappen.")
    write(page, panel.locator("[name=responsible]"), "Ida (IT)")
    reach(page, panel.locator("[data-close]"))
    page.keyboard.press("Enter")
    expect(item.locator(".checklist__said")).to_contain_text("Ida (IT)")
    expect(item.locator(".checklist__edit")).to_be_focused()

    reach(page, page.locator(".guide-find"), back=True)
    page.keyboard.press("Enter")
    expect(page.locator("#guide-search-field")).to_be_focused()
    page.keyboard.type("min plan")
    expect(page.locator(".guide-search__hit").first).to_be_visible()
    page.keyboard.press("Escape")  # empties the field, in this browser
    if page.locator("#guide-search-field").is_visible():
        page.keyboard.press("Escape")
    expect(page.locator(".guide-find")).to_be_focused()

    page.goto(page.url.split("sjekklister")[0] + "min-plan/")
    reach(page, page.locator("summary").filter(has_text="Ta vare på svarene"))
    page.keyboard.press("Enter")
    backup = saved(page, "Last ned sikkerhetskopi", tmp_path / "kopi.json")
    opened(page, page.locator("[data-open]"), backup)
    button(page, "Slå sammen")
    expect(page.locator("[data-said]")).to_contain_text("slått sammen")


@pytest.mark.slow
def test_a_document_its_answers_and_the_comparison(opener: Opener, tmp_path: Path) -> None:
    page = opener("lag-kravdokument/")
    root = page.url.split("lag-")[0]
    button(page, "Lag et nytt kravdokument")
    expect(page.locator("[data-name]")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Krav 2027")
    rows = page.locator("[data-rows] li")
    before = rows.count()
    # Down, out, back again; and one of our own.
    first = rows.first.get_attribute("data-id")
    mine = page.locator(f"[data-id='{first}']")
    reach(page, mine.locator("[data-act=down]"))
    page.keyboard.press("Enter")
    expect(rows.nth(1)).to_have_attribute("data-id", first or "")
    expect(mine.locator("[data-act=down]")).to_be_focused()
    reach(page, mine.locator("[data-act=out]"))
    page.keyboard.press("Enter")
    expect(rows).to_have_count(before - 1)
    expect(page.locator("[data-act=undo]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(rows).to_have_count(before)
    # A document of two requirements is enough for the rest of the way.
    for row in rows.all()[2:][::-1]:
        row.locator("[data-act=out]").evaluate("b => b.click()")
    expect(rows).to_have_count(2)
    write(page, page.locator("[data-own]"), "Leverandøren skal svare på norsk.")
    button(page, "Legg til kravet")
    expect(rows).to_have_count(3)
    made = saved(page, "Fil for svarsiden", tmp_path / "krav.json")

    answers = []
    for name in ("Nordlys Drift", "Fjord IT"):
        supplier = opener("svar-pa-krav/", context=opener.new_context())
        opened(supplier, supplier.locator("[data-open]"), made)
        write(supplier, supplier.locator("[data-supplier]"), name)
        for row in supplier.locator("[data-rows] fieldset").all():
            reach(supplier, row.locator("input[type=radio]").first)
            supplier.keyboard.press("Space")
        answers.append(saved(supplier, "Last ned svarfilen", tmp_path / f"{name}.json"))

    page.goto(f"{root}sammenlign/")
    opened(page, page.locator("[data-open]"), answers)
    expect(page.locator("[data-rank] li")).to_have_count(2)
    table = page.locator("[data-table]")
    reach(page, table)
    write(page, page.locator("[data-weight=must]"), "50", back=True)
    expect(page.locator("[data-rank] li")).to_have_count(2)
    saved(page, "CSV", tmp_path / "svar.csv")
