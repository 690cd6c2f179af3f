"""From 2010 to now: each part of that guide has a page that says it carries it, and a name; what
came with the last version says so."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import pytest
from guide import CATALOG
from places import ROOT
from test_content import front_matter, references

from macros import load
from macros.catalog import releases
from macros.catalog.reference import Section
from macros.language import strings
from macros.pages.render import Page, Renderer
from macros.site import Site

# The release that most readers return from.
KEPT = sorted(
    (file.stem for file in (ROOT / "releases").glob("*.json") if file.stem != CATALOG.version),
    key=releases.number,
)


def faults(
    sections: tuple[Section, ...], pages: Mapping[str, Mapping[str, object]]
) -> Iterator[str]:
    """What the table says of a page that the page does not say itself."""
    for section in sections:
        page = pages.get(f"{section.page}.md", {})
        if section.id not in [str(ref) for ref in page.get("source", [])]:  # type: ignore[attr-defined]
            yield f"{section.id}: {section.page} does not carry it"
        elif page.get("title") != section.now:
            yield f"{section.id}: {section.page} is called {page.get('title')}"


def test_each_part_of_2010_is_in_the_table_with_a_page_that_carries_it() -> None:
    assert {section.id for section in CATALOG.sections} == references("section")
    assert list(faults(CATALOG.sections, front_matter())) == []


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [("page", "drift", "drift does not carry it"), ("now", "Noe annet", "om is called")],
)
def test_a_planted_row_that_is_wrong_is_found(field: str, value: str, told: str) -> None:
    first = next(section for section in CATALOG.sections if section.id == "1")
    (found,) = faults((first.model_copy(update={field: value}),), front_matter())
    assert told in found


def test_a_reference_is_shown_with_the_name_of_its_part() -> None:
    assert list(CATALOG.origins(["3.3-p03", "3.3-p04", "6.1-20b", "x-01"])) == [
        *("Cloud computing (3.3-p03, 3.3-p04)", "Sjekkliste for avtaleinnhold (6.1-20b)", "x-01")
    ]
    shown = [made for _, item in CATALOG.items() for made in CATALOG.origins(item.source)]
    assert [made for made in shown if "(" not in made and made != "new"] == []


def beside(key: str) -> set[str]:
    """Ids of the items beside which a string of ours stands."""
    t, folders = strings.load("nb"), (ROOT / "overrides" / "checklists",)
    renderer = Renderer(CATALOG, t, Site("prove"), folders)
    every = [one for checklist in CATALOG.checklists for one in renderer.shown(checklist)]
    word = f">{t(key, version=CATALOG.version)}<"
    return {s.item.id for s in every if word in renderer.item(Page(".."), s)}


def new_since(version: str) -> set[str]:
    """Ids of items of our own that the release before did not have."""
    text = (ROOT / "releases" / f"{version}.json").read_text(encoding="utf-8")
    before = set(releases.ids(json.loads(text)))
    return {item.id for _, item in CATALOG.items() if item.is_new} - before


def test_a_returning_reader_sees_which_items_came_with_this_version() -> None:
    assert set(CATALOG.came_last) == new_since(KEPT[-1])
    assert beside("item.new_with") == CATALOG.came_last


def test_in_the_first_version_nothing_came_last() -> None:
    """There is none to return from: all that is new is of that year."""
    catalog = load.load(ROOT / "tests" / "example_heard")
    assert any(item.is_new for _, item in catalog.items())
    assert catalog.came_last == frozenset()


def item_of(release: dict[str, object], name: str) -> dict[str, str]:
    lists: list[dict[str, list[dict[str, str]]]] = release["checklists"]  # type: ignore[assignment]
    return next(i for one in lists for i in one["items"] if i["id"] == name)


def test_a_returning_reader_sees_which_items_say_another_thing() -> None:
    said = beside("item.changed_with")
    assert said == CATALOG.changed_last
    assert said and not said & CATALOG.came_last


def test_changed_is_measured_by_the_version_before_and_by_no_other() -> None:
    """A release file of this very version, or of a later one, is none to return from."""
    now = releases.record(CATALOG)
    assert releases.changed(CATALOG, [now]) == frozenset()
    before = now | {"version": "2026.2"}
    assert releases.changed(CATALOG, [before, now]) == frozenset()
    planted = json.loads(json.dumps(before))
    item_of(planted, "feilrettingstid")["requirement"] = "Leverandøren skal skynde seg."
    item_of(planted, "kjenn-egen-it")["text"] = "Finn ut noe."
    item_of(planted, "ki-verktoy-i-bruk")["help"] = "Bare hjelpen er en annen."
    assert releases.changed(CATALOG, [planted, now]) == {"feilrettingstid", "kjenn-egen-it"}
