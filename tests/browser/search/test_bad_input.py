"""Whatever is typed, or stands in an address: an answer, or no hit with three ways on."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from ..opening import Opener
from .steps import arrived, ask, opened

WAYS = 3
STATUS = ".guide-search [role=status]"
LINKS = ".guide-search__found a[href]"
# What is typed, and whether it must have no hit (False: it must have one; None: as it comes).
TYPED: dict[str, tuple[str, bool | None]] = {
    "only words that say nothing": ("hva er det", True),
    "one of them": ("og", True),
    "markup": ("<b>avtale</b><script>alert(1)</script> &amp; pris", False),
    "right to left": ("מה קורה אם הספק פושט רגל", True),
    "right to left and ours": ("\u202eעברית avtale\u202c", False),
    "no letters": ("???!!! … 🙂", True),
    "signs apart": (unicodedata.normalize("NFD", "håndtering av sårbarhet"), False),
    "signs upon signs": ("a\u0301\u0302\u0303\u0304 avtale", False),
    "English": ("how do we get out of the contract", None),
    "German": ("wie kündigen wir den vertrag", None),
    "names of an object": ("constructor __proto__ hasOwnProperty toString", None),
    "one word over and over": ("avtale " * 28, False),
    "a word without end": ("leverandøravtale" * 12, None),
    "digits": ("0" * 200, None),
}


def wrong(page: Page, none: bool | None) -> str:
    """What is wrong with what is shown; «» when it is an answer, or no hit with enough ways on."""
    hits = int(page.locator("dialog").get_attribute("data-hits") or "-1")
    ways = {link.get_attribute("href") for link in page.locator(LINKS).all()}
    if hits < 0 or "kunne ikke" in page.locator(STATUS).inner_text():
        return "an error"
    if none is not None and none != (hits == 0):
        return f"{hits} hits"
    return "" if len(ways) >= (1 if hits else WAYS) else f"{len(ways)} ways on"


@pytest.mark.slow
def test_whatever_is_typed_has_an_answer_or_ways_on(opener: Opener) -> None:
    page = opener("drift/", width=390)
    opened(page)
    for name, (typed, none) in TYPED.items():
        ask(page, typed.strip())
        assert wrong(page, none) == "", name
    overflows = "document.querySelector('dialog').scrollWidth > innerWidth"
    assert not page.evaluate(overflows)
    # The ways are there, and they lead somewhere.
    ask(page, "🙂")
    names = page.locator(LINKS).all_inner_texts()
    assert names == ["Sjekklister", "Hva betyr ordene?", "Se alle ord og punkter fra A til Å"]
    page.locator(LINKS).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sjekklister")


def test_blanks_ask_for_nothing(opener: Opener) -> None:
    page = opener("drift/")
    opened(page)
    ask(page, "avtale")
    page.locator("#guide-search-field").fill(" \u00a0 \u2003 ")
    expect(page.locator(".guide-search__found")).to_contain_text("Søket kjenner bøyde")
    assert page.locator(".guide-search__hit").count() == 0 and "sok=" not in page.url


@pytest.mark.slow
def test_an_address_with_5000_letters_is_cut_to_what_the_field_takes(opener: Opener) -> None:
    page = opener("drift/")
    start = page.url.split("?")[0]
    for letters in ("a" * 5000, "sikkerhetskopiavtale" * 250, "avtale med leverandør " * 230):
        page.goto("about:blank")
        page.goto(f"{start}?sok={quote(letters)}")
        arrived(page, letters[:200].strip())
        assert wrong(page, None) == "", letters[:30]
        assert len(page.locator(STATUS).inner_text()) < 250


def test_what_leads_nowhere_is_seen_as_wrong(opener: Opener) -> None:
    """The check above on planted faults."""
    page = opener("drift/")
    opened(page)
    ask(page, "🙂")
    assert wrong(page, True) == "" and wrong(page, False) == "0 hits"
    page.evaluate("document.querySelector('.guide-search__found a').remove()")
    assert wrong(page, True) == "2 ways on"
    page.route("**/assets/sok/treff-*", lambda route: route.abort())
    page.locator("#guide-search-field").fill("databehandleravtale")
    expect(page.locator(STATUS)).to_contain_text("kunne ikke hentes")
    assert wrong(page, None) == "an error"
