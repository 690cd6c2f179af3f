"""JSON Schema of the data file, for editors and for whoever reads the catalog by machine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.catalog.model import TOP_LEVEL, Catalog, FacetValue

# What a file of the catalog may say of itself.
ABOUT = (
    ("$schema", "where this schema stands"),
    ("$licence", "on which terms it may be used"),
    ("$edition", "which edition of its own it is, of whose guide; the guide itself has none"),
)


def schema(facets: Mapping[str, tuple[FacetValue, ...]]) -> dict[str, Any]:
    """JSON Schema of the data file, with the declared facets as ordinary keys (editors use it)."""
    made = Catalog.model_json_schema()
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["$id"] = "katalog.schema.json"  # beside the catalog, wherever a site stands
    made["properties"] |= {key: {"type": "string", "description": about} for key, about in ABOUT}
    keys = {
        facet: {"type": "array", "uniqueItems": True, "items": {"enum": [v.id for v in values]}}
        for facet, values in facets.items()
    }
    for name in ("Item", "Checklist"):
        properties = made["$defs"][name]["properties"]
        properties.pop("facets")
        for ours in ("code", "of") if name == "Item" else ():
            properties.pop(ours, None)
        properties.update(keys)
    made["$defs"]["Group"]["properties"].pop("code")
    for name in made["properties"].keys() & Catalog.model_fields.keys() - set(TOP_LEVEL):
        made["properties"].pop(name)
    for name in ("Adapted", "Deviation"):
        made["$defs"].pop(name)
    entries = made["$defs"]["Checklist"]["properties"]["items"]
    entries["items"] = {"anyOf": entries["items"].pop("oneOf")}
    return made
