"""Three people, one plan, no account: a folder that they share, and a cloud between them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ..axe import violations
from ..opening import Opener
from .steps import FIRST, LIST, item, plan
from .team import (
    FOLDER,
    HAND,
    SITE,
    Cloud,
    alone,
    choose,
    entered,
    files,
    look,
    note,
    notes,
    person,
    put,
    settled,
    team,
)

SECOND, THIRD = "ki-verktoy-i-bruk", "bruk-av-it"


@pytest.mark.slow
def test_three_people_share_a_plan_through_a_folder(opener: Opener) -> None:
    kari = person(opener, "Kari")
    assert "check-folder.js" in kari.content() or kari.locator("check-folder:defined").count()
    choose(kari)
    entered(kari)
    cloud = Cloud([kari])
    cloud.move()
    (way,) = (one for one in cloud.server if one.endswith(".json"))
    assert way.startswith(f"{SITE}/") and way.split("/")[2].startswith("kari-")
    readme = cloud.server[f"{SITE}/LES MEG.txt"]
    assert "Sette ut IT?" in readme and "Gå ut av mappen" in readme

    ola = person(opener, "Ola")
    item_of_olas_own(ola)
    cloud.pages.append(ola)
    cloud.move()
    choose(ola)
    join = team(ola).get_by_role("group", name="Hvilket prosjekt vil du være med i?")
    expect(join.get_by_role("radio").first).to_be_checked()
    expect(join).to_contain_text("Mitt prosjekt» (Kari.")
    team(ola).get_by_label("Ta med svarene fra").check()
    team(ola).get_by_role("button", name="Bli med").click()
    entered(ola)
    note(ola, "fra Ola")
    settled(ola)
    cloud.move()

    expect(team(kari).locator("[data-news] span")).to_contain_text("Ola: 2 nye svar.")
    expect(team(kari).locator("[data-announced]")).to_contain_text("Ola: 2 nye svar.")
    people = team(kari).locator("[data-people] li")
    expect(people).to_have_count(2)
    expect(people.filter(has_text="Kari")).to_contain_text("Det er deg.")
    kari.reload()
    expect(team(kari).locator("[data-news] span")).to_contain_text("Ola: 2 nye svar.")
    expect(team(kari).locator("[data-announced]")).to_be_empty()  # once is enough
    which = team(kari).locator("[data-by-item]")
    which.locator("summary").click()
    expect(which.get_by_role("link")).to_have_count(2)
    expect(which.get_by_role("listitem").first).to_contain_text("Ola: ")
    ways = which.get_by_role("link").evaluate_all("all => all.map(({ href }) => href)")
    assert {way.rsplit("/punkt/#")[1] for way in ways} == {FIRST, SECOND}
    team(kari).get_by_role("button", name="Jeg har sett det").click()
    expect(team(kari).locator("[data-news]")).to_be_hidden()
    expect(which).to_be_hidden()
    expect(team(kari).locator("summary").first).to_be_focused()

    # Both write of the same thing without having heard of each other.
    note(kari, "fra Kari")
    note(ola, "Ola igjen")
    settled(ola)
    cloud.move()
    settled(ola)
    assert notes(kari) == notes(ola) == ["Ola igjen", "fra Kari"]
    plan(kari)
    expect(kari.locator("[data-conflicts]")).to_contain_text("fra Kari")


def item_of_olas_own(page: Page) -> None:
    page.goto(page.url.replace("min-plan/", LIST))
    item(page, SECOND).locator("label input").first.check()
    plan(page)
    team(page).get_by_label("Navnet ditt").fill("Ola")


@pytest.mark.slow
def test_three_weeks_one_away_one_with_a_backup_one_who_deletes_the_folder(
    opener: Opener, tmp_path: Path
) -> None:
    kari = person(opener, "Kari")
    choose(kari)
    entered(kari)
    cloud = Cloud([kari])
    cloud.move()
    others = [person(opener, name) for name in ("Ola", "Ida")]
    ola, ida = others
    for page in others:
        put(page, cloud.server)
        choose(page)
        team(page).get_by_role("button", name="Bli med").click()
        entered(page)
    cloud.pages += others
    cloud.move()

    # A week in which Ida has no net: the others go on.
    note(kari, "uke 1")
    settled(kari)
    cloud.move(kari, ola)
    note(ida, "fra hytta", SECOND)
    settled(ida)
    cloud.move()
    settled(ida)
    assert notes(ida) == notes(ola) == ["uke 1"]
    assert notes(kari, SECOND) == notes(ola, SECOND) == ["fra hytta"]

    # Ola takes a backup, and the others go on. His machine is new: he puts the backup back, joins
    # again, and nothing that was written since is overruled by what was old.
    plan(ola)
    with ola.expect_download() as getting:
        ola.locator("[data-act=backup]").click()
    backup = tmp_path / getting.value.suggested_filename
    getting.value.save_as(backup)
    note(kari, "uke 2")
    settled(kari)
    cloud.move()
    ola.locator("[data-act=erase]").click()
    ola.locator("[data-act=really]").click()
    assert ola.evaluate("localStorage.length") <= 1
    expect(team(ola).locator("[data-step=begin]")).to_be_visible()
    ola.locator("[data-open]").set_input_files(backup)
    ola.locator("[data-act=merge]").click()
    assert notes(ola) == ["uke 1"]
    team(ola).get_by_label("Navnet ditt").fill("Ola")
    choose(ola)
    team(ola).get_by_role("button", name="Bli med").click()
    entered(ola)
    settled(ola)
    cloud.move()
    settled(kari)
    for page in (ola, kari, ida):
        assert notes(page) == ["uke 2"] and notes(page, SECOND) == ["fra hytta"]

    # Ida deletes the folder: nobody's answers are gone, and nothing comes back unasked.
    for page in (kari, ola, ida):
        put(page, {}, (SITE,))
    cloud.server.clear()
    plan(kari)
    expect(team(kari).locator("[data-step=gone]")).to_contain_text("er ikke der lenger")
    assert not [way for way in files(kari) if way.endswith(".json")]
    assert notes(kari) == ["uke 2"]
    team(kari).get_by_role("button", name="Lag mappen på nytt").click()
    expect(team(kari).locator("[data-people] li")).to_have_count(1)
    cloud.move(kari)
    for page in (ola, ida):
        put(page, cloud.server)
        page.reload()
    settled(ida)
    cloud.move()
    settled(ida)
    assert [notes(page) for page in (kari, ola, ida)] == [["uke 2"]] * 3
    assert sum(way.endswith(".json") for way in cloud.server) >= 1


@pytest.mark.slow
def test_the_way_out_says_what_stays_and_where(opener: Opener) -> None:
    kari = alone(opener, "blir stående")
    plan(kari)
    (way,) = (one for one in files(kari) if one.endswith(".json"))
    put(kari, {way.replace("kari", "ola"): files(kari)[way].replace("kari-", "ola-")})
    fold = team(kari).locator("details[data-step=out]")
    if not fold.evaluate("fold => fold.open"):
        fold.locator("summary").click()
    fold.get_by_role("button", name="Gå ut og slett filen min").click()
    expect(team(kari).locator("[data-heard]")).to_contain_text("filen din er slettet der")
    assert [one.split("/")[2][:4] for one in files(kari) if one.endswith(".json")] == ["ola-"]
    assert notes(kari) == ["blir stående"]
    kari.reload()
    note(kari, "bare her")
    settled(kari)
    assert "bare her" not in json.dumps(files(kari), ensure_ascii=False)

    # In again, and all is deleted for everyone, asked about first.
    plan(kari)
    choose(kari)
    team(kari).get_by_role("button", name="Bli med").click()
    entered(kari)
    fold.locator("summary").click()
    fold.get_by_role("button", name="Slett prosjektet i mappen").click()
    expect(fold).to_contain_text("også de andres")
    assert violations(kari) == []
    fold.get_by_role("button", name="Ja, slett for alle").click()
    expect(team(kari).locator("[data-heard]")).to_contain_text("Prosjektet er slettet i mappen")
    assert list(files(kari)) == [f"{SITE}/LES MEG.txt"]
    assert notes(kari) == ["bare her"]


@pytest.mark.slow
def test_where_folders_cannot_be_opened_files_are_carried(opener: Opener) -> None:
    kari = alone(opener, "fra Kari")
    there = files(kari)
    ola = person(opener, "Ola", HAND)
    expect(team(ola)).to_contain_text("Denne nettleseren kan ikke åpne mapper.")
    expect(team(ola).get_by_role("button", name="Velg mappen")).to_be_hidden()
    assert violations(ola) == []
    made = [
        {"name": way.split("/")[-1], "mimeType": "text/plain", "buffer": text.encode()}
        for way, text in there.items()
    ]
    team(ola).locator("input[type=file]").nth(1).set_input_files(made)
    team(ola).get_by_role("button", name="Bli med").click()
    expect(team(ola).locator("[data-heard]")).to_contain_text("De er skrevet av Kari.")
    assert notes(ola) == ["fra Kari"]
    note(ola, "fra Ola", SECOND)
    plan(ola)
    with ola.expect_download() as getting:
        team(ola).get_by_role("button", name="Last ned filen min").click()
    name = getting.value.suggested_filename
    assert name.startswith("ola-") and name.endswith(".json")
    (project,) = {way.split("/")[1] for way in there if way.endswith(".json")}
    expect(team(ola).locator("[data-heard]")).to_contain_text(f"{SITE}/{project}")
    text = getting.value.path().read_text(encoding="utf-8")
    put(kari, {f"{SITE}/{project}/{name}": text})
    look(kari)
    plan(kari)
    expect(team(kari).locator("[data-news] span")).to_contain_text("Ola: 1 nytt svar.")
    assert notes(kari, SECOND) == ["fra Ola"]


def test_nothing_is_fetched_for_those_who_do_not_use_it(opener: Opener) -> None:
    page = opener("404.html", context=opener.new_context())
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(page.url.replace("404.html", "min-plan/"), wait_until="networkidle")
    assert not [url for url in seen if "check-folder" in url]
    page.get_by_role("heading", name="Arbeid sammen").click()
    team(page).get_by_role("button", name="Velg mappen").wait_for()
    assert len([url for url in seen if "check-folder" in url]) == 1


@pytest.mark.slow
def test_a_browser_that_says_no_is_told_of(opener: Opener) -> None:
    denied = """window.showDirectoryPicker = async () => {
      throw new DOMException("no", window.denied ?? "AbortError"); };"""
    page = person(opener, "Kari", denied)
    choose(page)
    expect(team(page).locator("[data-heard]")).to_have_text("Ingen mappe er valgt.")
    page.evaluate("window.denied = 'SecurityError'")
    choose(page)
    expect(team(page).locator("[data-heard]")).to_contain_text("lot oss ikke åpne mappen")
    assert FOLDER not in json.dumps(page.evaluate("() => ({ ...localStorage })"))
