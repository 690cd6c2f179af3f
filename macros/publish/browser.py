"""What the scripts in the reader's browser know of the catalog: one JSON file on the same site."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from macros import text
from macros.catalog import numbers, select
from macros.catalog.fields import Said, said
from macros.catalog.item import Item
from macros.catalog.model import Catalog
from macros.catalog.parameters import form_of
from macros.palette import Palette
from macros.site import Site

NAME = "assets/katalog.json"  # from the site's root
A_LINE = 200  # items
LOGO = "assets/checklists/logo.png"  # an edition's own, for files that are made in the browser


def data(catalog: Catalog, site: Site, palette: Palette) -> dict[str, Any]:
    """Lists, items once each in reading order, the profile, and words; texts without markup."""
    phases = {v.id: v.title for v in catalog.facets.get("phase", ())}
    return {
        "version": catalog.shown_version,
        "released": catalog.shown_released.isoformat(),
        "title": catalog.title,
        "register": f"{site.register}/",
        "brand": palette["brand"],
        **({"logo": LOGO} if palette.logo else {}),
        "facets": {
            name: [{"id": v.id, "title": v.title} for v in values]
            for name, values in catalog.facets.items()
        },
        "lists": [
            {
                "id": c.id,
                "code": c.code,
                "title": c.title,
                "page": f"{site.page_of(c.id)}/",
                "phase": next((phases[p] for p in c.facets.get("phase", ()) if p in phases), ""),
                "items": [s.item.id for s in select.entries(catalog, c)],
            }
            for c in catalog.checklists
        ],
        "items": [_item(catalog, i, home.id) for home, i in catalog.items()],
        **numbers.whole(catalog),
        "profile": [q.model_dump() for q in catalog.profile],
    }


def written(data: Mapping[str, Any]) -> str:
    """As one JSON text whose items come last and stand some on each line: a script reads a large
    one a line at a time, and whoever taps meanwhile does not wait (elements/catalog.js)."""
    head = {name: value for name, value in data.items() if name != "items"}
    items = [json.dumps(item, ensure_ascii=False) for item in data["items"]]
    lines = ",\n".join(", ".join(items[at : at + A_LINE]) for at in range(0, len(items), A_LINE))
    start = json.dumps(head, ensure_ascii=False).removesuffix("}")
    return f'{start}, "items": [\n{lines}\n]}}\n'


def _item(catalog: Catalog, item: Item, home: str) -> dict[str, Any]:
    facets = {
        name: list(select.facet(select.Shown(item, catalog.by_id[item.id][0]), name))
        for name in catalog.facets
    }
    made: dict[str, Any] = {
        "id": item.id,
        "code": item.code,
        "list": home,
        **{one.name: _words(one) for one in said(item) if one.use.browser},
        "form": _form(item),
        "of": item.of,
        "after": list(item.after),
        "was": list(catalog.took_over.get(item.id, ())),
        "unless": {q: list(answers) for q, answers in item.not_relevant_when.items()},
        **facets,
    }
    return {key: value for key, value in made.items() if value}


def _form(item: Item) -> str:
    """The requirement with its numbers named in braces; «» where it has none."""
    form = form_of(item.requirement)
    return text.plain(form) if form != item.requirement else ""


def _words(one: Said) -> str:
    return text.plain(one.value) if one.use.marked else str(one.value)
