"""A first visit is light: what is fetched before the reader has done anything."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from dev.serve import served
from in_languages import OTHERS, everywhere
from playwright.sync_api import Browser, Page

from ..opening import Opener

PAGES = ("", "kravdokument/", "sjekklister/orden-i-eget-hus/", "lag-kravdokument/")


def weighed(page: Page, site: Path, address: str, path: str) -> tuple[int, list[str]]:
    """Bytes of all that a page asks for, packed as it is sent, and the addresses."""
    seen: list[str] = []
    page.on("response", lambda r: seen.append(r.url))
    page.goto(address + path, wait_until="networkidle")
    page.wait_for_timeout(500)
    files = [u for u in seen if u.startswith("http")]
    total = 0
    for url in files:
        file = site / url.split("?")[0].split("/", 3)[3]
        file = file / "index.html" if file.is_dir() else file
        total += len(gzip.compress(file.read_bytes(), 9)) if file.is_file() else 0
    return total, files


def holds(total: int, files: list[str]) -> None:
    assert 50_000 < total <= 110_000, total
    assert len(files) <= 10, files


@pytest.mark.parametrize("path", PAGES)
def test_first_visit(opener: Opener, site: Path, path: str) -> None:
    page = opener("404.html", context=opener.new_context())  # nothing of other tests in its cache
    address = page.url.replace("404.html", "")
    holds(*weighed(page.context.new_page(), site, address, path))


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The site in every language, and its address."""
    folder = everywhere(tmp_path_factory)
    with served(folder) as address:
        yield folder, address


@pytest.mark.slow
@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("path", PAGES)
def test_first_visit_in_another_language(
    several: tuple[Path, str], chromium: Browser, language: str, path: str
) -> None:
    folder, address = several
    with chromium.new_context(viewport={"width": 1280, "height": 844}) as reader:
        holds(*weighed(reader.new_page(), folder, address, f"{language}/{path}"))
