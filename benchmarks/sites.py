"""Made sites of any size, in this guide's words: so many pages, so many items.

.venv/bin/python -m benchmarks.sites FOLDER [--pages 1000] [--items 10000] [--seed 1]
"""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks import ROOT
from benchmarks.project import DATA, DOWNLOADS, copied, edited
from benchmarks.sentences import Words

ITEMS_A_LIST = 30
SECTIONS = 5
FOLDER = 25  # pages in a folder of the menu
OPENING = ("index", "om")  # pages of our own, their words made too
FIXED = (*OPENING, "punkt", "begreper", "a-til-aa", "oppdateringer")
HEAD = ("version", "released", "language", "title")
LIST_PAGE = "---\nchecklist: true\n---\n\n{{ checklist_page() }}\n"


def make(
    folder: Path,
    pages: int,
    items: int,
    seed: int = 1,
    each: int = ITEMS_A_LIST,
    flat: bool = False,
) -> None:
    """A project of `pages` pages in all and `items` items, `each` to a list, written to `folder`;
    where it is `flat` the lists stand beside each other in the menu."""
    words = Words(seed)
    lists = math.ceil(items / each)
    copied(folder, "docs", "releases", "asked", "translations", DATA)
    with edited(folder) as settings:
        settings.add(*DOWNLOADS, value="")
        settings.drop("watch")
    (folder / DATA).write_text("\n".join(_data(words, lists, items, each)), encoding="utf-8")
    docs = folder / "docs"
    (docs / "sjekklister").mkdir(parents=True)
    for name in FIXED:
        own = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
        text = _opening(words) if name in OPENING else own
        (docs / f"{name}.md").write_text(text, encoding="utf-8")
    for number in range(lists):
        (docs / "sjekklister" / f"liste-{number}.md").write_text(LIST_PAGE, encoding="utf-8")
    if not flat:
        (docs / "sjekklister" / ".nav.yml").write_text(_menu(lists), encoding="utf-8")
    more = max(0, pages - lists - len(FIXED))
    for number in range(more):
        part = number // FOLDER
        # More than two folders of folders stand in books, as no menu shows them beside each other.
        book = f"bok-{part // FOLDER}" if more > 2 * FOLDER * FOLDER else ""
        place = docs / book / f"del-{part}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"side-{number}.md").write_text(_page(words), encoding="utf-8")


def _menu(lists: int) -> str:
    """As no menu shows hundreds of pages beside each other, lists stand in groups too."""
    groups = ""
    for start in range(0, lists, FOLDER):
        names = (f"liste-{n}.md" for n in range(start, min(start + FOLDER, lists)))
        groups += f"  - Gruppe {start // FOLDER}: [{', '.join(names)}]\n"
    return f"nav:\n{groups}"


def _opening(words: Words) -> str:
    head = f"---\ndescription: {words.sentence()}\n---\n\n"
    return f"{head}# {words.title()}\n\n{words.text(2, 4)}\n\n"


def _page(words: Words) -> str:
    sections = "".join(
        f"## {words.title()}\n\n{words.text(2, 3)}\n\n{words.text(2, 3)}\n\n"
        for _ in range(SECTIONS)
    )
    return _opening(words) + sections


def _data(words: Words, lists: int, items: int, each: int) -> Iterator[str]:
    """The lines of a data file: this guide's facets and terms, and made lists."""
    known = _parts((ROOT / DATA).read_text(encoding="utf-8"))
    # No page of a phase is there.
    facets = re.sub(r"\n +page: .*", "", known["facets"])
    phases = re.findall(r"^    - id: (\S+)", re.split(r"\n  \w+:", facets)[1], re.M)
    yield from (known[key] for key in HEAD)
    yield from (facets, "checklists:")
    for number in range(lists):
        count = min(each, items - number * each)
        yield from _list(words, number, phases[number % len(phases)], count)
    yield "facts: []"
    yield from (known[key] for key in ("terms", "synonyms") if key in known)
    yield from ("figures: []", "profile: []", "retired: []", "")


def _parts(data: str) -> dict[str, str]:
    """A data file's parts as they are written, by their key."""
    found = re.finditer(r"^(\w+):.*(?:\n(?!\w).*)*", data, re.M)
    return {part[1]: part[0].rstrip() for part in found}


def _list(words: Words, number: int, phase: str, items: int) -> Iterator[str]:
    code = f"{chr(65 + number // 90 % 26)}{chr(65 + number // 90 // 26)}-{number % 90 + 1}"
    yield from (
        f"  - id: liste-{number}",
        f"    code: {code}",
        f"    title: {_quoted(words.title())}",
        f"    phase: [{phase}]",
        f"    intro: {_quoted(words.text(1, 2))}",
        "    items:",
    )
    for place in range(items):
        yield from (
            f"      - id: punkt-{number}-{place}",
            f"        text: {_quoted(words.sentence())}",
            f"        help: {_quoted(words.text(2, 4))}",
            "        kind: task",
            f"        priority: {('must', 'should', 'could')[place % 3]}",
            "        role: [ledelse]",
            "        source: [new]",
            '        since: "2026.2"',
        )


def _quoted(text: str) -> str:
    plain = text.replace("\\", "").replace('"', "'")
    return f'"{plain}"'


def main() -> None:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if args.folder.exists() and any(args.folder.iterdir()):
        parser.error("name an empty folder")
    make(args.folder, args.pages, args.items, args.seed)


if __name__ == "__main__":
    main()
