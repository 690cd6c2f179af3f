"""Where the project stands that is tested: here, or in a fork as it is without the fork's files."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
OWN = ("mkdocs.local.yml", "local", "docs/lokalt")  # what only a fork has
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".build", "site", "__pycache__", ".*_cache", "node_modules"
)
FOLDERS = (
    "macros",
    "overrides",
    "docs",
    "scripts",
    "requirements",
    "releases",
    "asked",
    "translations",
)
FILES = ("mkdocs.yml", "checklists.yml", "pyproject.toml")


def upstream(folder: Path) -> Path:
    """A copy of the project as it is without a fork's own files."""
    shutil.copytree(HERE, folder, ignore=LEFT_OUT, dirs_exist_ok=True)
    for name in OWN:
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)
        (folder / name).unlink(missing_ok=True)
    return folder


def copy_what_a_build_needs(folder: Path) -> None:
    """All that dev.py or MkDocs need to build, and nothing that was built."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=LEFT_OUT)
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)


def own_pages(root: Path) -> list[Path]:
    """The guide's own pages, without those in other languages."""
    docs, apart = root / "docs", {f.stem for f in (HERE / "macros" / "language").glob("*.yml")}
    return [f for f in sorted(docs.rglob("*.md")) if f.relative_to(docs).parts[0] not in apart]


IS_FORK = any((HERE / name).exists() for name in OWN)
# In a fork the engine's tests run on upstream's data: the fork's own site has tests of its own.
ROOT = upstream(Path(tempfile.mkdtemp(prefix="upstream-"))) if IS_FORK else HERE
