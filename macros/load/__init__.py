"""The order of the steps from files to a Catalog: the only reader of the data's files.

Every step adds its problems; they come back together, sorted, or the Catalog does.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from macros import source
from macros.catalog import asked, checks, codes, parameters, releases
from macros.catalog.model import Catalog
from macros.catalog.read import validated
from macros.catalog.reference import Adapted
from macros.language.strings import BUNDLED
from macros.problems import Faulty, Place, Problem
from macros.source import Tree
from macros.tailoring import apply as tailoring
from macros.tailoring import around, unread
from macros.tailoring import read as wishes_of

DATA = "checklists.yml"
LOCAL_DATA = "local/checklists.yml"
TAILORING = "local/tailoring.yml"
LOCAL_ASKED = f"local/{asked.FOLDER}"
LOCAL_FIRMS = "local/firms.yml"
FIRMS = "tests/cases/firms.yml"
RELEASES = "releases"
PAGES = "docs"
TRANSLATIONS = "translations"


@dataclass(frozen=True)
class Loaded:
    """A catalog and the tree it came from, for places. `upstream` is it before tailoring; `raw` is
    the data file alone, `own` the tailoring file, as somebody wrote them. `warnings` are told, and
    stop nothing. `before` are the pages of the version that an edition rests on. `faulty`: the
    tailoring file has faults and was left out, for whoever has come to mend it."""

    catalog: Catalog
    tree: Tree
    upstream: Catalog
    raw: Tree
    own: Tree | None = None
    warnings: tuple[Problem, ...] = ()
    before: frozenset[str] = frozenset()
    faulty: bool = False

    def lists(self) -> dict[str, Place]:
        """Where each list is written, by its id."""
        return {
            one.id: source.place(self.tree, ("checklists", n))
            for n, one in enumerate(self.catalog.checklists)
        }

    def pages(self) -> list[tuple[str, str, Place]]:
        """What the edition wishes of pages: the verb, the page, and where it is written."""
        if self.own is None or self.catalog.adapted is None:
            return []
        wished = self.catalog.adapted.pages
        return [
            (verb, name, source.place(self.own, ("pages", verb, n)))
            for verb, names in (("hide", wished.hide), ("order", wished.order))
            for n, name in enumerate(names)
        ]


def data_file(root: Path) -> str:
    """Where the data stands: a fork on another subject has its own, which upstream never holds."""
    return LOCAL_DATA if (root / LOCAL_DATA).exists() else DATA


def releases_of(root: Path) -> Path:
    """The folder of release files, beside the data."""
    return (root / data_file(root)).parent / RELEASES


def asked_file(root: Path, language: str) -> str:
    """Where the phrases that people type stand, beside the data."""
    folder = LOCAL_ASKED if data_file(root) == LOCAL_DATA else asked.FOLDER
    return f"{folder}/{language}.yml"


def load(root: Path) -> Catalog:
    """The catalog of the project in `root`, tailored. Raises Faulty with every problem found."""
    return load_with_places(root).catalog


def load_with_places(root: Path, forgiving: bool = False) -> Loaded:
    """As `load`, with the trees. Raises Faulty with every problem found; where it is forgiving, a
    wish that has lost what it was about is a warning, for whoever has come to mend it, and with
    wishes that cannot be read the guide comes without them."""
    with _uncollected():
        return _loaded(root, forgiving)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's collector of cycles: a tree has none, and looking through 10,000 items for
    them again and again took half of the time to load them."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _loaded(root: Path, forgiving: bool) -> Loaded:
    name = data_file(root)
    raw, problems = source.read(root / name, name)
    undecodable = [*_undecodable(root)]
    if raw is None or undecodable:
        raise Faulty([*problems, *undecodable])
    released = tuple(read_releases(releases_of(root)))
    tree, more = raw, []
    for one in (_language(raw), *asked.NEAR.get(_language(raw), ())):
        tree, found = _with_phrases(tree, root, asked_file(root, one))
        more += found
    catalog = _checked(tree, [*problems, *more], released)
    catalog = parameters.filled(codes.with_codes(catalog))
    changed = releases.changed(catalog, released)
    catalog = catalog.model_copy(update={"changed_last": changed})
    loaded = Loaded(catalog, tree, catalog, raw)
    if missing := unread.lost(root, TAILORING, LOCAL_DATA):
        raise Faulty(missing)
    if (root / TAILORING).exists():
        try:
            loaded = _tailored(root, loaded, released, forgiving)
        except Faulty as fault:
            if not forgiving:
                raise
            loaded = replace(loaded, warnings=tuple(fault.problems), faulty=True)
    return replace(loaded, warnings=(*loaded.warnings, *_unread(root, catalog.language)))


def based_on(root: Path) -> str:
    """The version that the edition in `root` says it is based on; «» where none is said."""
    own = source.read(root / TAILORING, TAILORING)[0] if (root / TAILORING).exists() else None
    found = own.child("based_on") if own is not None else None
    return found.value if found is not None and isinstance(found.value, str) else ""


def _undecodable(root: Path) -> Iterator[Problem]:
    """A fault for each page that is not UTF-8: whoever else reads it stops without its name."""
    for folder in (root / PAGES, root / "local" / PAGES):
        for page in sorted(file for file in folder.rglob("*.md") if file.is_file()):
            if fault := source.not_utf8(page.read_bytes(), page.relative_to(root).as_posix()):
                yield fault


def _unread(root: Path, language: str) -> Iterator[Problem]:
    """Of an edition's files those that nothing reads."""
    if not (root / unread.LOCAL).is_dir():
        return
    folders = (BUNDLED, root / TRANSLATIONS, root / "local" / TRANSLATIONS)
    languages = {language, *(file.stem for one in folders for file in one.glob("*.yml"))}
    docs = root / PAGES
    pages = {file.relative_to(docs).as_posix() for file in docs.rglob("*.md")}
    here = Path(__file__).parents[2]
    ours = {file.name for one in around.TEMPLATES for file in here.glob(one)}
    yield from unread.told(root, unread.Known(languages, pages, ours))


