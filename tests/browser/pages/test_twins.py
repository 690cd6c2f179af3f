"""Copying a page as text, and an item with its sources."""

from __future__ import annotations

import re

from ..opening import Opener

LIST = "sjekklister/personvern-i-avtalen/"
FIRST = "databehandleravtale-i-kontrakten"


def test_a_reader_copies_an_item_with_its_sources(opener: Opener) -> None:
    page = opener(LIST)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    item = page.locator(f"#{FIRST}")
    item.locator("summary").first.click()
    item.locator("[data-item-text]").click()
    item.locator(".checklist__copied", has_text="kopiert med kilder").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("- **AV-3.01** ") and "Grunnlag U04:" in text
    assert re.search(r"lest \d\d\.\d\d\.2026", text)
    assert "Alt annet er råd." in text and "AV-3.02" not in text


def test_a_reader_copies_the_page_as_text(opener: Opener) -> None:
    page = opener("avtale/bilag/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Kopier siden som tekst").click()
    told = page.get_by_role("status").filter(has_text="Kopiert")
    told.wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("---\ncanonical: ") and "\n# Hva skal stå i bilagene?" in text
    assert "er lov, standard eller annet" in text and "Alt annet er råd." in text
    page.get_by_role("link", name="Kopier siden som tekst").press("Enter")
    told.wait_for()
    assert told.count() == 1


def test_where_nothing_may_be_copied_the_text_is_shown(opener: Opener) -> None:
    page = opener("avtale/bilag/", init="navigator.clipboard.writeText = () => Promise.reject()")
    page.route("**/index.md", lambda route: route.fulfill(body="# X", content_type="text/plain"))
    page.get_by_role("link", name="Kopier siden som tekst").click()
    page.wait_for_url("**/avtale/bilag/index.md")


def test_in_another_tab_the_text_itself_is_opened(opener: Opener) -> None:
    page = opener("avtale/bilag/")
    with page.context.expect_page() as other:
        page.get_by_role("link", name="Kopier siden som tekst").click(modifiers=["Control"])
    other.value.wait_for_url("**/avtale/bilag/index.md")  # a new tab is blank at first
    assert page.get_by_role("status").filter(has_text="Kopiert").count() == 0
    other.value.close()


def test_without_scripts_the_link_leads_to_the_text(opener: Opener) -> None:
    page = opener(LIST, scripts=False)
    address = page.get_by_role("link", name="Kopier siden som tekst").evaluate("one => one.href")
    assert address.endswith(f"{LIST}index.md")
