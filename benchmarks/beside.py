"""One page changed under other programs' servers: the same finished pages, opened and changed as
benchmarks/following.py does with ours."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dev.serve import free_port

from benchmarks.growth import plain
from benchmarks.others import PLAIN, PROGRAMS, Program, environment, prepared
from benchmarks.tab import until
from benchmarks.timing import told
from benchmarks.written_out import written_out

FOLDERS = {"zensical": "docs", "hugo": "content"}


def tell(ours: Path, root: Path, page: str, rounds: int) -> None:
    """Prints what each takes that can be installed, for a page by its name below docs/."""
    written_out(ours, root / PLAIN.name)
    plain(root / PLAIN.name)
    for program in (one for one in PROGRAMS if one.name in FOLDERS):
        if (command := prepared(root, program)) is not None:
            found = measured(root, program, command, page, rounds)
            print(f"{program.name:16} {told(found)}", flush=True)


def measured(
    root: Path, program: Program, command: list[str], page: str, rounds: int
) -> list[float]:
    """Seconds from a page's saving until the server gives it."""
    folder, found = root / program.name, []
    file = folder / FOLDERS[program.name] / page
    with served(program, command, folder) as address:
        place = address + page.removesuffix(".md") + "/"
        until(place, "</html>")
        time.sleep(5)
        for number in range(rounds):
            mark, text = f"edit{number}{time.time_ns() % 1000:03}", file.read_text(encoding="utf-8")
            start = time.perf_counter()
            file.write_text(f"{text}\n\n{mark}\n", encoding="utf-8")
            until(place, mark)
            found.append(time.perf_counter() - start)
            file.write_text(text, encoding="utf-8")
            until(place, mark, gone=True)
            time.sleep(1)
    return found


@contextmanager
def served(program: Program, command: list[str], folder: Path) -> Iterator[str]:
    """The address at which a program, by the command that builds with it, serves a project."""
    port = free_port()
    where = ["-f", str(folder / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    if program.name == "hugo":
        where = ["--source", str(folder), "--port", str(port), "--bind", "127.0.0.1", "--quiet"]
    start = command[: command.index("build")] if "build" in command else command[:3]
    verb = "server" if program.name == "hugo" else "serve"
    quiet = subprocess.DEVNULL
    env = dict(environment(folder))
    process = subprocess.Popen(
        [*start, verb, *where], cwd=folder, env=env, stdout=quiet, stderr=quiet
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()
