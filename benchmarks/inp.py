"""How long a reader waits for what a tap or a key does, in the stories that the tests live through,
the processor throttled four times: of all interactions the 98th of a hundred (goal ≤ 100 ms), and
the slowest with what was done where. Measured as browsers report it (Event Timing, INP).

    .venv/bin/python -m benchmarks.inp [TEST …]

Without names it is the stories in tests/browser/whole. A story may fail here: it has less patience
than a throttled page asks for. That is said; what was done until then counts.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from benchmarks import ROOT
from benchmarks.browsing import script, throttle

STORIES = (
    "tests/browser/whole/test_story.py",
    "tests/browser/whole/test_phone_story.py",
    "tests/browser/whole/test_keyboard.py",
)
SLOWEST = 8
SHARE = 0.98


@dataclass(frozen=True)
class Seen:
    """An interaction of 16 ms or more; shorter ones are only counted."""

    milliseconds: float
    what: str
    where: str


class Watch:
    """A plugin of pytest: throttles each page that a test opens, and hears of its interactions."""

    def __init__(self) -> None:
        self.count = 0
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
            page = new_page(context)
            throttle(page)
            return page

        self._patch.setattr(BrowserContext, "new_page", opened)

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

    def lines(self) -> list[str]:
        """What was measured."""
        found = sorted(self.seen.values(), key=lambda one: -one.milliseconds)
        count = max(self.count, len(found))
        if not count:
            return ["no interaction was seen"]
        rank = count - math.ceil(SHARE * count)  # how many may be slower
        at = found[rank].milliseconds if rank < len(found) else 16
        over = sum(one.milliseconds > 100 for one in found)
        said = f"{count} interactions, throttled 4 times: p98 {at:.0f} ms, {over} over 100 ms"
        slow = (f"{s.milliseconds:6.0f} ms  {s.what}, {s.where}" for s in found[:SLOWEST])
        return [said, *slow]


def main() -> None:
    asked = [str(Path(name)) for name in sys.argv[1:]] or [str(ROOT / name) for name in STORIES]
    watch = Watch()
    # Most stories run with --all alone.
    failed = pytest.main(["-q", "-n", "0", "--no-header", "--all", *asked], plugins=[watch])
    if failed:
        print("some stories did not end: see above")
    print("\n".join(watch.lines()))
    if not watch.count:
        sys.exit(1)


if __name__ == "__main__":
    main()
