"""The policy of the pages as a host first tries it: by a header that only reports. What it would
stop is told and goes on, so a server of ours gives pages so, and nothing of the guide's is told of.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dev.serve import Quiet, served
from playwright.sync_api import Browser, Page

from .opening import POLICY

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
ENFORCED = "; require-trusted-types-for 'script'; trusted-types default"
PLANT = "document.createElement('div').innerHTML = '<b>x</b>'"
PAGES = ("", "sjekklister/orden-i-eget-hus/", "min-plan/", "lag-kravdokument/", "sammenlign/",
         "svar-pa-krav/", "punkt/", "begreper/", "nedlasting/")  # fmt: skip


class Reporting(Quiet):
    """Gives pages whose own policy knows of no Trusted Types, and all of it as a header that
    reports. The mark stays: the guard asks for it (macros/publish/page/guard.js)."""

    def send_head(self) -> Any:
        file = Path(self.translate_path(self.path.split("?")[0]))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix != ".html" or not file.is_file():
            return super().send_head()
        text = file.read_text(encoding="utf-8")
        (said,) = META.findall(text)
        assert said.endswith(ENFORCED)
        data = text.replace(ENFORCED, "", 1).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy-Report-Only", said)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)


@pytest.fixture(scope="module")
def reports(site: Path, chromium: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page at a server that only reports, and what the browser has told of it."""
    told: list[str] = []
    with served(site, Reporting) as base, chromium.new_context(base_url=base) as context:
        page = context.new_page()
        page.on("console", lambda said: told.extend(filter(POLICY.search, [said.text])))
        yield page, told


@pytest.mark.slow
def test_nothing_that_the_guide_does_would_be_stopped(reports: tuple[Page, list[str]]) -> None:
    page, told = reports
    for name in PAGES:
        page.goto(name, wait_until="networkidle")
    page.goto("sjekklister/orden-i-eget-hus/")
    page.locator("[data-item] label").first.click()
    page.locator(".checklist__edit").first.click()
    page.locator("textarea[name=note]").first.fill("Notat")
    page.get_by_role("link", name="Min plan").first.click()
    page.wait_for_selector("check-plan:not([hidden])")
    page.goto("?sok=backup", wait_until="networkidle")
    assert told == []


def test_what_would_be_stopped_is_told_and_goes_on(reports: tuple[Page, list[str]]) -> None:
    """Else the test above could not fail."""
    page, told = reports
    page.goto("")
    told.clear()
    assert page.evaluate(f"() => {PLANT}") == "<b>x</b>"
    page.wait_for_timeout(200)
    assert told and all("TrustedHTML" in one and "report-only" in one for one in told), told
