"""Each of our own rules about names and states finds a fault that is planted, and no other."""

from __future__ import annotations

import heard
import pytest
from playwright.sync_api import BrowserContext

from ..pages.rules import broken

# What is put into a page, and what is said of it then.
PLANTS = {
    "<a href='#x'></a>": "link without a name",
    "<button></button>": "button without a name",
    "<input>": "textbox without a name",
    "<input type=checkbox>": "checkbox without a name",
    "<select><option>1</option></select>": "combobox without a name",
    "<details><summary></summary>x</details>": "DisclosureTriangle without a name",
    "<dialog open></dialog>": "dialog without a name",
    "<main>x</main>": "main: 2",
    "<nav aria-label=Brødsmuler>x</nav><nav aria-label=Brødsmuler>y</nav>": "two menus called",
    "<h1>Igjen</h1>": "2 titles",
    "<h2>To</h2><h4>Fire</h4>": "4 after 2",
    "<h2>To</h2><h3>Tre</h3><h5>Fem</h5>": "5 after 3",
    "<p role=checkbox tabindex=0>x</p>": "x: does not say its state",
    "<p role=combobox tabindex=0 aria-label=x>x</p>": "x: does not say its state",
    "<button aria-controls=planted>x</button>": "x: does not say its state",
    "<input aria-label=x aria-describedby=feil><p id=feil hidden>Feil.</p>": "described by what",
    "<section aria-label=Ingenting><p hidden>x</p></section>": "empty, and called Ingenting",
    "<table><tbody><tr><td>x</td></tr></tbody></table>": "a table without a name",
    "<table><caption>T</caption><tbody><tr><th>x</th></tr></tbody></table>": "x: no scope",
    "<check-x><check-y><p data-told></p></check-y><p data-told></p></check-x>": "check-x finds",
}
PUT = """html => document.querySelector("article").insertAdjacentHTML(
  "beforeend", `<div id=planted>${html}</div>`)"""


@pytest.mark.slow
def test_each_rule_finds_its_fault_where_it_is_planted(
    readers: dict[str, BrowserContext], guide: str
) -> None:
    with heard.met(readers["light"], guide, "sjekklister/lokale") as page:
        for html, told in PLANTS.items():
            page.evaluate(PUT, html)
            found = broken(page)
            assert len(found) == 1 and found[0].startswith(told), (html, found)
            page.evaluate("document.querySelector('#planted').remove()")
        assert broken(page) == []
