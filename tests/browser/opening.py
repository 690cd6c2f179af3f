"""Tabs of one browser: opened for a test, handed on clean to the next; what goes wrong in them.

Most of what a test costs is the browser's process for a new tab and an empty cache. So a tab is
used again by tests that ask for the same look, after everything that a page can keep is gone. A
tab that was changed in a way that cannot be taken back is closed.
"""

from __future__ import annotations

import contextlib
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict, Unpack

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    ConsoleMessage,
    Error,
    Page,
    Request,
    Route,
)
from playwright.sync_api import TimeoutError as TooLate

# Elements that only tell of answers wait until there are some, and those in or round a fold
# until it is opened; a plain mark is never defined.
READY = """() => ![...document.querySelectorAll(
  ":not(:defined):not(check-index, check-progress, check-continue, check-next, check-overview)" +
  ":not(check-ask, check-files, check-folder, check-print:not(:has(> [open])))")]
  .some((one) => !one.closest("details:not([open])"))"""
POLICY = re.compile("Content Security|document requires .?Trusted|[Tt]rusted ?[Tt]ype")
PATIENCE = 8000  # milliseconds that a step may take
MOST_IDLE = 6  # tabs that wait for the next test
# A file of the site that runs no script: here a page's storage is at hand and nobody writes to it.
STILL = "assets/checklists/mark.svg"
# Whoever calls one of these leaves something that a new address does not take away.
LASTING_IN_A_TAB = (
    "on",
    "once",
    "route",
    "add_init_script",
    "set_viewport_size",
    "expose_function",
)
LASTING_IN_A_CONTEXT = (
    "grant_permissions",
    "route",
    "add_init_script",
    "set_offline",
    "add_cookies",
)


class How(TypedDict, total=False):
    """How a page is looked at. `scripts=False` blocks every script file; `javascript=False`
    switches JavaScript off; `init` is a script that runs before the page's own; `workers` lets a
    service worker answer, before the test's own routes do."""

    width: int
    dark: bool
    scripts: bool
    javascript: bool
    init: str
    touch: bool
    workers: bool


@dataclass(eq=False)
class Tab:
    """A page with what has gone wrong in it: requests to other hosts, uncaught errors, breaks of
    the security policy. `tolerate` is the text of an error that the test itself has put in."""

    page: Page
    session: CDPSession
    key: tuple[tuple[str, object], ...]
    dark: bool
    faults: list[str] = field(default_factory=list)
    tolerate: str = ""
    changed: bool = False


