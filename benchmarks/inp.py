"""How long a reader waits for what a tap or a key does, in the stories that the tests live through,
on a processor four times slower: of all interactions the 98th of a hundred (goal ≤ 100 ms), and the
slowest with what was done where.

    .venv/bin/python -m benchmarks.inp [--clock] [TEST …]

From an event to what it paints, as browsers report it (Event Timing, INP), the page's own thread is
measured in its own time of the processor and told four times as long: what else the machine does,
what the browser's other processes do, and what the driver of the test looks up in the page
meanwhile (a reader has none), is not in it. With --clock it is what the browser reports by the
clock, throttled: for a quiet machine. Without names it is the stories in tests/browser/whole. A
story may fail here: it has less patience than a throttled page asks for. That is said; what was
done until then counts.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks import ROOT
from benchmarks.browsing import THROTTLE, own_tasks, script, throttle

STORIES = (
    "tests/browser/whole/test_story.py",
    "tests/browser/whole/test_phone_story.py",
    "tests/browser/whole/test_keyboard.py",
)
SLOWEST = 8
SHARE = 0.98
TRACED = ("devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel")
DRIVER = "blink.mojom.DevToolsSession"  # through which Playwright asks


@dataclass(frozen=True)
class Seen:
    """An interaction of 16 ms or more; shorter ones are only counted."""

    milliseconds: float
    what: str
    where: str


def own_times(trace: dict[str, Any]) -> dict[int, float]:
    """Milliseconds that the page's thread worked from an event until what it did was painted, by
    the number that the browser gives an interaction; of its events the one that took most."""
    tasks, found = _readers(trace), dict[int, float]()
    for event in trace["traceEvents"]:
        said = event.get("args", {}).get("data", {}) if event.get("name") == "EventTiming" else {}
        if number := said.get("interactionId"):
            start, end = event["ts"], event["ts"] + said["duration"] * 1000
            worked = sum(
                task.get("tdur", 0) for task in tasks.get(event["pid"], ())
                if task["ts"] < end and task["ts"] + task.get("dur", 0) > start
            )  # fmt: skip
            found[number] = max(worked / 1000, found.get(number, 0))
    return found


def _readers(trace: dict[str, Any]) -> dict[int, list[dict[str, Any]]]:
    """The tasks of pages' threads without what the driver of the test does in them, by process: not
    those in which it asks, nor its own functions (from no address) that listen in others."""
    asked: dict[int, list[float]] = defaultdict(list)
    listened: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for event in trace["traceEvents"]:
        about = event.get("args", {}).get("chrome_mojo_event_info", {})
        if about.get("mojo_interface_tag") == DRIVER:
            asked[event["pid"]].append(event["ts"])
        if event.get("name") == "FunctionCall" and not event["args"].get("data", {}).get("url"):
            listened[event["pid"]].append((event["ts"], event.get("tdur", 0)))

    def own(task: dict[str, Any]) -> dict[str, Any]:
        took = sum(
            t for at, t in listened[task["pid"]] if 0 <= at - task["ts"] <= task.get("dur", 0)
        )
        return {**task, "tdur": task.get("tdur", 0) - took}

    return {
        pid: [
            own(task) for task in tasks
            if not any(0 <= at - task["ts"] <= task.get("dur", 0) for at in asked[pid])
        ]
        for pid, tasks in own_tasks(trace).items()
    }  # fmt: skip


class Watch:
    """A plugin of pytest: hears of the interactions with each page that a test opens; by the
    `clock` it throttles the page, else it traces what the browser does."""

    def __init__(self, clock: bool) -> None:
        self.count = 0
        self._clock = clock
        self._traced: list[Browser] = []
        self._own: dict[int, float] = {}
        self.seen: dict[tuple[int, str, int], Seen] = {}
        self._patch = pytest.MonkeyPatch()

    def pytest_sessionstart(self) -> None:
        new_page = BrowserContext.new_page
        told: set[int] = set()

        def opened(context: BrowserContext) -> Page:
            if id(context) not in told:
                told.add(id(context))
                context.expose_binding("guideInteraction", self._tell)
                context.add_init_script(script("inp.js"))
            if not self._clock and context.browser and context.browser not in self._traced:
                context.browser.start_tracing(categories=list(TRACED))
                self._traced.append(context.browser)
            page = new_page(context)
            if self._clock:
                throttle(page)
            return page

        self._patch.setattr(BrowserContext, "new_page", opened)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self) -> None:
        # Tabs are handed from test to test: the next one may open none.
        for browser in self._traced:
            browser.start_tracing(categories=list(TRACED))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self) -> None:
        for browser in self._traced:
            self._own |= own_times(json.loads(browser.stop_tracing()))

    def pytest_sessionfinish(self) -> None:
        self._patch.undo()

    def _tell(self, source: Any, told: dict[str, Any]) -> None:
        if not told:
            self.count += 1
            return
        where = source["page"].url.split("/", 3)[-1].partition("#")[0] or "(front)"
        key = (id(source["page"]), told["document"], told["id"])
        made = Seen(told["duration"], f"{told['name']} on {told['target']}", where)
        self.seen[key] = max(made, self.seen.get(key, made), key=lambda one: one.milliseconds)

    def measured(self) -> list[Seen]:
        """The interactions, the slowest first."""
        found = list(self.seen.values())
        if not self._clock:
            own = (
                (one, self._own[key[2]]) for key, one in self.seen.items() if key[2] in self._own
            )
            found = [replace(one, milliseconds=worked * THROTTLE) for one, worked in own]
        return sorted(found, key=lambda one: -one.milliseconds)

    def lines(self) -> list[str]:
        """What was measured."""
        found = self.measured()
        count = max(self.count, len(found))
        if not count:
            return ["no interaction was seen"]
        rank = count - math.ceil(SHARE * count)  # how many may be slower
        at = found[rank].milliseconds if rank < len(found) else 16
        over = sum(one.milliseconds > 100 for one in found)
        how = (
            "throttled 4 times" if self._clock else f"4 times the thread's own, {len(found)} traced"
        )
        said = f"{count} interactions, {how}: p98 {at:.0f} ms, {over} over 100 ms"
        slow = (f"{s.milliseconds:6.0f} ms  {s.what}, {s.where}" for s in found[:SLOWEST])
        return [said, *slow]


def main() -> None:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("tests", nargs="*", type=Path, default=[ROOT / name for name in STORIES])
    parser.add_argument("--clock", action="store_true")
    args = parser.parse_args()
    asked = list(map(str, args.tests))
    watch = Watch(args.clock)
    # Most stories run with --all alone.
    failed = pytest.main(["-q", "-n", "0", "--no-header", "--all", *asked], plugins=[watch])
    if failed:
        print("some stories did not end (see above): this is of the others")
    print("\n".join(watch.lines()))
    if failed or not watch.count:
        sys.exit(1)


if __name__ == "__main__":
    main()
