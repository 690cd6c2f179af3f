"""Writes the golden cases again with what the program says now, for a person to read in the diff.

    .venv/bin/python tests/cases/fill.py

A message that does not name the place, what was found, what was expected and the cure is a bug in
the program, not something to keep.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
from conftest import Project
from test_build import PLACES, told_or_placed
from test_problems import CASES, HERE, data_of, messages
from test_tailoring import CASES as WISHES
from wishes import tailored


class Dumper(yaml.SafeDumper):
    """Block style, and a text with line breaks in double quotes on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    style = '"' if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


Dumper.add_representer(str, _text)


def problem(case: dict[str, Any], folder: Path) -> list[str]:
    (folder / "checklists.yml").write_bytes(data_of(case))
    return messages(folder)


def wish(case: dict[str, Any], folder: Path) -> list[str]:
    tailored(folder, case)
    return messages(folder)


def place(case: dict[str, Any], folder: Path) -> list[str]:
    return told_or_placed(Project(folder), case)


def fill(
    name: str, cases: list[dict[str, Any]], say: Callable[[dict[str, Any], Path], list[str]]
) -> None:
    file = HERE / name
    text = file.read_text(encoding="utf-8")
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            case["expect"] = say(case, Path(folder))
    made = yaml.dump(cases, Dumper=Dumper, allow_unicode=True, width=100_000, sort_keys=False)
    head = text[: text.index("cases:\n")]
    body = "".join(f"  {line}\n" if line else "\n" for line in made.splitlines())
    file.write_text(head + "cases:\n" + body, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    fill("problems.yml", CASES, problem)
    fill("places.yml", PLACES, place)
    fill("tailoring.yml", WISHES, wish)
