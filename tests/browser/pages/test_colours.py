"""An edition's colour: on screen in light and dark, and the light one on paper."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from guide import CATALOG
from playwright.sync_api import Route, expect

from ..answers.steps import unfold_lists
from ..documents.steps import MAKE, saved
from ..opening import Opener

LIGHT, DARK = "rgb(106, 27, 77)", "rgb(240, 200, 220)"
# As an edition's own sheet says it, behind ours.
OWN = f"""() => {{
  const sheet = [...document.styleSheets].at(-1);
  for (const rule of [
    ":root {{ --guide-brand: {LIGHT} }}",
    '[data-md-color-scheme="slate"] {{ --guide-brand: {DARK} }}',
  ]) sheet.insertRule(rule, sheet.cssRules.length);
}}"""


@pytest.mark.parametrize("dark", [False, True])
def test_paper_has_the_light_colour_of_an_edition_whatever_the_screen_was(
    opener: Opener, dark: bool
) -> None:
    page = opener("", dark=dark)
    page.evaluate(OWN)
    is_colour = """(colour) => getComputedStyle(document.querySelector(
      "main .md-typeset p a:not(.guide-start, .guide-ask)")).color === colour"""
    page.wait_for_function(is_colour, arg=DARK if dark else LIGHT)
    page.emulate_media(media="print")
    page.wait_for_function(is_colour, arg=LIGHT)


def test_the_word_file_that_a_page_makes_has_an_editions_colour(
    opener: Opener, tmp_path: Path
) -> None:
    context = opener.new_context()

    def another(route: Route) -> None:
        body = route.fetch().text()
        assert '"brand": "0F5964"' in body
        route.fulfill(body=body.replace("0F5964", "6A1B4D"), content_type="application/json")

    context.route("**/katalog.json", another)
    page = opener(MAKE, context=context)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    with zipfile.ZipFile(saved(page, "Word", tmp_path)) as archive:
        styles = archive.read("word/styles.xml").decode("utf-8")
    assert styles.count('<w:color w:val="6A1B4D"/>') == 2 and "0F5964" not in styles


def test_the_view_follows_the_system_until_the_reader_chooses(opener: Opener) -> None:
    page = opener("")
    body = page.locator("body")
    for system, scheme in (("dark", "slate"), ("light", "default")):
        page.emulate_media(color_scheme=system)  # type: ignore[arg-type]
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
        page.reload()
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
    choose = page.locator("form[data-guide-colours] label:visible")
    chosen = {"mørk": ("slate", "light"), "lys": ("default", "dark")}
    for name, (scheme, system) in chosen.items():
        expect(choose).to_have_attribute("title", f"Bytt til {name} visning")
        choose.click()
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
        page.emulate_media(color_scheme=system)  # type: ignore[arg-type]
        page.reload()
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
    expect(choose).to_have_attribute("title", "Følg systemets visning")
    choose.click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_each_choice_of_colours_is_called_what_it_gives(opener: Opener) -> None:
    """Material calls each after the next: who heard «Bytt til lys visning» got the dark."""
    page = opener("")
    choices = page.get_by_role("radiogroup", name="Visning").get_by_role("radio")
    names = choices.evaluate_all("all => all.map((one) => one.ariaLabel)")
    assert names == ["Som systemet", "Mørk", "Lys"]
    expect(choices.first).to_be_checked()
    page.emulate_media(color_scheme="dark")
    for number, scheme in enumerate(("slate", "slate", "default")):
        choices.nth(number).focus()
        page.keyboard.press("Space")
        page.reload()
        expect(choices.nth(number)).to_be_checked()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


def test_who_chose_dark_before_there_were_three_has_it_dark_still(opener: Opener) -> None:
    page = opener("")
    page.emulate_media(color_scheme="light")
    page.locator("form[data-guide-colours] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    find = "Object.keys(localStorage).find(key => key.endsWith('__palette'))"
    key = page.evaluate(find)
    media = {"media": "(prefers-color-scheme: dark)", "scheme": "slate"}
    former = {"index": 1, "color": {**media, "primary": "custom", "accent": "custom"}}
    assert page.evaluate("key => JSON.parse(localStorage.getItem(key))", key) == former
    # The plant: the third number is light.
    for number, scheme in ((1, "slate"), (2, "default")):
        text = json.dumps({**former, "index": number})
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


ARROW = """() => {
  const fold = document.querySelector(".checklist-head__more, .checklist-filter__fold");
  return getComputedStyle(fold.querySelector("summary"), "::after").backgroundColor;
}"""
PLANT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".md-typeset details > summary::after " +
    "{ background-color: red !important; forced-color-adjust: auto !important }" +
    ".guide-picture__arc { stroke-width: 12px !important }");
  document.adoptedStyleSheets = [sheet];
}"""
WIDTHS = "all => new Set(all.map(arc => getComputedStyle(arc).strokeWidth)).size"


