"""The menu of a guide too large for one page: in groups, and every page is reached through it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

import pytest
from conftest import ROOT, Project
from guide import CATALOG

from macros.catalog import select
from macros.engine import groups, plugins
from macros.engine.files import KEPT
from macros.pages.shelf import Shelf
from macros.site import Site

PAGES = 23
MENU = re.compile(r'<nav class="md-nav md-nav--primary".*?(?=<div class="md-content")', re.S)
ARTICLE = re.compile(r'<meta name="guide-offline"[^>]*>')  # what a new build is known by
LINK = re.compile(r'<a href="([^":#]*)" class="md-nav__link')
Made = Callable[[int, int], Project]


@pytest.fixture
def made(project: Project, monkeypatch: pytest.MonkeyPatch) -> Made:
    """The small project with a folder of many pages and one of its own, built where a page takes
    so many items, and a folder so many entries."""

    def make(items: int, most: int) -> Project:
        monkeypatch.setattr(select, "MOST_ON_A_PAGE", items)
        monkeypatch.setattr(groups, "MOST", most)
        config = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
        features = "[navigation.prune, navigation.indexes]"
        theme = f"{{name: material, custom_dir: {ROOT}/overrides, features: {features}}}"
        project.write("mkdocs.yml", config.replace("{name: mkdocs}", theme))
        project.write("docs/mappe/index.md", "# Mappen\n")
        for n in range(PAGES):
            name = "En lang tittel som ingen meny har plass til, nr." if n == 3 else "R & D"
            project.write(f"docs/mappe/side-{n:02}.md", f"# {name} {n:02}\n")
        for n in range(6):
            project.write(f"docs/sjekklister/side-{n}.md", f"# Ved listene {n}\n")
        result = project.build()
        assert result.exit_code == 0, result.output
        return project

    return make


def menu(project: Project, address: str) -> list[str]:
    """The addresses in a page's menu, from the root."""
    found = MENU.search(project.page(address))
    assert found
    return [posixpath.normpath(posixpath.join(address, one)) for one in LINK.findall(found[0])]


def test_each_page_holds_little_of_the_menu_and_all_are_reached_through_it(made: Made) -> None:
    project = made(1, 3)
    seen, left = set[str](), ["."]
    while left:
        page = left.pop()
        found = menu(project, page)
        # A folder is at most 3 beside each other, and the ways to what stands above.
        assert len(found) <= 20, (page, found)
        left += [one for one in found if one not in seen]
        seen.update(found)
    assert {f"mappe/side-{n:02}" for n in range(PAGES)} | {"mappe"} <= seen


def test_groups_are_named_by_codes_or_by_what_stands_first_and_last(made: Made) -> None:
    project = made(1, 6)
    page = project.page("mappe/side-03")
    assert "R &amp; D 00 – R &amp; D 05" not in page  # 23 in four parts: five, six, six, six
    assert "R &amp; D 00 – R &amp; D 04" in page and "R &amp; D 17 – R &amp; D 22" in page
    assert "En lang tittel som ingen …" not in page
    short = made(1, 2).page("mappe/side-03")
    assert "En lang tittel som ingen … – R &amp; D 04" in short
    assert re.search(r">\s*FU-1 – FU-2\s*<", project.page("sjekklister/liste-en"))


def test_a_guide_of_500_items_has_its_menu_as_it_was_made(made: Made) -> None:
    project = made(500, 3)
    found = menu(project, "mappe/side-03")
    assert len([one for one in found if one.startswith("mappe/")]) == PAGES
    assert " – R &amp; D" not in project.page("mappe/side-03")


def test_what_a_build_lets_go_of_is_missed_by_no_page(made: Made) -> None:
    """Also the title, which the engine makes of the Markdown: pages were called «None»."""

    def pages(project: Project) -> dict[str, str]:
        found = sorted((project.root / "site").rglob("index.html"))
        return {f.parent.name: ARTICLE.sub("", f.read_text(encoding="utf-8")) for f in found}

    large, small = pages(made(1, 100)), pages(made(500, 100))
    # These are otherwise in a large guide.
    for name in ("site", "punkt"):
        assert large.pop(name) and small.pop(name)
    assert large == small and len(large) > PAGES
    assert "<title>R &amp; D 07 - Prøve</title>" in large["side-07"]


def test_who_serves_the_pages_lets_go_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a change has not touched is shown again as it was."""
    monkeypatch.setattr(select, "MOST_ON_A_PAGE", 1)

    def put(kept: dict[str, object], once: bool) -> set[str]:
        what = (CATALOG, Site("prove"), Shelf(ROOT, {}), ROOT)
        plugins.put(kept, *what, own=False, once=once)
        return set(kept) - {KEPT}

    once = {"checklists/compiled", "checklists/groups", "checklists/spent"}
    assert put({}, once=True) == once
    assert put({}, once=False) == put({KEPT: 1}, once=True) == {"checklists/groups"}


@pytest.mark.parametrize("count", [1, 40, 41, 80, 81, 1000, 1601])
def test_parts_are_even_and_lose_nothing(count: int) -> None:
    found = groups.parts(range(count))
    assert [one for part in found for one in part] == list(range(count))
    sizes = {len(part) for part in found}
    assert max(sizes) <= groups.MOST and max(sizes) - min(sizes) <= 1
