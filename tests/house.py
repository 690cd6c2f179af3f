"""The shape of the house, read from the code: rooms, arrows between them, circles, sizes.

`python tests/house.py` prints it; tests/test_rooms.py holds the rules to it.
"""

from __future__ import annotations

import ast
import re
import statistics
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
Arrows = Mapping[str, set[str]]


@dataclass(frozen=True)
class Function:
    """A function with the number of its lines, signature and docstring counted."""

    name: str
    lines: int


def modules(package: Path) -> dict[str, Path]:
    """Every module of a package by its dotted name without the package's own («catalog.model»)."""
    made = {}
    for file in sorted(package.rglob("*.py")):
        parts = file.relative_to(package).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)
        made[name] = file
    return made


def imported(file: Path) -> Iterator[tuple[str, int]]:
    """What a file imports, whole dotted names («macros.catalog.model.Item»), with the line."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((a.name, node.lineno) for a in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((f"{node.module}.{a.name}", node.lineno) for a in node.names)


def arrows(package: Path) -> dict[str, set[str]]:
    """Module to the modules of the same package that it imports."""
    known = modules(package)
    made: dict[str, set[str]] = {}
    for name, file in known.items():
        found = set()
        for target, _ in imported(file):
            if not target.startswith(f"{package.name}."):
                continue
            parts = target.split(".")[1:]
            ends = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
            module = next((end for end in ends if end in known), None)
            if module and module != name:
                found.add(module)
        made[name] = found
    return made


def room(module: str) -> str:
    """The room that a module stands in; a file at the top is a room of its own."""
    return module.split(".", maxsplit=1)[0]


def by_room(found: Arrows) -> dict[str, set[str]]:
    """Arrows between rooms, those within a room left out."""
    made: dict[str, set[str]] = {}
    for name, targets in found.items():
        made.setdefault(room(name), set()).update(room(t) for t in targets)
    return {name: targets - {name} for name, targets in made.items()}


def circles(found: Arrows) -> list[list[str]]:
    """Every group of two or more that lead to each other (Tarjan)."""
    reach: dict[str, set[str]] = {}
    for start in found:
        seen: set[str] = set()
        todo = list(found[start])
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo += found.get(name, ())
        reach[start] = seen
    groups = {frozenset({a, *(b for b in reach[a] if a in reach.get(b, set()))}) for a in found}
    return sorted(sorted(group) for group in groups if len(group) > 1)


def functions(file: Path) -> list[Function]:
    """Every function of a file with its length, inner ones too."""
    return [
        Function(node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]


def lines(file: Path) -> int:
    """How many lines a file has."""
    return len(file.read_text(encoding="utf-8").splitlines())


def code(root: Path = ROOT) -> list[Path]:
    """Files of code: Python and the scripts of the browser, tests apart."""
    folders = [root / name for name in ("macros", "scripts", "benchmarks", "overrides")]
    found = (f for folder in folders for ending in ("*.py", "*.js") for f in folder.rglob(ending))
    return sorted(f for f in found if "node_modules" not in f.parts)


def figures(root: Path = ROOT) -> Iterator[str]:
    """The figures that CONTRIBUTING and a commit message quote."""
    found = arrows(root / "macros")
    rooms = by_room(found)
    yield f"macros/: {len({room(m) for m in found})} files and rooms at the top"
    number = sum(map(len, rooms.values()))
    yield f"macros/: {number} arrows between them, {len(circles(rooms))} circles"
    yield f"macros/: {len(circles(found))} circles of modules"
    sizes = sorted(lines(f) for f in code(root))
    over = [f.relative_to(root).as_posix() for f in code(root) if lines(f) > 200]
    yield f"code: {len(sizes)} files, median {statistics.median(sizes):.0f} lines, most {sizes[-1]}"
    yield f"code: over 200 lines: {', '.join(over) or 'none'}"
    python = [f for f in code(root) if f.suffix == ".py"]
    lengths = sorted(x.lines for f in python for x in functions(f))
    yield f"functions: 90th percentile {lengths[len(lengths) * 9 // 10]}, longest {lengths[-1]}"
    wide = sum(
        len(re.findall(r"^.{101,}$", f.read_text(encoding="utf-8"), re.M))
        for f in code(root) if f.suffix == ".js"
    )  # fmt: skip
    yield f"scripts: {wide} lines over 100 columns"


if __name__ == "__main__":
    print("\n".join(figures(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)))
