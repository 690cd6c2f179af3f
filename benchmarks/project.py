"""Projects to measure, made out of this one: what is copied, and how mkdocs.yml is changed for it.
The only place that changes one: as YAML, so that an edit which bites on nothing is told."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from benchmarks import ROOT

DOWNLOADS = ("extra", "checklists", "downloads")
PARTS = ("macros", "overrides", "docs", "releases", "asked", "translations")
DATA = "checklists.yml"


class Unchanged(Exception):
    """An edit that would change nothing: what was measured would not be what is said."""


class Settings:
    """A mkdocs.yml as YAML nodes: tags (`!ENV`, `!!python/name:`) stay as they are, comments go."""

    def __init__(self, text: str, name: str = "mkdocs.yml") -> None:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        if not isinstance(node, yaml.MappingNode):
            raise Unchanged(f"{name} holds no settings")
        self._name, self._root = name, node

    def put(self, *path: str, value: Any) -> None:
        """Sets what stands at `path` to another value. Raises Unchanged."""
        mapping, made = self._mapping(path[:-1]), _node(value)
        for number, (name, old) in enumerate(mapping.value):
            if name.value == path[-1] and yaml.serialize(old) != yaml.serialize(made):
                mapping.value[number] = (name, made)
                return
        raise Unchanged(f"{self._name}: there is no {'.'.join(path)} but {value!r}")

    def add(self, *path: str, value: Any) -> None:
        """Adds a setting to those that are there. Raises Unchanged when it is one of them."""
        mapping = self._mapping(path[:-1])
        if any(name.value == path[-1] for name, _ in mapping.value):
            raise Unchanged(f"{self._name}: there is {'.'.join(path)} already")
        mapping.value.append((_node(path[-1]), _node(value)))

    def drop(self, *path: str) -> None:
        """Takes away what stands at `path`. Raises Unchanged when nothing does."""
        mapping = self._mapping(path[:-1])
        kept = [pair for pair in mapping.value if pair[0].value != path[-1]]
        if len(kept) == len(mapping.value):
            raise Unchanged(f"{self._name}: there is no {'.'.join(path)}")
        mapping.value[:] = kept

    def text(self) -> str:
        """The settings as they are now."""
        made: str = yaml.serialize(self._root, allow_unicode=True, width=1000)
        return made

    def _mapping(self, path: tuple[str, ...]) -> yaml.MappingNode:
        node = self._root
        for depth, part in enumerate(path, 1):
            found = next((value for key, value in node.value if key.value == part), None)
            if not isinstance(found, yaml.MappingNode):
                raise Unchanged(f"{self._name}: there are no settings {'.'.join(path[:depth])}")
            node = found
        return node


def _node(value: Any) -> yaml.Node:
    """A value as it would be read from the file; JSON is YAML."""
    made = yaml.compose(json.dumps(value, ensure_ascii=False), Loader=yaml.SafeLoader)
    assert made is not None
    return made


@contextmanager
def edited(folder: Path) -> Iterator[Settings]:
    """The settings of the project in `folder`, written when all edits have bitten."""
    file = folder / "mkdocs.yml"
    settings = Settings(file.read_text(encoding="utf-8"), str(file))
    yield settings
    file.write_text(settings.text(), encoding="utf-8")


def copied(folder: Path, *left_out: str) -> None:
    """This project's own macros, theme, pages, data and settings in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in PARTS:
        if name not in left_out and (ROOT / name).is_dir():
            # One language is measured: pages in others are left out.
            tongues = [f.stem for f in (ROOT / "macros" / "language").glob("*.yml")]
            ignored = shutil.ignore_patterns("__pycache__", *(tongues if name == "docs" else ()))
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in ("mkdocs.yml", DATA):
        if name not in left_out:
            shutil.copy(ROOT / name, folder / name)


def project(folder: Path, pages: int = 0, downloads: bool = False) -> None:
    """This project, with enough guide pages more to make `pages`. Files to download are no part of
    what the macros write into pages, so they are made only when asked for."""
    copied(folder)
    if not downloads:
        with edited(folder) as settings:
            settings.add(*DOWNLOADS, value="")
    guide = (ROOT / "docs" / "forundersokelse.md").read_text(encoding="utf-8")
    have = len(list((folder / "docs").rglob("*.md")))
    for number in range(max(0, pages - have)):
        (folder / "docs" / f"side-{number}.md").write_text(guide, encoding="utf-8")


def plain_search(folder: Path) -> None:
    """Adds Material's default search."""
    with edited(folder) as settings:
        settings.add("plugins", "search", value={"lang": "no"})


def mkdocs(folder: Path, what: str, *args: str) -> tuple[list[str], dict[str, str]]:
    """The command and the environment of `mkdocs <what>` in a project of its own."""
    config = str(folder / "mkdocs.yml")
    command = [sys.executable, "-m", "mkdocs", what, "-q", "-f", config, *args]
    # One language, so that figures compare with those from before there were several.
    env = {"GUIDE_LANGUAGES": "nb", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder)}
    return command, {**env, "PATH": ""}


def build(folder: Path) -> Callable[[], None]:
    """A build of the project in `folder`, to be called. Raises CalledProcessError."""
    command, env = mkdocs(folder, "build")

    def run() -> None:
        subprocess.run(command, check=True, env=env, capture_output=True)

    return run
