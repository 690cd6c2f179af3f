"""What the tests share: small projects to build, and sites that are built once in a run."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import forks
import pytest
from builds import checkout, keep_downloads, plainly, without_a_net
from dev.build import build
from dev.serve import served
from places import HERE, IS_FORK, OWN, ROOT, copy_what_a_build_needs, upstream
from project import Project
from shared import once, run_folder

__all__ = ["HERE", "IS_FORK", "OWN", "ROOT", "Project", "checkout", "upstream"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="also the slow tests and other programs")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: runs only with --all")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    # What tests hold they hold to the end: Python looks for cycles in it seldom.
    gc.set_threshold(100_000, 50, 1000)
    # One language is built but where a test asks for more: three would take three times as long.
    os.environ["GUIDE_LANGUAGES"] = "nb"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--all"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="runs with --all"))


def pytest_unconfigure() -> None:
    shutil.rmtree(HERE / ".build" / "tests", ignore_errors=True)
    if IS_FORK:
        shutil.rmtree(ROOT, ignore_errors=True)


# --- Built once in a run, whichever process asks first. No test writes in these. ---------------


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built with plain MkDocs."""

    def make(folder: Path) -> None:
        result = plainly(ROOT / "mkdocs.yml", "--strict", "-d", str(folder))
        assert result.exit_code == 0, result.output

    return once(run_folder(tmp_path_factory) / "site", make)


@pytest.fixture(scope="session")
def built_copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which dev.py has built the site."""

    def make(folder: Path) -> None:
        copy_what_a_build_needs(folder)
        keep_downloads(ROOT, folder)
        assert build(checkout(folder)) == 0

    return once(run_folder(tmp_path_factory) / "built", make)


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project built from nothing, as `without_a_net` says."""

    def make(folder: Path) -> None:
        copy_what_a_build_needs(folder)
        without_a_net(folder)

    return once(run_folder(tmp_path_factory) / "elsewhere", make)


@pytest.fixture(scope="session")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example fork, built."""

    def make(folder: Path) -> None:
        upstream(folder)
        shutil.copytree(forks.FORK, folder, dirs_exist_ok=True)
        result = forks.build(folder)
        assert result.exit_code == 0, result.output

    return once(run_folder(tmp_path_factory) / "fork", make)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built."""

    def make(folder: Path) -> None:
        result = Project(folder).build()
        assert result.exit_code == 0, result.output

    return once(run_folder(tmp_path_factory) / "small", make)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(site) as base:
        yield base


# --- For one test, to change and to build. ------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path, small: Path) -> Project:
    """The small project, not built yet; its files to download are there as from a build before."""
    keep_downloads(small, tmp_path)
    return Project(tmp_path)


@pytest.fixture
def copy(tmp_path: Path, site: Path) -> Path:
    """A copy of the project, not built yet; its files to download are there as from a build
    before."""
    copy_what_a_build_needs(tmp_path)
    keep_downloads(ROOT, tmp_path)
    return tmp_path


@pytest.fixture
def built(copy: Path, site: Path) -> Path:
    """A copy of the project with its finished site (the same bytes as dev.py's: test_whole)."""
    shutil.copytree(site, copy / "site")
    return copy
