"""Answers by who has given them: alike in every browser, whatever the order they were opened in."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ..opening import Opener
from .steps import COMPARE, place, places, saved
from .test_judging import answer, asked, opened, replies, written


def answers(folder: Path, *names: str, **other: str) -> list[Path]:
    return [
        written(folder / f"{name}.json", answer(name, replies(3, "1 000", **other)))
        for name in names
    ]


def begun(opener: Opener, folder: Path, *names: str) -> Page:
    """A reader of her own, who has opened the document and the answers."""
    page = opener(COMPARE, context=opener.new_context())
    opened(page, written(folder / "krav.json", asked(3)), answers(folder, *names))
    return page


@pytest.mark.slow
def test_answers_opened_in_another_order_are_the_same_answers(
    opener: Opener, tmp_path: Path
) -> None:
    """A colleague's points go to whom she gave them; those to answers that nobody has opened here
    are told."""
    page = begun(opener, tmp_path, "Alfa", "Bo")
    other = begun(opener, tmp_path, "Cia", "Bo", "Alfa")
    assert places(page) == [place("sak1", name) for name in ("Alfa", "Bo")]
    assert places(other) == [place("sak1", name) for name in ("Alfa", "Bo", "Cia")]
    other.locator("summary", has_text="Flere som setter poeng").click()
    other.get_by_label("Navnet ditt").fill("Per")
    other.get_by_role("button", name="Begynn å sette poeng").click()
    for n in range(3):
        points = other.locator("[data-card]").get_by_label("Poeng")
        for at, score in enumerate(("4", "1", "0")):
            points.nth(at).select_option(score)
        if n < 2:
            other.locator("[data-act=later]").first.click()
    other.get_by_role("button", name="Lås poengene mine").click()
    page.locator("[data-open-evaluation]").set_input_files(
        saved(other, "Last ned poengene", tmp_path)
    )
    expect(page.locator("[data-said]")).to_contain_text("ikke er åpnet her (leverandører: 1)")
    expect(page.locator("[data-verdict]")).to_contain_text("Alfa leder med")


def test_an_answer_that_was_taken_out_comes_back_with_its_points(
    opener: Opener, tmp_path: Path
) -> None:
    page = begun(opener, tmp_path, "Alfa", "Bo")
    bo = place("sak1", "Bo")
    view = page.locator(f"select[data-own={bo}][data-number=K1]")
    view.select_option("no")
    page.get_by_role("button", name="Ta ut Bo").click()
    expect(page.locator("[data-opened] > li")).to_have_count(1)
    page.reload()
    page.locator("[data-open]").set_input_files(answers(tmp_path, "Bo", "Cia"))
    expect(page.locator("[data-opened] > li")).to_have_count(3)
    expect(view).to_have_value("no")
    # Who was not there before has nothing of it.
    other = place("sak1", "Cia")
    expect(page.locator(f"select[data-own={other}][data-number=K1]")).to_have_value("")


def test_a_second_answer_by_one_supplier_has_a_place_of_its_own(
    opener: Opener, tmp_path: Path
) -> None:
    page = begun(opener, tmp_path, "Alfa")
    page.locator("[data-open]").set_input_files(answers(tmp_path, "Alfa", K2="no"))
    page.get_by_role("button", name="Åpne som et svar til").click()
    expect(page.locator("[data-opened] > li")).to_have_count(2)
    assert set(places(page)) == {place("sak1", "Alfa"), place("sak1", "Alfa", 1)}


@pytest.mark.slow
def test_a_new_file_to_score_from_brings_what_was_answered_anew(
    opener: Opener, tmp_path: Path
) -> None:
    """Points stand where they were; whoever has the answers themselves keeps them, with prices."""
    page = begun(opener, tmp_path, "Alfa", "Bo")
    page.locator("summary", has_text="Flere som setter poeng").click()
    case = saved(page, "Last ned fil for vurdering", tmp_path).rename(tmp_path / "første.json")
    page.locator("[data-open]").set_input_files(answers(tmp_path, "Bo", K3="no"))
    page.get_by_role("button", name="Erstatt svaret").click()
    again = saved(page, "Last ned fil for vurdering", tmp_path)
    other = opener(COMPARE, context=opener.new_context())
    other.locator("[data-open-evaluation]").set_input_files(case)
    said = other.locator("[data-said]")
    expect(said).to_contain_text("med 2 svar")
    expect(said).not_to_contain_text("Nytt siden")
    other.locator("[data-open-evaluation]").set_input_files(again)
    expect(said).to_contain_text("Nytt siden forrige fil: Bo.")
    bo = place("sak1", "Bo")
    expect(other.locator(f"td:has([data-own={bo}][data-number=K3])")).to_contain_text("Nei")
    # The chair opens it by mistake: nothing is lost.
    page.locator("[data-open-evaluation]").set_input_files(case)
    expect(page.locator("[data-said]")).not_to_contain_text("Nytt siden")
    expect(page.locator(f"td:has([data-own={bo}][data-number=K3])")).to_contain_text("Nei")
    expect(page.locator(f"td:has([data-own={bo}][data-number=K1])")).to_contain_text("1 000")


def test_a_phone_shows_every_answer_to_a_question(opener: Opener, tmp_path: Path) -> None:
    page = begun(opener, tmp_path, "Alfa", "Bo")
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("[data-open]").set_input_files(answers(tmp_path, "Bo", K2="no", K3="partly"))
    for name in ("Erstatt svaret", "Åpne som et svar til", "Behold det gamle", "Lukk"):
        button = page.locator("[data-said]").get_by_role("button", name=name)
        expect(button).to_be_in_viewport(ratio=1)
        middle = button.evaluate("""(one) => {
          const box = one.getBoundingClientRect();
          return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === one;
        }""")
        assert middle, name


def test_a_price_that_was_set_by_hand_is_told_when_another_answer_comes(
    opener: Opener, tmp_path: Path
) -> None:
    page = begun(opener, tmp_path, "Alfa", "Bo")
    page.locator("summary", has_text="Pris over hele avtalen").click()
    field = page.locator(f"[data-total={place('sak1', 'Bo')}]")
    field.fill("900 000")
    field.blur()
    for name, told in (("Bo", True), ("Alfa", False)):
        page.locator("[data-open]").set_input_files(answers(tmp_path, name, K2="no"))
        page.get_by_role("button", name="Erstatt svaret").click()
        said = page.locator("[data-said]")
        expect(said).to_contain_text(f"{name}: svaret er erstattet")
        stays = "Prisen dere har satt selv, gjelder fortsatt."
        (expect(said).to_contain_text if told else expect(said).not_to_contain_text)(stays)


def test_how_one_promised_to_choose_stands_beside_the_weights(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(COMPARE, context=opener.new_context())
    made = asked(3)
    made["frame"]["criteria"] = "Pris 60 %, kvalitet 40 %."
    opened(page, written(tmp_path / "krav.json", made), answers(tmp_path, "Alfa", "Bo"))
    expect(page.locator("ul[data-notes]")).to_contain_text("Pris 60 %, kvalitet 40 %.")
