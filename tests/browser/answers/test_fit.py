"""What fits a reader, in the scripts: the same firms as tests/test_fit.py."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from firms import firms

from ..conftest import Unit

FIRMS = firms()


@pytest.fixture
def catalog(site: Path) -> Any:
    return json.loads((site / "assets" / "katalog.json").read_text(encoding="utf-8"))


def test_the_browser_shows_each_firm_what_the_guide_means_for_it(unit: Unit, catalog: Any) -> None:
    for name, firm in FIRMS.items():
        assert unit("fit", "shown", catalog, firm["answers"]) == firm["items"], name


def test_no_profile_hides_what_is_answered_and_all_shows_everything(
    unit: Unit, catalog: Any
) -> None:
    assert unit("fit", "never", catalog, 300) == []
    assert len(unit("fit", "never", catalog, 50, True)) > 10  # the plant: answers are not asked
