"""The pages round the lists on paper: how many sheets, nothing cut or parted, no heading alone."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from guide import CATALOG
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from text_runs import squeezed

from macros.catalog import select

from ..answers.steps import LIST
from ..answers.test_files_back import answered
from ..documents.hostile import ANSWER
from ..opening import Opener

NUMBER = re.compile(r"\d+/\d+")  # of the sheet, at its foot
FULL = 0.5  # of the first sheet that must be used where there is more than one


@dataclass(frozen=True)
class Sheet:
    """`text` without spaces and the sheet's number; `lines` as they stand; `depth`: how far down it
    is written, 0 to 1; `wide`: whether it lies on its side."""

    text: str
    lines: frozenset[str]
    depth: float
    wide: bool


def sheets(page: Page) -> list[Sheet]:
    data = page.pdf(format="A4", prefer_css_page_size=True)
    made = []
    for sheet in PdfReader(io.BytesIO(data)).pages:
        lows: list[float] = []
        high, wide = float(sheet.mediabox.height), float(sheet.mediabox.width)

        def seen(text: str, cm: list[float], tm: list[float], *_: object) -> None:
            if text.strip() and not NUMBER.fullmatch(squeezed(text)):
                lows.append(tm[5] * cm[3] + cm[5])  # noqa: B023

        plain = sheet.extract_text(visitor_text=seen)
        text, lines = squeezed(plain), frozenset(line.strip() for line in plain.splitlines())
        depth = 1 - min(lows, default=high) / high
        made.append(Sheet(NUMBER.sub("", text), lines, depth, wide > high))
    return made


def parted(page: Page) -> list[str]:
    """The cards of the index that do not stand on one sheet, title, text and counts."""
    made = sheets(page)
    cards = [squeezed(card) for card in page.locator(".checklist-index__title").all_inner_texts()]
    counts = page.locator(".checklist-index__card .checklist-index__intro").all_inner_texts()
    found = []
    for title, intro in zip(cards, counts, strict=True):
        last = squeezed(intro)[-30:]
        if not any(title in one.text and last in one.text for one in made):
            found.append(title)
    return found


@pytest.mark.parametrize("some", [False, True])
def test_the_front_page_is_two_sheets(opener: Opener, some: bool) -> None:
    page = opener(LIST if some else "")
    if some:
        answered(page)
        page.goto(page.url.replace(LIST, ""))
        expect(page.locator("check-overview")).to_be_visible()
    made = sheets(page)
    assert len(made) <= 2 and made[0].depth > FULL
    assert squeezed("Fire ting dere kan gjøre") in "".join(one.text for one in made)
    assert "Skrivetord" not in "".join(one.text for one in made), "a search box on paper"


def test_no_card_of_the_index_is_parted(opener: Opener) -> None:
    page = opener("sjekklister/")
    made = sheets(page)
    assert made[0].depth > FULL and parted(page) == []
    titles = [f"{c.code} {c.title}" for c in CATALOG.checklists]
    text = "".join(one.text for one in made)
    assert all(squeezed(title) in text for title in titles)
    for phase, lists in select.by_first_phase(CATALOG):
        (word,) = [v.title for v in CATALOG.facets["phase"] if v.id == phase]
        first = squeezed(f"{lists[0].code} {lists[0].title}")
        assert any(word in one.lines and first in one.text for one in made), f"{word} stands alone"


@pytest.mark.slow
def test_the_index_leads_to_what_is_answered_on_paper_and_in_files(opener: Opener) -> None:
    page = opener("sjekklister/")
    expect(page.locator("check-files")).to_be_hidden()
    page = opener(LIST)
    answered(page)
    page.goto(page.url.replace(LIST, "sjekklister/"))
    files = page.locator("check-files")
    expect(files.get_by_role("button", name="Word med svarene")).to_be_visible()
    expect(files.get_by_role("button", name="Excel med svarene")).to_be_visible()
    assert "Word med svarene" not in squeezed("".join(one.text for one in sheets(page)))
    files.get_by_role("link", name="Skriv ut alle punktene").click()
    page.wait_for_url("**/punkt/")
    expect(page.locator(".checklist__said[data-written]").first).to_be_attached()
    text = "".join(one.text for one in sheets(page))
    assert squeezed("Før «møtet»") in text and "Ola" in text


def test_the_comparison_says_who_leads_and_leaves_nothing_to_fill_in(opener: Opener) -> None:
    page = opener("sammenlign/")
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-opened] li")).to_have_count(3)
    lead = page.locator(".guide-verdict__lead").first.inner_text()
    made = sheets(page)
    text = "".join(one.text for one in made)
    assert squeezed(lead) in made[0].text and squeezed("Hele sammenligningen") not in text
    head = squeezed("".join(page.locator("[data-table] thead th").all_inner_texts()))
    for one in made:
        # The head of the table is not the last on a sheet.
        assert not one.text.endswith(head), one.text[-200:]
    page.emulate_media(media="print")
    shown = page.locator("check-compare :is(input, textarea):visible")
    assert all(field.input_value() for field in shown.all())


@pytest.mark.slow
def test_four_suppliers_stand_on_sheets_that_lie_on_their_side(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener("sammenlign/")
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-opened] li")).to_have_count(3)
    assert not any(one.wide for one in sheets(page))
    file = tmp_path / "fire.json"
    file.write_text(json.dumps({**ANSWER, "supplier": "Fire AS"}), encoding="utf-8")
    page.locator("[data-open]").set_input_files(file)
    expect(page.locator("[data-table] thead th")).to_have_count(5)
    made = sheets(page)
    assert any(one.wide for one in made) and not made[0].wide
