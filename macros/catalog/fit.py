"""Which items are meant for a reader, by what she has answered. Pure.

A level only hides, and never what has been answered. `fit.js` says the same in the browser;
tests/cases/firms.yml holds both to the same firms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.catalog.fields import LEVELS
from macros.catalog.item import Item
from macros.catalog.model import Catalog

CHOSEN = "level"  # stands among the answers when a reader has chosen herself

Answers = Mapping[str, str]  # question id to the id of an option, and CHOSEN to a level


def asked_for(catalog: Catalog) -> dict[str, dict[str, int]]:
    """Question id to option id to the level that it asks for, where it asks for one. Empty in a
    guide whose items bear no levels."""
    if not any(item.level for _, item in catalog.items()):
        return {}
    return {
        question.id: asked
        for question in catalog.profile
        if (asked := {o.id: int(o.level) for o in question.options if o.level})
    }


def level(catalog: Catalog, answers: Answers) -> int:
    """The level that a reader gets: the one chosen, else the highest that an answer asks for.
    Where no answer asks for one it is the last: everything."""
    if answers.get(CHOSEN) in [str(known) for known in LEVELS]:
        return int(answers[CHOSEN])
    asked = asked_for(catalog)
    said = [asked[q][answer] for q, answer in answers.items() if answer in asked.get(q, {})]
    return max(said, default=LEVELS[-1])


def ruled_out(item: Item, answers: Answers) -> bool:
    """True when an answer says that the item cannot concern the reader."""
    return any(answers.get(q) in ruling for q, ruling in item.not_relevant_when.items())


def fitting(catalog: Catalog, answers: Answers) -> Iterator[Item]:
    """The items meant for a reader, in reading order. An item without a level is for everyone, and
    a guide without levels hides nothing."""
    most, free = level(catalog, answers), not asked_for(catalog)
    for _, item in catalog.items():
        if free or (int(item.level or LEVELS[0]) <= most and not ruled_out(item, answers)):
            yield item
