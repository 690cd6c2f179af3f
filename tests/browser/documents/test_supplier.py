"""The supplier's side: gaps are told before an answer leaves, and what was answered is offered."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import openpyxl
import pytest
from paper import texts
from playwright.sync_api import expect

from ..axe import violations
from ..conftest import Unit
from ..opening import Opener
from .steps import REPLY, saved

ASKED = {
    "format": "kravdokument",
    "version": 1,
    "id": "d1",
    "edition": "e1",
    "name": "Krav 2027",
    "frame": {"who": "Vi er 25.\nVi selger brød."},
    "requirements": [
        {"id": "kopi", "number": "K1", "group": "Drift", "priority": "must",
         "text": "Leverandøren skal ta sikkerhetskopi av alle data hver natt."},
        {"id": "norsk", "number": "K2", "group": "Drift", "priority": "should",
         "text": "Leverandøren skal svare på norsk.\nOgså på telefon."},
        {"id": "pris", "number": "K3", "group": "Pris", "priority": "should",
         "text": "Leverandøren skal oppgi prisen for én bruker."},
    ],
}  # fmt: skip


TALLEST = 9000  # px at 390 px, of 26 requirements; every field unfolded it was 16,527
ALL_OPEN = """() => document.querySelectorAll(".guide-reply__row").forEach((row) =>
    row.classList.add("guide-reply__open"))"""


def test_what_a_customer_would_have_to_ask_about_is_told(unit: Unit) -> None:
    def told(*how: object) -> list[str]:
        found: list[str] = unit("supplier", "told", *how)
        return found

    assert told(None) == ["missing"] == told({"text": "Ja visst."})
    assert told({"reply": "yes"}) == [] == told({"reply": "yes", "price": "1 200 kr per måned"})
    assert told({"reply": "partly"}) == ["bare"] == told({"reply": "no", "text": "  "})
    assert told({"reply": "no", "text": "Vi kan levere det fra 2028."}) == []
    assert told({"reply": "no", "text": "Fra 2028."}, "must") == ["refused"]
    assert told({"reply": "yes", "text": "Vi tilbyr ikke dette."}) == ["unproven"]
    assert told({"reply": "yes", "text": "Prisen er ikke økt."}) == []
    assert told({"reply": "yes", "price": "fra 500"}) == ["price"]


def test_an_answer_is_offered_where_the_same_or_the_like_is_asked(unit: Unit) -> None:
    words = "Leverandøren skal ta sikkerhetskopi av alle data hver natt."
    assert unit("supplier", "again", "kopi", words) == "Veeam, hver natt."
    other = words.replace("hver natt", "hver natt og helg")
    assert unit("supplier", "again", "annet", other) == "Veeam, hver natt."
    # Another question under the same id is another question; what had no words is not offered.
    assert unit("supplier", "again", "kopi", "Leverandøren skal møte kunden to ganger.") is None
    assert unit("supplier", "again", "norsk", "Leverandøren skal svare på norsk.") is None
    assert unit("supplier", "near", "en to tre fire", "en to tre fem") == 0.33
    assert unit("supplier", "near", "", "") == 0


def test_what_is_kept_of_answers_is_held_to_one_rule(unit: Unit) -> None:
    assert unit("supplier", "read", "") == [{}, True]
    assert unit("supplier", "read", "{") is None
    assert unit("supplier", "hostile", 300) == []
    assert unit("supplier", "grown", 510) == [500, True, False]


def test_the_post_that_is_said_in_words_lacks_words_and_no_price(unit: Unit) -> None:
    told = {"": [["P2", "post"], ["P7", "index"]], "SSBs indeks": [["P2", "post"]]}
    for words, gaps in told.items():
        assert unit("supplier", "toldOfForm", {"index": words}) == gaps


@pytest.mark.slow
def test_a_supplier_sees_the_gaps_mends_them_and_meets_her_own_words_again(
    opener: Opener, tmp_path: Path
) -> None:
    asked = tmp_path / "krav.json"
    asked.write_text(json.dumps(ASKED), encoding="utf-8")
    page = opener(REPLY, width=390)
    page.locator("[data-open]").set_input_files(asked)
    page.get_by_label("Leverandør", exact=True).fill("Alfa")
    # What the customer wrote has its lines, among the requirements and over them.
    asked_of = page.locator("#K2 .guide-reply__asked").first
    assert asked_of.inner_text() == "Leverandøren skal svare på norsk.\nOgså på telefon."
    told = page.locator("[data-frame] dd")
    assert told.inner_text() == "Vi er 25.\nVi selger brød."
    told.evaluate("one => { one.style.whiteSpace = 'normal'; }")  # as it was
    assert told.inner_text() == "Vi er 25. Vi selger brød."
    page.locator("#K1 [value=no]").check()
    page.locator("#K1 [data-field=text]").fill("Vi tar kopi hver uke.")
    page.locator("#K2 [value=partly]").check()
    page.get_by_role("button", name="Last ned svarfilen").click()
    summary = page.locator("[data-gaps]")
    expect(summary).to_be_focused()
    expect(summary.locator("li")).to_have_count(3)
    expect(summary).to_contain_text("K1 Kravet er absolutt.")
    expect(page.locator("#K2-feil")).to_contain_text("Skriv hva som ikke er dekket")
    expect(page.locator("#K3-feil")).to_have_text("Svar mangler.")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.emulate_media(media="print")  # the customer gets the answer, not what is told of it
    expect(summary).to_be_hidden()
    expect(page.locator("#K3-feil")).to_be_hidden()
    page.emulate_media(media="null")
    expect(summary).to_be_visible()
    summary.get_by_role("link", name="K3").click()
    expect(page.locator("#K3")).to_be_in_viewport()
    # What is mended goes, and what is meant can be sent.
    page.locator("#K3 [value=yes]").check()
    expect(page.locator("#K3-feil")).to_be_hidden()
    expect(summary.locator("li")).to_have_count(2)
    made = json.loads(saved(page, "Last ned likevel", tmp_path).read_text(encoding="utf-8"))
    assert made["answers"]["K1"]["reply"] == "no"
    expect(summary).to_be_hidden()

    # The next customer asks for nearly the same: offered, and not filled in.
    again = {**ASKED, "id": "d2", "name": "Andre krav"}
    again["requirements"] = [{**ASKED["requirements"][0], "id": "natt"}]  # type: ignore[index]
    asked.write_text(json.dumps(again), encoding="utf-8")
    page.reload()
    page.locator("[data-open]").set_input_files(asked)
    area = page.locator("#K1 [data-field=text]")
    expect(area).to_have_value("")
    page.locator("#K1 .guide-reply__before summary").click()
    expect(page.locator("#K1 .guide-reply__before")).to_contain_text("Vi tar kopi hver uke.")
    page.locator("#K1 [data-act=reuse]").click()
    expect(area).to_have_value("Vi tar kopi hver uke.")
    expect(area).to_be_focused()
    expect(page.locator("#K1 [value=no]")).not_to_be_checked()  # the choice is hers
    page.wait_for_timeout(500)
    page.reload()
    page.locator("[data-kept] [data-again]", has_text="Andre krav").click()
    expect(area).to_have_value("Vi tar kopi hver uke.")


@pytest.mark.slow
def test_what_is_printed_is_what_the_file_and_the_workbook_say(
    opener: Opener, tmp_path: Path
) -> None:
    """A long text is printed whole; of what was chosen the others are left out."""
    asked = tmp_path / "krav.json"
    form = [{"id": "setup", "amount": 1}, {"id": "fixed", "amount": 36}]
    asked.write_text(json.dumps({**ASKED, "form": form}), encoding="utf-8")
    page = opener(REPLY)
    page.locator("[data-open]").set_input_files(asked)
    page.get_by_label("Leverandør", exact=True).fill("Alfa & sønn")
    long = "Vi tar kopi hver natt. " * 30 + "Og prøver den."
    for number, reply, text, link, price in (
        ("K1", "yes", long, "https://alfa.example/kopi", ""),
        ("K2", "partly", "På norsk til 16,\nså på engelsk.", "", ""),
        ("K3", "no", "Vi priser per time.", "", "1 200 kr"),
    ):
        page.locator(f"#{number} [value={reply}]").check()
        for name, words in (("text", text), ("link", link), ("price", price)):
            page.locator(f"#{number} [data-field={name}]").fill(words)
    for field, price in zip(
        page.locator("[data-prices] input").all(), ("50 000", "900"), strict=True
    ):
        field.fill(price)
    made = json.loads(saved(page, "Last ned svarfilen", tmp_path).read_text(encoding="utf-8"))
    book = openpyxl.load_workbook(saved(page, "Last ned som arbeidsbok", tmp_path))
    cells = [str(cell.value or "") for sheet in book for row in sheet.iter_rows() for cell in row]
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    paper = "".join("".join(one.split()) for one in texts(pdf))

    def printed(words: str) -> bool:
        return "".join(words.split()) in paper

    assert made["supplier"] in cells and printed(made["supplier"])
    for said in made["answers"].values():
        for name in ("text", "link", "price"):
            assert said[name] == "" or said[name] in cells, said[name]
            assert printed(said[name]), said[name]
    assert made["form"]["setup"]["price"] == "50 000" and printed("50 000")
    shown = {"yes": "Oppfylt", "partly": "Delvis", "no": "Nei"}
    ends = [*(f"{number}·" for number in made["answers"]), "Prisskjema"]
    for (number, said), end in zip(made["answers"].items(), ends[1:], strict=True):
        row = paper[paper.index(f"{number}·") :].split(end)[0]
        assert [w for w in shown.values() if w in row] == [shown[said["reply"]]], number


def of_26() -> dict[str, object]:
    text = "Leverandøren skal ta sikkerhetskopi av alle data hver natt, prøve at de kan leses "
    text += "tilbake hvert kvartal, og gi kunden en rapport senest ti dager etter hver prøve."
    rows = [
        {"id": f"r{n}", "number": f"K{n}", "group": f"Tema {n // 6}", "priority": "must",
         "text": text}
        for n in range(1, 27)
    ]  # fmt: skip
    posts = [{"id": name, "amount": 2} for name in ("setup", "user", "hour", "exit")]
    return {**ASKED, "id": "d3", "name": "Mange krav", "requirements": rows, "form": posts}


@pytest.mark.slow
def test_on_a_phone_one_requirement_is_open_at_a_time_and_the_page_no_wall(
    opener: Opener, tmp_path: Path
) -> None:
    asked = tmp_path / "krav.json"
    asked.write_text(json.dumps(of_26()), encoding="utf-8")
    page = opener(REPLY, width=390)
    page.locator("[data-open]").set_input_files(asked)
    expect(page.locator("[data-rows] fieldset")).to_have_count(26)
    assert page.evaluate("document.documentElement.scrollHeight") <= TALLEST
    # What is not met asks for words, and stays where it is while another one is folded.
    page.locator("#K4 [value=no]").check()
    page.locator("#K4 [data-field=text]").fill("Hver måned, ikke hvert kvartal.")
    other = page.locator("#K9 [value=partly]")
    other.scroll_into_view_if_needed()
    before = other.bounding_box()
    other.focus()
    page.keyboard.press("Space")
    expect(page.locator("#K9 [data-field=text]")).to_be_visible()
    after = other.bounding_box()
    assert before and after and abs(before["y"] - after["y"]) <= 1
    expect(page.locator("#K4 [data-field=text]")).to_be_hidden()
    expect(page.locator("#K4 .guide-reply__brief")).to_have_text("Hver måned, ikke hvert kvartal.")
    opens = page.get_by_role("button", name="Skriv mer K4")
    expect(opens).to_have_attribute("aria-expanded", "false")
    opens.click()
    expect(page.locator("#K4 [data-field=text]")).to_be_visible()
    expect(page.locator("#K4 .guide-reply__brief")).to_be_hidden()
    assert violations(page) == []
    opens.click()
    expect(page.locator("#K4 [data-field=text]")).to_be_hidden()
    # Told of a gap, whoever follows its link can write at once.
    page.locator("[data-missing] a", has_text="K12").click()
    expect(page.locator("#K12 [data-field=text]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    # On paper, and where there is room, everything is there.
    page.emulate_media(media="print")
    expect(page.locator("#K4 .guide-reply__brief")).to_be_hidden()
    expect(page.locator("#K5 .guide-reply__fields")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate(ALL_OPEN)  # as it was
    assert page.evaluate("document.documentElement.scrollHeight") > TALLEST
    page.set_viewport_size({"width": 1280, "height": 844})
    expect(page.locator("#K5 [data-field=text]")).to_be_visible()
    expect(page.locator("#K5 .guide-reply__fields")).to_be_hidden()


def test_documents_that_are_begun_say_whose_they_are_and_how_far_one_is(
    opener: Opener, tmp_path: Path
) -> None:
    """Two customers' documents bear the name that the guide gives them all."""
    page = opener(REPLY)
    for n, company in ((1, "Bakeriet AS"), (2, "")):
        file = tmp_path / f"{n}.json"
        file.write_text(json.dumps(ASKED | {"id": f"d{n}", "frame": {"company": company}}), "utf-8")
        page.locator("[data-open]").set_input_files(file)
        expect(page.locator("[data-rows] fieldset")).to_have_count(3)
        page.locator("#K1 [value=yes]").check()
        expect(page.locator("[data-count]")).to_have_text("1 av 3 krav er besvart.")
        page.goto(page.url)
    today = datetime.date.today().strftime("%d.%m.%Y")
    expect(page.locator("[data-kept] [data-again]")).to_have_text(
        [
            f"Krav 2027 · åpnet {today} · 1 av 3 krav er besvart.",
            f"Krav 2027 · Bakeriet AS · åpnet {today} · 1 av 3 krav er besvart.",
        ]
    )
