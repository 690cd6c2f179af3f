"""A build for who looks at the page while writing: what a change has not touched is not made again.

No dependency is followed. Everything is read anew with MkDocs' own functions, and a page's Markdown
and its frame are made only where what goes into them is another than last time; so what comes out
is what a whole build gives, by construction. A change of pages alone keeps the settings, the data
and the menu too. What no open page shows (files to download, the search's index, the worker,
the checks of the finished site) is left to the whole build that follows (whole.py).
"""

from __future__ import annotations

import importlib
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs import utils
from mkdocs.commands.build import _build_page as build_page
from mkdocs.commands.build import _build_theme_template as build_template
from mkdocs.commands.build import _populate_page as populate
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from dev.faults import listening

RENDERED = ("content", "toc", "_title_from_render", "present_anchor_ids")
INCLUDED = InclusionLevel.is_in_serve
JOINED = Path("assets/checklists")
LISTS = "checklists"  # the folder of the templates that macros are made of


class Kept(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Put among the plugins: the files to download and the annexes as a whole build left them."""

    def __init__(self, files: tuple[Any, ...], annexes: tuple[Any, ...]) -> None:
        self.files, self.annexes = files, annexes


@dataclass
class Site:
    """All that MkDocs knows of a site while it builds it."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Any


@dataclass
class Quick:
    """Gives MkDocs' `build` for `serve`. `files` are the files to download and the annexes, as they
    were last made; `put` takes what was made, by its place below the site."""

    put: Callable[[dict[Path, bytes]], None]
    files: tuple[tuple[Any, ...], tuple[Any, ...]] = ((), ())
    site: Site | None = None
    _seen: dict[Path, tuple[int, int]] = field(default_factory=dict)
    _read: dict[str, tuple[Any, dict[str, Any]]] = field(default_factory=dict)
    _shown: dict[str, Any] = field(default_factory=dict)

    def build(
        self, config: MkDocsConfig, *, serve_url: str | None = None, dirty: bool = False
    ) -> None:
        """Raises what a build raises; then nothing is put, and the next reads everything."""
        seen = _looked_at(config)
        changed = {path for path in seen.keys() | self._seen.keys()
                   if seen.get(path) != self._seen.get(path)}  # fmt: skip
        before, self.site = self.site, None
        made: dict[Path, bytes] = {}
        with listening() as told, _instead(utils, "write_file", _holder(made)), self._rendering():
            site = before if before and _of_pages(before, changed) else self._read_all(config)
            if site is before:
                _macros().check_pages(site.config.plugins["macros"])
            for page in _pages(site):
                if site is not before or Path(page.file.abs_src_path or "") in changed:
                    populate(page, site.config, site.files)
            if site is not before:
                site.env = site.config.plugins.on_env(
                    site.env, config=site.config, files=site.files
                )
            shown = self._frames(site)
            made |= self._assets(site, changed)
            if told.lines:
                raise Abort("MkDocs warns of something")
        root = Path(site.config.site_dir)
        self.put({path.relative_to(root): content for path, content in made.items()})
        # Only now: what a fault has kept from being put is to be made again.
        self.site, self._seen, self._shown = site, seen, shown

    def _read_all(self, config: MkDocsConfig) -> Site:
        """Settings, data, files and menu, as MkDocs reads them before it reads the pages."""
        config.plugins[_macros().KEPT] = Kept(*self.files)
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files, env = get_files(config), config.theme.get_env()
        env.bytecode_cache, env.auto_reload = _macros().COMPILED, True
        files.add_files_from_theme(env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        for file in files.documentation_pages(inclusion=INCLUDED):
            if file.page is None:
                Page(None, file, config)
        return Site(config, files, nav, env)

    @contextmanager
    def _rendering(self) -> Any:
        """A page's Markdown is made to HTML only when it, what is explained in it, or which pages
        there are to lead to, is new."""
        ours = Page.render
        common: list[Any] = []

        def render(page: Page, config: MkDocsConfig, files: Files) -> None:
            if not common:
                common[:] = [str(config["mdx_configs"]), frozenset(files.src_uris)]
            key = (page.markdown, *common)
            before, result = self._read.get(page.file.src_uri, (None, {}))
            if before != key:
                ours(page, config, files)
                result = {name: getattr(page, name) for name in RENDERED}
                self._read[page.file.src_uri] = (key, result)
            for name, value in result.items():
                setattr(page, name, value)

        with _instead(Page, "render", render):
            yield

    def _frames(self, site: Site) -> dict[str, Any]:
        """Each page in its frame, and the theme's own pages, where anything in them is new. Gives
        what each is made of."""
        config = site.config
        common = repr((_said(config), _frame(config)))
        menu = str(site.nav)
        if self._shown.get("") != (common, menu):
            for template in config.theme.static_templates:
                build_template(template, site.env, site.files, config, site.nav)
        shown: dict[str, Any] = {"": (common, menu)}
        pages = site.files.documentation_pages(inclusion=INCLUDED)
        for page in _pages(site):
            around = [(p.title, p.url) for p in (page.previous_page, page.next_page) if p]
            key = (common, menu, page.content, repr(page.meta), page.title, str(page.toc),
                   page.update_date, around)  # fmt: skip
            if self._shown.get(page.file.dest_uri) != key:
                excluded = page.file.inclusion.is_excluded()  # type: ignore[no-untyped-call]
                build_page(page, config, pages, site.nav, site.env, excluded=excluded)
            shown[page.file.dest_uri] = key
        return shown

    def _assets(self, site: Site, changed: set[Path]) -> dict[Path, bytes]:
        """Pictures and the like that are new, scripts and sheets joined where one of them is, and
        what the scripts know of the data."""
        root = Path(site.config.site_dir)
        made = {
            Path(file.abs_dest_path): file.content_bytes
            for file in site.files
            if not file.is_documentation_page() and JOINED not in Path(file.dest_uri).parents
            if file.abs_src_path is None or Path(file.abs_src_path) in changed or not self._seen
        }  # fmt: skip
        env: Any = site.config.plugins["macros"]
        if not self._seen or any(path.suffix in (".js", ".css", ".svg") for path in changed):
            made |= _joined(env, site.files, root)
        known = _macros().known(env.guide)
        return made | {root / name: text.encode() for name, text in known.items()}


def _joined(env: Any, files: Iterable[File], root: Path) -> dict[Path, bytes]:
    """The scripts and sheets that pages ask for, as a whole build leaves them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in files:
            if JOINED in Path(file.dest_uri).parents and file.abs_src_path:
                target = folder / file.dest_uri
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file.abs_src_path, target)
        _macros().joined(env, folder)
        return {
            root / file.relative_to(folder): file.read_bytes()
            for file in folder.rglob("*") if file.is_file()
        }  # fmt: skip


def _pages(site: Site) -> list[Page]:
    found = site.files.documentation_pages(inclusion=INCLUDED)
    return [file.page for file in found if file.page is not None]


def _looked_at(config: MkDocsConfig) -> dict[Path, tuple[int, int]]:
    """Every file that the site is made of, with when it was changed and how large it is."""
    folders = [config.docs_dir, config.config_file_path or "", *config.watch]
    files = (
        file
        for place in dict.fromkeys(map(Path, folders))
        for file in (place.rglob("*") if place.is_dir() else [place])
        if file.is_file()
    )
    return {file.absolute(): (s.st_mtime_ns, s.st_size) for file in files if (s := file.stat())}


def _said(config: MkDocsConfig) -> list[Any]:
    """All settings, the theme's too, but for objects that are new in each build."""
    said = {key: value for key, value in config.items() if key not in ("plugins", "theme")}
    scripts = [str(script) for script in said.pop("extra_javascript")]
    return [said, scripts, {key: config.theme[key] for key in config.theme}]


def _frame(config: MkDocsConfig) -> list[tuple[str, int, int]]:
    """The frame's own files, with when they were changed; the theme that is installed stays."""
    files = _framing(Path(config.theme.custom_dir)) if config.theme.custom_dir else []
    return [(str(f), f.stat().st_mtime_ns, f.stat().st_size) for f in files]


def _framing(folder: Path) -> list[Path]:
    """Templates of pages: those of lists and tools are what macros are made of."""
    return sorted(f for f in folder.rglob("*.html") if f.parent.name != LISTS)


def _of_pages(site: Site, changed: set[Path]) -> bool:
    """Whether settings, data and menu are what they were: only pages' texts, their frame, sheets
    and scripts are others, and none has come or gone."""
    custom = site.config.theme.custom_dir
    known = {Path(page.file.abs_src_path or "") for page in _pages(site)}
    if custom:
        known.update(path.absolute() for path in _framing(Path(custom)))
        assets = Path(custom).absolute() / JOINED
        known.update(p for p in changed if assets in p.parents and p.suffix in (".js", ".css"))
    return changed <= known and all(path.exists() for path in changed)


def _holder(made: dict[Path, bytes]) -> Callable[[bytes, str], None]:
    """In the place of MkDocs' `write_file`: what is made is held until all of it is."""

    def hold(content: bytes, output_path: str) -> None:
        made[Path(output_path)] = content

    return hold


def _macros() -> Any:
    """The project's own macros, as the engine reads them."""
    return importlib.import_module("macros.build")


@contextmanager
def _instead(owner: Any, name: str, other: Any) -> Any:
    """Another one in the place of `owner.name` for a while."""
    ours = getattr(owner, name)
    setattr(owner, name, other)
    try:
        yield
    finally:
        setattr(owner, name, ours)
