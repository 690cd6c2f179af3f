"""What the tests of answers share: the guide as its scripts know it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import HERE
from playwright.sync_api import JSHandle

from ..conftest import Unit


@pytest.fixture(scope="session")
def data(unit: Unit, site: Path) -> JSHandle:
    """The guide's items as the browser gets them, in the units' page."""
    made = (site / "assets" / "katalog.json").read_text(encoding="utf-8")
    return unit.held(json.loads(made))


@pytest.fixture
def on_disk() -> Iterator[Path]:
    """A folder that a page may be let into: Chromium keeps all pages out of what is below /dev,
    where Linux's memory is, and `tmp_path` with it."""
    home = HERE / ".build" / "tests"
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home, ignore_cleanup_errors=True) as name:
        yield Path(name)
