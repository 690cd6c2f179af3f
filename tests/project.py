"""A small project that a test may change and build: data, pages, configuration."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path

from builds import plainly
from click.testing import Result
from mkdocs_macros import context
from places import ROOT

GOOD = Path(__file__).parent / "cases" / "good.yml"
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
extra:
  checklists:
    site_id: prove
    # MkDocs' own theme has scripts in its pages; a small build knows them by their digests.
    scripts:
      - sha256-O6piNkhLv4BI/Oje+MccCmgUSrS1sIp+CMaOsvD/VWU=
      - sha256-AuH2AjpoMvgv/hLHl0fLjGuuKVvxqTWovEoofHzzgyM=
      - sha256-/956lOfMjeXNNcPSn8A8Z6Tg9MmDJMmbVqLOrpOmfKE=
      - sha256-JVtXBN3OaPlfCWGsZcUjBMabH46HrnNWGuxOvwRHr+o=
      - sha256-vOlQEm3ZwegRPXMUBkj6Zqza16uqbo+pS4Aw6UWG+yc=
"""
# mkdocs-macros asks git twelve things at every build (1.5.0): half of what a build takes that ends
# at a fault. The answers are the same all the time that tests run.
context.get_git_info = functools.cache(context.get_git_info)


class Project:
    """A folder with a small project: data, pages, configuration."""

    def __init__(self, root: Path) -> None:
        self.root = root
        good = GOOD.read_text(encoding="utf-8")
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
        return plainly(self.root / "mkdocs.yml", "-q")

    def page(self, name: str) -> str:
        """A built page's HTML."""
        return (self.root / "site" / name / "index.html").read_text(encoding="utf-8")


class Framed(Project):
    """The small project in the real theme, with its scripts and sheets; nothing to download."""

    THEME = """\
theme: {name: material, custom_dir: overrides, language: nb, font: false}
watch: [checklists.yml, overrides, local]
extra_css: [assets/checklists/site.css, assets/checklists/checklist.css]
extra_javascript: [{path: assets/checklists/main.js, type: module}]
"""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        theme, ours = "theme: {name: mkdocs}\n", "    site_id: prove\n"
        assert theme in SMALL
        assert ours in SMALL
        made = SMALL.replace(theme, self.THEME).replace(ours, f"{ours}    downloads: ''\n")
        self.write("mkdocs.yml", made)
        shutil.copytree(ROOT / "overrides", root / "overrides")
        (root / "local").mkdir()
