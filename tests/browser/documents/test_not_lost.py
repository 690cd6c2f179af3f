"""What somebody has written is not lost when another tab takes away what is kept, a newer guide has
written here, or the browser keeps nothing more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ..opening import Opener
from ..planting import Plant, stories
from .steps import KEY, MAKE, REPLY
from .test_going_on import answer, put, words_of
from .test_supplier import ASKED

FULL = """() => { window.before = Storage.prototype.setItem;
  Storage.prototype.setItem = () => { throw new DOMException("full"); }; }"""
BROKEN = "{ødelagt"


def answered(opener: Opener, folder: Path) -> Page:
    page = opener(REPLY)
    put(page, ASKED, folder / "krav.json")
    answer(page, "K1", "yes", "Vi tar kopi hver natt.")
    answer(page, "K2", "partly", "Det meste.")
    return page


def kept(page: Page) -> list[str]:
    """What the kept answers say, in words."""
    found: list[str] = page.evaluate(
        """key => Object.keys(localStorage).filter(one => one.startsWith(`${key}:svar:`))
          .flatMap(one => Object.values(JSON.parse(localStorage[one]).answer.answers))
          .map(({ text }) => text)""",
        KEY,
    )
    return found


def test_an_answer_that_another_tab_has_removed_stays_whole_where_it_is_open(
    opener: Opener, tmp_path: Path
) -> None:
    page = answered(opener, tmp_path)
    other = opener(REPLY, context=page.context)
    other.locator("[data-kept] [data-act=forget]").click()
    expect(other.locator("[data-kept] li")).to_have_count(0)
    answer(page, "K3", "yes", "Skrevet etterpå.")
    expect(page.locator("[data-count]")).to_have_text("3 av 3 krav er besvart.")
    page.reload()
    page.locator("[data-kept] [data-again]").click()
    assert kept(page) == ["Vi tar kopi hver natt.", "Det meste.", "Skrevet etterpå."]
    assert words_of(page, "K1", "K2") == ["Vi tar kopi hver natt.", "Det meste."]


@pytest.mark.slow
def test_who_takes_a_removal_back_is_told_when_the_browser_keeps_nothing(
    opener: Opener, tmp_path: Path
) -> None:
    page = answered(opener, tmp_path)
    said = page.locator("[data-said]")
    page.reload()
    page.locator("[data-kept] [data-act=forget]").click()
    page.evaluate(FULL)
    said.get_by_role("button", name="Angre").click()
    expect(said).to_contain_text("Nettleseren lot oss ikke lagre det igjen.")
    page.evaluate("() => { Storage.prototype.setItem = window.before; }")
    said.get_by_role("button", name="Angre").click()
    expect(page.locator("[data-kept] li")).to_have_count(1)
    assert kept(page) == ["Vi tar kopi hver natt.", "Det meste."]


@pytest.mark.slow
def test_earlier_answers_that_cannot_be_read_are_not_written_over(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(REPLY, kept={f"{KEY}:svarbank": BROKEN})
    put(page, ASKED, tmp_path / "krav.json")
    answer(page, "K1", "yes", "Vi tar kopi hver natt.")
    page.locator("[data-supplier]").fill("Fjord IT")
    page.get_by_role("button", name="Last ned svarfilen").click()
    with page.expect_download():
        page.locator("[data-act=anyway]").click()
    page.wait_for_function(
        "key => (localStorage.getItem(`${key}:svarbank`) ?? '').includes('hver natt')", arg=KEY
    )
    assert BROKEN in page.evaluate("Object.values(localStorage)")


@pytest.mark.slow
def test_a_requirement_that_is_refused_stays_in_its_field(opener: Opener) -> None:
    page = opener(MAKE)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    field = page.locator("[data-own]")
    expect(field).to_be_attached()
    field.evaluate("one => { for (let up = one; up; up = up.parentElement) up.open = true; }")
    newer = json.dumps({"version": 99, "projects": {}})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, newer])
    field.fill("Leverandøren skal svare på norsk.")
    page.locator("[data-act=add]").click()
    expect(field).to_have_value("Leverandøren skal svare på norsk.")
    expect(page.locator("[data-moved]")).to_have_text("")


REPLIES, BUILDER = "check-reply.js", "check-document.js"
PLANTS = {
    "what was removed elsewhere is forgotten here": Plant(
        "if(!there)return here;",
        "if(!there)there=({supplier:here.supplier,answers:{},form:{}});",
        test_an_answer_that_another_tab_has_removed_stays_whole_where_it_is_open,
        REPLIES,
    ),
    "nobody looks whether it came back": Plant(
        "if(!done)this.#offer(",
        "if(0)this.#offer(",
        test_who_takes_a_removal_back_is_told_when_the_browser_keeps_nothing,
        REPLIES,
    ),
    "what cannot be read is written over": Plant(
        "if(!there&&!setAside(site,LIBRARY))return;",
        "",
        test_earlier_answers_that_cannot_be_read_are_not_written_over,
        REPLIES,
    ),
    "the field is emptied all the same": Plant(
        "return this.#store.writable&&!this.#store.refused;",
        "return true;",
        test_a_requirement_that_is_refused_stays_in_its_field,
        BUILDER,
    ),
}

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
