"""How a PDF's parts are tagged, where Typst says it another way than we mean."""

from __future__ import annotations

from typing import Any

import pikepdf

LIST, ENTRY, LABEL = pikepdf.Name.L, pikepdf.Name.LI, pikepdf.Name.Lbl
FORM = pikepdf.Name.Form
EMPTY = pikepdf.Dictionary()
UNNUMBERED = {"/O": pikepdf.Name.List, "/ListNumbering": pikepdf.Name("/None")}


def retag(pdf: pikepdf.Pdf) -> None:
    """A structure element that holds a field is a Form, not a Link. A list that stands in two
    pieces, so that its last entry keeps to what follows, is one; an entry without a sign before it
    has no label, and its list no numbering."""
    todo = [pdf.Root.StructTreeRoot]
    while todo:
        element = todo.pop()
        inner = kids(element.get("/K"))
        found = [kid for kid in inner if isinstance(kid, pikepdf.Dictionary)]
        kinds = [kid.get("/S") for kid in found]
        for kid, kind in zip(found, kinds, strict=True):
            if kind is not None:
                todo.append(kid)
            elif kid.get("/Obj", EMPTY).get("/Subtype") == pikepdf.Name.Widget:
                element["/S"] = FORM
        if kinds.count(LIST) > 1:
            _joined(element, inner)
        elif kinds[:1] == [LABEL] and not kids(found[0].get("/K")):
            element["/K"] = pikepdf.Array(inner[1:])
            element["/P"]["/A"] = pikepdf.Dictionary(UNNUMBERED)


def _joined(element: Any, inner: list[Any]) -> None:
    """Lists that stand next to each other become one."""
    kept: list[Any] = []
    for kid in inner:
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
