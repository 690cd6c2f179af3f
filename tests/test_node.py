"""Scripts and styles are held to what Node's checkers say, and those checkers to what is locked."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import HERE, ROOT
from dev import node


@pytest.fixture(scope="module")
def env() -> Mapping[str, str]:
    """Node and what it runs. In CI they must be there; elsewhere a machine may be without a net."""
    try:
        return node.set_up()
    except node.Unable as why:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"scripts and styles were not checked: {why}")


@pytest.mark.parametrize("tool", node.TOOLS)
def test_nothing_is_held_against_scripts_and_styles(tool: str, env: Mapping[str, str]) -> None:
    assert node.remarks(tool, env, ROOT) == []


# Where, what, what it should have been, and the rule that says so.
ASSETS = "overrides/assets/checklists"
FAULTS = [
    (
        "tsconfig.json",
        f"{ASSETS}/lists/one.js",
        '/** @type {number} */\nexport const one = "en";\n',
        ('"en"', "1"),
        "TS2322",
    ),
    (
        "tsconfig.json",
        f"{ASSETS}/answers/one.js",
        "export const one = (x) => x;\n",
        ("(x) => x", "1"),
        "TS7006",
    ),
    ("tsconfig.workers.json", "macros/one.js", "caches.open(1);\n", ("1", "NAME"), "TS2345"),
    (
        "eslint",
        f"{ASSETS}/lists/one.js",
        "export const one = nobody;\n",
        ("nobody", "1"),
        "no-undef",
    ),
    (
        "eslint",
        f"{ASSETS}/lists/one.js",
        "export const one = (to) => `${[`a ${to}`]}`;\n",
        ("`a ${to}`", "to"),
        "no-restricted-syntax",
    ),
    (
        "stylelint",
        f"{ASSETS}/styles/one.css",
        "a {\n  colour: red;\n}\n",
        ("colour", "color"),
        "property-no-unknown",
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(("tool", "name", "text", "mended", "rule"), FAULTS)
def test_a_fault_is_found(
    tool: str,
    name: str,
    text: str,
    mended: tuple[str, str],
    rule: str,
    env: Mapping[str, str],
    tmp_path: Path,
) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    (tmp_path / "scripts" / "node").mkdir(parents=True)
    for config in (*node.TYPES, "workers.d.ts"):
        shutil.copy(node.HOME / config, tmp_path / "scripts" / "node")
    file.write_text(text, encoding="utf-8")
    found = node.remarks(tool, env, tmp_path)
    assert any(rule in line for line in found), found
    file.write_text(text.replace(*mended), encoding="utf-8")
    assert node.remarks(tool, env, tmp_path) == []


def faults_of_lock(lock: dict[str, object]) -> list[str]:
    """Packages without an integrity, and addresses of anything but who asks for money."""
    found = []
    for name, package in lock["packages"].items():  # type: ignore[attr-defined]
        kept = json.dumps({key: value for key, value in package.items() if key != "funding"})
        if name and "integrity" not in package:
            found.append(f"{name} has no integrity")
        if "resolved" in package or re.search(r"https?:|file:|git\+", kept):
            found.append(f"{name} has an address")
    return found


def test_the_lock_holds_integrities_and_no_address() -> None:
    lock = json.loads((HERE / "scripts/node/package-lock.json").read_text(encoding="utf-8"))
    assert len(lock["packages"]) > 100
    assert faults_of_lock(lock) == []
    one = next(name for name in lock["packages"] if name)
    lock["packages"][one]["resolved"] = "https://example.invalid/one.tgz"
    assert faults_of_lock(lock) == [f"{one} has an address"]
    del lock["packages"][one]["resolved"], lock["packages"][one]["integrity"]
    assert faults_of_lock(lock) == [f"{one} has no integrity"]


@pytest.mark.parametrize(
    ("said", "good"),
    [("v20.20.2", False), ("v22.22.1", False), ("v22.22.2", True), ("v23.1.0", False),
     ("v24.14.9", False), ("v24.19.0", True), ("v25.1.0", False), ("v26.0.0", True),
     ("no node", False)],
)  # fmt: skip
def test_a_node_that_is_too_old_is_not_used(said: str, good: bool, tmp_path: Path) -> None:
    program = tmp_path / "node"
    program.write_text(f"#!/bin/sh\necho {said}\n", encoding="utf-8")
    program.chmod(0o755)
    assert node.new_enough(str(program)) is good


def test_without_node_a_check_says_so_in_a_line_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A registry that nobody reaches: npm is asked, and cannot."""
    monkeypatch.setattr(node, "MODULES", tmp_path)
    program = tmp_path / "npm"
    program.write_text("#!/bin/sh\necho npm error no net >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(node, "with_node", lambda: {"PATH": str(tmp_path)})
    assert node.check() == 0 and node.check(nothing_else=True) == 1
    *_, said = capsys.readouterr().out.splitlines()
    assert said == (
        "dev.py: scripts and styles were not checked: npm could not install what is locked: "
        "npm error no net"
    )
