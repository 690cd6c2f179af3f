"""The numbers of requirements: put into texts, held to their bounds and to the rules between them.

No two requirements can contradict each other over a number that they share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

from macros import text
from macros.catalog.fields import LEVELS, Frozen, uses
from macros.catalog.item import Entry, Group, Item
from macros.catalog.model import Catalog, Checklist
from macros.catalog.parameter import Parameter, Rule
from macros.catalog.places import Scene
from macros.language import forms
from macros.problems import near, quoted

Thing = TypeVar("Thing", bound=Frozen)
NAMED = re.compile(r"\{([^{}\s]*)\}")
USUAL = "2"  # the level whose numbers stand where no reader has said which is hers


class Filled(str):
    """A text with its numbers in; `form` is the same with their names in braces. `lang` is its
    language where it is not the guide's."""

    __slots__ = ("form", "lang")
    form: str
    lang: str

    @classmethod
    def of(cls, form: str, words: Mapping[str, str]) -> Filled:
        made = cls(NAMED.sub(lambda m: words[m[1]], form))
        made.form, made.lang = str(form), text.language_of(form)
        return made


def form_of(text: str) -> str:
    """A text as it was written, its numbers named in braces."""
    return text.form if isinstance(text, Filled) else text


def problems(scene: Scene) -> None:
    """Names that are no parameter, values out of bounds, rules that are broken at some level."""
    known = {p.id: p for p in scene.catalog.parameters}
    for one in scene.words:
        for name in NAMED.findall(one.value) if "{" in one.value else ():
            if not one.use.numbers:
                message = f"{one.name}: {{{name}}} is a number, and none can stand here"
                scene.add(one.steps, message, "write it in requirement or help", one.owner)
            elif name not in known:
                message = f"{one.name}: no parameter {quoted(name)}"
                hint = near(name, known) if known else "declare it under parameters:"
                scene.add(one.steps, message, hint, one.owner)
    for n, parameter in enumerate(scene.catalog.parameters):
        _values(scene, n, parameter)
    for n, rule in enumerate(scene.catalog.rules):
        _rule(scene, n, rule, known)


def _values(scene: Scene, n: int, parameter: Parameter) -> None:
    for level in map(str, LEVELS):
        if level not in parameter.values:
            message = f"has no value for level {level}"
            scene.add(("parameters", n, "values"), message, f"add {level}:", parameter.id)
    for level, value in parameter.values.items():
        if not Decimal(parameter.least) <= Decimal(value) <= Decimal(parameter.most):
            message = f"level {level}: {value} is not from {parameter.least} to {parameter.most}"
            scene.add(
                ("parameters", n, "values", level), message, "correct the value or the bounds",
                parameter.id,
            )  # fmt: skip
    if parameter.choices:
        _choices(scene, n, parameter)


def _choices(scene: Scene, n: int, parameter: Parameter) -> None:
    """Each number is the place of a choice, and a choice is no time."""
    last = str(len(parameter.choices))
    if (parameter.least, parameter.most) != ("1", last):
        message = f"{last} choices are numbered from 1 to {last}"
        hint = f"write least: 1 and most: {last}"
        scene.add(("parameters", n, "choices"), message, hint, parameter.id)
    for level, value in parameter.values.items():
        if "." in value:
            message = f"level {level}: {value} is the place of no choice"
            scene.add(("parameters", n, "values", level), message, "whole numbers", parameter.id)
    for number, words in enumerate(parameter.choices):
        if "|" in words:
            steps = ("parameters", n, "choices", number)
            scene.add(steps, "a choice has no «|»", "write it in words", parameter.id)
    if parameter.minutes:
        scene.add(("parameters", n, "minutes"), "a choice is no time", "take it out", parameter.id)


def _rule(scene: Scene, n: int, rule: Rule, known: Mapping[str, Parameter]) -> None:
    missing = [key for key in ("first", "then") if getattr(rule, key) not in known]
    for key in missing:
        name = getattr(rule, key)
        scene.add(("rules", n, key), f"no parameter {quoted(name)}", near(name, known))
    if missing:
        return
    first, then = known[rule.first], known[rule.then]
    if (first.minutes is None) != (then.minutes is None):
        message = f"{first.id} and {then.id} cannot be compared: one is no time"
        scene.add(("rules", n), message, "give both minutes:, or neither")
        return
    for level in first.values.keys() & then.values.keys():
        if _size(first, level) > _size(then, level):
            message = (
                f"level {level}: {shown(first, first.values[level])} is more than "
                f"{shown(then, then.values[level])}: {rule.text}"
            )
            scene.add(("rules", n), message, f"mend {first.id} or {then.id}")


def _size(parameter: Parameter, level: str) -> Decimal:
    return Decimal(parameter.values[level]) * Decimal(parameter.minutes or 1)


def shown(parameter: Parameter, value: str, language: str = "nb") -> str:
    """A number with its unit, as it stands in a text: «4 timer», «99,5 prosent»; a choice in its
    words."""
    if parameter.choices:
        return parameter.choices[int(value) - 1]
    unit = parameter.one if forms.plural(value, language) == "one" else parameter.many
    return f"{forms.number(value, language)} {unit}"


def filled(catalog: Catalog) -> Catalog:
    """The catalog with the usual numbers in its texts."""
    words = {p.id: shown(p, p.values[USUAL], catalog.language) for p in catalog.parameters}
    if not words:
        return catalog
    lists = tuple(_list(checklist, words) for checklist in catalog.checklists)
    figures = tuple(
        figure.model_copy(update={"rows": tuple(_with(row, words) for row in figure.rows)})
        for figure in catalog.figures
    )
    return catalog.model_copy(update={"checklists": lists, "figures": figures})


def _list(checklist: Checklist, words: Mapping[str, str]) -> Checklist:
    return checklist.model_copy(update={"items": tuple(_entries(checklist.items, words))})


def _entries(entries: Iterable[Entry], words: Mapping[str, str]) -> Iterator[Entry]:
    for entry in entries:
        if isinstance(entry, Group):
            yield entry.model_copy(update={"items": tuple(_entries(entry.items, words))})
        elif isinstance(entry, Item):
            yield _with(entry, words)
        else:
            yield entry


def _with(thing: Thing, words: Mapping[str, str]) -> Thing:
    texts = {name: getattr(thing, name) for name, use in uses(type(thing)).items() if use.numbers}
    made = {name: Filled.of(value, words) for name, value in texts.items() if "{" in value}
    return thing.model_copy(update=made) if made else thing
