"""What goes wrong in an edition's sheet without a word: a variable that nothing asks for, rules
that a brace too few has swallowed (a browser reads both, and shows the guide as it was), and a
colour in which nobody can read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from macros import palette
from macros.palette import FORK, OURS, SOFT, START
from macros.palette.dark import contrast
from macros.problems import Place, Problem, line_and_column

BRAND = "brand"
LEAST = 4.5  # WCAG 1.4.3, for text that is not large
VARIABLE = re.compile(rf"({START}[\w-]+)\s*(:?)")
# What holds braces that are none of the sheet's: comments, texts, addresses.
ASIDE = re.compile(r"/\*.*?(?:\*/|\Z)|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.S)


def told(root: Path) -> Iterator[Problem]:
    """Warnings for the sheet of the project in `root`; nothing where it has none."""
    file = root / FORK
    if not file.is_file():
        return
    text = ASIDE.sub(_blank, file.read_text(encoding="utf-8-sig", errors="replace"))
    yield from _unpaired(text)
    yield from _unknown(text)
    yield from _faint(root, text)


def _faint(root: Path, text: str) -> Iterator[Problem]:
    """Links and headings are in the brand's colour, on white and on its soft one."""
    colours, _ = palette.read(root)
    if not (colours.changed(BRAND) or colours.changed(BRAND + SOFT)):
        return
    for under, name in (("FFFFFF", "white"), (colours[BRAND + SOFT], f"{START}{BRAND}{SOFT}")):
        found = contrast(colours[BRAND], under)
        if found < LEAST:
            at = re.search(rf"{START}{BRAND}\s*:", text)
            message = (
                f"{START}{BRAND} on {name} has a contrast of {found:.1f}, and text needs {LEAST}"
            )
            place = _place(text, at.start() if at else 0)
            yield Problem(*place, message, "take a darker one", level="warning")


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _place(text: str, at: int) -> Place:
    return FORK, *line_and_column(text, at)


def _unpaired(text: str) -> Iterator[Problem]:
    open_: list[int] = []
    for found in re.finditer(r"[{}]", text):
        if found[0] == "{":
            open_.append(found.start())
        elif open_:
            open_.pop()
        else:
            place = _place(text, found.start())
            yield Problem(*place, "} closes nothing", "delete it", level="warning")
    for at in open_:
        hint = "write } where the rule ends: what follows is read as a part of it"
        yield Problem(*_place(text, at), "{ is never closed", hint, level="warning")


def _unknown(text: str) -> Iterator[Problem]:
    found = list(VARIABLE.finditer(text))
    asked = {one[1] for one in found if not one[2]}  # the sheet's own var(--guide-…)
    ours = _ours()
    for one in found:
        if one[2] and one[1] not in asked | ours:
            close = difflib.get_close_matches(one[1], sorted(ours), 1, 0.6)
            hint = f"did you mean {close[0]}?" if close else f"those that are: {OURS.name}"
            message = f"nothing asks for {one[1]}"
            yield Problem(*_place(text, one.start()), message, hint, level="warning")


def _ours() -> frozenset[str]:
    """Every variable that some sheet of ours asks for or says."""
    sheets = OURS.parent.parent.rglob("*.css")
    return frozenset(
        name for file in sheets for name, _ in VARIABLE.findall(file.read_text(encoding="utf-8"))
    )
