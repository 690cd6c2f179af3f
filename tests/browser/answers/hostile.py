"""Files of answers that mean harm, or that are none: name to content."""

from __future__ import annotations

import json

from conftest import ROOT

STORED = ROOT / "tests" / "data" / "stored"


GOOD = json.loads((STORED / "version-2.json").read_text(encoding="utf-8"))


def changed(path: str, value: object) -> str:
    """The good file with one place changed: «projects.p1.seen.abc123»."""
    made = json.loads(json.dumps(GOOD))
    here = made
    *steps, last = path.split(".")
    for step in steps:
        here = here[int(step)] if isinstance(here, list) else here[step]
    if isinstance(here, list):
        here[int(last)] = value
    else:
        here[last] = value
    return json.dumps(made)


NOTE = "projects.p1.items.kjenn-egen-it.note"
SCRIPT = "<script>window.hit=1</script><img src=x onerror=window.hit=1>"
ENTRY = ["x", "2026-11-24T08:00:00Z", "abc123:1", "m"]
HOSTILE: dict[str, str | bytes] = {
    "nothing": "",
    "a word": "hei",
    "half a file": json.dumps(GOOD)[:200],
    "a number": "42",
    "a list": "[]",
    "null": "null",
    "true": "true",
    "a text": '"hei"',
    "no version": json.dumps({"projects": {}}),
    "a version that is a word": changed("version", "2"),
    "version nought": changed("version", 0),
    "a version below": changed("version", -3),
    "a version with a fraction": changed("version", 1.5),
    "a later version": changed("version", 99),
    "another program's file": json.dumps({"version": 2, "items": [1, 2]}),
    "projects as a list": changed("projects", []),
    "projects as null": changed("projects", None),
    "a project as a word": changed("projects.p1", "x"),
    "a project with a prototype's name": json.dumps(
        {"version": 2, "projects": {"p1": GOOD["projects"]["p1"]}}
    ).replace('"p1"', '"__proto__"'),
    "a writer with a prototype's name": changed("projects.p1.seen", {"__proto__ ": 1}),
    "a writer seen as a word": changed("projects.p1.seen.abc123", "4"),
    "a writer seen below one": changed("projects.p1.seen.abc123", -1),
    "a writer seen beyond all numbers": changed("projects.p1.seen.abc123", 1e300),
    "items as a list": changed("projects.p1.items", [1]),
    "an item with markup for a name": changed("projects.p1.items", {SCRIPT: {}}),
    "an item as a word": changed("projects.p1.items.kjenn-egen-it", "done"),
    "an item with an unknown field": changed("projects.p1.items.kjenn-egen-it", {"hvem": [ENTRY]}),
    "an unknown field named constructor": changed(
        "projects.p1.items.kjenn-egen-it", {"constructor": [ENTRY]}
    ),
    "a field as a word": changed(NOTE, "x"),
    "an entry as a word": changed(NOTE, ["x"]),
    "an entry cut short": changed(NOTE, [["x", "2026-11-24T08:00:00Z"]]),
    "an entry with a number": changed(NOTE, [[1, *ENTRY[1:]]]),
    "an entry of no time": changed(NOTE, [["x", "i går", "abc123:1", "m"]]),
    "an entry of a writer not seen": changed(NOTE, [["x", ENTRY[1], "zzz:1", "m"]]),
    "an entry beyond what was seen": changed(NOTE, [["x", ENTRY[1], "abc123:9", "m"]]),
    "an entry whose dot is markup": changed(NOTE, [["x", ENTRY[1], SCRIPT, "m"]]),
    "the same entry twice": changed(NOTE, [ENTRY, ENTRY]),
    "a hundred entries in a field": changed(
        NOTE, [["x", ENTRY[1], f"abc123:{n}", "m"] for n in range(1, 101)]
    ),
    "a status that there is not": changed(
        "projects.p1.items.kjenn-egen-it.status", [["ferdig", *ENTRY[1:]]]
    ),
    "a date that there is not": changed(
        "projects.p1.items.kjenn-egen-it", {"due": [["2026-13-45", *ENTRY[1:]]]}
    ),
    "a priority that there is not": changed(
        "projects.p1.items.kjenn-egen-it", {"priority": [["høy", *ENTRY[1:]]]}
    ),
    "a note of a megabyte": changed(NOTE, [["x" * 1_000_000, *ENTRY[1:]]]),
    "a device name of a megabyte": changed(NOTE, [["x", *ENTRY[1:3], "m" * 1_000_000]]),
    "a hundred projects": json.dumps(
        {"version": 2, "projects": {f"p{n}": GOOD["projects"]["p1"] for n in range(100)}}
    ),
    "deep nesting": '{"version":2,"projects":' + "[" * 5000 + "]" * 5000 + "}",
    "a profile as a list": changed("projects.p1.profile", [1]),
    "a document key with markup": changed("projects.p1.documents", {SCRIPT: [ENTRY]}),
    "no answers at all": json.dumps({"version": 2, "projects": {}}),
    "bytes that are no text": b"\xff\xfe\x00\x01\x02",
    "fifty megabytes": b'{"version":2,"projects":{},"x":"' + b"x" * 52_000_000 + b'"}',
}
