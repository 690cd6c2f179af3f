"""CSV, Markdown and JSON: data to the last row, text that reads as text, a schema that holds."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from guide import CATALOG
from opened import EVERY, NAMES, WORDS

from macros import exports
from macros.exports import plain_files
from macros.site import Site

TYPES: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "array": list,
    "object": dict,
}


def _read(site: Path, name: str) -> str:
    return (site / "nedlasting" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_markdown_says_a_title_once_and_shows_nothing_that_is_no_text(
    site: Path, name: str
) -> None:
    made = _read(site, f"{name}.md")
    headings = re.findall(r"^#+ (.+)$", made, re.MULTILINE)
    assert headings[0] in made and headings.count(headings[0]) == 1
    assert "<!--" not in made and "\n\n\n" not in made.replace("\n\n\n## ", "\n\n## ")
    for line in made.splitlines():
        # Pasted where nobody reads Markdown, each line still says what it is.
        assert re.match(r"(#+ |- \[ \] |\s+- |---$|[^<>{}]*$)", line), line


def test_markdown_holds_guidance_and_requirements(site: Path) -> None:
    made = re.sub(r"\s+", " ", _read(site, f"{EVERY}.md"))
    for document in exports.documents(CATALOG, WORDS, Site("x"))[:-1]:
        for row in document.rows:
            for words in (row["requirement"], row["help"].split("\n")[0], row["note"]):
                assert re.sub(r"\s+", " ", words.removeprefix("- ")) in made


def test_every_row_of_a_csv_is_an_item_and_an_address_leads_somewhere(site: Path) -> None:
    text = _read(site, f"{EVERY}.csv").removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert all(row["Id"] in CATALOG.by_id for row in rows)
    assert {row[WORDS("column.about")].count("CC BY 4.0") for row in rows} == {1}
    assert {row[WORDS("column.address")] for row in rows} == {""}  # this site has no address
    known = exports.documents(CATALOG, WORDS, Site("x", url="https://x.example/"))[0]
    made = plain_files.as_csv(known, WORDS).decode("utf-8-sig")
    with_address = list(csv.DictReader(io.StringIO(made), delimiter=";"))
    assert {row[WORDS("column.address")][:25] for row in with_address} == {
        "https://x.example/punkt/#"
    }


def test_what_csv_had_before_stands_where_it_stood(site: Path) -> None:
    head = _read(site, f"{EVERY}.csv").removeprefix("\ufeff").splitlines()[0].split(";")
    before = ("code", "heading", "text", "help", "kind", "priority", "requirement", "note")
    assert head[:8] == [WORDS(f"column.{key}") for key in before]


def test_json_has_ids_beside_the_words(site: Path) -> None:
    made = json.loads(_read(site, f"{EVERY}.json"))
    rows = [row for part in made["parts"] for row in part["rows"]]
    for row in rows:
        item = CATALOG.by_id[row["id"]][1]
        assert row["ids"]["kind"] == item.kind and row["kind"] == WORDS(f"kind.{item.kind}")
        assert row["ids"]["priority"] == item.priority and row["ids"]["level"] == item.level
    assert {phase for row in rows for phase in row["ids"]["phases"]} <= {
        value.id for value in CATALOG.facets["phase"]
    }


def _wrong(thing: Any, rule: dict[str, Any], every: dict[str, Any], at: str = "") -> list[str]:
    """Where a value breaks a schema, in what ours uses of JSON Schema."""
    if "$ref" in rule:
        return _wrong(thing, every["$defs"][rule["$ref"].split("/")[-1]], every, at)
    if ways := rule.get("anyOf") or rule.get("oneOf"):
        found = [_wrong(thing, way, every, at) for way in ways]
        return [] if [] in found else min(found, key=len)
    wanted = rule.get("type", [])
    kinds = [wanted] if isinstance(wanted, str) else wanted
    known = [kind for kind in kinds if kind != "null"]
    if known and not any(isinstance(thing, TYPES[kind]) for kind in known if kind in TYPES):
        return [f"{at}: {thing!r} is no {known}"] if "boolean" not in known else []
    if "enum" in rule and thing not in rule["enum"]:
        return [f"{at}: {thing!r} is none of {rule['enum']}"]
    if isinstance(thing, str) and not re.search(rule.get("pattern", ""), thing):
        return [f"{at}: {thing!r} does not match"]
    if isinstance(thing, list) and "items" in rule:
        return [
            w for n, one in enumerate(thing) for w in _wrong(one, rule["items"], every, f"{at}/{n}")
        ]
    if not isinstance(thing, dict):
        return []
    missing = [f"{at}: no {name}" for name in rule.get("required", ()) if name not in thing]
    properties, more = rule.get("properties", {}), rule.get("additionalProperties", True)
    made = list(missing)
    for name, value in thing.items():
        if name in properties:
            made += _wrong(value, properties[name], every, f"{at}/{name}")
        elif more is False:
            made.append(f"{at}: {name} is not known")
        elif isinstance(more, dict):
            made += _wrong(value, more, every, f"{at}/{name}")
    return made


def test_the_catalog_keeps_to_the_schema_that_it_names(site: Path) -> None:
    data = json.loads(_read(site, "katalog.json"))
    schema = json.loads(_read(site, data["$schema"]))
    assert schema["$id"] == data["$schema"] and "CC BY 4.0" in data["$licence"]
    assert _wrong(data, schema, schema) == []
    item = data["checklists"][0]["items"][0]
    for name, bad in (("level", "1"), ("kind", "chore"), ("colour", "red"), ("text", 1)):
        hurt = json.loads(json.dumps(data))
        hurt["checklists"][0]["items"][0] = item | {name: bad}
        assert _wrong(hurt, schema, schema), name
