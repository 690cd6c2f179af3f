"""A clean build of the sources beside them, under settings that somebody else's manifest states."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from macros.problems import Faulty, Problem
from macros.publish.manifest import SETTINGS

# Of the sources' folder: what was made there, or is too large to be a source.
MADE = frozenset({".git", ".venv", ".build", "site"})
ANYWHERE = ("__pycache__", "node_modules", ".*_cache")
TOLD = 12  # lines of what a build says before it stops


def rebuild(root: Path, config: str, settings: Mapping[str, str], folder: Path) -> Path:
    """Builds a copy of `root` in `folder`, with nothing kept from earlier builds, and gives the
    built site. Only `settings` count of what a build reads from its environment.

    Raises Faulty when there is no such settings file, or when the build stops."""
    if not (root / config).is_file():
        what = f"the site was built with {config}, which is not here"
        hint = "verify in the sources of the same edition: --root names their folder"
        raise Faulty([Problem(config, 0, 0, what, hint)])
    sources, site = folder / "sources", folder / "site"
    anywhere = shutil.ignore_patterns(*ANYWHERE)

    def left_out(here: str, names: list[str]) -> set[str]:
        top = MADE & set(names) if Path(here) == root else set()
        return {*anywhere(here, names), *top}

    shutil.copytree(root, sources, symlinks=True, ignore=left_out)
    env = {k: v for k, v in os.environ.items() if k not in (*SETTINGS, "COMMIT")}
    env |= {**settings, "PYTHONPATH": str(sources), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", config, "-d", str(site)]
    done = subprocess.run(
        command, cwd=sources, env=env, encoding="utf-8", errors="replace",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    if done.returncode:
        said = " / ".join(done.stdout.strip().splitlines()[-TOLD:])
        hint = "python3 scripts/dev.py build says more; a site of other sources is no surprise"
        raise Faulty([Problem(config, 0, 0, f"a clean build stops here: {said}", hint)])
    return site
