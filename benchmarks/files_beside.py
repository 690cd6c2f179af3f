"""The files to download, all made anew and then unchanged, beside those of another commit: by the
clock and by the processor, in turn, with the ratio (the goal is 1.3 of afabf58's clock).

    git worktree add ../before afabf58
    .venv/bin/python -m benchmarks.files_beside ../before [--runs 5]
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks import ROOT
from benchmarks.timing import arguments

# Run in each folder with its own code; an older one has its words elsewhere and no colours.
DRIVER = """
import json, resource, tempfile, time
from pathlib import Path
from macros import load
from macros.site import Site
root, site = Path.cwd(), Site("maalt", url="https://veileder.example/")
try:
    from macros import palette
    from macros.exports import downloads
    from macros.language import strings
    more = [palette.read(root)[0]]
except ImportError:
    from macros import downloads, strings
    more = []
catalog, t = load.load(root), strings.load("nb")
def used():
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)
times = []
with tempfile.TemporaryDirectory() as name:
    kept, local = Path(name) / "kept", Path(name) / "local"
    for _ in range(2):
        clock, processor = time.perf_counter(), used()
        files = downloads.make(catalog, t, site, kept, local, *more, lambda *_: None)
        times.append((time.perf_counter() - clock, used() - processor))
print(json.dumps({"files": len(files), "times": times}))
"""


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("before", type=Path, help="a checkout of the other commit")
    args = parser.parse_args()
    folders = {"before": args.before, "now": ROOT}
    taken: dict[str, list[list[list[float]]]] = {name: [] for name in folders}
    for _ in range(args.runs):
        for name, folder in folders.items():
            made = json.loads(_driven(folder))
            taken[name].append(made["times"])
            print(f"{name:7} {made['files']} files, {made['times'][0][0]:.2f} s", flush=True)
    for run, kind in enumerate(("anew", "unchanged")):
        for at, what in enumerate(("clock", "processor")):
            one, other = (
                statistics.median(times[run][at] for times in taken[name]) for name in folders
            )
            print(f"{kind:10} {what:10} {one:6.2f} s before, {other:6.2f} s now: {other / one:.2f}")


def _driven(folder: Path) -> str:
    command = [sys.executable, "-c", DRIVER]
    made = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return made.stdout.splitlines()[-1]


if __name__ == "__main__":
    main()
