"""What a screen reader is told of a page of each kind: the browser's tree, held to a file that was
read as text. It is the same whatever the colours, and on a screen of 320 px."""

from __future__ import annotations

import heard
import pytest
from playwright.sync_api import BrowserContext, Page

SOON = ("sjekklister/lokale",)  # it holds most of what a reader meets; the rest runs with --all
PLANTS = {
    "a heading that is none": "document.querySelector('article h2').outerHTML = '<p>Ord</p>'",
    "a field without its label": "document.querySelector('article select').id = 'annet'",
    "a name that is gone": "document.querySelector('[aria-label]').removeAttribute('aria-label')",
    "a box that is drawn": "document.querySelector('[type=checkbox]').outerHTML = '<i></i>'",
    "a fold that says nothing": "document.querySelector('article summary').textContent = ''",
    "an order that is turned": "document.querySelector('article ul').append("
    "document.querySelector('article ul > :first-child'))",
    "what is hidden from a reader": "document.querySelector('article ul').ariaHidden = 'true'",
}


def kept(name: str) -> str:
    return heard.file(name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "kind",
    [pytest.param(k, marks=() if k in SOON else pytest.mark.slow) for k in heard.PAGES],
)
def test_each_kind_of_page_is_heard_as_it_was_read(
    readers: dict[str, BrowserContext], guide: str, kind: str
) -> None:
    for look, context in readers.items():
        apart = f"-{look}" if look == "320" and kind in heard.APART else ""
        with heard.met(context, guide, kind) as page:
            assert heard.tree(page) == kept(f"{kind}{apart}")


@pytest.mark.slow
@pytest.mark.parametrize(("look", "name"), [("light", "1280"), ("dark", "1280"), ("320", "320")])
def test_what_stands_round_a_page_is_heard_as_it_was_read(
    readers: dict[str, BrowserContext], guide: str, look: str, name: str
) -> None:
    with heard.met(readers[look], guide, "index") as page:
        assert heard.frame(page) == kept(f"frame-{name}")


@pytest.mark.slow
def test_every_planted_fault_is_heard(readers: dict[str, BrowserContext], guide: str) -> None:
    with heard.met(readers["light"], guide, "sjekklister/lokale") as page:
        found = {name: _after(page, plant) for name, plant in PLANTS.items()}
    assert [name for name, tree in found.items() if tree == kept("sjekklister/lokale")] == []


def _after(page: Page, plant: str) -> str:
    """The tree with a fault in it, which is then taken away."""
    page.evaluate("window.before = document.querySelector('article').cloneNode(true)")
    page.evaluate(plant)
    tree = heard.tree(page)
    page.evaluate("document.querySelector('article').replaceWith(window.before)")
    return tree


def test_every_file_is_of_a_page_that_there_is() -> None:
    names = {heard.file(kind).name for kind in heard.PAGES}
    there = {file.name for file in heard.KEPT.glob("*.yml")}
    apart = {f"{kind}-320.yml" for kind in heard.APART}
    assert there == names | apart | {"frame-1280.yml", "frame-320.yml"}
