"""How a PDF's parts are tagged, where Typst says it another way than we mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pikepdf

LIST, ENTRY, LABEL = pikepdf.Name.L, pikepdf.Name.LI, pikepdf.Name.Lbl
FORM = pikepdf.Name.Form
UNNUMBERED = {"/O": pikepdf.Name.List, "/ListNumbering": pikepdf.Name("/None")}


def retag(pdf: pikepdf.Pdf, fields: Iterable[Any], boxes: Iterable[Any]) -> None:
    """A structure element that holds a field is a Form, not a Link. A list of `boxes` that stands
    in two pieces, so that its last entry keeps to what follows, is one; an entry without a sign
    before it has no label, and its list no numbering.

    Found from the fields upwards: a file has ten times as many elements, and to look at one from
    Python takes as long as much of setting the page."""
    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    for field in fields:
        parents[int(field["/StructParent"])]["/S"] = FORM
    holders = {}
    for box in boxes:
        if entry := _entry(parents[int(box["/StructParent"])]):
            _unlabelled(entry)
            holder = entry["/P"]["/P"]
            holders[holder.objgen] = holder
    for holder in holders.values():
        _joined(holder)


def _entry(element: Any) -> Any:
    """The entry of a list that an element stands in; None outside of lists."""
    while element is not None and element.get("/S") != ENTRY:
        element = element.get("/P")
    return element


def _unlabelled(entry: Any) -> None:
    inner = kids(entry.get("/K"))
    if inner[0].get("/S") == LABEL and not kids(inner[0].get("/K")):
        entry["/K"] = pikepdf.Array(inner[1:])
        entry["/P"]["/A"] = pikepdf.Dictionary(UNNUMBERED)


def _joined(element: Any) -> None:
    """Lists that stand next to each other become one."""
    kept: list[Any] = []
    for kid in kids(element.get("/K")):
        if kept and _is_list(kid) and _is_list(kept[-1]):
            entries = kids(kid.get("/K"))
            for entry in entries:
                entry["/P"] = kept[-1]
            kept[-1]["/K"] = pikepdf.Array([*kids(kept[-1].get("/K")), *entries])
        else:
            kept.append(kid)
    element["/K"] = pikepdf.Array(kept)


def _is_list(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == LIST


def kids(value: Any) -> list[Any]:
    """A PDF's value as a list: none, one or many."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
