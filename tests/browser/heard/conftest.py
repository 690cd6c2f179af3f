"""The small guide of tests/heard.py, built and served, and readers of it; what Node brings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import heard
import pytest
from dev import node
from dev.serve import served
from playwright.sync_api import Browser, BrowserContext
from shared import once, run_folder


@pytest.fixture(scope="session")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small guide."""
    with served(once(run_folder(tmp_path_factory) / "heard", heard.make) / "site") as base:
        yield base


@pytest.fixture(scope="module")
def readers(chromium: Browser) -> Iterator[dict[str, BrowserContext]]:
    """By how they look at it: in light, in the dark, and at 1,280 px in 400 per cent."""
    made = {
        "light": heard.opened(chromium),
        "dark": heard.opened(chromium, dark=True),
        "320": heard.opened(chromium, width=320),
    }
    yield made
    for context in made.values():
        context.close()


@pytest.fixture(scope="session")
def modules() -> Path:
    """Where packages of Node are. In CI they must be there; a machine may be without a net."""
    try:
        node.set_up()
    except node.Unable as why:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"nothing was read aloud: {why}")
    return node.MODULES
