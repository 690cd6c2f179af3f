"""Every page: nothing from other hosts, nothing that axe finds, everything found by search."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from browser_pages import addresses
from conftest import ROOT

from macros import load

from .conftest import violations

# One page of each kind is looked at in every variant; with --all every page is.
KINDS = ["", "kravdokument/", "sjekklister/", "sjekklister/kritisk-informasjon/", "oppdateringer/"]
LOOKS = {"light": (390, False), "dark": (1280, True)}


def variants() -> list[object]:
    """(page, look, scripts): every page in light with scripts and in dark with them blocked."""
    made = []
    for path in addresses():
        for look in LOOKS:
            for scripts in (True, False):
                always = path in KINDS or (look == "light") == scripts
                name = f"{path}-{look}-{'scripts' if scripts else 'blocked'}"
                marks = () if always else (pytest.mark.slow,)
                made.append(pytest.param(path, look, scripts, id=name, marks=marks))
    return made


@pytest.mark.parametrize(("path", "look", "scripts"), variants())
def test_axe_finds_nothing(opener, path: str, look: str, scripts: bool) -> None:
    width, dark = LOOKS[look]
    page = opener(path, width=width, dark=dark, scripts=scripts)
    if dark and scripts:
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    for summary in page.locator("summary:visible").all()[:3]:
        summary.click()
    assert violations(page) == []


def test_axe_finds_nothing_in_the_open_search(opener) -> None:
    page = opener("", width=1280)
    page.get_by_role("textbox", name="Søk").click()
    page.keyboard.type("personopplysninger")
    page.wait_for_selector(".md-search-result__item")
    assert violations(page) == []


def test_search_finds_every_item_on_its_list_once(opener, site: Path) -> None:
    page = opener("")
    worker = next((site / "assets" / "javascripts" / "workers").glob("search.*.min.js")).name
    catalog = load.load(ROOT)
    queries = [[item.id, checklist.id, item.text] for checklist, item in catalog.items()]
    found = page.evaluate(
        """async ([script, queries]) => {
            const index = await (await fetch('search/search_index.json')).json();
            const worker = new Worker(`assets/javascripts/workers/${script}`);
            const answer = message => new Promise(resolve => {
                worker.onmessage = event => resolve(event.data);
                worker.postMessage(message);
            });
            await answer({type: 0, data: {...index, options: {suggest: false}}});
            const found = {};
            for (const [id, list, text] of queries) {
                const words = text.replace(/[^\\p{L}\\p{N} ]/gu, ' ').split(/\\s+/);
                const query = words.filter(word => word).join(' ');
                const {data} = await answer({type: 2, data: query});
                found[id] = data.items.flat().map(hit => hit.location);
            }
            return found;
        }""",
        [worker, queries],
    )
    for item, checklist, _ in queries:
        assert found[item].count(f"sjekklister/{checklist}/") == 1, item
        assert "punkt/" not in found[item], item


def test_search_index_holds_each_text_once(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    whole = " ".join(doc["text"] for doc in index["docs"])
    for _, item in load.load(ROOT).items():
        assert whole.count(f"<li>{item.text}") == 1, item.id
