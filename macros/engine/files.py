"""The files to download and the annexes: made, or, for who looks at a page while writing, as they
were last made."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros.catalog.model import Catalog
from macros.exports import annex, annexes, downloads
from macros.exports.document import described
from macros.language.strings import Strings
from macros.pages.shelf import Shelf
from macros.palette import Palette
from macros.site import Site

# A plugin that holds both as `files` and `annexes`; `dev.py serve` puts it among the settings.
KEPT = "checklists/kept"
Files = tuple[downloads.File, ...]


def files(
    conf: Any, root: Path, catalog: Catalog, t: Strings, site: Site, colours: Palette, made: Shelf
) -> tuple[Files, Files]:
    """The files to download and the annexes; none of a site without downloads."""
    if not site.downloads:
        return (), ()
    if KEPT in conf["plugins"]:
        kept = conf["plugins"][KEPT]
        return kept.files, kept.annexes
    say = logging.getLogger("mkdocs.checklists").info
    folder, own = root / ".build" / "downloads" / site.language, root / "local" / "templates"
    return (
        downloads.make(catalog, t, site, folder, own, colours, say),
        _annexes(root, catalog, t, site, colours, made),
    )


def _annexes(
    root: Path, catalog: Catalog, t: Strings, site: Site, colours: Palette, made: Shelf
) -> Files:
    """The files of the annexes that the guide's page of them shows; none where it has no such."""
    place = f"{site.url}{annex.PAGE}/"
    about = described(catalog, t, site, t("annexes.file"), t("annexes.title"), (), place)
    kept = root / ".build" / "annexes" / (site.language or catalog.language)
    own = root / "local" / "templates"
    # In a further language an edition's own page lies among the others, translated.
    page = (replace(made, own={}) if site.language else made).text(annex.PAGE)
    return annexes.make(annex.read(page), about, t, kept, own, colours)
