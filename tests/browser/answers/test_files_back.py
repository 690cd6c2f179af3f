"""A list goes out with the answers, is written on elsewhere, and comes back: on the pages."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import filled_in
import openpyxl
import pytest
from pdf_filled import by_pikepdf, fields_by_pypdf
from playwright.sync_api import FilePayload, Page, expect

from ..opening import Opener
from .steps import FIRST, LIST, edit, plan, saved, stored, unfold

STORED = "localStorage['checklists:it-outsourcing']"
NOTE = "Før «møtet»\nמחר 😀 <b>"


def answered(page: Page) -> None:
    """One item with a status and a note, as the panel leaves it."""
    page.locator(f"[data-item={FIRST}] input[type=checkbox]").first.check()
    page.evaluate(
        """([key, item, note]) => {
          const state = JSON.parse(localStorage.getItem(key));
          const [project] = Object.values(state.projects);
          project.items[item].note = [[note, "2026-11-24T08:00:00.000Z", "zz:1", "Meg"]];
          project.items[item].responsible = [["Ola", "2026-11-24T08:00:00.000Z", "zz:2", "Meg"]];
          project.seen.zz = 2;
          localStorage.setItem(key, JSON.stringify(state));
        }""",
        ["checklists:it-outsourcing", FIRST, NOTE],
    )
    page.reload()


def fetched(page: Page, kind: str, folder: Path) -> bytes:
    """A file with the answers, from the list's own page."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    with page.expect_download() as waiting:
        page.locator(f"check-files [data-kind={kind}]").click()
    return saved(page, waiting.value, folder).read_bytes()


def opened(page: Page, name: str, content: bytes) -> None:
    file: FilePayload = {"name": name, "mimeType": "", "buffer": content}
    page.locator("[data-open]").set_input_files(file)
    expect(page.locator("[data-preview]")).to_be_visible()


def note(page: Page) -> list[str]:
    (project,) = stored(page)["projects"].values()
    return sorted(text for text, *_ in project["items"][FIRST].get("note", []))


def taken_in(page: Page) -> None:
    """Merges what is previewed, and the note that was written in it stands."""
    page.locator("[data-act=merge]").click()
    page.wait_for_function(f"() => {STORED}.includes('Etter møtet')")
    assert note(page) == ["Etter møtet"]


@pytest.mark.slow
def test_a_workbook_goes_out_with_the_answers_and_comes_back_with_more(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(LIST)
    assert page.locator("check-files").is_hidden(), "nothing is offered before there are answers"
    answered(page)
    made = fetched(page, "xlsx", tmp_path)
    book = openpyxl.load_workbook(io.BytesIO(made))
    sheet = book.worksheets[0]
    assert sheet.cell(2, filled_in.column(sheet, "status")).value == "Gjort"
    assert sheet.cell(2, filled_in.column(sheet, "notes")).value == NOTE
    assert "Ola" in [cell.value for cell in book.worksheets[1]["A"]]
    on = filled_in.workbook(
        made, lambda one: filled_in.put(one, 2, notes="Etter møtet"),
        lambda one: filled_in.put(one, 3, status="I gang", responsible="Kari"),
    )  # fmt: skip
    plan(page)
    opened(page, "fra-kari.xlsx", on)
    said = page.locator("[data-preview] > p").first
    expect(said).to_contain_text("Punkter med svar: 2")
    expect(said).to_contain_text("Ulike svar: 0")
    taken_in(page)
    page.locator("[data-act=undo]").click()
    page.wait_for_function(f"() => !{STORED}.includes('Etter møtet')")
    assert note(page) == [NOTE]


@pytest.mark.slow
def test_a_pdf_and_csv_go_out_with_the_answers_and_come_back_with_more(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(LIST)
    answered(page)
    pdf = fetched(page, "pdf", tmp_path)
    name = f"orden-i-eget-hus/{FIRST}"
    fields = fields_by_pypdf(pdf)
    assert [fields[name], fields[f"{name}/responsible"], fields[f"{name}/note"]] == [
        *("Ja", "Ola", NOTE),
    ]  # fmt: skip
    assert "Ola" in fetched(page, "csv", tmp_path).decode("utf-8-sig")
    plan(page)
    opened(page, "fra-kari.pdf", by_pikepdf(pdf, {f"{name}/note": "Etter møtet"}))
    said = page.locator("[data-preview] > p").first
    expect(said).to_contain_text("Ulike svar: 0")
    expect(said).to_contain_text("Filen er fra")
    taken_in(page)


@pytest.mark.slow
def test_what_was_written_since_is_never_overruled_by_an_older_file(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(LIST)
    answered(page)
    made = fetched(page, "docx", tmp_path)
    on = filled_in.document(made, lambda body: filled_in.write(body, f"note:{FIRST}", "I filen"))
    assert (
        NOTE.split("\n", maxsplit=1)[0]
        in "".join(
            cell.text
            for table in docx.Document(io.BytesIO(made)).tables
            for cell in table._cells  # noqa: SLF001
        )
        or NOTE.split("\n", maxsplit=1)[0] in docx.Document(io.BytesIO(made)).element.xml
    )
    page.reload()
    field = edit(page).locator("[name=note]")
    field.fill("Skrevet etterpå")
    field.blur()
    plan(page)
    opened(page, "urørt.docx", made)
    expect(page.locator("[data-preview]")).to_contain_text("Ulike svar: 0")
    expect(page.locator("[data-preview]")).to_contain_text("ingen har skrevet i siden")
    opened(page, "gammel.docx", on)
    expect(page.locator("[data-preview] > p").first).to_contain_text("Ulike svar: 1")
    page.locator("[data-act=merge]").click()
    page.wait_for_function(f"() => {STORED}.includes('I filen')")
    assert note(page) == ["I filen", "Skrevet etterpå"]
    expect(page.locator("[data-conflicts]")).to_be_visible()


@pytest.mark.slow
def test_a_file_that_cannot_be_read_says_why_and_changes_nothing(opener: Opener) -> None:
    page = opener("min-plan/")
    unfold(page)
    opened(page, "bilde.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    said = page.locator("[data-preview] > p").first
    expect(said).to_contain_text("Filen er et bilde")
    assert page.locator("[data-act=merge]").is_hidden()
    assert (
        page.evaluate("Object.keys(localStorage).filter(k => k.includes('checklists:')).length")
        <= 1
    )
    opened(page, "tom.json", json.dumps({"version": 2, "projects": {}}).encode())
    expect(said).to_contain_text("Filen har ingen svar")
