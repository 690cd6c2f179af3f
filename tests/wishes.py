"""A project with wishes of an edition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from test_problems import GOOD, HERE

WISHES = (HERE / "tailoring_good.yml").read_text(encoding="utf-8")


def tailored(root: Path, case: dict[str, Any] | None = None) -> None:
    """Writes good.yml and the tailoring file of a case into `root`."""
    text = WISHES
    if case:
        before, found, after = text.partition(case["find"])
        assert found, f"{case['name']}: {case['find']!r} is not in tailoring_good.yml"
        text = before + case["put"] + after
    (root / "local").mkdir(exist_ok=True)
    (root / "checklists.yml").write_text(GOOD, encoding="utf-8")
    (root / "local" / "tailoring.yml").write_text(text, encoding="utf-8")
