"""The whole build behind a quick one: a program of its own that is stopped by the next change, and
what it made put in the place of what was quick. Nothing that is kept in the server is used in it.

    python -m dev.whole CONFIG SITE ADDRESS REPORT
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config

from dev.faults import listening, words

# Of one file to download, as macros/exports/downloads.py holds it.
FILE = ("document", "format", "name", "path", "size")
SCRIPTS = str(Path(__file__).parent.parent)


class Whole:
    """Builds the whole site after each change, in the background. `done` is told the fault («»),
    the files to download, the annexes, and whether anything in the site was another; it is called
    by a thread of its own, never for a build that a newer change has overtaken."""

    def __init__(
        self,
        config: str,
        site: Path,
        address: str,
        done: Callable[[str, list[list[dict[str, str]]], bool], None],
    ) -> None:
        self._command, self._site, self._done = (config, address), site, done
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._turn = 0

    @contextlib.contextmanager
    def halted(self) -> Iterator[None]:
        """No whole build runs, and none is put in place, meanwhile."""
        with self._lock:
            self._turn += 1
            if self._running is not None:
                self._running.kill()
            yield

    def start(self) -> None:
        """Begins one; what ran is stopped."""
        with self.halted():
            turn = self._turn
        threading.Thread(target=self._run, args=(turn,), daemon=True).start()

    def _run(self, turn: int) -> None:
        with tempfile.TemporaryDirectory(
            prefix="mkdocs_whole_", ignore_cleanup_errors=True
        ) as name:
            fresh, report = Path(name, "site"), Path(name, "report.json")
            config, address = self._command
            command = [sys.executable, "-m", "dev.whole", config, str(fresh), address, str(report)]
            path = os.pathsep.join(filter(None, (SCRIPTS, os.environ.get("PYTHONPATH", ""))))
            with self._lock:
                if turn != self._turn:
                    return
                env = {**os.environ, "PYTHONPATH": path}
                self._running = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
                running = self._running
            running.wait()
            with self._lock:
                if turn != self._turn:
                    return
                self._running = None
                told: dict[str, Any] = {
                    "fault": "the build was ended from without",
                    "files": [[], []],
                }
                if report.exists():
                    told = json.loads(report.read_text(encoding="utf-8"))
                other = not told["fault"] and bool(synced(fresh, self._site))
            self._done(told["fault"], told["files"], other)


def synced(fresh: Path, site: Path) -> list[str]:
    """Makes `site` the same as `fresh`: what is another is put in its place whole, what is no more
    goes. Gives the names of those."""
    new, old = _files(fresh), _files(site)
    gone = sorted(old.keys() - new.keys())
    for name in gone:
        old[name].unlink()
    return [*put(site, {name: file.read_bytes() for name, file in new.items()}), *gone]


def put(site: Path, made: Mapping[str, bytes]) -> list[str]:
    """Writes what is another below `site`, each file in one step: who asks meanwhile gets the old
    or the new. Gives the names of those."""
    other = []
    for name, content in made.items():
        target = site / name
        if target.exists() and target.read_bytes() == content:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f"{target.name}.part")
        beside.write_bytes(content)
        beside.replace(target)
        other.append(name)
    return other


def _files(folder: Path) -> dict[str, Path]:
    found = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file for file in found}


def main(arguments: Iterable[str]) -> None:
    config_file, site, address, report = arguments
    fault: str = ""
    files: list[list[dict[str, str]]] = [[], []]
    if hasattr(os, "nice"):
        os.nice(5)
    with listening() as told, click.Context(click.Command("serve"), info_name="serve"):
        try:
            config = load_config(config_file=config_file, site_dir=site)
            config.plugins.on_startup(command="serve", dirty=False)
            config.site_url = address
            build(config, serve_url=address)
            guide = config.plugins["macros"].guide  # type: ignore[attr-defined]
            files = [
                [{key: str(getattr(one, key)) for key in FILE} for one in made]
                for made in (guide.files, guide.annexes)
            ]
        except (Exception, SystemExit) as stopped:  # noqa: BLE001
            fault = words(stopped, told.lines)
    made = json.dumps({"fault": fault, "files": files})
    beside = Path(report + ".part")
    beside.write_text(made, encoding="utf-8")
    shutil.move(beside, report)


if __name__ == "__main__":
    main(sys.argv[1:])