def _language(tree: Tree) -> str:
    found = tree.child("language")
    return found.value if found is not None and isinstance(found.value, str) else ""


def _with_phrases(
    tree: Tree, root: Path, name: str, hidden: frozenset[str] | None = None
) -> tuple[Tree, list[Problem]]:
    """The tree with what people type for each thing, where there is a file of it."""
    if not (root / name).is_file():
        return tree, []
    own, problems = source.read(root / name, name)
    if own is None:
        return tree, problems
    phrases, shape = asked.parsed(own)
    made, more = asked.grafted(tree, phrases, hidden)
    return made, [*problems, *shape, *more]


def _checked(
    tree: Tree,
    problems: list[Problem],
    released: tuple[dict[str, Any], ...],
    adapted: Adapted | None = None,
) -> Catalog:
    """The catalog that a tree holds, when nothing is wrong with it or with what came before."""
    catalog, more = validated(tree)
    problems = [*problems, *more]
    if catalog is not None:
        catalog = catalog.model_copy(update={"adapted": adapted})
        problems += checks.problems(catalog, tree, released)
    if problems or catalog is None:
        raise Faulty(problems)
    return catalog


def _tailored(
    root: Path, loaded: Loaded, released: tuple[dict[str, Any], ...], forgiving: bool
) -> Loaded:
    """The guide as the fork's tailoring file wants it, with the fork's own phrases."""
    own, problems = source.read(root / TAILORING, TAILORING)
    if own is None or problems:
        raise Faulty(problems)
    wishes, upstream = wishes_of.wished(own), loaded.upstream
    versions = [r["version"] for r in released]
    gone = {gone.id: upstream.successor(gone.id) for gone in upstream.retired}
    gone = {name: after if after != name else "" for name, after in gone.items()}
    rests_on = next((r for r in released if r["version"] == wishes.based_on), None)
    stood = releases.homes(rests_on) if rests_on else {}
    # What else had an id then: what of it is no more stands in no list of what is retired.
    named = releases.named(rests_on) if rests_on else frozenset()
    gone = dict.fromkeys(named, "") | gone
    done = tailoring.apply(loaded.tree, wishes, own, gone, codes.of(upstream), stood)
    tree, more = done.tree, [*done.problems, *done.lost]
    more += wishes_of.unknown_version(own, wishes, versions, upstream.version)
    if data_file(root) == DATA:
        hidden = done.adapted.left_out | named
        tree, phrases = _with_phrases(tree, root, f"{LOCAL_ASKED}/{upstream.language}.yml", hidden)
        more += phrases
    warnings = tuple(p for p in more if p.level == "warning" or (forgiving and p in done.lost))
    more = [p for p in more if p not in warnings]
    catalog = _checked(tree, [*problems, *more], released, done.adapted)
    changed, known = upstream.changed_last, (*catalog.synonyms, *wishes.synonyms)
    catalog = catalog.model_copy(update={"synonyms": known, "changed_last": changed})
    catalog = parameters.filled(codes.with_codes(catalog, done.codes))
    pages = releases.pages(rests_on) if rests_on else frozenset()
    return Loaded(catalog, tree, upstream, loaded.raw, own, warnings, pages)


def firms_file(root: Path) -> str:
    """Where the example firms stand: the edition's own, else the guide's; «» where there are none.
    The guide's are no measure of an edition."""
    names = [LOCAL_FIRMS] if (root / TAILORING).is_file() else [LOCAL_FIRMS, FIRMS]
    return next((name for name in names if (root / name).is_file()), "")


def read_firms(root: Path) -> source.Tree:
    """The example firms as they are written. Raises Faulty when they cannot be read."""
    name = firms_file(root)
    tree, found = source.read(root / name, name)
    if tree is None or found:
        raise Faulty(found)
    return tree


def tongues(root: Path) -> frozenset[str]:
    """The languages that somebody has words in: a folder of that name among the pages holds
    translations."""
    local = root / "local"
    folders = (BUNDLED, local / "strings", local / TRANSLATIONS, root / TRANSLATIONS)
    return frozenset(file.stem for folder in folders for file in folder.glob("*.yml"))


def read_pages(root: Path, translated: bool = False) -> dict[str, str]:
    """Name below docs/ → the page's Markdown, front matter and all: the guide's own pages, and
    where it is asked for those in other languages too."""
    folder, apart = root / PAGES, frozenset() if translated else tongues(root)
    found = ((page.relative_to(folder), page) for page in sorted(folder.rglob("*.md")))
    return {
        name.as_posix(): page.read_text(encoding="utf-8")
        for name, page in found
        if name.parts[0] not in apart
    }


def read_releases(folder: Path) -> Iterator[dict[str, Any]]:
    """Each released version's file, oldest first. Raises Faulty when one cannot be read."""
    problems: list[Problem] = []
    made = []
    for file in sorted(folder.glob("*.json")):
        name = f"{RELEASES}/{file.name}"
        try:
            data = file.read_bytes()
        except OSError as error:
            problems.append(Problem(name, 0, 0, f"cannot be read ({error.strerror})", "look at it"))
            continue
        found = releases.parsed(name, data)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            made.append(found)
    if problems:
        raise Faulty(problems)
    yield from sorted(made, key=lambda one: releases.number(one["version"]))
