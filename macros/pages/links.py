"""Links between pages that lead nowhere, found before anything is built: the engine tells of them
without a line, and when the old site is gone."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from macros.problems import Problem, line_and_column, near, quoted

# What is shown as it stands, and is no link: fences, code within a line, comments.
ASIDE = re.compile(
    r"^(?P<fence>[ \t]*(?P<mark>`{3,}|~{3,}))[^\n]*\n.*?^[ \t]*(?P=mark)[^\n]*$"
    r"|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)|<!--.*?-->",
    re.M | re.S,
)
PAGE = r"(?P<page>[^\s()<>#?:]+\.md)(?=[#?)\s>]|$)"
LINK = re.compile(
    rf"\]\(\s*<?{PAGE}|^[ ]{{0,3}}\[[^\]\n]+\]:\s*<?{PAGE.replace('page', 'noted')}", re.M
)


def dead(name: str, place: str, source: str, pages: Collection[str]) -> Iterator[Problem]:
    """The links of one page that lead to no other. `name` is how messages call it, `place` where it
    stands below the pages' folder, `pages` every page there is, without ending."""
    if ".md" not in source:
        return
    text = ASIDE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source)
    for found in LINK.finditer(text):
        group = "page" if found["page"] else "noted"
        to = unquote(found[group])
        target = posixpath.normpath(posixpath.join(posixpath.dirname(place), to)).lstrip("/")
        if target.removesuffix(".md") in pages:
            continue
        at = found.start(group)
        meant = _meant(place, target, pages)
        yield Problem(name, *line_and_column(text, at), f"no page {quoted(to)}", meant)


def _meant(place: str, target: str, pages: Collection[str]) -> str:
    """The page that was meant, as it is written from where the link stands."""
    hint = near(target.removesuffix(".md"), pages)
    meant = re.match(r"did you mean (.*)\?$", hint)
    if not meant:
        return "write the way to a page from this one, or take the link out"
    way = posixpath.relpath(f"{meant[1]}.md", posixpath.dirname(place) or ".")
    return f"did you mean {way}?"
