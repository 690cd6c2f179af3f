"""A file that is read in pieces is the tree, and the faults, that reading it whole gives."""

from __future__ import annotations

import random

import pytest
from conftest import ROOT
from dev import pieces
from dev.pieces import Pieces

from macros import source

DATA = (ROOT / "checklists.yml").read_text(encoding="utf-8")
ODD = {
    "a list on the left": "a:\n- 1\n- 2\nb: x\n",
    "a text over lines": 'a:\n  - "x\n  - y"\n  - z\n',
    "a text that goes on": "a: x\n  - y\nb:\n  z\n  - w\n",
    "a block": "a: |\n  - x\n   - y\nb:\n  - |\n    x\n\n   # y\n  - z\n",
    "a comment": "# x\n\na: # y\n  # z\n  - b: 1\n# w\n    c: 2\n  - d\n\n#e\n",
    "a key twice": "a: 1\nb: 2\na: 3\n",
    "a key twice in an entry": "a:\n  - b: 1\n    b: 2\n  - c\n",
    "two documents": "a: 1\n---\nb: 2\n",
    "an anchor": "a: &x 1\nb: *x\n",
    "an alias in an entry": "a:\n  - &x 1\n  - *x\n",
    "the same entries": "a:\n  - b: 1\n  - b: 1\n  - b: 1\n",
    "a quoted key": "'a': 1\nb: 2\n",
    "brackets": "a: [1,\n  2,\n  3]\nb: {c: 1,\n d: 2}\n",
    "brackets over entries": "a:\n  - [1,\n  - 2]\n",
    "no file": "",
    "nothing": "# x\n",
    "a word": "x\n",
    "a list": "- a\n- b\n",
    "an entry further out": "a:\n    - b\n  - c\n",
    "an entry further in": "a:\n  - b\n    - c\n",
    "a key in the middle": "a:\n  - b\n c: 1\n",
    "a tag": "a: !!python/name:os.system\n",
    "a tab": "a:\n\t- b\n",
    "another line break": "a: x\u2028b: y\n",
    "a carriage return": "a: 1\r\nb:\r\n  - c\r\n",
    "no last line break": "a:\n  - b\nc: d",
}


def test_the_data_file_is_read_in_pieces_and_only_what_is_new_is_parsed() -> None:
    parsed: list[str] = []

    def parse(text: str, name: str) -> pieces.Read:
        parsed.append(text)
        return source.parse(text, name)

    kept = Pieces(parse)
    assert kept.read(DATA, "x.yml") == source.parse(DATA, "x.yml")
    assert len(parsed) > 20 and DATA not in parsed
    parsed.clear()
    longer = DATA.replace("        text: ", "        text: Nå\n          ", 1)
    assert kept.read(longer, "x.yml") == source.parse(longer, "x.yml")
    assert len(parsed) == 1 and len(parsed[0]) < len(DATA) / 5


@pytest.mark.parametrize("name", ODD)
def test_what_is_unusual_is_read_as_it_is_written(name: str) -> None:
    kept = Pieces(source.parse)
    for text in (ODD[name], f"z: 1\n{ODD[name]}", f"\n\nz: 1\n{ODD[name]}y: 2\n"):
        assert kept.read(text, "x.yml") == source.parse(text, "x.yml")


def test_files_that_are_written_in_by_chance_are_read_as_they_are() -> None:
    draw = random.Random(9)
    kept, text = Pieces(source.parse), "\n".join(DATA.split("\n")[:400])
    for _ in range(150):
        lines = text.split("\n")
        at = draw.randrange(len(lines))
        lines[at : at + draw.randint(0, 2)] = draw.choices(
            [*lines, "", "  - id: x", "    - y", "z:", '"', "'", "# x", "a: |", "[", "}"],
            k=draw.randint(0, 2),
        )
        now = "\n".join(lines)
        assert kept.read(now, "x.yml") == source.parse(now, "x.yml"), now
        text = now if source.parse(now, "x.yml")[0] is not None else text


def test_lines_that_are_not_moved_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "moved", lambda tree, lines: tree)
    kept = Pieces(source.parse)
    assert kept.read(DATA, "x.yml") != source.parse(DATA, "x.yml")
