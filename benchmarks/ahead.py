"""What a saved change costs the processor until the page that is open is made, by kind of edit: the
same on a busy machine as on a quiet one, unlike what `benchmarks.following` waits for.

    .venv/bin/python -m benchmarks.ahead [--rounds 3] [--pages 1000 --items 10000]

Told are the least seconds of each kind: before the open page is put, and until all other pages are.
Of a made site the latter is left out: each edit is overtaken by the next.
"""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import click
from dev.quick import Overtaken, Quick
from mkdocs.config import load_config
from mkdocs_macros import context

from benchmarks import ROOT
from benchmarks.following import FAULT, Edit, edits, large
from benchmarks.project import mkdocs, project
from benchmarks.timing import arguments

ADDRESS = "http://127.0.0.1:8000/"


class Writer:
    """Builds a project quickly, as `dev.py serve` does, and notes when the open page was put."""

    def __init__(self, folder: Path, site: Path, overtaken: bool) -> None:
        self._folder, self._site, self._overtaken = folder, site, overtaken
        self._quick = Quick(put=lambda made: None, ahead=self._ahead, open=lambda: [self._page])
        self._page, self._put = "", 0.0

    def _ahead(self, made: object) -> None:
        self._put = time.process_time()

    def begin(self) -> None:
        """The first build."""
        with click.Context(click.Command("serve"), info_name="serve"):
            config = load_config(str(self._folder / "mkdocs.yml"), site_dir=str(self._site))
            config.plugins.on_startup(command="serve", dirty=False)
        self._build()
        if self._overtaken:
            self._quick.overtaken = lambda: True

    def _build(self) -> None:
        with click.Context(click.Command("serve"), info_name="serve"), suppress(Overtaken):
            config = load_config(str(self._folder / "mkdocs.yml"), site_dir=str(self._site))
            config.site_url = ADDRESS
            self._quick.build(config, serve_url=ADDRESS)

    def write(self, edit: Edit, mark: str) -> tuple[float, float]:
        """Seconds until the open page was put, and in all; the edit is taken back after it."""
        file, self._page = self._folder / edit.name, edit.page
        text = file.read_text(encoding="utf-8")
        file.write_text(edit.made(text, mark), encoding="utf-8")
        start = time.process_time()
        self._build()
        found = (self._put - start, time.process_time() - start)
        file.write_text(text, encoding="utf-8")
        self._build()
        return found


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="of a project that is there: the work itself")
    args = parser.parse_args()
    if args.folder:
        measured(args.folder, args.rounds, made=bool(args.pages))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "ours"
        if args.pages:
            large(folder, args.pages, args.items)
        else:
            project(folder)
        # In the project's folder, so that its own macros are used: a word of theirs is changed.
        _, env = mkdocs(folder, "serve")
        env["PYTHONPATH"] = os.pathsep.join((str(folder), str(ROOT), str(ROOT / "scripts")))
        command = [sys.executable, "-m", "benchmarks.ahead", *sys.argv[1:]]
        subprocess.run([*command, "--folder", str(folder)], cwd=folder, env=env, check=True)


def measured(folder: Path, rounds: int, made: bool) -> None:
    """Prints what each kind of edit costs in the project in `folder`."""
    cached: Callable[..., object] = functools.cache(context.get_git_info)
    setattr(context, "get_git_info", cached)  # noqa: B010 -- as the server has it
    site = folder.parent / "site"
    site.mkdir()
    writer = Writer(folder, site, overtaken=made)
    writer.begin()
    for edit in edits(folder):
        if not edit.kind.startswith(FAULT):
            found = [writer.write(edit, f"{n + 1}777") for n in range(rounds)]
            first, every = (min(times) for times in zip(*found, strict=True))
            rest = "" if made else f"   all pages {every:.2f} s"
            print(f"{edit.kind:16} the open page {first:.2f} s{rest}", flush=True)


if __name__ == "__main__":
    main()
