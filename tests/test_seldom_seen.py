"""What an edition writes and nobody would miss until a reader does: a list without a phase, a logo
that is not there, a title too long for a format."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from conftest import ROOT
from guide import CATALOG

from macros.engine.files import logo_of
from macros.exports import document, word
from macros.language import strings
from macros.pages.tools import every_phase
from macros.palette import read
from macros.problems import Faulty
from macros.site import Site

TEMPLATES = ROOT / "macros" / "exports" / "templates"


def phases(*without: str) -> list[tuple[str, list[str]]]:
    """The lists by phase, when some have none."""
    lists = tuple(
        one.model_copy(update={"facets": {}}) if one.id in without else one
        for one in CATALOG.checklists
    )
    catalog = CATALOG.model_copy(update={"checklists": lists})
    made: Any = SimpleNamespace(catalog=catalog)
    return [(phase, [one.id for one in some]) for phase, some in every_phase(made)]


def test_a_list_without_a_phase_stands_after_those_that_have_one() -> None:
    assert all(phase for phase, _ in phases())
    assert phases("forhandling")[-1] == ("", ["forhandling"])
    assert "forhandling" not in {name for _, some in phases("forhandling")[:-1] for name in some}


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    edition: Any = SimpleNamespace(adapted=True)
    conf = {"theme": {"logo": "assets/local/vapen.png"}, "docs_dir": str(tmp_path / "docs")}
    with pytest.raises(Faulty) as stopped:
        logo_of(conf, tmp_path, edition)
    (told,) = stopped.value.problems
    assert told.file == "local/assets/vapen.png" and "theme.logo" in told.hint


def test_a_title_that_word_has_no_room_for_is_cut_in_its_property_alone() -> None:
    title = "Medlemsfordeler " * 20
    t = strings.load("nb")
    about = document.described(CATALOG, t, Site("x"), "lang", title, (), "")
    made = docx.Document(io.BytesIO(word.as_docx(about, t, TEMPLATES / "list.docx", read(ROOT)[0])))
    assert title.startswith(made.core_properties.title) and len(made.core_properties.title) == 255
    assert title in [p.text for p in made.paragraphs]
