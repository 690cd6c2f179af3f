"""look.py --compare sees what looks otherwise, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest
from looks import compare
from playwright.sync_api import Browser, Page

PAGE = """<!doctype html><html lang="nb"><head><title>Prøve</title><style>
p::before {{ content: "»"; color: teal; }} p {{ transition: color 1s; }} {more}
</style></head><body><p class="a">Tekst.</p><p hidden>Skjult.</p></body></html>"""


@pytest.fixture
def pair(chromium: Browser) -> tuple[Page, Page]:
    """Two pages that look alike."""
    pages = chromium.new_page(), chromium.new_page()
    for page in pages:
        page.set_content(PAGE.format(more=""))
    return pages


def told(pages: tuple[Page, Page], kept: Path) -> tuple[list[str], list[str]]:
    """What is told of the styles, and of the pixels."""
    (names, before), (_, after) = (compare.looks(page, "http://x/") for page in pages)
    styles = list(compare.differences(names, before, after))
    return styles, compare.pixels(pages[0], pages[1], kept / "x")


def test_two_pages_that_look_alike_differ_in_nothing(
    pair: tuple[Page, Page], tmp_path: Path
) -> None:
    assert told(pair, tmp_path) == ([], [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("more", "where", "what", "seen"),
    [
        (".a { padding-inline: 1px; }", "P.a: ", "padding-left: 0px → 1px", True),
        ("p::before { color: navy; }", "::before.::before: ", "color: rgb(0, 128, 128) → ", True),
        # What no picture shows is told all the same.
        ("p { cursor: help; }", "P.a: ", "cursor: auto → help", False),
        ("[hidden] { display: block; }", "", "shown parts are now", True),
    ],
)
def test_a_planted_change_is_told(
    pair: tuple[Page, Page], tmp_path: Path, more: str, where: str, what: str, seen: bool
) -> None:
    pair[1].set_content(PAGE.format(more=more))
    styles, pixels = told(pair, tmp_path)
    assert any(line.startswith(where) and what in line for line in styles), styles
    assert bool(pixels) == seen == bool(list(tmp_path.iterdir()))


def test_paper_and_forced_colours_are_looked_at_too(
    pair: tuple[Page, Page], tmp_path: Path
) -> None:
    pair[1].set_content(PAGE.format(more="@media print { p { color: red; } }"))
    assert told(pair, tmp_path) == ([], [])
    modes = [mode for mode, _ in zip(*(compare.modes(page, "light") for page in pair), strict=True)]
    assert modes == ["light", "forced", "light-print"]
    paper = "matchMedia('print').matches"
    assert all(page.evaluate(paper) for page in pair)
    styles, pixels = told(pair, tmp_path)  # paper is what they were left at
    assert any("color: rgb(0, 0, 0) → rgb(255, 0, 0)" in line for line in styles) and pixels
    assert all(page.evaluate(paper) for page in pair)
