"""A guide too large for one page: what A to Å and the files to download are then."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from conftest import ROOT, Project
from guide import CATALOG

from macros import load
from macros.catalog import select
from macros.language import strings
from macros.pages import letters, lookups, tools
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


def test_its_items_stand_in_parts_of_a_letter_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(select, "MOST_ON_A_PAGE", 20)
    parts = list(letters.parts(CATALOG, Site("prove")))
    found = [address for part in parts for _, address, _ in part.entries]
    assert sorted(found) == sorted(f"sjekklister/{c.id}/#{i.id}" for c, i in CATALOG.items())
    assert max(len(part.entries) for part in parts) <= 20
    assert len({part.name for part in parts}) == len(parts) > 20
    (first, *_), names = (p for p in parts if p.name == "bokstav-a-1"), [p.name for p in parts]
    assert re.fullmatch(r"A: Av\w+ .* …? ?– Av.*", first.title)
    assert names.index("bokstav-b-1") < names.index("bokstav-v")
    monkeypatch.setattr(select, "MOST_ON_A_PAGE", 500)
    assert list(letters.parts(CATALOG, Site("prove"))) == []


INDEX = "# A til Å\n\n{{ alphabet() }}\n"


def test_each_part_is_a_page_that_the_others_lead_to(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(select, "MOST_ON_A_PAGE", 1)
    project.write("docs/a-til-aa.md", INDEX)
    result = project.build()
    assert result.exit_code == 0, result.output
    catalog = load.load(project.root)
    parts = list(letters.parts(catalog, Site("prove")))
    assert len(parts) == sum(1 for _ in catalog.items())
    every = {f'href="{one.name}/"' for one in parts}
    assert all(way in project.page("a-til-aa") for way in every)
    for part in parts:
        page = project.page(f"a-til-aa/{part.name}")
        ((_, address, code),) = part.entries
        assert f'href="../../{address}"' in page and code in page
        assert page.count('aria-current="page"') == 1
        assert all(way.replace('"', '"../', 1) in page for way in every)
        assert part.name not in project.page("punkt")  # no menu holds it
    assert not any("bokstav-" in f for f in search_files(project))


def search_files(project: Project) -> list[str]:
    """What the search's files hold."""
    folder = project.root / "site" / "assets" / "sok"
    found = [file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.json"))]
    assert any("sjekklister/liste-en/" in one for one in found)  # addresses stand in them
    return found


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
    headed = re.findall(r'<h2 class="guide-downloads__list">(.*?)</h2>', files)
    phases = [CATALOG.facet_title("phase", value.id) for value in CATALOG.facets["phase"]]
    assert [words for words in headed if words in phases] == phases
