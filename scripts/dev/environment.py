"""A checkout of the project, and the Python in which its programs run."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from dev.progress import counted, followed

ROOT = Path(__file__).resolve().parents[2]
PIP = ("-m", "pip", "--disable-pip-version-check", "install")
# Finished packages with their hashes only: no package's own program runs while it is installed.
LOCKED = ("--only-binary", ":all:", "--require-hashes", "-r")
PROJECT = ("--no-deps", "--no-build-isolation", "--editable", ".")
PDFS = ("typst", "pikepdf")  # what may be missing for a machine: then no PDFs are made


def stop(message: str) -> NoReturn:
    """One line naming what is missing and the cure, and out."""
    print(f"dev.py: {message}", file=sys.stderr)
    sys.exit(1)


def program(folder: Path, name: str) -> Path:
    """A program of the virtual environment in `folder`, also when it is not there yet."""
    return folder / (f"Scripts/{name}.exe" if os.name == "nt" else f"bin/{name}")


def told(said: str) -> str:
    """Of what a program said before it gave up, the line that tells: the first that names an error.
    The last is often a hint, a path or nothing."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    named = (line for line in lines if line.lower().startswith(("error", "npm error", "fatal")))
    return next(named, lines[-1] if lines else "it does not say why")


def without(lock: str, names: Sequence[str]) -> str:
    """A file of locked requirements without some packages: an entry is a line, and the indented
    ones after it."""
    entries = re.split(r"(?m)^(?=\S)", lock)
    return "".join(one for one in entries if one.partition("==")[0] not in names)


@dataclass(frozen=True)
class Checkout:
    """The project in a folder. `python` has all that is needed; without one it is .venv/, which is
    set up when it is asked for."""

    root: Path = ROOT
    python: Path | None = None

    @property
    def made(self) -> Path:
        """What is kept between builds."""
        return self.root / ".build"

    @property
    def config(self) -> str:
        """The configuration in use: a fork's own where there is one."""
        own = "mkdocs.local.yml"
        return own if (self.root / own).exists() else "mkdocs.yml"

    def ready(self, name: str) -> None:
        """.venv/ with what requirements/<name>.txt locks; made again only when that has changed."""
        if self.python is None and not self._has(name):
            with alone(self.made / "setting-up"):
                if not self._has(name):
                    self._set_up(name)

    def run(
        self,
        *command: str,
        capture: bool = False,
        say: Callable[[str], None] | None = None,
        **more: str,
    ) -> subprocess.CompletedProcess[str]:
        """Runs a program of the environment in the project's folder; captured output is one text,
        `say` is told each line of it, `more` are variables of the environment."""
        settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **more}
        python = self.python or program(self._venv, "python")
        if say:
            return followed([str(python), *command], self.root, settings, say)
        return subprocess.run(
            [str(python), *command],
            cwd=self.root,
            env=settings,
            encoding="utf-8",
            stdout=subprocess.PIPE if capture else None,
            stderr=subprocess.STDOUT if capture else None,
        )

    def commit(self) -> str:
        """Which commit the sources are: COMMIT of the environment, or git's answer when nothing is
        edited; «» where nobody knows."""
        if told := os.environ.get("COMMIT"):
            return told
        if not (self.root / ".git").exists():
            return ""
        command = ("git", "-C", str(self.root), "status", "--porcelain=v2", "--branch")
        env = {**os.environ, "GIT_OPTIONAL_LOCKS": "0"}
        try:
            said = subprocess.run(command, env=env, capture_output=True, encoding="utf-8").stdout
        except OSError:
            return ""
        if any(not line.startswith("#") for line in said.splitlines()):
            return ""
        found = re.search(r"^# branch\.oid ([0-9a-f]{40,64})$", said, re.M)
        return found[1] if found else ""

    @property
    def _venv(self) -> Path:
        return self.root / ".venv"

    def _has(self, name: str) -> bool:
        """The test environment holds all that the build needs."""
        names = {name, "test"} if name == "build" else {name}
        marked = any((self._venv / self.mark(one)).exists() for one in names)
        return marked and self._runs()

    def _runs(self) -> bool:
        """Whether the Python that .venv/ was made with is still there: a newer one in its place,
        or a folder that was moved, leaves a program that does not start."""
        try:
            command = [str(program(self._venv, "python")), "-c", ""]
            return subprocess.run(command, capture_output=True).returncode == 0
        except OSError:
            return False

    def mark(self, name: str) -> str:
        """The name of the file in .venv/ that says that just this was installed."""
        parts = [self.root / "requirements" / f"{name}.txt", self.root / "pyproject.toml"]
        digest = hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()
        return f"installed-{name}-{digest[:16]}"

    def _set_up(self, name: str) -> None:
        print(f"dev.py: setting up .venv/ for {name} (once) …", file=sys.stderr, flush=True)
        if not self._runs():
            self._create()
        if not (self._installed(name) and self._pip(*PROJECT)):
            stop(
                "pip could not install what is locked (see above): is the package registry reached?"
            )
        for mark in self._venv.glob("installed-*"):
            mark.unlink()
        (self._venv / self.mark(name)).touch()

    def _installed(self, name: str) -> bool:
        """Installs what is locked. Where a machine has no finished PDF libraries (an older macOS,
        an Intel Mac, Windows on ARM, Alpine), all the rest, and says so: then no PDFs are made."""
        lock = self.root / "requirements" / f"{name}.txt"
        every = len(re.findall(r"(?m)^[\w.\[\]-]+==", lock.read_text(encoding="utf-8")))
        done = self.run(*PIP, *LOCKED, str(lock), capture=True, say=counted(every))
        if not done.returncode:
            return True
        missing = [one for one in PDFS if f"distribution found for {one}=" in done.stdout]
        if not missing:
            print(done.stdout, end="", file=sys.stderr)
            return False
        said = f"there is no {missing[0]} for this machine: PDFs are left out"
        print(f"dev.py: {said}", file=sys.stderr)
        rest = self.made / f"{name}-without-pdf.txt"
        rest.write_text(without(lock.read_text(encoding="utf-8"), PDFS), encoding="utf-8")
        return self._pip(*LOCKED, str(rest))

    def _pip(self, *what: str) -> bool:
        return not self.run(*PIP, "--quiet", *what).returncode

    def _create(self) -> None:
        command = [sys.executable, "-m", "venv", "--clear", str(self._venv)]
        if subprocess.run(command, capture_output=True).returncode:
            shutil.rmtree(self._venv, ignore_errors=True)
            minor = f"{sys.version_info.major}.{sys.version_info.minor}"
            stop(f"venv is missing: on Debian and Ubuntu, apt-get install python{minor}-venv")


@contextlib.contextmanager
def alone(file: Path) -> Iterator[None]:
    """Waits until no other process is inside for the same file. The system lets go of it when a
    process dies, so nothing is left locked."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as held:
        _lock(held.fileno())
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        while True:
            # LK_LOCK gives up after ten seconds; what is waited for may take minutes.
            with contextlib.suppress(OSError):
                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
                return
            time.sleep(0.1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)
