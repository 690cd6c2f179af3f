"""One story through all of it: a leader, someone from finance and the one who knows the IT answer
their part over three months, on two laptops, through an update of the guide, and end with a
document that three suppliers can answer."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from guide import CATALOG
from playwright.sync_api import Page, Route, expect

from ..answers.steps import unfold
from ..opening import Opener

LIST = "sjekklister/orden-i-eget-hus/"


def to(page: Page, path: str) -> None:
    """Another page of the site, with a fresh load."""
    page.goto(re.match(r"https?://[^/]+/", page.url)[0] + path)  # type: ignore[index]
    if path.startswith("min-plan"):
        unfold(page)


def answer(page: Page, item: str, **fields: str) -> None:
    holder = page.locator(f"[data-item={item}]").first
    holder.locator(".checklist__edit").click()
    form = holder.locator(".checklist-answer")
    for name, value in fields.items():
        if name == "status":
            form.get_by_text(value, exact=True).click()
        else:
            form.locator(f"[name={name}]").fill(value)
    form.get_by_role("button", name="Lukk").click()


def backup(page: Page, folder: Path, name: str) -> Path:
    to(page, "min-plan/")
    with page.expect_download() as got:
        page.get_by_role("button", name="Last ned sikkerhetskopi").click()
    got.value.save_as(folder / name)
    return folder / name


def take(page: Page, file: Path) -> None:
    to(page, "min-plan/")
    page.locator("[data-open]").set_input_files(file)
    page.get_by_role("button", name="Slå sammen").click()
    expect(page.locator("[data-said]")).to_contain_text("slått sammen")


@pytest.mark.slow
def test_three_people_two_laptops_an_update_and_a_document(opener: Opener, tmp_path: Path) -> None:
    office, home = opener.new_context(), opener.new_context(width=390)

    # September. The leader names the project, says what does not concern them, and hands out work.
    leader = opener("min-plan/", context=office)
    unfold(leader)
    leader.get_by_role("button", name="Nytt prosjekt").click()
    leader.get_by_label("Navn på prosjektet").fill("Drift 2027")
    leader.get_by_role("button", name="Lagre navnet").click()
    leader.get_by_label("Hva slags virksomhet er dere?").select_option("privat")
    leader.locator("[data-unlike] summary").click()
    leader.get_by_role("button", name="Merk dem som ikke aktuelle").click()
    to(leader, LIST)
    answer(leader, "kjenn-egen-it", status="I gang", responsible="Ida (IT)", due="2026-10-01")
    answer(leader, "finn-skjulte-kostnader", responsible="Finn (økonomi)")
    first = backup(leader, tmp_path, "september.json")

    # October. Ida works on her own laptop, on a phone's width.
    ida = opener("min-plan/", context=home)
    unfold(ida)
    ida.locator("[data-label]").fill("Idas maskin")
    take(ida, first)
    to(ida, LIST)
    expect(ida.locator("[data-item=kjenn-egen-it] .checklist__said").first).to_contain_text(
        "Ida (IT)"
    )
    answer(ida, "kjenn-egen-it", status="Gjort", note="Ligger i mappen.")
    answer(ida, "kartlegg-problemer", note="Skriveren.")
    to(ida, "sjekklister/sikkerhet-og-kontroll/")
    for box in ida.locator("[data-kind=requirement] > label input").all()[:4]:
        box.check()
    from_ida = backup(ida, tmp_path, "oktober.json")

    # Finn uses the leader's laptop meanwhile, and answers one thing that Ida has answered too.
    finn = opener(LIST, context=office)
    answer(finn, "finn-skjulte-kostnader", status="Gjort", note="1,2 millioner i året.")
    answer(finn, "kartlegg-problemer", note="Nettet i kantinen.")

    # November. They bring it together: nothing is lost, and the one contradiction is seen.
    take(leader, from_ida)
    torn = leader.locator("[data-conflicts] li")
    expect(torn).to_have_count(1)
    expect(torn).to_contain_text("Nettet i kantinen.")
    expect(torn).to_contain_text("Skriveren. (Idas maskin")
    leader.get_by_role("button", name="Velg: Skriveren.").click()
    expect(leader.locator("[data-conflicts]")).to_be_hidden()
    # Choosing again after Ida's old file comes once more changes nothing.
    take(leader, from_ida)
    expect(leader.locator("[data-conflicts]")).to_be_hidden()

    # The guide is updated: one item has new words, one has gone into another.
    def updated(route: Route) -> None:
        text = route.fetch().text()
        text = text.replace(
            "Finn IT-kostnadene som ikke står på IT-budsjettet.", "Finn alle IT-kostnader."
        )
        text = text.replace(
            'data-item="kjenn-egen-it"', 'data-item="kjenn-all-it" data-was="kjenn-egen-it"'
        )
        route.fulfill(body=text, content_type="text/html; charset=utf-8")

    office.route("**/orden-i-eget-hus/", updated)
    to(leader, LIST)
    cost = leader.locator("[data-item=finn-skjulte-kostnader]").first
    expect(cost.locator(".checklist__said")).to_contain_text("Endret siden du svarte")
    cost.locator(".checklist__edit").click()
    cost.get_by_role("button", name="Svaret er fortsatt riktig").click()
    expect(leader.locator("[data-item=kjenn-all-it] label input").first).to_be_checked()
    leader.reload()
    expect(cost.locator(".checklist__said")).not_to_contain_text("Endret")
    office.unroute("**/orden-i-eget-hus/")

    # December. The list leads to the document; what was ticked is picked, what is not relevant
    # is not.
    to(leader, "sjekklister/sikkerhet-og-kontroll/")
    leader.get_by_role("link", name="Lag kravdokument").click()
    leader.wait_for_selector("check-document:not([hidden])")
    leader.get_by_role("button", name="Lag et nytt kravdokument").click()
    expect(leader.locator("[data-rows] li")).to_have_count(4)
    with leader.expect_download() as got:
        leader.get_by_role("button", name="Fil for svarsiden").click()
    got.value.save_as(tmp_path / "krav.json")
    made = json.loads((tmp_path / "krav.json").read_text(encoding="utf-8"))
    hidden = {i.id for _, i in CATALOG.items() if "privat" in i.not_relevant_when.get("sektor", ())}
    assert hidden and not hidden & {r["id"] for r in made["requirements"]}

    # And the plan on both laptops says the same.
    last = backup(leader, tmp_path, "desember.json")
    take(ida, last)
    to(leader, "min-plan/")
    to(ida, "min-plan/")
    assert ida.locator("[data-counts]").inner_text() == leader.locator("[data-counts]").inner_text()
    assert ida.locator("[data-projects] option").all_inner_texts() == ["Drift 2027"]
