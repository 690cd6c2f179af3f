"""From answers to a decision: several who score, the models side by side, what goes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from ..axe import violations
from ..opening import Opener
from .going_out import goes_out, in_csv, in_excel, in_word, table
from .steps import COMPARE, MAKE, place, places, saved

PHONE = 9_000  # CSS pixels
FOUR = ("Alfa", "Beta", "Gamma", "Delta")


def asked(n: int) -> dict[str, Any]:
    """A document file: every third requirement is absolute, five topics, three years."""
    rows = [
        {
            "id": f"krav-{k}", "number": f"K{k}", "group": f"Tema {k % 5 + 1}",
            "priority": ["must", "should", "could"][k % 3],
            "text": f"Leverandøren skal levere tjeneste {k} slik kunden har beskrevet, hver dag, "
            "hele året, og varsle kunden på telefon innen fire timer hvis noe stopper.",
        }
        for k in range(1, n + 1)
    ]  # fmt: skip
    return {
        "format": "kravdokument", "version": 1, "id": "sak1", "edition": "x", "name": "Krav 2027",
        "frame": {"length": "Tre år."}, "requirements": rows,
    }  # fmt: skip


def replies(n: int, price: str, **other: str) -> dict[str, dict[str, str]]:
    """Yes to all but `other`, the price at K1."""
    return {
        f"K{k}": {"reply": other.get(f"K{k}", "yes"), "text": "Slik gjør vi det.", "link": "",
                  "price": price if k == 1 else ""}
        for k in range(1, n + 1)
    }  # fmt: skip


def answer(name: str, made: dict[str, dict[str, str]]) -> dict[str, Any]:
    return {"format": "svar", "version": 1, "document": "sak1", "edition": "x", "title": "Krav",
            "supplier": name, "answers": made}  # fmt: skip


def written(file: Path, made: object) -> Path:
    file.write_text(json.dumps(made), encoding="utf-8")
    return file


def opened(page: Page, document: Path, answers: list[Path]) -> None:
    page.locator("[data-open-document]").set_input_files(document)
    expect(page.locator("[data-documents]")).to_have_value("sak1")
    page.locator("[data-open]").set_input_files(answers)
    expect(page.locator("[data-opened] > li")).to_have_count(len(answers))


@pytest.mark.slow
def test_a_phone_shows_who_leads_and_why_first_and_no_endless_page(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(COMPARE, width=390)
    made = [
        written(tmp_path / f"{name}.json", answer(name, replies(26, price, **other)))
        for name, price, other in (
            ("Alfa", "1 000 000", {"K5": "no", "K7": "partly"}),
            ("Beta drift", "800 000", {"K8": "no", "K10": "partly", "K11": "partly"}),
            ("Gamma", "700 000", {"K3": "no"}),
        )
    ]
    opened(page, written(tmp_path / "krav.json", asked(26)), made)
    page.locator("[data-act=hush]").click()
    page.evaluate("scrollTo(0, 0)")
    lead = page.locator(".guide-verdict__lead")
    expect(lead).to_be_in_viewport()
    # Alfa: one «no» and a «partly» of ...; Gamma misses an absolute one and cannot lead.
    expect(lead).to_contain_text("Beta drift leder med")
    expect(page.locator("[data-verdict] li").first).to_be_in_viewport()
    expect(page.locator("[data-verdict]")).to_contain_text("Gamma (K3)")
    assert page.evaluate("document.documentElement.scrollHeight") <= PHONE
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    row = page.locator("[data-table] tbody tr").nth(3)
    expect(row.locator("select").first).to_be_hidden()
    row.get_by_role("button", name="Vis svarene").click()
    expect(row.locator("select").first).to_be_visible()
    assert violations(page) == []
    # As it was: every answer unfolded.
    page.evaluate("""() => document.querySelectorAll("[data-table] tr").forEach((row) =>
        row.classList.add("guide-compare__open"))""")
    assert page.evaluate("document.documentElement.scrollHeight") > PHONE


def scored(name: str, edition: str, round_: int = 1, **other: int) -> dict[str, Any]:
    """All 4 for Alfa, 3 for Beta, 2 for Gamma, 1 for Delta, but for `other` of Alfa's."""
    all_ = {
        f"K{k}": {
            place("sak1", name): [other.get(f"K{k}", 4) if n == 1 else 5 - n, ""]
            for n, name in enumerate(FOUR, 1)
        }
        for k in range(1, 31)
    }
    who = {"id": f"p{name.lower()}", "name": name, "locked": "2026-11-26T10:00:00Z"}
    return {"format": "poeng", "version": 1, "document": "sak1", "edition": edition,
            "round": round_, "evaluator": who, "scores": all_}  # fmt: skip


