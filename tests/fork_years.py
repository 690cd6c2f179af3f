"""A year between two versions of the guide: what upstream did meanwhile, and an edition that had
begun before."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from builds import keep_downloads
from conftest import upstream
from forks import FORK, release

from macros import load
from macros.catalog.item import Group, Item
from macros.catalog.model import Catalog
from macros.problems import Faulty, plain


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
    assert f"version: {catalog.version}\n" in text
    text = text.replace(f"version: {catalog.version}\n", "version: 2027.1\n", 1)
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


def a_year_apart(root: Path, fork: Path) -> dict[str, Any]:
    """Makes the two and merges them; gives the fields of Year but for the folder."""
    upstream(root)
    release(root)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "the year before")
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
    upstreams = load.load(root)
    wishes["based_on"] = upstreams.version  # what it began with, whatever the kept fork says
    home = {item.id: checklist.id for checklist, item in upstreams.items()}
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
