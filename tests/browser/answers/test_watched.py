"""When a team's folder is read and written: what is seen, hidden, held, or cannot be listed."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, expect

from ..opening import Opener
from .steps import FIRST, KEY, LIST, edit, plan
from .team import (
    PICKER,
    alone,
    choose,
    entered,
    files,
    look,
    note,
    notes,
    person,
    put,
    settled,
    team,
)

SECOND = "ki-verktoy-i-bruk"
# A browser that wants leave anew on each page, and gives it, or not, when somebody has just acted.
ASKS = """{ const of = FileSystemHandle.prototype; let given = false; window.wanted = 0;
  of.queryPermission = async () => (given ? "granted" : "prompt");
  of.requestPermission = async () => { window.wanted += 1;
    given = navigator.userActivation.isActive && !window.refuses;
    return given ? "granted" : "denied"; }; }"""
UNSEEN = "delete window.FileSystemObserver;"
HIDDEN = """is => Object.defineProperty(document, "hidden",
  { get: () => is, configurable: true })"""


def colleague(page: Page, text: str) -> None:
    """Somebody else's file comes into the folder: hers, with one answer more."""
    (way,) = (one for one in files(page) if one.endswith(".json") and "/kari-" in one)
    made = files(page)[way].replace("kari-", "ola-").replace('"Kari"', '"Ola"')
    put(page, {way.replace("/kari-", "/ola-"): made.replace("fra Kari", text)})


@pytest.mark.slow
def test_where_nobody_tells_a_folder_is_read_each_half_minute_while_it_is_seen(
    opener: Opener,
) -> None:
    kari = alone(opener, "fra Kari", init=PICKER + UNSEEN)
    kari.clock.install()
    plan(kari)
    people = team(kari).locator("[data-people] li")
    kari.clock.run_for(5_000)
    expect(people).to_have_count(1)
    kari.evaluate(HIDDEN, True)
    colleague(kari, "fra Kari")
    kari.clock.run_for(120_000)
    kari.wait_for_timeout(300)
    expect(people).to_have_count(1)
    kari.evaluate(HIDDEN, False)
    kari.clock.run_for(20_000)
    kari.clock.run_for(11_000)
    expect(people).to_have_count(2)


@pytest.mark.slow
def test_what_was_just_written_is_in_the_folder_when_the_page_is_hidden(opener: Opener) -> None:
    kari = alone(opener, "fra Kari")
    kari.clock.install()
    form = edit(kari, SECOND)
    kari.clock.pause_at(kari.evaluate("Date.now() / 1000 + 1"))
    # The looks of the first seconds are over, and no round is in the middle.
    for step in [500] * 26 + [5] * 40:
        kari.clock.run_for(step)
        kari.wait_for_timeout(20)
    form.locator("[name=note]").fill("rett før lunsj")
    form.get_by_role("button", name="Lukk").click()
    for at in range(100):  # until it is stored; the folder has it 0.6 s later, which never come
        if notes(kari, SECOND):
            break
        kari.clock.run_for(50 if at < 10 else 1)
        kari.wait_for_timeout(20)
    assert notes(kari, SECOND) == ["rett før lunsj"]
    assert "rett før lunsj" not in json.dumps(files(kari), ensure_ascii=False)
    kari.evaluate(HIDDEN, True)
    kari.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    for _ in range(50):  # a busy machine's disk; the page's clock stands still
        kari.wait_for_timeout(100)
        with suppress(Error):  # a file is swapped just now
            if "rett før lunsj" in json.dumps(files(kari), ensure_ascii=False):
                return
    raise AssertionError("what was written is not in the folder")


HELD = """is => { const of = FileSystemFileHandle.prototype;
  of.was ??= of.createWritable;
  of.createWritable = is ? () => { throw new DOMException("held", "NoModificationAllowedError"); }
    : of.was; }"""


