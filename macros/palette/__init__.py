"""The colours, for what is no style sheet: Word, Excel, PDF and the mark take them from here.

They are read from our palette.css with a fork's own sheet laid over it, so that a colour is changed
in one place. Only what the light scheme says counts: files are paper, and text on paper is dark
whatever a screen shows, as in the rules for print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tinycss2
from tinycss2 import color5

from macros.palette import dark
from macros.problems import Problem, quoted

OURS = (
    Path(__file__).parent.parent.parent
    / "overrides" / "assets" / "checklists" / "styles" / "palette.css"
)  # fmt: skip
FORK = "local/assets/styles.css"
START = "--guide-"
# What decides in the light scheme, the strongest last: Material marks <body> with the scheme.
LIGHT = (":root", "html", "body", "[data-md-color-scheme]", '[data-md-color-scheme="default"]')
# Colours that only a browser can work out; a keyword takes what stands outside.
FUNCTIONS = {"color-mix", "color", "light-dark", "lab", "lch", "oklab", "oklch", "var"}
KEYWORDS = {"currentcolor", "inherit", "initial", "unset", "revert", "transparent"}
FILES = ("brand", "brand-soft", "tick", "written")  # what files show
SOFT = "-soft"  # ends the name of what lies under text in the colour
DARK = '[data-md-color-scheme="slate"]'
MOST_STEPS = 9  # var() in var()
HINT = "write #rrggbb, rgb(), hsl(), hwb(), a colour's name, or var() of another of these"


@dataclass(frozen=True)
class Palette:
    """`ours`, `used` and `dark` (ours where a screen is dark): (name without --guide-, six
    hexadecimal digits in capitals), sorted. `logo` is an edition's own as files show it, a PNG."""

    ours: tuple[tuple[str, str], ...]
    used: tuple[tuple[str, str], ...]
    dark: tuple[tuple[str, str], ...] = ()
    logo: bytes = b""

    def __getitem__(self, name: str) -> str:
        """A colour in use, such as «0F5964»."""
        return dict(self.used)[name]

    def changed(self, name: str) -> bool:
        """Whether a fork has put another colour in the place of ours."""
        return self[name] != dict(self.ours)[name]

    def instead(self) -> dict[str, str]:
        """Each of our colours that files show to what takes its place, where it is another."""
        ours = dict(self.ours)
        return {ours[name]: self[name] for name in FILES if self.changed(name)}

    def declared(self, sheet: str) -> str:
        """Our sheet with a fork's colours where ours are declared, for the light scheme; and for
        the dark one with colours of the same hue."""
        changed = [name for name, _ in self.ours if name in FILES and self.changed(name)]
        instead = [(name, dict(self.ours)[name], self[name]) for name in changed]
        shades = dict(self.dark)
        for name in changed:
            if name in shades:
                made = dark.soft(self[name]) if name.endswith(SOFT) else dark.readable(self[name])
                instead.append((name, shades[name], made))
        for name, ours, made in instead:
            found = re.compile(rf"({START}{name}: ?)#{ours}\b", re.I)
            sheet = found.sub(rf"\g<1>#{made.lower()}", sheet)
        return sheet

    def recoloured(self, text: str) -> str:
        """A text, such as an SVG, with every colour of ours written as #rrggbb exchanged."""
        instead = self.instead()

        def other(found: re.Match[str]) -> str:
            new = instead.get(found[1].upper())
            return f"#{new.lower()}" if new else found[0]

        return re.sub(r"#([0-9a-fA-F]{6})\b", other, text)


@dataclass(frozen=True)
class _Declared:
    """A custom property as it stands in a sheet, under the selector of its rule."""

    name: str
    value: list[Any]
    line: int
    column: int
    selector: str

    @property
    def text(self) -> str:
        made: str = tinycss2.serialize(self.value)
        return made.strip()


