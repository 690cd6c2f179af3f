"""What is said aloud: each thing once, politely, in a line that is there before it is needed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from ..opening import Opener
from .rules import tree

LIST = "sjekklister/sikkerhet-og-kontroll/"
HEARD = """() => {
  window.heard = [];
  const said = (e) => e.closest("[role=status], [role=alert], [aria-live]");
  new MutationObserver((all) => {
    for (const line of new Set(all.map(({ target: t }) => t.nodeType === 1 ? said(t)
      : t.parentElement && said(t.parentElement)))) {
      const words = line?.checkVisibility() ? line.textContent.trim() : "";
      if (words && window.heard.at(-1) !== words) window.heard.push(words);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}"""


def listen(page: Page) -> None:
    """From now on what live regions say is noted; one that was hidden when it got its words is not
    heard."""
    page.evaluate(HEARD)


def heard(page: Page) -> list[str]:
    page.wait_for_timeout(50)
    found: list[str] = page.evaluate("window.heard.splice(0)")
    return found


def test_a_list_says_ticks_reset_and_undo(opener: Opener) -> None:
    page = opener(LIST)
    listen(page)
    page.locator("[data-item] > label").first.click()
    (told,) = heard(page)
    assert told.startswith("1 av ")
    page.get_by_role("button", name="Nullstill").click()
    assert heard(page) == ["1 kryss er fjernet."]
    page.get_by_role("button", name="Angre").click()
    (told,) = heard(page)
    assert told.startswith("1 av ")


def test_a_filter_says_how_many_are_left_and_that_all_are_back(opener: Opener) -> None:
    page = opener(LIST)
    items = page.locator("[data-item]").count()
    page.get_by_text("Forklaring, utskrift og filter").click()
    page.locator(".checklist-filter__fold > summary").click()
    listen(page)
    page.get_by_label("Viktighet").select_option("must")
    (told,) = heard(page)
    assert re.fullmatch(rf"Viser \d+ av {items} punkter\.", told)
    page.get_by_role("button", name="Vis alle").click()
    assert heard(page) == [f"Viser {items} av {items} punkter."]


def test_the_comparison_says_that_its_files_are_made(opener: Opener) -> None:
    page = opener("sammenlign/")
    page.get_by_role("button", name="Åpne et eksempel").click()
    page.wait_for_selector("[data-table] td")
    for name in ("CSV", "Markdown"):
        listen(page)
        with page.expect_download():
            page.get_by_role("button", name=name, exact=True).click()
        assert [line for line in heard(page) if "Filen er laget" in line], name
        page.get_by_role("button", name="Lukk", exact=True).first.click()


def test_the_plan_says_what_was_made_undone_and_asks_before_it_erases(opener: Opener) -> None:
    page = opener("min-plan/")
    page.wait_for_selector("check-plan:not([hidden])")
    listen(page)
    page.get_by_text("Ta vare på svarene").last.click()
    with page.expect_download():
        page.get_by_role("button", name="Last ned sikkerhetskopi").click()
    assert [line for line in heard(page) if "Filen er laget" in line]
    # The question stands before the buttons, and is heard with the one that has the focus.
    page.get_by_role("button", name="Slett alt", exact=True).click()
    expect(page.get_by_role("button", name="Avbryt").last).to_be_focused()
    expect(page.get_by_role("group", name="Vil dere slette alt for godt?")).to_be_visible()


def test_the_builder_says_files_and_what_is_taken_back(opener: Opener) -> None:
    page = opener("lag-kravdokument/")
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    page.wait_for_selector("[data-rows] li")
    listen(page)
    with page.expect_download():
        page.get_by_role("button", name="CSV").click()
    assert [line for line in heard(page) if "Filen er laget" in line]
    page.locator("[data-rows] [data-act=out]").first.evaluate("b => b.click()")
    assert [line for line in heard(page) if "er tatt ut av dokumentet" in line]
    page.get_by_role("button", name="Angre").click()
    assert [line for line in heard(page) if line.startswith("Det er angret.")]
    # An empty requirement is told at the field.
    page.get_by_role("button", name="Legg til kravet").click()
    field = page.locator("[data-own]")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Skriv kravet først.")


@pytest.mark.slow
def test_no_name_runs_together(opener: Opener) -> None:
    """Every word of a name stands so on the page: «OppfyltVår» is none."""
    for path in ("sammenlign/", "drift/", "nedlasting/"):
        page = opener(path)
        if path == "sammenlign/":
            page.get_by_role("button", name="Åpne et eksempel").click()
            page.wait_for_selector("[data-table] td")
        assert run_together(page) == [], path
    page.evaluate("""document.querySelector('h1').append('Og',
      document.createElement('span')); document.querySelector('h1 span').append('Vår')""")
    assert run_together(page)


def run_together(page: Page) -> list[str]:
    """Words in names where a small letter is followed by a capital, and that no node has so."""
    texts: list[str] = page.evaluate(
        """() => { const all = []; const walk = document.createTreeWalker(document, 4);
          while (walk.nextNode()) all.push(walk.currentNode.data);
          for (const e of document.querySelectorAll("[aria-label], [title], [placeholder]"))
            all.push(e.ariaLabel ?? "", e.title ?? "", e.placeholder ?? "");
          return all; }"""
    )
    known = set(" ".join(texts).split())
    names = {n["name"] for n in tree(page) if n["role"] not in ("StaticText", "InlineTextBox")}
    words = {word for name in names for word in name.split()}
    return sorted(w for w in words - known if re.search(r"[a-zæøå.][A-ZÆØÅ]", w))


def test_the_files_of_each_list_have_a_heading(opener: Opener) -> None:
    page = opener("nedlasting/")
    assert page.locator("h2.guide-downloads__list").count() == 32


def test_english_is_marked_as_english(opener: Opener) -> None:
    page = opener("oppdateringer/")
    link = page.get_by_role("link", name="The Digital Security Act and the Digital Security")
    assert link.first.get_attribute("lang") == "en"
    page = opener("begreper/")
    expect(page.locator("dd [lang=en]", has_text="vendor lock-in")).to_have_count(1)
