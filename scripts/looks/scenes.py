"""The kinds of pages, each in the states that look different: opened, answered, waiting …"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import FilePayload, Page

LIST = "sjekklister/kravdokument/"
OPEN = "for (const one of document.querySelectorAll('main details')) one.open = true"


@dataclass(frozen=True)
class Scene:
    """A page in one state. `prepare` brings it there; `scripts` are blocked where it is False."""

    name: str
    path: str
    prepare: Callable[[Page], object] = lambda page: None
    scripts: bool = True


def _answered(page: Page) -> None:
    page.locator(".task-list-control input").first.check()
    page.evaluate(OPEN)


def _irrelevant(page: Page) -> None:
    page.locator(".checklist__edit").first.click()
    page.locator(".checklist-answer input[value=irrelevant]").check()


def _filtered(page: Page) -> None:
    page.locator(".checklist-head__more > summary").click()
    page.locator(".checklist-filter__fold summary").first.click()
    page.locator(".checklist-filter select[name=priority]").select_option("should")


def _printed(level: str, boxes: str) -> Callable[[Page], object]:
    """Asks for paper as a reader does; the browser's own dialog is kept away."""

    def ask(page: Page) -> None:
        page.evaluate("window.print = () => {}")
        page.locator(".checklist-head__more > summary").click()
        page.locator(".guide-print__fold summary").click()
        page.locator(f"input[name=level][value={level}]").check()
        page.locator(f"input[name=boxes][value={boxes}]").check()
        page.locator(".guide-print__form button").click()

    return ask


def _explained(page: Page) -> None:
    page.evaluate(OPEN)
    page.locator("main a.guide-term").first.focus()
    page.wait_for_selector(".guide-tip")


def _said(page: Page) -> None:
    page.locator("[data-act=example]").click()
    page.wait_for_selector(".guide-plan__said:not(:empty)")


def _misspelt(page: Page) -> None:
    page.locator("[data-search-open]").first.click()
    page.locator(".guide-search input[type=search]").fill("databehandleravtlae")
    page.wait_for_selector(".guide-search__found :is(p, li)")
    page.evaluate("document.activeElement.blur()")


def _searched(page: Page) -> None:
    page.locator("[data-search-open]").first.click()
    page.locator(".guide-search input[type=search]").fill("databehandleravtale")
    page.wait_for_selector(".guide-search__link")
    page.evaluate("document.activeElement.blur()")  # forced colours show a caret that blinks


def _replied(page: Page) -> None:
    """A document in the supplier's page, from the file that the buyer would send."""
    requirements = [
        {"id": f"a{n}", "number": f"K{n}", "group": "Drift", "priority": word, "text": "Svar."}
        for n, word in enumerate(("must", "should", "could"), 1)
    ]
    made = {
        "format": "kravdokument",
        "version": 1,
        "id": "a",
        "edition": "a",
        "name": "Krav",
        "frame": {"who": "Bakeriet"},
        "requirements": requirements,
    }
    data = json.dumps(made).encode("utf-8")
    file = FilePayload(name="krav.json", mimeType="application/json", buffer=data)
    page.set_input_files("[data-open]", files=[file])
    page.wait_for_selector(".guide-reply__row")


def _tabbed(page: Page) -> None:
    for _ in range(6):
        page.keyboard.press("Tab")


SCENES = (
    Scene("front", ""),
    Scene("tabbed", "", _tabbed),
    Scene("guide", "drift/"),
    Scene("facts", "ansvar-og-regler/", _explained),
    Scene("funnel", "velg-leverandor/"),
    Scene("timeline", "avtale/"),
    Scene("table", "leveransemodeller/"),
    Scene("downtime", "kravdokument/"),
    Scene("code", "tilpass/"),
    Scene("list", LIST),
    Scene("answered", LIST, _answered),
    Scene("irrelevant", LIST, _irrelevant),
    Scene("filtered", LIST, _filtered),
    Scene("short", LIST, _printed("short", "blank")),
    Scene("work", LIST, _printed("work", "ticked")),
    Scene("target", f"{LIST}#krav-til-drift"),
    Scene("index", "sjekklister/"),
    Scene("register", "punkt/"),
    Scene("contract", "avtale/sjekkliste/"),
    Scene("plan", "min-plan/", lambda page: page.evaluate(OPEN)),
    Scene("document", "lag-kravdokument/", lambda page: page.evaluate(OPEN)),
    Scene("reply", "svar-pa-krav/", _replied),
    Scene("compare", "sammenlign/"),
    Scene("said", "sammenlign/", _said),
    Scene("glossary", "begreper/#sla"),
    Scene("alphabet", "a-til-aa/"),
    Scene("updates", "oppdateringer/", lambda page: page.evaluate(OPEN)),
    Scene("downloads", "nedlasting/"),
    Scene("about", "om/", lambda page: page.evaluate(OPEN)),
    Scene("edition", "tilpasninger/"),
    Scene("gone", "404.html"),
    Scene("search", "", _searched),
    Scene("misspelt", "", _misspelt),
    Scene("waiting-list", LIST, scripts=False),
    Scene("waiting-plan", "min-plan/", scripts=False),
    Scene("waiting-document", "lag-kravdokument/", scripts=False),
    Scene("waiting-compare", "sammenlign/", scripts=False),
    Scene("waiting-reply", "svar-pa-krav/", scripts=False),
)
