"""The sender's own document opened again over what was written in it since."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ..conftest import Unit
from .steps import COMPARE, KEY, MAKE, Made, places

VALUES = """key => {
  const { projects } = JSON.parse(localStorage.getItem(key));
  return Object.values(projects).flatMap(({ documents }) => Object.entries(documents)
    .map(([name, list]) => [name, list.map(([text]) => text).join("|")])
    .filter(([name]) => !name.endsWith("-n") && !name.endsWith("-gone"))).sort();
}"""


def changed(document: Made) -> Page:
    """The comparison, where the document that was sent has been changed since."""
    page, _ = document
    rows = page.locator("[data-rows] li")
    rows.nth(0).locator("textarea").fill("Helt andre ord.")
    rows.nth(1).get_by_role("button", name="Ta ut").click()
    page.locator("[data-own]").fill("Et senere krav")
    page.get_by_role("button", name="Legg til kravet").click()
    page.goto(page.url.replace(MAKE, COMPARE))
    page.wait_for_selector("check-compare:not([hidden])")
    return page


def test_what_a_file_would_change_is_told_and_property_holds(unit: Unit) -> None:
    assert unit("reopened", "told") == [
        [],
        [
            ["frame", "who", "", "Oss"],
            ["frame", "deadline", "1. mars", ""],
            ["added", "K2", "", "krav b"],
            ["removed", "K5", "eget", ""],
            ["changed", "K1", "nye ord", "krav a"],
            ["changed", "K3", "krav c", "krav c"],
            ["moved", "", "", ""],
        ],
    ]
    assert unit("reopened", "over", 400) == []
    assert unit("reopened", "over", 40, True) != []  # planted: what the file lacks stays


def test_quantities_follow_a_document_into_its_file_and_its_copy(unit: Unit) -> None:
    """In the file 2.5 years, 40 hours, 4 visits; here 3 years, 4 visits, 30 hours at the end."""
    told, used, silent, left, copied = unit("reopened", "quantities")
    assert told == [
        ["quantity", "years", "3", "2,5"],
        ["quantity", "hour", "", "40"],
        ["quantity", "exit", "30", ""],
    ]
    assert used == {"years": 2.5, "amounts": {"hour": 40, "visit": 4}}
    # A file from before there were any says nothing of them, and changes none.
    assert silent == 0 and left == 3
    assert copied == [["-v-years", "2.5"], ["-v-u-hour", "40"], ["-v-u-visit", "4"]]
    nothing: dict[str, object] = {"years": None, "amounts": {}}
    assert unit("reopened", "strange") == [
        None, None, None, nothing, {"years": None, "amounts": {"hour": 2}},
    ]  # fmt: skip


@pytest.mark.slow
def test_a_document_that_is_as_its_file_is_only_chosen(document: Made) -> None:
    page, files = document
    before = page.evaluate("key => localStorage.getItem(key)", KEY)
    page.goto(page.url.replace(MAKE, COMPARE))
    page.locator("[data-open-document]").set_input_files(files["json"])
    expect(page.locator("[data-said]")).to_contain_text("er slik filen sier")
    expect(page.locator("[data-preview]")).to_be_hidden()
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == before


@pytest.mark.slow
def test_a_reply_that_could_not_be_placed_is_typed_in_and_marked_so(
    document: Made, tmp_path: Path
) -> None:
    page, files = document
    table = list(csv.reader(io.StringIO(files["csv"].read_text("utf-8-sig")), delimiter=";"))
    sheets = []
    for name in ("alfa", "beta"):
        for row in table:
            if row and row[0] in ("K1", "K2", "K3"):
                row[4:] = ["ja", "På plass", "", "1 200"]
        if name == "beta":
            [odd] = [row for row in table if row and row[0] == "K2"]
            odd[0] = "Krav nr. to"
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows(table)
        sheets.append(tmp_path / f"{name}.csv")
        sheets[-1].write_text(out.getvalue(), encoding="utf-8-sig")
    page.goto(page.url.replace(MAKE, COMPARE))
    page.locator("[data-open]").set_input_files(sheets)
    second = page.locator("[data-opened] > li").nth(1)
    expect(second).to_contain_text("Dette hører ikke til noe krav: Krav nr. to · ")
    cell = page.locator(f"td:has([data-own={places(page)[1]}][data-number=K2])")
    expect(cell).to_contain_text("Ikke svart")
    second.get_by_text("Skriv inn et svar som ikke ble lest").click()
    second.locator("[data-typed=number]").select_option("K2")
    second.locator("[data-typed=reply]").select_option("yes")
    second.locator("[data-typed=text]").fill("På plass <b>")
    second.locator("[data-typed=price]").fill("1 200")
    second.get_by_role("button", name="Sett svaret i tabellen").click()
    expect(page.locator("[data-said]")).to_contain_text("svaret på K2 er satt inn.")
    expect(cell).to_contain_text("Oppfylt")
    expect(cell).to_contain_text("På plass <b>")
    expect(cell).to_contain_text("Skrevet inn av dere, ikke lest fra filen.")
    page.reload()
    expect(cell).to_contain_text("Skrevet inn av dere, ikke lest fra filen.")
    second.get_by_text("Skriv inn et svar som ikke ble lest").click()
    second.locator("[data-typed=number]").select_option("K2")
    second.locator("[data-typed=text]").fill("Feil svar")
    second.get_by_role("button", name="Sett svaret i tabellen").click()
    expect(cell).to_contain_text("Feil svar")
    second.locator("[data-name]").fill("Beta Drift AS")
    second.locator("[data-name]").blur()
    page.get_by_role("button", name="Angre").click()  # the answer, and not the name since
    expect(cell).to_contain_text("På plass <b>")
    expect(second.locator("[data-name]")).to_have_value("Beta Drift AS")


@pytest.mark.slow
def test_a_file_over_later_edits_says_what_would_change_and_can_be_undone(document: Made) -> None:
    page = changed(document)
    before = page.evaluate(VALUES, KEY)
    sent = json.loads(document.files["json"].read_text(encoding="utf-8"))
    page.locator("[data-open-document]").set_input_files(document.files["json"])
    lines = page.locator("[data-preview] li")
    first, second = sent["requirements"][:2]
    expect(lines.filter(has_text="Helt andre ord.")).to_contain_text(
        f"K1 endres fra «Helt andre ord.» til «{first['text'][:40]}"
    )
    expect(lines.filter(has_text="tas ut: «Et senere krav»")).to_have_count(1)
    expect(lines.filter(has_text=f"{second['number']} kommer til")).to_have_count(1)
    assert page.evaluate(VALUES, KEY) == before  # seen before anything is changed
    page.get_by_role("button", name="Avbryt").click()
    expect(page.locator("[data-preview]")).to_be_hidden()
    assert page.evaluate(VALUES, KEY) == before

    page.locator("[data-open-document]").set_input_files(document.files["json"])
    page.get_by_role("button", name="Bruk filen her").click()
    expect(page.locator("[data-said]")).to_contain_text("Dokumentet er nå som i filen.")
    assert page.evaluate(VALUES, KEY) != before
    page.get_by_role("button", name="Angre").click()
    assert page.evaluate(VALUES, KEY) == before


@pytest.mark.slow
def test_a_file_opened_beside_leaves_the_document_alone_and_takes_its_replies(
    document: Made, tmp_path: Path
) -> None:
    page = changed(document)
    before = dict(page.evaluate(VALUES, KEY))
    page.locator("[data-open-document]").set_input_files(document.files["json"])
    page.get_by_role("button", name="Åpne ved siden av").click()
    expect(page.locator("[data-said]")).to_contain_text("ved siden av")
    options = page.locator("[data-documents] option")
    expect(options).to_have_text(["Krav 2027", "Krav 2027 (fra filen)"])
    assert before.items() <= dict(page.evaluate(VALUES, KEY)).items()
    sent = json.loads(document.files["json"].read_text(encoding="utf-8"))
    answer = {
        "format": "svar",
        "version": 1,
        "document": sent["id"],
        "edition": sent["edition"],
        "supplier": "Nordvind",
        "answers": {"K1": {"reply": "yes"}},
    }
    file = tmp_path / "svar.json"
    file.write_text(json.dumps(answer), encoding="utf-8")
    page.locator("[data-open]").set_input_files(file)
    expect(page.locator("[data-opened] li")).to_have_count(1)
    expect(page.locator("[data-opened]")).not_to_contain_text("annet dokument")
    expect(page.locator("[data-opened]")).not_to_contain_text("annen utgave")
