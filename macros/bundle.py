"""Joins the script that every page loads with what it imports: a first visit is one request.

No bundler: our own modules keep to a few forms of import and export, and what does not is told.
Modules that are imported when needed stay files of their own.
"""

from __future__ import annotations

import re
from pathlib import Path

IMPORT = re.compile(r'^import (\{[^}]*\}|\* as \w+) from "\./([\w-]+)\.js";\n', re.M)
EXPORT = re.compile(r"^export ((?:async )?function|class|const|let) (\w+)", re.M)
LEFT = re.compile(r"^(?:import|export)\b.*$", re.M)
NOTE = "// Joined at build from {names}. The sources stand beside this file.\n"


def bundle(folder: Path, entry: str) -> str:
    """The text of `entry` (a name without .js) with its imports in front, each in a scope of its
    own. Raises ValueError for an import or export in a form that is not known here."""
    made: dict[str, str] = {}
    _add(folder, entry, made, ())
    body = made.pop(entry)
    return NOTE.format(names=", ".join([*made, entry])) + "".join(made.values()) + body


def _add(folder: Path, name: str, made: dict[str, str], above: tuple[str, ...]) -> None:
    if name in above:
        raise ValueError(f"{name}.js imports itself over {' → '.join(above)}")
    if name in made:
        return
    source = (folder / f"{name}.js").read_text(encoding="utf-8")
    for _, other in IMPORT.findall(source):
        _add(folder, other, made, (*above, name))
    exported = [found[1] for found in EXPORT.findall(source)]
    body = IMPORT.sub(lambda m: _taken(m[1], m[2]), source)
    body = EXPORT.sub(r"\1 \2", body)
    if odd := LEFT.search(body):
        raise ValueError(f"{name}.js: {odd[0]!r} is a form that bundle.py does not know")
    if above:
        body = (
            f"const {_scope(name)} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"
        )
    made[name] = body


def _taken(what: str, name: str) -> str:
    if what.startswith("* as "):
        return f"const {what[5:]} = {_scope(name)};\n"
    return f"const {what.replace(' as ', ': ')} = {_scope(name)};\n"


def _scope(name: str) -> str:
    return "$" + name.replace("-", "_")
