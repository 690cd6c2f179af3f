"""A team's folder of 50 writers and 300 items: the first join (goal ≤ 1 s; «asked» comes before it,
the question which project to join), reading all after one has changed (goal ≤ 100 ms), and the
longest task of each with the processor throttled four times (goal ≤ 50 ms). The folder is the
origin's own file system: what a disk or a cloud takes is not in.

    .venv/bin/python -m benchmarks.folder [--runs 5] [--writers 50] [--items 300]
"""

from __future__ import annotations

import statistics
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browsing import WATCH, forget, longest, middle, opened, throttle
from benchmarks.timing import arguments

ROOT = Path(__file__).parents[1]
PAGE = "tests/browser/units/page.html"
CALL = """async ([name, values]) =>
  (await import("/benchmarks/folder.js"))[name](...values)"""


def once(chromium: Browser, address: str, size: tuple[int, int], slow: bool) -> dict[str, float]:
    """Milliseconds of a join, of a round after one change, and of the longest task of each."""
    writers, items = size
    context = chromium.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(address + PAGE)
    made = {"bytes": page.evaluate(CALL, ["filled", [writers, items]])}
    page.wait_for_timeout(3000)  # what was just written is read once more for that
    if slow:
        throttle(page)
    forget(page)
    made["asked"], _ = page.evaluate(CALL, ["asked", []])
    made["asked task"] = longest(page)
    forget(page)
    made["join"], people = page.evaluate(CALL, ["round", []])
    if people != writers:
        raise RuntimeError(f"{people} people were found, not {writers}")
    made["join task"] = longest(page)
    page.evaluate(CALL, ["round", []])
    page.evaluate(CALL, ["changed", [7, items]])
    page.wait_for_timeout(3000)
    forget(page)
    made["one"], _ = page.evaluate(CALL, ["round", []])
    made["one task"] = longest(page)
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
                times = [one[name] for one in found]
                spread = f"{min(times):.0f}–{max(times):.0f}"
                task = middle([one[f"{name} task"] for one in found])
                print(
                    f"  {name:5} {statistics.median(times):6.0f} ms ({spread}), longest task {task}"
                )
    print(f"files: {found[0]['bytes'] / 1e6:.1f} million letters")


if __name__ == "__main__":
    main()
