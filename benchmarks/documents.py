"""A document of 500 requirements, six suppliers and four who score, the processor throttled four
times: the longest task while typing (goal ≤ 50 ms), exporting, comparing, and while one scores
(goal ≤ 300 ms) and writes why (goal ≤ 50 ms).

    .venv/bin/python -m benchmarks.documents [--runs 5]
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browsing import WATCH, forget, longest, middle, opened, script, throttle
from benchmarks.project import build, project
from benchmarks.timing import arguments


def once(chromium: Browser, address: str) -> dict[str, float]:
    """Milliseconds of the longest task of each thing that a person does."""
    context = chromium.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(f"{address}om/")
    page.evaluate(script("documents.js"))
    page.goto(f"{address}lag-kravdokument/")
    page.wait_for_timeout(2500)
    throttle(page)
    found = {}
    area = page.locator("[data-rows] textarea").nth(250)
    area.scroll_into_view_if_needed()
    area.focus()
    page.wait_for_timeout(1500)
    forget(page)
    page.keyboard.type("Leverandøren skal ", delay=60)
    page.wait_for_timeout(1500)
    found["typing"] = longest(page)
    forget(page)
    with page.expect_download():
        page.locator("[data-act=word]").evaluate("b => b.click()")
    page.wait_for_timeout(1500)
    found["exporting"] = longest(page)
    page.goto(f"{address}sammenlign/")
    page.wait_for_timeout(4000)
    forget(page)
    page.locator("select[data-own=s1]").nth(20).select_option("no")
    page.wait_for_timeout(2500)
    found["comparing"] = longest(page)
    page.locator("[data-judge]").fill("Ny")
    page.locator("[data-act=judge]").click()
    page.wait_for_timeout(4000)
    forget(page)
    page.locator("select[data-score=s1]").select_option("3")
    page.wait_for_timeout(1500)
    found["scoring"] = longest(page)
    page.locator("input[data-score-note=s1]").focus()
    page.wait_for_timeout(1000)
    forget(page)
    page.keyboard.type("Viser rapport ", delay=60)
    page.wait_for_timeout(1500)
    found["writing why"] = longest(page)
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
