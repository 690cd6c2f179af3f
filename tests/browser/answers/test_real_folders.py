"""A team's folder as a real directory, in browsers of their own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from .real import DENIES, Machine, joined, machine, whole_browser
from .team import look, note, notes, settled, team

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not whole_browser(), reason="no whole Chromium: the shell never writes"),
]


@pytest.fixture
def alone(chromium: Browser, address: str, on_disk: Path) -> Iterator[Machine]:
    with machine(chromium, address, on_disk, "Kari") as kari:
        yield kari


def test_a_folder_that_is_deleted_whole_is_said_and_found_again(alone: Machine) -> None:
    joined(alone, first=True)
    page = alone.page
    bin_of_the_cloud = alone.folder.parent / "papirkurv"
    shutil.move(alone.folder, bin_of_the_cloud)
    look(page)
    gone = team(page).locator("[data-step=gone]")
    expect(gone).to_contain_text("er ikke der lenger")
    gone.get_by_role("button", name="Lag mappen på nytt").click()
    expect(team(page).locator("[data-heard]")).to_contain_text("Velg en annen, eller vent")
    shutil.move(bin_of_the_cloud, alone.folder)
    look(page)
    expect(team(page).locator("[data-people] li")).to_have_count(1)
    expect(gone).to_be_hidden()


def test_a_browser_that_was_ended_and_now_says_no_is_told_of_and_writes_nothing(
    chromium: Browser, address: str, on_disk: Path
) -> None:
    with machine(chromium, address, on_disk, "Kari") as kari:
        joined(kari, first=True)
        kari.note("i går")
        kari.has("i går")
        before = kari.files()
    with machine(chromium, address, on_disk, "Kari", guard=DENIES) as kari:
        asking = team(kari.page).locator("[data-step=asking]")
        asking.get_by_role("button", name="Åpne mappen igjen").click()
        heard = team(kari.page).locator("[data-heard]")
        expect(heard).to_contain_text("Nettleseren lot oss ikke åpne mappen.")
        expect(asking).to_be_visible()
        note(kari.page, "i dag")
        settled(kari.page)
        assert notes(kari.page) == ["i dag"] and kari.files() == before


def test_a_browser_that_lets_nobody_write_reads_what_is_dropped(
    chromium: Browser, address: str, on_disk: Path
) -> None:
    with machine(chromium, address, on_disk, "Kari") as kari:
        joined(kari, first=True)
        kari.note("fra Kari")
        kari.has("fra Kari")
        there = kari.folder
        with machine(chromium, address, on_disk, "Ola", guard=DENIES) as ola:
            shutil.copytree(there, ola.folder, dirs_exist_ok=True)
            before = ola.files()
            ola.enter()
            team(ola.page).get_by_role("button", name="Bli med").click()
            heard = team(ola.page).locator("[data-heard]")
            expect(heard).to_contain_text("De er skrevet av Kari.")
            assert notes(ola.page) == ["fra Kari"]
            assert ola.files() == before
