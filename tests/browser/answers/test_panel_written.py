"""What is written in an item's panel: how much there is room for, and what others write then."""

from __future__ import annotations

import pytest
from guide import CATALOG
from playwright.sync_api import expect

from ..axe import violations
from ..opening import Opener
from .steps import KEY, LIST, edit, unfold_lists

EDGES = [("1999-12-31", False), ("2000-01-01", True), ("2099-12-31", True), ("2100-01-01", False)]


def test_what_is_typed_is_saved_without_leaving_the_field(opener: Opener) -> None:
    page = opener(LIST)
    edit(page).locator("[name=note]").press_sequentially("abc")
    page.wait_for_function(f"() => (localStorage.getItem('{KEY}') ?? '').includes('abc')")


def test_what_there_is_no_room_for_is_said_where_it_was_pasted(opener: Opener) -> None:
    page = opener(LIST)
    note = edit(page).locator("[name=note]")
    note.focus()
    page.keyboard.insert_text("æ" * 4100)
    said = page.locator("[data-full]")
    expect(said).to_have_text("Her er det plass til 4000 tegn. Det som er lengre, er ikke med.")
    assert len(note.input_value()) == 4000 and violations(page) == []
    page.keyboard.press("Backspace")
    expect(said).to_have_count(0)


@pytest.mark.slow
def test_what_another_tab_wrote_is_seen_before_more_is_written(opener: Opener) -> None:
    """The cursor stands in a note that is saved; what is not saved yet is never touched."""
    page = opener(LIST)
    note = edit(page).locator("[name=note]")
    note.press_sequentially("Fra A")
    page.wait_for_function(f"() => (localStorage.getItem('{KEY}') ?? '').includes('Fra A')")
    other = page.context.new_page()
    other.goto(page.url)
    there = edit(other).locator("[name=note]")
    there.fill("Fra A, og fra B")
    there.blur()
    expect(note).to_have_value("Fra A, og fra B")
    expect(note).to_be_focused()
    assert note.evaluate("field => field.selectionStart") == len("Fra A")
    page.keyboard.press("End")
    page.keyboard.type(", og mer")
    expect(there).to_have_value("Fra A, og fra B, og mer")
    # What is being written stands, also when the other tab saves meanwhile.
    page.evaluate(
        """() => {
          const note = document.querySelector("form [name=note]");
          note.value = "Ikke lagret";
          note.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    there.fill("Fra B igjen")
    there.blur()
    expect(note).to_have_value("Ikke lagret")
    other.close()


@pytest.mark.slow
def test_an_answer_that_came_from_a_sheet_is_seen_also_where_none_is_asked_for(
    opener: Opener,
) -> None:
    task = next(i for _, i in CATALOG.items() if i.kind == "task")
    page = opener("punkt/", context=opener.new_context())
    unfold_lists(page)
    form = edit(page, task.id)
    expect(form.locator("[name=answer]")).to_be_hidden()
    form.locator("[name=answer]").evaluate(
        """field => {
          field.value = "Et svar";
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
    )
    expect(form.locator("[name=answer]")).to_be_visible()
    page.reload()
    unfold_lists(page)
    expect(edit(page, task.id).locator("[name=answer]")).to_have_value("Et svar")


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["0027-03-01", "12027-03-01"])
def test_a_year_typed_short_or_long_is_told_and_not_kept(opener: Opener, typed: str) -> None:
    page = opener(LIST)
    form = edit(page)
    due, problem = form.locator("[name=due]"), form.locator("[data-due-problem]")
    due.fill(typed)
    expect(problem).to_be_hidden()  # not while it is typed
    due.blur()
    expect(problem).to_contain_text("fire sifre")
    expect(due).to_have_attribute("aria-invalid", "true")
    form.locator("[name=note]").fill("Ring")
    page.wait_for_function(f"() => (localStorage.getItem('{KEY}') ?? '').includes('Ring')")
    assert "27-03-01" not in page.evaluate(f"localStorage.getItem('{KEY}')")
    due.fill("2027-03-01")
    due.blur()
    expect(problem).to_be_hidden()
    assert "2027-03-01" in page.evaluate(f"localStorage.getItem('{KEY}')")


def test_days_of_this_century_are_kept_and_no_others(opener: Opener) -> None:
    page = opener(LIST)
    form = edit(page)
    due, note = form.locator("[name=due]"), form.locator("[name=note]")

    def kept(day: str) -> bool:
        due.fill(day)
        due.blur()
        note.fill(f"Ring {day}")
        page.wait_for_function(f"() => (localStorage.getItem('{KEY}') ?? '').includes('{day}')")
        return f'"due":[["{day}"' in page.evaluate(f"localStorage.getItem('{KEY}')")

    assert [(day, kept(day)) for day, _ in EDGES] == EDGES
    due.evaluate("field => { field.min = field.max = ''; }")  # as it was
    assert [kept(day) for day, _ in EDGES] == [True] * len(EDGES)
