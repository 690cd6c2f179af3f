"""The catalog for programs that know schema.org: JSON-LD with a data set, its lists and licence."""

from __future__ import annotations

from typing import Any

from macros import text
from macros.catalog.model import Catalog, Checklist
from macros.exports.document import attribution
from macros.language.strings import Strings
from macros.site import Site

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def as_linked(catalog: Catalog, t: Strings, site: Site, name: str) -> dict[str, Any]:
    """A `Dataset` that says where `name` (the catalog's file) is, and an `ItemList` for each list,
    in order. Addresses are whole where the site knows its own."""
    folder = f"{site.url}{site.downloads}/"
    own = catalog.adapted.edition.licence if catalog.adapted else ""
    data: dict[str, Any] = {
        "@type": "Dataset",
        "@id": f"{folder}{name}.json",
        "name": catalog.title,
        "description": t("twin.catalog"),
        "version": catalog.shown_version,
        "datePublished": catalog.shown_released.isoformat(),
        "inLanguage": catalog.language,
        "license": own or LICENCE,
        "isAccessibleForFree": True,
        "creator": {
            "@type": "Organization",
            "name": catalog.adapted.by if catalog.adapted else catalog.title,
        },
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": f"{folder}{name}.json",
        },
        "hasPart": [{"@id": _address(site, c)} for c in catalog.checklists],
    }
    if catalog.adapted and catalog.adapted.source.url:
        data["isBasedOn"] = catalog.adapted.source.url
    if said := attribution(catalog, t):
        data["creditText"] = said
    lists = [_list(site, checklist) for checklist in catalog.checklists]
    return {"@context": "https://schema.org", "@graph": [data, *lists]}


def _address(site: Site, checklist: Checklist) -> str:
    return f"{site.url}{site.page_of(checklist.id)}/"


def _list(site: Site, checklist: Checklist) -> dict[str, Any]:
    items = [*checklist.own()]
    return {
        "@type": "ItemList",
        "@id": _address(site, checklist),
        "name": text.plain(checklist.title),
        "description": text.plain(checklist.intro),
        "numberOfItems": len(items),
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "identifier": item.id,
                "name": text.plain(item.text),
                "url": f"{site.url}{site.register}/#{item.id}",
            }
            for position, item in enumerate(items, 1)
        ],
    }
