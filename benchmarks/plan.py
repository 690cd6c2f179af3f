"""The plan with 1,000 items and as many answers, and with 10,000 items, the processor throttled
four times: the longest task of opening it, of a tick and an answer in a row, and of narrowing it,
in the page's own thread, so that whatever else the machine is busy with is not in it (goals: a tick
and an answer ≤ 50 ms at 1,000, everything ≤ 100 ms at 10,000).

    .venv/bin/python -m benchmarks.plan [--runs 5] [--most 10000]

Beside them the register and the index: how long the longest task of opening each is, with our
scripts and without them.
"""

from __future__ import annotations

import json
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, ElementHandle, Page, ViewportSize

from benchmarks import sites
from benchmarks.answers import filled
from benchmarks.browsing import busiest, opened, script, throttle
from benchmarks.project import build, project
from benchmarks.timing import arguments

FEW, MANY = 1000, 10_000
PAGE = "---\ndescription: Planen.\n---\n\n# Min plan\n\n{{ plan() }}\n"
INDEX = "---\ndescription: Listene.\n---\n\n# Listene\n\n{{ checklist_index() }}\n"
OTHERS = {"the register": "punkt/", "the index": "sjekklister/"}
PHONE: ViewportSize = {"width": 390, "height": 844}
CLICK = "one => { setTimeout(() => one.click()); }"  # in a task of its own
CHOOSE = "f => { f.value = 'must'; f.dispatchEvent(new Event('change', { bubbles: true })); }"


def count(fold: ElementHandle) -> int:
    """How many items a heading says that it holds: «FU-1 Orden i eget hus (17)»."""
    return int((fold.text_content() or "").rsplit("(", 1)[1].rstrip(")"))


def entering(chromium: Browser, names: list[str]) -> Page:
    """The page of a reader with an answer to each of `names`."""
    context = chromium.new_context(viewport=PHONE)
    context.add_init_script(f"({script('answers.js')})({json.dumps(names)})")
    page = context.new_page()
    throttle(page)
    return page


def opening(page: Page, address: str) -> None:
    page.goto(f"{address}min-plan/?status=all")
    # However busy the machine is, what is done next is done in a plan that is there.
    page.wait_for_selector("check-plan:not([hidden])")
    page.wait_for_timeout(4000)


def unfolded(page: Page) -> ElementHandle:
    """The row that is worked with: in the longest list, which is open now. What is worked with is
    looked up before: looking among thousands is a long task of ours, not theirs."""
    row = page.query_selector_all("details[open] > .guide-plan__items > li")[20]
    row.scroll_into_view_if_needed()
    return row


def longer(page: Page) -> ElementHandle:
    """The heading of the longest list."""
    return max(page.query_selector_all(".guide-plan__list > summary"), key=count)


def worked(chromium: Browser, address: str, names: list[str]) -> dict[str, float]:
    """Milliseconds of the longest task of what is done in a row."""
    page = entering(chromium, names)
    opening(page, address)
    longer(page).evaluate("head => head.click()")
    page.wait_for_timeout(3000)
    row = unfolded(page)
    found = {}

    def timed(what: str, act: Callable[[], object]) -> None:
        page.wait_for_timeout(800)
        found[what] = busiest(chromium, page, act, 2000)

    box, way = row.query_selector(":scope > label input"), row.query_selector(".checklist__edit")
    assert box and way
    timed("ticking", lambda: box.evaluate(CLICK))
    timed("a panel", lambda: way.evaluate(CLICK))
    status = row.query_selector("[value=doing]")
    note, who = row.query_selector("[name=note]"), row.query_selector("[name=responsible]")
    assert status and note and who
    timed("a status", lambda: status.evaluate(CLICK))
    note.focus()
    timed("an answer", lambda: page.keyboard.type("Ring Kari", delay=60))
    who.focus()
    timed("a name", lambda: page.keyboard.type("Kari", delay=60))
    page.context.close()
    return found


def once(chromium: Browser, address: str, names: list[str]) -> dict[str, float]:
    """Milliseconds of the longest task of opening the plan, unfolding and narrowing it, and of what
    is done in a row."""
    page = entering(chromium, names)
    found = {"opening": busiest(chromium, page, lambda: opening(page, address))}

    def timed(what: str, act: Callable[[], object]) -> None:
        page.wait_for_timeout(1000)
        found[what] = busiest(chromium, page, act, 2500)

    head = longer(page)
    timed("unfolding", lambda: head.evaluate("head => head.click()"))
    priority = page.query_selector("[data-filter] [name=priority]")
    assert priority
    page.eval_on_selector(".checklist-filter__fold > summary", "fold => fold.click()")
    priority.focus()
    timed("narrowing", lambda: priority.evaluate(CHOOSE))
    page.context.close()
    return found | worked(chromium, address, names)


def bare(chromium: Browser, address: str, path: str, ours: bool) -> float:
    """Milliseconds of the longest task of opening a page, without our scripts unless `ours`."""
    with chromium.new_context(viewport=PHONE) as context:
        page = context.new_page()
        if not ours:
            page.route("**/checklists/main.js", lambda route: route.abort())
        throttle(page)
        return busiest(chromium, page, lambda: page.goto(address + path), 4000)


def told(site: Path, names: list[str], runs: int, what: str) -> None:
    with opened(site) as (address, chromium):
        all_runs = [once(chromium, address, names) for _ in range(runs)]
        for name, path in OTHERS.items():
            for ours in (True, False):
                what_is = f"{name} with{'' if ours else 'out'} our scripts"
                for run in all_runs:
                    run[what_is] = bare(chromium, address, path, ours)
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
            (many / "docs" / "sjekklister" / "index.md").write_text(INDEX, encoding="utf-8")
            build(many)()
            told(many / "site", [], args.runs, f"{args.most} items without answers")


if __name__ == "__main__":
    main()
