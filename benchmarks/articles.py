"""The articles of a built site, and where those of two sites differ: what is said and how it is
marked up, not how it is spaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path

from macros.text.article import written

SKIP = re.compile(r'<a id="?__skip"?[^>]*>\s*</a>')  # where Zensical's skip link leads


class _Events(HTMLParser):
    """Tags with sorted attributes, and words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = sorted((k, " ".join((v or "").split())) for k, v in attrs)
        given = [(k, "/" if v == "/." else v) for k, v in given]  # one address, written two ways
        self.found.append(f"<{tag} {given}>")

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.found += data.split()


def articles(site: Path) -> dict[str, list[str]]:
    """Page to the tags and words of its article, of every page that has one."""
    made = {}
    for file in sorted(site.rglob("*.html")):
        if found := written(file.read_text(encoding="utf-8")):
            reader = _Events()
            reader.feed(SKIP.sub("", found))
            made[file.relative_to(site).as_posix()] = reader.found
    return made


def differences(ours: Path, theirs: Path) -> Iterator[tuple[str, str]]:
    """(page, the first difference) of every article that is not the same in both sites. Raises
    ValueError when there is none to compare."""
    one, two = articles(ours), articles(theirs)
    if not one:
        raise ValueError(f"{ours} has no articles")
    for name in sorted({*one, *two}):
        if name not in one or name not in two:
            yield name, f"is not in {(theirs if name in one else ours).name}"
        elif one[name] != two[name]:
            yield name, _first(one[name], two[name])


def _first(one: list[str], two: list[str]) -> str:
    """Three tags or words of each, from where they part."""
    at = next(n for n, (a, b) in enumerate(zip_longest(one, two)) if a != b)
    return " – ".join(" ".join(events[at : at + 3]) or "nothing" for events in (one, two))
