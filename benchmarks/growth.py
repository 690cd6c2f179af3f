"""Sites of 30, 300 and 1,000 pages with ten items a page: time and memory of a build, the exponent
of growth from 300 to 1,000 (goal ≤ 1.05), and the ratio to MkDocs and Material with
`navigation.prune` on the same finished pages (goal ≤ 1.10 at 1,000).

    .venv/bin/python -m benchmarks.growth [--runs 5] [--most 1000]
"""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import sites
from benchmarks.project import edited, mkdocs, plain_search
from benchmarks.timing import arguments, ratio, told
from benchmarks.written_out import MARKDOWN, written_out

PAGES = (30, 300, 1000)
ITEMS_A_PAGE = 10


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--most", type=int, default=PAGES[-1], help="pages")
    args = parser.parse_args()
    asked = sorted(pages for pages in {*PAGES, args.most} if pages <= args.most)
    medians = {pages: measure(pages, args.runs) for pages in asked}
    if 300 in medians and 1000 in medians:
        exponent = math.log(medians[1000] / medians[300]) / math.log(1000 / 300)
        print(f"exponent of growth from 300 to 1,000 pages: {exponent:.2f}")


def measure(pages: int, runs: int) -> float:
    """Prints what builds of a site of so many pages take; gives the seconds of ours."""
    times: dict[str, list[float]] = {"ours": [], "plain": []}
    memory = dict.fromkeys(times, 0.0)
    with tempfile.TemporaryDirectory() as name:
        ours, without = Path(name) / "ours", Path(name) / "plain"
        sites.make(ours, pages, pages * ITEMS_A_PAGE)
        written_out(ours, without)
        plain(without)
        for _ in range(runs):
            for kind, folder in (("ours", ours), ("plain", without)):
                taken, used = timed_build(folder)
                times[kind].append(taken)
                memory[kind] = max(memory[kind], used)
    for kind, found in times.items():
        print(f"{pages:5} pages {kind:6} {told(found)}, {memory[kind]:.0f} MB", flush=True)
    print(f"{pages:5} pages ratio {ratio(times['ours'], times['plain']):.2f}")
    return statistics.median(times["ours"])


def plain(folder: Path) -> None:
    """What Material would have been without this project: its own search, none of our theme."""
    plain_search(folder)
    with edited(folder) as settings:
        settings.drop("theme", "custom_dir")
        settings.drop("extra_css")
        settings.drop("extra_javascript")
        settings.drop("markdown_extensions", MARKDOWN)


def timed_build(folder: Path) -> tuple[float, float]:
    """Seconds and megabytes of memory at most of one build. Raises SystemExit with what it said."""
    taken = took(*mkdocs(folder, "build"), folder)
    return taken.seconds, taken.memory


@dataclass(frozen=True)
class Taken:
    """Seconds by the clock and of the processor, which other work on the machine moves less; and
    megabytes of memory at most."""

    seconds: float
    processor: float
    memory: float


def took(command: list[str], env: Mapping[str, str], folder: Path) -> Taken:
    """What a command takes that builds what is in a folder. Raises SystemExit as `timed_build`."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, env=env, stdout=said, stderr=said, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        taken = time.perf_counter() - start
        if status:
            said.seek(0)
            raise SystemExit(f"{folder}: the build failed: {said.read().decode()[-2000:]}")
    return Taken(taken, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
