"""What people type who look for a thing: a file a language, by id, put into the tree of the guide.

`asked/nb.yml` holds `lists`, `items` and `terms` (id to phrases) and `synonyms` (groups of words
that mean much the same). Each phrase keeps its place in that file, so that what is wrong with it is
told there by the same checks as everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from macros.problems import Problem, near, quoted
from macros.source import Tree

FOLDER = "asked"
SCHEMA = f"{FOLDER}/asked.schema.json"
SYNONYMS = "synonyms"
# Who reads a guide in the one types words of the other too.
NEAR: Mapping[str, tuple[str, ...]] = {"nb": ("nn",), "nn": ("nb",)}
# Each kind in the file, with where such things stand in the guide's tree.
KINDS: Mapping[str, str] = {"lists": "checklists", "items": "checklists", "terms": "terms"}
Phrases = dict[str, tuple[Tree, int, int]]  # id to its phrases, and the place of the key


@dataclass(frozen=True)
class Asked:
    """A file of phrases, by kind and id; `synonyms` as the file has them."""

    file: str
    kinds: Mapping[str, Phrases]
    synonyms: tuple[Tree, ...]


def parsed(tree: Tree) -> tuple[Asked, list[Problem]]:
    """What a file of phrases holds, and every fault in its shape."""
    found: list[Problem] = []

    def fault(at: tuple[int, int], message: str, hint: str, item: str = "") -> None:
        found.append(Problem(tree.file, *at, message, hint, item))

    known = (*KINDS, SYNONYMS)
    kinds: dict[str, Phrases] = {kind: {} for kind in KINDS}
    synonyms: tuple[Tree, ...] = ()
    if not isinstance(tree.value, dict):
        fault((tree.line, tree.column), "must hold keys such as items:", f"known: {known}")
        return Asked(tree.file, kinds, ()), found
    for key, line, column in tree.keys:
        part = tree.value[key]
        if key not in known:
            fault((line, column), f"unknown field {quoted(key)}", near(key, known))
        elif key == SYNONYMS:
            synonyms = part.value if isinstance(part.value, tuple) else ()
            if not synonyms:
                fault((part.line, part.column), "synonyms must be a list of lists", "- [a, b]")
        elif not isinstance(part.value, dict):
            fault((part.line, part.column), f"{key} must hold ids and phrases", "id: [a, b]")
        else:
            kinds[key] = {k: (part.value[k], n, c) for k, n, c in part.keys}
    found += _twice(tree.file, kinds, synonyms)
    return Asked(tree.file, kinds, synonyms), found


def _twice(file: str, kinds: Mapping[str, Phrases], synonyms: Iterable[Tree]) -> Iterator[Problem]:
    """Phrases that stand twice for one thing, words twice in a group, groups twice."""
    groups = [*((n, p) for kind in kinds.values() for n, (p, _, _) in kind.items())]
    groups += [("", group) for group in synonyms]
    seen: dict[frozenset[str], Tree] = {}
    for name, group in groups:
        words = group.value if isinstance(group.value, tuple) else ()
        said: dict[str, Tree] = {}
        for word in words:
            text = str(word.value).strip().lower()
            if text in said:
                message = f"{quoted(word.value)} stands twice, first on line {said[text].line}"
                yield Problem(file, word.line, word.column, message, "delete one", name)
            said.setdefault(text, word)
        if not name and (first := seen.setdefault(frozenset(said), group)) is not group:
            message = f"the same words are a group on line {first.line} too"
            yield Problem(file, group.line, group.column, message, "delete one of them")


def grafted(
    tree: Tree, asked: Asked, hidden: frozenset[str] | None = None
) -> tuple[Tree, list[Problem]]:
    """The guide's tree with the phrases in it, behind those that stand there already, and every
    fault: an id that is not there, or is of another kind.

    `hidden` is what an edition of its own leaves out, None for the guide's own file. An edition's
    phrases for what is hidden wait, and those for what upstream has retired follow its successor:
    a merge must not stop a build.
    """
    if not isinstance(tree.value, dict):
        return tree, []
    ids = _ids(tree)
    gone = {_text(one, "id"): _text(one, "replaced_by") for one in _parts(tree, "retired")}
    known: dict[str, Phrases] = {kind: {} for kind in KINDS}
    found = []
    for kind, phrases in asked.kinds.items():
        for name, at in phrases.items():
            target = name
            while hidden is not None and target in gone and target not in ids[kind]:
                target = gone[target]
            if target in ids[kind]:
                known[kind][target] = at
            elif hidden is None or not (name in gone or name in hidden):
                found.append(_stranger(asked.file, kind, name, at, ids, gone))
    value = dict(tree.value)
    for key in dict.fromkeys(KINDS.values()):
        part = value.get(key)
        if part is not None and isinstance(part.value, tuple):
            top = known["lists" if key == "checklists" else key]
            things = (_with(thing, top, known["items"]) for thing in part.value)
            value[key] = replace(part, value=tuple(things))
    keys = tree.keys
    if asked.synonyms:
        first = asked.synonyms[0]
        before = value.get(SYNONYMS, replace(first, value=()))
        value[SYNONYMS] = replace(before, value=(*before.value, *asked.synonyms))
        if SYNONYMS not in tree.value:
            keys = (*keys, (SYNONYMS, first.line, first.column))
    return replace(tree, value=value, keys=keys), found


def _ids(tree: Tree) -> dict[str, dict[str, None]]:
    """Kind to the ids of that kind in the guide, in order; headings are no items."""
    made: dict[str, dict[str, None]] = {kind: {} for kind in KINDS}
    for checklist in _parts(tree, "checklists"):
        made["lists"][_text(checklist, "id")] = None
        for entry in _parts(checklist, "items"):
            for item in _parts(entry, "items") or [entry]:
                made["items"][_text(item, "id")] = None
    for term in _parts(tree, "terms"):
        made["terms"][_text(term, "id")] = None
    return made


def _parts(tree: Tree, key: str) -> tuple[Tree, ...]:
    part = tree.child(key)
    return part.value if part is not None and isinstance(part.value, tuple) else ()


def _text(tree: Tree, key: str) -> str:
    part = tree.child(key)
    return part.value if part is not None and isinstance(part.value, str) else ""


def _stranger(
    file: str,
    kind: str,
    name: str,
    at: tuple[Tree, int, int],
    ids: Mapping[str, Mapping[str, None]],
    gone: Mapping[str, str],
) -> Problem:
    other = next((k for k in KINDS if name in ids[k]), "")
    hint = f"write it under {other}:" if other else near(name, [n for n in ids[kind] if n])
    if name in gone:
        hint = f"it is retired: write {gone[name]}" if gone[name] else "delete it"
    message = f"no {kind.removesuffix('s')} {quoted(name)}"
    return Problem(file, at[1], at[2], message, hint, name)


def _with(thing: Tree, top: Phrases, inner: Phrases) -> Tree:
    """A list, an item, a heading or a term with its phrases, and what it holds with theirs."""
    if not isinstance(thing.value, dict):
        return thing
    part = thing.value.get("items")
    if part is not None and isinstance(part.value, tuple):
        entries = tuple(_with(entry, inner, inner) for entry in part.value)
        thing = replace(thing, value={**thing.value, "items": replace(part, value=entries)})
    found = top.get(_text(thing, "id"))
    if found is None:
        return thing
    phrases, line, column = found
    before: Any = thing.value.get("asked")
    if before is not None and isinstance(before.value, tuple) and isinstance(phrases.value, tuple):
        there = {str(one.value) for one in before.value}
        new = (one for one in phrases.value if str(one.value) not in there)
        phrases = replace(phrases, value=(*before.value, *new))
        return replace(thing, value={**thing.value, "asked": phrases})
    value = {**thing.value, "asked": phrases}
    return replace(thing, value=value, keys=(*thing.keys, ("asked", line, column)))


def schema() -> dict[str, Any]:
    """JSON Schema of a file of phrases, for editors."""
    words = {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string"}}
    by_id = {"type": "object", "additionalProperties": words}
    groups = {"type": "array", "items": {**words, "minItems": 2}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "additionalProperties": False,
        "properties": {**dict.fromkeys(KINDS, by_id), SYNONYMS: groups},
    }


def elsewhere(tree: Tree, belongs: str) -> Iterator[Problem]:
    """A warning for each `asked` and `synonyms` that still stands in another file: they are read,
    and belong in `belongs` now."""
    hint = f"move it to {belongs}"
    if isinstance(tree.value, dict):
        for key, line, column in tree.keys:
            if key in ("asked", SYNONYMS) and tree.value[key].value:
                message = f"{key}: has a file of its own now"
                name = _text(tree, "id")
                yield Problem(tree.file, line, column, message, hint, name, "warning")
        yield from (p for child in tree.value.values() for p in elsewhere(child, belongs))
    elif isinstance(tree.value, tuple):
        yield from (p for child in tree.value for p in elsewhere(child, belongs))
