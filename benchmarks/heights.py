"""How tall pages are on a phone, and how far down the first box stands.

    .venv/bin/python -m benchmarks.heights SITE [SITE]      two built sites: before and after

Heights and places are CSS pixels in a window of 390 by 844, scripts run, nothing answered.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from dev import browser
from dev.serve import served
from playwright.sync_api import Browser, Page, sync_playwright

PAGES = {
    "front page": "",
    "index": "sjekklister/",
    "list": "sjekklister/orden-i-eget-hus/",
    "guide page": "strategi/",
    "register": "punkt/",
    "plan": "min-plan/",
    "builder": "lag-kravdokument/",
}
# What of a list comes first: its head where it is folded, else its first box.
FIRST = "check-list label, .checklist__fold > summary"


def measured(page: Page) -> tuple[int, int | None]:
    """The page's height, and the first box's or folded list's distance from the top."""
    found = page.locator(FIRST).locator("visible=true")
    top = found.first.bounding_box() if found.count() else None
    height = page.evaluate("document.documentElement.scrollHeight")
    return height, round(top["y"]) if top else None


def heights(chromium: Browser, base: str) -> Iterator[tuple[int, int | None]]:
    with chromium.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        for path in PAGES.values():
            page.goto(base + path, wait_until="networkidle")
            yield measured(page)


def main(sites: Sequence[Path]) -> None:
    with sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=browser.path(), args=browser.ARGS)
        found = []
        for site in sites:
            with served(site) as base:
                found.append(list(heights(chromium, base)))
        chromium.close()
    print("| page |" + " height | first box |" * len(sites))
    print("|---|" + "---:|---:|" * len(sites))
    for n, name in enumerate(PAGES):
        cells = (
            f" {height} | {'–' if top is None else top} |" for height, top in (f[n] for f in found)
        )
        print(f"| {name} |" + "".join(cells))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sites", nargs="+", type=Path)
    main(parser.parse_args().sites)
