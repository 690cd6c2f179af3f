"""The vocabulary: what a catalog and a checklist are, over items and what they rest on.

English keys, Norwegian values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Annotated, Literal

from pydantic import Field
from pydantic import StringConstraints as Text

from macros.catalog.fields import (
    Code,
    Day,
    FacetIds,
    Frozen,
    Id,
    Line,
    Prose,
    Synonyms,
    Use,
    Version,
)
from macros.catalog.figure import Figure
from macros.catalog.framework import Framework
from macros.catalog.item import Entry, Group, Item
from macros.catalog.parameter import Parameter, Rule
from macros.catalog.reference import (
    Adapted,
    Deviation,
    Fact,
    Question,
    Retired,
    Section,
    Term,
)


class FacetValue(Frozen):
    """One value of a facet. `title` is shown; the order in the file is the order shown."""

    id: Annotated[Id, Use("the value's own name", fixed=True)]
    title: Annotated[Line, Use("the word that is shown", prose="words")]
    text: Annotated[str, Use("a sentence about it", prose="words")] = ""
    page: Annotated[str, Text(pattern=r"^(/([a-z0-9-]+/)+)?$")] = ""


class Checklist(Frozen):
    """A list with its items, under its own code."""

    id: Annotated[Id, Use("never changed, never reused", fixed=True)]
    code: Annotated[Code, Use("the list's number on paper", search=3, fixed=True)]
    title: Annotated[Line, Use("its name", prose="line", search=5)]
    intro: Annotated[Prose, Use("whom it is for, and when", prose="text", search=1.2)]
    facets: FacetIds = Field(default_factory=dict)
    figure: Annotated[Id | Literal[""], Use("the figure that ends its PDF")] = ""
    asked: Annotated[
        tuple[Line, ...], Use("what people type who look for it: asked/<language>.yml", search=1.5)
    ] = ()
    items: Annotated[tuple[Entry, ...], Field(min_length=1)]

    def own(self) -> Iterator[Item]:
        """Its own items in reading order, children included, headings and borrowed left out."""
        for entry in self.items:
            if isinstance(entry, Group):
                yield from entry.items
            elif isinstance(entry, Item):
                yield entry


class Catalog(Frozen):
    version: Version
    released: Day
    language: Annotated[str, Text(pattern=r"^[a-z]{2}$")]
    title: Annotated[Line, Use("the guide's name", prose="words")]
    facets: Mapping[Id, tuple[FacetValue, ...]]
    checklists: Annotated[tuple[Checklist, ...], Field(min_length=1)]
    facts: tuple[Fact, ...] = ()
    terms: tuple[Term, ...] = ()
    synonyms: tuple[Synonyms, ...] = ()
    figures: tuple[Figure, ...] = ()
    profile: tuple[Question, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    rules: tuple[Rule, ...] = ()
    sections: tuple[Section, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    retired: tuple[Retired, ...] = ()
    adapted: Adapted | None = Field(None, exclude=True)
    # Ids of items that say another thing than in the version before; `load` asks its release file.
    changed_last: frozenset[str] = Field(frozenset(), exclude=True)

    @property
    def shown_version(self) -> str:
        """The version that readers are told: the edition's own, where it has one."""
        return (self.adapted.edition.version if self.adapted else "") or self.version

    @property
    def shown_released(self) -> date:
        """The day that readers are told: the edition's own, where it has one."""
        return (self.adapted.edition.released if self.adapted else None) or self.released

    @cached_property
    def has_origin(self) -> bool:
        """Whether any of its items comes from an older guide, so that others are new."""
        return any(not item.is_new for _, item in self.items())

    @cached_property
    def came_last(self) -> frozenset[str]:
        """Ids of new items that came with this very version; none in the first, where all did."""
        new = {item.id: item.since for _, item in self.items() if item.is_new}
        last = {name for name, since in new.items() if since == self.version}
        return frozenset(last if len(last) < len(new) else ())

    @cached_property
    def added(self) -> frozenset[str]:
        """Ids of what this edition has added."""
        return frozenset(name for name, done in self.deviations.items() if done.verb == "add")

    @cached_property
    def hidden(self) -> dict[str, Deviation]:
        """Ids of lists, headings and items that this edition leaves out, with the reason."""
        found = self.adapted.deviations if self.adapted else ()
        return {d.id: d for d in found if d.verb == "hide" and not d.kind}

    def hidden_of(self, kind: str) -> frozenset[str]:
        """Ids that this edition leaves out of what a key of the data file holds."""
        found = self.adapted.deviations if self.adapted else ()
        return frozenset(d.id for d in found if d.verb == "hide" and d.kind == kind)

    @cached_property
    def deviations(self) -> dict[str, Deviation]:
        """What was changed or added, by id."""
        found = self.adapted.deviations if self.adapted else ()
        return {d.id: d for d in found if d.verb in ("change", "add") and d.kind not in self.facets}

    def successor(self, name: str) -> str:
        """The id that took over from a retired one, over several steps; else the id itself."""
        for _ in range(len(self.retired)):
            if not self._replaced.get(name):
                break
            name = self._replaced[name]
        return name

    @cached_property
    def _replaced(self) -> dict[str, str]:
        return {gone.id: gone.replaced_by for gone in self.retired}

    @cached_property
    def took_over(self) -> dict[str, tuple[str, ...]]:
        """Id to the retired ids that lead to it: answers to them are answers to it."""
        made: dict[str, tuple[str, ...]] = {}
        for gone in self.retired:
            after = self.successor(gone.id)
            made[after] = (*made.get(after, ()), gone.id)
        return made

    def items(self) -> Iterator[tuple[Checklist, Item]]:
        """Every item once, with the list that owns it, in reading order."""
        for checklist in self.checklists:
            for item in checklist.own():
                yield checklist, item

    @cached_property
    def framework(self) -> dict[str, Framework]:
        """Framework by id."""
        return {one.id: one for one in self.frameworks}

    @cached_property
    def by_id(self) -> dict[str, tuple[Checklist, Item]]:
        """Item id to (owning list, item)."""
        return {item.id: (checklist, item) for checklist, item in self.items()}

    def origins(self, references: Iterable[str]) -> Iterator[str]:
        """References into the 2010 guide as a reader sees them, with the name of the part that they
        stand in: «Cloud computing (3.3-p03, 3.3-p04)»."""
        titles = {section.id: section.title for section in self.sections}
        for part, found in groupby(references, key=lambda ref: ref.partition("-")[0]):
            numbers = ", ".join(found)
            yield f"{titles[part]} ({numbers})" if part in titles else numbers

    def facet_title(self, facet: str, value: str) -> str:
        """The word a reader sees for a facet's value."""
        return next((v.title for v in self.facets.get(facet, ()) if v.id == value), value)


TOP_LEVEL = tuple(name for name, field in Catalog.model_fields.items() if not field.exclude)
