"""What the build of a large guide lets go of when it has been used.

MkDocs keeps each page's Markdown and HTML to the end: half of what 1,000 pages of lists hold.
"""

from __future__ import annotations

from typing import Any

from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from macros.engine.menu import NoSettings


class Spent(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """Put among the plugins by `define_env` for a guide too large for one page. Last at each event,
    so that other plugins have had theirs."""

    @event_priority(-1000)
    def on_page_content(self, html: str, page: Page, config: Any, files: Files) -> None:
        """The Markdown has become HTML. Not None: then the page would have no title."""
        page.markdown = ""

    @event_priority(-1000)
    def on_post_page(self, output: str, page: Page, config: Any) -> None:
        """The HTML has become a page, which is written next."""
        page.content = ""
