"""A built site in a real browser: opened, throttled, and how long its tasks took."""

from __future__ import annotations

import json
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dev import browser
from dev.serve import served
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
WATCH = (HERE / "long_tasks.js").read_text(encoding="utf-8")
THROTTLE = 4  # times slower than this machine: about a phone
SITE_ID = "it-outsourcing"
# Playwright has the browser note who asks for a file, by its place in the script: then V8 reads the
# theme's whole bundle once more, 11 of the 18 ms that it takes to start. A reader's does not.
PLACES_AT_ONCE = "--js-flags=--no-enable-lazy-source-positions"
TASKS = ("ThreadControllerImpl::RunTask", "RunTask")  # in a trace; with «toplevel» in it both are


@contextmanager
def opened(site: Path) -> Iterator[tuple[str, Browser]]:
    """The address of a built site, and a Chromium."""
    with served(site) as address, sync_playwright() as playwright:
        args = [*browser.ARGS, PLACES_AT_ONCE]
        chromium = playwright.chromium.launch(executable_path=browser.path(), args=args)
        yield address, chromium
        chromium.close()


def script(name: str) -> str:
    """A script of ours that runs in the page."""
    return (HERE / name).read_text(encoding="utf-8")


def throttle(page: Page) -> None:
    """Slows the processor down for this page."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})


def forget(page: Page) -> None:
    """Long tasks so far do not count."""
    page.evaluate("window.tasks.length = 0")


def longest(page: Page) -> float:
    """Milliseconds of the longest task since; 0 when none took 50. Asks for WATCH in the page."""
    found: float = page.evaluate("Math.max(0, ...window.tasks)")
    return found


def longest_own(trace: dict[str, Any]) -> float:
    """Milliseconds of the longest task of a page's main thread, in the thread's own time: whatever
    else the machine is busy with is not in it."""
    found = (task.get("tdur", 0) for tasks in own_tasks(trace).values() for task in tasks)
    return max(found, default=0) / 1000


def own_tasks(trace: dict[str, Any]) -> dict[int, list[dict[str, Any]]]:
    """Every task of the main thread of each process that shows pages, by the process's number."""
    events = trace["traceEvents"]
    mains = {
        (e["pid"], e["tid"])
        for e in events
        if e.get("name") == "thread_name" and e["args"].get("name") == "CrRendererMain"
    }
    made: dict[str, dict[int, list[dict[str, Any]]]] = {t: defaultdict(list) for t in TASKS}
    for e in events:
        if e.get("name") in TASKS and (e["pid"], e["tid"]) in mains:
            made[e["name"]][e["pid"]].append(e)
    return next(filter(None, made.values()), {})


def busiest(chromium: Browser, page: Page, act: Callable[[], object], ms: int = 1500) -> float:
    """As `longest_own`, while something is done and for some time after."""
    chromium.start_tracing(page=page, categories=["toplevel"])
    act()
    page.wait_for_timeout(ms)
    return longest_own(json.loads(chromium.stop_tracing()))


def middle(found: list[float]) -> str:
    """The median of long tasks in words; a browser tells of no task under 50 ms."""
    value = statistics.median(found)
    return f"{value:.0f} ms" if value else "under 50 ms"
