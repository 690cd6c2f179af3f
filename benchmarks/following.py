"""From a saved change of one item until `mkdocs serve` gives the page with it, on the real site,
files to download included; beside a whole build of it. MkDocs waits 0.25 s for more changes.

    .venv/bin/python -m benchmarks.following [--runs 5]
"""

from __future__ import annotations

import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from dev.serve import free_port

from benchmarks.growth import timed_build
from benchmarks.project import DATA, Unchanged, mkdocs, project
from benchmarks.timing import arguments, ratio, told

ITEM = "Finn ut hvem som gjør hva med IT hos dere i dag"  # an item of the real site
PAGE = "punkt/"


def main() -> None:
    args = arguments(__doc__).parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project(folder, downloads=True)
        # The first makes what the others find.
        builds = [timed_build(folder)[0] for _ in range(args.runs + 1)][1:]
        found = served(folder, args.runs)
    print(f"a whole build: {told(builds)}")
    print(f"from a changed item to the page in serve: {told(found)}")
    print(f"ratio {ratio(found, builds):.2f}")


def served(folder: Path, runs: int) -> list[float]:
    """Seconds of each change, while the project is served."""
    data = folder / DATA
    text = data.read_text(encoding="utf-8")
    if ITEM not in text:
        raise Unchanged(f"{DATA} holds no {ITEM!r}")
    address = f"127.0.0.1:{free_port()}"
    command, env = mkdocs(folder, "serve", "--livereload", "-a", address)
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env=env, stdout=quiet, stderr=quiet)
    found = []
    try:
        page = f"http://{address}/{PAGE}"
        until(page, ITEM)
        for number in range(runs):
            time.sleep(2)  # for the watch to be on again
            start = time.perf_counter()
            changed = f"{ITEM} {number} ganger"
            data.write_text(text.replace(ITEM, changed), encoding="utf-8")
            until(page, changed)
            found.append(time.perf_counter() - start)
    finally:
        process.terminate()
        process.wait()
    return found


def until(page: str, text: str) -> None:
    """Returns when the page holds the text. Raises SystemExit after a minute."""
    for _ in range(1200):
        try:
            with urllib.request.urlopen(page, timeout=30) as answer:
                if text in answer.read().decode("utf-8"):
                    return
        except OSError:
            pass  # not up yet
        time.sleep(0.05)
    raise SystemExit(f"{page} never held {text!r}")


if __name__ == "__main__":
    main()
