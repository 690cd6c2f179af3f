"""Plugins of ours that a guide asks for, put among those of its configuration."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from macros.catalog import select
from macros.catalog.model import Catalog
from macros.engine.files import KEPT
from macros.language.strings import Strings
from macros.pages.letters import Part
from macros.pages.shelf import Shelf
from macros.site import Site


def put(
    plugins: Any,
    catalog: Catalog,
    site: Site,
    shelf: Shelf,
    root: Path,
    *,
    own: bool,
    once: bool,
    pages: tuple[Iterable[Part], Strings] | None = None,
) -> None:
    """An edition's wishes of its menu where it is one's `own`; of a guide too large for one page
    groups in the menu, its `pages` from A to Å, and that its build holds little. The last, and that
    the theme's templates are kept compiled, where it is built `once`: whoever serves it to its
    author makes changed pages beside those that are kept."""
    # These are made of MkDocs' classes; whoever builds with another program has none.
    from macros.engine import compiled, groups, letters, menu, spent

    once = once and KEPT not in plugins
    if once:
        plugins["checklists/compiled"] = compiled.Compiled(root)
    if own:
        lists = frozenset(map(site.page_of, catalog.hidden))
        plugins["checklists/menu"] = menu.Menu(root, shelf, lists, bool(site.language))
    if not select.is_one_page(catalog):
        codes = {site.page_of(c.id): c.code for c in catalog.checklists}
        plugins["checklists/groups"] = groups.Groups(codes)
        if pages is not None and shelf.has(site.index):
            plugins["checklists/letters"] = letters.Letters(site.index, *pages)
        if once:
            plugins["checklists/spent"] = spent.Spent()
