"""What stands round the data: pages, menu, words of the interface and templates, as a release keeps
them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from macros import source
from macros.catalog.things import Fields, words
from macros.language.strings import BUNDLED

DOCS, OWN, LOCAL = "docs", "local/docs", "lokalt"
MENU = ".nav.yml"
TRANSLATIONS = "translations"
# The templates that an edition may have its own of, and where it has them.
TEMPLATES = ("overrides/checklists/*.html", "macros/exports/templates/list.*")
OWN_TEMPLATES = "local/templates"
Around = dict[str, dict[str, Fields]]


def around(root: Path, language: str) -> Around:
    """Kind to id to field to words: a page by its path with what tells that it has changed, a menu
    by its folder, a word by its key, a template by its name."""
    return {
        "pages": {name: {"content": _digest(file)} for name, file in _files(root, "*.md")},
        "menu": {name: {"content": file.read_text("utf-8")} for name, file in _files(root, MENU)},
        "strings": _words(BUNDLED / f"{language}.yml"),
        "templates": {
            file.name: {"content": _digest(file)}
            for pattern in TEMPLATES
            for file in sorted(root.glob(pattern))
        },
    }


def own(root: Path, language: str) -> Around:
    """The same of what an edition has put in the place of ours; of a page or a template, where it
    stands."""
    folder = root / OWN
    found = sorted(folder.rglob("*.md")) if folder.is_dir() else []
    menus = sorted(folder.rglob(MENU)) if folder.is_dir() else []
    return {
        "pages": {
            f.relative_to(folder).as_posix(): {"content": f.relative_to(root).as_posix()}
            for f in found
        },
        "menu": {
            f.relative_to(folder).as_posix(): {"content": f.read_text("utf-8")} for f in menus
        },
        "strings": _words(root / "local" / "strings" / f"{language}.yml"),
        "templates": {
            f.name: {"content": f.relative_to(root).as_posix()}
            for f in sorted((root / OWN_TEMPLATES).glob("*.*"))
        },
    }  # fmt: skip


def _files(root: Path, pattern: str) -> Iterator[tuple[str, Path]]:
    docs = root / DOCS
    # Pages in other languages follow ours.
    tongues = {f.stem for folder in (BUNDLED, root / TRANSLATIONS) for f in folder.glob("*.yml")}
    for file in sorted(docs.rglob(pattern)):
        name = file.relative_to(docs)
        if name.parts[0] not in {LOCAL, *tongues} and file.is_file():
            yield name.as_posix(), file


def _digest(file: Path) -> str:
    """The same for the same content, whatever a system ends its lines with."""
    return hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()[:16]


def _words(file: Path) -> dict[str, Fields]:
    tree = source.read(file, file.name)[0] if file.is_file() else None
    found = source.plain(tree) if tree is not None else {}
    if not isinstance(found, dict):
        return {}
    return {key: {"text": words(value)} for key, value in found.items()}
