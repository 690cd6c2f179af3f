"""The theme's own navigation, which changes a page without loading it: only where the sitemap has
the site's address, and the site of the tests knows none."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, Route


def knows_its_address(page: Page, site: Path, address: str) -> None:
    """Gives the page the sitemap of a site that knows its own address. Navigation is ready when
    nothing is on its way any more."""
    pages = (f.parent.relative_to(site).as_posix() for f in site.rglob("index.html"))
    found = "".join(f"<url><loc>{address}{'' if p == '.' else f'{p}/'}</loc></url>" for p in pages)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    told = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">{found}</urlset>'

    def answer(route: Route) -> None:
        route.fulfill(body=told, content_type="text/xml")

    page.route("**/sitemap.xml", answer)
