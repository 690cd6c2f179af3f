"""All that MkDocs knows of a site while it builds it, and what stands beside its pages."""

from __future__ import annotations

import importlib
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from dev import looked

INCLUDED = InclusionLevel.is_in_serve
SCRIPTS = frozenset({".js"})
SHEETS = frozenset({".css", ".svg"})  # the mark is in a sheet's colours
Made = dict[Path, bytes]
LISTED: dict[Any, list[str]] = {}
MATCHED: dict[Any, bool] = {}


class Kept(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Put among the plugins: the files to download and the annexes as a whole build left them."""

    def __init__(self, files: tuple[Any, ...], annexes: tuple[Any, ...]) -> None:
        self.files, self.annexes = files, annexes


@dataclass
class Site:
    """Settings, files, menu, and the theme's environment; which pages are still to be read, whether
    the plugins have had the environment, and whether what the scripts know is put."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Any
    unread: set[str] = field(default_factory=set)
    given: bool = False
    told: bool = False
    _known: Made = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.unread = {page.file.src_uri for page in self.pages}

    @property
    def pages(self) -> list[Page]:
        found = self.files.documentation_pages(inclusion=INCLUDED)
        return [file.page for file in found if file.page is not None]

    @property
    def root(self) -> Path:
        return Path(self.config.site_dir)

    @property
    def macros(self) -> Any:
        return self.config.plugins["macros"]

    def at(self, addresses: Sequence[str]) -> list[Page]:
        """The pages at these addresses, in their order."""
        pages = {page.url: page for page in self.pages}
        return [pages[address] for address in addresses if address in pages]

    def around(self) -> tuple[str, str]:
        """What stands round every page."""
        return repr((looked.said(self.config), looked.frame(self.config))), str(self.nav)

    def assets(self, changed: set[Path], every: bool) -> Made:
        """Pictures and the like that are new, or every one; scripts and sheets joined where one of
        them is."""
        made = {
            Path(file.abs_dest_path): file.content_bytes
            for file in self.files
            if not file.is_documentation_page()
            and looked.JOINED not in Path(file.dest_uri).parents
            if every or file.abs_src_path is None or Path(file.abs_src_path) in changed
        }  # fmt: skip
        kinds = {path.suffix for path in changed}
        scripts, sheets = (bool(every or kinds & one) for one in (SCRIPTS, SHEETS))
        if scripts or sheets:
            made |= _joined(self, scripts, sheets)
        return made

    def known(self) -> Made:
        """What the scripts know of the data; worked out once, also where the build that asked was
        overtaken."""
        if not self._known:
            known = macros().known(self.macros.guide)
            self._known = {self.root / name: text.encode() for name, text in known.items()}
        return self._known


def read(config: MkDocsConfig, kept: Kept) -> Site:
    """Settings, data, files and menu, as MkDocs reads them before it reads the pages."""
    config.plugins[macros().KEPT] = kept
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files, env = get_files(config), config.theme.get_env()
    env.bytecode_cache, env.auto_reload = macros().COMPILED, True
    with looked.instead(env, "list_templates", _listing(config)):
        files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    glob = importlib.import_module("wcmatch.glob")  # as the menu's plugin does
    with looked.instead(glob, "globmatch", _matching(glob.globmatch)):
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    for file in files.documentation_pages(inclusion=INCLUDED):
        if file.page is None:
            Page(None, file, config)
    return Site(config, files, nav, env)


def _listing(config: MkDocsConfig) -> Callable[[Callable[[str], bool]], list[str]]:
    """As Jinja lists a theme's files, the thousands of an installed one (icons) once a process."""
    own = config.theme.custom_dir
    installed = tuple(folder for folder in config.theme.dirs if folder != own)
    asked = (installed, frozenset(config.theme.static_templates))

    def listed(filter_func: Callable[[str], bool]) -> list[str]:
        if asked not in LISTED:
            LISTED[asked] = list(filter(filter_func, FileSystemLoader(installed).list_templates()))
        ours = FileSystemLoader(own).list_templates() if own else []
        return sorted({*LISTED[asked], *filter(filter_func, ours)})

    return listed


def _matching(match: Callable[..., bool]) -> Callable[..., bool]:
    """As the menu's plugin matches a file with a pattern, each pair once a process: it reads the
    pattern anew for each of a thousand files."""

    def matched(name: str, pattern: str, *, flags: int, exclude: Sequence[str] | None) -> bool:
        asked = (name, pattern, flags, str(exclude))
        if asked not in MATCHED:
            MATCHED[asked] = match(name, pattern, flags=flags, exclude=exclude)
        return MATCHED[asked]

    return matched


def _joined(site: Site, scripts: bool, sheets: bool) -> Made:
    """The scripts and sheets that pages ask for, or one of them, as a whole build leaves them."""
    left = frozenset().union(() if scripts else SCRIPTS, () if sheets else SHEETS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in site.files:
            place = Path(file.dest_uri)
            if looked.JOINED in place.parents and file.abs_src_path and place.suffix not in left:
                target = folder / place
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file.abs_src_path, target)
        macros().joined(site.macros, folder, scripts, sheets)
        return {
            site.root / file.relative_to(folder): file.read_bytes()
            for file in folder.rglob("*") if file.is_file()
        }  # fmt: skip


def macros() -> Any:
    """The project's own macros, as the engine reads them."""
    return importlib.import_module("macros.build")


def source() -> Any:
    """What reads YAML for them."""
    return importlib.import_module("macros.source")
