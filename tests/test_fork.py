"""An edition of one's own: only its own files, every verb, and a year later without a conflict."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from conftest import OWN, ROOT, upstream
from dev import edition
from mkdocs.__main__ import cli

from macros import __main__ as command
from macros import load
from macros.catalog import select

FORK = ROOT / "tests" / "example_fork"
SUBJECT = ROOT / "tests" / "example_subject"
ANSWERS = ["--name", "Vår utgave", "--by", "Vi", "--prefix", "vi"]


def build(root: Path) -> Result:
    """Builds a fork with plain MkDocs, as its own configuration says."""
    arguments = ["build", "--strict", "-q", "-f", str(root / "mkdocs.local.yml")]
    return CliRunner().invoke(cli, arguments)


def page(root: Path, name: str) -> str:
    return (root / "site" / name / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example fork, built."""
    root = upstream(tmp_path_factory.mktemp("fork"))
    shutil.copytree(FORK, root, dirs_exist_ok=True)
    result = build(root)
    assert result.exit_code == 0, result.output
    return root


def test_the_example_touches_only_what_upstream_never_holds() -> None:
    files = [f.relative_to(FORK).as_posix() for f in FORK.rglob("*") if f.is_file()]
    assert files and all(f.startswith(OWN) for f in files)
    assert not any((ROOT / name).exists() for name in OWN)


def test_the_example_uses_every_verb() -> None:
    wishes = yaml.safe_load((FORK / "local" / "tailoring.yml").read_text(encoding="utf-8"))
    assert all(wishes[verb] for verb in ("hide", "change", "add", "order"))
    assert {next(k for k in ("item", "list", "value") if k in a) for a in wishes["add"]} == {
        "item",
        "list",
        "value",
    }


def test_every_list_shows_exactly_its_items(fork: Path) -> None:
    catalog = load.load(fork)
    ours = load.load(ROOT)
    for checklist in catalog.checklists:
        folder = "lokalt" if checklist.id.startswith("kn-") else "sjekklister"
        text = page(fork, f"{folder}/{checklist.id}")
        found = re.findall(r' data-item="([^"]+)"', text)
        assert found == [s.item.id for s in select.entries(catalog, checklist)], checklist.id
    expected = {i.id for _, i in ours.items()} | {"kn-fagsystemer", "kn-apningstid"}
    expected -= {"finn-skjulte-kostnader"}
    expected -= {i.id for i in next(c for c in ours.checklists if "utlandet" in c.id).own()}
    assert {i.id for _, i in catalog.items()} == expected
    first = next(select.entries(catalog, catalog.checklists[2]))
    assert first.item.id == "konsekvens-hvis-informasjonen-blir-kjent"


def test_name_words_colours_logo_page_and_template_are_its_own(fork: Path) -> None:
    front = (fork / "site" / "index.html").read_text(encoding="utf-8")
    assert "Kommunens IT-veileder" in front and "assets/local/styles.css" in front
    assert "assets/local/logo.svg" in front
    assert (fork / "site" / "assets" / "local" / "styles.css").exists()
    text = page(fork, "sjekklister/orden-i-eget-hus")
    assert "Begynn på nytt" in text and "Spør IT-etaten." in text
    assert "Finn ut hvem som gjør hva med IT i hver etat." in text
    own = page(fork, "lokalt/vart-tillegg")
    assert 'data-list="riktig-omfang"' in own and 'data-item="kn-apningstid"' in own
    assert "er tatt ut i denne utgaven" in page(fork, "sjekklister/levering-fra-utlandet")


def test_files_and_deviations_are_the_forks(fork: Path) -> None:
    told = page(fork, "tilpasninger")
    catalog = load.load(fork)
    assert catalog.adapted is not None
    for deviation in catalog.adapted.deviations:
        assert f'data-deviation="{deviation.id}"' in told
        assert deviation.why in told
    text = (fork / "site/nedlasting/orden-i-eget-hus.csv").read_text(encoding="utf-8-sig")
    assert "kn-fagsystemer" in text and "finn-skjulte-kostnader" not in text
    assert "Kommunen har tilpasset denne utgaven" in text


