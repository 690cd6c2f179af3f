"""The files to download and the annexes: made, or, for who looks at a page while writing, as they
were last made."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros import load
from macros.catalog.model import Catalog
from macros.exports import annex, annexes, downloads, logo
from macros.exports.document import described
from macros.exports.hold import Hold
from macros.language.strings import Strings
from macros.pages.shelf import Shelf
from macros.palette import Palette
from macros.problems import Faulty, Problem, quoted
from macros.site import Site

# A plugin that holds both as `files` and `annexes`; `dev.py serve` puts it among the settings.
KEPT = "checklists/kept"
LOCAL_ASSETS, ASSETS = "local/assets", "assets/local"  # where a fork keeps them; where they go
Files = tuple[downloads.File, ...]


def files(
    conf: Any, root: Path, catalog: Catalog, t: Strings, site: Site, colours: Palette, made: Shelf
) -> tuple[Files, Files, tuple[Hold, ...]]:
    """The files to download and the annexes, with the holds of both; none of a site without
    downloads."""
    if not site.downloads:
        return (), (), ()
    if KEPT in conf["plugins"]:
        kept = conf["plugins"][KEPT]
        return kept.files, kept.annexes, ()
    say = logging.getLogger("mkdocs.checklists").info
    folder, own = root / ".build" / "downloads" / site.language, root / "local" / "templates"
    holds = tuple(
        Hold(one, root / ".build" / "using" / "-".join(one.relative_to(root / ".build").parts))
        for one in (downloads.of_address(folder, site), _papers(root, catalog, site))
    )
    return (
        downloads.make(catalog, t, site, folder, own, colours, say),
        kept_annexes(root, catalog, t, site, colours, made),
        holds,
    )


def logo_of(conf: Any, root: Path, catalog: Catalog) -> bytes:
    """The logo that an edition's settings name, for its files. Ours is in no file. Raises
    Faulty."""
    theme = conf["theme"]
    name = (theme["logo"] or "") if "logo" in theme else ""
    ours = catalog.adapted is None and load.data_file(root) == load.DATA
    if ours or not name:
        return b""
    own = name.removeprefix(f"{ASSETS}/")
    folder = root / LOCAL_ASSETS if own != name else Path(conf["docs_dir"])
    if own != name and not (folder / own).is_file():
        message = f"the settings name the logo {quoted(own)}, which is not there"
        hint = "put it there, or write its right name in theme.logo and theme.favicon"
        raise Faulty([Problem(f"{LOCAL_ASSETS}/{own}", 0, 0, message, hint)])
    return logo.picture(folder / own, root)


def kept_annexes(
    root: Path, catalog: Catalog, t: Strings, site: Site, colours: Palette, made: Shelf
) -> Files:
    """The files of the annexes that the guide's page of them shows; none where it has no such."""
    place = f"{site.url}{annex.PAGE}/"
    about = described(catalog, t, site, t("annexes.file"), t("annexes.title"), (), place)
    own = root / "local" / "templates"
    # In a further language an edition's own page lies among the others, translated.
    page = (replace(made, own={}) if site.language else made).text(annex.PAGE)
    kept = _papers(root, catalog, site)
    return annexes.make(annex.read(page), about, t, kept, own, colours)


def _papers(root: Path, catalog: Catalog, site: Site) -> Path:
    """Where the annexes are kept between builds, and held while one uses them."""
    folder = root / ".build" / "annexes" / (site.language or catalog.language)
    return downloads.of_address(folder, site)
