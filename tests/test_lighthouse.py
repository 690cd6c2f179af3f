"""Lighthouse with --all: what does not move with the machine. Times: benchmarks/lighthouse.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from dev import node

from benchmarks import lighthouse


@pytest.mark.slow
def test_nothing_is_held_against_the_pages_and_nothing_jumps(site: Path) -> None:
    try:
        measured = lighthouse.measure(site, list(lighthouse.PAGES), runs=1)
    except node.Unable as fault:
        pytest.skip(f"Lighthouse cannot be installed here: {fault}")
    for page, (found,) in measured.items():
        for name in lighthouse.CATEGORIES[1:]:
            assert found[name] == 1, (page, name)
        assert found["cls"] <= 0.1, (page, found["cls"])
