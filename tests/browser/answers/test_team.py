"""Three people, one plan, no account: a folder that they share, and a cloud between them."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from ..axe import violations
from ..opening import Opener
from .steps import KEY, LIST, item, plan
from .team import (
    FOLDER,
    HAND,
    PICKER,
    SITE,
    Cloud,
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


def alone(opener: Opener, text: str, init: str = PICKER) -> Page:
    """Kari in a folder of her own, where she has written a note."""
    kari = person(opener, "Kari", init)
    choose(kari)
    entered(kari)
    note(kari, text)
    settled(kari)
    return kari


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
    team(kari).get_by_role("button", name="Jeg har sett det").click()
    expect(team(kari).locator("[data-news]")).to_be_hidden()

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
    opener: Opener,
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

    # Ola's machine is new: he erases, joins again, and has everything.
    plan(ola)
    ola.locator("[data-act=erase]").click()
    ola.locator("[data-act=really]").click()
    assert ola.evaluate("localStorage.length") <= 1
    expect(team(ola).locator("[data-step=begin]")).to_be_visible()
    team(ola).get_by_label("Navnet ditt").fill("Ola")
    choose(ola)
    team(ola).get_by_role("button", name="Bli med").click()
    entered(ola)
    assert notes(ola) == ["uke 1"] and notes(ola, SECOND) == ["fra hytta"]

    # Ida deletes the folder: nobody's answers are gone, and nothing comes back unasked.
    for page in (kari, ola, ida):
        put(page, {}, (SITE,))
    cloud.server.clear()
    plan(kari)
    expect(team(kari).locator("[data-step=gone]")).to_contain_text("er ikke der lenger")
    assert not [way for way in files(kari) if way.endswith(".json")]
    assert notes(kari) == ["uke 1"]
    team(kari).get_by_role("button", name="Lag mappen på nytt").click()
    expect(team(kari).locator("[data-people] li")).to_have_count(1)
    cloud.move(kari)
    for page in (ola, ida):
        put(page, cloud.server)
        page.reload()
    settled(ida)
    cloud.move()
    settled(ida)
    assert [notes(page) for page in (kari, ola, ida)] == [["uke 1"]] * 3
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


UNSEEN = "delete window.FileSystemObserver;"
HIDDEN = """is => Object.defineProperty(document, "hidden",
  { get: () => is, configurable: true })"""


def colleague(page: Page, text: str) -> None:
    """Somebody else's file comes into the folder: hers, with one answer more."""
    (way,) = (one for one in files(page) if one.endswith(".json") and "/kari-" in one)
    made = files(page)[way].replace("kari-", "ola-").replace('"Kari"', '"Ola"')
    put(page, {way.replace("/kari-", "/ola-"): made.replace("fra Kari", text)})


@pytest.mark.slow
def test_where_nobody_tells_a_folder_is_read_each_half_minute_while_it_is_seen(
    opener: Opener,
) -> None:
    kari = alone(opener, "fra Kari", init=PICKER + UNSEEN)
    kari.clock.install()
    plan(kari)
    people = team(kari).locator("[data-people] li")
    kari.clock.run_for(5_000)
    expect(people).to_have_count(1)
    kari.evaluate(HIDDEN, True)
    colleague(kari, "fra Kari")
    kari.clock.run_for(120_000)
    kari.wait_for_timeout(300)
    expect(people).to_have_count(1)
    kari.evaluate(HIDDEN, False)
    kari.clock.run_for(20_000)
    kari.clock.run_for(11_000)
    expect(people).to_have_count(2)


@pytest.mark.slow
def test_what_a_browser_observes_is_read_at_once(opener: Opener) -> None:
    kari = alone(opener, "fra Kari")
    plan(kari)
    if not kari.evaluate("'FileSystemObserver' in window"):
        pytest.skip("this browser observes no folders")
    people = team(kari).locator("[data-people] li")
    expect(people).to_have_count(1)
    colleague(kari, "fra Kari")
    expect(people).to_have_count(2)


@pytest.mark.slow
def test_hundreds_of_pages_that_only_read_do_not_give_a_writer_another_file(
    opener: Opener,
) -> None:
    kari = alone(opener, "fra Kari")
    before = files(kari).keys()
    turns = """key => { const kept = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify({ ...kept, turns:
        [...kept.turns, ...Array.from({ length: 199 }, (_, n) => `x${n}`)].slice(-200) })); }"""
    kari.evaluate(turns, f"{KEY}:mappe")
    kari.reload()
    settled(kari)
    note(kari, "igjen")
    settled(kari)
    assert files(kari).keys() == before


@pytest.mark.slow
def test_a_folder_that_cannot_be_listed_for_a_while_is_tried_again(opener: Opener) -> None:
    kari = alone(opener, "fra Kari")
    plan(kari)
    troubles = team(kari).locator("[data-troubles]")
    kari.evaluate("""() => { const of = FileSystemDirectoryHandle.prototype;
      window.was = of.entries;
      of.entries = () => { throw new DOMException("held", "NotReadableError"); }; }""")
    look(kari)
    expect(troubles).to_contain_text("Mappen kunne ikke leses nå.")
    expect(team(kari).locator("[data-step=on]")).to_be_visible()
    kari.evaluate("() => { FileSystemDirectoryHandle.prototype.entries = window.was; }")
    look(kari)
    expect(troubles).to_be_hidden()
