"""Every page: nothing from other hosts, nothing that axe finds, nothing wider than a phone."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest
from browser_pages import addresses

from ..axe import violations
from ..opening import Opener
from ..within import within

# Between them these hold every kind of element that any page has; each takes its turn in LOOKS.
KINDS = (
    *("", "kravdokument/", "sjekklister/", "sjekklister/kritisk-informasjon/", "oppdateringer/"),
    "sjekklister/ansatte-og-opplaering/",
    *("min-plan/", "lag-kravdokument/", "svar-pa-krav/", "sammenlign/", "om/", "punkt/"),
    *("avtale/", "tilpass/", "tilpasninger/", "begreper/", "a-til-aa/", "ansatte/"),
    *("ansvar-og-regler/", "nedlasting/", "velg-leverandor/", "under-ti/", "arbeid-sammen/"),
    *("rammeverk/", "rammeverk/nsm/", "sjekklister/serviceniva/", "tilgjengelighet/", "wcag/"),
    *("drift/", "forundersokelse/", "leveransemodeller/"),
)
# Those that differ most: tools, a list, a page of prose, tables, and the front page.
UNLIKE = (
    *("", "sjekklister/kritisk-informasjon/", "min-plan/", "lag-kravdokument/", "sammenlign/"),
    *("svar-pa-krav/", "avtale/", "nedlasting/"),
)
# Of what these repeat hundreds of times the first ones are looked at, and all with --all.
REPEATED = {"punkt/": "section[data-filter-group]", "a-til-aa/": "check-index > ul"}
FIRST = 3


class Look(NamedTuple):
    """How a page is looked at; `media` are looked at one after the other on the same page."""

    width: int
    dark: bool
    scripts: bool
    media: tuple[str, ...]

    @property
    def name(self) -> str:
        shade, scripts = "dark" if self.dark else "light", "scripts" if self.scripts else "blocked"
        return f"{shade}-{self.width}-{scripts}-{'-'.join(self.media)}"


SCREEN, BOTH = ("screen",), ("screen", "print")  # paper has a width of its own, and no scripts
# Each width, shade, medium, and with and without scripts: what kinds take turns in.
LOOKS = (
    Look(390, False, True, SCREEN),
    Look(1280, True, True, BOTH),
    Look(390, True, False, SCREEN),
    Look(1280, False, False, SCREEN),
)
EVERY_LOOK = [
    Look(width, dark, scripts, BOTH if width == 1280 and scripts else SCREEN)
    for dark in (False, True)
    for width in (390, 1280)
    for scripts in (True, False)
]


def each_kind() -> list[object]:
    """Every kind as a parameter; those that are much like one of `UNLIKE` run with --all."""
    return [
        pytest.param(one, id=one, marks=() if one in UNLIKE else (pytest.mark.slow,))
        for one in KINDS
    ]


def variants() -> list[object]:
    """(page, look): each kind in one of the looks, and with --all all there are."""
    assert set(EVERY_LOOK) >= {*LOOKS}
    looked_at = {path: LOOKS[n % len(LOOKS)] for n, path in enumerate(KINDS)}
    return [
        pytest.param(
            path, look, id=f"{path}-{look.name}",
            marks=() if looked_at.get(path) == look else (pytest.mark.slow,),
        )
        for path in addresses() for look in EVERY_LOOK
    ]  # fmt: skip


@pytest.mark.parametrize(("path", "look"), variants())
def test_axe_finds_nothing(
    opener: Opener, path: str, look: Look, pytestconfig: pytest.Config
) -> None:
    page = opener(path, width=look.width, dark=look.dark, scripts=look.scripts)
    if path in REPEATED and not pytestconfig.getoption("--all"):
        within(page, "look", "shorten", [REPEATED[path], FIRST])
    if look.dark and look.scripts:
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    for summary in page.locator("summary:visible").all()[:3]:
        summary.click()
    for media in look.media:
        page.emulate_media(media="print" if media == "print" else "screen")
        assert violations(page, media) == [], media


@pytest.mark.slow
@pytest.mark.parametrize("path", addresses())
def test_every_page_fits_320_pixels_and_axe_finds_nothing_but_shades(
    opener: Opener, path: str
) -> None:
    """That a page of each kind fits is said in test_accessibility.py each time."""
    page = opener(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert within(page, "look", "wide") == []
    assert violations(page, contrast=False) == []


class Kinds(HTMLParser):
    """What a page is built of: every element, with each of its classes, types and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        classes = (values.get("class") or "").split()
        self.found |= {
            tag,
            *(f"{tag}.{name}" for name in classes),
            *(f"{tag}[{k}]" for k in values),
        }
        self.found |= {f"{tag}[type={values['type']}]"} if "type" in values else set()


def built_of(file: Path) -> set[str]:
    kinds = Kinds()
    kinds.feed(file.read_text(encoding="utf-8").partition("<body")[2])
    return kinds.found


def test_the_kinds_hold_every_element_that_any_page_has(site: Path) -> None:
    files = {
        path: site / path if path.endswith(".html") else site / path / "index.html"
        for path in addresses()
    }
    looked_at = set().union(*(built_of(files[path]) for path in KINDS))
    elsewhere = {path: sorted(built_of(file) - looked_at) for path, file in files.items()}
    assert {path: found for path, found in elsewhere.items() if found} == {}


def test_the_looks_hold_every_width_shade_medium_and_both_with_and_without_scripts() -> None:
    for number in range(3):
        assert {look[number] for look in LOOKS} == {look[number] for look in EVERY_LOOK}
    assert {media for look in LOOKS for media in look.media} == set(BOTH)
    assert {(look.dark, look.scripts) for look in LOOKS} == {(a, b) for a in (0, 1) for b in (0, 1)}
