"""Before a document is sent it is said what its suppliers will miss; each leads to its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guide import CATALOG
from playwright.sync_api import Page, expect

from ..axe import violations
from ..opening import Opener
from .steps import MAKE, saved

MANY = "Antall i prisskjemaet, 5 mangler: uten dem kan ikke prisene legges sammen"
EXIT = "«Timer hjelp når avtalen slutter» i prisskjemaet: uten det kan ikke prisene legges sammen"
NEEDED = (
    "Navnet på virksomheten",
    "Hvordan vi velger, og hva hvert kriterium teller",
    "Svarfrist",
    "Kontaktperson",
)
MUST = [i.id for _, i in CATALOG.items() if i.requirement and i.priority == "must"]
# Twice, for what is put off is put off again by what it does.
IDLE = """() => new Promise((go) =>
  requestIdleCallback(() => setTimeout(() => requestIdleCallback(go, { timeout: 5000 }), 100),
    { timeout: 5000 }))"""
QUANTITIES = {"years": "3", "user": "25", "hour": "40", "visit": "4", "exit": "20"}


def begun(opener: Opener, width: int = 390) -> Page:
    page = opener(MAKE, width=width)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    expect(page.locator("[data-lacks] button:visible")).to_have_text([*NEEDED, MANY])
    return page


@pytest.mark.slow
def test_what_is_missing_leads_to_its_field_and_is_gone_when_it_is_there(opener: Opener) -> None:
    page = begun(opener)
    told = page.locator("[data-lacks]")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for name in NEEDED:
        told.get_by_role("button", name=name).click()
        field = page.get_by_label(name, exact=True)
        expect(field).to_be_focused()
        field.fill("Ferdig")
        expect(told.get_by_role("button", name=name)).to_have_count(0)
    expect(told.locator("button:visible")).to_have_text([MANY])
    told.get_by_role("button").click()
    expect(page.locator("[data-quantity=years]")).to_be_focused()
    page.locator("[data-frame=contact]").fill("")
    for name, value in [*QUANTITIES.items()][:-1]:
        page.locator(f"[data-quantity={name}]").fill(value)
    page.keyboard.press("Tab")
    told.get_by_role("button", name=EXIT).click()  # the one that is missing is named
    expect(page.locator("[data-quantity=exit]")).to_be_focused()
    page.keyboard.type(QUANTITIES["exit"])
    # What is pressed next is pressed, though the list grows less meanwhile.
    contact = told.get_by_role("button", name="Kontaktperson")
    contact.hover()
    page.mouse.down()
    page.wait_for_timeout(80)
    page.mouse.up()
    expect(page.get_by_label("Kontaktperson", exact=True)).to_be_focused()
    expect(told.locator("button:visible")).to_have_text(["Kontaktperson"])
    contact.focus()
    other = opener(MAKE, context=page.context)
    other.locator("[data-frame-fold] > summary").click()
    other.get_by_label("Kontaktperson", exact=True).fill("Ada")
    expect(told.locator("p")).to_be_hidden()
    expect(page.locator("[data-act=word]")).to_be_focused()
    page.reload()
    expect(page.locator("[data-rows] li").first).to_be_attached()
    expect(told.locator("p")).to_be_attached()
    expect(told.locator("p")).to_be_hidden()


@pytest.mark.slow
def test_a_press_straight_after_the_last_quantity_makes_the_file(opener: Opener) -> None:
    """The list goes when the field is left: what is pressed must not move from under the hand."""
    page = begun(opener)
    for name in NEEDED:
        page.get_by_label(name, exact=True).fill("Ferdig")
    page.locator("[data-lacks]").get_by_role("button", name=MANY).click()
    for name, value in QUANTITIES.items():
        page.locator(f"[data-quantity={name}]").fill(value)
    word = page.locator("[data-act=word]")
    word.hover()
    before = word.bounding_box()
    with page.expect_download(timeout=30_000):  # a busy machine is seldom idle
        page.mouse.down()
        page.evaluate(IDLE)
        assert word.bounding_box() == before
        page.mouse.up()
    expect(page.locator("[data-lacks] p")).to_be_hidden()


def test_one_tick_does_not_make_a_document_that_looks_whole(opener: Opener, tmp_path: Path) -> None:
    """Who has ticked one requirement begins with that one; what is absolute is said to be left."""
    page = opener(f"punkt/#{MUST[0]}")
    page.locator(f"#{MUST[0]} input[type=checkbox]").check()
    page.goto(page.url.split("punkt/")[0] + MAKE)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    way = page.locator("[data-lacks] button", has_text="absolutte krav")
    expect(way).to_have_text(f"{len(MUST) - 1} absolutte krav som passer for dere")
    way.click()
    fold = page.locator("details:has(> [data-pick])")
    expect(fold).to_have_attribute("open", "")
    expect(fold.locator(f"[data-list=forslag] [value={MUST[1]}]")).to_be_visible()
    expect(fold.locator("[data-list=forslag] [data-take]").first).to_be_focused()
    fold.locator(f"[data-list=forslag] [value={MUST[1]}]").click()  # it goes when it is taken
    expect(way).to_have_text(f"{len(MUST) - 2} absolutte krav som passer for dere")
    assert saved(page, "Word", tmp_path).stat().st_size > 1000  # nothing is in the way of it


@pytest.mark.slow
def test_undo_leads_to_what_has_come_back_also_where_it_is_folded(opener: Opener) -> None:
    page = begun(opener)  # a phone, where topics are folded
    many = page.locator("[data-topic-of]:has(li[data-id] ~ li[data-id])").nth(1)
    topic = page.locator(f"[data-topic-of='{many.get_attribute('data-topic-of')}']")
    fold, name = topic.locator("> summary"), topic.locator("li[data-id]").first
    fold.click()
    id_ = name.get_attribute("data-id")
    name.get_by_role("button", name=re.compile("Ta ut")).click()
    fold.click()
    expect(topic).not_to_have_attribute("open", "")
    page.get_by_role("button", name="Angre").click()
    expect(page.locator(f"[data-id={id_}] [data-act=out]")).to_be_focused()
    # Taken out where the guide's own lists are, it is back there.
    page.locator("details:has(> [data-pick]) > summary").click()
    taken = page.locator(f"[data-list]:not([data-list=forslag]) [data-take][value={id_}]")
    taken.locator("xpath=ancestor::details[@data-list]").locator("> summary").click()
    taken.uncheck()
    page.get_by_role("button", name="Angre").click()
    expect(taken).to_be_checked()
    expect(taken).to_be_focused()


def test_the_example_lacks_nothing_and_undo_stays_where_it_was(opener: Opener) -> None:
    page = begun(opener, 1280)
    row = page.locator("[data-rows] li[data-id]").first
    name = row.get_attribute("data-id")
    row.get_by_role("button", name=re.compile("Ta ut")).click()
    page.get_by_role("button", name="Angre").click()
    expect(page.locator(f"[data-id={name}] [data-act=out]")).to_be_focused()
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-example]")).to_be_visible()
    expect(page.locator("[data-lacks] p")).to_be_hidden()
