"""From the front page to the comparison with the keyboard alone, and by the site's own ways: no
address is written, nothing is clicked, and wherever the focus goes, it is seen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ..opening import READY, Opener
from .test_keyboard import button, opened, reach, saved, write

pytestmark = pytest.mark.slow
BOX = "document.activeElement.matches('[data-item] input[type=checkbox]')"


def follow(page: Page, name: str, address: str) -> None:
    """A link in the page's own part, reached and opened; then its page is there."""
    reach(page, page.locator("article").get_by_role("link", name=name, exact=True).first)
    page.keyboard.press("Enter")
    arrived(page, address)


def arrived(page: Page, address: str) -> None:
    page.wait_for_url(re.compile(rf"/{address}(#.*)?$"))
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_function(READY)


def fold(page: Page, name: str, is_open: bool) -> None:
    """A step of the builder is folded or unfolded where its heading stands."""
    step = page.locator("summary").filter(has_text=name).first
    reach(page, step)
    if step.evaluate("e => e.parentElement.open") != is_open:
        page.keyboard.press("Enter")
    assert step.evaluate("e => e.parentElement.open") is is_open


def on(page: Page, name: str, address: str) -> None:
    """The next page by the link at the foot."""
    reach(page, page.get_by_role("link", name=f"Neste: {name}"))
    page.keyboard.press("Enter")
    arrived(page, address)


def ticked(page: Page) -> None:
    """By «Hopp til listen», the second stop."""
    reach(page, page.get_by_role("link", name="Hopp til listen"), back=True)
    page.keyboard.press("Enter")
    expect(page.locator("#til-listen")).to_be_focused()
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate(BOX):
            break
    page.keyboard.press("Space")
    expect(page.locator("[data-item] input:focus")).to_be_checked()


def answered(page: Page, document: Path, supplier: str, file: Path) -> Path:
    opened(page, page.locator("[data-open]"), document)
    # Until all rows stand there, what has the focus is moved down by them.
    expect(page.locator("[data-rows] fieldset").last).to_be_visible()
    write(page, page.locator("[data-supplier]"), supplier)
    for row in page.locator("[data-rows] fieldset").all()[:2]:
        reach(page, row.locator("input[type=radio]").first)
        page.keyboard.press("Space")
    # What is not answered is told in a summary that takes the focus; it can be sent all the same.
    reach(page, page.get_by_role("button", name="Last ned svarfilen"))
    page.keyboard.press("Enter")
    expect(page.locator("[data-gaps]")).to_be_focused()
    reach(page, page.locator("[data-act=anyway]"))
    with page.expect_download() as got:
        page.keyboard.press("Enter")
    got.value.save_as(file)
    reach(page, page.locator("[data-supplier]"), back=True)  # also on the way back all is seen
    return file


@pytest.mark.parametrize("width", [1160, 390])
def test_from_the_start_to_the_comparison_without_a_mouse(
    opener: Opener, tmp_path: Path, width: int
) -> None:
    page = opener("", width=width)
    follow(page, "sjekklistene", "sjekklister/")
    follow(page, "Ha orden i eget hus", "sjekklister/orden-i-eget-hus/")
    ticked(page)

    follow(page, "Min plan", "min-plan/")
    expect(page.locator("check-plan")).to_contain_text("1 av ")

    follow(page, "Lag kravdokumentet", "lag-kravdokument/")
    button(page, "Lag et nytt kravdokument")
    expect(page.locator("[data-name]")).to_be_focused()
    fold(page, "3. Rediger kravene", False)  # what is there takes long to walk through
    fold(page, "4. Last ned og send", True)
    assert saved(page, "Word", tmp_path / "krav.docx").stat().st_size > 5000
    document = saved(page, "Fil for svarsiden", tmp_path / "krav.json")

    follow(page, "Svar på krav", "svar-pa-krav/")
    first = answered(page, document, "Nordlys Drift", tmp_path / "nordlys.json")
    other = opener("svar-pa-krav/", context=opener.new_context(width=width))
    second = answered(other, document, "Fjord IT", tmp_path / "fjord.json")

    on(page, "Sammenlign svar", "sammenlign/")
    opened(page, page.locator("[data-open]"), [first, second])
    expect(page.locator("[data-rank] li")).to_have_count(2)
    reach(page, page.locator("[data-table]"))
    assert saved(page, "CSV", tmp_path / "svar.csv").stat().st_size > 500
    expect(page.locator("[data-said]").first).to_contain_text("Filen er laget")
