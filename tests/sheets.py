"""The style sheets as the tests read them: every declaration with its place, and what is wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tinycss2
from tinycss2 import color5

# Where colours and sizes are said; everywhere else they are asked for by name.
PALETTE, SCALE = "palette.css", "scale.css"
# Which of the scale's properties are for which declarations.
FAMILIES = {
    "text": r"font-size",
    "underline": r"text-underline-offset",
    "space|indent|top|print-(space|indent)": r"(margin|padding|(row-|column-)?gap|scroll-margin)",
    "rule|print-rule": r"(border(?!.*radius)|outline)",
    "radius": r"border.*radius",
    "target|choice|arrow|width": r"(min-|max-)?(block|inline)-size",
}
LENGTH = re.compile(r"(?<![\w.-])\d*\.?\d+(?:rem|px|mm|pt|em)\b")
OFTEN = 3  # a size that stands in this many blocks belongs into the scale
# A class or an element of ours, as a selector names it.
OURS = re.compile(
    r"\.((?:guide|checklist|task-list)[\w-]*)|(?<![\w.#-])((?:check|search|guide)-[a-z]+|downtime-cost)"
    r"(?=[\s,:>+~.\[)]|$)"
)


@dataclass(frozen=True)
class Declaration:
    """`place` is file:line; `value` as it is written, `note` the comment beside or over it."""

    place: str
    name: str
    value: str
    important: bool
    note: str


def declarations(file: Path) -> Iterator[Declaration]:
    """Every declaration of a sheet, in every at-rule."""
    for _, content in rules(tinycss2.parse_stylesheet(file.read_text(encoding="utf-8"))):
        nodes = tinycss2.parse_blocks_contents(content)
        for number, node in enumerate(nodes):
            if node.type != "declaration":
                continue
            near = [n for n in nodes[max(number - 2, 0) : number + 3] if n.type == "comment"]
            beside = [n for n in near if n.source_line in (node.source_line, node.source_line - 1)]
            value = tinycss2.serialize(node.value).strip()
            note = " ".join(n.value.strip() for n in beside)
            place = f"{file.name}:{node.source_line}"
            yield Declaration(place, node.name, value, node.important, note)


def selectors(file: Path) -> Iterator[str]:
    """Every selector of a sheet, as it is written."""
    for prelude, _ in rules(tinycss2.parse_stylesheet(file.read_text(encoding="utf-8"))):
        yield tinycss2.serialize(prelude).strip()


def rules(nodes: Iterable[Any]) -> Iterator[tuple[list[Any], list[Any]]]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield node.prelude, node.content
        elif node.type == "at-rule" and node.content:
            if node.lower_at_keyword in ("media", "supports"):
                yield from rules(tinycss2.parse_rule_list(node.content))
            else:
                yield [], node.content


def shouted(folder: Path) -> Iterator[str]:
    """Every `!important` that does not say why."""
    for one in _all(folder):
        if one.important and not one.note:
            yield f"{one.place}: {one.name} is !important without a reason"


def raw_colours(folder: Path) -> Iterator[str]:
    """Every colour that is written out where the palette should be asked."""
    for one in _all(folder):
        if one.place.startswith(PALETTE):
            continue
        for token in _tokens(tinycss2.parse_component_value_list(one.value)):
            colour = color5.parse_color(token)
            word = tinycss2.serialize([token])
            # These two are no colours of anybody's.
            if colour is not None and word not in ("currentcolor", "transparent"):
                yield f"{one.place}: {one.name} has the colour {word}"


def _tokens(nodes: Iterable[Any]) -> Iterator[Any]:
    for node in nodes:
        if node.type == "function" and color5.parse_color(node) is None:
            yield from _tokens(node.arguments)
        elif node.type in ("function", "hash", "ident"):
            yield node


def raw_sizes(folder: Path) -> Iterator[str]:
    """Every size that is written out though the scale has it, or though it stands in many
    blocks."""
    scale = {d.name: d.value for d in declarations(folder / SCALE)}
    for names, properties in FAMILIES.items():
        known = {v for name, v in scale.items() if re.match(rf"--guide-({names})", name)}
        found = [
            (one.place, size)
            for one in _all(folder)
            if not one.place.startswith((SCALE, PALETTE)) and re.match(properties, one.name)
            for size in LENGTH.findall(one.value)
        ]
        blocks = Counter(s for _, s in {(place.split(":")[0], size) for place, size in found})
        for place, size in found:
            if size in known:
                yield f"{place}: {size} stands in the scale"
            elif blocks[size] >= OFTEN:
                yield f"{place}: {size} stands in {blocks[size]} blocks and not in the scale"


def unknown_and_unused(folder: Path, elsewhere: Iterable[str]) -> Iterator[str]:
    """Every property of ours that is asked for and nowhere said, or said and nowhere asked for, by
    blocks and by the sheets of single pages beside their folder; `elsewhere` are names that
    something else than a sheet asks for."""
    said = {d.name: d.place for d in _all(folder) if d.name.startswith("--guide-")}
    every = [*_all(folder), *_all(folder.parent)]
    own = {d.name for d in _all(folder.parent)}
    asked = {name for d in every for name in re.findall(r"var\((--[\w-]+)", d.value)} - own
    for name in sorted(asked - said.keys()):
        if name.startswith("--guide-"):
            yield f"{name} is asked for and nowhere said"
    for name in sorted(said.keys() - asked - set(elsewhere)):
        yield f"{said[name]}: {name} is asked for by nobody"


def dead(folder: Path, source: str, public: Mapping[str, str]) -> Iterator[str]:
    """Every class or element of ours in a selector that nothing in `source` makes. «a--b» is made
    by «a--{{ … }}» too. `public` names those kept for editions, each with the reason."""
    for file in sorted(folder.glob("*.css")):
        named = {a or b for s in selectors(file) for a, b in OURS.findall(s)}
        for name in sorted(named - set(public)):
            block, _, state = name.partition("--")
            made = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
            filled = rf"(?<![\w-]){re.escape(block)}--(?:{{{{|\${{|\" ~)"
            if not re.search(made, source) and not (state and re.search(filled, source)):
                yield f"{file.name}: nothing makes {name}"


def _all(folder: Path) -> list[Declaration]:
    return [one for file in sorted(folder.glob("*.css")) for one in declarations(file)]
