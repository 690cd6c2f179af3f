"""Who may know whom in macros/: by room, never back up, never in a circle."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from house import (
    ROOT,
    arrows,
    by_room,
    circles,
    code,
    functions,
    imported,
    lines,
    modules,
    room,
)

GROUND = {"problems", "source", "text", "site"}
# Each room with the rooms that it may import; what is not named here may not stand in macros/.
MAY: Mapping[str, set[str]] = {
    "problems": set(),
    "source": {"problems"},
    "text": set(),
    "site": set(),
    "palette": {"problems"},
    "markdown": set(),
    "catalog": {"language", *GROUND} - {"site"},  # how a language writes numbers
    "language": GROUND - {"site", "text"},
    "tailoring": {"catalog", "language", *GROUND} - {"site"},
    "translation": {"catalog", *GROUND} - {"site"},
    "load": {"catalog", "language", "tailoring", "translation", *GROUND} - {"site"},
    "exports": {"catalog", "language", "palette", *GROUND} - {"source"},
    "search": {"catalog", "language", *GROUND},
    "pages": {"catalog", "language", "exports", *GROUND} - {"source"},
    "publish": {"catalog", "language", "palette", *GROUND} - {"source"},
    "engine": {
        *("catalog", "exports", "language", "load", "markdown", "pages", "publish"),
        *("palette", "translation", *GROUND),
    },
    "build": {*("catalog", "engine", "exports", "load", "pages", "publish", "search"), *GROUND},
    "__main__": {
        *("catalog", "language", "load", "pages", "palette", "publish", "tailoring"),
        "translation",
        *GROUND,
    },
    "__init__": {"build", "engine"},
}
# Libraries that only these rooms know, so that leaving one is a change in one place.
ONLY: Mapping[str, set[str]] = {
    "mkdocs": {"build", "engine"},
    "pathspec": {"engine"},
    "babel": {"language"},
    "mkdocs_macros": {"build", "engine"},
    "click": {"build", "engine"},
    "yaml": {"source"},
    "jinja2": {"engine", "pages"},
    "pydantic": {"catalog", "load", "tailoring"},
    "markdown": {"markdown"},
    "markdown_it": {"text"},
    "lxml": {"text"},
    "typst": {"exports"},
    "pikepdf": {"exports"},
    "docx": {"exports"},
    "xlsxwriter": {"exports"},
    "segno": {"exports"},
    "tinycss2": {"palette"},
}
# Pure: they are given what they need, and read and write nothing.
PURE = {
    *("catalog.model", "catalog.checks", "catalog.select", "catalog.layout", "catalog.messages"),
    *("tailoring.apply", "tailoring.upgrade", "problems", "text", "site", "publish.policy"),
}


def faults(package: Path) -> Iterator[str]:
    """Every breach of the rules above in a package, one sentence each."""
    known = modules(package)
    for name, file in known.items():
        if room(name) not in MAY:
            yield f"{name} stands in no room that MAY names"
            continue
        for target, line in imported(file):
            top, *rest = target.split(".")
            if top == package.name and rest:
                if rest[0] not in {room(name), *MAY[room(name)]} and rest[0] in MAY:
                    yield f"{name}:{line} imports {rest[0]}"
            elif room(name) not in ONLY.get(top, {room(name)}):
                yield f"{name}:{line} imports {top}"
            if name in PURE and top in ("pathlib", "os", "io", "time"):
                yield f"{name}:{line} is pure and imports {top}"
        if not file.read_text(encoding="utf-8").startswith('"""'):
            yield f"{name} does not say in its first line what it knows"
    found = arrows(package)
    yield from (f"a circle of rooms: {', '.join(c)}" for c in circles(by_room(found)))
    yield from (f"a circle: {', '.join(c)}" for c in circles(found))


def test_each_room_knows_only_what_it_may() -> None:
    assert list(faults(ROOT / "macros")) == []


def test_few_rooms_stand_side_by_side() -> None:
    assert len({room(name) for name in modules(ROOT / "macros")} - {"__init__"}) <= 18


def too_large(sizes: Mapping[str, int], lengths: Mapping[str, int]) -> list[str]:
    """What is longer than a person reads at once: files and functions by name, in lines."""
    found = [f"{name} has {n} lines" for name, n in sizes.items() if n > 300]
    found += [f"{name} has {n} lines" for name, n in lengths.items() if n > 45]
    if statistics.median(sizes.values()) > 120:
        found.append("half of the files have more than 120 lines")
    if sorted(lengths.values())[len(lengths) * 9 // 10] > 20:
        found.append("one function of ten has more than 20 lines")
    return found


def test_files_and_functions_are_short() -> None:
    names = {f: f.relative_to(ROOT).as_posix() for f in code()}
    sizes = {name: lines(f) for f, name in names.items()}
    lengths = {
        f"{name}:{x.name}": x.lines
        for f, name in names.items()
        if f.suffix == ".py"
        for x in functions(f)
    }
    assert too_large(sizes, lengths) == []


def long_tests(folder: Path) -> list[str]:
    """Files of tests that are longer than a person reads at once; cases stand apart (`_cases`)."""
    files = (f for f in sorted(folder.rglob("*.py")) if not f.stem.endswith("_cases"))
    return [f.name for f in files if lines(f) > 300]


def test_tests_are_short_and_cases_stand_apart(tmp_path: Path) -> None:
    assert long_tests(ROOT / "tests") == []
    for name in ("test_planted.py", "planted_cases.py"):
        (tmp_path / name).write_text("x = 1\n" * 301, encoding="utf-8")
    assert long_tests(tmp_path) == ["test_planted.py"]


def test_what_is_too_long_is_told() -> None:
    assert too_large({"a": 301}, {"f": 46}) == [
        *("a has 301 lines", "f has 46 lines", "half of the files have more than 120 lines"),
        "one function of ten has more than 20 lines",
    ]


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("text.py", "from macros import load\n", "text:2 imports load"),
        ("catalog/model.py", "from macros.pages import render\n", "catalog.model:2 imports pages"),
        ("exports/pdf.py", "import yaml\n", "exports.pdf:2 imports yaml"),
        ("catalog/select.py", "from pathlib import Path\n", "catalog.select:2 is pure"),
        ("catalog/a.py", "from macros.catalog import b\n", "a circle: catalog.a, catalog.b"),
        ("attic/old.py", "x = 1\n", "attic.old stands in no room"),
        ("site.py", None, "site does not say in its first line"),
    ],
)
def test_a_planted_breach_is_found(tmp_path: Path, file: str, text: str | None, told: str) -> None:
    package = tmp_path / "macros"
    for name, body in (
        ("load.py", ""),
        ("pages/render.py", ""),
        ("catalog/b.py", "from macros.catalog import a\n"),
        (file, text),
    ):
        target = package / name
        target.parent.mkdir(parents=True, exist_ok=True)
        first = '"""Says what it knows."""\n' if body is not None else ""
        target.write_text(first + (body or "x = 1\n"), encoding="utf-8")
    assert any(told in fault for fault in faults(package)), list(faults(package))
