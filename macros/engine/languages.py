"""The same site in each further language: a build of its own below the first, by the same command.

Each is what the first is: pages, menu, search, feed, files and worker, of pages that lie ready in a
folder. So no plugin is needed that knows several languages, only an engine that builds a folder.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from macros import load
from macros.catalog.model import Catalog
from macros.language import forms
from macros.load import translations
from macros.problems import Faulty, Problem
from macros.site import Site
from macros.translation import front

LETTERS = re.compile(r"[a-z]{2}")


def chosen(site: Site, catalog: Catalog, file: str) -> tuple[str, ...]:
    """The languages of the site, the guide's own first, as its settings in `file` say. Raises
    Faulty for what is none."""
    found = site.languages or (catalog.language,)
    problems = [
        Problem(file, 0, 0, f"extra.checklists.languages: {one!r} is no language", hint)
        for one in found
        if not LETTERS.fullmatch(one)
        for hint in ("YAML reads no as false: write nb" if one == "False" else "as nn",)
    ]
    if not problems and found[0] != catalog.language:
        message = (
            f"extra.checklists.languages: {catalog.language}, the guide's own, must come first"
        )
        problems = [Problem(file, 0, 0, message, f"write [{catalog.language}, …]")]
    if problems:
        raise Faulty(problems)
    return tuple(dict.fromkeys(found))


def choices(site: Site, languages: tuple[str, ...]) -> list[dict[str, str]]:
    """Each language's name, as it calls itself, the way to its pages from this one's, and their
    address where the site has one."""
    up = "../" if site.language else ""
    root = site.url.removesuffix(f"{site.language}/") if site.language else site.url
    return [
        {"lang": one, "name": forms.own_name(one), "way": up + below, "address": root + below}
        for n, one in enumerate(languages if len(languages) > 1 else ())
        for below in (f"{one}/" if n else "",)
    ]


@contextmanager
def others(conf: Any, root: Path, site: Site, languages: tuple[str, ...]) -> Iterator[list[Path]]:
    """The finished sites of all languages but the first, each in a folder named after it; gone
    afterwards. Raises what a build raises."""
    with tempfile.TemporaryDirectory(prefix="languages-", dir=_made(root)) as folder:
        for language in languages[1:]:
            docs, target = Path(folder) / "pages" / language, Path(folder) / "sites" / language
            _lay_out(root, language, docs)
            _build(conf, site, language, docs, target)
        yield [Path(folder) / "sites" / language for language in languages[1:]]


def serve(conf: Any, root: Path, language: str) -> None:
    """Has the site that is served be that of another language, made anew of its pages each time it
    is built. Raises Faulty for a language that nobody has begun to translate the guide into."""
    known = translations.languages(root)
    if language not in known:
        there = ", ".join(sorted(known)) or "none"
        message = f"nothing is translated into {language!r}"
        hint = f"name one that is there ({there}), or none for the guide's own"
        raise Faulty([Problem(f"translations/{language}.yml", 0, 0, message, hint)])
    docs = root / ".build" / f"serve-{language}"
    with tempfile.TemporaryDirectory(dir=_made(root)) as folder:
        _lay_out(root, language, Path(folder))
        _synced(Path(folder), docs)
    # What is written in stands elsewhere, and is what is watched.
    conf["watch"] = [*conf["watch"], *map(str, translations.page_folders(root))]
    conf["docs_dir"], conf["theme"]["language"] = str(docs), language
    conf["extra"]["checklists"] = {**(conf["extra"].get("checklists") or {}), "language": language}


def _made(root: Path) -> Path:
    made = root / ".build"
    made.mkdir(parents=True, exist_ok=True)
    return made


def _synced(fresh: Path, folder: Path) -> None:
    """Makes `folder` hold what `fresh` does. A file that is the same is left as it is: MkDocs
    watches them, and would build for ever."""
    new = {file.relative_to(fresh): file for file in fresh.rglob("*") if file.is_file()}
    for file in [file for file in folder.rglob("*") if file.is_file()]:
        if file.relative_to(folder) not in new:
            file.unlink()
    for name, file in new.items():
        target = folder / name
        if not target.exists() or target.read_bytes() != file.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)


def _build(conf: Any, site: Site, language: str, docs: Path, target: Path) -> None:
    from mkdocs.commands.build import build  # of no use where another program builds the pages
    from mkdocs.config import load_config

    made = load_config(
        config_file=conf["config_file_path"], docs_dir=str(docs), site_dir=str(target),
        strict=conf["strict"], use_directory_urls=conf["use_directory_urls"],
        site_url=f"{site.url}{language}/" if site.url else "",
    )  # fmt: skip
    made.theme["language"] = language
    ours = dict(made.extra.get("checklists") or {})
    made.extra["checklists"] = {**ours, "language": language}
    made.plugins.on_startup(command="build", dirty=False)
    try:
        build(made)
    finally:
        made.plugins.on_shutdown()


def _lay_out(root: Path, language: str, docs: Path) -> None:
    """Every page in a language below `docs`: its translation, or its source where none is fresh;
    and whatever lies beside the pages."""
    known = load.tongues(root)
    for folder in translations.page_folders(root):
        for file in sorted(f for f in folder.rglob("*") if f.is_file()):
            name = file.relative_to(folder)
            if name.parts[0] not in known and name.suffix != ".md":
                (docs / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, docs / name)
    for page, said in translations.pages_in(root, language).items():
        (docs / page).parent.mkdir(parents=True, exist_ok=True)
        (docs / page).write_text(said, encoding="utf-8", newline="\n")
    words = translations.headings(root, language)
    for menu in docs.rglob(front.MENU):
        said = front.with_headings(menu.read_text(encoding="utf-8"), words)
        menu.write_text(said, encoding="utf-8", newline="\n")
    if (assets := root / "local" / "assets").is_dir():
        shutil.copytree(assets, docs / "assets" / "local", dirs_exist_ok=True)
