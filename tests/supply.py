"""What is read in workflows, locks and images: what is not pinned, may write, or is not said."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import HERE

WORKFLOWS = HERE / ".github" / "workflows"
SCORECARD = HERE / "tests" / "data" / "scorecard.yml"
STATES = {"files", "host", "not"}
# Of Scorecard's own list at the commit that the file names.
CHECKS = 20
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
IMAGE = re.compile(r"[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}")
# What an event of somebody else's may hold; in a command it would be run.
OTHERS = re.compile(r"\$\{\{\s*(?:github\.event\.|github\.head_ref|inputs\.)")
PROGRAMS = {".exe", ".dll", ".so", ".pyc", ".class", ".jar", ".wasm", ".o", ".a", ".bin", ".dylib"}


def texts() -> dict[str, str]:
    return {f.name: f.read_text(encoding="utf-8") for f in sorted(WORKFLOWS.glob("*.yml"))}


def unpinned(text: str) -> list[str]:
    """Actions of a workflow that are not named by commit, with the version for people beside it."""
    used = re.findall(r"uses:\s*(\S.*)", text)
    return [one for one in used if not one.startswith("./") and not PINNED.fullmatch(one.strip())]


def images(text: str) -> list[str]:
    """Images of a recipe that are not named by digest."""
    used = re.findall(r"(?m)^(?:FROM|\s*image:)\s+(\S+)", text)
    return [one for one in used if not IMAGE.fullmatch(one)]


def on_numbered_machines(text: str) -> list[str]:
    """Jobs on a machine of one version (macos-14): the platform takes it away one day, and what
    waits for the job then waits for ever."""
    asked = re.findall(r"(?m)(?:runs-on|os):\s*(\[.*?\]|[\w.-]+)", text)
    return [one for found in asked for one in re.findall(r"[a-z]+-[\w.-]+", found)
            if not one.endswith("-latest")]  # fmt: skip


def dangerous(text: str) -> Iterator[str]:
    """What Scorecard calls a dangerous workflow, and a checkout that leaves its token behind."""
    made = yaml.safe_load(text)
    asked = made[True]  # YAML reads «on» as true
    yield from (f"runs on {one}" for one in asked if one in ("pull_request_target", "workflow_run"))
    for name, job in made["jobs"].items():
        for step in job.get("steps", ()):
            if OTHERS.search(step.get("run", "")):
                yield f"{name} runs words of somebody else's"
            checkout = str(step.get("uses", "")).startswith("actions/checkout@")
            if checkout and step.get("with", {}).get("persist-credentials") is not False:
                yield f"{name} leaves its token in the checkout"


def allowed_to_write(text: str) -> dict[str, set[str]]:
    """What each job of a workflow may write; «top» is what all of them may."""
    made = yaml.safe_load(text)

    def written(rights: object) -> set[str]:
        if not isinstance(rights, Mapping):
            return {str(rights)}
        return {name for name, right in rights.items() if right == "write"}

    found = {name: written(job.get("permissions", {})) for name, job in made["jobs"].items()}
    return found | {"top": written(made.get("permissions"))}


def ungated(text: str) -> list[str]:
    """Jobs that do not wait for the tests, however far back."""
    jobs: dict[str, Any] = yaml.safe_load(text)["jobs"]

    def waits(name: str) -> bool:
        if str(jobs[name].get("uses", "")).endswith("/test.yml"):
            return True
        needs = jobs[name].get("needs", [])
        return any(map(waits, [needs] if isinstance(needs, str) else needs))

    return [name for name in jobs if not waits(name)]


def programs(names: list[str]) -> list[str]:
    """Committed files that people cannot review."""
    return [n for n in names if Path(n).suffix in PROGRAMS or n.endswith((".min.js", ".min.css"))]


def committed() -> list[str]:
    done = subprocess.run(["git", "ls-files"], cwd=HERE, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("no clone: what is committed is not known")
    return done.stdout.splitlines()


def unsaid(text: str) -> list[str]:
    """What a security policy lacks of what Scorecard looks for."""
    asked = {
        "an address": r"https://|\S+@\S+",
        "vulnerability": r"(?i)vuln",
        "disclosure": r"(?i)disclos",
        "a time": r"\b\d+ days",
        "two channels": r"(?ms)^1\. .*^2\. ",
        "a scope": r"(?m)^## Scope",
    }
    return [what for what, pattern in asked.items() if not re.search(pattern, text)]


def unkept(text: str) -> set[str]:
    """Kinds of pins that nobody keeps fresh."""
    kept = {one["package-ecosystem"] for one in yaml.safe_load(text)["updates"]}
    return {"github-actions", "docker", "pip", "npm"} - kept


def unlocked(text: str) -> list[str]:
    """Locked packages without a hash."""
    entries = re.split(r"(?m)^(?=[\w-]+==)", text)[1:]
    return [one.split("==")[0] for one in entries if "--hash=sha256:" not in one]


def asked_for(folder: Path, name: str) -> set[str]:
    """The packages that an `.in` names, with those of the one that it begins with."""
    found: set[str] = set()
    for line in (folder / f"{name}.in").read_text(encoding="utf-8").splitlines():
        if line.startswith("-r "):
            found |= asked_for(folder, line[3:].removesuffix(".in"))
        elif package := re.match(r"\w[\w.-]*", line):
            found.add(package[0].lower())
    return found


def missing_in_locks(folder: Path) -> list[tuple[str, str]]:
    """(lock, package) of what is asked for and not locked: who installs by the lock lacks it."""
    return [
        (lock.name, package)
        for lock in sorted(folder.glob("*.txt")) if lock.with_suffix(".in").exists()
        for package in sorted(asked_for(folder, lock.stem))
        if not re.search(rf"(?mi)^{re.escape(package)}==", lock.read_text(encoding="utf-8"))
    ]  # fmt: skip
