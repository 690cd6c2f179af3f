"""What a released version was: ids, texts and lists, for later versions to be compared with."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from macros.catalog.fields import told
from macros.catalog.item import Item
from macros.catalog.model import Catalog
from macros.catalog.select import entries
from macros.catalog.things import things, words
from macros.problems import Problem

HEADING = "## Unreleased"
# What stands round the data: only an edition asks for it.
AROUND = ("pages", "menu", "strings", "templates")
VERSION = re.compile(r"\d{4}\.\d{1,3}")


def record(catalog: Catalog, around: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A version's release file: lists in order, each with the items that it owns and borrows; what
    else the guide says; and `around`, what stands round the data."""
    return {
        "version": catalog.version,
        "released": catalog.released.isoformat(),
        "checklists": [
            {
                "id": checklist.id,
                "code": checklist.code,
                "title": checklist.title,
                "items": [_item(i) for i in checklist.own()],
                "borrowed": [s.item.id for s in entries(catalog, checklist) if s.borrowed],
            }
            for checklist in catalog.checklists
        ],
        "things": things(catalog),
        **(around or {}),
    }


def published(made: Mapping[str, Any]) -> dict[str, Any]:
    """A release file as readers may download it: without what only an edition asks for."""
    return {key: value for key, value in made.items() if key not in AROUND}


def _item(item: Item) -> dict[str, str]:
    return {name: words(getattr(item, name)) for name in ("id", "code", *told(Item))}


def same(made: dict[str, Any], kept: dict[str, Any]) -> bool:
    """True when a release file says what the catalog says, in the fields that it holds: one that
    was declared later than the file was written is not in it."""

    def known(thing: Any, by: Any) -> Any:
        if isinstance(thing, dict) and isinstance(by, dict):
            return {k: known(v, by[k]) for k, v in thing.items() if k in by}
        if isinstance(thing, list) and isinstance(by, list) and len(thing) == len(by):
            return [known(a, b) for a, b in zip(thing, by, strict=True)]
        return thing

    return bool(known(made, kept) == kept)


def number(version: str) -> tuple[int, ...]:
    """A version as something that sorts: 2026.10 comes after 2026.9."""
    return tuple(int(part) for part in version.split("."))


def parsed(name: str, data: bytes) -> dict[str, Any] | Problem:
    """What a release file holds, or what is wrong with it. `name` is how messages call it."""
    stem = name.rpartition("/")[2].removesuffix(".json")
    restore = "bring it back from git: a release file is never edited"

    def fault(message: str, hint: str = restore) -> Problem:
        return Problem(name, 0, 0, message, hint)

    if not VERSION.fullmatch(stem):
        return fault("its name is no version", "name it as 2026.1.json, or delete it")
    try:
        made = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return fault(f"is not JSON ({error})")
    if not isinstance(made, dict) or not isinstance(made.get("version"), str):
        return fault("bears no version")
    if made["version"] != stem:
        return fault(f"bears the version {made['version']}", f"name it {made['version']}.json")
    if odd := _odd(made):
        return fault(odd)
    return made


def _odd(made: dict[str, Any]) -> str:
    """What a release file lacks of what is asked of it later; «» when it is all there."""
    if not isinstance(made.get("released"), str):
        return "bears no day (released)"
    if not isinstance(made.get("checklists"), list):
        return "holds no lists (checklists)"
    for checklist in made["checklists"]:
        lists = isinstance(checklist, dict) and isinstance(checklist.get("items"), list)
        if not lists or not all(isinstance(checklist.get(k), str) for k in ("id", "title")):
            return "holds a list without id, title or items"
        for item in checklist["items"]:
            if not isinstance(item, dict) or not all(
                isinstance(item.get(k), str) for k in ("id", "text")
            ):
                return f"holds an item without id or text in {checklist['id']}"
    return ""


def ids(release: dict[str, Any]) -> Iterator[str]:
    """Ids of lists and items in a release file."""
    for checklist in release["checklists"]:
        yield checklist["id"]
        yield from (item["id"] for item in checklist["items"])


def pages(made: Mapping[str, Any]) -> frozenset[str]:
    """The pages of a released version, by path without ending; none where its file is older than
    they are kept."""
    return frozenset(name.removesuffix(".md") for name in made.get("pages", {}))


def homes(release: dict[str, Any]) -> dict[str, str]:
    """Each item of a release file to the list that owned it."""
    return {item["id"]: c["id"] for c in release["checklists"] for item in c["items"]}


def named(release: dict[str, Any]) -> frozenset[str]:
    """The ids of what a release file holds besides items: lists and headings, terms, parameters …;
    of facets the values, as «topic/avtale»."""
    return frozenset(name for held in release.get("things", {}).values() for name in held)


def changed(catalog: Catalog, released: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Ids of items whose text or requirement is another than in the version before this one; none
    where no such release file is kept."""
    own = number(catalog.version)
    older = [one for one in released if number(one["version"]) < own]
    if not older:
        return frozenset()
    last = max(older, key=lambda one: number(one["version"]))
    stood = {item["id"]: item for checklist in last["checklists"] for item in checklist["items"]}
    return frozenset(
        item.id
        for _, item in catalog.items()
        if item.id in stood
        and (item.text, item.requirement)
        != (stood[item.id]["text"], stood[item.id].get("requirement", ""))
    )


def written(made: dict[str, Any]) -> str:
    """A release file's text: stable, one value a line, so that a diff reads well."""
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def changelog(text: str, version: str, released: str) -> str:
    """The changelog with what was unreleased under the version's heading; unchanged when there."""
    if re.search(rf"^## {re.escape(version)}\b", text, re.MULTILINE):
        return text
    return text.replace(HEADING, f"{HEADING}\n\n## {version} ({released})", 1)
