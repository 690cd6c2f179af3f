"""Large documents: what has not changed is neither read, looked at nor drawn again."""

from __future__ import annotations

from playwright.sync_api import expect

from ..conftest import Unit
from ..opening import Opener
from .steps import COMPARE


def test_what_is_kept_together_is_kept_as_one_by_one(unit: Unit) -> None:
    assert unit("large", "together", 300) == [[], True]


def test_what_has_not_changed_is_not_read_again(unit: Unit) -> None:
    first, again, changed, other = unit("large", "reads")
    assert first == [300, 300, 7] and again == [0, 300, 7]
    assert changed == [1, 300, "another"] and other == [0, 300, "another"]


def test_what_is_too_long_is_refused_among_many_that_are_good(unit: Unit) -> None:
    assert unit("large", "refusals") == ["", "large"]


def test_many_requirements_stand_in_tables_that_need_not_all_be_measured(unit: Unit) -> None:
    """Sixty are one table; of more each stands once, in its place, and what is there is kept."""
    assert unit("large", "tables", 60) == [[1, True, 120], [1, True, 0], [1, True, 0]]
    assert unit("large", "tables", 130) == [[7, True, 260], [7, True, 0], [1, True, 0]]


def test_a_view_of_one_reply_draws_one_cell(opener: Opener) -> None:
    """Also when everything is drawn anew after it; what was opened by hand stays open."""
    page = opener(COMPARE)
    page.get_by_role("button", name="Åpne et eksempel").click()
    table = page.locator("[data-table]")
    expect(table.locator("td").first).to_be_visible()
    cells = table.locator("td").count()
    page.evaluate("document.querySelectorAll('[data-table] td').forEach((td) => { td.id = 'x'; })")
    table.locator("select[data-own=s1]").nth(3).select_option("no")
    expect(table.locator("td:not([id])")).to_have_count(1)
    expect(table.locator("td:not([id]) strong")).to_have_text("Nei")
    page.locator("[data-weight=must]").fill("7")
    page.locator("[data-weight=must]").blur()
    expect(page.locator("[data-weight=must]")).to_have_value("7")
    assert table.locator("td").count() == cells
    expect(table.locator("td:not([id])")).to_have_count(1)
