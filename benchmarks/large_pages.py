"""Pages of a guide of 10,000 items as they are opened: what a first visit weighs, and the longest
task of the page's own thread for a reader with 1,000 answers, with our scripts and without them
(goals: at most 110 kB, at most 100 ms on a processor four times slower).

    .venv/bin/python -m benchmarks.large_pages [--runs 5] [--items 10000] [--site FOLDER]

A task is measured in the thread's own time of the processor and told four times as long, and not
by the clock with the browser's throttling: so other work on the machine moves it less.
"""

from __future__ import annotations

import gzip
import json
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks import sites
from benchmarks.browsing import THROTTLE, longest_own, opened, script
from benchmarks.plan import INDEX, PAGE
from benchmarks.project import build
from benchmarks.timing import arguments

PAGES = ("punkt/", "sjekklister/", "min-plan/", "a-til-aa/", "sjekklister/liste-3/")
TASKS = ("toplevel", "disabled-by-default-devtools.timeline")
SETTLED = 3000  # milliseconds
ANSWERED = [f"punkt-{n // sites.ITEMS_A_LIST}-{n % sites.ITEMS_A_LIST}" for n in range(1000)]


def made(folder: Path, items: int) -> Path:
    """A site of so many items, with the plan and the index of lists."""
    sites.make(folder, 30, items)
    (folder / "docs" / "min-plan.md").write_text(PAGE, encoding="utf-8")
    (folder / "docs" / "sjekklister" / "index.md").write_text(INDEX, encoding="utf-8")
    build(folder)()
    return folder / "site"


def task(chromium: Browser, address: str, ours: bool) -> float:
    """Milliseconds of the longest task of opening a page, on a processor so many times slower."""
    with chromium.new_context() as context:
        context.add_init_script(f"({script('answers.js')})({json.dumps(ANSWERED)})")
        page = context.new_page()
        if not ours:
            page.route("**/checklists/main.js", lambda route: route.abort())
        chromium.start_tracing(page=page, categories=list(TASKS))
        page.goto(address)
        page.wait_for_timeout(SETTLED)
        return THROTTLE * longest_own(json.loads(chromium.stop_tracing()))


def weight(chromium: Browser, site: Path, address: str, path: str) -> tuple[float, int]:
    """Kilobytes, compressed, and requests of a first visit."""
    with chromium.new_context() as context:
        page, seen = context.new_page(), list[str]()
        page.on("response", lambda answer: seen.append(answer.url))
        _settled(page, address + path)
        fetched = [url for url in seen if url.startswith("http")]
    total = 0
    for url in fetched:
        file = site / url.partition("?")[0].partition("#")[0].removeprefix(address)
        file = file / "index.html" if file.is_dir() else file
        total += len(gzip.compress(file.read_bytes(), 9)) if file.is_file() else 0
    return total / 1000, len(fetched)


def _settled(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(500)


def told(site: Path, runs: int) -> None:
    with opened(site) as (address, chromium):
        for path in PAGES:
            kilobytes, requests = weight(chromium, site, address, path)
            with_, without = (
                statistics.median(task(chromium, address + path, ours) for _ in range(runs))
                for ours in (True, False)
            )
            tasks = f"longest task {with_:.0f} ms, without our scripts {without:.0f} ms"
            print(f"{path:22} {kilobytes:6.1f} kB in {requests} requests, {tasks}", flush=True)


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--site", type=Path)
    args = parser.parse_args()
    if args.site:
        told(args.site, args.runs)
        return
    with tempfile.TemporaryDirectory() as folder:
        told(made(Path(folder), args.items), args.runs)


if __name__ == "__main__":
    main()
