"""A year later: upstream and a fork have both changed, and come together without a conflict."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from builds import keep_downloads
from conftest import ROOT, upstream
from forks import FORK, build, page, release
from places import own_pages
from shared import once, run_folder

from macros import __main__ as command
from macros import load
from macros.catalog.item import Group, Item
from macros.catalog.model import Catalog
from macros.language import strings
from macros.problems import Faulty, plain
from macros.tailoring import upgrade


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


RENAMED = "riktig-omfang"  # a list that gets another id
VERB_IDS = {  # items that get another id, by the verb of the wish that names them
    "hide": "kartlegg-problemer",
    "change": "styrker-og-svakheter",
    "after": "skriv-rutinebeskrivelser",
    "order": "hvordan-misbrukes-informasjonen",
}
WORD, FACT = "list.reset", "U01"


def renamed(name: str) -> str:
    return f"{name}-nytt"


def a_year_of_work(root: Path) -> dict[str, Any]:
    """What upstream does in a year: 57 items reworded, one gone, one moved, a list and four items
    under other ids; a page, a word, and one of each other kind that a guide has."""
    file = root / "checklists.yml"
    text = file.read_text(encoding="utf-8")
    catalog = load.load(root)
    retired, moved, *reworded = plain_items(catalog, text)[:59]
    for item in reworded:
        text = text.replace(
            f"        text: {item.text}\n", f"        text: {item.text.rstrip('.')} i år.\n", 1
        )
    text = text.replace(block(text, retired.id), "", 1)
    away = block(text, moved.id)
    text = text.replace(away, "", 1)
    # Not into a list that the fork hides: there it would be hidden, and no orphan.
    held = {*wished("hide"), *wished("change")}
    shown = [i.id for i in reworded if catalog.by_id[i.id][0].id not in held]
    target = block(text, shown[-1])
    text = text.replace(target, target + away, 1)
    ids = {RENAMED: "omfanget"} | {name: renamed(name) for name in VERB_IDS.values()}
    text = with_other_ids(text, ids)
    term, number = catalog.terms[0].id, catalog.parameters[0].id
    heading = next(e for c in catalog.checklists for e in c.items if isinstance(e, Group))
    others = {
        "Overskrift": heading.id, "Figur": catalog.figures[0].id,
        "Spørsmål": catalog.profile[0].id, "Verdi": f"phase/{catalog.facets['phase'][0].id}",
        "Rammeverk": catalog.frameworks[0].id,
    }  # fmt: skip
    for start, put in (
        (f"        text: {heading.text}", " i år"),
        (f"    title: {catalog.figures[0].title}", " i år"),
        (f"    question: {catalog.profile[0].question}", " I år."),
        (f"      text: {catalog.facets['phase'][0].text}", " I år."),
        (f"    title: {catalog.frameworks[0].title}", " i år"),
        (f"    title: {catalog.checklists[0].title}", " i år"),
        (f"  - id: {FACT}\n    text: >-\n      ", "Fra i år "),
        (f"  - id: {term}\n    term: ", "Nytt ord for "),
        (f"  - id: {number}\n    title: ", "Ny "),
    ):
        assert start in text, start
        text = text.replace(start, start + put, 1)
    text = text.replace("version: 2026.3\n", "version: 2027.1\n", 1)
    ends = "".join(
        f"  - id: {old}\n    since: 2027.1\n    replaced_by: {new}\n    why: Nytt navn.\n"
        for old, new in ids.items()
    )
    gone = f"  - id: {retired.id}\n    since: 2027.1\n    why: Foreldet.\n"
    text = text.replace("retired: []\n", f"retired:\n{ends}{gone}", 1)
    file.write_text(text, encoding="utf-8", newline="\n")
    around_the_data(root, ids, retired.id)
    return {
        "reworded": [i.id for i in reworded], "retired": retired.id, "moved": moved.id,
        "term": term, "number": number, "others": others,
    }  # fmt: skip


def wished(verb: str) -> list[str]:
    """Ids that the example fork names under a verb."""
    own = yaml.safe_load((FORK / "local/tailoring.yml").read_text(encoding="utf-8"))
    return [wish["id"] for wish in own[verb]]


def plain_items(catalog: Catalog, text: str) -> list[Item]:
    """Items that can be reworded, taken out or moved without touching anything else."""
    borrowed = set(re.findall(r"- see: (\S+)", text))
    waited_for = {name for _, i in catalog.items() for name in i.after}
    held = {*wished("hide"), *wished("change"), "kjenn-egen-it", *VERB_IDS.values()}
    return [
        i
        for c in catalog.checklists
        for i in c.items
        if isinstance(i, Item) and i.id not in borrowed | waited_for | held
        and f"        text: {i.text}\n" in text and c.id != RENAMED
    ]  # fmt: skip


def with_other_ids(text: str, ids: Mapping[str, str]) -> str:
    for old, new in ids.items():
        text = re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text)
    return text


def around_the_data(root: Path, ids: Mapping[str, str], retired: str) -> None:
    """The same ids in phrases, pages and menu; and a page and a word that say something else."""
    for phrases in (root / "asked").glob("*.yml"):
        said = with_other_ids(phrases.read_text(encoding="utf-8"), ids)
        said = re.sub(rf"^  {retired}: \[[^\]]*\]\n", "", said, flags=re.MULTILINE)
        phrases.write_text(said, encoding="utf-8", newline="\n")
    git(root, "mv", f"docs/sjekklister/{RENAMED}.md", "docs/sjekklister/omfanget.md")
    for name in [*root.glob("docs/**/*.md"), *root.glob("docs/**/.nav.yml")]:
        old = name.read_text(encoding="utf-8")
        new = old.replace(f"{RENAMED}.md", "omfanget.md").replace(f'"{RENAMED}"', '"omfanget"')
        if new != old:
            name.write_text(new, encoding="utf-8", newline="\n")
    page_file = root / "docs" / "om.md"
    page_file.write_text(page_file.read_text("utf-8") + "\nNytt i år.\n", encoding="utf-8")
    words = root / "macros" / "language" / "nb.yml"
    text = words.read_text(encoding="utf-8")
    assert "list.reset: Nullstill" in text
    words.write_text(text.replace("list.reset: Nullstill", "list.reset: Tøm"), encoding="utf-8")


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


def a_year_apart(root: Path, fork: Path) -> dict[str, Any]:
    """Makes the two and merges them; gives the fields of Year but for the folder."""
    upstream(root)
    release(root)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "2026.3")
    git(root, "checkout", "-qb", "next")
    planted = a_year_of_work(root)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "2027.1")
    git(root, "checkout", "-qb", "fork", "main")
    an_own_edition(root, planted)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "own edition")
    keep_downloads(fork, root)
    load.load(root)
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    command = ["git", *who, "merge", "-q", "next"]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True)
    with pytest.raises(Faulty) as fault:
        load.load(root)
    stopped = [plain(problem) for problem in fault.value.problems if problem.level == "error"]
    told = subprocess.run(
        [sys.executable, "-m", "macros", "upgrade-report"], cwd=root, capture_output=True, text=True
    )
    assert told.returncode == 1, told.stderr
    _mend(root, planted)
    return {
        "code": said.returncode, "said": said.stdout, **planted,
        "stopped": stopped, "report": told.stdout,
    }  # fmt: skip


def an_own_edition(root: Path, planted: Mapping[str, Any]) -> None:
    """The example fork, which has touched also what upstream is going to change: under every verb
    an item that gets another id."""
    shutil.copytree(FORK, root, dirs_exist_ok=True)
    workflow = root / ".github" / "workflows" / "kommunen.yml"
    workflow.write_text("name: Kommunen\non: workflow_dispatch\njobs: {}\n", encoding="utf-8")
    own = root / "local" / "docs" / "om.md"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("# Om utgaven vår\n", encoding="utf-8")
    file = root / "local" / "tailoring.yml"
    wishes = yaml.safe_load(file.read_text(encoding="utf-8"))
    home = {item.id: checklist.id for checklist, item in load.load(root).items()}
    why = "Vi sier det slik."
    wishes["hide"].append({"id": VERB_IDS["hide"], "why": why})
    wishes["change"] += [
        {"id": planted["reworded"][0], "why": why, "text": "Våre ord."},
        {"id": planted["retired"], "why": why, "priority": "could"},
        {"id": VERB_IDS["change"], "why": why, "text": "Våre ord om styrker."},
        {"id": FACT, "why": why, "text": "Vårt faktum."},
        {"id": planted["term"], "why": why, "term": "Vårt ord"},
        {"id": planted["number"], "why": why, "title": "Vårt tall"},
    ]
    for name, after in (("kn-etter", planted["moved"]), ("kn-bak", VERB_IDS["after"])):
        item = {"id": name, "text": "Gjør det.", "kind": "task", "priority": "could",
                "source": ["new"], "since": "2026.3"}  # fmt: skip
        wishes["add"].append({"to": home[after], "after": after, "item": item, "why": why})
    order = {"list": RENAMED, "ids": ["kn-forst"], "why": why}
    item = {"id": "kn-forst", "text": "Gjør dette først.", "kind": "task", "priority": "could",
            "source": ["new"], "since": "2026.3"}  # fmt: skip
    wishes["add"].append({"to": RENAMED, "item": item, "why": why})
    wishes["order"][0]["ids"].append(VERB_IDS["order"])
    wishes["order"].append(order)
    file.write_text(yaml.safe_dump(wishes, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _mend(root: Path, planted: Mapping[str, Any]) -> None:
    """What the two lines that stop the build ask for."""
    file = root / "local" / "tailoring.yml"
    wishes = yaml.safe_load(file.read_text(encoding="utf-8"))
    wishes["change"] = [w for w in wishes["change"] if w["id"] != planted["retired"]]
    for wish in wishes["add"]:
        if wish.get("after") == planted["moved"]:
            del wish["after"]
    file.write_text(yaml.safe_dump(wishes, allow_unicode=True, sort_keys=False), encoding="utf-8")


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
