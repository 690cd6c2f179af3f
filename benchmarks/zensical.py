"""Builds the site with Zensical and without MkDocs, and compares the articles with MkDocs' own.

    .venv/bin/python -m benchmarks.zensical [FOLDER]

Sets Zensical up in .build/zensical the first time. FOLDER keeps what was built. Exit code 0 when
every article is the same, 1 when some differ (each is named), 2 when Zensical cannot be installed
or does not build. What a move would take stands in without_mkdocs.py.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from dev.environment import program, told

from benchmarks import ROOT
from benchmarks.articles import articles, differences
from benchmarks.project import copied

HOME = ROOT / ".build" / "zensical"
LOCK = ROOT / "requirements" / "zensical.txt"
# Zensical writes other links without an address; a site of another language is MkDocs' to build.
ONE = {"SITE_URL": "https://example.invalid/", "GUIDE_LANGUAGES": "nb"}


class Unable(Exception):
    """Zensical cannot be installed here; the text says why."""


class Stopped(Exception):
    """Zensical is there and does not build the guide, or not without MkDocs; the text says why."""


def set_up() -> Path:
    """The Python that has Zensical, installed when it is not there. Raises Unable."""
    python = program(HOME, "python")
    if not (HOME / "done").exists():
        shutil.rmtree(HOME, ignore_errors=True)
        venv.create(HOME, with_pip=True)
        pip = [str(python), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(LOCK)]
        done = subprocess.run(pip, capture_output=True, text=True)
        if done.returncode:
            raise Unable(f"cannot be installed: {told(done.stderr)}")
        (HOME / "done").touch()
    return python


def build(folder: Path) -> Path:
    """The site that Zensical makes, in `folder`. Raises Unable and Stopped."""
    python = set_up()
    copied(folder)
    path = os.pathsep.join([str(folder), str(ROOT)])  # the copy's own macros come first
    env = {**os.environ, **ONE, "PYTHONPATH": path, "NO_COLOR": "1"}
    command = [str(python), "-m", "benchmarks.without_mkdocs", str(folder)]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)
    if done.returncode:
        raise Stopped(f"stops: {(done.stdout + done.stderr).strip()[-1500:]}")
    return folder / "site"


def with_mkdocs(folder: Path) -> Path:
    """The same site by MkDocs, in `folder`."""
    env = {**os.environ, **ONE, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, env=env, check=True)
    return folder


def main() -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("folder", nargs="?", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = args.folder or Path(name) / "zensical"
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            parser.error(f"{folder} is not empty")
        try:
            theirs = build(folder.resolve())
        except (Unable, Stopped) as why:
            print(f"Zensical {why}", file=sys.stderr)
            return 2
        ours = with_mkdocs(Path(name) / "mkdocs")
        other = list(differences(ours, theirs))
        for page, what in other:
            print(f"{page}: {what}")
        total = len(articles(ours))
        print(f"{total - len(other)} of {total} articles are the same")
        return 1 if other else 0


if __name__ == "__main__":
    sys.exit(main())