@pytest.mark.slow
def test_a_file_that_is_held_is_written_soon_after_it_is_let_go(opener: Opener) -> None:
    kari = alone(opener, "fra Kari", init=PICKER + UNSEEN)
    kari.evaluate(HELD, True)
    form = edit(kari, SECOND)
    form.locator("[name=note]").fill("mens den var låst")
    form.get_by_role("button", name="Lukk").click()
    settled(kari)
    kari.evaluate(HELD, False)
    assert "mens den var låst" not in json.dumps(files(kari), ensure_ascii=False)
    kari.wait_for_timeout(3_500)  # nobody looks, and the next half minute is far away
    assert "mens den var låst" in json.dumps(files(kari), ensure_ascii=False)


@pytest.mark.slow
def test_what_a_browser_observes_is_read_at_once(opener: Opener) -> None:
    kari = alone(opener, "fra Kari")
    plan(kari)
    if not kari.evaluate("'FileSystemObserver' in window"):
        pytest.skip("this browser observes no folders")
    people = team(kari).locator("[data-people] li")
    expect(people).to_have_count(1)
    colleague(kari, "fra Kari")
    expect(people).to_have_count(2)


@pytest.mark.slow
def test_hundreds_of_pages_that_only_read_do_not_give_a_writer_another_file(
    opener: Opener,
) -> None:
    kari = alone(opener, "fra Kari")
    before = files(kari).keys()
    turns = """key => { const kept = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify({ ...kept, turns:
        [...kept.turns, ...Array.from({ length: 199 }, (_, n) => `x${n}`)].slice(-200) })); }"""
    kari.evaluate(turns, f"{KEY}:mappe")
    kari.reload()
    settled(kari)
    note(kari, "igjen")
    settled(kari)
    assert files(kari).keys() == before


@pytest.mark.slow
def test_a_folder_that_cannot_be_listed_for_a_while_is_tried_again(opener: Opener) -> None:
    kari = alone(opener, "fra Kari")
    plan(kari)
    troubles = team(kari).locator("[data-troubles]")
    kari.evaluate("""() => { const of = FileSystemDirectoryHandle.prototype;
      window.was = of.entries;
      of.entries = () => { throw new DOMException("held", "NotReadableError"); }; }""")
    look(kari)
    expect(troubles).to_contain_text("Mappen kunne ikke leses nå.")
    expect(team(kari).locator("[data-step=on]")).to_be_visible()
    kari.evaluate("() => { FileSystemDirectoryHandle.prototype.entries = window.was; }")
    look(kari)
    expect(troubles).to_be_hidden()


def asked(opener: Opener) -> Page:
    """Kari's plan the day after, in a browser that wants leave again."""
    kari = person(opener, "Kari", PICKER + ASKS)
    choose(kari)
    entered(kari)
    kari.reload()
    expect(team(kari).locator("[data-step=asking]")).to_be_visible()
    return kari


def written(page: Page) -> str:
    return json.dumps(files(page), ensure_ascii=False)


@pytest.mark.slow
def test_leave_that_the_browser_wants_again_is_given_with_one_click(opener: Opener) -> None:
    kari = asked(opener)
    asking = team(kari).locator("[data-step=asking]")
    expect(asking).to_contain_text("Ingenting leses eller skrives før du har svart.")
    colleague(kari, "")
    kari.wait_for_timeout(1000)
    expect(team(kari).locator("[data-people] li")).to_have_count(0)
    assert kari.evaluate("window.wanted") == 0, "nobody is asked unasked"
    asking.get_by_role("button", name="Åpne mappen igjen").click()
    expect(asking).to_be_hidden()
    expect(team(kari).locator("[data-people] li")).to_have_count(2)
    assert kari.evaluate("window.wanted") == 1


@pytest.mark.slow
@pytest.mark.parametrize("refuses", [False, True])
def test_whoever_answers_on_a_list_is_asked_by_the_browser_there_and_once(
    opener: Opener, refuses: bool
) -> None:
    kari = asked(opener)
    kari.goto(kari.url.split("min-plan/")[0] + LIST)
    kari.evaluate("is => { window.refuses = is; }", refuses)
    for name in (FIRST, SECOND):
        form = edit(kari, name)
        form.locator("[name=note]").fill(f"om {name}")
        form.get_by_role("button", name="Lukk").click()
        kari.wait_for_timeout(1500)
        assert (f"om {name}" in written(kari)) is not refuses
    assert kari.evaluate("window.wanted") == 1
    assert notes(kari, SECOND) == [f"om {SECOND}"]
