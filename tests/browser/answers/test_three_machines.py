"""Three people, each with a browser of her own on a real directory, and a small cloud between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from .drives import Drives, lay
from .real import Machine, held, joined, machine, waits, whole_browser
from .steps import plan
from .team import look, notes, team

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not whole_browser(), reason="no whole Chromium: the shell never writes"),
]
NAMES = ("Kari", "Ola", "Ida")
FIRST, SECOND, THIRD = "kjenn-egen-it", "ki-verktoy-i-bruk", "dekker-it-behovet"


@pytest.fixture
def three(chromium: Browser, address: str, on_disk: Path) -> Iterator[Drives]:
    """Kari has begun, and the others have joined her."""
    with ExitStack() as stack:
        cloud = Drives()
        for name in NAMES:
            one = stack.enter_context(machine(chromium, address, on_disk, name))
            cloud.machines.append(one)
            cloud.move(one)
            joined(one, first=name == "Kari")
            waits(one.own)
            cloud.move()
        yield cloud


def writers(cloud: Drives) -> list[str]:
    """Whose files the server has, each name once a file."""
    files = (way.rsplit("/", 1)[1] for way in cloud.server if way.endswith(".json"))
    return sorted(file.split("-")[0] for file in files)


def wrote(one: Machine, text: str, name: str = FIRST) -> None:
    """Something is written, and stands in that machine's own file."""
    one.note(text, name)
    one.has(text)


def all_have(cloud: Drives, text: str, name: str) -> bool:
    """Whether an answer stands in every browser, once the cloud has moved again."""
    cloud.move()
    return all(notes(one.page, name) == [text] for one in cloud.machines)


def comes(one: Machine, text: list[str], name: str = FIRST) -> None:
    """Waits until that browser has answers, which nobody has asked it to look for."""
    waits(lambda: notes(one.page, name) == text)


def test_what_each_writes_reaches_all_by_files_of_their_own(three: Drives) -> None:
    kari, ola, ida = three.machines
    for one, name in zip(three.machines, (FIRST, SECOND, THIRD), strict=True):
        wrote(one, f"fra {one.name}", name)
    three.move()
    for one in three.machines:
        for name, text in ((FIRST, "Kari"), (SECOND, "Ola"), (THIRD, "Ida")):
            comes(one, [f"fra {text}"], name)
    three.move()
    assert writers(three) == ["ida", "kari", "ola"]
    assert held(kari.folder) == held(ola.folder) == held(ida.folder)

    # All three write of the same thing without having heard of each other.
    for one in three.machines:
        wrote(one, f"{one.name} igjen")
    three.move()
    both = ["Ida igjen", "Kari igjen", "Ola igjen"]
    for one in three.machines:
        comes(one, both)
    plan(kari.page)
    expect(kari.page.locator("[data-conflicts]")).to_contain_text("Ola igjen")
    assert writers(three) == ["ida", "kari", "ola"]


def test_what_clouds_do_on_real_disks_loses_and_doubles_nothing(three: Drives) -> None:
    kari, ola, ida = three.machines
    wrote(kari, "uke 1")
    three.move()
    comes(ola, ["uke 1"])
    comes(ida, ["uke 1"])

    # Ida is on a train for a week: the others go on.
    wrote(ida, "fra toget", SECOND)
    wrote(ola, "uke 2")
    three.move(kari, ola)
    comes(kari, ["uke 2"])
    (way,) = (one for one in three.server if "/ola-" in one)
    older = three.server[way]

    # Half of Ola's file comes to Kari, then nothing of it, then an older one for all.
    lay(kari.folder / way, older[: len(older) // 2])
    look(kari.page)
    (kari.folder / way).write_bytes(b"")
    look(kari.page)
    lay(kari.folder / way, older)
    wrote(ola, "uke 3")
    three.move(kari, ola)
    comes(kari, ["uke 3"])
    three.server[way] = older
    lay(ola.folder / way, older)
    waits(lambda: held(ola.folder)[way] != older)
    for name, text in ((FIRST, "uke 3"), (SECOND, "fra toget")):
        waits(partial(all_have, three, text, name))

    # The cloud keeps copies of its own, and Ola's file is deleted for all.
    copy = way.replace(".json", " (PC-2).json")
    three.server[copy] = three.server.pop(way)
    three.move()
    waits(lambda: way in held(ola.folder))
    waits(partial(all_have, three, "uke 3", FIRST))
    plan(kari.page)
    expect(team(kari.page).locator("[data-people] li")).to_have_count(3)
    expect(team(kari.page).locator("[data-troubles]")).to_contain_text("laget kopier")
    for one in three.machines:
        assert notes(one.page) == ["uke 3"] and notes(one.page, SECOND) == ["fra toget"]
