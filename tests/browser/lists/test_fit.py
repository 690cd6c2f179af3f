"""Lists that show what is meant for the reader, say so, and never hide what is answered."""

from __future__ import annotations

from guide import CATALOG
from playwright.sync_api import Page, expect

from macros.catalog import fit

from ..opening import Opener
from .steps import LIST

SHOWN = "[data-item]:visible"
BAKERY = {"storrelse": "under-ti", "drift": "sky", "kritisk": "nei", "sektor": "privat"}


def answering(page: Page, path: str) -> None:
    """Answers as the bakery on «Min plan», and goes to a page."""
    root = page.locator("a.md-logo").first.get_attribute("href") or ""
    page.goto(f"{root}min-plan/")
    for name, value in BAKERY.items():
        page.locator(f"[data-profile] [name={name}]").select_option(value)
    page.goto(f"{root}{path}")


def test_a_list_shows_what_is_meant_for_the_firm_and_all_when_asked(opener: Opener) -> None:
    page = opener(LIST)
    every = page.locator(SHOWN).count()
    expect(page.locator("check-fit")).to_be_hidden()
    answering(page, LIST)
    line = page.locator("check-fit")
    expect(line).to_contain_text(f"av {every} punkter gjelder dere")
    few = page.locator(SHOWN).count()
    assert 0 < few < every
    # The bar counts what is shown.
    expect(page.locator("[data-count=all]")).to_contain_text(f"0 av {few}")
    line.get_by_role("button", name="Vis alle").click()
    expect(page.locator(SHOWN)).to_have_count(every)
    line.get_by_role("button", name="Vis bare deres").click()
    expect(page.locator(SHOWN)).to_have_count(few)


def test_a_priority_that_nothing_is_of_is_not_counted(opener: Opener) -> None:
    fits = {item.id for item in fit.fitting(CATALOG, BAKERY)}
    own = ((c, [i for home, i in CATALOG.items() if home is c]) for c in CATALOG.checklists)
    some = next(
        c for c, items in own
        if {i.priority for i in items if i.id in fits} not in (set(), {i.priority for i in items})
    )  # fmt: skip
    page = opener(LIST)
    answering(page, f"sjekklister/{some.id}/")
    expect(page.locator("check-fit")).to_be_visible()
    counts = page.locator(".checklist__bar [data-count]")
    expect(counts.filter(has_text="0 av 0").first).to_be_hidden()
    assert not any("av 0" in text for text in counts.locator("visible=true").all_inner_texts())
    # The plant: all of them shown, one says nothing.
    counts.evaluate_all("all => { for (const one of all) one.hidden = false; }")
    assert any("0 av 0" in text for text in counts.locator("visible=true").all_inner_texts())


def test_what_is_answered_and_what_the_address_names_is_never_hidden(opener: Opener) -> None:
    page = opener(LIST)
    full = page.locator("[data-item][data-level='3']")
    answered, named = full.nth(0).get_attribute("data-item"), full.nth(1).get_attribute("id")
    full.nth(0).locator("> label input").check()
    answering(page, f"{LIST}#{named}")
    expect(page.locator("check-fit")).to_be_visible()
    expect(page.locator(f"[data-item='{answered}']").first).to_be_visible()
    expect(page.locator(f"[id='{named}']")).to_be_visible()
    expect(full.nth(2)).to_be_hidden()


def test_the_register_takes_whole_lists_off_that_hold_nothing_for_the_firm(opener: Opener) -> None:
    page = opener("")
    answering(page, "punkt/")
    expect(page.locator("check-fit")).to_contain_text("punkter gjelder dere")
    expect(page.locator("[id='liste-fallgruver-generelt']")).to_be_hidden()
    assert page.locator(SHOWN).count() <= 26
    page.locator("check-fit button").click()
    expect(page.locator("[id='liste-fallgruver-generelt']")).to_be_visible()
