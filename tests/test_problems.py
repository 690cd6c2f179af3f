"""A fault in the data file is told in one clear line, and nothing is built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import load
from macros.problems import Faulty, plain

HERE = Path(__file__).parent / "cases"
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "problems.yml").read_text(encoding="utf-8"))[
    "cases"
]
GOOD = (HERE / "good.yml").read_text(encoding="utf-8")


def data_of(case: dict[str, Any]) -> bytes:
    """The data file of a case; `\\udcXX` in a case stands for the raw byte XX."""
    if "raw" in case:
        text = str(case["raw"])
    else:
        before, found, after = GOOD.partition(case["find"])
        assert found, f"{case['name']}: {case['find']!r} is not in good.yml"
        text = before + case["put"] * case.get("repeat", 1) + ("" if case.get("cut") else after)
    return text.encode("utf-8", "surrogateescape")


def messages(root: Path) -> list[str]:
    """What loading the project in `root` says, one message a line."""
    try:
        load.load(root)
    except Faulty as fault:
        return [plain(p) for p in fault.problems]
    return []


def test_the_good_file_has_no_faults(tmp_path: Path) -> None:
    (tmp_path / "checklists.yml").write_text(GOOD, encoding="utf-8")
    assert messages(tmp_path) == []


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_fault_is_told_exactly(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "checklists.yml").write_bytes(data_of(case))
    assert messages(tmp_path) == case["expect"]


def test_there_are_at_least_60_cases() -> None:
    assert len(CASES) >= 60
    assert len({c["name"] for c in CASES}) == len(CASES)
