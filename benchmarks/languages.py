"""The guide built in one language and in three: processor seconds, and how far three are from three
times one (goal ≤ 1.1).

    .venv/bin/python -m benchmarks.languages [--runs 3]

The files to download are made before the first run and kept, as between two builds of a day.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import arguments

ROOT = Path(__file__).parent.parent
ALL = ("nb", "nn", "en")


def spent(languages: str, site: str) -> float:
    """Processor seconds of a build of the guide in these languages."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", site]
    env = {**os.environ, "GUIDE_LANGUAGES": languages, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def main() -> None:
    args = arguments(__doc__, runs=3).parse_args()
    with tempfile.TemporaryDirectory() as site:
        spent(", ".join(ALL), site)
        times: dict[str, list[float]] = {name: [] for name in (ALL[0], ", ".join(ALL))}
        for _ in range(args.runs):
            for name, found in times.items():
                found.append(spent(name, site))
    one, three = (statistics.median(found) for found in times.values())
    for name, found in times.items():
        said = " ".join(f"{seconds:.1f}" for seconds in found)
        print(f"{name:12} {statistics.median(found):5.1f} s of processor   ({said})")
    print(f"three languages beside three times one: {three / (len(ALL) * one):.2f}")


if __name__ == "__main__":
    main()
