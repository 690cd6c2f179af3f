"""What the theme does as it starts and need not do again: each reader waits for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from macros.publish import inline

from ..navigation import knows_its_address
from ..opening import Opener

# Each time that a sheet has come, by its file. The bubbling kind of «load» there is none of.
COUNT = """window.came = {};
document.addEventListener("load", ({ target }) => {
  if (target.rel !== "stylesheet") return;
  const name = target.href.split("/").pop();
  came[name] = (came[name] ?? 0) + 1;
}, true);"""
SHEETS = "[...document.querySelectorAll('head link[rel=stylesheet]')]"


@pytest.mark.slow
@pytest.mark.parametrize("planted", [False, True])
def test_a_sheet_is_read_once_also_after_other_pages(
    opener: Opener, site: Path, planted: bool
) -> None:
    """The plant: the theme's script as it comes makes each address whole, and reads it again."""
    context = opener.new_context()

    def as_it_comes(route: Route) -> None:
        body = route.fetch().text().replace("defineProperties", "is", 1)
        route.fulfill(body=body, content_type="text/javascript")

    page = opener("404.html", context=context)
    if planted:
        context.route(re.compile(r"/bundle\.\w+\.min\.js"), as_it_comes)
    page.add_init_script(COUNT)
    knows_its_address(page, site, opener.address)
    page.goto(opener.address, wait_until="networkidle")
    page.evaluate(f"window.first = {SHEETS}")
    first = page.evaluate("first.map((one) => one.href.split('/').pop())")
    page.get_by_role("link", name="Sjekklister").first.evaluate("link => link.click()")
    page.get_by_role("heading", level=1, name="Sjekklister").wait_for()
    came = page.evaluate("came")
    assert len(first) >= 3 and {came[name] for name in first} == {2 if planted else 1}, came
    assert page.evaluate(f"{SHEETS}.length") == len(first)
    if not planted:
        assert page.evaluate(f"{SHEETS}.every((one, at) => one === first[at])")


# What the root had before, wherever that is not what it has now; there is a page by then.
MARKED = """window.marked = [];
new MutationObserver((all) => {
  for (const { target, attributeName: name, oldValue } of all) {
    if (target !== document.documentElement || !document.body) continue;
    if (oldValue !== target.getAttribute(name)) marked.push(`${name} was ${oldValue}`);
  }
}).observe(document, { attributes: true, attributeOldValue: true, subtree: true });"""


@pytest.mark.slow
@pytest.mark.parametrize("planted", [False, True])
def test_the_root_has_the_themes_marks_before_there_is_a_page(
    opener: Opener, planted: bool
) -> None:
    """The plant: a page without our script in its head, whose marks the theme sets late."""
    context = opener.new_context()

    def without(route: Route) -> None:
        ours = f"<script[^>]*>{re.escape(inline.marks())}</script>"
        body = re.sub(ours, "", route.fetch().text(), count=1)
        route.fulfill(body=body, content_type="text/html")

    page = opener("404.html", context=context)
    if planted:
        context.route(opener.address, without)
    page.add_init_script(MARKED)
    page.goto(opener.address, wait_until="networkidle")
    root = page.locator("html")
    expect(root).to_contain_class("js js-focus-visible")
    expect(root).to_have_attribute("data-js-focus-visible", "")
    assert bool(page.evaluate("marked")) is planted, page.evaluate("marked")


def test_the_theme_does_not_ask_for_colours_while_it_starts(opener: Opener) -> None:
    """Its own choice of colours asks for a computed colour between two changes of the root."""
    page = opener("")
    assert page.locator("[data-md-component=palette]").count() == 0
    expect(page.locator("[data-guide-colours] label:visible")).to_have_count(1)


def test_a_phones_own_bar_has_the_colour_of_the_page(opener: Opener) -> None:
    page = opener("")
    bar = page.locator("meta[name=theme-color]")
    told = "getComputedStyle(document.querySelector('.md-header')).backgroundColor"
    expect(bar).to_have_attribute("content", "rgb(251, 250, 247)")
    assert page.evaluate(told) == "rgb(251, 250, 247)"
    page.locator("[data-guide-colours] label:visible").click()
    expect(bar).to_have_attribute("content", "rgb(18, 25, 28)")
    expect(bar).to_have_count(1)
