"""A year later: upstream and a fork have both changed, and come together without a conflict."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from builds import keep_downloads
from conftest import ROOT, upstream
from forks import FORK, build, page
from shared import once, run_folder

from macros import __main__ as command
from macros import load
from macros.catalog import releases
from macros.catalog.item import Item


def git(root: Path, *arguments: str) -> str:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.hooksPath=/dev/null"]
    done = subprocess.run(
        ["git", *who, *arguments], cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout


def block(text: str, name: str) -> str:
    """The lines of an item in the data file."""
    found = re.search(rf"^      - id: {name}\n(?:        .*\n|\n)*", text, re.MULTILINE)
    assert found, name
    return found[0]


RENAMED = "riktig-omfang"


def a_year_of_work(root: Path) -> tuple[list[str], str, str]:
    """What upstream does in a year: 60 items and a list. Gives what it reworded, retired, moved."""
    file = root / "checklists.yml"
    text = file.read_text(encoding="utf-8")
    catalog = load.load(root)
    borrowed = set(re.findall(r"- see: (\S+)", text))
    waited_for = {name for _, i in catalog.items() for name in i.after}
    plain = [
        i
        for c in catalog.checklists
        for i in c.items
        if isinstance(i, Item) and i.id not in borrowed | waited_for
        and f"        text: {i.text}\n" in text and c.id != RENAMED
    ]  # fmt: skip
    own = yaml.safe_load((FORK / "local/tailoring.yml").read_text(encoding="utf-8"))
    held = {x["id"] for verb in ("hide", "change") for x in own[verb]}
    free = [i for i in plain if i.id not in held and i.id != "kjenn-egen-it"]
    retired, moved = free[0], free[1]
    reworded = free[2:59]
    for item in reworded:
        text = text.replace(
            f"        text: {item.text}\n", f"        text: {item.text.rstrip('.')} i år.\n", 1
        )
    gone = block(text, retired.id)
    text = text.replace(gone, "", 1)
    away = block(text, moved.id)
    text = text.replace(away, "", 1)
    # Not into the list that the fork hides: there it would be hidden, and no orphan.
    shown = [i.id for i in reworded if catalog.by_id[i.id][0].id not in held]
    target = block(text, shown[-1])
    text = text.replace(target, target + away, 1)
    text = re.sub(rf"\b{RENAMED}\b", "omfanget", text)
    text = text.replace("version: 2026.3\n", "version: 2027.1\n", 1)
    ends = (
        f"  - id: {retired.id}\n    since: 2027.1\n    replaced_by: {reworded[0].id}\n"
        "    why: Slått sammen.\n"
        f"  - id: {RENAMED}\n    since: 2027.1\n    replaced_by: omfanget\n    why: Nytt navn.\n"
    )
    text = text.replace("retired: []\n", f"retired:\n{ends}", 1)
    file.write_text(text, encoding="utf-8", newline="\n")
    phrases = root / "asked" / "nb.yml"
    said = phrases.read_text(encoding="utf-8")
    said = re.sub(rf"^  {RENAMED}:", "  omfanget:", said, flags=re.MULTILINE)
    said = re.sub(rf"^  {retired.id}: \[[^\]]*\]\n", "", said, flags=re.MULTILINE)
    phrases.write_text(said, encoding="utf-8", newline="\n")
    git(root, "mv", f"docs/sjekklister/{RENAMED}.md", "docs/sjekklister/omfanget.md")
    for name in [*root.glob("docs/**/*.md"), *root.glob("docs/**/.nav.yml")]:
        old = name.read_text(encoding="utf-8")
        new = old.replace(f"{RENAMED}.md", "omfanget.md").replace(
            f'"{RENAMED}"', '"omfanget"'
        )  # fmt: skip
        if new != old:
            name.write_text(new, encoding="utf-8", newline="\n")
    return [i.id for i in reworded], retired.id, moved.id


class Year(NamedTuple):
    """A fork and its upstream in git, a year apart, and what `git merge` said of them. Items that
    upstream has reworded, the one that it has retired and the one that has another list now."""

    root: Path
    code: int
    said: str
    reworded: list[str]
    retired: str
    moved: str


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory, fork: Path) -> Year:
    """Made once in a run."""

    def make(root: Path) -> None:
        told = a_year_apart(root, fork)
        root.with_suffix(".json").write_text(json.dumps(told), encoding="utf-8")

    root = once(run_folder(tmp_path_factory) / "year", make)
    return Year(root, **json.loads(root.with_suffix(".json").read_text(encoding="utf-8")))


def a_year_apart(root: Path, fork: Path) -> dict[str, object]:
    """Makes the two and merges them; gives the fields of Year but for the folder."""
    upstream(root)
    _release(root)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "2026.3")
    git(root, "checkout", "-qb", "next")
    reworded, retired, moved = a_year_of_work(root)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "2027.1")
    git(root, "checkout", "-qb", "fork", "main")
    an_own_edition(root, reworded[0], retired, moved)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "own edition")
    keep_downloads(fork, root)
    assert build(root).exit_code == 0
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    command = ["git", *who, "merge", "-q", "next"]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True)
    return {
        "code": said.returncode, "said": said.stdout,
        "reworded": reworded, "retired": retired, "moved": moved,
    }  # fmt: skip


def _release(root: Path) -> None:
    """The version that the fork is based on, as it is told of."""
    record = releases.record(load.load(root))
    file = root / "releases" / f"{record['version']}.json"
    file.write_text(releases.written(record), encoding="utf-8")


def an_own_edition(root: Path, reworded: str, retired: str, moved: str) -> None:
    """The example fork, which has touched also what upstream is going to change."""
    shutil.copytree(FORK, root, dirs_exist_ok=True)
    workflow = root / ".github" / "workflows" / "kommunen.yml"
    workflow.write_text("name: Kommunen\non: workflow_dispatch\njobs: {}\n", encoding="utf-8")
    wishes = root / "local" / "tailoring.yml"
    text = wishes.read_text(encoding="utf-8")
    home = next(c.id for c, i in load.load(root).items() if i.id == moved)
    text = text.replace(
        "add:\n",
        f"  - id: {reworded}\n    why: Vi sier det slik.\n    text: Våre ord.\n"
        f"  - id: {retired}\n    why: Vi sier det slik.\n    priority: could\nadd:\n"
        f"  - to: {home}\n    after: {moved}\n    item:\n      id: kn-etter\n"
        "      text: Gjør dette etterpå.\n      kind: task\n      priority: could\n"
        "      source: [new]\n      since: 2026.3\n",
        1,
    )
    wishes.write_text(text, encoding="utf-8")


def test_a_year_later_nothing_conflicts_and_it_builds(year: Year) -> None:
    root = year.root
    assert year.code == 0, year.said
    assert git(root, "diff", "--name-only", "--diff-filter=U") == ""
    result = build(root)
    assert result.exit_code == 0, result.output
    assert 'data-list="omfanget"' in page(root, "lokalt/vart-tillegg")
    assert "../omfanget/" in page(root, f"sjekklister/{RENAMED}")
    assert f'id="{year.retired}"' in page(root, "punkt")


def test_the_report_names_exactly_what_was_planted(
    year: Year, capsys: pytest.CaptureFixture[str]
) -> None:
    root = year.root
    assert command.main(["--root", str(root), "upgrade-report"]) == 1
    told = capsys.readouterr().out
    parts = dict(re.findall(r"^## (.+?) \(\d+\)\n(.*?)(?=^## |\Z)", told, re.M | re.S))
    found = {title: re.findall(r"^- `([^`]+)`", text, re.M) for title, text in parts.items()}
    reworded, retired, moved = year.reworded, year.retired, year.moved
    assert set(found["Endrede punkter"]) == set(reworded)
    assert set(found["Punkter og lister som er tatt ut"]) == {retired, RENAMED}
    assert found["Punkter som har byttet liste"] == [moved]
    assert found["Nye punkter"] == []
    orphans = found["Tilpasninger som har mistet punktet sitt"]
    assert sorted(orphans) == sorted([retired, moved])
    marked = re.findall(r"^- `([^`]+)` .*\*\*Dere har endret", told, re.M)
    assert sorted(marked) == sorted([reworded[0], retired])


def test_no_saved_tick_loses_its_item(year: Year) -> None:
    """Ticks are kept by id: each old id is shown still, or leads to the one that took over."""
    catalog = load.load(year.root)
    before = {i.id for _, i in load.load(ROOT).items()} - set(catalog.hidden)
    gone = before - set(catalog.by_id)
    assert gone == {year.retired}
    assert all(catalog.successor(name) in catalog.by_id for name in gone)


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
