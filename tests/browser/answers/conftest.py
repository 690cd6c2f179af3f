"""What the tests of answers share: the guide as its scripts know it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import JSHandle

from ..conftest import Unit


@pytest.fixture(scope="session")
def data(unit: Unit, site: Path) -> JSHandle:
    """The guide's items as the browser gets them, in the units' page."""
    made = (site / "assets" / "katalog.json").read_text(encoding="utf-8")
    return unit.held(json.loads(made))
