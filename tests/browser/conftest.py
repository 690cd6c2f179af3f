"""A real Chromium, and pages that fail the test when they call another host or log an error."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from dev import browser as program
from playwright.sync_api import Browser, BrowserContext, Page, Route, TimeoutError, sync_playwright

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Elements that only tell of answers wait until there are some; a plain mark is never defined.
READY = """() => !document.querySelector(
  ":not(:defined):not(check-index, check-progress, check-continue)")"""
POLICY = "Content Security"
Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=program.path(), args=program.ARGS)
        yield browser
        browser.close()


@pytest.fixture
def opener(chromium: Browser, address: str) -> Iterator[Opener]:
    """As `opening`, for one test."""
    with opening(chromium, address) as (open_page, faults):
        yield open_page
    assert faults == []


@pytest.fixture(scope="module")
def tabs(chromium: Browser, address: str) -> Iterator[tuple[Opener, list[str]]]:
    """As `opening`, in tabs that the module's tests share: for tests that leave no answers."""
    with opening(chromium, address) as (open_page, faults):
        opened: dict[tuple[object, ...], Page] = {}

        def show(path: str = "", **how: object) -> Page:
            key = tuple(sorted(how.items()))
            if key in opened:
                opened[key].emulate_media(media="screen")
                opened[key].goto(address + path, wait_until="load")
            else:
                opened[key] = open_page(path, **how)
            return opened[key]

        yield show, faults


@pytest.fixture
def tab(tabs: tuple[Opener, list[str]]) -> Iterator[Opener]:
    """A tab of `tabs`; what goes wrong in it fails the test that it goes wrong in."""
    show, faults = tabs
    yield show
    said = [*faults]
    faults.clear()
    assert said == []


@contextlib.contextmanager
def opening(chromium: Browser, address: str) -> Iterator[tuple[Opener, list[str]]]:
    """(opener, what went wrong in the pages that it opened).

    `opener(path, width=390, dark=False, scripts=True, javascript=True)` opens a page.
    `scripts=False` blocks every script file; `javascript=False` switches JavaScript off.
    A request to another host, an uncaught error or a break of the security policy goes wrong;
    `tolerate` is the text of an error that the test itself puts into the browser.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(path: str = "", **how: object) -> Page:
        tolerate = how.pop("tolerate", None)
        context = how.pop("context", None) or new_context(**how)
        assert isinstance(context, BrowserContext)
        page = context.new_page()
        page.on(
            "console", lambda m: faults.append(m.text) if "Content Security" in m.text else None
        )
        page.on("pageerror", lambda e: None if e.message == tolerate else faults.append(str(e)))
        page.on("request", lambda r: None if _ours(r.url, address) else faults.append(r.url))
        if how.get("scripts", True) and how.get("javascript", True):
            patient(page)
        page.goto(address + path, wait_until="load")
        return page

    def new_context(
        width: int = 1280,
        dark: bool = False,
        scripts: bool = True,
        javascript: bool = True,
        init: str = "",
        touch: bool = False,
        workers: bool = False,
    ) -> BrowserContext:
        context = chromium.new_context(
            viewport={"width": width, "height": 844},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            has_touch=touch,
            # A worker answers before a test's own routes do; the tests of it ask for it.
            service_workers="allow" if workers else "block",
        )
        if not scripts:
            context.route(lambda url: url.split("?")[0].endswith(".js"), _refuse)
        if init:
            context.add_init_script(init)
        context.set_default_timeout(8000)
        contexts.append(context)
        return context

    open_page.new_context = new_context  # type: ignore[attr-defined]
    yield open_page, faults
    for context in contexts:
        context.close()


def patient(page: Page) -> None:
    """Has the page wait, after each step to an address, for the elements that it fetches."""

    def waiting(step: Callable[..., Any]) -> Callable[..., Any]:
        def done(*args: Any, **how: Any) -> Any:
            answer = step(*args, **how)
            with contextlib.suppress(TimeoutError):
                page.wait_for_function(READY, timeout=4000)
            return answer

        return done

    for name in ("goto", "reload", "go_back"):
        setattr(page, name, waiting(getattr(page, name)))


def _refuse(route: Route) -> None:
    route.abort()


def _ours(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:"))


def violations(page: Page, media: str = "screen") -> list[str]:
    """What axe finds on a page: rule, and the elements that break it. Paper is not scrolled."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    script = "how => axe.run(document, {...how, resultTypes: ['violations']})"
    rules = {"scrollable-region-focusable": {"enabled": media == "screen"}}
    result = page.evaluate(script, {"runOnly": TAGS, "rules": rules})
    return [
        f"{v['id']}: {', '.join(str(n['target']) for n in v['nodes'][:5])}"
        for v in result["violations"]
    ]
