"""`python -m macros check` on 10,000 items (goal ≤ 3 s).

.venv/bin/python -m benchmarks.checking [--runs 5] [--items 10000]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import ROOT, sites
from benchmarks.timing import arguments, timed, told


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--items", type=int, default=10_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "made"
        sites.make(folder, args.items // 10, args.items)
        command = [sys.executable, "-m", "macros", "--root", str(folder), "check"]

        def check() -> None:
            subprocess.run(command, check=True, cwd=ROOT, capture_output=True)

        found = [timed(check) for _ in range(args.runs)]
    print(f"macros check, {args.items:,} items: {told(found)}")


if __name__ == "__main__":
    main()
