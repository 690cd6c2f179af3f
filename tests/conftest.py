"""What the tests share: small projects to build, the real site built once, and a browser."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli

HERE = Path(__file__).resolve().parent.parent
OWN = ("mkdocs.local.yml", "local", "docs/lokalt")  # what only a fork has
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".build", "site", "__pycache__", ".*_cache", "node_modules"
)


def upstream(folder: Path) -> Path:
    """A copy of the project as it is without a fork's own files."""
    shutil.copytree(HERE, folder, ignore=LEFT_OUT, dirs_exist_ok=True)
    for name in OWN:
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)
        (folder / name).unlink(missing_ok=True)
    return folder


IS_FORK = any((HERE / name).exists() for name in OWN)
# In a fork the engine's tests run on upstream's data: the fork's own site has tests of its own.
ROOT = upstream(Path(tempfile.mkdtemp(prefix="upstream-"))) if IS_FORK else HERE
sys.path[:0] = [str(HERE / "scripts"), str(HERE), str(Path(__file__).parent)]
os.environ["NO_MKDOCS_2_WARNING"] = "1"

from dev.environment import Checkout  # noqa: E402  (found by the path above)
from dev.serve import served  # noqa: E402
from shared import once, run_folder  # noqa: E402

SMALL = """\
site_name: Prøve
strict: true
theme: {name: mkdocs}
plugins:
  macros: {modules: [macros], on_error_fail: true, on_undefined: strict, verbose: false}
markdown_extensions:
  admonition: {}
  attr_list: {}
  pymdownx.details: {}
  pymdownx.superfences: {}
  pymdownx.tabbed: {alternate_style: true}
  macros.markdown: {}
extra: {checklists: {site_id: prove}}
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="also the slow tests and other programs")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: runs only with --all")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--all"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="runs with --all"))


class Project:
    """A folder with a small project: data, pages, configuration."""

    def __init__(self, root: Path) -> None:
        self.root = root
        good = (ROOT / "tests" / "cases" / "good.yml").read_text(encoding="utf-8")
        self.write("mkdocs.yml", SMALL)
        self.write("checklists.yml", good)
        self.write("docs/index.md", "# Prøve\n\n{{ checklist_index() }}\n")
        self.write("docs/punkt.md", "# Punkter\n\n{{ checklist_register() }}\n")
        for name in ("liste-en", "liste-to"):
            self.write(f"docs/sjekklister/{name}.md", "{{ checklist_page() }}\n")

    def write(self, name: str, text: str | bytes) -> None:
        """Writes one of the project's files."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)

    def build(self) -> Result:
        """Runs `mkdocs build` as a person would; its exit code and all that it printed."""
        arguments = ["build", "-q", "-f", str(self.root / "mkdocs.yml")]
        return CliRunner().invoke(cli, arguments)

    def page(self, name: str) -> str:
        """A built page's HTML."""
        return (self.root / "site" / name / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project, for `checkout` to build in."""
    parts = ("macros", "overrides", "docs", "scripts", "requirements", "releases", "asked")
    for name in parts:
        left_out = shutil.ignore_patterns("__pycache__", "node_modules")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left_out)
    for name in ("mkdocs.yml", "checklists.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def checkout(root: Path) -> Checkout:
    """What dev.py's verbs are given: a folder, and this environment."""
    return Checkout(root, Path(sys.executable))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built with plain MkDocs once in a run. No test writes in it."""

    def build(folder: Path) -> None:
        arguments = ["build", "--strict", "-f", str(ROOT / "mkdocs.yml"), "-d", str(folder)]
        result = CliRunner().invoke(cli, arguments)
        assert result.exit_code == 0, result.output

    return once(run_folder(tmp_path_factory) / "site", build)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(site) as base:
        yield base


def pytest_unconfigure() -> None:
    shutil.rmtree(HERE / ".build" / "tests", ignore_errors=True)
    if IS_FORK:
        shutil.rmtree(ROOT, ignore_errors=True)
