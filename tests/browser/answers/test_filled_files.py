"""Filled-in files as other libraries and LibreOffice write them: read, or told with a cure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from guide import CATALOG
from opened import WORDS

from ..conftest import Unit
from .filled_cases import KEPT, LIST, READ, REFUSED, SAVED, SIXTY, _blank, _docx, _xlsx
from .test_filled import SAID, b64


def _read(unit: Unit, content: bytes, data: Any, name: str = "fil") -> Any:
    return unit("filled", "found", b64(content), name, SAID, data)


@pytest.mark.slow
def test_a_file_is_read_whatever_was_done_to_it(unit: Unit, site: Path, data: Any) -> None:
    by_others = {(KEPT / name).read_bytes() for name in SAVED}
    for name, (make, right, told) in READ.items():
        content = make(site)
        by_others.add(content)
        found = _read(unit, content, data)
        lost = ["unplaced"] * len(found.get("lost", ()))
        assert found.get("items") == right, (name, found)
        if name == "a line of one's own":
            assert found["lost"] == [["Egen", "Et punkt vi fant på"]]
        elif name != "Word with text for controls":
            assert [why for _, why in found["doubts"]] + lost == told, name
    # Sixty that others have written, each otherwise, and none as it was given out.
    given = {_blank(site, kind) for kind in ("xlsx", "docx", "csv")}
    assert len(by_others) >= SIXTY and not by_others & given


@pytest.mark.parametrize("name", SAVED)
def test_what_libreoffice_has_saved_is_read(unit: Unit, data: Any, name: str) -> None:
    right, told = SAVED[name]
    found = _read(unit, (KEPT / name).read_bytes(), data, name)
    assert found.get("items") == right, found
    assert [why for _, why in found["doubts"]] == told


def test_a_file_that_went_out_with_answers_says_whose_it_is(unit: Unit, data: Any) -> None:
    about = _read(unit, (KEPT / "svar-libreoffice.csv").read_bytes(), data)["about"]
    said = {"project": "p", "name": "Lønn & HR; æ", "made": "2026-11-26T10:00:00.000Z"}
    assert about | said == about


def test_what_cannot_be_read_is_named_and_has_a_cure(unit: Unit, site: Path, data: Any) -> None:
    for name, (make, problem) in REFUSED.items():
        assert _read(unit, make(site), data) == {"problem": problem}, name
        assert WORDS(f"refused.{problem}").endswith("Ingenting er endret.")


def test_a_file_says_which_edition_and_list_it_is(unit: Unit, site: Path, data: Any) -> None:
    for make in (_xlsx(), _docx()):
        about = _read(unit, make(site), data)["about"]
        assert about["version"] == CATALOG.version and about["list"] == LIST
