"""What a site is made with: pinned by what it holds, from workflows that may do little.

What OpenSSF Scorecard asks and files can answer is asked here; data/scorecard.yml says the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import HERE
from supply import (
    CHECKS,
    SCORECARD,
    STATES,
    allowed_to_write,
    committed,
    dangerous,
    images,
    missing_in_locks,
    on_numbered_machines,
    programs,
    texts,
    ungated,
    unkept,
    unlocked,
    unpinned,
    unsaid,
)


def test_each_lock_holds_what_is_asked_for(tmp_path: Path) -> None:
    assert missing_in_locks(HERE / "requirements") == []
    # As one was: what all are built with had a package more, and this lock was not made anew.
    (tmp_path / "build.in").write_text("mkdocs==1.6.1\nrjsmin  # saves\n", encoding="utf-8")
    (tmp_path / "more.in").write_text("-r build.in\n-c build.txt\n", encoding="utf-8")
    (tmp_path / "more.txt").write_text("mkdocs==1.6.1 \\\n", encoding="utf-8")
    assert missing_in_locks(tmp_path) == [("more.txt", "rjsmin")]


def test_every_action_is_pinned_by_commit() -> None:
    assert {name: unpinned(text) for name, text in texts().items()} == {
        "all.yml": [], "publish.yml": [], "test.yml": [],
    }  # fmt: skip


def test_every_image_is_pinned_by_digest() -> None:
    for name in ("deploy/Containerfile", ".gitlab-ci.yml"):
        assert images((HERE / name).read_text(encoding="utf-8")) == [], name


def test_gitlab_builds_on_the_image_that_is_kept_fresh() -> None:
    one, other = ((HERE / f).read_text("utf-8") for f in (".gitlab-ci.yml", "deploy/Containerfile"))
    assert re.findall(r"image: (\S+)", one) == re.findall(r"FROM (python:\S+)", other)


def test_gitlab_publishes_after_the_tests_and_verifies() -> None:
    made = yaml.safe_load((HERE / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert (made["test"]["stage"], made["pages"]["stage"]) == ("test", "deploy")
    assert "python scripts/dev.py test" in made["test"]["script"]
    assert "allow_failure" not in made["test"]
    script = made["pages"]["script"]
    before, verified, after = map(
        script.index,
        ("python scripts/dev.py build", "python scripts/dev.py verify site", "mv site public"),
    )
    assert before < verified < after


def test_nothing_published_waits_for_a_machine_that_will_be_taken_away() -> None:
    waited = {name: on_numbered_machines(texts()[name]) for name in ("publish.yml", "test.yml")}
    assert waited == {"publish.yml": [], "test.yml": []}
    assert on_numbered_machines(texts()["all.yml"]) == ["macos-15-intel"]  # read as it is written


def test_no_workflow_is_dangerous() -> None:
    assert [fault for text in texts().values() for fault in dangerous(text)] == []


def test_a_workflow_may_write_only_where_it_must() -> None:
    assert allowed_to_write(texts()["test.yml"]) == {"top": set(), "test": set()}
    assert allowed_to_write(texts()["publish.yml"]) == {
        "top": set(), "test": set(), "build": {"id-token", "attestations"},
        "publish": {"pages", "id-token"},
    }  # fmt: skip


def test_nothing_is_published_before_the_tests_have_passed() -> None:
    assert ungated(texts()["publish.yml"]) == []
    assert "workflow_call" in yaml.safe_load(texts()["test.yml"])[True]
    assert "pull_request" in yaml.safe_load(texts()["test.yml"])[True]


def test_what_is_published_is_verified_and_attested_with_its_parts() -> None:
    text = texts()["publish.yml"]
    steps = yaml.safe_load(text)["jobs"]["build"]["steps"]
    runs = [step.get("run", "") for step in steps]
    assert runs.index("python scripts/dev.py build") < runs.index(
        "python scripts/dev.py verify site"
    )
    attested = [s["with"] for s in steps if str(s.get("uses", "")).startswith("actions/attest@")]
    assert [one["subject-path"] for one in attested] == ["site/manifest.json"] * 2
    assert attested[1]["sbom-path"] == "site/sbom.cdx.json"
    upload = next(s for s in steps if "upload-pages-artifact" in s.get("uses", ""))
    assert upload["with"]["include-hidden-files"] is True


def test_pins_are_kept_fresh() -> None:
    assert unkept((HERE / ".github" / "dependabot.yml").read_text(encoding="utf-8")) == set()


def test_packages_come_finished_and_with_their_hashes() -> None:
    for file in (HERE / "requirements").glob("*.txt"):
        assert unlocked(file.read_text(encoding="utf-8")) == [], file.name
    said = (HERE / "scripts" / "dev" / "environment.py").read_text(encoding="utf-8")
    assert 'LOCKED = ("--only-binary", ":all:", "--require-hashes", "-r")' in said
    lock = json.loads((HERE / "scripts" / "node" / "package-lock.json").read_text(encoding="utf-8"))
    packages = [one for name, one in lock["packages"].items() if name]
    assert len(packages) > 10 and all("integrity" in one for one in packages)


def test_no_program_is_committed() -> None:
    assert programs(committed()) == []


def test_the_security_policy_says_what_is_looked_for() -> None:
    assert unsaid((HERE / "SECURITY.md").read_text(encoding="utf-8")) == []


def test_an_image_is_made_without_what_was_built_and_what_tests() -> None:
    lines = (HERE / ".dockerignore").read_text(encoding="utf-8").split()
    assert {".git", ".venv", ".build", "site", "tests", "benchmarks"} <= set(lines)


def test_every_check_of_the_scorecard_is_gone_through() -> None:
    made = yaml.safe_load(SCORECARD.read_text(encoding="utf-8"))
    assert len({one["check"] for one in made}) == len(made) == CHECKS
    for one in made:
        assert one["state"] in STATES and (one.get("says") or one.get("asks")), one["check"]
    assert (HERE / "LICENSE").is_file()
    assert "pip-audit" in (HERE / "tests" / "test_audit.py").read_text(encoding="utf-8")


PLANTED: dict[str, tuple[Callable[[str], object], str, object]] = {
    "a tag": (unpinned, "- uses: actions/checkout@v4", ["actions/checkout@v4"]),
    "a commit without its version": (unpinned, f"uses: a/b@{'0' * 40}", [f"a/b@{'0' * 40}"]),
    "a machine of one version": (
        on_numbered_machines,
        ("matrix:\n  os: [ubuntu-latest, macos-14]\n  include: [{ os: macos-13, a: b }]\n"
        "runs-on: ${{ matrix.os }}\n"),
        ["macos-14", "macos-13"],
    ),
    "an image by tag": (images, "FROM python:3.13-slim AS build", ["python:3.13-slim"]),
    "a job's image": (images, "pages:\n  image: python:3.13\n", ["python:3.13"]),
    "a right for all": (
        allowed_to_write, "permissions: write-all\njobs: {}", {"top": {"write-all"}},
    ),
    "no rights said": (allowed_to_write, "jobs: {}", {"top": {"None"}}),
    "a job before the tests": (
        ungated, "jobs: {test: {uses: ./x/test.yml}, a: {needs: test}, b: {needs: []}}", ["b"],
    ),
    "nobody keeps": (
        unkept, "updates: [{package-ecosystem: npm}]", {"github-actions", "docker", "pip"},
    ),
    "no hash": (unlocked, "a==1 \\\n    --hash=sha256:0\nb==2\n", ["b"]),
    "a program": (programs, ["a.py", "b.so", "c.min.js"], ["b.so", "c.min.js"]),  # type: ignore[dict-item]
    "an empty policy": (
        unsaid, "Write to a@b.no.",
        ["vulnerability", "disclosure", "a time", "two channels", "a scope"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PLANTED)
def test_a_planted_fault_is_found(case: str) -> None:
    check, planted, expected = PLANTED[case]
    assert check(planted) == expected


def test_a_planted_dangerous_workflow_is_found() -> None:
    text = """
on: {pull_request_target: {}}
jobs:
  a:
    steps:
      - uses: actions/checkout@x
      - run: echo ${{ github.event.issue.title }}
"""
    assert list(dangerous(text)) == [
        *("runs on pull_request_target", "a leaves its token in the checkout"),
        "a runs words of somebody else's",
    ]
