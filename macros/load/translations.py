"""Reads what there is in other languages: translation files, settings, menus, pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from macros import source
from macros.load import DATA, PAGES, TAILORING, Loaded, data_file, read_pages
from macros.problems import Faulty, Problem
from macros.translation import checks, front, pages, read
from macros.translation.read import Translations
from macros.translation.texts import Texts, texts

FOLDER = "translations"
SETTINGS = ("mkdocs.local.yml", "mkdocs.yml")


def files(root: Path, language: str) -> list[str]:
    """Where a language's translations stand, an edition's own first. A guide on another subject has
    its own alone."""
    name = f"{FOLDER}/{language}.yml"
    return [f"local/{name}", *([name] if data_file(root) == DATA else [])]


def own_file(root: Path, language: str) -> str:
    """The file that this project writes: an edition leaves the guide's alone."""
    local = (root / TAILORING).exists() or data_file(root) != DATA
    return files(root, language)[0 if local else -1]


def languages(root: Path) -> tuple[str, ...]:
    """Those that somebody has begun to translate the guide into."""
    folders = (root / "local" / FOLDER, root / FOLDER)
    found = {file.stem for folder in folders for file in folder.glob("*.yml")}
    return tuple(sorted(x for x in found if any((root / n).exists() for n in files(root, x))))


def read_in(root: Path, language: str, loaded: Loaded) -> Translations:
    """All that there is in a language. Raises Faulty with every problem found; what an edition's
    own file has lost by a merge is no fault."""
    made = Translations(language)
    problems: list[Problem] = []
    sources, also = sources_of(root, loaded), texts(loaded.upstream)
    gone = {gone.id: loaded.upstream.successor(gone.id) for gone in loaded.upstream.retired}
    gone = {name: after if after != name else "" for name, after in gone.items()}
    own_is_merged = data_file(root) == DATA
    for name in files(root, language):
        if not (root / name).is_file() or source.says_nothing(root / name):
            continue
        tree, found = source.read(root / name, name)
        problems += found
        if tree is not None:
            own, found = read.parsed(tree, language)
            merged = own_is_merged and name.startswith("local/")
            problems += [*found, *checks.problems(own, sources, gone, also, merged)]
            made = made.over(own)
    if faults := [problem for problem in problems if problem.level == "error"]:
        raise Faulty(faults)
    return replace(made, warnings=tuple(problems))


def sources_of(root: Path, loaded: Loaded) -> Texts:
    """Every text of the project that is translated, with those of settings and menus."""
    trees = [source.read(root / name, name)[0] for name in SETTINGS if (root / name).is_file()]
    menus = [file.read_text(encoding="utf-8") for file in menu_files(root)]
    known = [v.title for values in loaded.catalog.facets.values() for v in values]
    return texts(loaded.catalog, front.front([t for t in trees if t], menus, known))


def menu_files(root: Path) -> list[Path]:
    """The files that order the menu, an edition's own last; those of no language's folder."""
    folders = (root / PAGES, root / "local" / PAGES)
    return [f for folder in folders if folder.is_dir() for f in sorted(folder.rglob(front.MENU))]


def page_states(root: Path, language: str) -> list[pages.Page]:
    """How each page stands in a language. Raises Faulty with every problem found."""
    found, known = read_pages(root), frozenset({*languages(root), language})
    if problems := list(pages.problems(found, language, known, PAGES)):
        raise Faulty(problems)
    return list(pages.states(found, language, known))
