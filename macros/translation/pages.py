"""A page in other languages: `docs/<language>/<name>.md`, with the hash of what it translates.

The hash is over the page's words below its front matter. A page that only calls macros has no words
of its own, and needs no translation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from macros.problems import Problem, near, quoted
from macros.translation.read import HASH
from macros.translation.states import State
from macros.translation.texts import hashed

HEAD = re.compile(r"\A---[ \t]*\n(.*?\n|)---[ \t]*(?:\n|\Z)", re.S)
FIELD = re.compile(r"^(\w+):[ \t]*(.*)$", re.M)
CALL = re.compile(r"\{\{.*?\}\}|\{#.*?#\}|<!--.*?-->", re.S)
# What a translation says in its own words, or of itself; the rest it need not repeat.
SAID = ("title", "description", "asked", "of")
UNTRANSLATED = "untranslated"  # said of a page that stands in the guide's own language


@dataclass(frozen=True)
class Page:
    """A page's state in a language. `name` is its source's, below docs/."""

    name: str
    state: State
    of: str = ""


def head(page: str) -> dict[str, tuple[str, int]]:
    """Front matter: key to value and line; only what stands on one line."""
    found = HEAD.match(page)
    if not found:
        return {}
    made = {}
    for field in FIELD.finditer(found[1]):
        line = page.count("\n", 0, found.start(1) + field.start()) + 1
        made[field[1]] = (field[2].strip().strip("\"'"), line)
    return made


def body(page: str) -> str:
    """What stands below the front matter."""
    return HEAD.sub("", page, count=1)


def has_words(page: str) -> bool:
    """Whether it says anything itself: a page of macros alone, without a title, does not."""
    return bool(CALL.sub("", body(page)).strip()) or "title" in head(page)


def sources(pages: Mapping[str, str], languages: frozenset[str]) -> dict[str, str]:
    """The guide's own pages: those in no language's folder."""
    return {name: page for name, page in pages.items() if _language(name, languages) is None}


def of_language(pages: Mapping[str, str], language: str) -> dict[str, str]:
    """The pages of a language, by their sources' names."""
    start = f"{language}/"
    return {n.removeprefix(start): page for n, page in pages.items() if n.startswith(start)}


def _language(name: str, languages: frozenset[str]) -> str | None:
    first, _, rest = name.partition("/")
    return first if rest and first in languages else None


def in_language(
    own: Mapping[str, str], translated: Mapping[str, str], source: str
) -> dict[str, str]:
    """Every page in a language: its translation where that is fresh, with what its source's front
    matter says besides; else the source, and that it is in `source`."""
    made = {}
    for name, page in own.items():
        there = translated.get(name)
        if there is not None and head(there).get("of", ("", 0))[0] == hashed(body(page)):
            made[name] = _with_head(there, _blocks(page), without=SAID)
        elif has_words(page):
            mark = {UNTRANSLATED: f"{UNTRANSLATED}: {source}\n"}
            made[name] = _with_head(page, mark)
        else:
            made[name] = page
    return made


def _with_head(page: str, more: Mapping[str, str], without: Collection[str] = ()) -> str:
    own = _blocks(page)
    added = [text for key, text in more.items() if key not in own and key not in without]
    text = "".join([*own.values(), *added])
    return f"---\n{text}---\n{body(page)}" if text else page


def _blocks(page: str) -> dict[str, str]:
    """Front matter by its keys, each with the lines that belong to it."""
    found = HEAD.match(page)
    made: dict[str, str] = {}
    key = ""
    for line in found[1].splitlines(keepends=True) if found else ():
        start = FIELD.match(line)
        key = start[1] if start else key
        made[key] = made.get(key, "") + line
    return made


def states(pages: Mapping[str, str], language: str, languages: frozenset[str]) -> Iterator[Page]:
    """Every page with words, and how it stands; then those whose source is gone."""
    own, translated = sources(pages, languages), of_language(pages, language)
    for name, page in own.items():
        of = hashed(body(page))
        if name in translated:
            there = head(translated[name]).get("of", ("", 0))[0]
            yield Page(name, "fresh" if there == of else "stale", of)
        elif has_words(page):
            yield Page(name, "missing", of)
    yield from (Page(name, "orphaned") for name in translated if name not in own)


def problems(
    pages: Mapping[str, str], language: str, languages: frozenset[str], folder: str
) -> Iterator[Problem]:
    """A page whose source is gone, and one that does not say what it translates."""
    own = sources(pages, languages)
    for name, page in of_language(pages, language).items():
        file = f"{folder}/{language}/{name}"
        if name not in own:
            message = f"there is no page {quoted(name)} that it translates"
            yield Problem(file, 1, 1, message, f"delete it, or {near(name, own)}", name)
            continue
        of = hashed(body(own[name]))
        there, line = head(page).get("of", ("", 1))
        if not there:
            hint = f"write of: {of} in its front matter when it says what its source says"
            yield Problem(file, line, 1, "of: is missing", hint, name)
        elif not HASH.fullmatch(there):
            yield Problem(file, line, 5, f"of: {quoted(there)} is no hash", f"write {of}", name)
