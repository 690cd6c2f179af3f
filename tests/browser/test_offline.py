"""Without a net: the guide, the answers and the documents work, and a new version is told."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_pages import addresses
from dev.serve import served
from playwright.sync_api import Browser, Page, expect

from .opening import net_gone
from .pages.test_pages import UNLIKE


@pytest.fixture
def guide(site: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the site that the test may change, and its address."""
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    with served(folder) as address:
        yield folder, address


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(viewport={"width": 390, "height": 844}) as context:
        context.set_default_timeout(10_000)
        page = context.new_page()
        faults: list[str] = []
        page.on(
            "console", lambda m: faults.append(m.text) if "Content Security" in m.text else None
        )
        yield page
        assert faults == []


def kept(page: Page) -> list[str]:
    """The names of what the worker has kept, once it has taken the page over."""
    page.wait_for_function("() => navigator.serviceWorker.controller !== null", timeout=30_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    names: list[str] = page.evaluate("caches.keys()")
    return names


def test_all_works_without_a_net_after_one_visit(
    page: Page, guide: tuple[Path, str], pytestconfig: pytest.Config
) -> None:
    """Pages that differ most, and with --all every page."""
    _, address = guide
    page.goto(address)
    assert len(kept(page)) == 1
    net_gone(page)
    for path in addresses() if pytestconfig.getoption("--all") else UNLIKE:
        page.goto(address + path)
        expect(page.locator("h1").first).to_be_visible()
    # Answers are given and kept.
    page.goto(address + "sjekklister/kravdokument/")
    box = page.locator("[data-item] input[type=checkbox]").first
    item = page.locator("[data-item]").first.get_attribute("data-item")
    page.locator("[data-item] .task-list-text").first.click()
    expect(box).to_be_checked()
    page.reload()
    expect(page.locator(f"[data-item={item}] input[type=checkbox]").first).to_be_checked()
    # The search is used for the first time.
    page.locator(".guide-find").click()
    page.locator("#guide-search-field").fill("oppsigelsestid")
    expect(page.locator(".guide-search__hit").first).to_be_visible()
    page.locator(".guide-search__hit a").first.click()
    expect(page.locator("dialog")).to_be_hidden()
    # A document is made of what was ticked.
    page.goto(address + "lag-kravdokument/")
    # Shown when its script has come: nobody can press before that.
    page.wait_for_selector("check-document:not([hidden])")
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    # On a phone its topics are folded.
    page.locator("[data-topic-of] > summary").first.click()
    expect(page.locator("[data-rows] li").first).to_be_visible()
    with page.expect_download() as download:
        page.locator("[data-act=word]").click()
    assert Path(download.value.path()).read_bytes()[:2] == b"PK"


def test_a_new_version_is_told_and_taken_when_the_reader_wants(
    page: Page, guide: tuple[Path, str]
) -> None:
    folder, address = guide
    page.goto(address)
    kept(page)
    worker = folder / "sw.js"
    text = worker.read_text(encoding="utf-8")
    worker.write_text(
        re.sub(r'VERSION = "\w+"', 'VERSION = "abcdefabcdef"', text), encoding="utf-8"
    )
    front = folder / "index.html"
    old = page.locator("h1").first.inner_text()
    text = front.read_text(encoding="utf-8")
    front.write_text(text.replace("Start her", "Ny forside"), encoding="utf-8")
    page.goto(address + "om/")
    expect(page.locator(".guide-fresh [role=status]")).to_contain_text("ny utgave", timeout=30_000)
    page.locator(".guide-fresh").get_by_text("Senere").click()
    page.goto(address)
    # Until then everything is the old version, and one version only.
    assert page.locator("h1").first.inner_text() == old
    with page.expect_navigation(timeout=30_000):
        page.locator(".guide-fresh").get_by_text("Ta den i bruk").click(timeout=30_000)
    expect(page.locator("h1").first).to_contain_text("Ny forside")
    assert page.evaluate("caches.keys()") == ["guide-it-outsourcing / abcdefabcdef"]


@pytest.mark.slow
def test_one_setting_removes_it(page: Page, guide: tuple[Path, str]) -> None:
    from macros.publish import offline

    folder, address = guide
    page.goto(address)
    kept(page)
    offline.write(folder, "it-outsourcing", "nedlasting", (), wanted=False)
    page.evaluate("navigator.serviceWorker.ready.then(r => r.update())")
    left = "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])"
    for _ in range(100):
        if page.evaluate(f"{left}.then(([a, b]) => a.length + b.length)") == 0:
            return
        page.wait_for_timeout(100)
    raise AssertionError("the worker or what it kept is still there")


def test_a_page_that_is_not_kept_is_told_of(page: Page, guide: tuple[Path, str]) -> None:
    _, address = guide
    page.goto(address)
    kept(page)
    net_gone(page)
    page.goto(address + "finnes-ikke/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Siden finnes ikke")


def test_nothing_is_kept_for_who_saves_data(page: Page, guide: tuple[Path, str]) -> None:
    _, address = guide
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    page.goto(address)
    page.wait_for_timeout(4500)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