@pytest.mark.slow
def test_without_colours_arrows_are_drawn_and_rings_are_told_apart(opener: Opener) -> None:
    page = opener("sjekklister/")
    page.emulate_media(forced_colors="active")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.evaluate(ARROW) != ground
    page.goto(page.url.replace("sjekklister/", "punkt/"))
    unfold_lists(page)
    for priority in ("must", "should", "could"):
        item = next(i for _, i in CATALOG.items() if i.priority == priority)
        page.locator(f"[data-item={item.id}] > label input").check()
    page.goto(page.url.split("punkt")[0] + "sjekklister/")
    arcs = page.locator("check-overview .guide-picture__arc")
    expect(arcs.first).to_be_attached()
    n = arcs.count()
    assert n >= 2 and arcs.evaluate_all(WIDTHS) == n
    page.evaluate(PLANT)
    assert page.evaluate(ARROW) == ground and arcs.evaluate_all(WIDTHS) == 1


# Signs that are backgrounds behind a mask, and are not told apart from the page: three to one.
UNSEEN = """() => {
  const shade = (colour) => {
    const [r, g, b, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
    const of = (part) => ((part / 255 + 0.055) / 1.055) ** 2.4;
    return alpha && 0.2126 * of(r) + 0.7152 * of(g) + 0.0722 * of(b) + 0.05;
  };
  const ground = shade(getComputedStyle(document.body).backgroundColor);
  const found = new Set();
  for (const one of document.querySelectorAll("body *")) {
    for (const part of one.checkVisibility() ? ["::before", "::after"] : []) {
      const { maskImage, content, display, backgroundColor } = getComputedStyle(one, part);
      if ([maskImage, content, display].includes("none")) continue;
      const own = shade(backgroundColor);
      const [low, high] = [own, ground].sort((a, b) => a - b);
      if (own && high / low < 3) found.add(`${one.localName}.${one.className}${part}`);
    }
  }
  return [...found];
}"""
AS_THE_THEME = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".md-nav__icon::after { background: currentcolor !important; " +
    "forced-color-adjust: auto !important }");
  document.adoptedStyleSheets = [sheet];
}"""
WITH_SIGNS = ("", "sjekklister/orden-i-eget-hus/", "punkt/", "avtale/bilag/")


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_without_colours_every_sign_is_seen(opener: Opener, dark: bool, width: int) -> None:
    """The menu's too: what opens below a heading was told by its arrow alone."""
    page = opener("", width=width)
    page.emulate_media(forced_colors="active", color_scheme="dark" if dark else "light")
    base = page.url
    for path in WITH_SIGNS:
        page.goto(base + path)
        if width == 390:
            page.locator("#__drawer").evaluate("box => box.click()")
        expect(page.locator(".md-nav__icon:visible").first).to_be_attached()
        assert page.evaluate(UNSEEN) == [], path
    page.evaluate(AS_THE_THEME)
    assert page.evaluate(UNSEEN) != []


@pytest.mark.parametrize("planted", [False, True])
def test_who_has_a_dark_system_never_sees_the_page_light(opener: Opener, planted: bool) -> None:
    """Before any script file has come. The plant: a page whose head does not name the colours."""
    context = opener.new_context(dark=True)
    if planted:

        def unnamed(route: Route) -> None:
            body = route.fetch().text()
            assert ' data-dark="slate"' in body
            route.fulfill(body=body.replace(' data-dark="slate"', ""), content_type="text/html")

        context.route(re.compile(r"/begreper/$"), unnamed)
    context.route(re.compile(r"\.js$"), lambda route: route.abort())
    page = opener("begreper/", context=context, scripts=False)
    shown = page.locator("body").get_attribute("data-md-color-scheme")
    assert shown == ("default" if planted else "slate")


def test_a_first_dark_visit_fetches_nothing_for_it_and_a_choice_holds(opener: Opener) -> None:
    page = opener("begreper/", dark=True)
    loaded = "performance.getEntriesByType('resource').map((one) => one.name.split('/').pop())"
    page.wait_for_function("() => document.querySelector('meta[name=theme-color]')")
    assert "main.js" in page.evaluate(loaded) and "colours.js" not in page.evaluate(loaded)
    body, choose = page.locator("body"), page.locator("form[data-guide-colours] label:visible")
    for name in ("mørk", "lys"):
        expect(choose).to_have_attribute("title", f"Bytt til {name} visning")
        choose.click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
