"""What an answer may hold stands once: what people write in, and Python, say the same as what reads
it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import get_args

from conftest import ROOT

from macros.catalog.fields import ID_PATTERN, Id
from macros.catalog.item import ANSWERED, PRIORITIES

SCRIPTS = ROOT / "overrides" / "assets" / "checklists"
FIELDS_FILE = SCRIPTS / "answers" / "fields.js"
FIELD = re.compile(r"<(?:input|textarea)\b[^>]*>")


def numbers(name: str, text: str) -> dict[str, int]:
    """The numbers of a table of a script, by their names."""
    (inner,) = re.findall(rf"\b{name} = {{(.*?)}}", text, re.S)
    return {key: int(value) for key, value in re.findall(r"(\w+): (\d+)", inner)}


def texts(name: str, text: str) -> list[str]:
    """The texts of a list of a script."""
    (inner,) = re.findall(rf"\b{name} = (\[[^\]]*\])", text)
    return [str(one) for one in json.loads(inner)]


def script(name: str) -> str:
    return (SCRIPTS / name).read_text(encoding="utf-8")


def attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return found[1] if found else ""


def others(template: str, most: dict[str, int], by: str) -> Iterator[str]:
    """The fields of a template that take another length than is read; `by` names them."""
    seen = set()
    for tag in FIELD.findall(template):
        name, length = attribute(tag, by), attribute(tag, "maxlength")
        if name in most and length:
            seen.add(name)
            if int(length) != most[name]:
                yield f"{name} takes {length}, {most[name]} are read"
    yield from (f"{name} is not there" for name in most if name not in seen)


def template(name: str) -> str:
    return (ROOT / "overrides" / "checklists" / f"{name}.html").read_text(encoding="utf-8")


def test_what_is_written_at_an_item_is_as_long_as_what_is_read() -> None:
    most = numbers("FIELDS", FIELDS_FILE.read_text(encoding="utf-8"))
    written = {n: most[n] for n in ("reason", "answer", "note", "responsible")}
    answer = template("answer")
    assert [*others(answer, written, "name")] == []
    longer = answer.replace('maxlength="4000"', 'maxlength="4001"', 1)  # the plant
    assert [*others(longer, written, "name")] == ["answer takes 4001, 4000 are read"]


def test_who_writes_is_called_as_long_as_is_read() -> None:
    most = numbers("LIMITS", FIELDS_FILE.read_text(encoding="utf-8"))["by"]
    for name in ("plan", "folder"):
        tags = [t for t in FIELD.findall(template(name)) if 'autocomplete="name"' in t]
        assert tags and all(attribute(tag, "maxlength") == str(most) for tag in tags), name


def test_what_is_written_in_a_document_is_as_long_as_is_read() -> None:
    most = numbers("MOST", script("documents/document.js"))
    tags = FIELD.findall(template("document"))
    for mark, length in (("data-name", most["name"]), ("data-own", most["text"])):
        (tag,) = (t for t in tags if re.search(rf"\b{mark}\b", t))
        assert attribute(tag, "maxlength") == str(length)
    (supplier,) = (t for t in FIELD.findall(template("reply")) if "data-supplier" in t)
    assert attribute(supplier, "maxlength") == str(most["name"])


def test_what_is_noted_of_a_supplier_is_as_long_as_is_read() -> None:
    most = numbers("MOST", script("documents/evaluated.js"))
    (ours,) = re.findall(r"MOST_NOTE = (\d+)", script("documents/supplied.js"))
    assert int(ours) == most["note"]
    decided = [
        attribute(t, "maxlength")
        for t in FIELD.findall(template("compare"))
        if "data-decision" in t
    ]
    assert {one for one in decided if one} == {str(most["long"])}


def test_browser_and_data_file_know_the_same_ids_and_answers() -> None:
    said = FIELDS_FILE.read_text(encoding="utf-8")
    assert f"const ID = /{ID_PATTERN}/;" in said
    _, about = get_args(Id)
    assert f"ID.test(id) && id.length <= {about.max_length};" in said
    assert texts("STATUSES", said) == ["", *ANSWERED[1:]]
    assert texts("PRIORITIES", said) == [*PRIORITIES]
