"""The site in three languages, as its readers meet it: one set of answers, nothing of another
language unasked, and a document that is written in another language than its reader's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builds import plainly
from conftest import ROOT
from dev.serve import served
from playwright.sync_api import Browser, Page
from shared import once, run_folder

from ..axe import violations

pytestmark = pytest.mark.slow
SAMPLE = ("", "sjekklister/kjenn-leverandoren/", "min-plan/", "begreper/", "om/")


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site in every language."""

    def make(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("GUIDE_LANGUAGES", "nb, nn, en")
            result = plainly(ROOT / "mkdocs.yml", "--strict", "-d", str(folder))
        assert result.exit_code == 0, result.output

    with served(once(run_folder(tmp_path_factory) / "languages", make)) as address:
        yield address


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(accept_downloads=True)
    yield context.new_page()
    context.close()


def choose(page: Page, language: str) -> None:
    """Chooses a language in the header."""
    page.locator(".guide-languages button").hover()
    page.locator(f".guide-languages a[lang={language}]").click()
    page.wait_for_url(lambda url: f"/{language}/" in url or language == "nb")


@pytest.mark.parametrize("language", ["nn", "en"])
def test_a_page_is_whole_and_fetches_nothing_of_another_language(
    several: str, page: Page, language: str
) -> None:
    told: list[str] = []
    page.on("console", lambda line: told.append(line.text) if line.type == "error" else None)
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    for name in SAMPLE:
        seen.clear()
        page.goto(f"{several}{language}/{name}")
        page.wait_for_timeout(500)
        own = [url for url in seen if url.startswith(f"{several}{language}/")]
        assert own and [u for u in seen if u.startswith("http")] == own
        assert violations(page, contrast=False) == [], name
    assert told == []


def test_a_tick_in_bokmal_is_a_tick_in_english_and_the_choice_is_kept(
    several: str, page: Page
) -> None:
    page.goto(f"{several}sjekklister/kjenn-leverandoren/")
    item = page.locator("[data-item]").first
    item.locator(".task-list-control").first.click()
    page.evaluate("id => { location.hash = id }", item.get_attribute("data-item"))
    choose(page, "en")
    assert page.url.endswith(f"/en/sjekklister/kjenn-leverandoren/#{item.get_attribute('id')}")
    assert page.locator("[data-item] input[type=checkbox]").first.is_checked()
    assert page.locator("[data-item] .checklist__said").first.inner_text() == ""
    anew = page.context.new_page()
    anew.goto(several)
    anew.wait_for_url(f"{several}en/")


def test_a_document_is_written_in_another_language_than_its_readers(
    several: str, page: Page
) -> None:
    page.goto(f"{several}lag-kravdokument/")
    page.locator("[data-act=new]").click()
    page.locator("[data-own]").fill("Vårt eget krav.")
    page.locator("[data-act=add]").click()
    page.locator("[data-tongue]").select_option("en")
    with page.expect_download() as made:
        page.locator("[data-act=markdown]").click()
    text = Path(made.value.path()).read_text(encoding="utf-8")
    assert "The supplier shall" in text and "Leverandøren skal" not in text
    assert "Vårt eget krav. (not translated)" in text
