"""Which pages the server takes to be open."""

from __future__ import annotations

import pytest
from dev import open_pages
from dev.open_pages import MOST, WAITS, OpenPages


class Clock:
    now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(open_pages, "time", made)
    return made


def test_what_was_opened_last_comes_first_however_often_others_ask(clock: Clock) -> None:
    pages = OpenPages()
    for clock.now, address in enumerate(["a/", "", "b/", "a/", "", "a/"]):
        pages.asks(address)
    assert pages.open() == ["b/", "", "a/"]


def test_who_asks_no_more_is_closed_and_comes_first_when_it_is_opened_again(clock: Clock) -> None:
    pages = OpenPages()
    pages.asks("a/")
    clock.now = WAITS - 1
    pages.asks("b/")
    clock.now = WAITS + 1
    assert pages.open() == ["b/"]
    pages.asks("a/")
    assert pages.open() == ["a/", "b/"]


def test_no_more_are_made_first_than_can_be_made_at_once(clock: Clock) -> None:
    pages = OpenPages()
    for clock.now in range(MOST + 3):
        pages.asks(f"{clock.now}/")
    assert len(pages.open()) == MOST
