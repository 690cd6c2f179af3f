"""A real Chromium, and pages that fail the test when they call another host or log an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from conftest import ROOT
from dev import browser as program
from dev.serve import served
from playwright.sync_api import Browser, BrowserContext, JSHandle, Page, sync_playwright

from .opening import Opener, Tabs
from .planting import Plant, Planted, planted

UNITS = "tests/browser/units"
SCRIPTS = ROOT / "overrides" / "assets" / "checklists"
RUN = """async ([file, name, values]) => {
  const unit = await import(`./${file}.js`);
  return unit[name](...values);
}"""


class Unit:
    """Runs a function of units/<file>.js in a page and gives what it gives."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __call__(self, file: str, name: str, *values: object) -> Any:
        return self._page.evaluate(RUN, [file, name, list(values)])

    def held(self, value: object) -> JSHandle:
        """A large value that is handed to the page once, to be passed as often as it is needed."""
        return self._page.evaluate_handle("value => value", value)


def at_units(context: BrowserContext, base: str) -> Unit:
    page = context.new_page()
    page.goto(f"{base}{UNITS}/page.html")
    return Unit(page)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=program.path(), args=program.ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tabs(chromium: Browser, address: str) -> Tabs:
    return Tabs(chromium, address)


@pytest.fixture
def opener(tabs: Tabs) -> Iterator[Opener]:
    """Opens pages of the real site; what goes wrong in them fails the test."""
    made = Opener(tabs)
    yield made
    assert made.end() == []


@pytest.fixture
def planting(tabs: Tabs) -> Iterator[Planted]:
    """The same with a fault in one of the site's scripts; what goes wrong is told by the story."""
    made = Planted(tabs)
    yield made
    made.end()


@pytest.fixture(scope="session")
def unit(chromium: Browser) -> Iterator[Unit]:
    """The scripts by themselves, as they stand in the source, in one page for all tests."""
    with served(ROOT) as base, chromium.new_context(timezone_id="Europe/Oslo") as context:
        yield at_units(context, base)


@pytest.fixture
def faulty(chromium: Browser) -> Iterator[Callable[[Plant], Unit]]:
    """The scripts by themselves with the fault of a plant, whose `script` is named from SCRIPTS."""
    with served(ROOT) as base, chromium.new_context(timezone_id="Europe/Oslo") as context:

        def made(plant: Plant) -> Unit:
            body = planted((SCRIPTS / plant.script).read_text(encoding="utf-8"), plant)
            fault = {"body": body, "content_type": "text/javascript"}
            context.route(f"**/{plant.script}", lambda route: route.fulfill(**fault))
            return at_units(context, base)

        yield made
