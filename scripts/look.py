"""Takes pictures of built pages on phone, desktop and in the dark, and prints them to PDF.

.venv/bin/python scripts/look.py FOLDER PAGE …     e.g. /tmp/look "" sjekklister/ punkt/
.venv/bin/python scripts/look.py --readme          the two small ones that README.md shows
.venv/bin/python scripts/look.py --compare OLD NEW FOLDER
    what looks otherwise in one built site than in another; pictures that differ go to FOLDER
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from dev import browser
from dev.environment import ROOT
from dev.serve import served
from looks.compare import compare
from looks.readme import pictures
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright


class Screen(NamedTuple):
    """What a reader looks through, in CSS pixels."""

    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"


SCREENS = {
    "phone": Screen(390, 844),
    "desktop": Screen(1280, 900),
    "dark": Screen(390, 844, "dark"),
}
PICTURES = ROOT / "scripts" / "pictures"


def opened(chromium: Browser, screen: Screen, address: str) -> Page:
    """A page of the site, at rest."""
    size = ViewportSize(width=screen.width, height=screen.height)
    context = chromium.new_context(viewport=size, color_scheme=screen.scheme)
    tab = context.new_page()
    tab.goto(address, wait_until="networkidle")
    return tab


def look(chromium: Browser, base: str, folder: Path, pages: Sequence[str]) -> None:
    """Pictures and prints of pages, named after them."""
    for page in pages:
        name = page.strip("/").replace("/", "-") or "front"
        for size, screen in SCREENS.items():
            tab = opened(chromium, screen, base + page)
            whole = size == "desktop"
            tab.screenshot(path=folder / f"{name}-{size}.png", full_page=whole)
            if whole:
                tab.pdf(path=folder / f"{name}.pdf", format="A4", prefer_css_page_size=True)
            tab.context.close()


def main() -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("folder", nargs="?", type=Path, default=PICTURES)
    parser.add_argument("pages", nargs="*", default=[""])
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--compare", nargs=2, type=Path, metavar=("OLD", "NEW"))
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    if args.compare:
        old, new = args.compare
        return 1 if compare(old, new, args.folder) else 0
    with served(ROOT / "site") as base, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.path(), args=browser.ARGS)
        if args.readme:
            pictures(chromium, base, args.folder)
        else:
            look(chromium, base, args.folder, args.pages)
        chromium.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
