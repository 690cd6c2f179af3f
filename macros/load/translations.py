"""Reads what there is in other languages: translation files, settings, menus, pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from macros import source
from macros.catalog import asked, wcag
from macros.catalog.model import Catalog
from macros.load import (
    DATA,
    PAGES,
    TAILORING,
    TRANSLATIONS,
    Loaded,
    asked_file,
    data_file,
    load_with_places,
    read_pages,
    tongues,
)
from macros.problems import Faulty, Problem
from macros.translation import apply, checks, front, pages, read
from macros.translation.read import Translations
from macros.translation.texts import Texts, texts

SETTINGS = ("mkdocs.local.yml", "mkdocs.yml")


def files(root: Path, language: str) -> list[str]:
    """Where a language's translations stand, an edition's own first. A guide on another subject has
    its own alone."""
    name = f"{TRANSLATIONS}/{language}.yml"
    return [f"local/{name}", *([name] if data_file(root) == DATA else [])]


def own_file(root: Path, language: str) -> str:
    """The file that this project writes: an edition leaves the guide's alone."""
    local = (root / TAILORING).exists() or data_file(root) != DATA
    return files(root, language)[0 if local else -1]


def languages(root: Path) -> tuple[str, ...]:
    """Those that somebody has begun to translate the guide into."""
    folders = (root / "local" / TRANSLATIONS, root / TRANSLATIONS)
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
            made = made.over(own.following(gone, sources) if merged else own)
    if faults := [problem for problem in problems if problem.level == "error"]:
        raise Faulty(faults)
    return replace(made, warnings=tuple(problems))


def in_language(root: Path, language: str, loaded: Loaded) -> Catalog:
    """The guide in another language than its own, with what people type in that one. Raises Faulty
    with every problem found."""
    made = apply.translated(loaded.catalog, read_in(root, language, loaded))
    name = asked_file(root, language)
    if not (root / name).is_file():
        return apply.with_phrases(made, loaded.catalog, None)
    own, problems = source.read(root / name, name)
    phrases = None
    if own is not None:
        phrases, more = asked.parsed(own)
        adapted = loaded.catalog.adapted
        hidden = adapted.left_out if adapted else frozenset()
        strangers = asked.grafted(loaded.tree, phrases, hidden)[1]
        problems += [*more, *strangers]
    if problems:
        raise Faulty(problems)
    return apply.with_phrases(made, loaded.catalog, phrases)


def sources_of(root: Path, loaded: Loaded) -> Texts:
    """Every text of the project that is translated, with those of settings and menus and what is
    said of WCAG's criteria."""
    trees = [source.read(root / name, name)[0] for name in SETTINGS if (root / name).is_file()]
    menus = [file.read_text(encoding="utf-8") for file in menu_files(root)]
    known = [v.title for values in loaded.catalog.facets.values() for v in values]
    made = dict(front.front([t for t in trees if t], menus, known))
    if data_file(root) == DATA:
        made |= {("wcag", path): words for path, words in wcag.texts().items()}
    return texts(loaded.catalog, made)


def menu_files(root: Path) -> list[Path]:
    """The files that order the menu, an edition's own last; those of no language's folder."""
    return [f for folder in page_folders(root) for f in sorted(folder.rglob(front.MENU))]


def page_folders(root: Path) -> list[Path]:
    """Where the project's pages stand, an edition's own last; a guide on another subject has its
    own alone."""
    ours, local = root / PAGES, root / "local" / PAGES
    return [local] if data_file(root) != DATA else [ours, local]


def settings_in(root: Path, language: str) -> dict[str, str]:
    """What settings say, in a language, by what they say in the guide's own."""
    return _front(root, language, "site")


def criteria_in(root: Path, language: str) -> dict[str, str]:
    """What is said of WCAG's criteria, in a language, by the words of the guide's own."""
    return _front(root, language, "wcag")


def _front(root: Path, language: str, name: str) -> dict[str, str]:
    loaded = load_with_places(root)
    sources = sources_of(root, loaded)
    words = apply.fresh(read_in(root, language, loaded), sources)
    return {sources[k].source: said for k, said in words.items() if k[:2] == ("site", name)}


def example_in(root: Path, language: str) -> dict[str, str]:
    """The worked example's texts in a language, by its own; nothing where nobody has written them.
    Raises Faulty for a file that cannot be read."""
    file = root / TRANSLATIONS / "example" / f"{language}.yml"
    if not file.exists():
        return {}
    tree, problems = source.read(file, f"{TRANSLATIONS}/example/{file.name}")
    if problems or tree is None:
        raise Faulty(problems)
    return {str(key): str(value) for key, value in source.plain(tree).items()}


def headings(root: Path, language: str) -> dict[str, str]:
    """The menu's headings in a language, by what they are called in the guide's own."""
    loaded = load_with_places(root)
    sources = sources_of(root, loaded)
    words = apply.fresh(read_in(root, language, loaded), sources)
    return {
        sources[key].source: said
        for key, said in words.items()
        if key[:2] == ("site", "menu") or (key[0] == "facets" and key[2] == "title")
    }


def pages_in(root: Path, language: str) -> dict[str, str]:
    """Every page of the project in a language, an edition's own in the place of ours; what has no
    fresh translation stands in the guide's own."""
    own: dict[str, str] = {}
    there: dict[str, str] = {}
    for folder in page_folders(root):
        found = read_pages(folder.parent, translated=True)
        own |= pages.sources(found, tongues(root))
        there |= pages.of_language(found, language)
    return pages.in_language(own, there, load_with_places(root).catalog.language)


def looked_at(root: Path, language: str, loaded: Loaded) -> tuple[Problem, ...]:
    """What is to be told of a language. Raises Faulty with what would stop the build of it, before
    anything is built."""
    page_states(root, language)
    return read_in(root, language, loaded).warnings


def page_states(root: Path, language: str) -> list[pages.Page]:
    """How each page stands in a language. Raises Faulty with every problem found."""
    known, made, problems = tongues(root), dict[str, pages.Page](), list[Problem]()
    for folder in page_folders(root):
        found = here = read_pages(folder.parent, translated=True)
        if folder.parent != root and data_file(root) == DATA:  # an edition translates ours too
            found = read_pages(root) | here
        name = folder.relative_to(root).as_posix()
        problems += pages.problems(found, language, known, name)
        for page in pages.states(found, language, known):
            if page.name not in made or {page.name, f"{language}/{page.name}"} & here.keys():
                made[page.name] = page  # what an edition has nothing of stands as it stands with us
    if problems:
        raise Faulty(problems)
    return list(made.values())
