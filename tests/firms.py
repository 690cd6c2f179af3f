"""The firms of cases/firms.yml: read for the tests, and their items written anew when asked.

python tests/firms.py
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "tests" / "cases" / "firms.yml"


def firms() -> Mapping[str, Any]:
    """Name to its `answers`, the `most` that it may be shown, and the ids of its `items`."""
    made: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return made


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    from macros.__main__ import main

    sys.exit(main(["--root", str(ROOT), "firms", "--write"]))
