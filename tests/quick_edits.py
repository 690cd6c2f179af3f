"""The guide twice, with the same edits: one is built quickly, one whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from dev import quick, whole
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from project import Framed

ADDRESS = "http://127.0.0.1:8000/"
MADE = (".html", ".css", ".js", ".svg", ".png")


@contextmanager
def serving() -> Iterator[None]:
    with click.Context(click.Command("serve"), info_name="serve"):
        yield


class Both:
    """A project that is built in both ways. `quickly` holds what was put, by its name."""

    def __init__(self, folder: Path) -> None:
        # What is downloaded is left to the whole build, and its sizes stand in the pages.
        self.project = Framed(folder / "project")
        self.root = self.project.root
        self.project.write("docs/side.md", "# En side\n\nTekst.\n\n## Del\n\n[Hjem](index.md)\n")
        self.project.write("docs/bilde.svg", "<svg/>")
        self.quickly, self.wholly = folder / "quick", folder / "whole"
        self.quickly.mkdir()
        self.quick = quick.Quick(put=self._put, ahead=self._ahead, open=lambda: self.open)
        self.open: list[str] = []
        with serving():
            config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.quickly))
            config.plugins.on_startup(command="serve", dirty=False)
        self.put: dict[Path, bytes] = {}
        self.first: dict[Path, bytes] = {}

    def _put(self, made: dict[Path, bytes]) -> None:
        self.put = made
        whole.put(self.quickly, {path.as_posix(): text for path, text in made.items()})

    def _ahead(self, made: dict[Path, bytes]) -> None:
        self.first = made
        whole.put(self.quickly, {path.as_posix(): text for path, text in made.items()})

    def build(self) -> None:
        with serving():
            self.quick.build(self._config(self.quickly), serve_url=ADDRESS)

    def differences(self) -> list[str]:
        """What a whole build gives that the quick one has not, or has otherwise."""
        with serving():
            build(self._config(self.wholly), serve_url=ADDRESS)
        names = [
            file.relative_to(self.wholly).as_posix()
            for file in sorted(self.wholly.rglob("*"))
            if file.suffix in MADE or file.name == "katalog.json"
        ]
        return [name for name in names if name != "sw.js" and not self._same(name)]

    def _same(self, name: str) -> bool:
        file = self.quickly / name
        return file.exists() and file.read_bytes() == (self.wholly / name).read_bytes()

    def _config(self, site: Path) -> MkDocsConfig:
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(site))
        config.site_url = ADDRESS
        return config

    def change(self, name: str, old: str, new: str) -> None:
        """One edit; the file's time is another also where the disk counts in seconds."""
        file = self.root / name
        text = file.read_text(encoding="utf-8")
        assert old in text, (name, old)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
