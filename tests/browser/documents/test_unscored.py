"""Whoever has points by their own word alone is told, beside those who were given theirs."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from ..opening import Opener
from .steps import COMPARE
from .test_judging import answer, asked, opened, replies, written


def test_a_supplier_that_came_after_the_scoring_leads_by_no_word_of_its_own_unsaid(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(COMPARE)
    files = {
        name: written(tmp_path / f"{name}.json", answer(name, replies(3, "1 000")))
        for name in ("Alfa", "Beta", "Gamma")
    }
    opened(page, written(tmp_path / "krav.json", asked(3)), [files["Alfa"], files["Beta"]])
    verdict = page.locator("[data-verdict]")
    expect(verdict).to_contain_text("Ingen har satt poeng ennå.")
    expect(verdict).not_to_contain_text("har ikke fått poeng")
    page.get_by_label("Navnet ditt").fill("Kari")
    page.get_by_role("button", name="Begynn å sette poeng").click()
    scores = page.locator("[data-card]").get_by_label("Poeng")
    scores.first.select_option("2")
    scores.nth(1).select_option("3")
    page.get_by_role("button", name="Lås poengene mine").click()
    expect(verdict).to_contain_text("4 av 6 svar har ikke fått poeng.")
    page.locator("[data-open]").set_input_files(files["Gamma"])
    expect(verdict).to_contain_text("Gamma leder med")
    expect(verdict).to_contain_text("Ingen har satt poeng på svarene fra Gamma.")
    expect(verdict).to_contain_text("4 av 6 svar har ikke fått poeng.")
    # All cost the same: nobody else leads, whatever quality counts.
    expect(verdict).not_to_contain_text("Teller kvalitet under")