class Tabs:
    """The open tabs of a browser on one site, by how they look at it."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self._browser = browser
        self._idle: OrderedDict[tuple[tuple[str, object], ...], Tab] = OrderedDict()

    def context(self, **how: Unpack[How]) -> BrowserContext:
        """A reader with nothing kept."""
        context = self._browser.new_context(
            viewport={"width": how.get("width", 1280), "height": 844},
            color_scheme="dark" if how.get("dark") else "light",
            java_script_enabled=how.get("javascript", True),
            has_touch=how.get("touch", False),
            service_workers="allow" if how.get("workers") else "block",
        )
        if not how.get("scripts", True):
            context.route(lambda url: url.split("?")[0].endswith(".js"), _refuse)
        if init := how.get("init"):
            context.add_init_script(init)
        context.set_default_timeout(PATIENCE)
        return context

    def open(self, context: BrowserContext, **how: Unpack[How]) -> Tab:
        """A new tab of a reader."""
        page = context.new_page()
        session = context.new_cdp_session(page)
        tab = Tab(page, session, tuple(sorted(how.items())), how.get("dark", False))
        self._listen(tab)
        if how.get("scripts", True) and how.get("javascript", True):
            patient(page)
        _watch(page, LASTING_IN_A_TAB, tab)
        _watch(context, LASTING_IN_A_CONTEXT, tab)
        return tab

    def lease(self, **how: Unpack[How]) -> Tab:
        """A tab in which nothing is kept, like a new one."""
        kept = self._idle.pop(tuple(sorted(how.items())), None)
        return kept or self.open(self.context(**how), **how)

    def give_back(self, tab: Tab) -> None:
        """Takes a tab for the next test that asks for one like it; closes it when it cannot be."""
        try:
            clean = not tab.changed and not tab.page.is_closed() and self._clean(tab)
        except Error:
            clean = False
        if not clean or tab.key in self._idle:
            tab.page.context.close()
            return
        tab.faults, tab.tolerate = [], ""
        self._idle[tab.key] = tab
        if len(self._idle) > MOST_IDLE:
            self._idle.popitem(last=False)[1].page.context.close()

    def _clean(self, tab: Tab) -> bool:
        """Takes away all that a page may keep, and gives the mouse and the media back."""
        page = tab.page
        if page.context.pages != [page]:
            return False
        page.emulate_media(
            media="null", color_scheme="dark" if tab.dark else "light",
            reduced_motion="null", forced_colors="null", contrast="null",
        )  # fmt: skip
        page.mouse.move(-20, -20)
        # Not before the page is left: it may write when it goes.
        page.goto(self.address + STILL)
        everything = {"origin": self.address.rstrip("/"), "storageTypes": "all"}
        tab.session.send("Storage.clearDataForOrigin", everything)
        left = page.evaluate("() => { sessionStorage.clear(); return localStorage.length; }")
        return bool(left == 0)

    def _listen(self, tab: Tab) -> None:
        def told(message: ConsoleMessage) -> None:
            if POLICY.search(message.text):
                tab.faults.append(message.text)

        def failed(error: Error) -> None:
            if not tab.tolerate or error.message != tab.tolerate:
                tab.faults.append(str(error))

        def asked(request: Request) -> None:
            if not request.url.startswith((self.address, "data:", "blob:")):
                tab.faults.append(request.url)

        tab.page.on("console", told)
        tab.page.on("pageerror", failed)
        tab.page.on("request", asked)


class Opener:
    """Opens the site's pages for one test: `opener(path, width=390, dark=True)`.

    With `context` a page opens beside that reader's others; else each call is a new reader.
    `kept` is what the reader's browser has kept from before: key to text.
    """

    def __init__(self, tabs: Tabs) -> None:
        self.address = tabs.address
        self._tabs = tabs
        self._leased: list[Tab] = []
        self._contexts: list[BrowserContext] = []
        self._beside: list[Tab] = []

    def __call__(
        self, path: str = "", *, context: BrowserContext | None = None, tolerate: str = "",
        kept: Mapping[str, str] | None = None, **how: Unpack[How],
    ) -> Page:  # fmt: skip
        if context is None:
            tab = self._tabs.lease(**how)
            self._leased.append(tab)
        else:
            tab = self._tabs.open(context)
            self._beside.append(tab)
        tab.tolerate = tolerate
        if kept:
            tab.page.goto(self.address + STILL)
            tab.page.evaluate("kept => Object.assign(localStorage, kept)", dict(kept))
        tab.page.goto(self.address + path, wait_until="load")
        return tab.page

    def new_context(self, **how: Unpack[How]) -> BrowserContext:
        """A reader of one's own, who may have several pages open."""
        context = self._tabs.context(**how)
        self._contexts.append(context)
        return context

    def end(self) -> list[str]:
        """Closes or hands on what was opened; gives what went wrong in it."""
        faults = [fault for tab in (*self._leased, *self._beside) for fault in tab.faults]
        for tab in self._leased:
            self._tabs.give_back(tab)
        for context in self._contexts:
            context.close()
        return faults


def patient(page: Page) -> Page:
    """Has the page wait, after each step to an address, for the elements that it fetches: a file
    that is chosen before would be chosen in vain. Gives the page."""

    def waiting(step: Callable[..., Any]) -> Callable[..., Any]:
        def done(*args: Any, **how: Any) -> Any:
            answer = step(*args, **how)
            with contextlib.suppress(TooLate):
                page.wait_for_function(READY, timeout=4000)
            return answer

        return done

    for name in ("goto", "reload", "go_back"):
        setattr(page, name, waiting(getattr(page, name)))
    return page


def net_gone(page: Page) -> None:
    """Takes the net away, and what the browser has kept of it by itself: a worker answers or nobody
    does."""
    page.context.set_offline(True)
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")


def _watch(watched: Page | BrowserContext, names: tuple[str, ...], tab: Tab) -> None:
    """Marks the tab as changed when one of the methods is called from now on."""

    def marking(method: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **how: Any) -> Any:
            tab.changed = True
            return method(*args, **how)

        return called

    for name in names:
        setattr(watched, name, marking(getattr(watched, name)))


def _refuse(route: Route) -> None:
    route.abort()
