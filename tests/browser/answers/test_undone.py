"""What is taken back goes back where it was done, whatever project is chosen meanwhile."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ..opening import Opener
from .steps import KEY, LIST, unfold


def project(page: Page, name: str) -> None:
    page.get_by_role("button", name="Nytt prosjekt", exact=True).click()
    page.get_by_label("Navn på prosjektet").fill(name)
    page.get_by_role("button", name="Lagre navnet").click()


def two(opener: Opener, context: BrowserContext | None = None) -> Page:
    """«Alfa», which is in use, and «Beta»."""
    page = opener("min-plan/", context=context)
    unfold(page)
    project(page, "Beta")
    project(page, "Alfa")
    return page


def choose(page: Page, name: str) -> None:
    page.locator("[data-projects]").select_option(label=name)


def said(page: Page) -> dict[str, Any]:
    """How many items say each status, and who is responsible, by the project's name."""
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))
    return {
        one["name"][0][0]: dict(
            Counter(
                found[0][0]
                for item in one["items"].values()
                for field in ("status", "responsible")
                if (found := item.get(field)) and found[0][0]
            )
        )
        for one in kept["projects"].values()
    }


@pytest.mark.slow
def test_what_was_marked_in_one_project_is_not_taken_back_in_another(opener: Opener) -> None:
    page = two(opener)
    page.get_by_label("Skal leverandøren håndtere opplysninger om personer?").select_option("nei")
    page.locator("[data-unlike] summary").click()
    page.get_by_role("button", name="Merk dem som ikke aktuelle").click()
    expect(page.locator("[data-said]")).to_contain_text("Merket som ikke aktuelt")
    assert said(page)["Alfa"]["irrelevant"] > 5
    choose(page, "Beta")
    page.get_by_role("button", name="Angre").click()
    assert said(page) == {"Alfa": {}, "Beta": {}}


@pytest.mark.slow
def test_a_name_goes_to_the_project_that_it_was_asked_for(opener: Opener) -> None:
    page = two(opener)
    page.get_by_role("button", name="Gi nytt navn").click()
    choose(page, "Beta")
    page.get_by_label("Navn på prosjektet").fill("Alfa 2027")
    page.get_by_role("button", name="Lagre navnet").click()
    assert sorted(said(page)) == ["Alfa 2027", "Beta"]


@pytest.mark.slow
def test_a_list_that_was_reset_is_not_filled_in_in_another_project(opener: Opener) -> None:
    context = opener.new_context()
    plan = two(opener, context)
    page = opener(LIST, context=context)
    page.locator("[data-item] > label input").first.check()
    page.get_by_role("button", name="Nullstill").first.click()
    expect(page.locator(".checklist__undo").first).to_be_visible()
    choose(plan, "Beta")
    expect(page.locator(".checklist__undo").first).to_be_hidden()
