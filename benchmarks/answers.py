"""A page of 1,000 items with 1,000 saved answers, the processor throttled four times: the longest
task after load beside the same page without our scripts (goal ≤ 1.5), and the longest task that one
tick causes (goal ≤ 50 ms).

    .venv/bin/python -m benchmarks.answers [--runs 5] [--items 1000]
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Route

from benchmarks.browsing import WATCH, forget, longest, opened, script, throttle
from benchmarks.project import DATA, Unchanged, build, project
from benchmarks.timing import arguments

COPIED = "kjenn-egen-it"  # the item of which there will be many
PAGE = "sjekklister/orden-i-eget-hus/"  # its list


def ids(data: str) -> Iterator[str]:
    """The ids of all items of a data file; what is only shown in a list has its own elsewhere."""
    for checklist in yaml.load(data, Loader=yaml.CSafeLoader)["checklists"]:
        for entry in checklist["items"]:
            yield from (item["id"] for item in entry.get("items", [entry]) if "id" in item)


def filled(root: Path, count: int) -> list[str]:
    """Fills the project's lists up to `count` items with copies of one; gives the ids of all."""
    file = root / DATA
    text = file.read_text(encoding="utf-8")
    names = list(ids(text))
    block = re.search(rf"^      - id: {COPIED}\n(?:        .*\n)+", text, re.M)
    if block is None:
        raise Unchanged(f"{DATA}: no item {COPIED} to copy")
    more = [f"kopi-{number}" for number in range(count - len(names))]
    copies = "".join(block[0].replace(COPIED, name) for name in more)
    file.write_text(text.replace(block[0], block[0] + copies, 1), encoding="utf-8")
    shutil.rmtree(root / "releases")
    return names + more


def once(chromium: Browser, page_address: str, names: list[str], ours: bool) -> tuple[float, float]:
    """Milliseconds of the longest task after load, and of one tick when our scripts are there."""
    context = chromium.new_context()
    context.add_init_script(f"({script('answers.js')})({json.dumps(names)});\n{WATCH}")
    page = context.new_page()
    if not ours:

        def stopped(route: Route) -> None:
            route.abort()

        page.route("**/checklists/main.js", stopped)
    throttle(page)
    page.goto(page_address, wait_until="load")
    page.wait_for_timeout(2500)
    loading, ticking = longest(page), 0.0
    if ours:
        forget(page)
        ticking = page.evaluate(script("tick.js"))
    context.close()
    return loading, ticking


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--items", type=int, default=1000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        project(root)
        names = filled(root, args.items)
        build(root)()
        bare, loaded, ticked = [], [], []
        with opened(root / "site") as (address, chromium):
            for _ in range(args.runs):
                bare.append(once(chromium, f"{address}{PAGE}", names, ours=False)[0])
                loading, ticking = once(chromium, f"{address}{PAGE}", names, ours=True)
                loaded.append(loading)
                ticked.append(ticking)
    ours, without, tick = (statistics.median(found) for found in (loaded, bare, ticked))
    print(f"{len(names)} items and answers, throttled 4 times, medians of {args.runs} runs")
    print(f"longest task after load: {ours:.0f} ms with our scripts, {without:.0f} ms without")
    print(f"ratio {ours / without:.2f}" if without else "no ratio: no task took 50 ms")
    print(f"one tick: {tick:.0f} ms from click to the end of its task")


if __name__ == "__main__":
    main()
