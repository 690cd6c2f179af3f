"""A document that is deleted while another tab shows it: told, words kept, shown when back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from ..opening import Opener
from .steps import COMPARE, MAKE


def two(opener: Opener) -> tuple[Page, Page]:
    """Two tabs with the same documents, «Den ene» and «Den andre», which both show."""
    context = opener.new_context()
    page = opener(MAKE, context=context)
    for name in ("Den ene", "Den andre"):
        page.get_by_role("button", name="Lag et nytt kravdokument").click()
        page.locator("[data-name]").fill(name)
        page.locator("[data-name]").blur()
    other = opener(MAKE, context=context)
    for tab in (page, other):
        tab.locator("[data-documents]").select_option(label="Den ene")
    return page, other


@pytest.mark.slow
def test_a_document_that_is_deleted_elsewhere_is_told_and_comes_back_with_what_was_typed(
    opener: Opener,
) -> None:
    page, other = two(opener)
    page.get_by_label("Hvem vi er").fill("Vi er")
    other.get_by_role("button", name="Slett", exact=True).click()
    # Who deletes it is told only of that.
    expect(other.locator("[data-said]")).to_contain_text("«Den ene» er slettet, med")
    expect(page.locator("[data-said]")).to_contain_text("«Den ene» er slettet i en annen fane")
    expect(page.locator("[data-documents] :checked")).to_have_text("Den andre")
    expect(page.get_by_label("Hvem vi er")).to_have_value("")
    other.get_by_role("button", name="Angre").click()
    expect(page.locator("[data-documents] :checked")).to_have_text("Den ene")
    expect(page.get_by_label("Hvem vi er")).to_have_value("Vi er")


@pytest.mark.slow
def test_words_that_are_not_saved_yet_stay_in_the_document_that_is_deleted(opener: Opener) -> None:
    page, other = two(opener)
    delete = other.get_by_role("button", name="Slett", exact=True)
    delete.click()  # once before: what deletes is fetched then
    other.get_by_role("button", name="Angre").click()
    expect(page.locator("[data-documents] :checked")).to_have_text("Den ene")
    who = page.get_by_label("Hvem vi er")
    who.focus()
    # It comes between two keys, and nothing is saved before the reader pauses.
    delete.evaluate("button => { setTimeout(() => button.click(), 300); }")
    page.keyboard.type("z" * 12, delay=60)
    expect(page.locator("[data-documents] :checked")).to_have_text("Den andre")
    expect(who).to_have_value("")
    other.get_by_role("button", name="Angre").click()
    expect(page.locator("[data-documents] :checked")).to_have_text("Den ene")
    expect(who).to_have_value(re.compile("^z+$"))


@pytest.mark.slow
def test_what_was_chosen_since_stays_when_it_is_back(opener: Opener) -> None:
    page, other = two(opener)
    page.get_by_role("button", name="Lag en kopi").click()
    expect(page.locator("[data-documents] :checked")).to_have_text("Den ene (kopi)")
    page.locator("[data-documents]").select_option(label="Den ene")
    other.get_by_role("button", name="Slett", exact=True).click()
    expect(page.locator("[data-said]")).to_contain_text("«Den ene» er slettet i en annen fane")
    page.locator("[data-documents]").select_option(label="Den ene (kopi)")
    other.get_by_role("button", name="Angre").click()
    expect(page.locator("[data-documents] option")).to_have_count(3)
    expect(page.locator("[data-documents] :checked")).to_have_text("Den ene (kopi)")


@pytest.mark.slow
def test_the_comparison_goes_back_to_ones_own_when_it_is_back(opener: Opener) -> None:
    page, other = two(opener)
    other.locator("[data-documents]").select_option(label="Den andre")
    other.get_by_role("button", name="Slett", exact=True).click()
    page.goto(page.url.replace(MAKE, COMPARE))
    page.get_by_role("button", name="Åpne et eksempel").first.click()
    expect(page.locator("[data-documents] option")).to_have_count(2)
    page.locator("[data-documents]").select_option(label="Den ene")
    other.get_by_role("button", name="Slett", exact=True).click()
    expect(page.locator("[data-said]")).to_contain_text("«Den ene» er slettet i en annen fane")
    expect(page.locator("[data-documents] :checked")).to_contain_text("(eksempel)")
    other.get_by_role("button", name="Angre").click()
    expect(page.locator("[data-documents] :checked")).to_have_text("Den ene")
