"""The engine's calls can be made again in one process, and leave the author's settings alone."""

from __future__ import annotations

import copy as copying
import os
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from project import Framed

from macros import palette
from macros.pages.render import Page
from macros.publish import styles

# A dirty build of MkDocs reads no titles and dates of pages that have not changed; the worker
# and the manifest count every byte.
MKDOCS_OWN = {"404.html", "sitemap.xml.gz", "sw.js", "manifest.json"}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    """Names of files that are in one only, or not the same."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def files(site: Path) -> dict[str, bytes]:
    """Every file of a built site by its name."""
    return {f.relative_to(site).as_posix(): f.read_bytes() for f in site.rglob("*") if f.is_file()}


@pytest.mark.slow
def test_two_builds_in_one_process_are_the_same_bytes(tmp_path: Path) -> None:
    """With one configuration, as a server that keeps it would."""
    root = Framed(tmp_path / "project").root
    conf = load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site"), strict=False)
    asked, before = copying.deepcopy(conf.extra["checklists"]), dict(os.environ)
    conf.plugins.on_startup(command="build", dirty=False)
    build(conf)
    first = files(tmp_path / "site")
    # What was joined and stamped at the first build lies in the folder that the second writes to.
    build(conf, dirty=True)
    assert differing(first, files(tmp_path / "site")) <= MKDOCS_OWN
    build(conf)
    assert differing(first, files(tmp_path / "site")) == set()
    assert conf.extra["checklists"] == asked
    assert dict(os.environ) == before
    dates = {line for line in first["sitemap.xml"].decode().split() if line.startswith("<lastmod>")}
    assert dates <= {"<lastmod>2026-11-24</lastmod>"}


@pytest.mark.parametrize("sheets", [list(styles.SHEETS), [*styles.SHEETS, "mine.css"], ["a.css"]])
def test_style_sheets_are_asked_for_once_however_often(tmp_path: Path, sheets: list[str]) -> None:
    (tmp_path / "local" / "assets").mkdir(parents=True)
    (tmp_path / palette.FORK).write_text("body {}", encoding="utf-8")
    once = styles.asked(sheets, tmp_path)
    assert styles.asked(once, tmp_path) == once
    assert once.count(styles.PUBLISHED) == 1 and once[-1] == styles.PUBLISHED


def test_an_item_stands_first_on_each_page_anew() -> None:
    page = Page("..", "liste-en")
    assert [page.claim("a"), page.claim("a"), Page("..", "liste-en").claim("a")] == [0, 1, 0]
