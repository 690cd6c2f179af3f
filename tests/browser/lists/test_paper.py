"""Paper from the page: three levels, blank or ticked, one sheet a list, boxes to tick."""

from __future__ import annotations

import io

import pytest
from guide import CATALOG, each_list
from paper import texts
from PIL import Image
from playwright.sync_api import Locator, Page, PdfMargins, expect
from text_runs import squeezed

from macros.catalog import select
from macros.catalog.model import Checklist

from ..opening import Opener

LIST = "sjekklister/orden-i-eget-hus/"
QUIET = "window.print = () => { window.printed = (window.printed || 0) + 1; }"
CM = 28.35


def choose(page: Page, level: str, boxes: str = "blank") -> None:
    """Opens the panel and asks for paper; the browser's own dialog is kept away."""
    fold = page.locator(".guide-print__fold")
    if fold.get_attribute("open") is None:
        around = page.locator(".checklist-head__more:not([open]) > summary")
        if around.count():
            around.click()
        fold.locator("summary").click()
    # Pressed also where it is chosen: what is offered late never takes the place of it.
    page.locator(f"input[name=level][value={level}]").click()
    page.locator(f"input[name=boxes][value={boxes}]").click()
    before = page.evaluate("window.printed ?? 0")
    page.get_by_role("button", name="Skriv ut").click()
    # What paper needs is fetched at the first touch: until then the page is as it was.
    page.wait_for_function("before => (window.printed ?? 0) > before", arg=before)


def sheets(page: Page, margin: str = "") -> list[str]:
    """The text of each printed sheet; `margin` on all sides instead of the style sheet's."""
    how = PdfMargins(top=margin, bottom=margin, left=margin, right=margin) if margin else None
    data = page.pdf(format="A4", prefer_css_page_size=not margin, margin=how)
    return texts(data)


@pytest.mark.parametrize("checklist", each_list())
def test_every_list_fits_one_sheet_and_keeps_its_order(
    opener: Opener, checklist: Checklist
) -> None:
    page = opener(f"sjekklister/{checklist.id}/", init=QUIET)
    choose(page, "short")
    made = sheets(page)
    assert len(made) == 1
    text = squeezed(made[0])
    places = [text.find(squeezed(s.item.text)) for s in select.entries(CATALOG, checklist)]
    assert places == sorted(places) and places[0] > 0
    assert "Underskrift" in made[0] and f"Versjon {CATALOG.version}" in made[0]


@pytest.mark.parametrize("margin", ["5mm", "12mm"])
@pytest.mark.parametrize("level", ["short", "work", "full"])
def test_levels_hold_what_they_promise(opener: Opener, level: str, margin: str) -> None:
    page = opener(LIST, init=QUIET)
    choose(page, level)
    assert page.evaluate("window.printed") == 1
    made = sheets(page, margin)
    text = squeezed("".join(made))
    items = list(CATALOG.checklists[0].own())
    assert all(squeezed(item.text) in text for item in items)
    assert (squeezed(items[0].help)[:40] in text) == (level == "full")
    assert text.count("Ansvarlig:") == (len(items) if level == "work" else 0)
    assert text.index("Navn") < text.index("Dato") < text.index("Underskrift")


def test_paper_says_which_sheet_it_is(opener: Opener) -> None:
    page = opener(LIST, init=QUIET)
    choose(page, "full")
    made = sheets(page)
    assert len(made) > 1
    for number, sheet in enumerate(made, 1):
        assert f"{number}/{len(made)}" in squeezed(sheet)


def shades(picture: Image.Image) -> tuple[int, int]:
    """The darkest and the lightest pixel of a grey picture, from 0 to 255."""
    pixels = picture.tobytes()
    return min(pixels), max(pixels)


def seen(box: Locator) -> tuple[bool, bool, bool]:
    """Whether a box has something dark in it, whether it has paper in it, and whether its edge is
    dark."""
    picture = Image.open(io.BytesIO(box.screenshot())).convert("L")
    darkest, lightest = shades(picture.crop((4, 4, picture.width - 4, picture.height - 4)))
    edge = shades(picture.crop((0, 0, 3, picture.height)))[0]
    return darkest < 100, lightest == 255, edge < 60


