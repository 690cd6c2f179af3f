"""A team's folder without a page: names, files, one member, and histories over a cloud."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ..conftest import Unit

QUIET: dict[str, Any] = {"people": ["kari", "ola"], "copies": [], "refused": [], "wrote": False}
BOTH: dict[str, Any] = QUIET | {
    "items": ["a", "b"], "quiet": True, "files": ["kari-a2222222.json"]
}  # fmt: skip
COPY = "ola-o2222222 (PC-2).json"

# What a cloud or a person does, and what Kari's next round comes to: of what is written nothing is
# lost, and nobody comes twice.
HAPPENED: dict[str, dict[str, Any]] = {
    "copy": {"copies": [COPY], "items": ["a", "b", "c"]},
    "empty": {
        "people": ["kari"],
        "refused": ["ola-o2222222.json: empty"],
        "wrote": True,
        "mended": True,
    },
    "half": {
        "people": ["kari"],
        "refused": ["ola-o2222222.json: half"],
        "wrote": True,
        "mended": True,
    },
    "torn": {
        "people": ["kari"],
        "refused": ["ola-o2222222.json: torn"],
        "wrote": True,
        "mended": True,
    },
    "large": {"refused": ["stor-s2222222.json: large"]},
    "placeholder": {"refused": ["ola-o2222222.json: busy"]},
    "leftovers": {
        "leftovers": ["kari-a2222222.json.crswap", "ola-o2222222.json.tmp"],
        "files": ["kari-a2222222.json", "kari-a2222222.json.crswap"],
    },
    "rubbish": {},
    "busy": {
        "refused": ["kari-a2222222.json: busy"],
        "locked": True,
        "items": ["a", "b", "z"],
    },
    "renamed": {"copies": ["gamle Ola.json"], "renamed": ["gamle Ola.json"]},
    "gone": {"people": [], "wrote": True, "mended": True},
    "older": {"wrote": True, "items": ["a", "b", "z"]},
    "restored": {"wrote": True, "mended": True, "items": ["a", "b", "z"]},
    "twin": {
        "wrote": True,
        "items": ["a", "b", "t"],
        "files": ["kari-a2222222.json", "kari-n2222222.json"],
    },
    "newer": {"refused": ["ny-n3333333.json: newer"]},
    "newerOwn": {"people": ["ola"], "refused": ["kari-a2222222.json: newer"]},
    "others": {"refused": ["andre.json: site", "notat.json: other"]},
    "deleted": {"people": [], "away": True},
    "deletedThere": {},
    "full": {"full": True},
    "clock": {},
}


@pytest.mark.parametrize("name", HAPPENED)
def test_what_happens_to_a_folder_loses_and_doubles_nothing(unit: Unit, name: str) -> None:
    made = unit("folder-parts", "happened", name)
    made["people"].sort()
    assert made == BOTH | HAPPENED[name]


def test_files_of_two_hundred_who_left_change_nothing(unit: Unit) -> None:
    made = unit("folder-parts", "happened", "left")
    assert (sorted(made["people"]), len(made["copies"])) == (["kari", "ola"], 200)
    assert (made["items"], made["wrote"], made["quiet"]) == (["a", "b", "z"], True, True)


def test_two_hundred_people_who_left_are_read_and_not_answered(unit: Unit) -> None:
    made = unit("folder-parts", "happened", "people")
    assert len(made["people"]) == 202 and not made["copies"]
    assert (made["items"], made["refused"]) == (["a", "b"], [])
    assert not made["wrote"] and made["quiet"], "two hundred files do not become more"


def test_files_that_are_online_only_hold_the_others_up_for_a_while_only(unit: Unit) -> None:
    made, time = unit("folder-files", "slowFiles", 10, 200)
    assert made == ["sen"] * 10 + ["her"]
    assert 300 < time < 1800, "the first is waited for, the next nine a tenth as long"


def test_two_tabs_with_one_writer_come_to_rest(unit: Unit) -> None:
    both = ["a", "b"]
    assert unit("folder-parts", "tabs") == [both, both, 2, ["kari-a2222222.json"]]


def test_only_what_has_changed_is_read(unit: Unit) -> None:
    assert unit("folder-parts", "reads") == [0, 1, ["a", "b", "c", "d"]]


def test_a_project_is_told_of_by_the_newest_file_that_can_be_read(unit: Unit) -> None:
    told = {"id": "p1", "name": "Lønn", "people": ["ola", "kari"], "time": 1}
    assert unit("folder-parts", "asked") == told


def test_what_others_have_written_since_is_told_by_person(unit: Unit) -> None:
    ola = {"by": "Ola", "items": ["a", "b"], "more": 1}
    assert unit("folder-parts", "news") == [[ola], []]


def test_a_number_that_ones_own_requirement_was_given_anew_is_no_news_of_oneself(
    unit: Unit,
) -> None:
    kari, ola, planted = unit("folder-parts", "newsOfNumbers")
    assert kari == [{"by": "ola", "items": ["b"], "more": 1}]
    assert ola == [{"by": "kari", "items": ["a"], "more": 1}]
    assert planted == 2, "Kari hears of herself when nobody says who she is"


def test_a_writers_file_has_her_name_and_a_mark(unit: Unit) -> None:
    labels = [["Kari Nordmann", "a2222222"], ["Åse Ødegård!", "b2222222"], ["", "c2222222"]]
    assert unit("folder-files", "fileNames", labels) == [
        "kari-nordmann-a2222222.json",
        "ase-odegard-b2222222.json",
        "c2222222.json",
    ]


@pytest.mark.parametrize(
    ("name", "kind", "writer"),
    [
        ("kari-a2222222.json", "writer", "kari-a2222222"),
        ("kari-a2222222 (1).json", "copy", ""),
        ("kari-a2222222 (PC-2).json", "copy", ""),
        ("kari-a2222222-Kari sin PC.json", "copy", ""),
        ("kari-a2222222-PC2.json", "copy", ""),
        ("kari-a2222222.sync-conflict-20261126-101112-ABCDEFG.json", "copy", ""),
        ("Kopi av kari-a2222222.json", "copy", ""),
        ("Kari.json", "copy", ""),
        ("kari-a2222222.json.crswap", "rubbish", ""),
        (".kari-a2222222.json.crswap", "rubbish", ""),
        (".~kari-a2222222.json", "rubbish", ""),
        ("~$kari-a2222222.json", "rubbish", ""),
        ("kari-a2222222.json.tmp", "rubbish", ""),
        ("LES MEG.txt", "rubbish", ""),
        ("desktop.ini", "rubbish", ""),
    ],
)
def test_a_name_says_what_may_be_opened(unit: Unit, name: str, kind: str, writer: str) -> None:
    assert unit("folder-files", "kinds", [name]) == [[kind, writer]]


def test_empty_and_enormous_files_are_not_opened(unit: Unit) -> None:
    some = [["b (1).json", 9], ["a-a2222222.json", 9], ["c.json", 0], ["d.json", 17 * 1024 * 1024]]
    assert unit("folder-files", "readable", some) == ["a-a2222222.json", "b (1).json"]


def test_size_or_time_says_that_a_file_has_changed(unit: Unit) -> None:
    known = {"size": 1, "time": 1000, "read": 9000}
    same = {"name": "a", "size": 1, "time": 1000}

    def changed(now: dict[str, object], known: object) -> object:
        return unit("folder-files", "changed", now, known)

    assert not changed(same, known) and changed(same, None)
    assert changed(same | {"size": 2}, known) and changed(same | {"time": 1}, known)
    assert changed(same, known | {"read": 2000}), "perhaps changed again in that second"


def test_a_file_is_a_backup_too_and_says_nothing_of_the_browser(unit: Unit) -> None:
    text, projects = unit("folder-parts", "file")
    made = json.loads(text)
    assert projects == ["p1"]
    assert made["team"] == {"writer": "kari-a2222222", "turn": "t1", "name": "kari"}
    assert made["local"] == {"current": "", "saved": "", "changes": 0, "label": ""}


def test_every_part_of_a_project_travels(unit: Unit) -> None:
    """Answers, what is said of the firm, numbers, documents, replies, scores and questions."""
    keys = ["d1-name", "d1-r-egen-a", "d1-n", "d1-f-who", "d1-s-x", "d1-e-kari-7", "d1-q-1"]
    some = [["profile", "storrelse"], ["profile", "tall-rettetid"]]
    assert unit("folder-parts", "travelled", some + [["documents", key] for key in keys]) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "half"),
        ('{"site":"s","vers', "half"),
        ("[]", "other"),
        ('{"version":2,"projects":{"p1":{}}}', "other"),
        ('{"site":"t","version":2,"projects":{"p1":{}}}', "site"),
        ('{"site":"s","version":2,"projects":{"p2":{}}}', "project"),
        ('{"site":"s","version":3,"projects":[]}', "newer"),
        ('{"site":"s","version":2,"projects":{"p1":{"items":{"A b":{}}}}}', "damaged"),
        ('{"site":"s","version":2,"projects":{"p1":{"seen":{"a":1e300}}}}', "damaged"),
        ('{"site":"s","version":2,"projects":{"p1":{}}}', ""),
        ('{"site":"s","version":2,"projects":{"p1":{"__proto__":{"x":1}}}}', ""),
    ],
)
def test_a_file_is_read_whole_or_not_at_all(unit: Unit, text: str, problem: str) -> None:
    assert unit("folder-parts", "problem", text) == problem


def test_three_writers_over_a_cloud_end_alike_with_all_that_was_written(unit: Unit) -> None:
    found = unit("folder", "histories", 300)
    assert found["faults"] == {}
    assert found["seen"]["copies"] > 50 and found["seen"]["refused"] > 30
    assert found["seen"]["torn"] > 40 and found["seen"]["written"] > 4_000
    assert found["seen"]["anew"] > 20, "and numbers that were given anew"


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_three_writers_over_ten_thousand_histories(unit: Unit, part: int) -> None:
    assert unit("folder", "histories", 2_500, "right", 301 + part * 2_500)["faults"] == {}


@pytest.mark.parametrize(
    ("by", "faults"),
    [
        ("copies", {"people"}),
        ("drop", {"unlike", "lost"}),
        ("half", {"unlike", "lost"}),
        ("clock", {"lost"}),
        ("own", {"unlike"}),
    ],
)
def test_a_folder_that_loses_or_invents_is_found(unit: Unit, by: str, faults: set[str]) -> None:
    assert faults <= set(unit("folder", "histories", 100, by)["faults"])
