"""What somebody writes or opens that cannot be: told where it happens, and nothing is changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ..opening import Opener
from .steps import COMPARE, saved
from .test_judging import answer as answered
from .test_judging import asked, replies, scored, written

LEADS = "Beta leder med"


def opened(opener: Opener, folder: Path) -> Page:
    """Two suppliers of whom Beta is as good and cheaper, with an evaluation that is begun."""
    page = opener(COMPARE)
    page.locator("[data-open-document]").set_input_files(written(folder / "krav.json", asked(6)))
    for name, price in (("Alfa", "200 000"), ("Beta", "100 000")):
        file = written(folder / f"{name}.json", answered(name, replies(6, price)))
        page.locator("[data-open]").set_input_files(file)
    expect(page.locator("[data-verdict]")).to_contain_text(LEADS)
    return page


def wrote(page: Page, field: str, words: str) -> None:
    place = page.locator(field)
    place.fill(words)
    place.blur()


@pytest.mark.slow
def test_weights_that_cannot_be_are_told_and_the_old_stand(opener: Opener, tmp_path: Path) -> None:
    page = opened(opener, tmp_path)
    said, lead = page.locator("[data-said]"), page.locator("[data-verdict]")
    for field, old in (("[data-weight=must]", "5"), ("[data-setting=quality]", "60")):
        wrote(page, field, "-5")
        expect(said).to_contain_text("«-5» kan ikke stå her. Det gamle står igjen.")
        expect(page.locator(field)).to_have_value(old)
        expect(lead).to_contain_text(LEADS)
    wrote(page, "[data-weight=must]", "")
    expect(page.locator("[data-weight=must]")).to_have_value("5")
    # An empty setting is what the guide begins with.
    wrote(page, "[data-setting=quality]", "70")
    wrote(page, "[data-setting=quality]", "")
    expect(page.locator("[data-setting=quality]")).to_have_value("60")
    # All of them nothing: nobody leads, and it is said why.
    for name in ("must", "should", "could"):
        wrote(page, f"[data-weight={name}]", "0")
    expect(lead).not_to_contain_text("leder")
    expect(page.locator("ul[data-notes]")).to_contain_text("Vektene")
    wrote(page, "[data-weight=must]", "5")
    expect(lead).to_contain_text(LEADS)
    for name in ("quality", "price"):
        wrote(page, f"[data-setting={name}]", "0")
    expect(lead).not_to_contain_text("leder")
    expect(page.locator("ul[data-notes]")).to_contain_text("Vektene")


@pytest.mark.slow
def test_scores_that_cannot_be_and_files_of_something_else_are_told(
    opener: Opener, tmp_path: Path
) -> None:
    page = opened(opener, tmp_path)
    page.locator("summary", has_text="Flere som setter poeng").click()
    case = json.loads(saved(page, "Last ned fil for vurdering", tmp_path).read_text("utf-8"))
    edition = case["document"]["edition"]
    said, judges = page.locator("[data-said]"), page.locator("[data-judges] li")

    def gives(made: dict[str, object]) -> None:
        file = written(tmp_path / "poeng.json", made)
        page.locator("[data-open-evaluation]").set_input_files(file)

    gives(scored("Liv", edition, 2))
    expect(said).to_contain_text("er fra runde 2. Dere er i runde 1. De er ikke tatt inn.")
    gives({**scored("Siv", edition), "document": "sak2"})
    expect(said).to_contain_text("gjelder et annet dokument. De er ikke tatt inn.")
    expect(judges).to_have_count(0)
    outside = scored("Ola", edition)
    outside["scores"] = {"K1": {"s1": [7, ""], "s2": [-1, ""]}, "K2": {"s1": [3, ""]}}
    gives(outside)
    expect(said).to_contain_text("2 av poengene er utenfor skalaen fra 0 til 4.")
    expect(judges).to_have_count(1)
    gives({**scored("Per", "annen"), "scores": {"K1": {"s1": [4, ""]}}})
    expect(said).to_contain_text("De gjelder en annen utgave av dokumentet.")
    # Answers to another document, and of another edition, beside those of this one.
    for name, change, told in (
        ("Gamma", {"document": "sak2"}, "Svaret gjelder et annet dokument"),
        ("Delta", {"edition": "y"}, "en annen utgave"),
        ("Epsilon", {"answers": replies(6, "9 000 EUR")}, "EUR"),
    ):
        made = {**answered(name, replies(6, "90 000")), **change}
        page.locator("[data-open]").set_input_files(written(tmp_path / f"{name}.json", made))
        way = page.get_by_role("button", name=f"Ta ut {name}")
        one = page.locator("[data-opened] > li", has=way)
        if name != "Epsilon":
            expect(one).to_contain_text(told)
    euro = page.locator("[data-costs] > li", has_text="Epsilon")
    assert "Ikke kjent" in euro.inner_text() or "EUR" in (euro.text_content() or "")
    expect(page.locator("[data-models] tbody tr", has_text="Lineær")).to_contain_text(
        "Ikke rangert"
    )
