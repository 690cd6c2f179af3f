"""A program that reads as a screen reader does reads a list, the plan and the builder to the end;
what it says is held to a file that was read as text."""

from __future__ import annotations

from pathlib import Path

import heard
import pytest
from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", heard.READ)
def test_a_reader_hears_what_was_read(
    readers: dict[str, BrowserContext], guide: str, modules: Path, kind: str
) -> None:
    with heard.met(readers["light"], guide, kind) as page:
        said = heard.read_aloud(page, modules)
    assert said == heard.transcript(kind).read_text(encoding="utf-8")
    assert said.splitlines()[-1] == "end of document"


def test_what_is_said_twice_is_heard(
    readers: dict[str, BrowserContext], guide: str, modules: Path
) -> None:
    kind = heard.READ[0]
    with heard.met(readers["light"], guide, kind) as page:
        page.evaluate("document.querySelector('[data-item] label span').ariaHidden = null")
        page.evaluate("document.querySelector('article ul').prepend('Og dette.')")
        said = heard.read_aloud(page, modules)
    assert said != heard.transcript(kind).read_text(encoding="utf-8")
