"""Editions of one's own, as the tests make them."""

from __future__ import annotations

from pathlib import Path

from builds import plainly
from click.testing import Result
from places import ROOT

from macros import load
from macros.catalog import releases
from macros.tailoring.around import around

FORK = ROOT / "tests" / "example_fork"
SUBJECT = ROOT / "tests" / "example_subject"


def build(root: Path) -> Result:
    """Builds a fork with plain MkDocs, as its own configuration says."""
    return plainly(root / "mkdocs.local.yml", "--strict", "-q")


def page(root: Path, name: str) -> str:
    return (root / "site" / name / "index.html").read_text(encoding="utf-8")


def release(root: Path) -> None:
    """Closes the version of the guide in a folder, as upstream has done when it gives out a new
    one."""
    record = releases.record(load.load(root), around(root, "nb"))
    file = root / "releases" / f"{record['version']}.json"
    file.write_text(releases.written(record), encoding="utf-8")
