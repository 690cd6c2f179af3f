"""The menu of a large guide: a folder of many pages stands in groups.

Every page holds the menu of the folders round it, so a folder's pages grow by the square of their
number: 1,000 lists in one weighed 200 MB in menus alone. With groups below groups a page holds few
entries however many there are. A menu is also read by people, and nobody reads 1,000 entries.
"""

from __future__ import annotations

import html
import math
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from macros.engine.menu import NoSettings

MOST = 40  # entries of a folder that stand side by side
NAME = 28  # letters of a title in a group's name
TAG = re.compile(r"<[^>]+>")


class Groups(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """Put among the plugins by `define_env` for a guide too large for one page. `codes` are those
    of lists by the address of their page. The first level is left as it was made: it is written
    by hand or is what the guide's folders are."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        self._codes = codes
        self._made: list[Section] = []

    @event_priority(-200)  # after the menu is made of folders, and without what is left out
    def on_nav(self, nav: Navigation, config: Any, files: Files) -> Navigation:
        for section in nav.items:
            self._fold(section)
        return nav

    def _fold(self, section: Any) -> None:
        for child in section.children or ():
            self._fold(child)
        while len(section.children or ()) > max(MOST, 2) + 1:
            kept, rest = _index_first(section.children)
            section.children = [*kept, *(self._group(part, section) for part in parts(rest))]

    def _group(self, members: list[Any], section: Section) -> Section:
        made = Section("", members)
        made.parent = section
        for member in members:
            member.parent = made
        self._made.append(made)
        return made

    def on_env(self, env: Any, config: Any, files: Files) -> None:
        """Names the groups, now that pages know their titles."""
        for group in self._made:
            first, last = (next(_pages(group, step)) for step in (1, -1))
            group.title = f"{self._name(first)} – {self._name(last)}"

    def _name(self, page: Any) -> str:
        address = page.url.strip("/") if isinstance(page, Page) else ""
        words = html.unescape(TAG.sub("", page.title or ""))
        short = textwrap.shorten(words, NAME, placeholder=" …")
        return html.escape(self._codes.get(address) or short, quote=False)


def parts(entries: Sequence[Any]) -> list[list[Any]]:
    """Neighbours together, as many in each part as in the others, at most MOST."""
    count = math.ceil(len(entries) / max(MOST, 2))  # groups of one would never be fewer
    cuts = [len(entries) * n // count for n in range(count + 1)]
    return [list(entries[a:b]) for a, b in pairwise(cuts)]


def _index_first(entries: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """The folder's own page, which the theme puts on the folder's name; and the rest."""
    own = next((e for e in entries if isinstance(e, Page) and e.is_index), None)
    return ([] if own is None else [own]), [e for e in entries if e is not own]


def _pages(section: Any, step: int) -> Iterator[Any]:
    """What a section leads to, from its first or (-1) from its last."""
    for child in section.children[::step]:
        if child.children:
            yield from _pages(child, step)
        else:
            yield child
