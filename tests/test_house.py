"""The house rules: one schema, every word in the strings, releases kept. Rooms: test_rooms.py."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Project

from macros import __main__ as command
from macros import load, source
from macros.catalog import asked, layout
from macros.catalog import releases as release
from macros.language import strings
from macros.problems import Problem, annotation, report

MACROS = ROOT / "macros"


def test_committed_schema_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--root", str(ROOT), "schema", "--stdout"]) == 0
    committed = (ROOT / "checklists.schema.json").read_text(encoding="utf-8")
    assert capsys.readouterr().out == committed


def test_the_schema_of_phrases_is_fresh_and_taken_by_them() -> None:
    committed = json.loads((ROOT / asked.SCHEMA).read_text(encoding="utf-8"))
    assert committed == asked.schema()
    first = (ROOT / "asked" / "nb.yml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=./asked.schema.json"


def test_data_file_points_editors_at_the_schema() -> None:
    first = (ROOT / "checklists.yml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=./checklists.schema.json"
    schema = json.loads((ROOT / "checklists.schema.json").read_text(encoding="utf-8"))
    item = schema["$defs"]["Item"]["properties"]
    assert "ledelse" in item["role"]["items"]["enum"]
    assert "code" not in item


def test_data_file_has_the_canonical_layout() -> None:
    tree, problems = source.read(ROOT / "checklists.yml", "checklists.yml")
    assert tree is not None and problems == []
    assert layout.problems(tree, "checklists.yml") == []


@pytest.mark.parametrize(
    ("find", "put", "message"),
    [
        ("terms:\n", "terme: []\nterms:\n", None),
        ('source: ["1-02"]', 'source:\n          - "1-02"', "50:11"),
        (
            "      - id: punkt-to\n        text: Svar på dette.",
            "      - text: Svar.\n        id: x",
            "46:9",
        ),
    ],
)
def test_layout_faults_are_placed(find: str, put: str, message: str | None) -> None:
    good = (ROOT / "tests/cases/good.yml").read_text(encoding="utf-8")
    tree, _ = source.parse(good.replace(find, put), "x.yml")
    assert tree is not None
    told = report(layout.problems(tree, "x.yml"))
    assert (message is None and told == "") or (message or "") in told


def used_keys() -> set[str]:
    """Keys of the strings that templates and code ask for by their whole name."""
    files = [*(ROOT / "overrides" / "checklists").rglob("*.html"), *MACROS.rglob("*.py")]
    text = "\n".join(f.read_text(encoding="utf-8") for f in files)
    return {"progress", *re.findall(r"\bt(?:\.n)?\(\s*[\"']([a-z0-9_.]+[a-z0-9_])[\"']", text)} - {
        "key"
    }


def test_every_word_is_in_the_strings() -> None:
    """That every string is used, and the words of scripts: test_words.py."""
    assert used_keys() - strings.load("nb").keys() == set()


def test_english_has_every_word_and_every_placeholder() -> None:
    ours, english = strings.load("nb"), strings.load("en")
    for key in sorted(ours.keys()):
        words = [re.findall(r"{\w+}", t(key)) for t in (ours, english)]
        assert sorted(words[0]) == sorted(words[1]), key
    given = yaml.safe_load((MACROS / "language" / "en.yml").read_text(encoding="utf-8"))
    assert set(given) == ours.keys()


def test_a_missing_word_falls_back_to_what_its_reader_knows(tmp_path: Path) -> None:
    (tmp_path / "fr.yml").write_text("priority.must: Il faut\n", encoding="utf-8")
    t = strings.load("fr", tmp_path)
    assert t("priority.must") == "Il faut"
    assert t("priority.should") == "Should"
    assert t.n("list.items", 1) == "1 item" and t.n("list.items", 3) == "3 items"
    (tmp_path / "sv.yml").write_text("priority.must: Måste\n", encoding="utf-8")
    swedish = strings.load("sv", tmp_path)
    assert swedish("priority.should") == "Viktig"
    assert swedish.n("list.items", 1) == "1 punkt" and swedish.n("list.items", 3) == "3 punkter"


def test_release_is_written_once_and_never_edited(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("CHANGELOG.md", "# Changes\n\n## Unreleased\n\n- You can now tick.\n")
    run = ["--root", str(project.root), "release"]
    assert command.main(run) == 0
    assert command.main(run) == 0
    log = (project.root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert log.count("## 2026.1 (2026-11-24)") == 1
    good = (project.root / "checklists.yml").read_text(encoding="utf-8")
    project.write("checklists.yml", good.replace("Svar på dette.", "Svar på noe annet."))
    assert command.main(run) == 1
    assert "raise version:" in capsys.readouterr().err


def test_a_released_id_cannot_disappear(project: Project) -> None:
    assert command.main(["--root", str(project.root), "release"]) == 0
    good = (project.root / "checklists.yml").read_text(encoding="utf-8")
    gone = good.replace("id: punkt-to", "id: punkt-tre")
    project.write("checklists.yml", gone.replace("replaced_by: punkt-to", "replaced_by: punkt-tre"))
    result = project.build()
    assert result.exit_code == 1
    assert "punkt-to was released in 2026.1 and is gone" in result.output
    retired = "retired:\n  - id: punkt-to\n    since: 2026.1\n    why: Nytt.\n"
    fixed = gone.replace("replaced_by: punkt-to", "replaced_by: punkt-tre")
    project.write("checklists.yml", fixed.replace("retired:\n", retired))
    assert project.build().exit_code == 0
    assert 'id="punkt-to"' in project.page("punkt")


def test_released_versions_of_this_guide_are_kept() -> None:
    catalog = load.load(ROOT)
    for made in load.read_releases(ROOT / "releases"):
        assert made["version"] <= catalog.version
        if made["version"] == catalog.version:
            assert release.published(made) == release.record(catalog)


def test_in_github_actions_a_problem_is_an_annotation() -> None:
    problem = Problem("checklists.yml", 4, 2, "100% wrong", "cure it", "punkt-en")
    expected = (
        '::error file=checklists.yml,line=4,col=2::item "punkt-en": 100%25 wrong. Hint: cure it'
    )
    assert annotation(problem) == expected


def test_check_prints_annotations_where_the_workflow_runs(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("checklists.yml", "version: 1\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert command.main(["--root", str(project.root), "check"]) == 1
    assert all(line.startswith("::error ") for line in capsys.readouterr().err.splitlines())


def test_workflows_are_yaml_and_run_the_same_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for file in (ROOT / ".github" / "workflows").glob("*.yml"):
        steps = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]
        commands = re.findall(r"python3? (scripts/dev\.py \w+)", json.dumps(steps))
        assert commands and all(c in readme for c in commands), file.name


def test_no_file_names_a_registry() -> None:
    for file in (ROOT / "requirements").iterdir():
        assert not re.search(r"https?://|--index-url|file:", file.read_text(encoding="utf-8")), file
