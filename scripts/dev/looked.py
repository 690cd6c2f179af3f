"""What a quick build looks at to tell what is another than last time: files, settings, frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

JOINED = Path("assets/checklists")
LISTS = "checklists"  # the folder of the templates that macros are made of
Seen = dict[Path, tuple[int, int]]


def files(config: MkDocsConfig) -> Seen:
    """Every file that the site is made of, with when it was changed and how large it is."""
    folders = [config.docs_dir, config.config_file_path or "", *config.watch]
    found = (
        file
        for place in dict.fromkeys(map(Path, folders))
        for file in (place.rglob("*") if place.is_dir() else [place])
        if file.is_file()
    )
    return {file.absolute(): (s.st_mtime_ns, s.st_size) for file in found if (s := file.stat())}


def others(before: Seen, now: Seen) -> set[Path]:
    """Those that have come, gone or been changed."""
    return {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}


def said(config: MkDocsConfig) -> list[Any]:
    """All settings, the theme's too, but for objects that are new in each build."""
    said = {key: value for key, value in config.items() if key not in ("plugins", "theme")}
    scripts = [str(script) for script in said.pop("extra_javascript")]
    return [said, scripts, {key: config.theme[key] for key in config.theme}]


def frame(config: MkDocsConfig) -> list[tuple[str, int, int]]:
    """The frame's own files, with when they were changed; the theme that is installed stays."""
    files = _framing(Path(config.theme.custom_dir)) if config.theme.custom_dir else []
    return [(str(f), f.stat().st_mtime_ns, f.stat().st_size) for f in files]


def _framing(folder: Path) -> list[Path]:
    """Templates of pages: those of lists and tools are what macros are made of."""
    return sorted(f for f in folder.rglob("*.html") if f.parent.name != LISTS)


def of_pages(config: MkDocsConfig, pages: list[Page], changed: set[Path]) -> bool:
    """Whether settings, data and menu are what they were: only pages' texts, their frame, sheets
    and scripts are others, and none has come or gone."""
    custom = config.theme.custom_dir
    known = {source(page) for page in pages}
    if custom:
        known.update(path.absolute() for path in _framing(Path(custom)))
        assets = Path(custom).absolute() / JOINED
        known.update(p for p in changed if assets in p.parents and p.suffix in (".js", ".css"))
    return changed <= known and all(path.exists() for path in changed)


def source(page: Page) -> Path:
    """The file that a page is made of."""
    return Path(page.file.abs_src_path or "")


def holder(made: dict[Path, bytes]) -> Callable[[bytes, str], None]:
    """In the place of MkDocs' `write_file`: what is made is held until it is put."""

    def hold(content: bytes, output_path: str) -> None:
        made[Path(output_path)] = content

    return hold


@contextmanager
def instead(owner: Any, name: str, other: Any) -> Iterator[None]:
    """Another one in the place of `owner.name` for a while."""
    ours = getattr(owner, name)
    setattr(owner, name, other)
    try:
        yield
    finally:
        setattr(owner, name, ours)
