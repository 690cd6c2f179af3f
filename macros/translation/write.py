"""A translation file with what is missing or stale written into it, its source beside as a comment.

What stands there stays as it is, letter by letter: lines are only added.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from macros.problems import Problem
from macros.source import Tree
from macros.translation.read import Translations
from macros.translation.states import Standing, standings
from macros.translation.texts import KINDS, Key, Text, Texts

WIDTH = 100
STALE = "changed since it was translated; it says now"


def lacking(translations: Translations, sources: Texts, tree: Tree | None) -> list[Text]:
    """The texts that the file which `tree` is of has nothing for, in their order: what is stale in
    another file, which an edition leaves alone, is missing in its own."""
    return [
        one.text
        for one in standings(translations, sources)
        if one.text and (not one.written or (one.state == "stale" and not _is_in(one, tree)))
    ]


def _is_in(one: Standing, tree: Tree | None) -> bool:
    return tree is not None and one.written is not None and one.written.at.file == tree.file


def written(
    file: str, tree: Tree | None, translations: Translations, sources: Texts,
    drafts: Mapping[Key, str], tool: str = "",
) -> tuple[str, list[Problem]]:  # fmt: skip
    """The file's new text. `tree` is what `file` holds, None for none; `drafts` are texts that the
    program `tool` suggests."""
    lines = file.splitlines()
    adding: dict[int, list[tuple[int, list[str]]]] = {}  # below how many lines, how deep, what
    found: list[Problem] = []
    for one in standings(translations, sources):
        if one.state == "stale" and one.text and one.written and _is_in(one, tree):
            said = _comment(one.text.source, one.written.column - 1)
            indent = " " * (one.written.column - 1)
            head = f"{indent}# {STALE} (of: {one.text.of}):"
            if head not in lines:
                adding.setdefault(one.written.line - 1, []).append((0, [head, *said]))
    texts = lacking(translations, sources, tree)
    missing = sorted(texts, key=lambda text: KINDS.index(text.key[0]))
    entries = [(text, drafts.get(text.key, "")) for text in missing]
    for at, depth, more in _places(tree, lines, entries, tool, found):
        adding.setdefault(at, []).append((depth, more))
    made: list[str] = []
    for number, line in enumerate([*lines, ""]):
        # What belongs to the thing just above comes before the next thing.
        for _, more in sorted(adding.get(number, []), key=lambda one: -one[0]):
            made += more
        made.append(line)
    return "\n".join(made).rstrip("\n") + "\n", found


def _places(
    tree: Tree | None, lines: list[str], entries: list[tuple[Text, str]], tool: str,
    found: list[Problem],
) -> Iterator[tuple[int, int, list[str]]]:  # fmt: skip
    """Where each new text goes, and how deep that is: below its thing's others, else below its
    kind's, else at the end."""
    ends = _ends(tree, lines)
    told: set[tuple[str, ...]] = set()
    for text, draft in entries:
        kind, name, path = text.key
        steps = next(found for found in ((kind, name), (kind,), ()) if not found or found in ends)
        depth = len(steps)
        end, indent, braces = ends.get(steps, (len(lines), 0, None))
        if braces is not None:
            message, hint = "nothing can be added in braces", "write it over several lines"
            found.append(Problem(braces.file, braces.line, braces.column, message, hint, name))
            continue
        made = []
        for level, key in list(enumerate((kind, name)))[depth:]:
            head = (kind, name)[: level + 1]
            if head not in told:
                told.add(head)
                made.append(" " * _indent(level, depth, indent) + f"{key}:")
        at = " " * _indent(2, depth, indent)
        made += _comment(text.source, len(at))
        made.append(f"{at}{path}: {{text: {_quoted(draft)}, of: {text.of}{_by(draft, tool)}}}")
        yield end, depth, made


def _indent(level: int, depth: int, indent: int) -> int:
    """Spaces before a key: as its neighbours have it, and two more for each level below."""
    return indent + 2 * (level - depth)


def _by(draft: str, tool: str) -> str:
    return f", draft: {tool}" if draft else ""


def _ends(
    tree: Tree | None, lines: list[str]
) -> dict[tuple[str, ...], tuple[int, int, Tree | None]]:
    """For the file, each kind and each thing: the line after its last, how far what it holds is
    indented, and the node itself where it stands in braces."""
    made: dict[tuple[str, ...], tuple[int, int, Tree | None]] = {}

    def walk(node: Tree, steps: tuple[str, ...], end: int) -> None:
        if not isinstance(node.value, dict) or len(steps) > 2:
            return
        indent = node.keys[0][2] - 1 if node.keys else 0
        made[steps] = (_above(lines, end), indent, node if node.flow else None)
        starts = [*(line - 1 for _, line, _ in node.keys[1:]), end]
        for (key, _, _), after in zip(node.keys, starts, strict=False):
            walk(node.value[key], (*steps, key), after)

    if tree is not None:
        walk(tree, (), len(lines))
    return made


def _above(lines: list[str], end: int) -> int:
    """Where the lines above `end` stop to be remarks on what comes next."""
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _comment(source: str, indent: int) -> list[str]:
    start = " " * indent + "# "
    paragraphs = source.splitlines() or [""]
    return [
        line
        for paragraph in paragraphs
        for line in textwrap.wrap(
            paragraph, WIDTH, initial_indent=start, subsequent_indent=start,
            break_long_words=False, break_on_hyphens=False,
        )
    ]  # fmt: skip


def _quoted(text: str) -> str:
    said = text.strip().replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{said}"'
