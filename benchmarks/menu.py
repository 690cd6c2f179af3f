"""Many lists in one folder of the menu: the processor's seconds of a build and what a list's page
weighs, with the menu in groups (macros/engine/groups.py) and as the theme makes it, and how each
grows.

    .venv/bin/python -m benchmarks.menu [--runs 1] [--few 300] [--many 1000] [--groups]

With --groups only with the menu in groups. Goal: with groups the exponent is at most 1.05.
"""

from __future__ import annotations

import math
import statistics
import tempfile
from pathlib import Path

from benchmarks import sites
from benchmarks.growth import took
from benchmarks.project import Unchanged, mkdocs
from benchmarks.timing import arguments, told

ITEMS = 3  # a list: of the page's weight most is the menu
GROUPS = Path("macros") / "engine" / "groups.py"


def without(folder: Path) -> None:
    """No folder is so large that it is put in groups. Raises Unchanged."""
    file = folder / GROUPS
    text = file.read_text(encoding="utf-8")
    if "\nMOST = " not in text:
        raise Unchanged(f"{GROUPS}: there is no MOST")
    file.write_text(text.replace("\nMOST = ", "\nMOST = 10**9 + ", 1), encoding="utf-8")


def measure(lists: int, runs: int, groups: bool) -> float:
    """Prints what it takes; gives the seconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sites.make(folder, lists, lists * ITEMS, each=ITEMS, flat=True)
        if not groups:
            without(folder)
        times = [took(*mkdocs(folder, "build"), folder).processor for _ in range(runs)]
        pages = (folder / "site" / "sjekklister").rglob("index.html")
        weight = statistics.mean(page.stat().st_size for page in pages)
    what = "in groups" if groups else "as it is"
    print(f"{lists:5} lists {what:9} {told(times)}, {weight / 1000:.0f} kB a page", flush=True)
    return statistics.median(times)


def main() -> None:
    parser = arguments(__doc__, runs=1)
    parser.add_argument("--few", type=int, default=300)
    parser.add_argument("--many", type=int, default=1000)
    parser.add_argument("--groups", action="store_true")
    args = parser.parse_args()
    for groups in (True,) if args.groups else (True, False):
        few, many = (measure(lists, args.runs, groups) for lists in (args.few, args.many))
        exponent = math.log(many / few) / math.log(args.many / args.few)
        print(f"exponent of growth: {exponent:.2f}")


if __name__ == "__main__":
    main()
