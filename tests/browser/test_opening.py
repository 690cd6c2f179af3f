"""The tests' own tabs: handed on with nothing kept, and what goes wrong in them is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from shared import once

from .opening import Opener, Tabs
from .within import script, within

LIST = "sjekklister/orden-i-eget-hus/"


def test_a_tab_is_handed_on_and_keeps_nothing_of_the_test_before(tabs: Tabs) -> None:
    first = Opener(tabs)
    before = first(LIST, width=777)
    assert within(before, "kept", "everything") == {}  # nothing before a reader has done something
    within(before, "kept", "keep")
    assert set(within(before, "kept", "everything")) >= {"local", "session", "cookie", "database"}
    before.emulate_media(media="print", reduced_motion="reduce")
    assert first.end() == []
    second = Opener(tabs)
    after = second(LIST, width=777)
    assert after is before
    assert within(after, "kept", "everything") == within(second(LIST), "kept", "everything")
    assert after.evaluate("matchMedia('print').matches") is False
    assert after.evaluate("matchMedia('(prefers-reduced-motion)').matches") is False
    assert second.end() == []


@pytest.mark.parametrize("change", ["on", "route", "grant"])
def test_a_tab_that_was_changed_for_good_is_not_handed_on(tabs: Tabs, change: str) -> None:
    first = Opener(tabs)
    before = first("om/", width=778)
    if change == "on":
        before.on("dialog", lambda dialog: dialog.dismiss())
    elif change == "route":
        before.route("**/x", lambda route: route.abort())
    else:
        before.context.grant_permissions(["clipboard-read"])
    first.end()
    second = Opener(tabs)
    assert second("om/", width=778) is not before
    second.end()


def test_what_a_browser_has_kept_is_there_when_the_page_comes(opener: Opener) -> None:
    page = opener("om/", kept={"checklists:x": "«æøå»"})
    assert page.evaluate("localStorage.getItem('checklists:x')") == "«æøå»"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("setTimeout(() => { throw new Error('made to fail'); })", "made to fail"),
        ("void fetch('https://example.org/').catch(() => {})", "https://example.org/"),
        (f"({script('plant', 'script')})()", "TrustedScript"),
        (f"({script('plant', 'look')})()", "Content Security Policy"),
    ],
)
def test_what_goes_wrong_in_a_page_is_told_once(tabs: Tabs, wrong: str, told: str) -> None:
    opener = Opener(tabs)
    page = opener("om/", width=779)
    page.evaluate(f"() => {{ {wrong}; }}")
    page.wait_for_timeout(100)
    assert any(told in fault for fault in opener.end())
    after = Opener(tabs)
    after("om/", width=779)
    assert after.end() == []


def test_what_is_shared_is_made_once_and_its_failure_is_everybodys(tmp_path: Path) -> None:
    calls: list[Path] = []
    for _ in range(2):
        assert once(tmp_path / "good", calls.append) == tmp_path / "good"
    assert calls == [tmp_path / "good"]

    def fail(_folder: Path) -> None:
        raise ValueError("no room")

    with pytest.raises(ValueError, match="no room"):
        once(tmp_path / "bad", fail)
    with pytest.raises(AssertionError, match="bad could not be made: no room"):
        once(tmp_path / "bad", calls.append)


# A bare expression is evaluated anew at each look, which the pages' policy stops; a function is
# not. True at the first look it passes, so that the fault shows on a slow machine alone.
BARE = re.compile(r"wait_for_function\(\s*f?\"(?![^\"]*=>)")


def test_no_test_waits_for_a_bare_expression() -> None:
    wait = "page.wait_for_function" + '("{}")'
    for file in Path(__file__).parent.rglob("*.py"):
        assert not BARE.search(file.read_text(encoding="utf-8")), file
    assert BARE.search(wait.format("scrollY === 0"))
    assert not BARE.search(wait.format("() => scrollY === 0"))
