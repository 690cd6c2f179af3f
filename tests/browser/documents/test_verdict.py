"""What the verdict says of what it rests on: whose points, by whom, and how much each counts."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import expect

from ..opening import Opener
from .steps import COMPARE, places
from .test_judging import answer, asked, opened, replies, scored, written


def test_a_supplier_that_came_after_the_scoring_leads_by_no_word_of_its_own_unsaid(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(COMPARE)
    files = {
        name: written(tmp_path / f"{name}.json", answer(name, replies(3, "1 000")))
        for name in ("Alfa", "Beta", "Gamma")
    }
    opened(page, written(tmp_path / "krav.json", asked(3)), [files["Alfa"], files["Beta"]])
    verdict = page.locator("[data-verdict]")
    expect(verdict).to_contain_text("Ingen har satt poeng ennå.")
    alone = (
        "Ingen har fylt ut prisskjemaet. Prisen til Alfa og Beta er bare det som står ved kravene."
    )
    expect(verdict).to_contain_text(alone)
    expect(verdict).not_to_contain_text("har ikke fått poeng")
    page.get_by_label("Navnet ditt").fill("Kari")
    page.get_by_role("button", name="Begynn å sette poeng").click()
    scores = page.locator("[data-card]").get_by_label("Poeng")
    scores.first.select_option("2")
    scores.nth(1).select_option("3")
    page.get_by_role("button", name="Lås poengene mine").click()
    page.get_by_role("button", name="Lås likevel").click()
    expect(verdict).to_contain_text("4 av 6 svar har ikke fått poeng.")
    page.locator("[data-open]").set_input_files(files["Gamma"])
    expect(verdict).to_contain_text("Gamma leder med")
    first = verdict.locator("li").first  # before what a reader of a phone scrolls past
    expect(first).to_contain_text("Ingen har satt poeng på svarene fra Gamma.")
    expect(verdict).to_contain_text("4 av 6 svar har ikke fått poeng.")
    # All cost the same: nobody else leads, whatever quality counts.
    expect(verdict).not_to_contain_text("Teller kvalitet under")


def test_one_who_scores_again_under_the_same_name_is_told(opener: Opener, tmp_path: Path) -> None:
    page = opener(COMPARE)
    made = [written(tmp_path / f"{n}.json", answer(n, replies(3, "1 000"))) for n in ("Alfa", "Bo")]
    opened(page, written(tmp_path / "krav.json", asked(3)), made)
    first = scored("Kari", "x")
    again = first | {"evaluator": first["evaluator"] | {"id": "p2", "name": "kari "}}
    files = [written(tmp_path / f"{n}.json", one) for n, one in enumerate([first, again])]
    page.locator("[data-open-evaluation]").set_input_files(files)
    people = page.locator("[data-judges] li")
    expect(people).to_have_count(2)
    expect(people.filter(has_text="Navnet står flere ganger")).to_have_count(2)
    page.locator("summary", has_text="Flere som setter poeng").click()
    people.first.locator("[data-act=unjudge]").click()
    expect(people).to_have_count(1)
    expect(people).not_to_contain_text("Navnet står flere ganger")


def test_what_quality_and_price_count_is_told_of_the_whole_and_of_no_model_without(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(COMPARE)
    made = [written(tmp_path / f"{n}.json", answer(n, replies(3, "1 000"))) for n in ("Alfa", "Bo")]
    made[1].write_text(json.dumps(answer("Bo", replies(3, "900", K1="partly"))), encoding="utf-8")
    opened(page, written(tmp_path / "krav.json", asked(3)), made)
    for word, value in (("Kvalitet teller, prosent", "90"), ("Pris teller, prosent", "40")):
        page.get_by_label(word).fill(value)
        page.get_by_label(word).blur()
    verdict, notes = page.locator("[data-verdict]"), page.locator("ul[data-notes]")
    expect(notes).to_contain_text(re.compile(r"er til sammen 130 prosent.* som 69,2\s% og 30,8\s%"))
    expect(verdict).to_contain_text("Teller 69,2 prosent.")
    expect(verdict).to_contain_text("Teller 30,8 prosent.")
    page.get_by_label("Prissetting: full kvalitet er verdt").fill("500")
    page.get_by_label("Prissetting: full kvalitet er verdt").blur()
    page.locator("[data-setting=model]").select_option("priced")
    expect(verdict).to_contain_text("leder med evaluert pris")
    expect(verdict).not_to_contain_text("Teller 69,2 prosent.")
    expect(notes).not_to_contain_text("er til sammen")
    page.locator("[data-setting=model]").select_option("linear")
    page.get_by_label("Kvalitet teller, prosent").fill("60")
    page.get_by_label("Kvalitet teller, prosent").blur()
    expect(verdict).to_contain_text("Teller 60 prosent.")
    expect(notes).not_to_contain_text("er til sammen")


def test_what_is_to_be_asked_about_has_what_is_wrong_with_a_price(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(COMPARE)
    prices = {"Alfa": "1 000", "Bo": "90 EUR", "Ca": "", "Du": "1 250 inkl. mva", "Ei": ""}
    made = [
        written(tmp_path / f"{name}.json", answer(name, replies(3, price)))
        for name, price in prices.items()
    ]
    opened(page, written(tmp_path / "krav.json", asked(3)), made)
    lines = page.locator("[data-questions] li")
    expect(lines).to_have_text([
        "Bo: En pris er i EUR. Hva er den i kroner?",
        "Ca: Dere har ikke oppgitt noen pris. Hva koster det dere tilbyr, i hele avtalen?",
        "Du: En pris er med mva. Hva er den uten?",
        "Ei: Dere har ikke oppgitt noen pris. Hva koster det dere tilbyr, i hele avtalen?",
    ])  # fmt: skip
    first, second, _, fourth, *_ = places(page)
    for place in (first, second, fourth):
        page.locator(f"[data-opened] [data-act=remove][value={place}]").click()
    expect(lines).to_have_count(0)  # nobody has sent one: it may come by itself
