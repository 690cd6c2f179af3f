"""Lists that were filled in and come back: nothing lost, nothing changed, what is unsure told."""

from __future__ import annotations

import base64
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from guide import CATALOG

from macros.catalog.select import entries
from macros.language import strings

from ..conftest import Unit

LIST = "kravdokument"
WORDS = strings.load("nb")
GROUPS = (
    "plan.",
    "status.",
    "priority.",
    "problem.",
    "filled.",
    "unsure.",
    "refused.",
    "column.",
    "sheet.",
)
SAID = json.dumps({k: v for g in GROUPS for k, v in WORDS.group(g).items()})


def b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


@cache
def _data(site: Path) -> Any:
    return json.loads((site / "assets" / "katalog.json").read_text(encoding="utf-8"))


def _file(site: Path, name: str) -> bytes:
    return (site / "nedlasting" / name).read_bytes()


def _ids(name: str) -> list[str]:
    checklist = next(c for c in CATALOG.checklists if c.id == name)
    return [shown.item.id for shown in entries(CATALOG, checklist)]


EVERY = [item.id for _, item in CATALOG.items()]


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_all_items_with_hard_texts_go_out_and_come_back(unit: Unit, site: Path, kind: str) -> None:
    file = b64(_file(site, f"alle-lister.{kind}"))
    assert unit("filled", "faults", kind, file, SAID, _data(site), EVERY, 1) is None


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_projects_go_out_and_come_back(unit: Unit, site: Path, kind: str) -> None:
    file, ids = b64(_file(site, f"{LIST}.{kind}")), _ids(LIST)
    assert unit("filled", "faults", kind, file, SAID, _data(site), ids, 40) is None
    assert unit("filled", "planted", kind, file, SAID, _data(site), ids, 40)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_thousand_projects_go_out_and_come_back(
    unit: Unit, site: Path, kind: str, part: int
) -> None:
    file, ids = b64(_file(site, f"{LIST}.{kind}")), _ids(LIST)
    first = 100 + part * 250
    assert unit("filled", "faults", kind, file, SAID, _data(site), ids, 250, first) is None


def test_a_file_never_overrules_what_was_written_since(unit: Unit, site: Path) -> None:
    file, item = b64(_file(site, f"{LIST}.xlsx")), _ids(LIST)[0]
    assert unit("filled", "merged", file, SAID, _data(site), item) == {
        "changed": [["etter"], 0],  # nobody has written since: the file's is the newer
        "older": [["etter", "nyere"], 1],
        "same": [["før", "nyere"], 1],
        "unknown": [["etter", "før"], 1],  # a file that does not say what stood there
    }
