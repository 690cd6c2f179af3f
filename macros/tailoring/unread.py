"""What lies among an edition's own files and nothing reads: a wish under a name that is one letter
off is a wish that nobody hears, and the site is built as if it had never been written."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from macros.problems import Problem

LOCAL = "local"
# What an edition has of its own, below local/: files by their names, folders by what is read there.
FILES = ("tailoring.yml", "checklists.yml", "firms.yml")
BY_LANGUAGE = ("strings", "translations", "asked")  # <language>.yml
WHOLE = ("docs", "assets", "templates", "releases")
TEMPLATES = (".html", ".typ", ".docx")  # what a template is; a picture beside one may lie anywhere
# Where a file belongs, by the end of its name.
HOMES = {".yml": BY_LANGUAGE, ".yaml": BY_LANGUAGE, ".md": ("docs",), ".html": ("templates",),
         ".docx": ("templates",), ".json": ("releases",)}  # fmt: skip
SETTINGS = "mkdocs.local.yml"
UNREAD = "nothing reads it"
# How a template names another: {% include "x.html" %}, #import "x.typ"
NAMED = re.compile(r"""["']([^"'\n]+\.(?:html|typ))["']""")
ASIDE = (".orig", ".bak", ".rej", "~")  # what editors and merges leave
# What people call a language that has another name among files.
CALLED = {"no": "nb", "nob": "nb", "bokmal": "nb", "bokmål": "nb", "norsk": "nb", "nno": "nn",
          "nynorsk": "nn", "eng": "en", "engelsk": "en", "english": "en"}  # fmt: skip
NEAR = 0.75  # how alike a page's name is to one of ours that was meant


def lost(root: Path, tailoring: str, data: str) -> list[Problem]:
    """A fault where an edition has lost the file of what it wishes: built without it, all that it
    hides would be shown again. `data` is a guide's own data, which needs no such file."""
    if any((root / name).exists() for name in (tailoring, data)):
        return []
    if not (root / SETTINGS).exists():
        return []
    message = f"is not there, and {SETTINGS} is: nothing that the edition hides or changes is known"
    folder, start = root / LOCAL, Path(tailoring).stem
    names = sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []
    if near := next((name for name in names if name.lower().startswith(start)), ""):
        return [Problem(tailoring, 0, 0, message, f"rename {LOCAL}/{near} to {tailoring}")]
    hint = (
        "take it back, as with git checkout -- local; or write a new one: python3 scripts/dev.py "
        "init; or delete mkdocs.local.yml as well, if this is to be the guide itself"
    )
    return [Problem(tailoring, 0, 0, message, hint)]


@dataclass(frozen=True)
class Known:
    """What an edition's files can be read as: `languages` that somebody writes the guide in,
    `pages` below docs/, `templates` by their names."""

    languages: Collection[str]
    pages: Collection[str]
    templates: Collection[str]


def told(root: Path, known: Known) -> Iterator[Problem]:
    """A warning for each file that nothing reads."""
    folder = root / LOCAL
    taken_in = _taken_in(folder / "templates")
    known = replace(known, templates={*known.templates, *taken_in})
    for file in sorted(folder.rglob("*")):
        place = file.relative_to(folder)
        hidden = any(part.startswith(".") for part in place.parts)
        if file.is_dir() or hidden or file.name.endswith(ASIDE) or file.stem.upper() == "README":
            continue
        if hint := _unread(place, known):
            yield Problem(f"{LOCAL}/{place.as_posix()}", 0, 0, *hint, level="warning")


def _taken_in(folder: Path) -> Iterator[str]:
    """The names that an edition's templates have for others of its own, which they take in."""
    for file in folder.rglob("*"):
        if file.suffix in (".html", ".typ"):
            with suppress(OSError, UnicodeDecodeError):  # told by who reads it
                for found in NAMED.finditer(file.read_text(encoding="utf-8")):
                    yield Path(found[1]).name


def _unread(place: Path, known: Known) -> tuple[str, str] | None:
    """What is wrong with a name, and its cure; None where the file is read."""
    first, name = place.parts[0], place.as_posix()
    if first == "docs":
        return _page(place.relative_to("docs").as_posix(), known.pages)
    if first == "templates" and place.suffix in TEMPLATES:
        return _template(place.relative_to("templates"), known.templates)
    if first in WHOLE or name in FILES:
        return None
    if first in BY_LANGUAGE and len(place.parts) == 2:
        called = CALLED.get(place.stem.lower())
        if called:
            return UNREAD, f"did you mean {LOCAL}/{first}/{called}.yml?"
        if place.suffix == ".yml" and place.stem in known.languages:
            return None
        meant = [f"{first}/{one}.yml" for one in sorted(known.languages)]
        same = [one for one in meant if Path(one).stem == place.stem]
        return UNREAD, _meant(name, same or meant)
    if place.stem in BY_LANGUAGE and len(place.parts) == 1:
        return UNREAD, f"a file a language: {LOCAL}/{place.stem}/nb.yml"
    rest = "/".join(place.parts[1:]) or name  # in a folder of another name, or in none
    folders = HOMES.get(place.suffix, ("assets",))
    return UNREAD, _meant(name, [*FILES, *(f"{one}/{rest}" for one in folders)])


def _template(place: Path, known: Collection[str]) -> tuple[str, str] | None:
    """A template has the name of one of ours, or is taken in by one of the edition's own."""
    if place.name in known:
        return None
    if close := difflib.get_close_matches(place.name, sorted(known), 1, NEAR):
        return UNREAD, f"did you mean {LOCAL}/templates/{close[0]}?"
    hint = "a template has the name of one in overrides/checklists or macros/exports/templates"
    return UNREAD, f"{hint}, or one of your own names it"


def _page(name: str, pages: Collection[str]) -> tuple[str, str] | None:
    """A page of one's own is a new one, unless its name is nearly that of one of ours."""
    if name in pages or not name.endswith(".md"):
        return None
    close = difflib.get_close_matches(name, sorted(pages), 1, NEAR)
    if not close:
        return None
    message = "takes the place of no page"
    hint = f"did you mean docs/{close[0]}? A new page of your own lies in docs/lokalt"
    return message, hint


def _meant(name: str, among: Collection[str]) -> str:
    close = difflib.get_close_matches(name, list(among), 1, 0.5)
    if close:
        return f"did you mean {LOCAL}/{close[0]}?"
    return f"see «Tilpass veilederen» for what lies in {LOCAL}/"
