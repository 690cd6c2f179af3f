"""Node, and what it holds against the scripts and styles that a page fetches: their types (tsc),
what a script may not do (eslint) and what a style sheet may not hold (stylelint)."""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from dev.environment import ROOT, alone, program, told

HOME = ROOT / "scripts" / "node"  # what is asked for, how each is set, and node_modules/
OWN = ROOT / ".build" / "node"  # the Node that requirements/node.txt brings
LOCK = ROOT / "requirements" / "node.txt"
MODULES = HOME / "node_modules"
# What stylelint asks for, which asks for most: of 22 and 24 a late one, or 26 and newer.
LEAST = {22: (22, 22, 2), 24: (24, 15, 0)}
TYPES = ("tsconfig.json", "tsconfig.workers.json")


class Unable(Exception):
    """Node or what it runs cannot be had here; the text says why."""


def set_up() -> Mapping[str, str]:
    """An environment in which `node`, `npm` and what package-lock.json locks are there, installed
    when they are not. Raises Unable."""
    env = with_node()
    mark = MODULES / _mark(HOME / "package-lock.json")
    with alone(ROOT / ".build" / "setting-up-scripts"):
        if not mark.exists():
            print("dev.py: setting up what checks the scripts (once) …", flush=True)
            how = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")
            _install("npm", [program_in(env, "npm"), "ci", *how], env, HOME)
            mark.touch()
    return env


def with_node() -> Mapping[str, str]:
    """An environment with an installed Node that is new enough, or with the one that is locked.
    Raises Unable."""
    if new_enough(shutil.which("node")):
        return {**os.environ}
    python = program(OWN, "python")
    with alone(ROOT / ".build" / "setting-up-node"):
        if not (OWN / _mark(LOCK)).exists():
            print("dev.py: setting up Node (once) …", flush=True)
            shutil.rmtree(OWN, ignore_errors=True)
            _install("venv", [sys.executable, "-m", "venv", str(OWN)], os.environ, ROOT)
            how = ("-q", "--disable-pip-version-check", "--retries=1", "--require-hashes")
            command = [str(python), "-m", "pip", "install", *how, "-r", str(LOCK)]
            _install("pip", command, os.environ, ROOT)
            (OWN / _mark(LOCK)).touch()
    return {**os.environ, "PATH": f"{python.parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def _mark(lock: Path) -> str:
    """The name of a file that says that just this was installed."""
    return f"installed-{hashlib.sha256(lock.read_bytes()).hexdigest()[:16]}"


def new_enough(node: str | None) -> bool:
    """Whether a Node is one that all we run takes."""
    if node is None:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    try:
        version = tuple(int(part) for part in said.strip().removeprefix("v").split("."))
    except ValueError:
        return False
    return version >= LEAST.get(version[0], (26, 0, 0))


def program_in(env: Mapping[str, str], name: str) -> str:
    """Where `node` or `npm` is. Raises Unable."""
    found = shutil.which(name, path=env["PATH"])
    if found is None:
        raise Unable(f"there is no {name} beside node")
    return found


def _install(name: str, command: Sequence[str], env: Mapping[str, str], folder: Path) -> None:
    try:
        done = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True)
    except OSError as fault:
        raise Unable(f"{name} does not start: {fault}") from fault
    if done.returncode:
        raise Unable(f"{name} could not install what is locked: {told(done.stderr)}")


def remarks(tool: str, env: Mapping[str, str], root: Path = ROOT) -> list[str]:
    """What one of TOOLS holds against the scripts or styles under `root`, a line each."""
    node = program_in(env, "node")
    command = [node, *(str(part) for part in TOOLS[tool](root))]
    done = subprocess.run(
        command, env={**env, "NO_COLOR": "1"}, cwd=root, capture_output=True, encoding="utf-8"
    )
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return said if done.returncode else []


def _types(config: str, root: Path) -> Sequence[object]:
    project = root / "scripts" / "node" / config
    return (MODULES / "typescript/bin/tsc", "--pretty", "false", "-p", project)


TOOLS: Mapping[str, Callable[[Path], Sequence[object]]] = {
    **{config: functools.partial(_types, config) for config in TYPES},
    "eslint": lambda root: (
        MODULES / "eslint/bin/eslint.js", "--max-warnings=0", "--no-error-on-unmatched-pattern",
        "--config", HOME / "eslint.config.mjs", "overrides", "macros", "benchmarks", "tests",
    ),
    "stylelint": lambda root: (
        MODULES / "stylelint/bin/stylelint.mjs", "--max-warnings=0", "--formatter=unix",
        "--config", HOME / "stylelint.config.mjs", "overrides/**/*.css",
    ),
}  # fmt: skip


def check(nothing_else: bool = False) -> int:
    """Prints all remarks. Where there is no Node to ask it says so in a line; that is a fault only
    when nothing else was asked for."""
    try:
        env = set_up()
    except Unable as why:
        print(f"dev.py: scripts and styles were not checked: {why}")
        return int(nothing_else)
    code = 0
    for tool in TOOLS:
        if found := remarks(tool, env):
            print("\n".join(found))
            code = 1
        print(f"{tool}: {len(found) or 'no'} remarks")
    return code
