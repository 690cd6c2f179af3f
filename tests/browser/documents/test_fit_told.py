"""A begun document follows the answers about the firm: what waits is asked there, what is ruled
out can be taken out."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from ..axe import violations
from ..opening import Opener
from .steps import MAKE

OWN = "rettigheter-til-egen-programvare"
JOBS = "ansatte-og-overtallige"


@pytest.mark.slow
def test_a_document_asks_what_some_of_its_requirements_wait_for(opener: Opener) -> None:
    page = opener(MAKE, width=390)
    told = page.locator("[data-fit]")
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    expect(page.locator(f"[data-rows] [data-id={OWN}]")).to_have_count(1)
    expect(told.locator("summary")).to_have_text("5 spørsmål avgjør hvilke krav som gjelder dere")
    expect(told.locator("select").first).to_be_hidden()
    told.locator("summary").click()
    made = told.get_by_label("Har dere programvare som er laget for dere?")
    number = page.locator(f"[data-id={OWN}] strong").text_content()
    about = told.locator("label", has=page.locator("[data-question=egen-programvare]"))
    expect(about).to_contain_text(f"({number})")
    assert violations(page) == []
    made.focus()
    made.select_option(label="Nei")
    out = told.get_by_role("button", name=f"Ta ut {number}")
    expect(made).to_be_focused()  # what was unfolded stays so, and can be answered again
    made.select_option(label="Ja, eller vet ikke")
    expect(out).to_have_count(0)
    made.select_option(label="Nei")
    expect(told.locator("summary")).to_contain_text("4 spørsmål")
    out.click()
    expect(page.locator(f"[data-id={OWN}]")).to_have_count(0)
    expect(told.get_by_role("button")).to_have_count(0)
    page.get_by_role("button", name="Angre").click()
    expect(told.get_by_role("button")).to_have_count(1)


@pytest.mark.slow
def test_what_is_answered_elsewhere_reaches_a_document_that_is_begun(opener: Opener) -> None:
    page = opener(MAKE)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    expect(page.locator("[data-fit] summary")).to_contain_text("5 spørsmål")
    number = page.locator(f"[data-id={JOBS}] strong").text_content()
    page.goto(page.url.replace(MAKE, "min-plan/"))
    page.locator("details:has(> [data-profile])").evaluate("one => { one.open = true; }")
    page.locator("[data-profile] [name=ansatte]").select_option("nei")
    page.locator("[data-profile] [name=egen-programvare]").select_option("ja")
    page.goto(page.url.replace("min-plan/", MAKE))
    told = page.locator("[data-fit]")
    expect(told.get_by_role("button")).to_have_text([re.compile(f"Ta ut {number}: Avtal hva")])
    expect(told.locator("summary")).to_contain_text("3 spørsmål")
    expect(told.locator("select")).to_have_count(3)
    # The example is another firm's.
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-example]")).to_be_visible()
    expect(told.locator("*")).to_have_count(0)
