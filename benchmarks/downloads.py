"""What every file to download adds to a build without them: all made anew (goal ≤ 1.0), and when
nothing has changed (goal ≤ 0.05).

    .venv/bin/python -m benchmarks.downloads [--runs 5]
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from benchmarks.project import build, project
from benchmarks.timing import arguments, in_turn, ratio, told


def main() -> None:
    args = arguments(__doc__).parse_args()
    with tempfile.TemporaryDirectory() as name:
        bare, full = Path(name) / "bare", Path(name) / "full"
        project(bare)
        project(full, downloads=True)

        def anew() -> None:
            shutil.rmtree(full / ".build", ignore_errors=True)
            build(full)()

        # The third finds what the second has just made.
        builds = {"without": build(bare), "all made": anew, "unchanged": build(full)}
        times = in_turn(builds, args.runs)
        found = len(list((full / "site" / "nedlasting").iterdir()))
    print(f"{found} files to download, beside the same build without them")
    for kind, taken in times.items():
        added = f"  added {ratio(taken, times['without']) - 1:.2f}" if kind != "without" else ""
        print(f"{kind:12} {told(taken)}{added}")


if __name__ == "__main__":
    main()
