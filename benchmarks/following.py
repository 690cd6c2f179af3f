"""From a saved change until `dev.py serve` gives the page with it, on the real site: edits of every
kind and faults, one after the other, while somebody else reads the front page all the time.

    .venv/bin/python -m benchmarks.following [--rounds 4]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dev.serve import free_port

from benchmarks.growth import timed_build
from benchmarks.project import DATA, Unchanged, mkdocs, project
from benchmarks.timing import arguments, told
from macros import load

SCRIPTS = Path(__file__).parent.parent / "scripts"
QUIET = 1.0  # seconds between two edits: a person does not save twice in one
STYLES, TEMPLATES = "overrides/assets/checklists/styles/palette.css", "overrides/checklists"
SHEET, WORDS = "assets/checklists/guide.css", "macros/language/nb.yml"


def edits(folder: Path) -> list[tuple[str, str, str, str, str]]:
    """Each kind of edit: its name, the file, what stands there, what it becomes ({n} is the round),
    and the address where it is to be seen."""
    first = load.load(folder).checklists[0]
    item, page = next(iter(first.own())).text.rstrip("."), f"sjekklister/{first.id}/"
    return [
        ("an item", DATA, item, f"{item} {{n}}", page),
        ("a list's title", DATA, f"title: {first.title}", f"title: {first.title} {{n}}", page),
        ("a page", "docs/kravdokument.md", "\n\n", "\n\nEdit {n}.\n\n", "kravdokument/"),
        ("a template", f"{TEMPLATES}/checklist.html", "{#", "<i hidden>{n}</i>{#", page),
        ("the frame", "overrides/main.html", "{% block content %}",
         "{% block content %}<i hidden>{n}</i>", "kravdokument/"),
        ("a style", STYLES, ":root {", ":root { --edit: {n};", SHEET),
        ("a word", WORDS, "Hopp til listen", "Hopp til listen {n}", page),
        ("fault: data", DATA, "    intro:", "    edit{n}:", page),
        ("fault: macro", "docs/kravdokument.md", "\n\n", "\n\n{{{{ edit{n}() }}}}\n\n", page),
    ]  # fmt: skip


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--rounds", type=int, default=4)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project(folder, downloads=True)
        # The first makes what the others find.
        builds = [timed_build(folder)[0] for _ in range(2)][1:]
        with served(folder) as address, reader(address) as waits:
            found = measured(folder, address, args.rounds)
    print(f"a whole build: {told(builds)}")
    for kind, seconds in found.items():
        print(f"{kind:16} {told(seconds)}")
    every = sorted(one for seconds in found.values() for one in seconds)
    late = every[min(len(every) - 1, round(len(every) * 0.95))]
    print(f"{len(every)} edits: median {statistics.median(every):.2f} s, 95 % within {late:.2f} s")
    print(f"the front page meanwhile: {len(waits)} answers, the slowest {max(waits):.2f} s")
    print(f"ratio of the median to a whole build {statistics.median(every) / min(builds):.2f}")


def measured(folder: Path, address: str, rounds: int) -> dict[str, list[float]]:
    """Seconds of each edit by its kind; each is taken back, unmeasured, before the next."""
    found: dict[str, list[float]] = {}
    until(address, "</html>")
    time.sleep(20)  # the whole build behind the first
    for number in range(rounds):
        mark = f"{number + 1}{time.time_ns() % 1000:03}"
        for kind, name, old, new, page in edits(folder):
            file = folder / name
            text = file.read_text(encoding="utf-8")
            if old not in text:
                raise Unchanged(f"{name} holds no {old!r}")
            made = new.replace("{n}", mark).replace("{{{{", "{{").replace("}}}}", "}}")
            start = time.perf_counter()
            file.write_text(text.replace(old, made, 1), encoding="utf-8")
            until(address + page, mark)
            found.setdefault(kind, []).append(time.perf_counter() - start)
            file.write_text(text, encoding="utf-8")
            until(address + page, mark, gone=True)
            time.sleep(QUIET)
    return found


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which `dev.py serve` gives the project."""
    address = f"127.0.0.1:{free_port()}"
    _, env = mkdocs(folder, "serve")
    path = os.pathsep.join(filter(None, (str(SCRIPTS), env.get("PYTHONPATH", ""))))
    command = [sys.executable, "-m", "dev.live", "serve", "--quiet", "--livereload",
               "-f", "mkdocs.yml", "-a", address]  # fmt: skip
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, cwd=folder, env={**env, "PYTHONPATH": path}, stdout=quiet, stderr=quiet
    )
    try:
        yield f"http://{address}/"
    finally:
        process.terminate()
        process.wait()


@contextmanager
def reader(address: str) -> Iterator[list[float]]:
    """Somebody who asks for the front page five times a second, and how long each took."""
    waits: list[float] = []
    over = threading.Event()

    def read() -> None:
        until(address, "</html>")
        while not over.wait(0.2):
            start = time.perf_counter()
            with urllib.request.urlopen(address, timeout=30) as answer:
                answer.read()
            waits.append(time.perf_counter() - start)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield waits
    finally:
        over.set()
        thread.join()


def until(page: str, text: str, gone: bool = False) -> None:
    """Returns when the page holds the text, or no longer does. Raises SystemExit after a minute."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(page, timeout=30) as answer:
                if (text in answer.read().decode("utf-8")) is not gone:
                    return
        except OSError:
            pass  # not up yet
        time.sleep(0.02)
    raise SystemExit(f"{page} never held {text!r}")


if __name__ == "__main__":
    main()
