"""The theme's script with ours at its head: what it may make a document or a script of, and what
it need not do again.

A file of its own would be one request more on a first visit, and a script in the page would be
written into each of them. The theme's file gets a name of what it holds now, since servers keep it.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import rjsmin

from macros.publish.inline import SCRIPT, allowed
from macros.publish.inline import scripts as scripts_in
from macros.publish.offline import NAME as WORKER

HERE = Path(__file__).parent / "page"
FOLDER = "assets/javascripts"
BUNDLE = re.compile(r"bundle\.[0-9a-f]{8}\.min\.js")
SOURCE = re.compile(r"\bsrc\s*=\s*\"?([^\s\">?#]+)")
EMPTY = "{name} = /** @type {{string[]}} */ ([])"
OF_TEXTS = re.compile(r"\bTEXTS\b")
# Of a page, what the theme's navigation puts in the place of the last one's, scripts and all.
CHANGING = 'data-md-component="container"'
# The theme's script begins so; it must be the first of the whole file to hold.
STRICT = '"use strict";'
# Nearly all of it is called as it starts: told so, a browser that knows the hint compiles it while
# it is fetched, and not a function at a time in the page's own thread (Chromium: a fourth of the
# longest task of a first visit). Others read a comment.
HINT = "//# allFunctionsCalledOnLoad\n"
END = "/* guarded */\n"


def guard(
    site_dir: Path, pages: Mapping[Path, str], own: Collection[str]
) -> Iterator[tuple[Path, str]]:
    """Puts the guard into the theme's script of a finished site, and gives the pages with its new
    name, one at a time. `own` are digests of scripts that an edition vouches for. A site without
    such a theme is left as it is."""
    head = _head(
        {"SCRIPTS": [*scripts(site_dir, pages), WORKER], "TEXTS": texts(pages.values(), own)}
    )
    named: dict[str, str] = {}
    for file in sorted((site_dir / FOLDER).glob("bundle.*.min.js")):
        # A build that keeps what was built meets its own.
        original = file.read_text(encoding="utf-8").rpartition(END)[2]
        text = head + original
        name = f"bundle.{hashlib.sha256(text.encode('utf-8')).hexdigest()[:8]}.min.js"
        file.unlink()
        (site_dir / FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
        named[file.name] = name
    return (
        (file, BUNDLE.sub(lambda found: named.get(found[0], found[0]), page))
        for file, page in pages.items()
    )


def scripts(site_dir: Path, pages: Mapping[Path, str]) -> list[str]:
    """Every script of this site that a page asks for, from the site's root, but the bundle, which
    runs once."""
    found = set()
    for file, page in pages.items():
        folder = file.relative_to(site_dir).parent.as_posix()
        for attributes, _ in SCRIPT.findall(page):
            source = SOURCE.search(attributes)
            if source and "//" not in source[1]:
                # The 404 page names files from the root.
                way = source[1].lstrip("/") if source[1].startswith("/") else ""
                found.add(way or posixpath.normpath(posixpath.join(folder, source[1])))
    there = {name for name in found if (site_dir / name).is_file()}
    return sorted(name for name in there if not BUNDLE.fullmatch(name.rpartition("/")[2]))


def texts(pages: Iterable[str], own: Collection[str]) -> list[str]:
    """Every script that stands in the part of a page that navigation changes, and is known."""
    found = {script for page in pages for script in scripts_in(page.partition(CHANGING)[2])}
    return sorted(script for script in found if allowed(script, own))


def _head(values: Mapping[str, list[str]]) -> str:
    text = (HERE / "guard.js").read_text(encoding="utf-8")
    if not values["TEXTS"]:  # then nobody asks for them
        text = "".join(x for x in text.splitlines(keepends=True) if not OF_TEXTS.search(x))
    for name, value in values.items():
        text = text.replace(EMPTY.format(name=name), f"{name} = {_written(value)}", 1)
    sheets = (HERE / "sheets.js").read_text(encoding="utf-8")
    return f"{HINT}{STRICT}{rjsmin.jsmin(text)}{rjsmin.jsmin(sheets)}{END}"


def _written(value: list[str]) -> str:
    """As a script has it; END stands in it nowhere."""
    return json.dumps(value).replace("/*", "/\\u002a")
