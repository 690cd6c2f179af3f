"""What README and CONTRIBUTING say is so: paths stand in the tree, commands and verbs are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT
from dev.verbs import VERBS

NAMED = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "benchmarks", "macros", "overrides")
# What a build, a set-up or a fork makes, and what stands in a built site only.
MADE = (".build", ".venv", "site", "local", "docs/lokalt", "mkdocs.local.yml", "assets", "upstream")
KINDS = [
    "css",
    "csv",
    "docx",
    "html",
    "in",
    "js",
    "json",
    "mjs",
    "md",
    "py",
    "svg",
    "toml",
    "txt",
    "typ",
    "yml",
]
PATH = re.compile(rf"[\w.-]+(/[\w.-]+)*(/|\.({'|'.join(KINDS)})|(?<=/)[\w-]+)")
CODE = re.compile(r"```.*?```|`([^`\n]+)`", re.S)
LINK = re.compile(r"\]\(([^)#:]+)\)")
MODULE = re.compile(r"python3? -m (benchmarks[.\w]*|macros)\b")
VERB = re.compile(r"\bdev\.py ([a-z]+(?:-[a-z]+)*)")


def documents() -> list[Path]:
    """The documents for people who write code: two at the top, and one in a room."""
    found = [ROOT / name for name in NAMED]
    inside = (file for folder in found if folder.is_dir() for file in folder.rglob("README.md"))
    return [file for file in found if file.is_file()] + sorted(inside)


@cache
def tree() -> frozenset[str]:
    """Every file and folder, as it is written from the top."""
    left_out = {".git", ".venv", ".build", "site", "node_modules", "__pycache__"}

    def walk(folder: Path) -> Iterator[str]:
        for one in folder.iterdir():
            if one.name not in left_out:
                yield one.relative_to(ROOT).as_posix()
                if one.is_dir():
                    yield from walk(one)

    return frozenset(walk(ROOT))


def is_there(path: str, folder: Path) -> bool:
    """From the top, from the document's own folder, or as the end of a path."""
    name = path.rstrip("/")
    if (ROOT / name).exists() or (folder / name).exists():
        return True
    return any(one.endswith(f"/{name}") for one in tree())


def faults(text: str, folder: Path) -> list[str]:
    """What a document in `folder` names that is not there."""
    words = [word.strip("(),;:") for found in CODE.findall(text) for word in found.split()]
    paths = [word for word in words if PATH.fullmatch(word) and not word.startswith("-")]
    there = (path for path in paths if not path.startswith(MADE))
    return [
        *(f"path {path}" for path in there if not is_there(path, folder)),
        *(f"link {to}" for to in LINK.findall(text) if not (folder / to).exists()),
        *(
            f"module {name}"
            for name in MODULE.findall(text)
            if not (ROOT / f"{name.replace('.', '/')}.py").exists() and not (ROOT / name).is_dir()
        ),
        *(f"verb {verb}" for verb in VERB.findall(text) if verb not in VERBS),
    ]


@pytest.mark.parametrize("file", documents(), ids=lambda file: file.relative_to(ROOT).as_posix())
def test_what_a_document_names_is_there(file: Path) -> None:
    assert faults(file.read_text(encoding="utf-8"), file.parent) == []


def test_the_rooms_have_their_documents() -> None:
    scripts = "overrides/assets/checklists"
    rooms = {"benchmarks", "macros/search", f"{scripts}/answers", f"{scripts}/documents"}
    assert {f"{room}/README.md" for room in rooms} <= {
        file.relative_to(ROOT).as_posix() for file in documents()
    }


PLANTED = {
    "see `macros/gone.py`": ["path macros/gone.py"],
    "see `macros/catalog/item.py` and `merged.js`": ["path merged.js"],
    "the folder `macros/nowhere/`": ["path macros/nowhere/"],
    "run `python -m benchmarks.nothing --runs 5`": ["module benchmarks.nothing"],
    "run `python3 scripts/dev.py tset`": ["verb tset"],
    "[here](deploy/GONE.md)": ["link deploy/GONE.md"],
    "a fork's `local/tailoring.yml`, `{{ plan() }}`, `key: value`, `a/<id>.md`, `e.g.`": [],
    "`item.py`, `catalog/item.py`, `python -m macros check`, [x](README.md)": [],
}


@pytest.mark.parametrize("text", PLANTED)
def test_a_planted_path_that_is_not_there_is_found(text: str) -> None:
    assert faults(text, ROOT) == PLANTED[text]


def rows(heading: str) -> dict[str, str]:
    """A table of CONTRIBUTING.md by its first column; `heading` is that column's head."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text[text.index(f"| {heading} |") :].split("\n\n")[0]
    cells = (line.strip("|").split("|", 1) for line in table.splitlines()[2:])
    return {name.strip(): rest for name, rest in cells}


def test_contributing_names_the_room_for_what_people_come_with() -> None:
    asked = {
        "answers are merged wrongly": "/answers/merge.js",
        "the QR code is too small": "/styles/head.css",
        "a new field": "macros/catalog/item.py",
        "Word's heading colour": "/styles/palette.css",
        "the fork's hidden list still shows in search": "macros/tailoring/apply.py",
    }
    told = rows("what is wrong or wanted")
    assert {name: place for name, place in asked.items() if place not in told[name]} == {}


def test_contributing_says_how_many_files_an_addition_touches() -> None:
    told = rows("to add")
    added = ("a field", "a file format", "an element", "a palette", "a language's strings")
    assert list(told) == list(added)
    assert all(re.match(r" \d", rest) for rest in told.values())


def test_readme_is_short_and_its_pictures_are_small() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 80
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
    assert len(pictures) == 2
    assert sum((ROOT / picture).stat().st_size for picture in pictures) <= 150_000


def test_what_is_for_people_who_write_code_is_not_in_the_site(site: Path) -> None:
    assert [file for file in site.rglob("*") if file.name.lower().startswith("readme")] == []