@pytest.mark.parametrize(("boxes", "dark"), [("blank", False), ("ticked", True)])
def test_boxes_are_blank_or_ticked_as_asked(opener: Opener, boxes: str, dark: bool) -> None:
    """Pixels inside each box, on a picture of the page as it prints."""
    page = opener(LIST, init=QUIET)
    page.locator("[data-item] > label").first.click()
    choose(page, "full", boxes)
    page.emulate_media(media="print")
    for number, box in enumerate(page.locator("[data-item] input").all()):
        right = ((dark and number == 0), True, True)
        # A machine at work paints late: what counts is what stands when it has.
        for _ in range(5):
            if (found := seen(box)) == right:
                break
            page.wait_for_timeout(200)
        assert found == right, number


def test_what_is_filtered_away_is_not_printed(opener: Opener) -> None:
    page = opener(f"{LIST}?role=personvern", init=QUIET)
    choose(page, "short")
    made = "".join(sheets(page))
    shown = [i for i in CATALOG.checklists[0].own() if "personvern" in i.facets.get("role", ())]
    assert 0 < len(shown) < 16
    for item in CATALOG.checklists[0].own():
        assert (squeezed(item.text) in squeezed(made)) == (item in shown)
    assert f"Viser {len(shown)} av" in made


@pytest.mark.slow
def test_a_guide_page_and_all_items_can_be_printed_too(opener: Opener) -> None:
    page = opener("forundersokelse/", init=QUIET)
    choose(page, "short")
    assert "Underskrift" in "".join(sheets(page))
    page = opener("punkt/", init=QUIET)
    choose(page, "short")
    text = squeezed("".join(sheets(page)))
    assert all(squeezed(item.text) in text for _, item in CATALOG.items())


def test_a_page_without_lists_asks_nothing(opener: Opener) -> None:
    page = opener("om/", init=QUIET)
    page.locator(".guide-print__fold summary").click()
    expect(page.locator(".guide-print__lists").first).to_be_hidden()
    page.get_by_role("button", name="Skriv ut").click()
    assert page.evaluate("window.printed") == 1
    assert "Underskrift" not in "".join(sheets(page))


def test_without_scripts_nothing_dead_is_offered(opener: Opener) -> None:
    page = opener(LIST, scripts=False)
    page.locator(".checklist-head__more > summary").click()
    page.locator(".guide-print__fold summary").click()
    expect(page.locator(".guide-print__form")).to_be_hidden()
    expect(page.locator(".guide-downloads__files a").first).to_be_visible()
    expect(opener("om/", scripts=False).locator("check-print")).to_be_hidden()


def filled(page: Page) -> None:
    """One item with an owner, a day and a note."""
    page.locator("[data-item] .checklist__edit").first.click()
    form = page.locator("[data-item] .checklist-answer").first
    for name, value in (("responsible", "Kari Nord"), ("due", "2027-03-01"), ("note", "Spør Per")):
        form.locator(f"[name={name}]").fill(value)
        form.locator(f"[name={name}]").blur()
    page.wait_for_selector(".checklist__said[data-filled*=note]", state="attached")


@pytest.mark.slow
def test_paper_has_what_is_written_and_a_line_only_where_nothing_is(opener: Opener) -> None:
    page = opener(LIST, init=QUIET)
    filled(page)
    items = len(list(CATALOG.checklists[0].own()))
    choose(page, "work", "ticked")
    made = squeezed("".join(sheets(page)))
    assert all(squeezed(words) in made for words in ("Kari Nord", "01.03.2027", "Spør Per"))
    assert [made.count(word) for word in ("Ansvarlig:", "Frist:", "Notat:")].count(items - 1) >= 2
    choose(page, "work", "blank")
    blank = squeezed("".join(sheets(page)))
    assert not any(squeezed(words) in blank for words in ("Kari Nord", "01.03.2027", "Spør Per"))
    assert blank.count("Ansvarlig:") == items


@pytest.mark.slow
def test_what_is_printed_by_the_keyboard_is_what_the_page_says(opener: Opener) -> None:
    page = opener(LIST, init=QUIET)
    filled(page)
    fold = page.locator(".guide-print__fold")
    around = page.locator(".checklist-head__more:not([open]) > summary")
    if around.count():
        around.click()
    fold.locator("summary").click()
    expect(page.locator("input[name=boxes][value=ticked]")).to_be_checked()
    assert "Kari Nord" in "".join(sheets(page))
    page.locator("input[name=boxes][value=blank]").check()  # and no button pressed
    assert "Kari Nord" not in "".join(sheets(page))
