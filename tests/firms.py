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
ITEMS = "  items:"


def firms() -> Mapping[str, Any]:
    """Name to its `answers`, the `most` that it may be shown, and the ids of its `items`."""
    made: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return made


def anew(text: str, shown: Mapping[str, list[str]]) -> str:
    """The file with other items under each firm; what people have written round them stays."""
    kept, name = [], ""
    for line in text.splitlines():
        if line.startswith("    - "):
            continue
        name = line.rstrip(":") if line.endswith(":") and not line.startswith(" ") else name
        kept.append(line)
        kept += [f"    - {one}" for one in shown[name]] if line == ITEMS else []
    return "\n".join(kept) + "\n"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    from macros import load
    from macros.catalog import fit

    catalog = load.load(ROOT)
    found = {
        name: [item.id for item in fit.fitting(catalog, firm["answers"])]
        for name, firm in firms().items()
    }
    FILE.write_text(anew(FILE.read_text(encoding="utf-8"), found), encoding="utf-8")
