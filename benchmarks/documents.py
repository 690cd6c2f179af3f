"""A document of 500 requirements, six suppliers and four who score, the processor throttled four
times: the longest task while typing (goal ≤ 50 ms), exporting, comparing, and while one scores
(goal ≤ 300 ms) and writes why (goal ≤ 50 ms); in processor time, and of opening both pages.

    .venv/bin/python -m benchmarks.documents [--runs 5]
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, ElementHandle, Page

from benchmarks.browsing import busiest, middle, opened, script, throttle
from benchmarks.project import build, project
from benchmarks.timing import arguments

CHOOSE = "(f, v) => { f.value = v; f.dispatchEvent(new Event('change', { bubbles: true })); }"


def found_in(page: Page, selector: str, n: int = 0) -> ElementHandle:
    """What is worked with, looked up before: looking among thousands is a long task of ours."""
    handle = page.query_selector_all(selector)[n]
    handle.scroll_into_view_if_needed()
    handle.focus()
    page.wait_for_timeout(1500)
    return handle


def once(chromium: Browser, address: str, plant: str = "") -> dict[str, float]:
    """Milliseconds of the longest task of each thing that a person does: of processor time, so
    that a busy machine tells the same as a quiet one. `plant`: a function that runs in each page
    first."""
    context = chromium.new_context()
    if plant:
        context.add_init_script(f"({plant})()")
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(f"{address}om/")
    page.evaluate(script("documents.js"))
    throttle(page)
    found = {}

    def timed(what: str, act: Callable[[], object], ms: int = 1500) -> None:
        found[what] = busiest(chromium, page, act, ms)

    def typed(words: str) -> Callable[[], None]:
        return lambda: page.keyboard.type(words, delay=60)

    timed("opening the document", lambda: page.goto(f"{address}lag-kravdokument/"), 4000)
    found_in(page, "[data-rows] textarea", 250)
    timed("typing", typed("Leverandøren skal "))
    word = found_in(page, "[data-act=word]")

    def export() -> None:
        with page.expect_download():
            word.evaluate("button => button.click()")

    timed("exporting", export)
    timed("opening the comparison", lambda: page.goto(f"{address}sammenlign/"), 8000)
    view = found_in(page, "select[data-own=s1]", 20)
    timed("comparing", lambda: view.evaluate(CHOOSE, "no"), 4000)
    found_in(page, "input[data-note=s1]", 20)
    timed("writing a note", typed("Se side 4 "))
    page.locator("[data-judge]").fill("Ny")
    begin = found_in(page, "[data-act=judge]")
    timed("beginning to score", lambda: begin.evaluate("button => button.click()"), 4000)
    score = found_in(page, "select[data-score=s1]")
    timed("scoring", lambda: score.evaluate(CHOOSE, "3"))
    found_in(page, "input[data-score-note=s1]")
    timed("writing why", typed("Viser rapport "))
    context.close()
    return found


def main() -> None:
    args = arguments(__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        project(root)
        build(root)()
        with opened(root / "site") as (address, chromium):
            runs = [once(chromium, address) for _ in range(args.runs)]
    print("500 requirements, 6 suppliers, 4 who score, throttled 4 times")
    print(f"medians of {args.runs} runs")
    for what in runs[0]:
        print(f"longest task while {what}: {middle([run[what] for run in runs])}")


if __name__ == "__main__":
    main()
