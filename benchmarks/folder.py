"""A team's folder of 50 writers and 300 items: the first join (goal ≤ 1 s; «asked» comes before it,
the question which project to join), reading all after one has changed (goal ≤ 100 ms), and the
longest task of each with the processor throttled four times (goal ≤ 50 ms), in the time of the
page's own thread, so that what else the machine does is not in it. The folder is the origin's own
file system: what a disk or a cloud takes is not in.

    .venv/bin/python -m benchmarks.folder [--runs 5] [--writers 50] [--items 300]
"""

from __future__ import annotations

import json
import statistics
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.browsing import longest_own, opened, throttle
from benchmarks.timing import arguments

ROOT = Path(__file__).parents[1]
PAGE = "tests/browser/units/page.html"
CALL = """async ([name, values]) =>
  (await import("/benchmarks/folder.js"))[name](...values)"""


def measured(chromium: Browser, page: Page, name: str) -> tuple[dict[str, float], int]:
    """Milliseconds of a call, and of its longest task in the thread's own time; whom it found."""
    chromium.start_tracing(page=page, categories=["toplevel"])
    took, people = page.evaluate(CALL, [name, []])
    page.wait_for_timeout(300)
    task = longest_own(json.loads(chromium.stop_tracing()))
    return {"took": took, "task": task}, people


def once(
    chromium: Browser, address: str, size: tuple[int, int], slow: bool
) -> dict[str, dict[str, float]]:
    """A question which project to join, a join, and a round after one change."""
    writers, items = size
    context = chromium.new_context()
    page = context.new_page()
    page.goto(address + PAGE)
    bytes_ = page.evaluate(CALL, ["filled", [writers, items]])
    made = {"files": {"bytes": bytes_}}
    page.wait_for_timeout(3000)  # what was just written is read once more for that
    if slow:
        throttle(page)
    made["asked"], _ = measured(chromium, page, "asked")
    made["join"], people = measured(chromium, page, "round")
    if people != writers:
        raise RuntimeError(f"{people} people were found, not {writers}")
    page.evaluate(CALL, ["round", []])
    page.evaluate(CALL, ["changed", [7, items]])
    page.wait_for_timeout(3000)
    made["one"], _ = measured(chromium, page, "round")
    context.close()
    return made


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--writers", type=int, default=50)
    parser.add_argument("--items", type=int, default=300)
    args = parser.parse_args()
    with opened(ROOT) as (address, chromium):
        for slow in (False, True):
            found = [
                once(chromium, address, (args.writers, args.items), slow) for _ in range(args.runs)
            ]
            print(f"{'throttled four times' if slow else 'as the machine is'}:")
            for name in ("asked", "join", "one"):
                print(f"  {name:5} {told(found, name, 'took')}, longest task", end=" ")
                print(told(found, name, "task"))
    print(f"files: {found[0]['files']['bytes'] / 1e6:.1f} million letters")


def told(found: list[dict[str, dict[str, float]]], name: str, what: str) -> str:
    """A median with its spread."""
    times = [one[name][what] for one in found]
    return f"{statistics.median(times):.0f} ms ({min(times):.0f}–{max(times):.0f})"


if __name__ == "__main__":
    main()
