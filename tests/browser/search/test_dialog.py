"""The search as people use it: opened, asked, walked through, closed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ..axe import violations
from ..opening import How, Opener
from .steps import arrived, ask, opened

STATUS = ".guide-search [role=status]"


def test_nothing_is_fetched_until_search_is_used(opener: Opener) -> None:
    page = opener("")
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.wait_for_timeout(300)
    names = page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    assert not [n for n in names if "/sok/" in n or "search.js" in n or "search_index" in n]
    opened(page)
    assert [n for n in asked if "/sok/hode" in n]


@pytest.mark.parametrize("keys", ["Control+k", pytest.param("Meta+k", marks=pytest.mark.slow)])
def test_keyboard_opens_walks_and_closes(opener: Opener, keys: str) -> None:
    page = opener("drift/")
    page.keyboard.press(keys)
    page.wait_for_selector("dialog[open]")
    page.keyboard.type("oppsigelsestid")
    arrived(page, "oppsigelsestid")
    page.keyboard.press("ArrowDown")
    links = page.locator(".guide-search__hit a")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#guide-search-field")).to_be_focused()
    page.keyboard.press("Enter")
    expect(links.nth(0)).to_be_focused()
    target = links.nth(0).get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{target}*")
    expect(page.locator("dialog")).to_be_hidden()


def test_escape_closes_gives_the_focus_back_and_cleans_the_address(opener: Opener) -> None:
    page = opener("drift/")
    page.locator(".guide-find").focus()
    page.keyboard.press("Enter")
    ask(page, "backup")
    assert "sok=backup" in page.url
    # In a search field the first Escape empties it, as people are used to.
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator(".guide-find")).to_be_focused()
    assert "sok" not in page.url


def test_an_item_opens_in_its_list_with_its_help(opener: Opener) -> None:
    page = opener("drift/", width=390)
    opened(page)
    ask(page, "rutiner for sikkerhetskopi")
    hit = page.locator(".guide-search__hit", has=page.locator("a[href*='#rutiner-for-']")).first
    expect(hit).to_contain_text("Punkt")
    expect(hit).to_contain_text("Beredskap og hendelser")
    expect(hit).to_contain_text("Avtale")
    assert hit.locator("mark").count() >= 2
    hit.locator("a").click()
    page.wait_for_url("**/beredskap-og-hendelser/#rutiner-for-sikkerhetskopi")
    item = page.locator("#rutiner-for-sikkerhetskopi")
    expect(item).to_be_in_viewport()
    expect(item.locator("details.checklist__more")).to_have_attribute("open", "")
    page.go_back()
    page.wait_for_selector("dialog[open] .guide-search__hit")
    expect(page.locator("#guide-search-field")).to_have_value("rutiner for sikkerhetskopi")


def test_an_item_of_the_same_page_is_led_to(opener: Opener) -> None:
    page = opener("sjekklister/beredskap-og-hendelser/")
    opened(page)
    ask(page, "rutiner for sikkerhetskopi")
    page.locator(".guide-search__hit a[href*='#rutiner-for-']").first.click()
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("#rutiner-for-sikkerhetskopi")).to_be_in_viewport()
    expect(page.locator("#rutiner-for-sikkerhetskopi details.checklist__more")).to_have_attribute(
        "open", ""
    )


def test_the_best_three_are_seen_on_a_phone(opener: Opener) -> None:
    page = opener("", width=390)
    opened(page)
    for query in ("si opp leverandør", "hvem eier programvaren vår", "backup"):
        ask(page, query)
        for hit in page.locator(".guide-search__hit").all()[:3]:
            expect(hit).to_be_in_viewport(ratio=1)


def test_address_holds_query_kind_and_phase(opener: Opener) -> None:
    page = opener("drift/")
    opened(page)
    ask(page, "kopi")
    page.get_by_role("radio", name="Punkter").check()
    page.get_by_label("Fase").select_option(label="Avtale")
    expect(page.locator(".guide-search__hit .guide-search__kind").first).to_have_text("Punkt")
    # The answer to the last choice may still be on its way.
    other = page.locator(".guide-search__where").filter(has_not_text="Avtale")
    expect(other).to_have_count(0)
    kinds = set(page.locator(".guide-search__kind").all_inner_texts())
    assert kinds == {"Punkt"}
    where = page.locator(".guide-search__where").all_inner_texts()
    assert where and all("Avtale" in text for text in where)
    address = page.url
    assert re.search(r"sok=kopi", address) and "type=item" in address and "fase=avtale" in address
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("dialog[open] .guide-search__hit")
    assert set(page.locator(".guide-search__kind").all_inner_texts()) == {"Punkt"}
    expect(page.get_by_role("radio", name="Punkter")).to_be_checked()


def test_a_slip_is_put_right_and_said(opener: Opener) -> None:
    page = opener("")
    opened(page)
    ask(page, "resposntid")
    meant = page.locator(".guide-search__meant button")
    expect(meant).to_have_text("responstid")
    meant.click()
    arrived(page, "responstid")
    expect(page.locator("#guide-search-field")).to_have_value("responstid")
    expect(page.locator(".guide-search__meant")).to_have_count(0)


def test_a_slip_that_is_a_compound_of_known_words_is_another_words_slip_too(
    opener: Opener,
) -> None:
    """«Indeks» and «regel» are known, and «indeksreglering» is neither."""
    page = opener("")
    opened(page)
    ask(page, "indeksreglering")
    expect(page.locator(".guide-search__hit").first).to_contain_text("AV-2.09")


def test_no_hit_offers_lists_and_the_index(opener: Opener) -> None:
    page = opener("")
    opened(page)
    ask(page, "xqzkontrhj")
    expect(page.locator(STATUS).first).to_have_text("Ingen treff på «xqzkontrhj».")
    expect(page.get_by_role("heading", name="Lister som kan ligne")).to_be_visible()
    assert page.locator(".guide-search__hit").count() == 3
    expect(page.get_by_role("link", name="Se alle ord og punkter fra A til Å")).to_be_visible()


def test_more_of_a_kind_is_shown_on_demand(opener: Opener) -> None:
    page = opener("")
    opened(page)
    ask(page, "avtale")
    before = page.locator(".guide-search__hit").count()
    more = page.locator("[data-act=more]").first
    more.click()
    page.wait_for_function(
        "n => document.querySelectorAll('.guide-search__hit').length > n", arg=before
    )
    assert page.evaluate("document.activeElement.matches('.guide-search__hit a')")


def test_what_is_typed_never_becomes_markup(opener: Opener) -> None:
    page = opener("")
    opened(page)
    for query in (
        "<img src=x onerror=alert(1)>",
        "\"'><script>1</script>",
        "javascript:alert(1)",
        "%00\ufffe",
        "a" * 200,
        "å" * 50,
        "🙂",
        ".*+?^${}()|[]\\",
    ):
        ask(page, query.strip())
        assert page.locator("dialog img, dialog script").count() == 0
    page.goto(page.url.split("?")[0] + "?sok=%3Cimg%20src%3Dx%3E&type=%22%3E&fase=nei")
    page.wait_for_function(
        "() => document.querySelector('dialog')?.dataset.answered?.includes('<img')"
    )
    assert page.locator("dialog img").count() == 0


def test_it_is_said_when_the_search_cannot_be_fetched(opener: Opener) -> None:
    page = opener("")
    page.route("**/assets/sok/**", lambda route: route.abort())
    page.locator(".guide-find").click()
    expect(page.locator(STATUS).first).to_contain_text("Søket kunne ikke hentes")
    page.unroute("**/assets/sok/**")
    page.locator("#guide-search-field").fill("backup")
    expect(page.locator(".guide-search__hit").first).to_be_visible()


@pytest.mark.parametrize(
    "scripts", [{"javascript": False}, pytest.param({"scripts": False}, marks=pytest.mark.slow)]
)
def test_without_scripts_the_field_leads_to_the_index(opener: Opener, scripts: How) -> None:
    page = opener("drift/", **scripts)
    page.locator(".guide-find").click()
    page.wait_for_url("**/a-til-aa/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("A til Å")
    page.goto(page.url.replace("a-til-aa/", ""))
    page.locator(".guide-ask").click()
    page.wait_for_url("**/a-til-aa/")


@pytest.mark.parametrize(
    ("width", "dark"), [(390, False), pytest.param(1280, True, marks=pytest.mark.slow)]
)
def test_axe_finds_nothing_in_the_open_search(opener: Opener, width: int, dark: bool) -> None:
    page = opener("", width=width, dark=dark)
    opened(page)
    for query in ("", "personopplysninger", "resposntid", "xqzkontrhj"):
        ask(page, query)
        assert violations(page) == [], query


def test_listeners_hear_the_dialog_the_field_and_the_number(opener: Opener) -> None:
    page = opener("")
    opened(page)
    ask(page, "backup")
    expect(page.get_by_role("dialog", name="Søk i veilederen")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Skriv et ord eller et spørsmål")).to_be_focused()
    expect(page.locator(STATUS).first).to_have_text(re.compile(r"\d+ treff på «backup»\."))
    expect(page.get_by_role("group", name="Vis bare")).to_be_visible()


def test_first_search_is_small(opener: Opener, site: Path) -> None:
    """At most 80 kB compressed on this site, scripts included."""
    import gzip

    page = opener("", context=opener.new_context())  # nothing of other tests in its cache
    seen: list[str] = []
    page.on("response", lambda r: seen.append(r.url))
    opened(page)
    ask(page, "oppsigelsestid avtale")
    files = [site / url.split("?")[0].split("/", 3)[3] for url in seen]
    total = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
    assert json.loads((site / "assets" / "sok" / "hode.json").read_text(encoding="utf-8"))
    assert 10_000 < total < 80_000
