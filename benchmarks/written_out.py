"""A project with each macro's line in place, as plain HTML in the Markdown: what the macros cost is
the difference to it.

Run with a folder, it writes out the project that lies there: `python -m benchmarks.written_out
FOLDER`, in a process of its own, since MkDocs' settings live as long as a process.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import ROOT
from benchmarks.project import edited

MARKDOWN = "macros.markdown"


def written_out(source: Path, folder: Path) -> None:
    """The project in `source` written out in `folder`."""
    shutil.copytree(source, folder)
    path = os.pathsep.join([str(folder), str(ROOT)])  # the project's own macros come first
    env = {**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1", "GUIDE_LANGUAGES": "nb"}
    command = [sys.executable, "-m", "benchmarks.written_out", str(folder)]
    subprocess.run(command, cwd=folder, check=True, env=env)


def _write(folder: Path) -> None:
    from mkdocs.config import load_config
    from mkdocs.structure.files import get_files
    from mkdocs.structure.pages import Page

    config = load_config(str(folder / "mkdocs.yml"))
    plugin: Any = config.plugins["macros"]
    plugin.on_config(config)
    for file in get_files(config).documentation_pages():
        page = Page(None, file, config)
        page.read_source(config)
        made = plugin.on_page_markdown(page.markdown, page, config)
        # A day is one to YAML, too.
        said = {k: repr(v) if isinstance(v, str) else v for k, v in page.meta.items()}
        head = "".join(f"{k}: {v}\n" for k, v in said.items() if isinstance(v, str | date))
        Path(str(file.abs_src_path)).write_text(f"---\n{head}---\n{made}", encoding="utf-8")
    # What the engine hands to the theme and to the Markdown extension stays the same.
    with edited(folder) as settings:
        settings.drop("plugins", "macros")
        settings.add("extra", "guide", value=dict(config["extra"]["guide"]))
        settings.put("markdown_extensions", MARKDOWN, value=config["mdx_configs"][MARKDOWN])


if __name__ == "__main__":
    _write(Path(sys.argv[1]))
