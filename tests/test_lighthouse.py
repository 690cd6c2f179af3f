"""Lighthouse with --all: what does not move with the machine. Times: scripts/lighthouse.py."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import lighthouse


@pytest.mark.slow
def test_nothing_is_held_against_the_pages_and_nothing_jumps(site: Path) -> None:
    try:
        lighthouse.set_up()
    except SystemExit as fault:
        pytest.skip(f"Lighthouse cannot be installed here: {fault}")
    for page, (found,) in lighthouse.measure(site, list(lighthouse.PAGES), runs=1).items():
        for name in lighthouse.CATEGORIES[1:]:
            assert found[name] == 1, (page, name)
        assert found["cls"] <= 0.1, (page, found["cls"])
