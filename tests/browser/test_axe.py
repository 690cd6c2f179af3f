"""axe as the tests ask it: it would find a fault, and what it is spared from costs no rule."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .axe import TAGS, source, violations
from .within import within

PAGE = """<!doctype html><html lang="nb"><head><title>Prøve</title></head><body><main>
<h1>Prøve</h1><p>Noen ord.</p>{}</main></body></html>"""
FAULTS = {
    "label": "<input>",
    "button-name": "<button></button>",
    "image-alt": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    "link-name": '<a href="#x"></a>',
    "heading-order": "<h4>Fire</h4>",
    "color-contrast": '<p style="color: #999; background: #fff">Grått på hvitt.</p>',
    "aria-valid-attr-value": '<p role="checkbox" aria-checked="kanskje" tabindex="0">x</p>',
    "target-size": (
        '<a href="#a" style="font-size: 4px">a</a><a href="#b" style="font-size: 4px">b</a>'
    ),
}


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    made = chromium.new_page()
    yield made
    made.close()


@pytest.mark.parametrize("rule", FAULTS)
def test_a_planted_fault_is_found(page: Page, rule: str) -> None:
    page.set_content(PAGE.format(""))
    assert violations(page) == []
    page.set_content(PAGE.format(FAULTS[rule]))
    assert [found.split(":")[0] for found in violations(page)] == [rule]


def test_a_colour_on_its_way_is_looked_at_when_it_is_there(page: Page) -> None:
    """Grey words that become black are no fault; black ones that become grey are."""
    moving = "<style>p {{ color: {}; transition: color 60s; }} .b {{ color: {}; }}</style>"
    for start, end, found in (("#999", "#000", 0), ("#000", "#999", 1)):
        page.set_content(PAGE.format(moving.format(start, end)))
        page.evaluate("() => document.querySelector('p').offsetWidth")
        page.evaluate("() => document.querySelector('p').classList.add('b')")
        assert page.evaluate("() => document.getAnimations().length") == 1
        assert len(violations(page)) == found


def test_what_never_stops_moving_is_told(page: Page) -> None:
    page.set_content(
        PAGE.format(
            "<style>@keyframes k { to { opacity: 0 } } p { animation: k 1s infinite }</style>"
        )
    )
    with pytest.raises(Exception, match=r"Cannot finish|never stops"):
        violations(page)


def test_what_axe_fetches_first_is_for_two_rules_that_never_find_a_fault(page: Page) -> None:
    """One is not among those asked, the other only asks for a look by a person."""
    page.set_content(PAGE.format(""))
    page.evaluate(source())
    wanting = within(page, "look", "preloading", TAGS)
    assert wanting == {
        "css-orientation-lock": {"asked": False, "finds": True},
        "no-autoplay-audio": {"asked": True, "finds": False},
    }