def test_from_a_fresh_clone_to_an_own_edition_takes_one_command_and_two_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = upstream(tmp_path / "clone")
    assert edition.write(root, ANSWERS, None) == 0
    file = root / "local" / "tailoring.yml"
    edited = 'hide:\n  - { id: finn-skjulte-kostnader, why: "Gjøres av økonomi." }\n'
    file.write_text(
        file.read_text(encoding="utf-8").replace("hide: []\n", edited), encoding="utf-8"
    )
    before = {f: f.read_bytes() for f in root.rglob("*") if f.is_file() and "site" not in f.parts}
    assert edition.write(root, ["--name", "Et annet navn"], None) == 0
    assert before == {f: f.read_bytes() for f in before}
    assert "står som den er" in capsys.readouterr().out
    result = build(root)
    assert result.exit_code == 0, result.output
    assert "Vår utgave" in (root / "site" / "index.html").read_text(encoding="utf-8")
    assert 'data-item="finn-skjulte-kostnader"' not in page(root, "punkt")


@pytest.mark.parametrize(("option", "value"), [("--prefix", "Ikke Bra"), ("--url", "x.example")])
def test_an_answer_that_cannot_be_used_is_told_and_nothing_is_written(
    tmp_path: Path, option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "checklists.yml").write_text("version: 2026.1\n", encoding="utf-8")
    assert edition.write(tmp_path, [option, value], None) == 1
    assert value in capsys.readouterr().out
    assert [f.name for f in tmp_path.iterdir()] == ["checklists.yml"]


