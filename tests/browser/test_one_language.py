"""A guide in one language that is not ours: as a reader of it meets it, on the screen, on paper and
without a net, and nothing in it is ours."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from dev.serve import served
from paper import texts
from places import ROOT
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from shared import once, run_folder
from test_edition import make_workshop

from .axe import violations
from .opening import net_gone, patient

pytestmark = pytest.mark.slow
PAGES = ("", "checklists/premises/", "items/", "my-plan/")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(run_folder(tmp_path_factory) / "workshop", make_workshop) / "site"


@pytest.fixture(scope="module")
def address(workshop: Path) -> Iterator[str]:
    with served(workshop) as base:
        yield base


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(viewport={"width": 390, "height": 844}) as context:
        context.set_default_timeout(10_000)
        page = patient(context.new_page())
        told: list[str] = []

        def heard(line: ConsoleMessage) -> None:
            # Material asks for the map of the site, with a net and without.
            if line.type == "error" and not line.location["url"].endswith("sitemap.xml"):
                told.append(line.text)

        page.on("console", heard)
        page.on("pageerror", lambda error: told.append(str(error)))
        yield page
        assert [line for line in told if "ERR_INTERNET_DISCONNECTED" not in line] == []


def there(workshop: Path) -> list[str]:
    return [name for name in PAGES if (workshop / name / "index.html").exists()]


def test_an_english_guide_is_whole_on_screen_on_paper_and_without_a_net(
    workshop: Path, address: str, page: Page
) -> None:
    assert len(there(workshop)) > 2
    for name in there(workshop):
        page.goto(address + name)
        assert page.locator("html").get_attribute("lang") == "en"
        assert violations(page, contrast=False) == [], name
    page.goto(f"{address}checklists/premises/")
    sheets = texts(page.pdf(format="A4", prefer_css_page_size=True))
    paper = "\n".join(sheets)
    said = unicodedata.normalize("NFKC", " ".join(paper.split()))  # «fi» is one letter on paper
    assert "Measure that three repair stands fit" in said and "Signature" in said, said
    page.wait_for_function("() => navigator.serviceWorker.controller !== null", timeout=30_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    net_gone(page)
    for name in there(workshop):
        page.goto(address + name)
        expect(page.locator("h1").first).to_be_visible()
    page.locator(".guide-find").click()
    page.locator("#guide-search-field").fill("stands")
    expect(page.locator(".guide-search__hit").first).to_be_visible()


def ours() -> dict[str, str]:
    """Our words of the interface that are not the same in English, long enough to be known."""
    words, english = (
        yaml.safe_load((ROOT / "macros" / "language" / f"{name}.yml").read_text(encoding="utf-8"))
        for name in ("nb", "en")
    )
    return {
        key: word for key, word in words.items()
        if isinstance(word, str) and len(word) > 6 and "{" not in word and word != english[key]
    }  # fmt: skip


def traces(texts: dict[str, str], words: dict[str, str]) -> list[str]:
    """Where one of the words stands as a reader, or a reader's program, would meet it."""
    return [f"{name}: {key}" for name, text in texts.items() for key, word in words.items()
            if f">{word}<" in text or f'"{word}"' in text]  # fmt: skip


def test_a_guide_in_another_language_says_no_word_in_ours(workshop: Path) -> None:
    files = [f for f in workshop.rglob("*") if f.suffix in (".html", ".json", ".txt", ".xml")]
    texts = {f.relative_to(workshop).as_posix(): f.read_text(encoding="utf-8") for f in files}
    words = ours()
    assert len(words) > 500 and len(texts) > 8
    assert traces(texts, words) == []
    for name, text in texts.items():
        assert 'lang="nb"' not in text and "hreflang" not in text, name


def test_a_planted_word_of_ours_is_found() -> None:
    words = ours()
    key, word = next(iter(words.items()))
    assert traces({"a": f"<p>{word}</p>", "b": f'{{"x": "{word}"}}', "c": "Rooms"}, words)[:2]
    assert f"a: {key}" in traces({"a": f"<p>{word}</p>"}, words)
