"""What a person does with answers in a browser, step by step."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from conftest import ROOT
from playwright.sync_api import Download, Locator, Page

LIST = "sjekklister/orden-i-eget-hus/"
FIRST = "kjenn-egen-it"
KEY = "checklists:it-outsourcing"
STORED = ROOT / "tests" / "data" / "stored"
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blokkert'); }})"


def item(page: Page, name: str = FIRST) -> Locator:
    return page.locator(f"[data-item={name}]").first


def edit(page: Page, name: str = FIRST) -> Locator:
    """Opens the item's panel."""
    item(page, name).locator(".checklist__edit").click()
    return item(page, name).locator(".checklist-answer")


def plan(page: Page) -> None:
    page.goto(
        re.sub(r"(sjekklister/.*|punkt/.*|min-plan/.*|om/.*)?(#.*)?$", "", page.url) + "min-plan/"
    )
    unfold(page)


def unfold(page: Page) -> None:
    """Opens what is folded on the plan, as a reader does who works with projects and copies."""
    page.wait_for_selector("check-plan:not([hidden])")
    for fold in page.locator("details.guide-plan__fold:not([open]) > summary").all()[::-1]:
        fold.click()


def unfold_lists(page: Page) -> None:
    """Opens every list of the register, and waits until they stand where they will: what is clicked
    while they are laid out has moved away before the button is let go."""
    folded = page.locator(".checklist__fold:not([open])")
    folded.evaluate_all("""async all => {
      for (const one of all) one.open = true;
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    }""")


def stored(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))
    return found


def saved(_page: Page, download: Download, folder: Path) -> Path:
    file = folder / download.suggested_filename
    download.save_as(file)
    return file
