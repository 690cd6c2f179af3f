"""How many sheets each kind of PDF has, and how much of each sheet is used.

    .venv/bin/python -m benchmarks.paper FOLDER [FOLDER]     nedlasting/ of built sites
    .venv/bin/python -m benchmarks.paper FOLDER --sheets     the share of each sheet, file by file

A sheet's share is how far down its lowest words or fields stand between the margins. Those of the
booklet are sides of two pages. Nothing is said of sheets that follow on a list's last one.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader

from macros import exports
from macros.language import strings

FOOT = 0.065  # of a sheet's height, from below: its number and the list's name
HEAD = 0.057  # from above
HALF = 0.5


def share(page: PageObject) -> float:
    """0 to 1: where the lowest words or fields of a sheet stand."""
    height = float(page.mediabox.height)
    lowest = [height * (1 - HEAD)]

    def seen(words: str, now: Any, at: Any, _font: Any, _size: float) -> None:
        y = at[5] * now[3] + now[5]
        if words.strip() and y > height * FOOT:
            lowest.append(y)

    page.extract_text(visitor_text=seen)
    fields = [annotation.get_object() for annotation in page.get("/Annots", ())]
    lowest += [float(field["/Rect"][1]) for field in fields if field["/Subtype"] == "/Widget"]
    top, bottom = height * (1 - HEAD), height * FOOT
    return min(1, max(0, (top - min(lowest)) / (top - bottom)))


def kinds(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """(kind, its files) of the PDFs in a folder, longest endings first."""
    t = strings.load("nb")
    forms = [form for form in exports.FORMATS if form.extension == "pdf"]
    left = sorted(folder.glob("*.pdf"))
    for form in sorted(forms, key=lambda form: -len(form.level)):
        found = [file for file in left if file.name.endswith(form.name("", t))]
        left = [file for file in left if file not in found]
        yield form.key, found


def told(folder: Path, sheets: bool) -> Iterator[str]:
    """A line for each kind: sheets of the lists' files, of the file of all, and their shares."""
    every = strings.load("nb")("file.all")
    for kind, files in kinds(folder):
        shares = {file: [share(page) for page in PdfReader(file).pages] for file in files}
        lists = {file: found for file, found in shares.items() if not file.name.startswith(every)}
        alone = [one for found in (lists or shares).values() for one in found]
        if not alone:
            continue
        count = sum(len(found) for file, found in shares.items() if file not in lists)
        yield (
            f"{kind:12} {sum(map(len, lists.values())):4} sheets in {len(lists):2} files,"
            f" {count:3} in that of all lists; filled: median {statistics.median(alone):.2f},"
            f" {sum(one < HALF for one in alone)} less than half"
        )
        if sheets:
            for file, found in shares.items():
                yield f"  {file.name}: {' '.join(f'{one:.2f}' for one in found)}"


def main() -> None:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--sheets", action="store_true")
    args = parser.parse_args()
    for folder in args.folder:
        print(folder)
        print("\n".join(told(folder, args.sheets)))


if __name__ == "__main__":
    main()