def alone(opener: Opener, case: Path, folder: Path) -> Path:
    """Kari scores in a browser of her own: she sees neither prices nor names before she locks."""
    page = opener(COMPARE, width=390, context=opener.new_context(width=390))
    page.locator("[data-open-evaluation]").set_input_files(case)
    page.get_by_label("Navnet ditt").fill("Kari")
    page.get_by_role("button", name="Begynn å sette poeng").click()
    card = page.locator("[data-card]")
    expect(card.locator("legend").first).to_have_text("Leverandør A")
    shown = page.locator("check-compare").inner_text()
    assert not any(word in shown for word in ("Alfa", "Beta", "1 000 000", "800 000", "leder"))
    card.get_by_label("Poeng").first.select_option("4")
    card.get_by_label("Begrunnelse").first.fill("Godt vist")
    page.get_by_role("button", name="Neste").first.click()
    expect(card).to_contain_text("K2")
    page.reload()  # she is still scoring, and nothing is seen
    expect(page.locator("[data-progress]")).to_have_text("1 av 120 svar har poeng.")
    assert "1 000 000" not in page.locator("check-compare").inner_text()
    assert violations(page) == []
    page.get_by_role("button", name="Lås poengene mine").click()
    page.get_by_role("button", name="Lås likevel").click()
    expect(page.locator("[data-verdict]")).to_be_visible()
    return saved(page, "Last ned poengene", folder)


def priced(page: Page) -> Locator:
    """Full quality gets its price; the verdict, in which Alfa leads."""
    field = page.get_by_label("Prissetting: full kvalitet er verdt")
    field.fill("400 000")
    field.blur()
    lead = page.locator("[data-verdict]")
    expect(lead).to_contain_text("Alfa leder med 7,3 av 10 poeng.")
    return lead


def judged(opener: Opener, page: Page, folder: Path) -> None:
    """Three score; one of them disagrees about K1, and they agree on 4 with a reason."""
    page.locator("summary", has_text="Flere som setter poeng").click()
    page.get_by_label("Skjul navnene").check()
    case = saved(page, "Last ned fil for vurdering", folder)
    text = case.read_text(encoding="utf-8")
    assert "Alfa" not in text and "1 000 000" not in text and "Slik gjør vi det." in text
    kari = alone(opener, case, folder)
    edition = json.loads(kari.read_text(encoding="utf-8"))["edition"]
    files = [kari, *(
        written(folder / f"{n}.json", made) for n, made in enumerate([
            scored("Ola", edition), scored("Per", edition, K1=0), scored("Liv", edition, 2),
            {**scored("Siv", edition), "document": "sak2"}, {"format": "noe"},
        ])
    )]  # fmt: skip
    page.locator("[data-open-evaluation]").set_input_files(files)
    said = page.locator("[data-said]")
    expect(said).to_contain_text("Poengene fra Liv er fra runde 2. Dere er i runde 1.")
    expect(said).to_contain_text("Poengene fra Siv gjelder et annet dokument.")
    expect(said).to_contain_text("ikke en fil for vurdering herfra")
    expect(page.locator("[data-judges] li")).to_have_count(3)
    # The spread before the mean: 4, 4 and 0 are from 0 to 4, mean 2.67.
    agenda = page.locator("[data-agenda] li")
    expect(agenda).to_have_count(1)
    expect(agenda).to_contain_text("K1, Alfa: fra 0 til 4, snitt 2,7.")
    expect(agenda).to_contain_text("Kari 4 («Godt vist»)")
    agenda.locator("select").select_option("4")
    agenda.locator("input").fill("Vist i møtet")
    agenda.locator("input").blur()


