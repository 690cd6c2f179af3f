"""Sites of 30 to 3,000 pages, with ten items a page and at most 10,000, built by us and, as the
same finished pages, by others: seconds by the clock and of the processor, memory at most, and how
each grows. In one run, in turn, so that what else the machine does strikes all.

    .venv/bin/python -m benchmarks.sizes [--runs 3] [--least 30] [--most 3000] [--keep FOLDER]

«plain» is MkDocs and Material without our theme, macros and Markdown extension, with Material's
search; ProperDocs builds the same. Zensical has its own search, Hugo a bare theme and none: they
say what another engine would cost, not what the same site would. Both use several cores, so their
processor's time is more than the clock's. Goals: at 1,000 pages at most 1.10 of plain's time and
1.3 of its memory; our exponents at most 1.05. FOLDER keeps our sites, one a size, for
benchmarks/lighthouse.py.
"""

from __future__ import annotations

import math
import shutil
import statistics
import tempfile
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from benchmarks import sites
from benchmarks.growth import Taken, plain, took
from benchmarks.others import PLAIN, PROGRAMS, environment, prepared
from benchmarks.project import mkdocs
from benchmarks.timing import arguments, told
from benchmarks.written_out import written_out

SIZES = (30, 300, 1000, 3000)
ITEMS_A_PAGE, MOST_ITEMS = 10, 10_000
Found = Mapping[str, Taken]  # by program: medians, and memory at most


def main() -> None:
    parser = arguments(__doc__, runs=3)
    parser.add_argument("--least", type=int, default=SIZES[0], help="pages")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="pages")
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    sizes = [size for size in SIZES if args.least <= size <= args.most]
    found = {size: measure(size, args.runs, args.keep) for size in sizes}
    for few, many in pairwise(sizes):
        for name in sorted(found[few].keys() & found[many].keys()):
            grown = found[many][name].processor / found[few][name].processor
            exponent = math.log(grown) / math.log(many / few)
            print(f"{name:10} from {few} to {many} pages: exponent {exponent:.2f} (processor)")


def measure(pages: int, runs: int, keep: Path | None) -> Found:
    """Prints what builds of a site of so many pages take."""
    items = min(pages * ITEMS_A_PAGE, MOST_ITEMS)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        sites.make(root / "ours", pages, items)
        commands = {"ours": mkdocs(root / "ours", "build")}
        written_out(root / "ours", root / PLAIN.name)
        plain(root / PLAIN.name)
        for program in PROGRAMS:
            if (command := prepared(root, program)) is not None:
                commands[program.name] = (command, dict(environment(root / program.name)))
        taken: dict[str, list[Taken]] = {name: [] for name in commands}
        for _ in range(runs):
            for kind, (command, env) in commands.items():
                taken[kind].append(took(command, env, root / kind))
        _checked(root, commands, pages)
        if keep:
            shutil.copytree(root / "ours" / "site", keep / str(pages), dirs_exist_ok=True)
    made = {kind: _middle(found) for kind, found in taken.items()}
    usual = made[PLAIN.name]
    for kind, one in made.items():
        beside = (
            f"of plain's clock {one.seconds / usual.seconds:.2f}, of its processor "
            f"{one.processor / usual.processor:.2f}, of its memory {one.memory / usual.memory:.2f}"
        )
        said = f"{told([run.processor for run in taken[kind]])}, {one.memory:.0f} MB"
        print(f"{pages:5} pages {kind:10} {said}; {beside}", flush=True)
    return made


def _middle(found: list[Taken]) -> Taken:
    seconds = statistics.median(one.seconds for one in found)
    processor = statistics.median(one.processor for one in found)
    return Taken(seconds, processor, max(one.memory for one in found))


def _checked(root: Path, kinds: Mapping[str, object], pages: int) -> None:
    """Stops where a program has built something else than the pages."""
    for kind in kinds:
        found = len(list((root / kind / "site").rglob("index.html")))
        if not pages <= found <= pages + len(kinds) + pages // sites.FOLDER + 2:
            raise SystemExit(f"{kind}: {found} pages were built, not {pages}")


if __name__ == "__main__":
    main()
