"""Scripts that stand in a page itself: the theme's few and one of ours are known, any other stops a
build.

`theme_scripts.txt` holds them, one a line, with `{base}` for the way to the site's root; a test
holds it to the theme that is locked. A script that nobody has vouched for is never let through by
the policy, however it came into a page.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import rjsmin

from macros.problems import Problem, quoted

KNOWN = Path(__file__).parent / "theme_scripts.txt"
MARKS = Path(__file__).parent / "page" / "marks.js"  # the only one of ours
SUCCESSOR = Path(__file__).parent / "successor_scripts.txt"  # those that Zensical has instead
BASE = r"(?:\.|\.\.(?:/\.\.)*|/(?:[\w.~%-]+/)*)"
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script", re.DOTALL | re.IGNORECASE)
SOURCE, DATA = re.compile(r"\bsrc\s*=", re.I), re.compile(r"\btype=\"application/(?:ld\+)?json\"")
# What may be a handler; only then is a page read as HTML. One for each way of writing its first two
# letters: a pattern that begins with letters as they stand is found four times as soon.
SUSPECTS = tuple(
    re.compile(rf"{on}(?<=[\s/\"']{on})[a-zA-Z]+\s*=") for on in ("on", "ON", "On", "oN")
)
# What may be an attribute's value. It is looked at and not passed over: a lone quote in a sentence
# («data = "») hides nothing that follows.
WRITTEN = r"""=\s*(?=("[^"]*"|'[^']*'|[^\s>"']+))"""
VALUE = re.compile(WRITTEN)  # only when one would run is a page searched for addresses
ADDRESS = re.compile(rf"\b(?:href|src|action|formaction|data)\s*{WRITTEN}", re.IGNORECASE)
RUNS = re.compile(r"(?:javascript|vbscript|data:text/html)", re.IGNORECASE)


def scripts(page: str) -> Iterator[str]:
    """Every script that stands in a page itself and would run."""
    for attributes, text in SCRIPT.findall(page):
        if not SOURCE.search(attributes) and not DATA.search(attributes):
            yield text


@cache
def _known() -> re.Pattern[str]:
    lines = [
        line
        for file in (KNOWN, SUCCESSOR)
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    lines.append(marks())
    made = (re.escape(line).replace(re.escape("{base}"), BASE) for line in lines if line)
    return re.compile("|".join(f"(?:{one})" for one in made) or "(?!)")


@cache
def marks() -> str:
    """Our own script for the head of every page, as it stands there (main.html)."""
    made: str = rjsmin.jsmin(MARKS.read_text(encoding="utf-8"))
    return made


def digest(script: str) -> str:
    """A script as the policy names it: `sha256-…`."""
    made = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(made).decode('ascii')}"


def allowed(script: str, own: Collection[str]) -> bool:
    """True for the theme's scripts and those whose digest an edition has put into its settings."""
    return bool(_known().fullmatch(script)) or digest(script) in own


def faults(pages: Iterable[tuple[str, str]], own: Collection[str]) -> Iterator[Problem]:
    """Every script and handler in the pages (name, HTML) that nobody has vouched for."""
    told: set[str] = set()
    for name, page in pages:
        for script in scripts(page):
            if not allowed(script, own) and script not in told:
                told.add(script)
                hint = (
                    "put it into a file of its own, or, when you know where it comes from, add "
                    f'extra: checklists: scripts: ["{digest(script)}"]'
                )
                yield Problem(name, 0, 0, f"holds a script: {quoted(script.strip())}", hint)
        yield from _addresses(name, page, told)
        if any(suspect.search(page) for suspect in SUSPECTS):
            yield from _handlers(name, page)


def _addresses(name: str, page: str, told: set[str]) -> Iterator[Problem]:
    """Addresses that run something when they are followed, however they are spelt."""
    if not any(RUNS.match(_followed(v)) for v in set(VALUE.findall(page)) if ":" in v or "&" in v):
        return
    for written in dict.fromkeys(ADDRESS.findall(page)):
        address = _followed(written)
        if RUNS.match(address) and address not in told:
            told.add(address)
            hint = "link to a page, a file, https:// or mailto:"
            yield Problem(name, 0, 0, f"holds an address that runs: {quoted(address)}", hint)


def _followed(written: str) -> str:
    """An address as a browser reads it."""
    return re.sub(r"[\x00-\x20]", "", html.unescape(written.strip("\"'")))


class _Handlers(HTMLParser):
    """Attributes that would run something: onclick and its like."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name.startswith("on"):
                line, column = self.getpos()
                self.found.append((line, column + 1, f"{name}={value}"))


def _handlers(name: str, page: str) -> Iterator[Problem]:
    reader = _Handlers()
    reader.feed(page)
    reader.close()
    for line, column, found in reader.found:
        hint = "delete it: nothing written into a page may run"
        yield Problem(name, line, column, f"holds a handler: {quoted(found)}", hint)
