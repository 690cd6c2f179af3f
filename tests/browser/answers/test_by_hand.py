"""A team's folder where the browser opens none: real files read in, dropped, and given back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ..axe import violations
from ..opening import Opener
from ..planting import Plant, stories
from .steps import plan
from .team import (
    HAND,
    PICKER,
    SITE,
    choose,
    drop,
    entered,
    files,
    note,
    notes,
    person,
    put,
    settled,
    team,
)

pytestmark = pytest.mark.slow
SECOND = "ki-verktoy-i-bruk"
MOST_FILE = 16 * 1024 * 1024  # bytes


def folder_of_karis(opener: Opener, there: Path) -> tuple[Path, str]:
    """A real directory with Kari's file between a channel's other things, and its project."""
    kari = person(opener, "Kari")
    choose(kari)
    entered(kari)
    note(kari, "fra Kari")
    settled(kari)
    folder = there / "IT-avtalen"
    for way, text in files(kari).items():
        file = folder / way
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    (project,) = (one for one in (folder / SITE).iterdir() if one.is_dir())
    for n in range(2100):
        (folder / f"Referat {n}.docx").write_text("x")
    return folder, project.name


def read_in(page: Page, folder: Path) -> None:
    team(page).locator("input[webkitdirectory]").set_input_files(folder)


def given(page: Page, there: Path) -> Path:
    """She downloads her file and puts it where it says."""
    with page.expect_download() as getting:
        team(page).get_by_role("button", name="Last ned filen min").click()
    file = there / getting.value.suggested_filename
    getting.value.save_as(file)
    return file


def test_a_whole_folder_is_read_in_and_ones_file_comes_back_under_one_name(
    opener: Opener, tmp_path: Path
) -> None:
    folder, project = folder_of_karis(opener, tmp_path)
    ola = person(opener, "Ola", HAND)
    read_in(ola, folder)
    team(ola).get_by_role("button", name="Bli med").click()
    expect(team(ola).locator("[data-heard]")).to_contain_text("De er skrevet av Kari.")
    assert notes(ola) == ["fra Kari"]
    note(ola, "fra Ola", SECOND)
    plan(ola)
    first = given(ola, folder / SITE / project)
    assert first.name.startswith("ola-")

    # Another day: her own file is among those that she reads in, and it stays her file.
    note(ola, "igjen", SECOND)
    plan(ola)
    read_in(ola, folder)
    heard = team(ola).locator("[data-heard]")
    expect(heard).to_contain_text("Noe av det du har, er ikke i mappen ennå.")
    assert given(ola, folder / SITE / project) == first
    assert len(list((folder / SITE / project).glob("ola-*.json"))) == 1

    # Whoever can open the folder finds one Ola in it.
    ida = person(opener, "Ida", PICKER)
    there = {
        f"{SITE}/{project}/{file.name}": file.read_text(encoding="utf-8")
        for file in (folder / SITE / project).iterdir()
    }
    put(ida, there)
    choose(ida)
    team(ida).get_by_role("button", name="Bli med").click()
    entered(ida)
    people = team(ida).locator("[data-people] li")
    expect(people).to_have_count(3)
    expect(people.filter(has_text="nettlesere")).to_have_count(0)
    assert notes(ida, SECOND) == ["igjen"]


def test_what_cannot_be_read_is_said_where_files_are_carried(
    opener: Opener, tmp_path: Path
) -> None:
    folder, project = folder_of_karis(opener, tmp_path)
    (file,) = (folder / SITE / project).glob("*.json")
    whole = file.read_text(encoding="utf-8")
    ola = person(opener, "Ola", HAND)
    heard = team(ola).locator("[data-heard]")
    for text, said in (
        ("", "er tom"),
        (whole[:500], "ikke ferdig skrevet"),
        (json.dumps(json.loads(whole) | {"version": 99}), "nyere utgave"),
        (json.dumps(json.loads(whole) | {"site": "annen"}), "en annen veileder"),
        (whole + " " * MOST_FILE, "for stor"),  # it would be good, were it read
    ):
        file.write_text(text, encoding="utf-8")
        read_in(ola, folder)
        expect(heard).to_contain_text("Vi fant ingen filer fra veilederen der.")
        expect(heard).to_contain_text(said)
    file.write_text(whole, encoding="utf-8")
    (file.parent / "ida-i2222222.json").write_text(whole[:500], encoding="utf-8")
    (file.parent / f"{file.stem} (1).json").write_text(whole, encoding="utf-8")
    read_in(ola, folder)
    team(ola).get_by_role("button", name="Bli med").click()
    expect(heard).to_contain_text("De er skrevet av Kari.")
    troubles = team(ola).locator("[data-troubles]")
    expect(troubles).to_contain_text("«ida-i2222222.json» er ikke ferdig skrevet")
    expect(troubles).to_contain_text("laget kopier av filene deres (1)")
    assert notes(ola) == ["fra Kari"]
    assert violations(ola) == []


def test_a_folder_and_files_are_dropped(opener: Opener, tmp_path: Path) -> None:
    folder, project = folder_of_karis(opener, tmp_path)
    (file,) = (folder / SITE / project).glob("*.json")
    # Firefox and Safari give no way into what is dropped; the shell of Chromium refuses to write.
    without = HAND + "delete DataTransferItem.prototype.getAsFileSystemHandle;"
    for init, some in ((without, [folder]), (without, [file]), (HAND, [folder])):
        ola = person(opener, "Ola", init)
        drop(ola, some)
        team(ola).get_by_role("button", name="Bli med").click()
        expect(team(ola).locator("[data-heard]")).to_contain_text("De er skrevet av Kari.")
        assert notes(ola) == ["fra Kari"]


PLANTS = {
    "a file of any size is read": Plant(
        "const small=files.filter(fits);",
        "const small=files;",
        test_what_cannot_be_read_is_said_where_files_are_carried,
        "check-folder.js",
    ),
}

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