def test_answers_of_any_kind_make_files_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "checklists.yml").write_text("version: 2026.1\n", encoding="utf-8")
    said = iter(['Navn: med "tegn" #1', "O'Neill & sønn", "egen", "https://x.example", "a@b.no"])
    assert edition.write(tmp_path, [], lambda question: next(said)) == 0
    wishes = yaml.safe_load((tmp_path / "local/tailoring.yml").read_text(encoding="utf-8"))
    assert wishes["title"] == 'Navn: med "tegn" #1' and wishes["by"] == "O'Neill & sønn"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide on another subject, in English, with 12 items of its own, and tailored."""
    root = upstream(tmp_path_factory.mktemp("subject"))
    asked = ["--empty", "--language", "en", "--name", "Workshop", "--by", "Us", "--prefix", "ws"]
    assert edition.write(root, asked, None) == 0
    assert build(root).exit_code == 0
    shutil.copy(SUBJECT / "checklists.yml", root / "local" / "checklists.yml")
    (root / "local/docs/checklists/first-list.md").unlink()
    for name in ("premises", "first-day"):
        text = f"---\nchecklist: {name}\n---\n\n{{{{ checklist_page() }}}}\n"
        (root / f"local/docs/checklists/{name}.md").write_text(text, encoding="utf-8")
    (root / "local/tailoring.yml").write_text(
        "based_on: 2026.1\nby: Us\nprefix: ws\nchange:\n"
        "  - {id: daylight, why: It matters., priority: must}\n",
        encoding="utf-8",
    )
    result = build(root)
    assert result.exit_code == 0, result.output
    return root


def test_another_subject_has_one_search(workshop: Path) -> None:
    assert (workshop / "site" / "assets" / "sok").is_dir()
    assert not (workshop / "site" / "search").exists(), "Material's own index is fetched by nobody"


def test_another_subject_works_and_says_no_word_of_ours(workshop: Path) -> None:
    catalog = load.load(workshop)
    assert len(list(catalog.items())) == 12
    for name in ("premises", "first-day"):
        text = page(workshop, f"checklists/{name}")
        assert "Changed by Us" in text or name == "first-day"
        for word in ("Gjort", "Absolutt", "Skriv ut", "Nullstill", "Bytt til", "Lenke til"):
            assert word not in text, word
    for suffix in ("pdf", "-one-sheet.pdf", "-worksheet.pdf", "docx", "xlsx", "csv", "md", "json"):
        name = f"premises{suffix if suffix.startswith('-') else '.' + suffix}"
        assert (workshop / "site" / "downloads" / name).exists()
    for checklist in catalog.checklists:
        for item in checklist.own():
            assert f'id="{item.id}"' in page(workshop, "items")


def test_the_engine_names_no_subject() -> None:
    for file in (ROOT / "macros").rglob("*.py"):
        text = file.read_text(encoding="utf-8").lower()
        assert "outsourc" not in text, file


# --- A year later -----------------------------------------------------------------------------


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
    plain = [
        i
        for c in catalog.checklists
        for i in c.items
        if getattr(i, "kind", "") and i.id not in borrowed
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
    text = text.replace("version: 2026.2\n", "version: 2027.1\n", 1)
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


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """A fork and its upstream in git, a year apart, merged."""
    root = upstream(tmp_path_factory.mktemp("year"))
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "2026.2")
    git(root, "checkout", "-qb", "next")
    reworded, retired, moved = a_year_of_work(root)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "2027.1")
    git(root, "checkout", "-qb", "fork", "main")
    shutil.copytree(FORK, root, dirs_exist_ok=True)
    workflow = root / ".github" / "workflows" / "kommunen.yml"
    workflow.write_text("name: Kommunen\non: workflow_dispatch\njobs: {}\n", encoding="utf-8")
    wishes = root / "local" / "tailoring.yml"
    text = wishes.read_text(encoding="utf-8")
    home = next(c.id for c, i in load.load(root).items() if i.id == moved)
    text = text.replace(
        "add:\n",
        f"  - id: {reworded[0]}\n    why: Vi sier det slik.\n    text: Våre ord.\n"
        f"  - id: {retired}\n    why: Vi sier det slik.\n    priority: could\nadd:\n"
        f"  - to: {home}\n    after: {moved}\n    item:\n      id: kn-etter\n"
        "      text: Gjør dette etterpå.\n      kind: task\n      priority: could\n"
        "      source: [new]\n      since: 2026.2\n",
        1,
    )
    wishes.write_text(text, encoding="utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "own edition")
    assert build(root).exit_code == 0
    said = subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "merge", "-q", "next"],
        cwd=root, capture_output=True, text=True,
    )  # fmt: skip
    return {
        "root": root, "merge": said, "reworded": reworded, "retired": retired, "moved": moved,
    }  # fmt: skip


def test_a_year_later_nothing_conflicts_and_it_builds(year: dict[str, object]) -> None:
    root, said = Path(str(year["root"])), year["merge"]
    assert said.returncode == 0, said.stdout  # type: ignore[attr-defined]
    assert git(root, "diff", "--name-only", "--diff-filter=U") == ""
    result = build(root)
    assert result.exit_code == 0, result.output
    assert 'data-list="omfanget"' in page(root, "lokalt/vart-tillegg")
    assert "../omfanget/" in page(root, f"sjekklister/{RENAMED}")
    assert f'id="{year["retired"]}"' in page(root, "punkt")


def test_the_report_names_exactly_what_was_planted(
    year: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(str(year["root"]))
    assert command.main(["--root", str(root), "upgrade-report"]) == 1
    told = capsys.readouterr().out
    parts = dict(re.findall(r"^## (.+?) \(\d+\)\n(.*?)(?=^## |\Z)", told, re.M | re.S))
    found = {title: re.findall(r"^- `([^`]+)`", text, re.M) for title, text in parts.items()}
    reworded, retired, moved = year["reworded"], year["retired"], year["moved"]
    assert set(found["Endrede punkter"]) == set(reworded)  # type: ignore[call-overload]
    assert set(found["Punkter og lister som er tatt ut"]) == {retired, RENAMED}
    assert found["Punkter som har byttet liste"] == [moved]
    assert found["Nye punkter"] == []
    orphans = found["Tilpasninger som har mistet punktet sitt"]
    assert sorted(orphans) == sorted([retired, moved])  # type: ignore[type-var]
    marked = re.findall(r"^- `([^`]+)` .*\*\*Dere har endret", told, re.M)
    assert sorted(marked) == sorted([reworded[0], retired])  # type: ignore[index]


def test_no_saved_tick_loses_its_item(year: dict[str, object]) -> None:
    """Ticks are kept by id: each old id is shown still, or leads to the one that took over."""
    catalog = load.load(Path(str(year["root"])))
    before = {i.id for _, i in load.load(ROOT).items()} - set(catalog.hidden)
    gone = before - set(catalog.by_id)
    assert gone == {year["retired"]}
    assert all(catalog.successor(name) in catalog.by_id for name in gone)


def test_a_report_from_no_version_says_which_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--root", str(ROOT), "upgrade-report", "2019.1"]) == 2
    assert "2026.1" in capsys.readouterr().err


@pytest.mark.slow
def test_the_forks_own_tests_pass_after_the_merge(year: dict[str, object]) -> None:
    root = Path(str(year["root"]))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0",
         "tests/browser/test_own_edition.py", "tests/test_problems.py", "tests/test_tailoring.py"],
        cwd=root, capture_output=True, text=True, 
        env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
