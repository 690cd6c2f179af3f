"""MkDocs' side of an edition's pages: whose file a page is made of, the menu without what is left
out, and no link to it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from mkdocs.config import Config
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.engine.files import ASSETS, LOCAL_ASSETS
from macros.pages.shelf import OWN, Shelf
from macros.problems import Problem, report

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.S)
ENTRY = re.compile(r'<li>\s*<a\b[^>]*?\bhref="([^"]*)"[^>]*>[^<]*</a>\s*</li>')


class NoSettings(Config):  # type: ignore[no-untyped-call]
    """It is given what it needs; nobody writes it in a configuration."""


class Menu(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """Put among the plugins by `define_env` for an edition of one's own. `lists` are the addresses
    of lists that it leaves out: their pages say so, and no menu leads there. Pages that are
    `laid_out` have the edition's among them already."""

    def __init__(
        self, root: Path, shelf: Shelf, lists: frozenset[str], laid_out: bool = False
    ) -> None:
        self.root, self.shelf, self.lists, self.laid_out = root, shelf, lists, laid_out
        self.told: list[Problem] = []

    def on_files(self, files: Files, config: Any) -> Files:
        """An edition's own pages, and whatever lies beside them, in the place of ours; and its
        assets, so that Markdown can show them: `![](assets/local/name.png)`."""
        for folder, start in (((self.root / OWN), ""), (self.root / LOCAL_ASSETS, f"{ASSETS}/")):
            if folder == self.shelf.docs or not folder.is_dir() or self.laid_out:
                continue
            for path in sorted(file for file in folder.rglob("*") if file.is_file()):
                name = f"{start}{path.relative_to(folder).as_posix()}"
                if self.shelf.is_translation(name):
                    continue
                if (old := files.get_file_from_path(name)) is not None:
                    files.remove(old)
                files.append(File.generated(config, name, abs_src_path=str(path)))
        return files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, config: Any, files: Files) -> Navigation:
        """After the menu is made of folders: without what is left out, and in the edition's order.
        Only now: the folders' own menus may name what is left out."""
        nav.items = self._kept(nav.items)
        nav.pages = [page for page in nav.pages if self._shown(page)]
        for page, before, after in zip(
            nav.pages, [None, *nav.pages], [*nav.pages[1:], None], strict=False
        ):
            page.previous_page, page.next_page = before, after
        for file in files.documentation_pages():
            if _name(file) in self.shelf.gone:
                file.inclusion = InclusionLevel.EXCLUDED
        return nav

    def _shown(self, page: Page) -> bool:
        return _name(page.file) not in self.shelf.gone | self.lists

    def _kept(self, items: Iterable[Any]) -> list[Any]:
        kept = []
        for item in items:
            if item.children:
                item.children = self._kept(item.children)
                if item.children:
                    kept.append(item)
            elif not isinstance(item, Page) or self._shown(item):
                kept.append(item)
        return sorted(kept, key=self._place)

    def _place(self, item: Any) -> int:
        """Where the edition's order has a page, or the first page of a section that it names."""
        order = self.shelf.order
        names = [_name(item.file)] if isinstance(item, Page) else []
        return min((order.index(name) for name in names if name in order), default=len(order))

    def on_page_content(self, html: str, page: Page, config: Any, files: Files) -> str:
        """A link to what is left out becomes its words; one alone in a list goes with its entry."""
        gone = {f"{name}/" for name in self.shelf.gone}

        def leads_nowhere(href: str) -> bool:
            path = href.partition("#")[0]
            if not path or ":" in path:
                return False
            target = posixpath.normpath(posixpath.join(page.url or ".", path)) + "/"
            if target in gone:
                self._tell(page, target.rstrip("/"))
            return target in gone

        def plain(found: re.Match[str]) -> str:
            return found[2] if leads_nowhere(found[1]) else found[0]

        def entry(found: re.Match[str]) -> str:
            return "" if leads_nowhere(found[1]) else found[0]

        return LINK.sub(plain, ENTRY.sub(entry, html)) if gone else html

    def _tell(self, page: Page, target: str) -> None:
        if target in self.shelf.hidden:
            message = f"leads to {target}, which this edition leaves out: the words stand alone"
            hint = f"put a page of your own in its place: local/docs/{page.file.src_uri}"
            if _name(page.file) in self.shelf.own or page.file.src_uri.startswith("lokalt/"):
                hint = "lead elsewhere, or take the link away: the page is your own"
            told = Problem(f"docs/{page.file.src_uri}", 0, 0, message, hint, level="warning")
            self.told.append(told)

    def on_env(self, env: Any, config: Any, files: Files) -> None:
        """Says which pages lead to what is left out."""
        if self.told:
            click.echo(report(self.told), err=True)


def _name(file: File) -> str:
    return file.src_uri.removesuffix(".md")
