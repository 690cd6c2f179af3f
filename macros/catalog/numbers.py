"""What pages and scripts know of the numbers, and of the levels that they follow."""

from __future__ import annotations

from typing import Any

from macros import text
from macros.catalog import fit
from macros.catalog.fields import LEVELS
from macros.catalog.model import Catalog
from macros.catalog.parameter import Parameter


def values(parameter: Parameter) -> str:
    """The number at each level, as scripts read them: «8 4 4»."""
    return " ".join(parameter.values[str(level)] for level in LEVELS)


def choices(parameter: Parameter) -> str:
    """What is chosen among, in its order, as scripts read it; «» where a number is."""
    return "|".join(parameter.choices)


def known(catalog: Catalog) -> dict[str, Any]:
    """`levels`: question to answer to the level it asks for. `parameters`: id, title, unit, the
    number at each level and what is chosen among, in the order of the file."""
    keys = ("id", "title", "one", "many")
    numbers = [
        {
            **{key: getattr(p, key) for key in keys},
            "values": values(p),
            **({"choices": choices(p)} if p.choices else {}),
        }
        for p in catalog.parameters
    ]
    return {"levels": fit.asked_for(catalog), "parameters": numbers}


def whole(catalog: Catalog) -> dict[str, Any]:
    """As `known`, with what a reader who sets a number is told, and the rules between them."""
    made = known(catalog)
    for parameter, number in zip(catalog.parameters, made["parameters"], strict=True):
        number |= {key: getattr(parameter, key) for key in ("minutes", "least", "most")}
        number["text"] = text.plain(parameter.text)
    return {**made, "rules": [rule.model_dump() for rule in catalog.rules]}
