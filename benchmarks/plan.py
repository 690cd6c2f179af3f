"""The plan with 1,000 items and as many answers, and with 10,000 items, the processor throttled
four times: the longest task of opening it, of a tick and an answer in a row, and of narrowing it
(goals: a tick and an answer ≤ 50 ms at 1,000, everything ≤ 100 ms at 10,000).

    .venv/bin/python -m benchmarks.plan [--runs 5] [--most 10000]
"""

from __future__ import annotations

import json
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import sites
from benchmarks.answers import filled
from benchmarks.browsing import WATCH, forget, longest, opened, script, throttle
from benchmarks.project import build, project
from benchmarks.timing import arguments

FEW, MANY = 1000, 10_000
PAGE = "---\ndescription: Planen.\n---\n\n# Min plan\n\n{{ plan() }}\n"
MOST = "d => d.reduce((a, b) => a.textContent.match(/\\((\\d+)\\)$/)[1] * 1 >= "
MOST += "b.textContent.match(/\\((\\d+)\\)$/)[1] * 1 ? a : b).click()"


def once(chromium: Browser, address: str, names: list[str]) -> dict[str, float]:
    """Milliseconds of the longest task of each thing that a person does in the plan."""
    context = chromium.new_context()
    context.add_init_script(f"({script('answers.js')})({json.dumps(names)});\n{WATCH}")
    page = context.new_page()
    throttle(page)
    page.goto(f"{address}min-plan/?status=all")
    page.wait_for_selector("check-plan:not([hidden])")
    page.wait_for_timeout(2500)
    found = {"opening": longest(page)}

    def timed(what: str) -> None:
        page.wait_for_timeout(2500)
        found[what] = longest(page)
        forget(page)

    forget(page)
    # The longest list is unfolded.
    page.locator(".guide-plan__list > summary").evaluate_all(MOST)
    timed("unfolding")
    row = page.locator("details[open] > .guide-plan__items > li").nth(20)
    row.scroll_into_view_if_needed()
    page.wait_for_timeout(1000)
    forget(page)
    row.locator("> label input").evaluate("box => box.click()")
    timed("ticking")
    row.locator(".checklist__edit").evaluate("way => way.click()")
    timed("a panel")
    row.locator("[name=note]").focus()
    page.keyboard.type("Ring Kari", delay=60)
    timed("an answer")
    page.locator("[data-filter] [name=priority]").evaluate(
        "f => { f.value = 'must'; f.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    timed("narrowing")
    context.close()
    return found


def told(site: Path, names: list[str], runs: int, what: str) -> None:
    with opened(site) as (address, chromium):
        all_runs = [once(chromium, address, names) for _ in range(runs)]
    medians = {name: statistics.median(run[name] for run in all_runs) for name in all_runs[0]}
    words = ", ".join(
        f"{name} {f'{ms:.0f} ms' if ms else '< 50 ms'}" for name, ms in medians.items()
    )
    print(f"{what}, throttled 4 times, medians of {runs} runs: {words}", flush=True)


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--most", type=int, default=MANY)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "few"
        project(root)
        names = filled(root, FEW)
        build(root)()
        told(root / "site", names, args.runs, f"{FEW} items with answers")
        if args.most > FEW:
            many = Path(folder) / "many"
            sites.make(many, 30, args.most)
            (many / "docs" / "min-plan.md").write_text(PAGE, encoding="utf-8")
            build(many)()
            told(many / "site", [], args.runs, f"{args.most} items without answers")


if __name__ == "__main__":
    main()
