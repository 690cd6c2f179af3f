"""«Status til styret»: one page out of the answers in this browser, and nothing else."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import docx
import pytest
from firms import firms
from guide import CATALOG
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from macros.catalog.select import Shown, facet

from ..opening import Opener
from .steps import saved, unfold

ALL = [i for _, i in CATALOG.items()]
FIRM = firms()["bakery"]
DONE, DOING, NOT, LATE = 9, 4, 3, 30  # of the first 136 items, in this order; the rest is open
WRITTEN = 136
WHO = "Kari Normann i samarbeid med leverandøren og hovedverneombudet"
# Answers as people leave them: statuses, long names, days that are over; a bakery's profile.
ANSWERED = """async ([ids, profile, [done, doing, not, late], who]) => {
  const { storeOf } = await import("/assets/checklists/answers/store.js");
  const { answer, keepAll, rename } = await import("/assets/checklists/answers/state.js");
  storeOf("it-outsourcing").change((state, id, stamp) => {
    let made = rename(state, id, "Bakeriet på hjørnet", stamp);
    made = keepAll(made, id, "profile", Object.entries(profile), stamp);
    ids.forEach((item, n) => {
      const open = n >= done + doing + not;
      const status = n < done ? "done" : n < done + doing ? "doing" : open ? "" : "irrelevant";
      const values = { status, note: "Et notat" };
      if (open && n % 2) values.responsible = who;
      if (open && n < done + doing + not + late) values.due = "2024-03-01";
      made = answer(made, id, item, values, stamp);
    });
    return made;
  });
}"""


def opened(opener: Opener, answers: bool = True) -> Page:
    page = opener("om/")
    if answers:
        ids = [i.id for i in ALL[:WRITTEN]]
        page.evaluate(ANSWERED, [ids, FIRM["answers"], [DONE, DOING, NOT, LATE], WHO])
    page.goto(page.url.replace("om/", "min-plan/"))
    unfold(page)
    return page


def counted() -> tuple[int, int]:
    """How many items count, and how many are hidden: what is answered is shown whatever it is."""
    shown = {i.id for i in ALL[:WRITTEN]} | set(FIRM["items"])
    return len(shown) - NOT, len(ALL) - len(shown)


def first_risk() -> str:
    """The first by the rule: absolute, overdue, nobody responsible."""
    start = DONE + DOING + NOT
    late = [i for n, i in enumerate(ALL[:WRITTEN]) if start <= n < start + LATE and not n % 2]
    return next(i.code for i in late if i.priority == "must")


@pytest.mark.slow
def test_a_manager_takes_one_page_to_the_board(opener: Opener, tmp_path: Path) -> None:
    """Printed, in Word and as text: the same numbers, one page with 120 points open."""
    page = opened(opener)
    total, hidden = counted()
    said = f"{DONE} av {total} punkter er gjort. {total - DONE} er igjen, og {LATE} av dem er over"
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Skriv ut på én side").click()
    expect(page.locator("body > .guide-status")).to_have_count(1)
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) == 1 and sheets[0].mediabox.height > sheets[0].mediabox.width
    paper = " ".join(sheets[0].extract_text().split())
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("body > .guide-status")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("button", name="Last ned som Word").click()
    word = docx.Document(str(saved(page, download.value, tmp_path)))
    lines = [p.text for p in word.paragraphs]
    footer = word.sections[0].footer.paragraphs[0].text
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopier statusen som tekst").click()
    expect(page.locator("[data-said]")).to_contain_text("Teksten er kopiert.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"^\S+: gjort \d+, i gang \d+, ", text, re.M), text
    day = date.today().strftime("%d.%m.%Y")
    origin = f"versjon {CATALOG.version}. CC BY 4.0."
    for found in (paper, "\n".join([*lines, footer]), text):
        assert "Status: Bakeriet på hjørnet" in found and f"Per {day}: {said}" in found
        assert f"blant punktene vi foreslår for bedriften: {hidden}." in found and origin in found
        assert f"ikke talt med: {NOT}." in found and f"de 3 eldste av {LATE}" in found.lower()
    late, risks, decisions = word.tables[1:]
    assert [len(t.rows) for t in word.tables] == [5, 4, 6, 4]
    assert risks.rows[1].cells[0].text.startswith(f"{first_risk()} ")
    assert (
        risks.rows[1].cells[2].text == "Ingen ansvarlig"
        and "over fristen" in risks.rows[1].cells[3].text
    )
    assert WHO[:25].rstrip() + "…" in {cell.text for row in late.rows for cell in row.cells}
    leads = {
        i.code
        for c, i in CATALOG.items()
        if i.kind == "question" and "ledelse" in facet(Shown(i, c), "role")
    }
    assert {row.cells[0].text.split()[0] for row in decisions.rows[1:]} <= leads


@pytest.mark.slow
def test_nobody_has_answered_and_nothing_is_claimed(opener: Opener) -> None:
    """All is open, nothing is done, overdue or hidden."""
    page = opened(opener, answers=False)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopier statusen som tekst").click()
    expect(page.locator("[data-said]")).to_contain_text("Teksten er kopiert.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert f"0 av {len(ALL)} punkter er gjort. {len(ALL)} er igjen, og 0 av dem er over" in text
    assert "Ingen punkter er over fristen." in text and "Skjult" not in text


@pytest.mark.slow
def test_libreoffice_shows_the_status_on_one_page(opener: Opener, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is missing: install libreoffice-writer")
    page = opened(opener)
    with page.expect_download() as download:
        page.get_by_role("button", name="Last ned som Word").click()
    file = saved(page, download.value, tmp_path)
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert len(PdfReader(file.with_suffix(".pdf")).pages) == 1
