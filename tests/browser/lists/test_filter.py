"""A reader narrows the register, the index or a list; the choice stands in the address."""

from __future__ import annotations

from guide import CATALOG
from playwright.sync_api import Page, expect

from macros.catalog import select

from ..opening import Opener

ALL = [s for section in select.sections(CATALOG) for s in section.shown]


def expected(**wanted: str) -> list[str]:
    asked = {name: (value,) for name, value in wanted.items()}
    return [s.item.id for s in ALL if select.matches(s, asked)]


def shown(page: Page) -> list[str]:
    script = "all => all.filter(e => e.offsetParent !== null).map(e => e.dataset.item)"
    return list(page.locator("[data-item]").evaluate_all(script))


def test_register_narrows_by_every_filter_and_says_how_many(opener: Opener) -> None:
    page = opener("punkt/")
    page.locator("check-filter summary").click()
    page.get_by_role("combobox", name="Hvem").select_option("personvern")
    page.get_by_role("combobox", name="Viktighet").select_option("must")
    found = expected(role="personvern", priority="must")
    assert shown(page) == found and 0 < len(found) < len(ALL)
    seen = page.locator("[data-item]:visible")
    assert seen.count() == len(found)  # whatever list they are folded in
    expect(page.locator(".checklist-filter__shown")).to_have_text(
        f"Viser {len(found)} av {len(ALL)} punkter."
    )
    assert page.url.endswith("punkt/?role=personvern&priority=must")
    page.reload()
    assert shown(page) == found
    page.get_by_role("button", name="Vis alle").click()
    expect(page.locator(".checklist-filter__shown")).to_have_text(
        f"Viser {len(ALL)} av {len(ALL)} punkter."
    )
    assert len(shown(page)) == len(ALL)
    assert seen.count() == 0  # folded again


def test_an_address_with_a_choice_opens_it(opener: Opener) -> None:
    page = opener("om/")
    for query, wanted in (
        ("phase=avslutning", {"phase": "avslutning"}),
        ("topic=beredskap&kind=requirement", {"topic": "beredskap", "kind": "requirement"}),
        ("new=yes", {"new": "yes"}),
    ):
        page.goto(f"{opener.address}punkt/?{query}")
        assert shown(page) == expected(**wanted), query


def test_sections_without_items_disappear(opener: Opener) -> None:
    page = opener("punkt/?phase=drift&new=yes")
    for section in page.locator("[data-filter-group]").all():
        visible = section.locator("[data-item]:visible").count()
        assert section.is_visible() == (visible > 0)


def test_the_index_shows_the_lists_that_have_something(opener: Opener) -> None:
    page = opener("sjekklister/?role=hr&kind=requirement")
    cards = page.locator("[data-filter-item]:visible a").all_inner_texts()
    wanted = {"role": ("hr",), "kind": ("requirement",)}
    having = [s.checklist.title for s in select.sections(CATALOG, (), wanted)]
    assert set(having) <= set(cards) and len(cards) < len(CATALOG.checklists)


def test_a_list_offers_only_filters_that_tell_its_items_apart(opener: Opener) -> None:
    page = opener("sjekklister/hva-vil-dere-oppna/")
    page.locator(".checklist-head__more > summary").click()
    page.locator("check-filter summary").click()
    assert page.locator("select").evaluate_all("all => all.map(e => e.name)") == [
        "role",
        "topic",
        "priority",
        "status",
    ]


def test_without_scripts_everything_shows_and_no_filter_is_seen(opener: Opener) -> None:
    page = opener("punkt/?role=jus", javascript=False)
    assert page.locator("check-filter").is_hidden()
    assert page.locator("[data-item]:visible").count() == len(ALL)


def test_a_choice_that_means_nothing_on_a_page_is_left_alone_there(opener: Opener) -> None:
    """Lists have no status: none of them is hidden, the address stays, and nobody is asked."""
    page = opener("sjekklister/?status=done")
    cards = page.locator("[data-filter-item]")
    assert cards.count() >= len(CATALOG.checklists)
    assert cards.evaluate_all("all => all.every((one) => !one.hidden)")
    assert page.url.endswith("?status=done")
    page.locator("check-filter summary").click()
    expect(page.get_by_role("combobox", name="Status")).to_be_hidden()
    expect(page.get_by_role("combobox", name="Hvem")).to_be_visible()
    # Where points are, the same choice counts.
    page = opener("punkt/?status=done")
    assert shown(page) == []
    expect(page.get_by_role("combobox", name="Status")).to_be_visible()
