"""Editions of one's own, as the tests make them."""

from __future__ import annotations

from pathlib import Path

from builds import plainly
from click.testing import Result
from places import ROOT

FORK = ROOT / "tests" / "example_fork"
SUBJECT = ROOT / "tests" / "example_subject"


def build(root: Path) -> Result:
    """Builds a fork with plain MkDocs, as its own configuration says."""
    return plainly(root / "mkdocs.local.yml", "--strict", "-q")


def page(root: Path, name: str) -> str:
    return (root / "site" / name / "index.html").read_text(encoding="utf-8")
