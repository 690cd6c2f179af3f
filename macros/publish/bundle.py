"""Joins each script that a page asks for with what it imports: one request for each.

No bundler: our own modules keep to a few forms of import and export, and what does not is told;
so is `export let`, which an importer would see the first value of for ever.
A module that several ask for stands in one file only, so that a page never has two stores of
answers.

Native modules with `modulepreload` were tried in 2026-11, their comments taken out as here: with
Lighthouse a list's first visit came to 114 kB in 46 requests, beside 101 kB in 10, and the page
where a document is made to 124 kB in 59, beside 108 kB in 10. A file each packs worse.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

import rjsmin

# Each script that is asked for, with those that lend it what they hold.
ENTRIES: Mapping[str, tuple[str, ...]] = {
    "main": (),
    "lists": ("main",),
    "panel": ("main", "lists"),
    "ask": ("main", "lists"),
    "renumber": ("main", "lists"),
    "downtime": ("main", "lists"),
    "check-filter": ("main", "lists"),
    "check-lead": ("main",),
    "language": ("main",),
    "colours": ("main",),
    "typing": ("main",),
    "check-print": ("main",),
    "terms": ("main",),
    "check-next": ("main",),
    "search": ("main",),
    "check-numbers": ("main",),
    "check-document": ("main",),
    "document-files": ("main", "check-document"),
    "check-reply": ("main",),
    "reply-files": ("main", "check-reply"),
    "check-compare": ("main",),
    "compare-files": ("main", "check-compare"),
    "opened-example": ("main",),
    "stages": ("main", "check-next"),
    "check-plan": ("main", "check-next"),
    "check-folder": ("main",),
    "copy-page": ("main",),
    "check-files": ("main",),
    "check-framework": ("main",),
    "list-files": ("main", "check-files"),
    "pdf-files": ("main", "check-files", "list-files"),
    "status-files": ("main", "check-next", "check-plan"),
}
# Rooms by a letter where their modules are joined: 30 to 50 bytes of a script, packed.
ROOMS = {
    "answers": "a", "documents": "d", "elements": "e", "files": "i", "folder": "o",
    "formats": "f", "lists": "l", "page": "g", "plan": "p", "search": "s",
}  # fmt: skip
IMPORT = re.compile(r'^import (\{[^}]*\}|\* as \w+) from "(\.\.?/[\w./-]+)\.js";\n', re.M)
EXPORT = re.compile(r"^export ((?:async )?function|class|const) (\w+)", re.M)
# Alone on its lines; a fifth of a file, and types are told in comments.
COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n", re.M)
TYPE = re.compile(r"/\*\* @(?:[^*]|\*(?!/))*\*/ ?")  # of a value, within a line
INDENT = re.compile(r"^[ \t]+|^\n", re.M)  # one byte of thirty, packed
LEFT = re.compile(r"^(?:import|export)\b.*$", re.M)
# What means another thing in the file that a module is joined into.
# (Begins with letters and looks back: fifteen times as soon as when it begins with \b.)
PLACE = re.compile(r"import(?<=\bimport)(?:\(|\.meta\b)")
# Which sources: each module is named in the file, and 700 letters of names weighed 150 bytes.
NOTE = "// Joined at build.\n"
# Scripts that are kept packed within a process: each language's build, and each while somebody
# writes, has the same but for what was changed.
MOST_KEPT = 100


def bundle(
    folder: Path, entries: Mapping[str, tuple[str, ...]] = ENTRIES
) -> tuple[dict[str, str], frozenset[str]]:
    """The text of each entry that `folder` has, its imports in front, each in a scope of its own;
    and the modules that nobody asks for any more. Names are paths in `folder` without .js.

    Raises ValueError for modules that import each other in a circle, and for an import or export
    in a form that is not known here."""
    joined: dict[str, _Joined] = {}
    for entry, lenders in entries.items():
        if (folder / f"{entry}.js").exists():
            lent = {name: file for file in lenders if file in joined for name in joined[file].parts}
            joined[entry] = _Joined(folder, entry, lent)
    inner = frozenset(name for one in joined.values() for name in one.parts)
    return {entry: one.text for entry, one in joined.items()}, inner


@dataclass
class _Joined:
    """One file: `parts` are the modules in it, in the order in which they are needed."""

    folder: Path
    entry: str
    lent: Mapping[str, str]  # module to the file that holds it
    parts: dict[str, str] = field(default_factory=dict)
    text: str = ""

    def __post_init__(self) -> None:
        self._used: set[str] = set()
        body = self._read(self.entry, ()).body
        taken = "".join(
            f'import {{ {scope(name)} }} from "./{self.lent[name]}.js";\n'
            for name in sorted(self._used)
        )
        lends = f"export {{ {', '.join(map(scope, self.parts))} }};\n" if self.parts else ""
        self.text = NOTE + taken + "".join(self.parts.values()) + body + lends

    def _add(self, name: str, above: tuple[str, ...]) -> None:
        if name in above:
            circle = [*above[above.index(name) :], name]
            raise ValueError(f"{name}.js imports itself over {' → '.join(circle)}")
        if name in self.lent:
            self._used.add(name)
        elif name not in self.parts:
            module = self._read(name, above)
            if module.place:
                raise ValueError(f"{name}.js: {module.place!r} may stand in an entry only")
            self.parts[name] = module.scoped(name)

    def _read(self, name: str, above: tuple[str, ...]) -> _Module:
        """A module, when those that it imports have been added."""
        file = self.folder / f"{name}.js"
        module = _module(file, name, file.stat().st_mtime_ns)
        for other in module.imports:
            self._add(other, (*above, name))
        return module


@dataclass(frozen=True)
class _Module:
    """A module's text with what it imports taken from scopes; its exports as they stand. `place` is
    what may stand in an entry only."""

    imports: tuple[str, ...]
    body: str
    place: str

    def scoped(self, name: str) -> str:
        """In a scope of its own."""
        exported = ", ".join(found[1] for found in EXPORT.findall(self.body))
        body = EXPORT.sub(r"\1 \2", self.body)
        return f"const {scope(name)} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"


@cache
def _module(file: Path, name: str, written: int) -> _Module:  # noqa: ARG001  (told apart by it)
    """Read once, though it may stand in several files; again when it was `written` anew."""
    source = COMMENT.sub("", file.read_text(encoding="utf-8"))
    if any(line.count("`") % 2 for line in source.split("\n")):
        raise ValueError(f"{name}.js: a text in ` ` goes over several lines")
    source = TYPE.sub("", source)
    imports = tuple(_named(name, other) for _, other in IMPORT.findall(source))
    body = IMPORT.sub(lambda m: _taken(m[1], _named(name, m[2])), source)
    if odd := LEFT.search(EXPORT.sub("", body)):
        raise ValueError(f"{name}.js: {odd[0]!r} is a form that bundle.py does not know")
    place = PLACE.search(body)
    return _Module(imports, INDENT.sub("", body), place[0] if place else "")


@lru_cache(maxsize=MOST_KEPT)
def packed(text: str) -> str:
    """A script without what it does not need to run: an eighth of it, packed as it is sent. The
    first line, which says where it came from, stays."""
    note, _, body = text.partition("\n")
    return f"{note}\n{rjsmin.jsmin(body)}\n"


def _named(name: str, other: str) -> str:
    """The module that `name` imports as `other`: «../rom/to» from «stue/en» is «rom/to»."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), other))


def _taken(what: str, name: str) -> str:
    if what.startswith("* as "):
        return f"const {what[5:]} = {scope(name)};\n"
    return f"const {what.replace(' as ', ': ')} = {scope(name)};\n"


def scope(name: str) -> str:
    """What a module is called where it is joined: «$a_store» is «answers/store». The same in every
    version, since a browser may hold one file of the last beside one of this."""
    room, way, file = name.partition("/")
    return "$" + re.sub(r"\W", "_", ROOMS.get(room, room) + way + file)
