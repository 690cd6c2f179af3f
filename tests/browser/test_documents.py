"""From ticks to a document, from a document to answers, from answers to a choice."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from conftest import ROOT
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from macros import load
from macros.pages import render

from .conftest import violations

CATALOG = load.load(ROOT)
KEY = "checklists:it-outsourcing"
MAKE, REPLY, COMPARE = "lag-kravdokument/", "svar-pa-krav/", "sammenlign/"
WITH_REQUIREMENT = {c.id: [i.id for i in c.own() if i.requirement] for c in CATALOG.checklists}
# Ten from a list with only absolute ones would prove less: three lists, 40 in all.
LISTS = (
    "sikkerhet-og-kontroll",
    "kravdokument",
    "beredskap-og-hendelser",
    "varighet-og-avslutning",
)


def saved(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as got:
        page.get_by_role("button", name=button, exact=True).click()
    file = folder / got.value.suggested_filename
    got.value.save_as(file)
    return file


def forty() -> list[str]:
    found = [name for one in LISTS for name in WITH_REQUIREMENT[one]]
    return found[:40]


@pytest.fixture
def document(opener, tmp_path: Path) -> tuple[Page, dict[str, Path]]:
    """A document with 40 requirements picked, two reworded, three own; every file of it."""
    page = opener(MAKE)
    page.evaluate(
        """async (ids) => {
          const { storeOf } = (await import('/assets/checklists/main.js')).$answers_store;
          for (const id of ids) storeOf('it-outsourcing').answer(id, { status: 'done' });
          storeOf('it-outsourcing').answer('rett-til-sikkerhetstest', { status: 'irrelevant' });
        }""",
        forty(),
    )
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    page.locator("[data-name]").fill("Krav 2027")
    rows = page.locator("[data-rows] li")
    expect(rows).to_have_count(len(forty()))
    for number, words in (
        (0, "Leverandøren skal svare på norsk."),
        (1, "Leverandøren skal ha <b>vakt</b> & «beredskap»."),
    ):
        rows.nth(number).locator("textarea").fill(words)
    for n in range(3):
        page.locator("[data-own]").fill(
            f"Eget krav {n + 1}: Leverandøren skal møte {n + 1} ganger i året."
        )
        page.get_by_role("button", name="Legg til kravet").click()
    page.get_by_label("Tilgjengelighet i prosent").fill("99,9")
    page.get_by_label("Hvem vi er").fill("Vi er 25.\nVi selger brød.")
    files = {name: saved(page, button, tmp_path) for name, button in
             (("docx", "Word"), ("csv", "CSV"), ("md", "Markdown"), ("json", "Fil for svarsiden"))}  # fmt: skip
    return page, files


def test_ticks_become_a_document_in_every_format(document) -> None:
    page, files = document
    made = json.loads(files["json"].read_text(encoding="utf-8"))
    rows = made["requirements"]
    assert len(rows) == 43 and [r["number"] for r in rows] == [f"K{n}" for n in range(1, 44)]
    assert rows[0]["text"] == "Leverandøren skal svare på norsk."
    assert made["frame"]["availability"] == "99,9"
    word = docx.Document(str(files["docx"]))
    styles = {p.style.name for p in word.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "toc 1"} <= styles
    texts = [p.text for p in word.paragraphs]
    assert "Bilag 1: Kundens kravspesifikasjon" in texts
    assert "Bilag 2: Leverandørens løsningsspesifikasjon" in texts
    # 365 days of 24 hours, 0.1 per cent: 8.76 hours.
    assert any("8 timer og 46 minutter" in t for t in texts)
    assert "Vi er 25.\nVi selger brød." in texts
    cells = [[c.text for c in row.cells] for t in word.tables for row in t.rows]
    numbered = [row for row in cells if re.fullmatch(r"K\d+", row[0])]
    assert [(r[0], r[1]) for r in sorted(numbered, key=lambda r: int(r[0][1:]))] == [
        (r["number"], r["text"]) for r in rows
    ]
    with zipfile.ZipFile(files["docx"]) as archive:
        body = archive.read("word/document.xml").decode()
    marks = set(re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', body))
    links = re.findall(r'w:hyperlink w:anchor="([^"]+)"', body)
    assert (
        links and set(links) == marks and body.count("<w:tblHeader/>") == body.count("<w:tbl>") - 1
    )
    table = list(
        csv.reader(io.StringIO(files["csv"].read_bytes().decode("utf-8-sig")), delimiter=";")
    )
    assert [r[0] for r in table[1:44]] == [r["number"] for r in rows]
    text = files["md"].read_text(encoding="utf-8")
    assert all(f"| {r['number']} | " in text for r in rows)


@pytest.mark.slow
def test_libreoffice_opens_the_document(document, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is missing: install libreoffice-writer")
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(document[1]["docx"])], check=True, capture_output=True, timeout=120
    )
    text = "".join(
        p.extract_text() for p in PdfReader(tmp_path / f"{document[1]['docx'].stem}.pdf").pages
    )
    assert all(f"K{n}" in text for n in range(1, 44))


def test_numbers_stay_once_the_document_has_left_the_house(document, tmp_path: Path) -> None:
    page, files = document
    first = json.loads(files["json"].read_text(encoding="utf-8"))
    before = {r["id"]: r["number"] for r in first["requirements"]}
    rows = page.locator("[data-rows] li")
    rows.nth(2).get_by_role("button", name="Ta ut").click()
    rows.nth(0).get_by_role("button", name="Flytt ned").click()
    page.locator("[data-own]").fill("Enda et krav")
    page.get_by_role("button", name="Legg til kravet").click()
    made = json.loads(saved(page, "Fil for svarsiden", tmp_path).read_text(encoding="utf-8"))
    after = made["requirements"]
    assert {r["id"]: r["number"] for r in after if r["id"] in before}.items() <= before.items()
    assert after[-1]["number"] == "K44" and len(after) == 43
    assert first["edition"] != made["edition"]


def test_a_document_is_kept_copied_and_deleted_with_undo(document) -> None:
    page, _ = document
    page.reload()
    expect(page.locator("[data-rows] li")).to_have_count(43)
    page.get_by_role("button", name="Lag en kopi").click()
    expect(page.locator("[data-documents] option")).to_have_text(["Krav 2027", "Krav 2027 (kopi)"])
    page.get_by_role("button", name="Slett", exact=True).click()
    expect(page.locator("[data-documents] option")).to_have_text(["Krav 2027"])
    page.get_by_role("button", name="Angre").click()
    expect(page.locator("[data-documents] option")).to_have_count(2)


def test_three_answers_are_compared_and_ranked_as_worked_out_by_hand(
    document, opener, tmp_path: Path
) -> None:
    """A: answer file, B: .docx by python-docx, C: .csv with a gap.

    The 40 picked and 3 own have weights 5 (must), 3 (should), 1 (could); all = the sum of them.
    A says yes to all but K1 (partly): points = 100 * (all - w1/2) / all, and where K1 is absolute
    A has one unmet. B says yes to all but the last own requirement (should, weight 3: no):
    100 * (all - 3) / all, no unmet. C says no to all absolute ones, yes to the rest, and leaves the
    last own one open: 100 * (all - sum of must - 3) / all; every absolute one unmet.
    """
    page, files = document
    asked = json.loads(files["json"].read_text(encoding="utf-8"))
    rows = asked["requirements"]
    weight = {"must": 5, "should": 3, "could": 1}
    every = sum(weight[r["priority"]] for r in rows)
    must = [r["number"] for r in rows if r["priority"] == "must"]
    assert rows[0]["priority"] == "must" and rows[-1]["priority"] == "should"

    # A: through the supplier's own page.
    supplier = opener(REPLY, context=opener.new_context(width=390))
    supplier.locator("[data-open]").set_input_files(files["json"])
    supplier.get_by_label("Leverandør", exact=True).fill("Alfa")
    for r in rows[1:]:
        supplier.locator(f"#{r['number']} [value=yes]").check()
    expect(supplier.locator("[data-count]")).to_have_text("42 av 43 krav er besvart.")
    expect(supplier.locator("[data-missing]")).to_contain_text("K1")
    supplier.locator("#K1 [value=partly]").check()
    supplier.locator("#K1 [data-field=text]").fill("På engelsk etter kl. 16")
    supplier.locator("#K1 [data-field=price]").fill("1 200,50 kr")
    supplier.reload()
    supplier.get_by_role("button", name="Krav 2027").click()
    expect(supplier.locator("[data-count]")).to_have_text("43 av 43 krav er besvart.")
    assert violations(supplier) == []
    alfa = saved(supplier, "Last ned svarfilen", tmp_path)

    # B: the Word file, filled in by another hand.
    word = docx.Document(str(files["docx"]))
    word.tables[0].rows[0].cells[1].text = "Beta AS"
    for table in word.tables[1:]:
        for row in table.rows[1:]:
            row.cells[3].text = "Nei" if row.cells[0].text == "K43" else "Oppfylt"
            row.cells[6].text = "100"
    beta = tmp_path / "beta.docx"
    word.save(str(beta))

    # C: the CSV, as Excel saves it, with a gap and a reply that is none of the three.
    table = list(
        csv.reader(io.StringIO(files["csv"].read_bytes().decode("utf-8-sig")), delimiter=";")
    )
    for row in table:
        if row and re.fullmatch(r"K\d+", row[0]):
            row[4] = {"K43": "", "K42": "Kanskje"}.get(row[0], "nei" if row[0] in must else "ja")
        elif row and row[0] == "Leverandør":
            row[1] = "Gamma"
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(table)
    gamma = tmp_path / "gamma.csv"
    gamma.write_bytes(out.getvalue().encode("windows-1252"))

    page.goto(page.url.replace(MAKE, COMPARE))
    page.locator("[data-open]").set_input_files([alfa, beta, gamma])
    expect(page.locator("[data-opened] li")).to_have_count(3)
    expect(page.locator("[data-opened]")).to_contain_text("kunne ikke leses: K42 («Kanskje»), K43")
    # What could not be read is typed in.
    page.locator("select[data-own=s3][data-number=K42]").select_option("yes")
    points = {
        "Alfa": 100 * (every - 5 / 2) / every,
        "Beta AS": 100 * (every - 3) / every,
        "Gamma": 100 * (every - 5 * len(must) - 3) / every,
    }
    rank = page.locator("[data-rank] li")
    expect(rank.nth(0)).to_contain_text("Beta AS")
    expect(rank.nth(1)).to_contain_text("Alfa")
    expect(rank.nth(2)).to_contain_text("Gamma")
    for n, name in enumerate(("Beta AS", "Alfa", "Gamma")):
        shown = f"{points[name]:.1f}".replace(".", ",").removesuffix(",0")
        expect(rank.nth(n)).to_contain_text(f"{shown} poeng")
    expect(rank.nth(0)).to_contain_text("Oppfyller alle absolutte krav")
    expect(rank.nth(0)).to_contain_text("Sum av prisene som er tall (43): 4\u00a0300 kr")
    expect(rank.nth(1)).to_contain_text("Oppfyller ikke absolutte krav: K1 ")
    expect(page.locator("[data-sensitivity]")).to_contain_text("Beta AS ligger først også når")
    # Unmet absolute ones first, marked.
    first = page.locator("[data-table] tbody tr").first
    expect(first).to_have_class("guide-compare__unmet")
    expect(page.locator("[data-questions]")).to_contain_text("Gamma: Dere svarte nei på")
    # Our own view counts before the claim: with K1 met, Alfa has no unmet and fewer lost points.
    page.locator("select[data-own=s1][data-number=K1]").select_option("yes")
    expect(rank.nth(0)).to_contain_text("Alfa")
    expect(rank.nth(0)).to_contain_text("100 poeng")
    page.reload()
    expect(page.locator("[data-rank] li").nth(0)).to_contain_text("Alfa")
    grid = saved(page, "CSV", tmp_path).read_bytes().decode("utf-8-sig")
    made = list(csv.reader(io.StringIO(grid), delimiter=";"))
    assert made[0][3:] == ["Alfa", "Beta AS", "Gamma"] and len(made) == 45
    assert violations(page) == []
    # Answers to another edition are recognised and said.
    page.goto(page.url.replace(COMPARE, MAKE))
    page.locator("[data-rows] li").nth(5).locator("textarea").fill("Noe helt annet.")
    page.locator("[data-rows] li").nth(6).locator("textarea").focus()
    page.goto(page.url.replace(MAKE, COMPARE))
    expect(page.locator("[data-opened] li").first).to_contain_text("en annen utgave av dokumentet")


def test_a_weight_that_turns_the_result_is_said(opener) -> None:
    page = opener("om/")
    told = page.evaluate(
        """async () => {
          const c = await import('/assets/checklists/documents/compare.js');
          const rows = [{ number: 'K1', priority: 'should' }, { number: 'K2', priority: 'could' }, { number: 'K3', priority: 'could' }, { number: 'K4', priority: 'could' }];
          const of = (answers) => (number) => answers[number] ?? 'no';
          const all = [{ id: 'a', replyOf: of({ K1: 'yes' }) }, { id: 'b', replyOf: of({ K2: 'yes', K3: 'yes', K4: 'yes' }) }];
          // a: 3.2 of 6.2; b: 3 of 6.2. With should at 2.56 b leads, with could at 1.2 b leads.
          return c.sensitivity(rows, all, { must: 5, should: 3.2, could: 1 }).map(({ priority, factor, winner, changed }) => [priority, factor, winner, changed]);
        }"""
    )
    assert told == [
        ["must", 0.8, "a", False], ["must", 1.2, "a", False],
        ["should", 0.8, "b", True], ["should", 1.2, "a", False],
        ["could", 0.8, "a", False], ["could", 1.2, "b", True],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 200,50 kr", 1200.5),
        ("1.200", 1200),
        ("14 500", 14500),
        ("12.5", 12.5),
        ("NOK 99,-", 99),
        ("etter avtale", None),
        ("=1+1", None),
        ("-5", None),
    ],
)
def test_prices_are_read_as_norwegians_write_them(opener, text: str, number: float | None) -> None:
    page = opener("om/")
    script = "async (t) => (await import('/assets/checklists/documents/compare.js')).amount(t)"
    assert page.evaluate(script, text) == number


HARD = "<>&\"' emoji 🥖 \u202eמימין\u202c \u0000\u0007\u000bkontroll " + "x" * 9000 + "\nny linje"
KEPT = "<>&\"' emoji 🥖 \u202eמימין\u202c kontroll " + "x" * 9000 + "\nny linje"


def test_any_text_survives_every_format_and_the_way_back(opener, tmp_path: Path) -> None:
    page = opener(MAKE)
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    page.evaluate(
        """async (text) => {
          const { storeOf } = (await import('/assets/checklists/main.js')).$answers_store;
          const d = await import('/assets/checklists/documents/kept.js');
          const store = storeOf('it-outsourcing');
          const s = await import('/assets/checklists/answers/state.js');
          const [[id]] = d.list(store.project);
          const [key, made] = d.requirement(id, { id: 'egen-x', n: 0, text, priority: 'must', group: '=cmd', order: -1 });
          store.change((state, p, stamp) => s.keep(state, p, 'documents', key, made, stamp));
        }""",
        HARD,
    )
    word = docx.Document(str(saved(page, "Word", tmp_path)))
    cells = [c.text for t in word.tables for row in t.rows for c in row.cells]
    assert KEPT in cells
    made = json.loads(saved(page, "Fil for svarsiden", tmp_path).read_text(encoding="utf-8"))
    assert made["requirements"][0]["text"] == KEPT
    text = saved(page, "CSV", tmp_path).read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert rows[1][2] == KEPT and rows[1][1] == "'=cmd"


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f"<w:document {W}><w:body>{{}}</w:body></w:document>"
ROW = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
ANSWER = {
    "format": "svar",
    "version": 1,
    "document": "d1",
    "edition": "x",
    "supplier": "S",
    "answers": {},
}
DOCUMENT = {"format": "kravdokument", "version": 1, "id": "d1", "edition": "x", "name": "N", "frame": {},
            "requirements": [{"id": "a", "number": "K1", "group": "g", "priority": "must", "text": "t"}]}  # fmt: skip
SCRIPT = "<img src=x onerror=window.hit=1>"
BAD_ANSWERS = {
    "empty": b"", "word": b"hei", "half": b'{"format":"svar","vers', "list": b"[1]", "null": b"null",
    "document": json.dumps(DOCUMENT).encode(),
    "newer": json.dumps({**ANSWER, "version": 9}).encode(),
    "answers as list": json.dumps({**ANSWER, "answers": [1]}).encode(),
    "prototype": json.dumps(ANSWER).replace('"answers": {}', '"answers": {"__proto__": {"reply": "yes"}}').encode(),
    "number with markup": json.dumps({**ANSWER, "answers": {SCRIPT: {"reply": "yes"}}}).encode(),
    "reply as text": json.dumps({**ANSWER, "answers": {"K1": "yes"}}).encode(),
    "supplier as list": json.dumps({**ANSWER, "supplier": [1]}).encode(),
    "supplier of a megabyte": json.dumps({**ANSWER, "supplier": "x" * 1_000_000}).encode(),
    "3,000 answers": json.dumps({**ANSWER, "answers": {f"K{n}": {} for n in range(1, 3001)}}).encode(),
    "six megabytes": b'{"x":"' + b"x" * 6_000_000 + b'"}',
    "csv without our head": b"a;b\n1;2\n",
    "csv with a head only": b"Krav nr.;Svar\n",
    "no zip": b"PK\x03\x04 nei",
    "zip cut off": zipped(word__document=b"x")[:40],
    "zip without a document": zipped(readme=b"x"),
    "document that is no XML": zipped(**{"word__document.xml": b"<w:document"}),
    "document with an entity": zipped(**{"word__document.xml": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'}),
    "document without a table": zipped(**{"word__document.xml": BODY.format("").encode()}),
    "table without numbers": zipped(**{"word__document.xml": BODY.format(ROW.format("hei")).encode()}),
    "zip bomb": zipped(**{"word__document.xml": b" " * 60_000_000}),
    "macros": zipped(**{"word__document.xml": BODY.format("").encode(), "word__vbaProject.bin": b"x"}),
    "image": bytes.fromhex("89504e470d0a1a0a") + b"x" * 100,
}  # fmt: skip
BAD_DOCUMENTS = {
    "empty": b"", "word": b"hei", "answer": json.dumps(ANSWER).encode(), "bytes": b"\xff\xfe\x00",
    "newer": json.dumps({**DOCUMENT, "version": 2}).encode(),
    "id with markup": json.dumps({**DOCUMENT, "id": SCRIPT}).encode(),
    "no requirements": json.dumps({**DOCUMENT, "requirements": []}).encode(),
    "requirements as text": json.dumps({**DOCUMENT, "requirements": "x"}).encode(),
    "number twice": json.dumps({**DOCUMENT, "requirements": DOCUMENT["requirements"] * 2}).encode(),
    "number with markup": json.dumps({**DOCUMENT, "requirements": [{**DOCUMENT["requirements"][0], "number": SCRIPT}]}).encode(),
    "priority of prototype": json.dumps({**DOCUMENT, "requirements": [{**DOCUMENT["requirements"][0], "priority": "constructor"}]}).encode(),
    "text of a megabyte": json.dumps({**DOCUMENT, "requirements": [{**DOCUMENT["requirements"][0], "text": "x" * 1_000_000}]}).encode(),
    "2,500 requirements": json.dumps({**DOCUMENT, "requirements": [{**DOCUMENT["requirements"][0], "number": f"K{n}"} for n in range(1, 2501)]}).encode(),
    "frame as list": json.dumps({**DOCUMENT, "frame": [1]}).encode(),
}  # fmt: skip


def test_there_are_at_least_40_hostile_files() -> None:
    assert len(BAD_ANSWERS) + len(BAD_DOCUMENTS) >= 40


def test_a_hostile_answer_or_document_gets_a_sentence_and_changes_nothing(
    opener, tmp_path: Path
) -> None:
    page = opener(COMPARE)
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-opened] li")).to_have_count(3)
    before = page.evaluate(f"localStorage.getItem('{KEY}')")
    said = page.locator("[data-said]")
    for field, cases in (("[data-open]", BAD_ANSWERS), ("[data-open-document]", BAD_DOCUMENTS)):
        for name, content in cases.items():
            file = tmp_path / "fil.bin"
            file.write_bytes(content)
            page.evaluate("document.querySelector('[data-said]').textContent = ''")
            page.locator(field).set_input_files(file)
            expect(said, name).to_contain_text("Ingenting er endret.")
            assert said.inner_text().count("Ingenting er endret.") == 1, name
            assert page.evaluate(f"localStorage.getItem('{KEY}')") == before, name
    assert page.evaluate("window.hit") is None


def test_markup_in_answers_is_shown_as_text_and_no_script_link_is_made(
    opener, tmp_path: Path
) -> None:
    page = opener(COMPARE)
    page.get_by_role("button", name="Åpne et eksempel").click()
    page.get_by_role("button", name="Ta ut Skypartner").click()
    reply = {"reply": "yes", "text": SCRIPT, "link": "javascript:window.hit=1", "price": SCRIPT}
    file = tmp_path / "svar.json"
    file.write_text(
        json.dumps({**ANSWER, "supplier": SCRIPT, "answers": {"K1": reply}}), encoding="utf-8"
    )
    page.locator("[data-open]").set_input_files(file)
    expect(page.locator("[data-opened] li")).to_have_count(3)
    assert SCRIPT in page.locator("[data-table]").inner_text()
    assert page.locator("a[href^=javascript]").count() == 0
    expect(page.locator("[data-opened]")).to_contain_text("Svaret gjelder et annet dokument")
    assert page.evaluate("window.hit") is None


@pytest.mark.parametrize("width", [390, 1280])
def test_the_example_opens_with_one_click_and_can_be_read_on_a_phone(opener, width: int) -> None:
    page = opener(COMPARE, width=width)
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-rank] li")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator("[data-table]").first.bounding_box()
    assert box and box["width"] <= width
    assert (
        page.locator("[data-table]").evaluate("e => e.scrollWidth <= e.clientWidth + 1")
        or width > 700
    )
    assert violations(page) == []
    page.goto(page.url.replace(COMPARE, MAKE))
    expect(page.locator("[data-rows] li")).to_have_count(13)
    assert violations(page) == []


def test_a_document_is_made_by_keyboard_alone(opener) -> None:
    page = opener(MAKE)
    page.get_by_role("button", name="Lag et nytt kravdokument").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-name]")).to_be_focused()
    page.locator("[data-own]").focus()
    page.keyboard.type("Leverandøren skal komme.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-own]")).to_be_focused()
    expect(page.locator("[data-rows] li").last.locator("textarea")).to_have_value(
        "Leverandøren skal komme."
    )
    last = page.locator("[data-rows] li").last.get_by_role("button", name="Flytt opp")
    last.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.act") == "up"


def test_what_is_taken_out_can_be_brought_back_and_focus_stays(document) -> None:
    page, _ = document
    page.locator("[data-rows] li").nth(3).get_by_role("button", name="Ta ut").click()
    expect(page.locator("[data-rows] li")).to_have_count(42)
    page.get_by_role("button", name="Angre").click()
    expect(page.locator("[data-rows] li")).to_have_count(43)
    page.locator("[data-rows] li").nth(3).locator("select").focus()
    page.locator("[data-rows] li").nth(3).locator("select").select_option("could")
    assert page.evaluate("document.activeElement.closest('li')?.dataset.id") == page.locator(
        "[data-rows] li"
    ).nth(3).get_attribute("data-id")


def test_the_example_leads_back_to_ones_own_work(document) -> None:
    page, _ = document
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-rows] li")).to_have_count(13)
    page.get_by_role("button", name="Tilbake til mitt prosjekt").click()
    expect(page.locator("[data-rows] li")).to_have_count(43)


def test_a_link_to_a_missing_answer_leads_there(document, opener) -> None:
    _, files = document
    page = opener(REPLY, width=390)
    page.locator("[data-open]").set_input_files(files["json"])
    page.locator("[data-missing] a", has_text="K9").first.click()
    expect(page.locator("#K9")).to_be_in_viewport()
    expect(page.locator("[data-rows] fieldset")).to_have_count(43)


def test_the_preview_follows_what_is_written_and_prints_alone(document) -> None:
    page, _ = document
    page.get_by_text("Forhåndsvisning", exact=True).click()
    preview = page.locator("[data-preview]")
    expect(preview).to_contain_text("Eget krav 3")
    page.locator("[data-rows] textarea").first.fill("Helt nye ord.")
    expect(preview).to_contain_text("Helt nye ord.")
    page.get_by_label("Svarfrist").fill("1. mars")
    expect(preview).to_contain_text("1. mars")
    expect(preview).to_contain_text("K43")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Skriv ut", exact=True).first.click()
    page.emulate_media(media="print")
    expect(preview).to_be_visible()
    expect(page.get_by_role("button", name="Word")).to_be_hidden()
    expect(page.get_by_label("Hvem vi er")).to_be_hidden()


def test_the_documents_of_two_people_merge(opener) -> None:
    page = opener("om/")
    told = page.evaluate(
        """async () => {
          const s = await import('/assets/checklists/answers/state.js');
          const { merge } = await import('/assets/checklists/answers/merge.js');
          const d = await import('/assets/checklists/documents/kept.js');
          const at = (writer) => ({ writer, when: '2026-11-24T08:00:00Z', by: writer });
          const keep = (state, [key, text], who) => s.keep(state, 'p', 'documents', key, text, at(who));
          const made = (id, text) => d.requirement('d1', { id, n: 0, text, priority: 'must', group: 'g', order: 0 });
          let mine = keep(keep(s.empty(), d.named('d1', 'Felles'), 'a'), made('r1', 'ett'), 'a');
          let hers = merge(s.empty(), mine);
          mine = keep(mine, made('r2', 'mitt'), 'a');
          hers = keep(keep(hers, made('r3', 'hennes'), 'b'), d.frame('d1', 'who', 'oss'), 'b');
          const both = d.read(merge(mine, hers).projects.p, 'd1');
          return [both.requirements.map((r) => r.text).sort(), both.frame.who];
        }"""
    )
    assert told == [["ett", "hennes", "mitt"], "oss"]


def test_the_frame_is_the_same_in_the_page_and_in_the_file(opener) -> None:
    page = opener("om/")
    ours = page.evaluate(
        "async () => (await import('/assets/checklists/documents/document.js')).FRAME"
    )
    assert tuple(ours) == render.FRAME


def test_without_javascript_no_dead_control_is_seen(opener) -> None:
    for path, name in (
        (MAKE, "check-document"),
        (REPLY, "check-reply"),
        (COMPARE, "check-compare"),
    ):
        page = opener(path, javascript=False)
        expect(page.locator(name)).to_be_hidden()
        expect(page.get_by_text("Denne siden trenger JavaScript")).to_be_visible()
