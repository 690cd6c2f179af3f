"""The guide's own pages: where were we, what does a word mean, what does a stop cost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guide import CATALOG
from playwright.sync_api import expect

from ..lists.steps import box, printed
from ..opening import Opener

SHOWN = sum(c.id == "kritisk-informasjon" for c, _ in CATALOG.items())
TERM = next(term.text for term in CATALOG.terms if term.id == "databehandleravtale")


def test_front_page_continues_where_the_reader_left_off(opener: Opener) -> None:
    page = opener("")
    expect(page.locator("check-continue")).to_be_hidden()
    page.goto(page.url + "sjekklister/kritisk-informasjon/")
    box(page, "hvordan-misbrukes-informasjonen").check()
    page.goto(page.url.split("sjekklister")[0])
    link = page.get_by_role("link", name="Fortsett med: Kritisk informasjon")
    expect(link).to_be_visible()
    expect(page.locator("check-continue")).to_contain_text(f"1 av {SHOWN} krysset av")
    link.click()
    expect(page).to_have_url(re.compile("kritisk-informasjon"))


def test_front_page_leads_to_each_phase(opener: Opener) -> None:
    page = opener("", javascript=False)
    phases = page.locator(".guide-journey__phase a")
    assert phases.count() == 7
    for address in [phases.nth(n).get_attribute("href") for n in range(7)]:
        answer = page.request.get(page.url + str(address))
        assert answer.ok, address


def test_a_term_is_explained_on_hover_focus_and_tap(opener: Opener) -> None:
    page = opener("ansvar-og-regler/")
    term = page.locator("a.guide-term", has_text="databehandleravtale").first
    tip = page.get_by_role("tooltip")
    term.hover()
    expect(tip).to_have_text(TERM)
    tip.hover()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    page.mouse.move(0, 0)
    term.focus()
    expect(tip).to_be_visible()
    assert term.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.get_by_role("link", name="Kilder og oppdateringer").last.focus()
    expect(tip).to_have_count(0)
    assert page.locator("a.guide-term", has_text="databehandleravtale").count() == 1


def test_first_tap_explains_and_second_leads_to_the_glossary(opener: Opener) -> None:
    page = opener("ansvar-og-regler/", width=390, touch=True)
    term = page.locator("a.guide-term", has_text="databehandleravtale").first
    term.tap()
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    shape = tip.bounding_box()
    assert shape and shape["x"] >= 0 and shape["x"] + shape["width"] <= 390
    term.tap()
    expect(page).to_have_url(re.compile("/begreper/#databehandleravtale$"))


def test_a_tap_before_what_explains_is_here_waits_for_it_or_leads_to_the_glossary(
    opener: Opener,
) -> None:
    page = opener("ansvar-og-regler/", width=390, touch=True)
    term = page.locator("a.guide-term", has_text="databehandleravtale").first
    page.route("**/checklists/terms.js", lambda route: route.abort())
    term.tap()
    page.wait_for_url("**/begreper/#*")


def test_without_scripts_a_term_leads_to_the_glossary(opener: Opener) -> None:
    page = opener("ansvar-og-regler/", javascript=False)
    page.locator("a.guide-term", has_text="databehandleravtale").first.click()
    expect(page).to_have_url(re.compile("/begreper/#databehandleravtale$"))


def test_cost_of_a_stop_is_worked_out_on_the_page(opener: Opener) -> None:
    page = opener("kravdokument/")
    page.locator(".guide-downtime").scroll_into_view_if_needed()
    # 23 million over 230 days, half of which stops: 50,000 a day; 7.5 hours: 6,667 an hour.
    page.get_by_label("Omsetning i året").fill("23000000")
    page.get_by_label("Arbeidsdager").fill("230")
    page.get_by_label("Del som stopper").fill("50")
    result = page.locator(".guide-downtime__result")
    expect(result).to_have_text(
        re.compile(
            r"En time uten IT gir om lag 6\s667\skr i tapt omsetning, en dag om lag 50\s000\skr\."
        )
    )
    page.get_by_label("Arbeidsdager").fill("0")
    expect(result).to_contain_text("Fyll ut alle feltene")


def test_updates_narrow_by_status(opener: Opener) -> None:
    page = opener("oppdateringer/")
    page.get_by_role("combobox", name="Status").select_option("open")
    shown = page.locator(".guide-update:visible h3").all_inner_texts()
    assert shown and all("ikke bekreftet" in text for text in shown)


def test_short_version_fits_both_sides_of_one_sheet(opener: Opener) -> None:
    _, sheets = printed(opener("kortversjon/"))
    assert len(sheets) <= 2


def test_missing_page_is_told_in_norwegian(site: Path) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")
    assert "Siden finnes ikke" in text and "Gå til forsiden" in text


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.slow)])
def test_front_page_opens_the_search(opener: Opener, width: int) -> None:
    page = opener("", width=width)
    page.get_by_role("link", name="Skriv et ord eller et spørsmål").click()
    page.keyboard.type("sikkerhetskopi")
    expect(page.locator(".guide-search__hit").first).to_be_visible()
