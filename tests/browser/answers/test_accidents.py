"""What clouds, disks and people do to a team's folder: each has a test, and each is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml
from conftest import ROOT

from . import test_folder, test_merging, test_real_folders, test_team
from .test_folder import HAPPENED


class Said(NamedTuple):
    """`cases` of test_folder's HAPPENED or names of tests; `words` under «folder.» in the strings,
    where the page itself says it; `row`: how the page «Arbeid sammen» begins to tell it."""

    cases: tuple[str, ...]
    words: tuple[str, ...]
    row: str


TROUBLE, OTHERS = "En fil er tom, halv, låst eller bare på nett", "En fil er fra en nyere utgave"
BACK = "En fil er slettet, eller en eldre er lagt tilbake"
LOST = "test_a_folder_that_is_deleted_whole_is_said_and_found_again"
ACCIDENTS = {
    "a conflict copy": Said(("copy",), ("copies",), "Skylagringen lager kopier"),
    "half of a file": Said(("half", "torn"), ("trouble.half", "trouble.torn"), TROUBLE),
    "an empty file": Said(("empty",), ("trouble.empty",), TROUBLE),
    "a write not ended": Said(("leftovers", "rubbish"), ("leftovers",), "Noe ble avbrutt"),
    "a locked file": Said(("busy",), ("trouble.busy", "locked"), TROUBLE),
    "online only": Said(("placeholder",), ("trouble.busy",), TROUBLE),
    "a new name": Said(("renamed",), ("renamed",), "Noen har gitt en fil nytt navn"),
    "a deleted file": Said(("gone",), ("mended",), BACK),
    "an older version": Said(("older", "restored"), ("mended",), BACK),
    "two tabs": Said(("test_two_tabs_with_one_writer_come_to_rest",), (), "To faner er åpne"),
    "two laptops from one image": Said(("twin",), (), "To maskiner er satt opp"),
    "a wrong clock": Said(("clock",), ("clock",), "Klokka på en maskin"),
    "one number twice": Said(
        ("test_whoever_has_merged_the_same_gives_the_same_numbers",
         "test_a_requirement_that_two_have_given_one_number_is_renumbered_and_said"), (),
        "To har gitt hvert sitt krav",
    ),
    "a newer edition": Said(("newer", "newerOwn"), ("trouble.newer",), OTHERS),
    "somebody else's": Said(
        ("others", "test_a_file_is_read_whole_or_not_at_all"),
        ("trouble.other", "trouble.site", "trouble.project", "trouble.damaged"), OTHERS,
    ),
    "files of those who left": Said(
        ("test_files_of_two_hundred_who_left_change_nothing",
         "test_two_hundred_people_who_left_are_read_and_not_answered"), (), "Noen har sluttet",
    ),
    "an enormous file": Said(("large",), ("trouble.large",), "En fil er altfor stor"),
    "no room": Said(("full",), ("full",), "Nettleseren er full"),
    "a deleted project": Said(("deleted", "deletedThere"), ("away",), "Noen sletter prosjektet"),
    "a deleted folder": Said((LOST,), ("gone", "not_again"), "Noen sletter mappen"),
}  # fmt: skip


def words_of_the_page() -> set[str]:
    """What the page says of a folder, without «folder.»."""
    text = (ROOT / "macros" / "language" / "nb.yml").read_text(encoding="utf-8")
    return {key[7:] for key in yaml.safe_load(text) if key.startswith("folder.")}


def rows() -> list[str]:
    """What «Når noe går galt» tells of."""
    text = (ROOT / "docs" / "arbeid-sammen.md").read_text(encoding="utf-8")
    part = text.split("## Når noe går galt")[1].split("\n## ")[0]
    return re.findall(r"^\| (?!Det som skjer|---)([^|]+?) \|", part, re.M)


def faults(
    accidents: dict[str, Said], happened: set[str], words: set[str], told: list[str]
) -> Iterator[str]:
    """What is tried and not said, said and not tried, or neither."""
    files = (test_folder, test_merging, test_real_folders, test_team)
    tests = {name for one in files for name in dir(one)}
    for name, said in accidents.items():
        yield from (f"{name}: no {case}" for case in said.cases if case not in happened | tests)
        yield from (f"{name}: no folder.{key}" for key in said.words if key not in words)
        if not any(row.startswith(said.row) for row in told):
            yield f"{name}: the page does not tell"
    claimed = accidents.values()
    yield from (f"{one} is not said" for one in happened - {c for s in claimed for c in s.cases})
    troubles = {key for key in words if key.startswith("trouble.")}
    yield from (f"{one} is not tried" for one in troubles - {w for s in claimed for w in s.words})
    for row in told:
        if not any(row.startswith(said.row) for said in claimed):
            yield f"«{row}» is not tried"


def test_all_that_befalls_a_folder_is_tried_and_said() -> None:
    assert list(faults(ACCIDENTS, set(HAPPENED), words_of_the_page(), rows())) == []


def test_what_is_only_tried_or_only_said_is_told() -> None:
    words, told = words_of_the_page(), rows()
    found = faults(
        ACCIDENTS, set(HAPPENED) - {"copy"} | {"burnt"}, words - {"copies"} | {"trouble.burnt"},
        [*told[1:], "Mappen brenner"],
    )  # fmt: skip
    assert sorted(found) == [
        "a conflict copy: no copy",
        "a conflict copy: no folder.copies",
        "a conflict copy: the page does not tell",
        "burnt is not said",
        "trouble.burnt is not tried",
        "«Mappen brenner» is not tried",
    ]
