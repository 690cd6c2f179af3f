"""A build for who looks at the page while writing: what a change has not touched is not made again,
and the pages that are open are made first.

No dependency is followed. Everything is read anew with MkDocs' own functions, and a page's Markdown
and its frame are made only where what goes into them is another than last time; so what comes out
is what a whole build gives, by construction. A change of pages alone keeps the settings, the data
and the menu too. What no open page shows (files to download, the search's index, the worker,
the checks of the finished site) is left to the whole build that follows (whole.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs import utils
from mkdocs.commands.build import _build_page as build_page
from mkdocs.commands.build import _build_theme_template as build_template
from mkdocs.commands.build import _populate_page as populate
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from dev import looked, reading
from dev.faults import Told, listening
from dev.pieces import Pieces
from dev.reading import INCLUDED, Kept, Made, Site

RENDERED = ("content", "toc", "_title_from_render", "present_anchor_ids")


class Overtaken(Exception):
    """Something has been changed again: what is left of this build is not worth making."""


@dataclass
class Quick:
    """Gives MkDocs' `build` for `serve`. `put` takes what was made, by its place below the site.
    `open` gives the addresses of open pages, the last opened first: they are made first, and put by
    `ahead`. `overtaken` says whether something has been changed since the build began. `files` are
    the files to download and the annexes, as they were last made."""

    put: Callable[[Made], None]
    ahead: Callable[[Made], None] = lambda made: None
    open: Callable[[], Sequence[str]] = tuple
    overtaken: Callable[[], bool] = bool
    files: tuple[tuple[Any, ...], tuple[Any, ...]] = ((), ())
    site: Site | None = None
    _seen: looked.Seen = field(default_factory=dict)  # when scripts, sheets and the like were put
    _tried: looked.Seen = field(default_factory=dict)  # when `site` was read
    _read: dict[str, tuple[Any, dict[str, Any]]] = field(default_factory=dict)
    _shown: dict[str, Any] = field(default_factory=dict)
    _titles: dict[str, str | None] = field(default_factory=dict)
    _pieces: Pieces = field(default_factory=lambda: Pieces(reading.source().parse))

    def build(
        self, config: MkDocsConfig, *, serve_url: str | None = None, dirty: bool = False
    ) -> None:
        """Raises what a build raises, and the next reads everything; or Overtaken, when the next
        goes on where this one stopped."""
        seen = looked.files(config)
        before, self.site = self.site, None
        made: Made = {}
        with listening() as told, self._making(made, told):
            site = self._begun(before, config, looked.others(self._tried, seen))
            made |= site.assets(looked.others(self._seen, seen), not self._seen)
            if self._shown and (first := site.at(self.open())):
                shown = self._first(site, first)
                _stop(told)
                _put(self.ahead, site, made)
                self._shown |= shown
                self._seen = seen
            try:
                shown = self._rest(site, made)
            except Overtaken:
                if not told.lines:  # what MkDocs warned of, it says when a page is read
                    self.site, self._tried = site, seen
                raise
            _stop(told)
        _put(self.put, site, made)
        # Only now: what a fault has kept from being put is to be made again.
        self.site, self._tried, self._seen, self._shown = site, seen, seen, shown
        site.told = True
        self._titles = {page.file.src_uri: page.title for page in site.pages}

    def _begun(self, before: Site | None, config: MkDocsConfig, changed: set[Path]) -> Site:
        """The site that was, where only pages are others, or a new one."""
        if before and looked.of_pages(before.config, before.pages, changed):
            reading.macros().check_pages(before.macros, changed)  # the others had no fault
            pages = (page for page in before.pages if looked.source(page) in changed)
            before.unread |= {page.file.src_uri for page in pages}
            return before
        return reading.read(config, Kept(*self.files))

    def _rest(self, site: Site, made: Made) -> dict[str, Any]:
        """All but the open pages. Gives what each is made of. Raises Overtaken."""
        for page in (page for page in site.pages if page.file.src_uri in site.unread):
            self._go_on()
            populate(page, site.config, site.files)
            site.unread.remove(page.file.src_uri)
        if not site.given:
            env = site.config.plugins.on_env(site.env, config=site.config, files=site.files)
            site.env, site.given = env, True
        if not site.told:
            made |= site.known()
        return self._frames(site)

    @contextmanager
    def _making(self, made: Made, told: Told) -> Iterator[None]:
        """What is written is held in `made`; what has been read before is not read again."""
        with (
            looked.instead(utils, "write_file", looked.holder(made)),
            looked.instead(reading.source(), "parse", self._pieces.read),
            self._rendering(told),
        ):
            yield

    @contextmanager
    def _rendering(self, told: Told) -> Iterator[None]:
        """A page's Markdown is made to HTML only when it, what is explained in it, or which pages
        there are to lead to, is new; and again where MkDocs has warned of something in it."""
        ours = Page.render
        common: list[Any] = []

        def render(page: Page, config: MkDocsConfig, files: Files) -> None:
            if not common:
                common[:] = [str(config["mdx_configs"]), frozenset(files.src_uris)]
            key = (page.markdown, *common)
            before, result = self._read.get(page.file.src_uri, (None, {}))
            if before != key:
                warned = len(told.lines)
                ours(page, config, files)
                result = {name: getattr(page, name) for name in RENDERED}
                kept = key if len(told.lines) == warned else None
                self._read[page.file.src_uri] = (kept, result)
            for name, value in result.items():
                setattr(page, name, value)

        with looked.instead(Page, "render", render):
            yield

    def _first(self, site: Site, first: list[Page]) -> dict[str, Any]:
        """The open pages, before the others are read, which are called what they were. Gives what
        each is made of."""
        ours = {page.file.src_uri for page in first}
        others = [page for page in site.pages if page.file.src_uri in site.unread - ours]
        waiting = [page for page in others if "title" not in vars(page)]
        for page in waiting:
            page.title = self._titles.get(page.file.src_uri)
        for page in first:
            if page.file.src_uri in site.unread:
                populate(page, site.config, site.files)
                site.unread.remove(page.file.src_uri)
        around = site.around()
        shown = {page.file.dest_uri: self._framed(site, page, around) for page in first}
        for page in waiting:
            del page.title
        return shown

    def _frames(self, site: Site) -> dict[str, Any]:
        """Each page in its frame, and the theme's own pages, where anything in them is new. Gives
        what each is made of."""
        around = site.around()
        if self._shown.get("") != around:
            for template in site.config.theme.static_templates:
                build_template(template, site.env, site.files, site.config, site.nav)
        shown: dict[str, Any] = {"": around}
        for page in site.pages:
            self._go_on()
            shown[page.file.dest_uri] = self._framed(site, page, around)
        return shown

    def _framed(self, site: Site, page: Page, around: tuple[str, str]) -> Any:
        """A page in its frame, where anything in it is new. Gives what it is made of."""
        beside = [(p.title, p.url) for p in (page.previous_page, page.next_page) if p]
        key = (*around, page.content, repr(page.meta), page.title, str(page.toc),
               page.update_date, beside)  # fmt: skip
        if self._shown.get(page.file.dest_uri) != key:
            pages = site.files.documentation_pages(inclusion=INCLUDED)
            excluded = page.file.inclusion.is_excluded()  # type: ignore[no-untyped-call]
            build_page(page, site.config, pages, site.nav, site.env, excluded=excluded)
        return key

    def _go_on(self) -> None:
        """Raises Overtaken where there is something newer to build."""
        if self.overtaken():
            raise Overtaken


def _stop(told: Told) -> None:
    if told.lines:
        raise Abort("MkDocs warns of something")


def _put(where: Callable[[Made], None], site: Site, made: Made) -> None:
    """Gives away what was made, by its place below the site."""
    where({path.relative_to(site.root): content for path, content in made.items()})
    made.clear()
