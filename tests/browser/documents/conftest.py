"""A document that has been clicked together once in a run; the tests begin with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from shared import once, run_folder

from ..opening import Opener, Tabs
from ..within import within
from .steps import KEY, MAKE, Begun, Made, forty, saved

BUTTONS = {"docx": "Word", "csv": "CSV", "md": "Markdown", "json": "Fil for svarsiden"}
BEGUN = "begun.json"


def click_together(page: Page) -> None:
    """40 requirements picked, two of them reworded, three of our own."""
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    page.locator("[data-name]").fill("Krav 2027")
    rows = page.locator("[data-rows] li")
    expect(rows).to_have_count(len(forty()))
    for number, words in (
        (0, "Leverandøren skal svare på norsk."),
        (1, "Leverandøren skal ha <b>vakt</b> & «beredskap»."),
    ):
        rows.nth(number).locator("textarea").fill(words)
    for n in range(3):
        page.locator("[data-own]").fill(
            f"Eget krav {n + 1}: Leverandøren skal møte {n + 1} ganger i året."
        )
        page.get_by_role("button", name="Legg til kravet").click()
    page.get_by_label("Tilgjengelighet i prosent").fill("99,9")
    page.get_by_label("Hvem vi er").fill("Vi er 25.\nVi selger brød.")


@pytest.fixture(scope="session")
def begun(tabs: Tabs, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """What a browser keeps when a document has been clicked together, and every file of it."""

    def click(folder: Path) -> None:
        opener = Opener(tabs)
        page = opener(MAKE)
        within(
            page, "answers", "answer", {"done": forty(), "irrelevant": ["rett-til-sikkerhetstest"]}
        )
        click_together(page)
        files = {name: saved(page, button, folder).name for name, button in BUTTONS.items()}
        text = page.evaluate("key => localStorage.getItem(key)", KEY)
        assert opener.end() == []
        made = {"text": text, "files": files}
        (folder / BEGUN).write_text(json.dumps(made), encoding="utf-8")

    folder = once(run_folder(tmp_path_factory) / "document", click)
    made = json.loads((folder / BEGUN).read_text(encoding="utf-8"))
    return Begun(made["text"], {name: folder / file for name, file in made["files"].items()})


@pytest.fixture
def document(opener: Opener, begun: Begun) -> Made:
    """The page with that document, and every file of it."""
    return with_document(opener, begun)


def with_document(opener: Opener, begun: Begun) -> Made:
    """As `document`, in a page of another opener."""
    page = opener(MAKE, kept={KEY: begun.text})
    expect(page.locator("[data-rows] li")).to_have_count(len(forty()) + 3)
    return Made(page, begun.files)
