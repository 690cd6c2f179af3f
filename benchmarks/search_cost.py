"""What the search costs a reader, on this site and on a made one of 1,000 pages and 10,000 items:
bytes and requests of the first search, and the time from a key to what it changes on the screen,
the processor throttled four times.

    .venv/bin/python -m benchmarks.search_cost [--small]

`--small` leaves the made site out. Every fetched file is counted as gzip -9 would send it. What the
other engines cost was asked once and is answered: see README.md here.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, Response

from benchmarks import ROOT, search_eval, sites
from benchmarks.browsing import opened, script, throttle
from benchmarks.project import build

FIRST = "oppsigelsestid avtale"
TYPED = ("sikkerhetskopi", "hvem eier dataene", "oppsigelsestid", "databehandleravtale", "svartid")


class Fetched:
    """The files that a page fetched, as compressed bytes."""

    def __init__(self, page: Page, site: Path) -> None:
        self.bytes, self.count, self._site = 0, 0, site
        page.on("response", self._add)

    def _add(self, response: Response) -> None:
        path = response.url.split("?")[0].split("/", 3)[3]
        file = self._site / path
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            self.count += 1
            self.bytes += len(gzip.compress(file.read_bytes(), 9))


def measure(site: Path) -> None:
    """Prints bytes and times on one built site."""
    with opened(site) as (address, chromium):
        page = _settled(chromium, address)
        seen = Fetched(page, site)
        search_eval.ours(page, FIRST)
        page.wait_for_timeout(300)
        size, count = seen.bytes, seen.count
        throttle(page)
        times = typed(page)
    late = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else float("nan")
    took = f"key to result p50 {statistics.median(times):.0f} ms, p95 {late:.0f} ms"
    print(
        f"  {size / 1000:.0f} kB and {count} requests at the first search, {took} "
        f"({len(times)} keys)",
        flush=True,
    )


def _settled(chromium: Browser, address: str) -> Page:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(1500)
    return page


def typed(page: Page) -> list[float]:
    """Milliseconds from each key to the first change of what is found, in the opened search."""
    page.evaluate(script("keys.js"), ".guide-search__found")
    times: list[float] = []
    for query in TYPED:
        page.locator("#guide-search-field").fill("")
        page.wait_for_timeout(400)
        for letter in query:
            page.evaluate("window.times.length = 0")
            page.keyboard.type(letter)
            page.wait_for_timeout(450)
            times += page.evaluate("window.times.slice(0, 1)")
    return times


def main() -> None:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--small", action="store_true")
    args = parser.parse_args()
    print("this site")
    measure(ROOT / "site")
    if args.small:
        return
    print("1,000 pages, 10,000 items")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "made"
        sites.make(folder, 1000, 10_000)
        build(folder)()
        measure(folder / "site")


if __name__ == "__main__":
    main()
