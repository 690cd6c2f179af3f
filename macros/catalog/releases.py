"""What a released version was: ids, texts and lists, for later versions to be compared with."""

from __future__ import annotations

import json
import re
from typing import Any

from macros.catalog.fields import told
from macros.catalog.model import Catalog, Item
from macros.catalog.select import entries

HEADING = "## Unreleased"


def record(catalog: Catalog) -> dict[str, Any]:
    """A version's release file: lists in order, each with the items that it owns and borrows."""
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
    }


def _item(item: Item) -> dict[str, str]:
    return {name: getattr(item, name) for name in ("id", "code", *told(Item))}


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


def written(made: dict[str, Any]) -> str:
    """A release file's text: stable, one value a line, so that a diff reads well."""
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def changelog(text: str, version: str, released: str) -> str:
    """The changelog with what was unreleased under the version's heading; unchanged when there."""
    if re.search(rf"^## {re.escape(version)}\b", text, re.MULTILINE):
        return text
    return text.replace(HEADING, f"{HEADING}\n\n## {version} ({released})", 1)
