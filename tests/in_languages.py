"""Guides in several languages: the real site and a small one, each built once in a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import plainly
from places import ROOT
from project import Framed, Project
from shared import once, run_folder

from macros.load import load_with_places
from macros.translation.texts import hashed

OTHERS = ("nn", "en")  # beside the guide's own
SETTINGS = "    site_id: prove\n"
NAME = "{{ config.site_name }}"
DAY = "{{ page.meta.revised_said }}"
OM = f"""\
---
title: Om
hide: [toc]
revised: 2026-11-04
---

# Om oss

{NAME}: [listen](sjekklister/liste-en.md) {DAY}
"""
SAID = """\
site:
  site:
    name: {text: Trial, of: %s}
guide:
  guide:
    title: {text: Guide, of: %s}
lists:
  liste-en:
    title: {text: The first list, of: %s}
"""


def everywhere(factory: pytest.TempPathFactory) -> Path:
    """The folder of the site in bokmål, with nynorsk and English below it."""

    def make(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("GUIDE_LANGUAGES", "nb, nn, en")
            result = plainly(ROOT / "mkdocs.yml", "--strict", "-d", str(folder))
        assert result.exit_code == 0, result.output

    return once(run_folder(factory) / "languages", make)


def several(project: Project, languages: str = "[nb, en]") -> Project:
    """The small project in two languages: a title of it is translated, and one of two pages."""
    config = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace(SETTINGS, f"{SETTINGS}    languages: {languages}\n")
    # The theme's own script says where it stands: «/en/» and «/fr/».
    own = (
        "rffevQ7GCvGn8ScUJ004PBLGAvC6W7J7xYUIktRhj/o",
        "hIgJrTuw46UtxrrFwdUM4KQNyDia07i28U8/TQcBCOQ",
    )
    known = "".join(f"      - sha256-{one}=\n" for one in own)
    project.write("mkdocs.yml", f"site_url: https://guide.example/\n{config}{known}")
    catalog = load_with_places(project.root).catalog
    title, first = hashed(catalog.title), hashed(catalog.checklists[0].title)
    project.write("translations/en.yml", SAID % (hashed("Prøve"), title, first))
    project.write("docs/om.md", OM)
    project.write("docs/mer.md", "# Mer\n\nBare på bokmål.\n")
    project.write("docs/sjekklister/index.md", "# Lister\n\n{{ checklist_index() }}\n")
    of = hashed(OM.split("---\n")[2])
    about = (
        f"---\ntitle: About\nof: {of}\n---\n\n# About us\n\n{NAME}: [it](sjekklister/liste-en.md)\n"
    )
    about = f"{about}\n{DAY}\n"
    project.write("docs/en/om.md", about)
    return project


def small_in_languages(factory: pytest.TempPathFactory) -> Project:
    """The small project in the real theme in three languages, built. Some of it is translated."""

    def make(folder: Path) -> None:
        result = several(Framed(folder), "[nb, nn, en]").build()
        assert result.exit_code == 0, result.output

    made = Project.__new__(Project)
    made.root = once(run_folder(factory) / "few", make)
    return made
