"""What a released version was: ids, texts and lists, for later versions to be compared with."""

from __future__ import annotations

import json
import re
from typing import Any

from macros.catalog.model import Catalog
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


def _item(item: Any) -> dict[str, str]:
    return {
        "id": item.id,
        "code": item.code,
        "text": item.text,
        "kind": item.kind,
        "priority": item.priority,
        "requirement": item.requirement,
        "help": item.help,
    }


def written(made: dict[str, Any]) -> str:
    """A release file's text: stable, one value a line, so that a diff reads well."""
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def changelog(text: str, version: str, released: str) -> str:
    """The changelog with what was unreleased under the version's heading; unchanged when there."""
    if re.search(rf"^## {re.escape(version)}\b", text, re.MULTILINE):
        return text
    return text.replace(HEADING, f"{HEADING}\n\n## {version} ({released})", 1)
