"""The way to a page as text, and copying an item with its sources."""

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


def test_without_scripts_the_link_leads_to_the_text(opener: Opener) -> None:
    page = opener(LIST, scripts=False)
    address = page.get_by_role("link", name="Som tekst").evaluate("one => one.href")
    assert address.endswith(f"{LIST}index.md")
