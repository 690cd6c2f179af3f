"""A small guide as a reader of each language meets it: rules, the policy, links, paper and no net.

Every page of the real site is looked at so with --all (whole/test_in_languages.py).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from dev.serve import served
from in_languages import OTHERS, small_in_languages
from paper import texts
from playwright.sync_api import Browser, Error, Page

from .axe import violations
from .opening import Tab, Tabs, net_gone

LIST = "sjekklister/liste-en/"
SAMPLE = ("", LIST, "om/")
UNSEEN = "mer/"  # is opened without a net only
ON_PAPER = {"nn": ("Namn", "Dato", "Underskrift"), "en": ("The first list", "Name", "Signature")}
LINKS = """() => [...document.querySelectorAll("a[href], link[href]")]
  .filter((one) => !one.hidden).map((one) => one.href)"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_in_languages(tmp_path_factory).root / "site"


@pytest.fixture
def net(site: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    """The address of the site, and what takes its server away."""
    with ExitStack() as servers:
        yield servers.enter_context(served(site)), servers.close


@pytest.fixture
def tab(chromium: Browser, net: tuple[str, Callable[[], None]]) -> Iterator[Tab]:
    tabs = Tabs(chromium, net[0])
    with tabs.context(width=390, workers=True) as context:
        yield tabs.open(context, width=390, workers=True)


def broken(page: Page, address: str, site: Path) -> list[str]:
    """The links of the open page that lead to no file of the site, or to no place in it."""
    found = []
    for link in {one for one in page.evaluate(LINKS) if one.startswith(address)}:
        path, place = urldefrag(link.removeprefix(address))
        file = site / unquote(path.partition("?")[0])
        file = file / "index.html" if file.is_dir() else file
        here = file.read_text("utf-8") if file.is_file() and file.suffix == ".html" else ""
        if not file.is_file() or (place and f'id="{unquote(place)}"' not in here):
            found.append(link)
    return found


def unprinted(page: Page, words: tuple[str, ...]) -> list[str]:
    """Those of the words that the printed page does not have."""
    sheets = texts(page.pdf(format="A4", prefer_css_page_size=True))
    # «fi» is one letter on paper.
    paper = unicodedata.normalize("NFKC", "\n".join(sheets))
    return [word for word in words if word not in paper]


def unread(page: Page, addresses: list[str], language: str) -> list[str]:
    """The addresses that cannot be read, or that are in another language."""
    found = []
    for one in addresses:
        try:
            page.goto(one)
            here = page.locator("h1").first.is_visible()
            found += [] if here and page.locator(f"html[lang={language}]").count() else [one]
        except Error:
            found.append(one)
    return found


@pytest.mark.parametrize(
    "language", [*OTHERS[:1], *(pytest.param(one, marks=pytest.mark.slow) for one in OTHERS[1:])]
)
def test_a_reader_of_each_language_has_whole_pages_paper_and_no_need_of_a_net(
    tab: Tab, net: tuple[str, Callable[[], None]], site: Path, language: str
) -> None:
    address, stop = net
    page, home = tab.page, f"{address}{language}/"
    for name in SAMPLE:
        page.goto(home + name)
        assert page.locator("html").get_attribute("lang") == language
        assert violations(page, contrast=False) == [], name
        assert broken(page, address, site) == [], name
        if name == LIST:
            assert unprinted(page, ON_PAPER[language]) == []
    page.wait_for_function("() => navigator.serviceWorker.controller !== null", timeout=30_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    stop()
    net_gone(page)
    assert unread(page, [home + LIST, home + UNSEEN], language) == []
    assert tab.faults == []


PLANTED = """() => {
  document.querySelector("h1").append(document.createElement("img"));
  for (const href of ["../no-such-page/", "../../om/#no-such-place"]) {
    document.querySelector("article").append(Object.assign(document.createElement("a"), { href }));
  }
  document.head.append(Object.assign(document.createElement("style"), { textContent: "p { }" }));
}"""


@pytest.mark.slow
def test_what_is_planted_in_a_page_is_found(
    tab: Tab, net: tuple[str, Callable[[], None]], site: Path
) -> None:
    address, stop = net
    page, home = tab.page, f"{address}en/"
    page.goto(home + LIST)
    page.wait_for_function("() => navigator.serviceWorker.controller !== null", timeout=30_000)
    page.evaluate(PLANTED)
    assert violations(page, contrast=False)[0].startswith("image-alt")
    told = [link.removeprefix(home) for link in broken(page, address, site)]
    assert sorted(told) == ["om/#no-such-place", "sjekklister/no-such-page/"]
    assert unprinted(page, ON_PAPER["nn"]) == [*ON_PAPER["nn"]]
    assert "Content Security" in tab.faults[0]
    # What the worker kept is thrown away: nothing else answers.
    page.evaluate("caches.keys().then((all) => Promise.all(all.map((one) => caches.delete(one))))")
    stop()
    net_gone(page)
    pages = [home + LIST, home + UNSEEN]
    assert unread(page, pages, "en") == pages
