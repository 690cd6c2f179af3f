"""What lies among an edition's own files and nothing reads: a wish under a name that is one letter
off is a wish that nobody hears, and the site is built as if it had never been written."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from pathlib import Path

from macros.problems import Problem

LOCAL = "local"
# What an edition has of its own, below local/: files by their names, folders by what is read there.
FILES = ("tailoring.yml", "checklists.yml", "firms.yml")
BY_LANGUAGE = ("strings", "translations", "asked")  # <language>.yml
WHOLE = ("docs", "assets", "templates", "releases")
# Where a file belongs, by the end of its name.
HOMES = {".yml": BY_LANGUAGE, ".yaml": BY_LANGUAGE, ".md": ("docs",), ".html": ("templates",),
         ".docx": ("templates",), ".json": ("releases",)}  # fmt: skip
SETTINGS = "mkdocs.local.yml"
ASIDE = (".orig", ".bak", ".rej", "~")  # what editors and merges leave
NEAR = 0.75  # how alike a page's name is to one of ours that was meant


def lost(root: Path, tailoring: str, data: str) -> list[Problem]:
    """A fault where an edition has lost the file of what it wishes: built without it, all that it
    hides would be shown again. `data` is a guide's own data, which needs no such file."""
    if any((root / name).exists() for name in (tailoring, data)):
        return []
    if not (root / SETTINGS).exists():
        return []
    message = f"is not there, and {SETTINGS} is: nothing that the edition hides or changes is known"
    hint = (
        "take it back, as with git checkout -- local; or write a new one: python3 scripts/dev.py "
        "init; or delete mkdocs.local.yml as well, if this is to be the guide itself"
    )
    return [Problem(tailoring, 0, 0, message, hint)]


def told(root: Path, languages: Collection[str], pages: Collection[str]) -> Iterator[Problem]:
    """A warning for each file that nothing reads. `languages` are those that somebody writes the
    guide in, `pages` the paths of ours below docs/."""
    folder = root / LOCAL
    for file in sorted(folder.rglob("*")):
        place = file.relative_to(folder)
        hidden = any(part.startswith(".") for part in place.parts)
        if file.is_dir() or hidden or file.name.endswith(ASIDE) or file.stem.upper() == "README":
            continue
        if hint := _unread(place, languages, pages):
            yield Problem(f"{LOCAL}/{place.as_posix()}", 0, 0, *hint, level="warning")


def _unread(
    place: Path, languages: Collection[str], pages: Collection[str]
) -> tuple[str, str] | None:
    """What is wrong with a name, and its cure; None where the file is read."""
    first, name = place.parts[0], place.as_posix()
    if first == "docs":
        return _page(place.relative_to("docs").as_posix(), pages)
    if first in WHOLE or name in FILES:
        return None
    if first in BY_LANGUAGE and len(place.parts) == 2:
        if place.suffix == ".yml" and place.stem in languages:
            return None
        known = [f"{first}/{one}.yml" for one in sorted(languages)]
        same = [one for one in known if Path(one).stem == place.stem]
        return "nothing reads it", _meant(name, same or known)
    rest = "/".join(place.parts[1:]) or name  # in a folder of another name, or in none
    folders = HOMES.get(place.suffix, ("assets",))
    known = [*FILES, *(f"{one}/{rest}" for one in folders)]
    return "nothing reads it", _meant(name, known)


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


def _meant(name: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(name, list(known), 1, 0.5)
    if close:
        return f"did you mean {LOCAL}/{close[0]}?"
    return f"see «Tilpass veilederen» for what lies in {LOCAL}/"
