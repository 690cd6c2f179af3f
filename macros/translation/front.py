"""What settings and menus say, which is in no data file: the site's name, the menu's headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from macros.source import Tree
from macros.translation.texts import Front

SETTINGS = {"name": "site_name", "description": "site_description", "copyright": "copyright"}
MENU = ".nav.yml"
WORDS = re.compile(r"^([ ]*- )([^\s\"'#:][^:#\n]*?)(:(?: .*)?)$", re.M)
NO_HEADINGS = ("glob",)


def front(settings: Iterable[Tree], menus: Iterable[str], known: Iterable[str] = ()) -> Front:
    """Texts by id and field: of the first settings that have one, and every heading of the menus
    that is not `known` from elsewhere."""
    made: dict[tuple[str, str], str] = {}
    for tree in settings:
        for name, key in SETTINGS.items():
            found = tree.child(key)
            if found is not None and isinstance(found.value, str) and found.value.strip():
                made.setdefault(("site", name), found.value.strip())
    for heading in (h for menu in menus for h in headings(menu)):
        if heading not in known:
            made[("menu", slug(heading))] = heading
    return made


def headings(menu: str) -> Iterator[str]:
    """The headings of a menu's file, in order."""
    yield from (found[2] for found in WORDS.finditer(menu) if found[2] not in NO_HEADINGS)


def with_headings(menu: str, words: Mapping[str, str]) -> str:
    """A menu's file with its headings in other words; those that have none stay."""

    def other(found: re.Match[str]) -> str:
        word = words.get(found[2])
        quoted = '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"' if word else found[2]
        return f"{found[1]}{quoted}{found[3]}"

    return WORDS.sub(other, menu)


def slug(heading: str) -> str:
    """A heading's name in a translation file: lower-case ASCII words with hyphens."""
    said = heading.lower().replace("ø", "o").replace("æ", "ae").replace("å", "aa")
    plain = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
