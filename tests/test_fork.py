"""A year later: upstream and a fork have both changed, and come together without a conflict."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT
from fork_years import FACT, RENAMED, VERB_IDS, WORD, a_year_apart, git, renamed
from forks import build, page
from places import own_pages
from shared import once, run_folder

from macros import __main__ as command
from macros import load
from macros.language import strings
from macros.tailoring import upgrade


class Year(NamedTuple):
    """A fork and its upstream in git, a year apart, and what `git merge` said of them. Items that
    upstream has reworded, the one that it has retired, the one that has another list now; a term
    and a parameter that it has changed, and `others`, one of each other kind. `stopped` is what the
    first load after the merge said, and `report` the upgrade report then; afterwards what was told
    to be mended is mended."""

    root: Path
    code: int
    said: str
    reworded: list[str]
    retired: str
    moved: str
    term: str
    number: str
    others: dict[str, str]
    stopped: list[str]
    report: str


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory, fork: Path) -> Year:
    """Made once in a run."""

    def make(root: Path) -> None:
        told = a_year_apart(root, fork)
        root.with_suffix(".json").write_text(json.dumps(told), encoding="utf-8")

    root = once(run_folder(tmp_path_factory) / "year", make)
    return Year(root, **json.loads(root.with_suffix(".json").read_text(encoding="utf-8")))


@pytest.mark.slow
def test_a_year_later_nothing_conflicts(year: Year) -> None:
    assert year.code == 0, year.said
    assert git(year.root, "diff", "--name-only", "--diff-filter=U") == ""


def test_wishes_that_have_lost_their_ground_stop_the_build_with_place_and_cure(year: Year) -> None:
    assert len(year.stopped) == 2, year.stopped
    gone = next(line for line in year.stopped if year.retired in line)
    assert re.match(r"local/tailoring\.yml:\d+:\d+: ", gone) and "is gone" in gone
    assert gone.endswith("Hint: add an item of your own, or delete the entry")
    moved = next(line for line in year.stopped if year.moved in line)
    assert "does not stand there any more. Hint: name what it is to stand behind now" in moved


@pytest.mark.slow
def test_mended_it_builds_and_every_wish_holds_under_the_new_names(year: Year) -> None:
    root = year.root
    result = build(root)
    assert result.exit_code == 0, result.output
    assert 'data-list="omfanget"' in page(root, "lokalt/vart-tillegg")
    assert "../omfanget/" in page(root, f"sjekklister/{RENAMED}")
    assert f'id="{year.retired}"' in page(root, "punkt")
    catalog = load.load(root)
    new = {verb: renamed(name) for verb, name in VERB_IDS.items()}
    assert new["hide"] in catalog.hidden and new["hide"] not in catalog.by_id
    assert catalog.by_id[new["change"]][1].text == "Våre ord om styrker."
    assert new["change"] in catalog.deviations
    assert f'data-deviation="{new["change"]}"' in page(root, "tilpasninger")
    entries = {c.id: [getattr(e, "id", "") for e in c.items] for c in catalog.checklists}
    around_after = entries[catalog.by_id[new["after"]][0].id]
    assert around_after[around_after.index(new["after"]) + 1] == "kn-bak"
    assert entries["kritisk-informasjon"][1] == new["order"]
    assert entries["omfanget"][0] == "kn-forst"
    for name in (*VERB_IDS.values(), RENAMED):
        assert f'"{name}" is "{renamed(name) if name != RENAMED else "omfanget"}" now' in (
            result.output
        )


def test_the_report_names_exactly_what_was_planted(year: Year) -> None:
    parts = dict(re.findall(r"^## (.+?) \(\d+\)\n(.*?)(?=^## |\Z)", year.report, re.M | re.S))
    found = {
        title: re.findall(r"^- (?:(\w+): )?`([^`]+)`", text, re.M) for title, text in parts.items()
    }
    new = {renamed(name) for name in VERB_IDS.values()}
    changed = {(kind, name) for kind, name in found["Endret"]}
    first = load.load(year.root).checklists[0].id
    assert changed == {
        *(("", name) for name in year.reworded),
        ("Liste", first), ("Faktum", FACT), ("Begrep", year.term), ("Tall", year.number),
        ("Side", "om.md"), *changed_pages(year.root), ("Ord", WORD), *year.others.items(),
        *(("Spørsmål", q.id) for q in load.load(year.root).profile if "omfanget" in q.ask_at),
    }  # fmt: skip
    old = {("", name) for name in (year.retired, *VERB_IDS.values())}
    assert set(found["Tatt ut"]) == {*old, ("Liste", RENAMED), *gone_pages()}
    assert found["Flyttet til en annen liste"] == [("", year.moved)]
    assert set(found["Nytt"]) == {
        *(("", name) for name in new), ("Liste", "omfanget"), ("Side", "sjekklister/omfanget.md")
    }  # fmt: skip
    orphans = found["Tilpasninger som har mistet det de gjaldt, og stopper bygget"]
    assert sorted(orphans) == sorted([("", year.retired), ("", year.moved)])
    carried = found["Tilpasninger som nå gjelder noe med nytt navn"]
    assert {name for _, name in carried} == {*VERB_IDS.values(), RENAMED}


def gone_pages() -> set[tuple[str, str]]:
    return {("Side", f"sjekklister/{RENAMED}.md")}


def changed_pages(root: Path) -> set[tuple[str, str]]:
    """Pages and menus that name the list with another id now."""
    files = [*own_pages(root), *root.glob("docs/**/.nav.yml")]
    named = (f for f in files if re.search(r"omfanget(\.md|\")", f.read_text(encoding="utf-8")))
    paths = (f.relative_to(root / "docs").as_posix() for f in named)
    return {
        ("Meny" if name.endswith(".nav.yml") else "Side", name)
        for name in paths if not name.startswith("lokalt/")
    }  # fmt: skip


def test_what_the_edition_has_touched_comes_first_with_all_three_sides(year: Year) -> None:
    marked = set(re.findall(r"^- (?:\w+: )?`([^`]+)`.*\*\*Dere har endret", year.report, re.M))
    assert marked == {
        year.reworded[0], year.retired, VERB_IDS["change"], VERB_IDS["order"], RENAMED,
        FACT, year.term, year.number, "om.md", "ansatte.md", WORD,
    }  # fmt: skip
    part = year.report.split(f"`{WORD}`")[1].split("\n- ")[0]
    assert re.findall(r"  - (\w+): (.*)", part) == [
        ("Før", "Nullstill"), ("Nå", "Tøm"), ("Deres", "Begynn på nytt"),
    ]  # fmt: skip
    assert "Se om deres egen fortsatt stemmer: local/docs/om.md" in year.report
    assert f"`{renamed(VERB_IDS['change'])}`" in year.report, "a successor is named"


def test_no_saved_tick_loses_its_item(year: Year) -> None:
    """Ticks are kept by id: each old id is shown still, or leads to the one that took over."""
    catalog = load.load(year.root)
    before = {i.id for _, i in load.load(ROOT).items()} - set(catalog.hidden)
    gone = before - set(catalog.by_id)
    assert gone == {year.retired, *(name for name in VERB_IDS.values() if name in before)}
    assert all(
        catalog.successor(name) in {*catalog.by_id, *catalog.hidden}
        for name in gone - {year.retired}
    )


def test_every_kind_of_thing_has_a_word_in_every_language() -> None:
    """One that had none was told by the word's key."""
    for file in (ROOT / "macros" / "language").glob("*.yml"):
        known = strings.load(file.stem).keys()
        assert [kind for kind in upgrade.KINDS if f"upgrade.kind.{kind}" not in known] == []


def test_a_report_from_no_version_says_which_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command.main(["--root", str(ROOT), "upgrade-report", "2019.1"]) == 2
    assert "2026.1" in capsys.readouterr().err


@pytest.mark.slow
def test_the_forks_own_tests_pass_after_the_merge(year: Year) -> None:
    root = year.root
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0",
         "tests/browser/test_own_edition.py", "tests/test_problems.py", "tests/test_tailoring.py"],
        cwd=root, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
