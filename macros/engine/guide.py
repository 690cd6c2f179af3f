"""All that a build knows of the guide, and whether it is read by its author."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from macros import load
from macros.catalog.model import Catalog
from macros.exports import downloads
from macros.exports.hold import Hold
from macros.language.strings import Strings
from macros.pages import render, shelf
from macros.palette import Palette
from macros.site import Site

SERVED = "GUIDE_SERVED"  # the language that is served, where it is not the guide's own


@dataclass(frozen=True)
class Guide:
    """All that a build knows of the guide. `own` is the folder of a fork's own templates."""

    root: Path
    catalog: Catalog
    t: Strings
    site: Site
    palette: Palette
    files: tuple[downloads.File, ...]
    renderer: render.Renderer
    shelf: shelf.Shelf
    languages: tuple[str, ...] = ()
    annexes: tuple[downloads.File, ...] = ()
    holds: tuple[Hold, ...] = ()

    @property
    def own(self) -> bool:
        """Whether it is an edition, or a guide on another subject, and not the guide itself."""
        return bool(self.catalog.adapted) or load.data_file(self.root) != load.DATA


def serving() -> bool:
    """True when pages are served to their author and not written to be published."""
    context = click.get_current_context(silent=True)
    return bool(context and context.info_name == "serve")
