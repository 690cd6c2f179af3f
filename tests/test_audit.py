"""Known holes in what we depend on: the registry's own list, asked for with --all."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from dev.environment import told
from packaging.requirements import Requirement

LOCKS = ("build.txt", "test.txt", "node.txt")
# What pip-audit says when nobody answers.
UNREACHED = ("ConnectionError", "ServiceError", "Max retries", "Name or service", "404", "403")


def locked(name: str) -> set[str]:
    """The packages that a file of requirements locks for this Python and system, by their name in
    any spelling."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    lines = re.findall(r"^([\w.\[\]-]+==[^\\\n]+)", text, re.M)
    asked = [Requirement(line.strip()) for line in lines]
    return {plain(one.name) for one in asked if one.marker is None or one.marker.evaluate()}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def holes(found: list[dict[str, Any]], wanted: set[str]) -> list[str]:
    """Known holes, and what was locked but not looked at: an audit of nothing finds nothing.
    Skips where nothing at all could be looked at."""
    audited = {plain(one["name"]) for one in found if "skip_reason" not in one}
    if found and not audited:
        pytest.skip(f"no package is known where we ask: {found[0]['skip_reason']}")
    told_of = [
        f"{one['name']} {one['version']}: {[hole['id'] for hole in one['vulns']]}"
        for one in found
        if one.get("vulns")
    ]
    return told_of + [f"{name} was not looked at" for name in sorted(wanted - audited)]


def audited(file: Path) -> list[dict[str, Any]]:
    """What pip-audit says of each package of a list; skips where nobody answers."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--no-deps", "-f", "json"]
    done = subprocess.run([*command, "-r", str(file)], capture_output=True, text=True)
    if not done.stdout.strip():
        if any(sign in done.stderr for sign in UNREACHED):
            pytest.skip(f"the list of known holes cannot be reached from here: {told(done.stderr)}")
        raise AssertionError(done.stderr)
    found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", LOCKS)
def test_no_locked_package_has_a_known_hole(name: str) -> None:
    assert holes(audited(ROOT / "requirements" / name), locked(name)) == []


@pytest.mark.slow
def test_a_version_with_a_known_hole_is_found(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_text("jinja2==2.4.1\n", encoding="utf-8")  # its sandbox could be left
    told_of = holes(audited(file), {"jinja2"})
    assert len(told_of) == 1
    assert told_of[0].startswith("jinja2 2.4.1: [")


GOOD: dict[str, Any] = {"name": "A_b", "version": "1", "vulns": []}
SKIPPED = {"name": "c", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([GOOD, {**GOOD, "name": "c"}], []),
        ([GOOD, SKIPPED], ["c was not looked at"]),
        ([GOOD], ["c was not looked at"]),
        ([], ["a-b was not looked at", "c was not looked at"]),
        (
            [GOOD, {"name": "c", "version": "2", "vulns": [{"id": "X-1"}]}],
            ["c 2: ['X-1']"],
        ),
    ],
)
def test_an_audit_that_leaves_something_out_is_told(
    found: list[dict[str, Any]], said: list[str]
) -> None:
    assert holes(found, {"a-b", "c"}) == said


def test_an_audit_of_nothing_is_no_audit() -> None:
    with pytest.raises(pytest.skip.Exception, match="no package is known"):
        holes([SKIPPED], {"c"})


def test_every_lock_locks_something() -> None:
    assert all(locked(name) for name in LOCKS)
    assert {"mkdocs", "pyyaml", "pymdown-extensions"} <= locked("build.txt")
