"""`translations/<language>.yml`: what stands in it, each text with its place, and what is wrong
with its shape.

    items:
      avtal-exit:
        requirement: {text: The supplier shall …, of: 0123456789ab}

`of` is the hash of what was translated; `draft` names the program that wrote a text which nobody
has read yet. A text that is still to be written may stand empty.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from macros.problems import Problem, near, quoted
from macros.source import Tree
from macros.translation.texts import KINDS, Key

HASH = re.compile(r"[0-9a-f]{12}")
FIELDS = ("text", "of", "draft")
WRITES = "python3 scripts/dev.py translate and the language writes"


@dataclass(frozen=True)
class Written:
    """A translation as it stands, with its place and that of its key and of its thing's id."""

    text: str
    of: str
    draft: str
    at: Tree
    line: int
    column: int


@dataclass(frozen=True)
class Translations:
    """What a language's files hold. `trees` are they, the one that comes first is asked first;
    `warnings` are told, and stop nothing."""

    language: str
    texts: Mapping[Key, Written] = field(default_factory=dict)
    trees: tuple[Tree, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def over(self, other: Translations) -> Translations:
        """These, and what another file has besides."""
        trees = (*self.trees, *other.trees)
        return Translations(self.language, {**other.texts, **self.texts}, trees)

    def following(self, gone: Mapping[str, str], sources: Collection[Key]) -> Translations:
        """The same, with what names a retired id under the id that took over, as an edition's
        wishes follow; what stands there already is left."""
        texts = dict(self.texts)
        for key in self.texts:
            kind, name, path = key
            new = (kind, gone.get(name, ""), path)
            if key not in sources and new in sources and new not in texts:
                texts[new] = texts.pop(key)
        return Translations(self.language, texts, self.trees)


def parsed(tree: Tree, language: str) -> tuple[Translations, list[Problem]]:
    """What a file holds, and every fault in its shape."""
    found: list[Problem] = []
    made = dict(_kinds(tree, found))
    return Translations(language, made, (tree,)), found


def _kinds(tree: Tree, found: list[Problem]) -> Iterator[tuple[Key, Written]]:
    if not isinstance(tree.value, dict):
        message = "must hold keys such as items:"
        found.append(
            Problem(tree.file, tree.line, tree.column, message, f"known: {', '.join(KINDS)}")
        )
        return
    for kind, line, column in tree.keys:
        part = tree.value[kind]
        if kind.startswith("$"):
            continue
        if kind not in KINDS:
            message = f"unknown field {quoted(kind)}"
            found.append(Problem(tree.file, line, column, message, near(kind, KINDS)))
        elif not isinstance(part.value, dict):
            message = f"{kind} must hold ids, and below each its texts"
            found.append(Problem(tree.file, line, column, message, "id: {text: {text: …, of: …}}"))
        else:
            yield from _things(kind, part, found)


def _things(kind: str, part: Tree, found: list[Problem]) -> Iterator[tuple[Key, Written]]:
    for name, line, column in part.keys:
        thing = part.value[name]
        if not isinstance(thing.value, dict):
            message = "must hold its texts by their fields"
            found.append(Problem(part.file, line, column, message, "text: {text: …, of: …}", name))
            continue
        for path, at, indent in thing.keys:
            written = _written(name, path, thing.value[path], at, indent, found)
            if written is not None:
                yield (kind, name, path), written


def _written(
    name: str, path: str, entry: Tree, line: int, column: int, found: list[Problem]
) -> Written | None:
    def fault(at: tuple[int, int], message: str, hint: str) -> None:
        found.append(Problem(entry.file, *at, f"{path}: {message}", hint, name))

    if not isinstance(entry.value, dict):
        hint = f"write {path}: {{text: …, of: the hash}}"
        fault((line, column), "must hold text: and of:", hint)
        return None
    values: dict[str, str] = {}
    for key, at, indent in entry.keys:
        value = entry.value[key].value
        if key not in FIELDS:
            fault((at, indent), f"unknown field {quoted(key)}", near(key, FIELDS))
        elif not isinstance(value, str):
            fault((at, indent), f"{key} must be one text", f"write {key}: …")
        else:
            values[key] = value.strip()
    for key in ("text", "of"):
        if key not in entry.value:
            hint = f"{WRITES} what is missing"
            fault((line, column), f"{key} is missing", hint)
    if "of" in values and not HASH.fullmatch(values["of"]):
        at_hash = entry.value["of"]
        hint = f"the first 12 hex digits of its source's hash: {WRITES} it"
        where = (at_hash.line, at_hash.column)
        fault(where, f"of: {quoted(values['of'])} is no hash", hint)
        return None
    text = entry.value.get("text", entry)
    if not {"text", "of"} <= values.keys():
        return None
    return Written(values["text"], values["of"], values.get("draft", ""), text, line, column)
