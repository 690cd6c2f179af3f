"""A first visit is light: what is fetched before the reader has done anything."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from ..opening import Opener

PAGES = ("", "kravdokument/", "sjekklister/orden-i-eget-hus/", "lag-kravdokument/")


@pytest.mark.parametrize("path", PAGES)
def test_first_visit(opener: Opener, site: Path, path: str) -> None:
    page = opener("404.html", context=opener.new_context())  # nothing of other tests in its cache
    page = page.context.new_page()
    seen: list[str] = []
    page.on("response", lambda r: seen.append(r.url))
    page.goto(page.context.pages[0].url.replace("404.html", path), wait_until="networkidle")
    page.wait_for_timeout(500)
    files = [u for u in seen if u.startswith("http")]
    total = 0
    for url in files:
        file = site / url.split("?")[0].split("/", 3)[3]
        file = file / "index.html" if file.is_dir() else file
        total += len(gzip.compress(file.read_bytes(), 9)) if file.is_file() else 0
    assert 50_000 < total <= 110_000, total
    assert len(files) <= 10, files
