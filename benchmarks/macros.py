"""A build with the macros, beside a build of the same pages with the macros' output already written
into the Markdown (goal ≤ 1.25 at 30 pages).

    .venv/bin/python -m benchmarks.macros [--pages 30] [--runs 5]
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.project import build, project
from benchmarks.timing import arguments, in_turn, ratio, told
from benchmarks.written_out import written_out


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--pages", type=int, default=30, help="at least so many")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        ours, plain = Path(name) / "macros", Path(name) / "plain"
        project(ours, args.pages)
        written_out(ours, plain)
        found = len(list((ours / "docs").rglob("*.md")))
        print(f"{found} pages, build with macros beside the same pages written out")
        builds = {"with macros": build(ours), "written out": build(plain)}
        times = in_turn(builds, args.runs)
    for kind, taken in times.items():
        print(f"{kind:32} {told(taken)}")
    print(f"ratio {ratio(times['with macros'], times['written out']):.2f}")


if __name__ == "__main__":
    main()
