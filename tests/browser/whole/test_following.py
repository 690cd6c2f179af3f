"""Who writes sees it in the open page: in place, marked, with the page where it was; and a fault
over the last good page."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT
from guide import CATALOG
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow
LIST = CATALOG.checklists[0]
ITEM = next(iter(LIST.own())).text.rstrip(".")


@contextmanager
def followed(folder: Path) -> Iterator[str]:
    """The address at which the project in `folder` is served."""
    command = [sys.executable, "-m", "dev.live", "serve", "--quiet", "--livereload",
               "-f", "mkdocs.yml", "-a", "127.0.0.1:8765"]  # fmt: skip
    env = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def moved(page: Page) -> float:
    found: float = page.evaluate("scrollY")
    return found


def test_a_change_is_in_the_open_page_at_once_where_the_reader_is(
    chromium: Browser, copy: Path
) -> None:
    with followed(copy) as address, chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}sjekklister/{LIST.id}/")
        page.evaluate("window.stayed = true")
        page.locator("details:not([open]) > summary >> visible=true").first.click()
        folds = page.locator("details[open]").count()
        page.mouse.wheel(0, 900)
        page.wait_for_function("() => scrollY > 500")
        top = moved(page)
        edit(copy / "checklists.yml", ITEM, f"{ITEM}, og når")
        expect(page.get_by_text(f"{ITEM}, og når").first).to_be_attached(timeout=30_000)
        assert page.evaluate("window.stayed"), "the page was loaded anew"
        assert page.locator("[data-changed]").count() >= 1
        assert page.locator("details[open]").count() == folds
        assert abs(moved(page) - top) < 60
        page.wait_for_function("() => !document.querySelector('[data-changed]')")
        sheet = copy / "overrides" / "assets" / "checklists" / "styles" / "palette.css"
        edit(sheet, ":root {", ":root { --seen: 7px;")
        page.wait_for_function(
            "() => getComputedStyle(document.documentElement).getPropertyValue('--seen') === '7px'"
        )
        assert page.evaluate("window.stayed"), "the page was loaded anew"
        edit(copy / "checklists.yml", "    intro:", "    intr:")
        expect(page.locator("pre[role=alert]")).to_contain_text(
            'unknown field "intr"', timeout=30_000
        )
        assert f"{ITEM}, og når" in page.locator("main").inner_text()
        edit(copy / "checklists.yml", "    intr:", "    intro:")
        expect(page.locator("pre[role=alert]")).to_have_count(0, timeout=30_000)
        box = page.locator("[data-item] label input").first
        box.check()
        time.sleep(0.3)
        edit(copy / "checklists.yml", f"{ITEM}, og når", ITEM)
        expect(page.get_by_text(f"{ITEM}, og når")).to_have_count(0, timeout=30_000)
        expect(page.locator("[data-item] label input").first).to_be_checked()
