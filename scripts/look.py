"""Takes pictures of built pages on phone, desktop and in the dark, and prints them to PDF.

python scripts/look.py FOLDER PAGE …      e.g. /tmp/look "" sjekklister/ punkt/
"""

from __future__ import annotations

import sys
from pathlib import Path

from dev import browser as program
from dev import environment as here
from dev import serve
from playwright.sync_api import sync_playwright

SIZES = {"phone": (390, 844, "light"), "desktop": (1280, 900, "light"), "dark": (390, 844, "dark")}


def main(folder: Path, pages: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with serve.served(here.ROOT / "site") as base, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=program.path(), args=program.ARGS)
        for page in pages:
            name = page.strip("/").replace("/", "-") or "front"
            for size, (width, height, scheme) in SIZES.items():
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme
                )
                tab = context.new_page()
                tab.goto(base + page, wait_until="networkidle")
                tab.screenshot(path=str(folder / f"{name}-{size}.png"), full_page=size == "desktop")
                if size == "desktop":
                    tab.pdf(
                        path=str(folder / f"{name}.pdf"), format="A4", prefer_css_page_size=True
                    )
                context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or [""])
