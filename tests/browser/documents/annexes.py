"""The annexes as a lawyer gets them: their parts, what is locked, and what is wrong with them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from macros.language import strings

from .word import LOCKED, controls, is_locked, property_of

WORDS = json.dumps(strings.load("nb").under("doc."))
ANNEXES = [
    "Bilag 1: Kundens kravspesifikasjon",
    "Bilag 2: Leverandørens løsningsspesifikasjon",
    "Bilag 3: Priser",
]
PARTS = (
    *("word/document.xml", "word/settings.xml", "word/header1.xml", "word/footer1.xml"),
    "word/styles.xml",
)


class Package:
    """The parts of a Word file as XML, with what is asked of them."""

    def __init__(self, file: Path) -> None:
        with zipfile.ZipFile(file) as archive:
            self.parts = {name: parse_xml(archive.read(name)) for name in PARTS}

    @property
    def body(self) -> Any:
        return self.parts["word/document.xml"]

    def text(self, name: str) -> str:
        return "".join(self.parts[f"word/{name}.xml"].itertext())


def texts(node: Any) -> list[str]:
    return ["".join(row.itertext()) for row in node.iter(qn("w:t"))]


def locked(made: Package) -> list[Any]:
    """The controls in which nothing is changed."""
    all_ = made.body.iter(qn("w:sdt"))
    locks = [(one, property_of(one, "w:lock")) for one in all_]
    return [one for one, lock in locks if lock is not None and lock.get(qn("w:val")) == LOCKED]


# Word works these out, or must be able to: their marks are what the contents lead to.
HEADS = {"Heading1", "Heading2", "ContentsHead", "Contents", "Contents2"}


def loose(made: Package) -> list[str]:
    """What the customer says that whoever answers can change: neither locked, nor in a group whose
    controls alone can be written in."""
    found = []
    for text in made.body.iter(qn("w:t")):
        round_ = controls(text)
        held = is_locked(text) or any(property_of(one, "w:group") is not None for one in round_)
        style = next(text.iterancestors(qn("w:p"))).find(f".//{qn('w:pStyle')}")
        free = style is not None and style.get(qn("w:val")) in HEADS
        if not held and not free and (text.text or "").strip():
            found.append(text.text)
    return found


def faults(made: Package, numbers: list[str]) -> list[str]:
    """What is wrong with a document of these requirements."""
    found = []
    # Annex 1 says what is asked, and nobody who answers can change it.
    said = [text for one in locked(made) for text in texts(one)]
    found += [f"{number} is not locked in annex 1" for number in numbers if number not in said]
    found += [f"«{text}» can be changed" for text in loose(made)]
    choices = list(made.body.iter(qn("w:dropDownList")))
    if len(choices) != len(numbers):
        found.append(f"{len(choices)} choices for {len(numbers)} requirements")
    for one in choices:
        offered = [item.get(qn("w:displayText")) for item in one]
        if offered != ["Oppfylt", "Delvis", "Nei"]:
            found.append(f"a choice of {offered}")
    spoken = made.parts["word/styles.xml"].find(f".//{qn('w:lang')}")
    if spoken is None or spoken.get(qn("w:val")) != "nb-NO":
        found.append("the language is not said")
    inside = [one for one in made.body.iter(qn("w:sdt")) if is_locked(one)]
    # Each answer, the name and the day, every description, link and price can be written.
    fields = list(made.body.iter(qn("w:text"), qn("w:date"), qn("w:dropDownList")))
    if inside or len(fields) < 4 * len(numbers):
        found.append(f"{len(inside)} cells are locked, {len(fields)} can be written in")
    ids = [one.get(qn("w:val")) for one in made.body.iter(qn("w:id"))]
    if len(ids) != len(set(ids)):
        found.append("two controls with one number")
    mode = made.parts["word/settings.xml"].find(f".//{qn('w:compatSetting')}")
    if mode is None or mode.get(qn("w:val")) != "15":
        found.append("opens in compatibility mode")
    if made.parts["word/settings.xml"].find(qn("w:updateFields")) is None:
        found.append("the contents are not worked out on opening")
    codes = "".join(one.text or "" for one in made.body.iter(qn("w:instrText")))
    if 'TOC \\o "1-2"' not in codes:
        found.append("the contents are no field")
    return found
