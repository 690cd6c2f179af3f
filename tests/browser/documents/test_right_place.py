"""What is written and what is taken back ends where it was meant, and the focus where one went."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ..opening import Opener
from .steps import COMPARE, MAKE

KEPT = """shown => Object.values(localStorage).join("").replaceAll("\\\\", "")
  .includes(`"total":${shown},`)"""


def example(opener: Opener) -> Page:
    page = opener(COMPARE)
    page.get_by_role("button", name="Åpne et eksempel").first.click()
    expect(page.locator("[data-total]").first).to_be_attached()
    for fold in page.locator("check-compare details").all():
        fold.evaluate("one => { one.open = true; }")
    return page


@pytest.mark.slow
def test_a_requirement_whose_text_is_emptied_stays_and_what_is_written_anew_is_kept(
    opener: Opener,
) -> None:
    page = opener(MAKE)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    rows = page.locator("[data-rows] li")
    expect(rows).not_to_have_count(0)
    n, area = rows.count(), rows.nth(1).locator("textarea")
    before = area.input_value()
    area.fill("")
    page.wait_for_timeout(600)  # longer than what is typed waits
    area.press_sequentially("Leverandøren skal svare på norsk.")
    area.blur()
    page.wait_for_timeout(600)
    page.reload()
    expect(rows).to_have_count(n)
    expect(area).to_have_value("Leverandøren skal svare på norsk.")
    area.fill("")
    area.blur()
    expect(page.locator("[data-said]")).to_contain_text("Et krav må ha tekst.")
    expect(area).to_have_value("Leverandøren skal svare på norsk.")
    assert before and rows.count() == n


@pytest.mark.slow
def test_what_the_reader_goes_to_has_the_focus_when_what_she_left_is_drawn_anew(
    opener: Opener,
) -> None:
    page = example(opener)
    total, note = page.locator("[data-total]").first, page.locator("[data-total-note]").first
    total.fill("1200")
    page.keyboard.press("Tab")
    expect(note).to_be_focused()
    page.keyboard.type("nevnt i møtet")  # «n» is no shortcut here
    names = page.locator("[data-name]")
    names.first.fill("Alfa AS")
    names.nth(1).click()
    expect(names.nth(1)).to_be_focused()
    expect(note).to_have_value("nevnt i møtet")
    expect(names.first).to_have_value("Alfa AS")


@pytest.mark.slow
@pytest.mark.parametrize(("typed", "shown"), [("250.000", 250_000), ("1.200.000,50", 1_200_000.5)])
def test_points_part_thousands_in_a_price_that_we_set(
    opener: Opener, typed: str, shown: float
) -> None:
    page = example(opener)
    total = page.locator("[data-total]").first
    total.fill(typed)
    total.blur()
    page.wait_for_function(KEPT, arg=shown)


@pytest.mark.slow
def test_what_another_tab_wrote_is_seen_where_the_cursor_only_stands(opener: Opener) -> None:
    context = opener.new_context()
    page = opener(MAKE, context=context)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    expect(page.locator("[data-name]")).to_be_focused()  # it is made: else the focus comes yet
    who = page.get_by_label("Hvem vi er")
    who.press_sequentially("Vi er 25.")
    page.wait_for_function("() => JSON.stringify(localStorage).includes('Vi er 25.')")
    there = opener(MAKE, context=context)
    other = there.get_by_label("Hvem vi er")
    other.evaluate("field => { field.closest('details').open = true; }")
    expect(other).to_have_value("Vi er 25.")
    other.fill("Vi er 25. Vi baker.")
    other.blur()
    expect(who).to_be_focused()
    expect(who).to_have_value("Vi er 25. Vi baker.")
    page.keyboard.press("End")
    page.keyboard.type(" I tre byer.")
    expect(other).to_have_value("Vi er 25. Vi baker. I tre byer.")


@pytest.mark.slow
def test_scores_are_locked_when_there_are_some_and_words_alone_are_told(opener: Opener) -> None:
    page = example(opener)
    page.get_by_label("Navnet ditt").fill("Kari")
    page.get_by_role("button", name="Begynn å sette poeng").click()
    page.get_by_role("button", name="Lås poengene mine").click()
    said = page.locator("[data-said]")
    expect(said).to_contain_text("Sett poeng på minst ett svar")
    page.locator("[data-card]").get_by_label("Begrunnelse").first.fill("Godt vist")
    page.locator("[data-card]").get_by_label("Begrunnelse").first.blur()
    expect(said).to_contain_text("Velg poeng også.")
    # They stay until they have points, or are taken away.
    page.locator("[data-act=later]").first.click()
    card = page.locator("[data-card]")
    expect(card.get_by_label("Begrunnelse").first).to_have_value("Godt vist")
    expect(card.get_by_label("Poeng").first).to_be_focused()
    page.get_by_role("button", name="Lås poengene mine").click()
    expect(said).to_contain_text("Velg poeng også.")
    expect(card.get_by_label("Poeng").first).to_be_focused()
    card.get_by_label("Poeng").first.select_option("4")
    page.locator("[data-act=later]").first.click()
    expect(card).to_contain_text("K2")
    # Some answers have none: that is asked about before it cannot be changed.
    page.get_by_role("button", name="Lås poengene mine").click()
    expect(said).to_contain_text("Når du låser, kan du ikke endre mer")
    expect(page.get_by_role("button", name="Lås likevel")).to_be_focused()
    expect(page.locator("[data-scoring]")).to_be_visible()


@pytest.mark.slow
def test_who_has_scored_nothing_can_leave_it(opener: Opener) -> None:
    page = example(opener)
    page.get_by_label("Navnet ditt").fill("Kari")
    page.get_by_role("button", name="Begynn å sette poeng").click()
    expect(page.locator("[data-verdict]")).to_be_hidden()
    page.get_by_role("button", name="Lås poengene mine").click()
    said = page.locator("[data-said]")
    said.get_by_role("button", name="Avbryt").click()
    expect(page.locator("[data-verdict]")).to_be_visible()
    expect(page.locator("[data-judges]")).not_to_contain_text("Kari")
    # Who has given points gets out as well, and has them back.
    page.get_by_label("Navnet ditt").fill("Kari")
    page.get_by_role("button", name="Begynn å sette poeng").click()
    page.locator("[data-card]").get_by_label("Poeng").first.select_option("4")
    page.locator("[data-scoring]").get_by_role("button", name="Avbryt").click()
    expect(page.locator("[data-verdict]")).to_be_visible()
    expect(said).to_contain_text("Poengene til Kari er tatt ut.")
    said.get_by_role("button", name="Angre").click()
    expect(page.locator("[data-scoring]")).to_be_visible()
    expect(page.locator("[data-card]").get_by_label("Poeng").first).to_have_value("4")
