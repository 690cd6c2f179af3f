"""PDFs as other programs fill them: each field is read, and a harmed file costs no time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pdf_filled as made
import pikepdf
import pytest
from guide import CATALOG
from opened import WORDS

from macros.catalog.select import entries

from ..conftest import Unit
from .filled_cases import KEPT
from .test_filled import SAID, b64

LIST = "kritisk-informasjon"
IDS = [s.item.id for c in CATALOG.checklists if c.id == LIST for s in entries(CATALOG, c)]
ONE, TWO, THREE, *_ = IDS
HARD = "Ingen slike 😀 שלום مرحبا e\u0301 (x) \\ )"
WRITTEN: made.Values = {
    f"{LIST}/{ONE}": True,
    f"{LIST}/{ONE}/responsible": "Kari",
    f"{LIST}/{ONE}/note": "Første – «linje» to",
    f"{LIST}/{TWO}/due": "31.01.2027",
    f"{LIST}/{TWO}/responsible": "Åse Øvergård",
    f"{LIST}/{THREE}/irrelevant": True,
    f"{LIST}/{THREE}/note": HARD,
    f"{LIST}/sign/company": "Vårt firma AS",
}
ANSWERS = {
    ONE: {"status": "done", "responsible": "Kari", "note": "Første – «linje» to"},
    TWO: {"due": "2027-01-31", "responsible": "Åse Øvergård"},
    THREE: {"status": "irrelevant", "note": HARD},
}
# What other programs have saved; PDFium types half a letter beyond the first 65,536.
SAVED = {
    "pdfjs.pdf": "Ingen slike 😀 שלום",
    "pdf-lib.pdf": "Ingen slike 😀 שלום",
    "libreoffice-form.pdf": "Ingen slike 😀 שלום",
    "pdfium.pdf": "Ingen slike \uf600 שלום",
}
SECOND = 1000  # milliseconds a megabyte
TRIES = 4


def _blank(site: Path, name: str = f"{LIST}-moteark") -> bytes:
    return (site / "nedlasting" / f"{name}.pdf").read_bytes()


def _read(unit: Unit, content: bytes, data: Any) -> Any:
    return unit("filled", "found", b64(content), "fil.pdf", SAID, data)


def test_what_was_filled_in_is_read_however_it_was_saved(unit: Unit, site: Path, data: Any) -> None:
    for name, fill in made.FILLED.items():
        found = _read(unit, fill(_blank(site), WRITTEN), data)
        assert found.get("items") == ANSWERS, (name, found)
        assert [why for _, why in found["doubts"]] == ["signed"], (name, found)
        assert found["about"]["version"] == CATALOG.version, name


@pytest.mark.parametrize("name", SAVED)
def test_what_other_programs_have_saved_is_read(unit: Unit, data: Any, name: str) -> None:
    found = _read(unit, (KEPT / name).read_bytes(), data)
    right = {**ANSWERS, THREE: {"status": "irrelevant", "note": SAVED[name]}}
    assert found.get("items") == right, found
    assert [why for _, why in found["doubts"] if why != "signed"] == []


def test_what_was_filled_in_here_and_went_on_elsewhere_says_whose_it_is(
    unit: Unit, data: Any
) -> None:
    found = _read(unit, (KEPT / "svar-pdfjs.pdf").read_bytes(), data)
    assert found["items"] == {
        ONE: {"status": "done", "responsible": "Kari",
              "note": "Første\nlinje to\nog én til fra Firefox"},
        TWO: {"status": "done", "due": "2027-01-31"},
        THREE: {"status": "irrelevant", "responsible": "Åse"},
    }  # fmt: skip
    assert found["doubts"] == []
    whose = [found["about"][key] for key in ("project", "name", "made")]
    assert whose == ["p", "Lønn & HR; æ", "2026-11-26T10:00:00.000Z"]


def test_strings_are_read_however_they_are_written(unit: Unit, site: Path, data: Any) -> None:
    found = _read(unit, made.in_letters_of_its_own(_blank(site), WRITTEN), data)
    assert found.get("items") == ANSWERS, found
    assert "mended" in [why for _, why in found["doubts"]], "the tables lead elsewhere now"


def test_a_pdf_that_cannot_be_read_is_named_and_has_a_cure(
    unit: Unit, site: Path, data: Any
) -> None:
    blank = _blank(site)
    refused = {
        "pdf": made.flat(blank),
        "pdf_locked": made.locked(blank, ""),
        "pdf_strange": made.anothers(),
        "pdf_damaged": blank[:3000],
        "blank": blank,
    }
    assert _read(unit, made.locked(blank, "hemmelig"), data) == {"problem": "pdf_locked"}
    for problem, content in refused.items():
        assert _read(unit, content, data) == {"problem": problem}
        assert WORDS(f"refused.{problem}").endswith("Ingenting er endret.")


def test_what_is_cut_off_is_read_as_far_as_it_goes_and_told(
    unit: Unit, site: Path, data: Any
) -> None:
    file = made.by_pypdf(_blank(site), WRITTEN)
    for content in (file[:-40], file + b"x" * 2000, file.replace(b"startxref\n", b"startxref\n1")):
        found = _read(unit, content, data)
        assert found.get("items") == ANSWERS
        assert "mended" in [why for _, why in found["doubts"]]


def test_a_box_that_looks_otherwise_is_told(unit: Unit, site: Path, data: Any) -> None:
    def half(pdf: pikepdf.Pdf) -> None:
        (box,) = [f for f in pdf.Root.AcroForm.Fields if str(f.T) == f"{LIST}/{ONE}"]
        box.V = pikepdf.Name.Ja

    found = _read(unit, made.changed(_blank(site), half), data)
    assert found["items"] == {ONE: {"status": "done"}}
    assert [why for _, why in found["doubts"]] == ["unlike"]


def test_a_status_beside_a_box_is_read(unit: Unit, site: Path, data: Any) -> None:
    """Who ticks what was under way has done it; a box beside «Ikke aktuelt» is told."""
    cases: dict[str, tuple[made.Values, str, list[str]]] = {
        ONE: ({f"{LIST}/{ONE}": True, f"{LIST}/{ONE}/status": "I gang"}, "done", []),
        TWO: (
            {f"{LIST}/{TWO}": True, f"{LIST}/{TWO}/status": "Ikke aktuelt"}, "irrelevant", ["box"],
        ),
        THREE: ({f"{LIST}/{THREE}/status": "Gjort"}, "done", []),
    }  # fmt: skip
    for item, (values, status, told) in cases.items():
        content = made.by_pikepdf(_blank(site, f"{LIST}-arbeidsark"), values)
        found = _read(unit, content, data)
        assert found["items"] == {item: {"status": status}}
        assert [why for _, why in found["doubts"]] == told


@pytest.mark.slow
def test_harm_costs_no_time(unit: Unit, data: Any, pytestconfig: pytest.Config) -> None:
    # A fourth of the size is enough to tell what grows by the square; all of it with --all.
    size = made.MEGABYTE if pytestconfig.getoption("--all") else made.MEGABYTE // 4
    for name, content in made.hostile(size):
        most = SECOND * max(1, len(content) / made.MEGABYTE)
        # Of a busy machine the best of some tries.
        for _ in range(TRIES):
            took = unit("filled", "timed", b64(content), "fil.pdf", SAID, data)
            if took[0] < most:
                break
        assert took[0] < most and took[1] in ("pdf_damaged", "large", "pdf"), (name, took)


@pytest.mark.parametrize("times", [12, pytest.param(150, marks=pytest.mark.slow)])
def test_damage_is_told_or_reads_nothing_else(
    unit: Unit, site: Path, data: Any, times: int
) -> None:
    """Of files whose fields are packed, with a check sum; what is written out bears none."""
    for fill in (made.by_pikepdf, made.packed):
        for content in made.damaged(fill(_blank(site), WRITTEN), times):
            found = _read(unit, content, data)
            told = [why for _, why in found.get("doubts", ())]
            assert found.get("problem") or "mended" in told or found["items"] == ANSWERS


@pytest.mark.slow
def test_each_field_of_each_pdf_is_read_as_another_reader_reads_it(unit: Unit, site: Path) -> None:
    for file in sorted((site / "nedlasting").glob("*.pdf")):
        content = file.read_bytes()
        if content.startswith(b"%PDF"):
            ours = unit("filled", "fields", b64(content))
            assert ours == made.fields_by_pypdf(content), file.name


@pytest.mark.slow
def test_every_item_with_hard_texts_is_read(unit: Unit, site: Path, data: Any) -> None:
    blank = _blank(site, "alle-lister-arbeidsark")
    names = list(made.fields_by_pypdf(blank))
    hard = [HARD, "æ" * 4000, "\u202eאבג\nto\n\nfire", "a\tb", "=1+1", "<w:t>&amp;"]
    written: dict[str, str | bool] = {}
    right: dict[str, dict[str, str]] = {}
    for number, name in enumerate(n for n in names if "/sign/" not in n):
        _, item, *what = name.split("/")
        value: str | bool = "2027-01-31" if what == ["due"] else f"{item} {hard[number % 6]}"[:4000]
        if what == ["responsible"]:
            value = f"Åse {item}"
        # An item of several lists is told the same in each.
        known = right.setdefault(item, {})
        if not what:
            known["status"] = "done"
            value = True
        else:
            value = known.setdefault(what[0], str(value))
        written[name] = value
    found = _read(unit, made.by_pikepdf(blank, written), data)
    assert found["items"] == right and found["doubts"] == []