def read(root: Path) -> tuple[Palette, list[Problem]]:
    """The palette of the project in `root`, and what is wrong with the colours of its own sheet."""
    own = root / FORK
    ours, theirs = list(_declared(OURS)), list(_declared(own)) if own.exists() else []
    names = {one.name for one in ours if one.name.startswith(START)}
    before, after = _light(ours), _light([*ours, *theirs])
    problems = [
        problem
        for one in theirs
        if one.name in names
        for problem in _faults(one, after)
    ]  # fmt: skip
    known = {name: _hex(name, before) for name in sorted(names & set(before))}
    used = {name: _hex(name, after) or known[name] for name in known}
    shades = {one.name: one for one in ours if one.selector == DARK}
    shown = {name: _hex(name, shades) for name in sorted(names & set(shades))}
    return Palette(_pairs(known), _pairs(used), _pairs(shown)), problems


def _pairs(colours: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name.removeprefix(START), colour) for name, colour in colours.items() if colour)


def _declared(file: Path) -> Iterator[_Declared]:
    """Every custom property in a sheet, also within @media, whose selector is then «@»."""
    # As bytes: a browser reads a sheet in any encoding, and so does this.
    nodes, _ = tinycss2.parse_stylesheet_bytes(
        file.read_bytes(), skip_comments=True, skip_whitespace=True
    )
    todo = [(node, "") for node in nodes]
    while todo:
        node, within = todo.pop(0)
        if node.type == "at-rule" and node.content:
            inner = tinycss2.parse_rule_list(node.content, True, True)
            todo[:0] = [(one, "@") for one in inner]
        elif node.type == "qualified-rule":
            selector = within or tinycss2.serialize(node.prelude).strip()
            for one in tinycss2.parse_blocks_contents(node.content, True, True):
                if one.type == "declaration" and one.name.startswith("--"):
                    place = one.source_line, one.source_column
                    yield _Declared(one.name, one.value, *place, selector)


def _light(declared: list[_Declared]) -> dict[str, _Declared]:
    """The declaration of each property that decides in the light scheme."""
    found: dict[str, tuple[int, _Declared]] = {}
    for one in declared:
        parts = [part.strip().replace("'", '"') for part in one.selector.split(",")]
        strength = max((LIGHT.index(part) for part in parts if part in LIGHT), default=-1)
        if strength >= 0 and strength >= found.get(one.name, (0, one))[0]:
            found[one.name] = strength, one
    return {name: one for name, (_, one) in found.items()}


def _hex(name: str, known: Mapping[str, _Declared], steps: int = MOST_STEPS) -> str:
    """A colour as six digits, as it looks on white; «» when it is none that can be worked out."""
    if name not in known or not steps:
        return ""
    value = [one for one in known[name].value if one.type not in ("whitespace", "comment")]
    if len(value) == 1 and value[0].type == "function" and value[0].lower_name == "var":
        inner = [one for one in value[0].arguments if one.type == "ident"]
        return _hex(inner[0].value, known, steps - 1) if inner else ""
    colour = color5.parse_color(known[name].text)
    try:
        red, green, blue = colour.to("srgb").coordinates
    except (AttributeError, NotImplementedError):
        return ""
    shares = (share * colour.alpha + 1 - colour.alpha for share in (red, green, blue))
    return "".join(f"{round(min(max(share, 0), 1) * 255):02X}" for share in shares)


def _faults(one: _Declared, light: Mapping[str, _Declared]) -> Iterator[Problem]:
    """What is wrong with a fork's colour: none at all, or none that a file can show."""
    place = FORK, one.line, one.column
    value = [part for part in one.value if part.type not in ("whitespace", "comment")]
    only = value[0] if len(value) == 1 else None
    in_browser = only is not None and (
        (only.type == "function" and only.lower_name in FUNCTIONS)
        or (only.type == "ident" and only.lower_value in KEYWORDS)
    )
    if color5.parse_color(one.text) is None and not in_browser:
        yield Problem(*place, f"{one.name} is no colour: {quoted(one.text)}", HINT)
    elif _shown(one, light) and not _hex(one.name, light):
        message = f"{one.name} cannot be worked out for Word, Excel and PDF: {quoted(one.text)}"
        yield Problem(*place, message, HINT)


def _shown(one: _Declared, light: Mapping[str, _Declared]) -> bool:
    """Whether a file takes its colour from this declaration."""
    return one.name.removeprefix(START) in FILES and light.get(one.name) is one
