"""The style sheets: two that name their blocks in order, joined into the one that pages ask for,
and those of one tool each, which may have parts too.

The order is the sheets' own `@import`s, so that they work in a browser as they stand too: where
nothing is joined, and for a site whose extra_css names one of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from macros.palette import FORK, Palette

FOLDER = "assets/checklists"
SHEETS = (f"{FOLDER}/site.css", f"{FOLDER}/checklist.css")
JOINED = f"{FOLDER}/guide.css"
MARK = f"{FOLDER}/mark.svg"
OURS = f"{FOLDER}/styles/palette.css"
PUBLISHED = "assets/local/styles.css"  # where a fork's own sheet is fetched
IMPORT = re.compile(r'^@import url\("((?:styles/)?[\w-]+\.css)"\);\n', re.M)
INDENT = re.compile(r"^[ \t]+|^\n", re.M)
COMMENT = re.compile(r"^[ \t]*/\*.*?\*/\n+|[ \t]*/\*.*?\*/", re.M | re.S)


def asked(sheets: Sequence[str], root: Path) -> list[str]:
    """The sheets that a page asks for: ours as one request (they stay apart to be read), a fork's
    own behind them, so that it changes a colour by changing a variable. Asked again, it answers
    the same."""
    made = [sheet for sheet in sheets if sheet != PUBLISHED]
    if all(sheet in made for sheet in SHEETS):
        made = [JOINED, *(sheet for sheet in made if sheet not in SHEETS)]
    return [*made, PUBLISHED] if (root / FORK).exists() else made


def blocks(folder: Path) -> list[str]:
    """The files that the sheets in `folder` name, in the order in which they are joined."""
    sheets = (folder / Path(sheet).name for sheet in SHEETS)
    return [name for sheet in sheets if sheet.exists() for name in IMPORT.findall(_text(sheet))]


def joined(folder: Path, sheets: Sequence[str] = SHEETS) -> str:
    """The text of the sheets in `folder` with every block in its place and no comments."""
    texts = [_text(folder / Path(sheet).name) for sheet in sheets]
    whole = "".join(
        IMPORT.sub(lambda named: _text(folder / named[1]) + "\n", text) for text in texts
    )
    return packed(whole)


def packed(text: str) -> str:
    """A sheet without what it does not need to be read by a browser."""
    return INDENT.sub("", COMMENT.sub("", text))


def join(site_dir: Path, asked_for: Collection[str]) -> frozenset[str]:
    """Writes the joined sheet where both are there. Gives the addresses of what no page asks for,
    when pages ask for `asked_for`."""
    if not all((site_dir / sheet).exists() for sheet in SHEETS):
        return frozenset()
    folder = site_dir / FOLDER
    (site_dir / JOINED).write_text(joined(folder), encoding="utf-8", newline="\n")
    parts = _tools(folder)
    if JOINED not in asked_for:
        return frozenset({JOINED})
    return frozenset({*SHEETS, *(f"{FOLDER}/{name}" for name in (*blocks(folder), *parts))})


def _tools(folder: Path) -> frozenset[str]:
    """Writes the sheets that one tool's own page asks for. Gives the names of their parts."""
    known = {Path(sheet).name for sheet in (JOINED, *SHEETS)}
    tools = [file for file in folder.glob("*.css") if file.name not in known]
    parts = {name for file in tools for name in IMPORT.findall(_text(file))}
    made = {file: joined(folder, [file.name]) for file in tools}
    for file, text in made.items():
        file.write_text(text, encoding="utf-8", newline="\n")
    return frozenset(parts)


def recolour(site_dir: Path, palette: Palette) -> None:
    """The mark of a built site in the palette's colours: a browser shows it beside the address,
    where no style sheet is heard. And our sheets, so that ours are nowhere in an edition's site."""
    for name, made in (
        (MARK, palette.recoloured),
        (JOINED, palette.declared),
        (OURS, palette.declared),
    ):
        file = site_dir / name
        if file.exists() and palette.instead():
            file.write_text(made(_text(file)), encoding="utf-8", newline="\n")


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
