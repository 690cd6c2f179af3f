"""A fork's own site: links, ids and axe must hold; reading level, spelling and what is missing
from upstream are only reported. Skipped where there is no edition of one's own."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import lix
import pytest
from click.testing import CliRunner
from conftest import HERE, IS_FORK
from dev.serve import served
from mkdocs.__main__ import cli
from playwright.sync_api import Browser

from macros import load

from .axe import violations

pytestmark = pytest.mark.skipif(not IS_FORK, reason="no edition of its own here")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fork's site, strictly built: every link and every id has been checked."""
    folder = tmp_path_factory.mktemp("own")
    arguments = ["build", "--strict", "-f", str(HERE / "mkdocs.local.yml"), "-d", str(folder)]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.output
    return folder


def test_every_item_has_its_anchor(own: Path) -> None:
    catalog = load.load(HERE)
    pages = "".join(p.read_text(encoding="utf-8") for p in own.rglob("index.html"))
    assert [i.id for _, i in catalog.items() if f' id="{i.id}"' not in pages] == []


@pytest.fixture(scope="module")
def base(own: Path) -> Iterator[str]:
    with served(own) as address:
        yield address


def test_every_page_is_accessible(own: Path, base: str, chromium: Browser) -> None:
    found = {}
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    for file in sorted(own.rglob("index.html")):
        # One that leads on at once would be on its way while the next is opened.
        if 'http-equiv="refresh"' in file.read_text(encoding="utf-8"):
            continue
        name = file.parent.relative_to(own).as_posix()
        page.goto(f"{base}{'' if name == '.' else name + '/'}")
        found[name] = violations(page)
    page.close()
    assert len(found) > 10
    assert {name: told for name, told in found.items() if told} == {}


def test_reading_level_is_reported(own: Path) -> None:
    for name, level in lix.levels(own).items():
        if level.lix > 45:
            warnings.warn(f"{name}: LIX {level.lix:.0f}", stacklevel=1)
