"""From a saved change until the page that is open shows it in `dev.py serve`: edits of every kind
and faults, one after the other, while somebody else reads the front page all the time.

    .venv/bin/python -m benchmarks.following [--rounds 4] [--pages 1000 --items 10000]
        [--beside | --others]

The real site, or one made of so many pages and items. `--beside` also changes one page of the same
finished pages under `zensical serve` and `hugo server`: what another engine would cost, not what
the same site would (Hugo has a bare theme). Each page is opened, changed, and changed back, which
is not measured.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dev.serve import free_port

from benchmarks import beside, sites
from benchmarks.growth import timed_build
from benchmarks.project import DATA, Unchanged, edited, mkdocs, project
from benchmarks.tab import fetched, tab, until
from benchmarks.timing import arguments, told
from macros import load

SCRIPTS = Path(__file__).parent.parent / "scripts"
QUIET = 1.0  # seconds between two edits: a person does not save twice in one
STYLES, TEMPLATES = "overrides/assets/checklists/styles/palette.css", "overrides/checklists"
SHEET, WORDS = "assets/checklists/guide.css", "macros/language/nb.yml"
SCRIPT, JOINED = "overrides/assets/checklists/lists.js", "assets/checklists/lists.js"
FAULT = "fault"  # the kinds that begin so are no edits that come through; each is made once


@dataclass(frozen=True)
class Edit:
    """A kind of edit: the file, what stands there, what it becomes ({n} is a mark of its own), and
    the page that is open."""

    kind: str
    name: str
    old: str
    new: str
    page: str

    def made(self, text: str, mark: str) -> str:
        """Raises Unchanged."""
        if self.old not in text:
            raise Unchanged(f"{self.name} holds no {self.old!r}")
        new = self.new.replace("{n}", mark).replace("{{{{", "{{").replace("}}}}", "}}")
        return text.replace(self.old, new, 1)


def edits(folder: Path) -> list[Edit]:
    """One of each kind."""
    first = load.load(folder).checklists[0]
    item, page = next(iter(first.own())).text.rstrip("."), f"sjekklister/{first.id}/"
    text = next(file for file in sorted((folder / "docs").rglob("*.md"))
                if file.stem == "kravdokument" or file.stem.startswith("side-"))  # fmt: skip
    place = text.relative_to(folder).as_posix()
    words = place.removeprefix("docs/").removesuffix(".md") + "/"
    return [
        Edit("an item", DATA, item, f"{item} {{n}}", page),
        Edit("a list's title", DATA, f"title: {quoted(folder, first.title)}",
             f"title: {first.title} {{n}}", page),
        Edit("a page", place, "\n\n", "\n\nEdit {n}.\n\n", words),
        Edit("a template", f"{TEMPLATES}/checklist.html", "{#", "<i hidden>{n}</i>{#", page),
        Edit("the frame", "overrides/main.html", "{% block content %}",
             "{% block content %}<i hidden>{n}</i>", words),
        Edit("a style", STYLES, ":root {", ":root { --edit: {n};", page),
        Edit("a word", WORDS, "Hopp til listen", "Hopp til listen {n}", page),
        Edit("a script", SCRIPT, "\n", "\nconst edit{n} = 1;\n", page),
        Edit(f"{FAULT}: data", DATA, "    intro:", "    edit{n}:", page),
        Edit(f"{FAULT}: macro", place, "\n\n", "\n\n{{{{ edit{n}() }}}}\n\n", words),
        Edit(f"{FAULT}: link", place, "\n\n", "\n\n[Edit](edit{n}.md)\n\n", words),
        Edit(f"{FAULT}: template", f"{TEMPLATES}/checklist.html", "{#", "{% edit{n} %}{#", page),
        Edit(f"{FAULT}: word", WORDS, "list.reset:", "edit{n}: a\nedit{n}: b\nlist.reset:", page),
    ]  # fmt: skip


def quoted(folder: Path, title: str) -> str:
    """A title as the data file has it."""
    text = (folder / DATA).read_text(encoding="utf-8")
    return title if f"title: {title}\n" in text else f'"{title}"'


def large(folder: Path, pages: int, items: int) -> None:
    """A project of so many pages and items, whose data and code are followed too."""
    sites.make(folder, pages, items)
    with edited(folder) as settings:
        settings.add("watch", value=[DATA, "macros", "overrides"])


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--beside", action="store_true")
    parser.add_argument("--others", action="store_true", help="only what stands beside ours")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "ours"
        if args.pages:
            large(folder, args.pages, args.items)
        else:
            project(folder, downloads=True)
        if not args.others:
            ours(folder, args.rounds, again=not args.pages)
        if args.beside or args.others:
            page = next(edit.name for edit in edits(folder) if edit.kind == "a page")
            beside.tell(folder, Path(name), page.removeprefix("docs/"), args.rounds)


def ours(folder: Path, rounds: int, again: bool) -> None:
    """Prints what our own server takes. The first build makes what the others find: it is done
    `again` where there is something to find."""
    build = [timed_build(folder)[0] for _ in range(2 if again else 1)][-1]
    print(f"a whole build: {build:.2f} s", flush=True)
    with served(folder) as address, reader(address) as waits:
        found = measured(folder, address, rounds)
    tell(found, waits, build)


def tell(found: dict[str, list[float]], waits: list[float], build: float) -> None:
    for kind, seconds in found.items():
        print(f"{kind:16} {told(seconds)}")
    every = sorted(one for seconds in found.values() for one in seconds)
    faults = sum(kind.startswith(FAULT) for kind in found)
    late = every[min(len(every) - 1, round(len(every) * 0.95))]
    print(f"{len(every)} edits, {faults} of them faults:")
    print(f"median {statistics.median(every):.2f} s, 95 % within {late:.2f} s")
    print(f"the front page meanwhile: {len(waits)} answers, the slowest {max(waits):.2f} s")
    print(f"ratio of the median to a whole build {statistics.median(every) / build:.2f}")


def measured(folder: Path, address: str, rounds: int) -> dict[str, list[float]]:
    """Seconds of each edit by its kind; each is taken back, unmeasured, before the next."""
    found: dict[str, list[float]] = {}
    until(address, "</html>")
    time.sleep(20)  # the whole build behind the first
    for number in range(rounds):
        mark = f"{number + 1}{time.time_ns() % 1000:03}"
        for edit in edits(folder):
            if number and edit.kind.startswith(FAULT):
                continue
            file = folder / edit.name
            text = file.read_text(encoding="utf-8")
            made = edit.made(text, mark)
            with tab(address + edit.page, address + SHEET, address + JOINED) as shown:
                start = time.perf_counter()
                file.write_text(made, encoding="utf-8")
                shown.until(mark)
                found.setdefault(edit.kind, []).append(time.perf_counter() - start)
                file.write_text(text, encoding="utf-8")
                shown.until(mark, gone=True)
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
            fetched(address)
            waits.append(time.perf_counter() - start)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield waits
    finally:
        over.set()
        thread.join()


if __name__ == "__main__":
    main()
