"""The one declaration of what a field is: its type, and all that is done with it.

A model's field bears a `Use` in its annotation. Checks, files to download, search, releases, the
upgrade report, the browser's catalog, what a fork may change and CONTRIBUTING's table ask here; so
a new field is one line in a model, and the template that shows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic import StringConstraints as Text

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CODE_PATTERN = r"^[A-Z]{2,3}-\d{1,2}$"
REFERENCE_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*/[A-Za-z0-9]+(\.[0-9]+)*$"
LONGEST_LINE, LONGEST_PROSE = 1000, 4000  # letters

Steps = tuple[object, ...]


def _described(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Editors show what a field holds."""
    for name, use in uses(model).items():
        if use.about and name in schema.get("properties", {}):
            schema["properties"][name]["description"] = use.about


class Frozen(BaseModel):
    """A value that never changes; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=_described)


def _day(value: object) -> date:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError("must be a date, YYYY-MM-DD")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError("must be a date that exists") from None


def _one_of(*numbers: int) -> tuple[BeforeValidator, Any]:
    """A number out of a few, kept as text; editors are told that it is a number, and the file of
    the catalog has it so."""
    known = [str(number) for number in numbers]

    def check(value: object) -> object:
        if value not in known and not (type(value) is int and value in numbers):
            raise ValueError(f"must be {', '.join(known[:-1])} or {known[-1]}")
        return str(value)

    return BeforeValidator(check), Field(json_schema_extra={"type": "integer", "enum": [*numbers]})


LEVELS = (1, 2, 3)
MINUTES = (5, 15, 30, 60, 120)
Level = Annotated[str, *_one_of(*LEVELS)]
Minutes = Annotated[str, *_one_of(*MINUTES)]
Id = Annotated[str, Text(pattern=ID_PATTERN, max_length=64)]
FactId = Annotated[str, Text(pattern=r"^[A-Z]\d{2,3}$")]
Code = Annotated[str, Text(pattern=CODE_PATTERN)]
Line = Annotated[str, Text(strip_whitespace=True, min_length=1, max_length=LONGEST_LINE)]
Prose = Annotated[str, Text(strip_whitespace=True, min_length=1, max_length=LONGEST_PROSE)]
# The same, where a thing may go without: «» is none.
OptionalLine = Annotated[str, Field(max_length=LONGEST_LINE)]
OptionalProse = Annotated[str, Field(max_length=LONGEST_PROSE)]
Reference = Annotated[str, Text(pattern=REFERENCE_PATTERN, max_length=80)]
Version = Annotated[str, Text(pattern=r"^\d{4}\.\d{1,3}$")]
OptionalVersion = Annotated[str, Text(pattern=r"^(\d{4}\.\d{1,3})?$")]
Day = Annotated[date, BeforeValidator(_day)]
Synonyms = Annotated[tuple[Line, ...], Field(min_length=2)]
FacetIds = Mapping[str, tuple[Id, ...]]


@dataclass(frozen=True)
class Use:
    """What is done with a field besides keeping it.

    `about`: what it holds, for people who write (CONTRIBUTING and editors).
    `prose`: «words» are shown as they stand, whatever they hold; «line» is one sentence of words
    and emphasis, «text» takes paragraphs, links and lists, and both are checked for anything else.
    «» is no prose: an id, a date, a choice.
    `file`: its key in files to download, named by the strings' `column.<key>`; «» leaves it out.
    `values`: where the strings have words for its values («kind.»); «» shows the value itself.
    `search`: the weight of a word in it; 0 is not searched.
    `told`: kept in release files, and told as a change in the upgrade report.
    `browser`: sent to the scripts in the reader's browser.
    `numbers`: may name parameters in braces.
    `fixed`: a fork may not change it: it would be another thing, or lose where it came from.
    `named`: other languages may go without it: a source's own title, one name more of a term.
    """

    about: str = ""
    prose: Literal["", "words", "line", "text"] = ""
    file: str = ""
    values: str = ""
    search: float = 0
    told: bool = False
    browser: bool = False
    numbers: bool = False
    fixed: bool = False
    named: bool = False

    @property
    def translated(self) -> bool:
        """True for words that somebody reads: other languages have them too."""
        return bool(self.prose)

    @property
    def marked(self) -> bool:
        """True where emphasis and the like are read, and so have to be checked and taken out."""
        return self.prose in ("line", "text")


@dataclass(frozen=True)
class Said:
    """A field's value where it stands. `steps` lead to it in the file; `owner` is the id of the
    innermost thing with an id round it."""

    steps: Steps
    owner: str
    name: str
    value: Any
    use: Use


Which = Callable[[type[BaseModel]], Mapping[str, Use]]


@cache
def uses(model: type[BaseModel]) -> Mapping[str, Use]:
    """Every field of a model that says what is done with it, in the order declared."""
    made = {}
    for name, field in model.model_fields.items():
        use = next((m for m in field.metadata if isinstance(m, Use)), None)
        if use is not None:
            made[name] = use
    return made


@cache
def written(model: type[BaseModel]) -> Mapping[str, Use]:
    """Of those, the ones that hold words."""
    return {name: use for name, use in uses(model).items() if use.prose}


def fixed(model: type[BaseModel]) -> frozenset[str]:
    """The fields that a fork may not change."""
    return frozenset(name for name, use in uses(model).items() if use.fixed)


def told(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that release files hold and the upgrade report compares."""
    return tuple(name for name, use in uses(model).items() if use.told)


def said(thing: BaseModel, which: Which = uses) -> list[Said]:
    """Every declared field of a thing and of what it holds (entries, options, rows), with the steps
    that lead to it; its own come first. `which` says which fields of a model are asked for."""
    made: list[Said] = []
    _gather(thing, (), "", which, made)
    return made


def own(thing: BaseModel) -> list[Said]:
    """Every declared field of a thing itself. A list of words gives each word by itself."""
    made: list[Said] = []
    _own(thing, (), str(getattr(thing, "id", "")), uses, made)
    return made


# Both walk through all that a guide of ten thousand items says: they fill one list, for a chain of
# generators took four times as long.
def _gather(thing: BaseModel, steps: Steps, owner: str, which: Which, made: list[Said]) -> None:
    owner = str(getattr(thing, "id", owner))
    _own(thing, steps, owner, which, made)
    for name in holding(type(thing)):
        _parts(getattr(thing, name), (*steps, name), owner, which, made)


def _own(thing: BaseModel, steps: Steps, owner: str, which: Which, made: list[Said]) -> None:
    for name, use in which(type(thing)).items():
        value = getattr(thing, name)
        if isinstance(value, tuple):
            made += (Said((*steps, name, n), owner, name, one, use) for n, one in enumerate(value))
        else:
            made.append(Said((*steps, name), owner, name, value, use))


def _parts(value: object, steps: Steps, owner: str, which: Which, made: list[Said]) -> None:
    if isinstance(value, BaseModel):
        _gather(value, steps, owner, which, made)
    elif isinstance(value, tuple):
        for n, part in enumerate(value):
            _parts(part, (*steps, n), owner, which, made)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            _parts(part, (*steps, key), owner, which, made)


@cache
def holding(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that hold other models, straight or in lists; what is never in the file is not
    looked into."""
    fields = model.model_fields.items()
    return tuple(name for name, f in fields if not f.exclude and _models_in(f.annotation))


def _models_in(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_models_in(part) for part in get_args(annotation))
