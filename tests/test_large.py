"""A guide too large for one page: what A to Å and the files to download are then."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from conftest import ROOT
from guide import CATALOG

from macros.catalog import select
from macros.language import strings
from macros.pages import lookups, tools
from macros.pages.render import Page, Renderer
from macros.site import Site


@dataclass(frozen=True)
class File:
    document: str
    format: str
    name: str
    size: int


FILES = [File(c.id, "pdf", f"{c.id}.pdf", 9) for c in CATALOG.checklists]
EVERY = File("alle", "pdf", "alle.pdf", 99)


def made(most: int, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The two pages of this guide, where one page takes so many items."""
    monkeypatch.setattr(select, "MOST_ON_A_PAGE", most)
    t, folders = strings.load("nb"), (ROOT / "overrides" / "checklists",)
    renderer = Renderer(CATALOG, t, Site("prove"), folders, [*FILES, EVERY])
    page = Page("..")
    return str(lookups.alphabet(renderer, page)), str(tools.downloads(renderer, page))


def test_a_guide_of_500_items_has_all_on_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    alphabet, files = made(500, monkeypatch)
    assert all(f"{home.id}/#{item.id}" in alphabet for home, item in CATALOG.items())
    assert all(f'/{one.name}"' in files for one in (*FILES, EVERY))


def test_in_a_larger_one_items_and_files_stand_with_their_lists(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alphabet, files = made(5, monkeypatch)
    assert not any(f"{home.id}/#{item.id}" in alphabet for home, item in CATALOG.items())
    assert "på siden til hver liste" in alphabet and "alle.pdf" in files
    assert not any(one.name in files for one in FILES)
    for one in CATALOG.checklists:
        way = f"sjekklister/{one.id}/"
        assert way in alphabet and way in files, one.id
