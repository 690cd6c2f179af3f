"""What the Python half promises of any text: texts and help of items, cells, the search's words and
its page reader, whole data files. Raises AssertionError for a promise that is broken."""

from __future__ import annotations

import csv
import io
import random
import re
import tempfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

from benchmarks import ROOT
from benchmarks.hostile import hostile
from benchmarks.project import DATA
from macros import load, source, text
from macros.exports import plain_files
from macros.problems import Faulty
from macros.search import sections, words

ALLOWED = {"p", "em", "strong", "a", "ul", "ol", "li"}
RULES = words.rules("nb")


class _Tags(HTMLParser):
    """What markup a text has become."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def harmless(made: str) -> bool:
    """Only the tags that texts may have, and links to where links may lead."""
    reader = _Tags()
    reader.feed(made)
    reader.close()
    for tag, attributes in reader.found:
        if tag not in ALLOWED or set(attributes) - ({"href"} if tag == "a" else set()):
            return False
        href = re.sub(r"^\.", "", attributes.get("href") or "/")
        if not text.SAFE_LINK.match(href):
            return False
    return True


def check_text(said: str) -> None:
    """An item's words: what is let through is harmless, as HTML, as runs and plain."""
    assert harmless(str(text.inline(said))), "inline text became markup"
    if not text.faults(said, prose=True):
        assert harmless(str(text.html(said))), "help became markup"
    text.plain(said)


def check_cell(said: str) -> None:
    """A cell never begins as a formula, and reads back as it was."""
    cell = plain_files.defused(said)
    assert not cell or cell[0] not in "=+-@\t\r\uff1d\uff0b\uff0d\uff20", "a formula"
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerow([cell])
    row = next(csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=";"), [""])
    assert row == [cell] or not cell, "a cell does not read back"


def check_words(said: str) -> None:
    """The search's words and its page reader take anything."""
    for forms in RULES.tokens(said):
        assert all(RULES.stem(form) for form in forms), "a word without a stem"
        RULES.split(forms[0], {})
    sections.sections(f'<article class="x"><h1 id="a">{said}</h1><p>{said}</p></article>')


def check_file(said: str, folder: Path, good: str) -> None:
    """A data file with anything in it: a catalog, or problems with places, never a crash."""
    lines = good.splitlines()
    place = len(said) * 7919 % len(lines)
    kept = lines[place]
    changed = [*lines[:place], kept[: len(kept) // 2] + said, *lines[place + 1 :]]
    data = "\n".join(changed).encode("utf-8", "surrogatepass")
    (folder / DATA).write_bytes(data)
    problems = None
    try:
        load.load(folder)
    except Faulty as fault:
        problems = fault.problems
    if problems is not None:
        assert problems and all(p.file and p.message for p in problems)
    source.read(folder / DATA, DATA)


def python(inputs: int, seed: int) -> None:
    """Half of them to texts, the rest shared by the others; data files are the slowest. Raises
    SystemExit with the input and the seed at the first that breaks a promise."""
    chance = random.Random(seed)
    shares = {check_text: inputs // 2, check_cell: inputs // 5, check_words: inputs // 4}
    for check, count in shares.items():
        for _ in range(count):
            _run(check, hostile(chance), seed)
    good = (ROOT / "tests" / "cases" / "good.yml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(inputs - sum(shares.values())):
            _run(lambda said: check_file(said, folder, good), hostile(chance), seed)


def _run(check: Callable[[str], None], said: str, seed: int) -> None:
    try:
        check(said)
    except Exception as fault:
        broken = fault or type(fault)
        raise SystemExit(f"fuzz: {broken}\n  input {said!r}\n  seed {seed}") from fault
