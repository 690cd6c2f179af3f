"""Style sheets: which a page asks for, and how they are joined into one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

SHEETS = ("assets/checklists/site.css", "assets/checklists/checklist.css")
JOINED = "assets/checklists/guide.css"
OWN, PUBLISHED = "local/assets/styles.css", "assets/local/styles.css"  # a fork's: kept, published


def asked(sheets: Sequence[str], root: Path) -> list[str]:
    """The sheets that a page asks for: ours as one request (they stay apart to be read), a fork's
    own behind them, so that it changes a colour by changing a variable. Asked again, it answers
    the same."""
    made = [sheet for sheet in sheets if sheet != PUBLISHED]
    if all(sheet in made for sheet in SHEETS):
        made = [JOINED, *(sheet for sheet in made if sheet not in SHEETS)]
    return [*made, PUBLISHED] if (root / OWN).exists() else made


def join(site_dir: Path) -> tuple[str, ...]:
    """Writes the joined sheet where both are there; gives the addresses of its parts."""
    files = [site_dir / sheet for sheet in SHEETS]
    if all(file.exists() for file in files):
        both = "".join(file.read_text(encoding="utf-8") for file in files)
        (site_dir / JOINED).write_text(both, encoding="utf-8", newline="\n")
    return SHEETS