@pytest.mark.slow
def test_from_four_answers_and_three_who_score_to_a_decision_that_one_can_sign(
    opener: Opener, tmp_path: Path
) -> None:
    """Quality of all 4, 3, 2 and 1 of 4 is 10, 7.5, 5 and 2.5. Prices 1 000 000, 800 000 and
    600 000; Delta's is in euro, a gap. Quality 60, price 40.

    Linear: Alfa 10 - 10·400/600 = 3.33: 6 + 1.33 = 7.33; Beta 6.67: 4.5 + 2.67 = 7.17; Gamma 10:
    3 + 4 = 7. Proportional: Alfa 6: 8.4; Beta 7.5: 7.5; Gamma 7. Hybrid: Alfa 66.7 per cent dearer,
    5·1.5·600/1000 = 4.5: 7.8. Priced, full quality worth 400 000: Alfa 600 000, Beta 500 000,
    Gamma 400 000. So Alfa leads under three models, Gamma under the fourth.
    """
    page = opener(COMPARE)
    made = {name: replies(30, price) for name, price in (
        ("Alfa", "1 000 000"), ("Beta", "800 000"), ("Gamma", "600 000"), ("Delta", "50 000 EUR"),
    )}  # fmt: skip
    opened(page, written(tmp_path / "krav.json", asked(30)), [
        written(tmp_path / "a.json", answer("Alfa", made["Alfa"])),
        in_word(tmp_path / "b.docx", "Beta", table(made["Beta"])),
        in_csv(tmp_path / "c.csv", "Gamma", table(made["Gamma"])),
        in_excel(tmp_path / "d.xlsx", "Delta", table(made["Delta"])),
    ])  # fmt: skip
    judged(opener, page, tmp_path)
    lead = priced(page)
    expect(lead).to_contain_text("Samme vinner under 3 av 4 modeller.")
    expect(lead).to_contain_text("Under Prissetting av kvalitet leder Gamma.")
    expect(lead).to_contain_text("2 trinn eller mer fra hverandre på 1 av".replace("2", "to"))
    rows = page.locator("[data-models] tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows[2:]] == [
        ["Lineær (valgt)", "1. (7,3)", "2. (7,2)", "3. (7,0)", "Ikke rangert"],
        ["Forholdsmessig", "1. (8,4)", "2. (7,5)", "3. (7,0)", "Ikke rangert"],
        ["Hybrid", "1. (7,8)", "2. (7,2)", "3. (7,0)", "Ikke rangert"],
        ["Prissetting av kvalitet", "3. (600\u00a0000\u00a0kr)", "2. (500\u00a0000\u00a0kr)",
         "1. (400\u00a0000\u00a0kr)", "Ikke rangert"],
    ]  # fmt: skip
    page.locator("[data-weight=must]").fill("-5")  # as before: no less than nothing
    page.locator("[data-weight=must]").fill("5")
    page.get_by_label("Kvalitet teller, prosent").fill("-1")
    page.get_by_label("Kvalitet teller, prosent").blur()
    expect(page.locator("[data-said]")).to_contain_text("«-1» kan ikke stå her")
    decided(page)
    page.locator("summary", has_text="Pris over hele avtalen").click()
    for field, words in (("total", "1 000 000"), ("total-note", "Avtalt i møtet.")):
        page.locator(f"[data-{field}]").first.fill(words)
        page.locator(f"[data-{field}]").first.blur()
    page.reload()
    expect(page.locator("[data-verdict]")).to_contain_text("Alfa leder med 7,3 av 10 poeng.")
    goes_out(page, tmp_path)
    assert violations(page) == []


def decided(page: Page) -> None:
    page.get_by_label("Vi velger").select_option(label="Alfa")
    for label, words in (
        ("Hvem som har bestemt", "Styret"), ("Begrunnelse", "Best kvalitet."),
        ("Forbehold", "Delta gir pris i kroner."),
    ):  # fmt: skip
        page.locator("form").get_by_label(label, exact=True).last.fill(words)
    page.get_by_label("Dato").fill("2026-11-26")
    page.get_by_label("Dato").blur()


@pytest.mark.slow
def test_the_example_is_a_whole_case_that_stands_apart(opener: Opener) -> None:
    """Byen IT's one unmet requirement is lifted with a reason, so it leads; the bar stays."""
    page = opener(COMPARE)
    page.get_by_role("button", name="Åpne et eksempel").click()
    bar = page.locator("[data-example]")
    expect(bar).to_contain_text("Dere ser et kort eksempel.")
    lead = page.locator("[data-verdict]")
    expect(lead).to_contain_text("Byen IT (eksempel) leder med")
    expect(lead).to_contain_text("Fjorddrift AS (eksempel) (K13); Skypartner")
    expect(page.locator("[data-judges] li")).to_have_count(2)
    expect(page.locator("[data-agenda] li")).to_have_count(1)
    expect(page.get_by_label("Vi velger")).to_have_value("s2")
    page.reload()
    expect(bar).to_be_visible()
    page.goto(page.url.replace(COMPARE, MAKE))
    expect(bar).to_be_visible()
    expect(page.locator("[data-rows] li")).to_have_count(13)
    # A reader without work of her own has one way out, and it leaves nothing behind.
    expect(bar.get_by_role("button", name="Tilbake")).to_be_hidden()
    bar.get_by_role("button", name="Ta bort eksemplet").click()
    expect(bar).to_be_hidden()
    expect(page.locator("[data-rows]")).to_be_hidden()
    # Whoever opens an answer after another was taken out does not inherit what was thought of it.
    page.goto(page.url.replace(MAKE, COMPARE))
    page.get_by_role("button", name="Åpne et eksempel").click()
    page.get_by_role("button", name="Ta ut Skypartner").click()
    answers = [{"name": "ny.json", "mimeType": "application/json",
                "buffer": json.dumps(answer("Ny", replies(13, "1"))).encode()}]  # fmt: skip
    page.locator("[data-open]").set_input_files(answers)  # type: ignore[arg-type]
    expect(page.locator("[data-opened] > li")).to_have_count(3)
    fresh = places(page)[-1]
    expect(page.locator(f"select[data-own={fresh}]").first).to_have_value("")
