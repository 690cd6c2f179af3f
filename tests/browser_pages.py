"""The addresses of all pages of the site, from the pages' source: known before a build."""

from __future__ import annotations

from conftest import ROOT
from places import own_pages


def addresses() -> list[str]:
    """Every page's address, «» for the front page, and the 404 page."""
    docs = ROOT / "docs"
    found = []
    for file in own_pages(ROOT):
        name = file.relative_to(docs).with_suffix("").as_posix()
        found.append("" if name == "index" else name.removesuffix("index").rstrip("/") + "/")
    return [*found, "404.html"]
