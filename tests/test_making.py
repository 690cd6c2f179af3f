"""Files made by several interpreters: each once, the same, and whole whatever a helper does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from guide import CATALOG

from macros import exports, palette
from macros.exports import Document, Format, making
from macros.exports.wanted import Wanted
from macros.language import strings
from macros.problems import Faulty
from macros.site import Site

PLAIN = ("csv", "md", "json")
T = strings.load("nb")
MEANS = making.Means(T, {}, palette.read(ROOT)[0])


def silent(_: str) -> None: ...


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few are many here, and there are two cores."""
    monkeypatch.setattr(making, "MANY", 10)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return exports.documents(CATALOG, T, Site("prove", url="https://veileder.example/"))


@pytest.fixture
def wanted(documents: list[Document], tmp_path: Path) -> list[Wanted]:
    forms = [form for form in exports.FORMATS if form.key in PLAIN]
    return [
        Wanted(document, form, tmp_path / form.name(document.name, T))
        for document in documents
        for form in forms
    ]


def right(wanted: list[Wanted]) -> bool:
    return all(one.path.read_bytes() == making.written(one, MEANS) for one in wanted)


def test_a_helper_makes_the_same_files(wanted: list[Wanted]) -> None:
    with making.helped(wanted, MEANS, 1) as free:
        first = next(free)  # this one is ours, and all others are the helper's
    assert not first.path.exists()
    assert right([one for one in wanted if one is not first])


def test_each_file_is_made_once_whoever_makes_it(
    wanted: list[Wanted], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    keep = making.keep

    def kept(path: Path, data: bytes) -> None:
        made.append(path)
        keep(path, data)

    monkeypatch.setattr(making, "keep", kept)
    making.make_all(wanted, MEANS, silent)
    assert right(wanted) and len(made) == len(set(made)) <= len(wanted)


@pytest.mark.parametrize("interpreter", ["/no/such/program", "/bin/false"])
def test_what_no_helper_made_is_made_here(
    wanted: list[Wanted], monkeypatch: pytest.MonkeyPatch, interpreter: str
) -> None:
    monkeypatch.setattr(sys, "executable", interpreter)
    making.make_all(wanted, MEANS, silent)
    assert right(wanted)


def test_what_a_helper_took_and_never_made_is_made_here(
    wanted: list[Wanted], monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(ordered: list[Wanted], folder: Path) -> Iterator[Wanted]:
        yield from ordered[::2]

    monkeypatch.setattr(sys, "executable", "/no/such/program")
    monkeypatch.setattr(making, "free", half)
    making.make_all(wanted, MEANS, silent)
    assert right(wanted)


def test_a_fault_of_many_files_is_told_once_and_the_others_are_made(
    wanted: list[Wanted], tmp_path: Path
) -> None:
    broken = tmp_path / "list.docx"
    broken.write_bytes(b"no Word file")
    word = Format("docx", "word.as_docx", template="list.docx", coloured=True)
    bad = [Wanted(one.document, word, tmp_path / f"{n}.docx") for n, one in enumerate(wanted[:3])]
    means = making.Means(T, {"list.docx": broken}, MEANS.palette)
    with pytest.raises(Faulty) as told:
        making.make_all([*bad, *wanted], means, silent)
    assert [problem.file for problem in told.value.problems] == ["list.docx"]
    assert right(wanted)
