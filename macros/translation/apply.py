"""A guide in another language: each text that is fresh in it, and its source where none is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from macros.catalog import parameters
from macros.catalog.asked import Asked
from macros.catalog.fields import Frozen, Use, holding, uses
from macros.catalog.item import Entry, Group, Item
from macros.catalog.model import Catalog, Checklist
from macros.catalog.parameters import form_of
from macros.text import Foreign
from macros.translation.read import Translations
from macros.translation.states import state
from macros.translation.texts import WHOLE, Key, Texts, marked, texts

Thing = TypeVar("Thing", bound=Frozen)


def fresh(translations: Translations, sources: Texts) -> dict[Key, str]:
    """The words of each text that says what its source says today."""
    found = ((key, text, translations.texts.get(key)) for key, text in sources.items())
    return {k: w.text for k, text, w in found if w is not None and state(text, w) == "fresh"}


def translated(catalog: Catalog, translations: Translations) -> Catalog:
    """The guide in the translations' language. What there is no fresh text for is a `Foreign` in
    the guide's own; names that other languages may go without are left out then."""
    words = Words(fresh(translations, texts(catalog)), catalog.language)
    made: dict[str, Any] = {
        "language": translations.language,
        "title": words.text(("guide", "guide", "title"), catalog.title),
        "facets": {
            facet: tuple(words.whole("facets", f"{facet}/{value.id}", value) for value in values)
            for facet, values in catalog.facets.items()
        },
        "checklists": tuple(map(words.checklist, catalog.checklists)),
        "rules": tuple(
            words.whole("rules", f"{rule.first}/{rule.then}", rule) for rule in catalog.rules
        ),
        # What people type is another language's: its own file is read for it.
        "synonyms": (),
    }
    for kind in WHOLE:
        made[kind] = tuple(words.whole(kind, thing.id, thing) for thing in getattr(catalog, kind))
    return parameters.filled(catalog.model_copy(update=made))


class Words:
    """The fresh texts of a language, put where their sources stand; `source` is the guide's own."""

    def __init__(self, fresh: Mapping[Key, str], source: str) -> None:
        self._fresh, self._source = fresh, source

    def text(self, key: Key, value: str) -> str:
        if not value:
            return value
        return self._fresh.get(key) or Foreign.of(form_of(value), self._source)

    def checklist(self, checklist: Checklist) -> Checklist:
        made = self._own(("lists", checklist.id, ""), checklist)
        return made.model_copy(update={"items": tuple(map(self._entry, checklist.items))})

    def whole(self, kind: str, name: str, thing: Thing) -> Thing:
        """A thing and all that it holds."""
        made = self._deep((kind, name, ""), thing)
        return (
            made.model_copy(update={"of": marked(thing.text)}) if isinstance(thing, Item) else made
        )

    def _entry(self, entry: Entry) -> Entry:
        if isinstance(entry, Group):
            made = self._own(("headings", entry.id, ""), entry)
            items = tuple(self.whole("items", item.id, item) for item in entry.items)
            return made.model_copy(update={"items": items})
        return self.whole("items", entry.id, entry) if isinstance(entry, Item) else entry

    def _own(self, at: Key, thing: Thing) -> Thing:
        made: dict[str, Any] = {"asked": ()} if "asked" in type(thing).model_fields else {}
        for name, use in uses(type(thing)).items():
            value = getattr(thing, name)
            if use.translated and isinstance(value, str):
                made[name] = self._one(at, name, value, use)
            elif use.translated and isinstance(value, tuple):
                made[name] = self._many(_below(at, name), value, use)
        return thing.model_copy(update=made) if made else thing

    def _one(self, at: Key, name: str, value: str, use: Use) -> str:
        key = _below(at, name)
        # A source's own title is right in every language; nobody has failed to translate it.
        return self._fresh.get(key, value) if use.named else self.text(key, value)

    def _many(self, at: Key, values: tuple[str, ...], use: Use) -> tuple[str, ...]:
        keys = [_below(at, str(n)) for n in range(len(values))]
        if use.named:
            return tuple(self._fresh[key] for key in keys if key in self._fresh)
        return tuple(self.text(key, value) for key, value in zip(keys, values, strict=True))

    def _deep(self, at: Key, thing: Thing) -> Thing:
        made: dict[str, Any] = {}
        for name in holding(type(thing)):
            value = getattr(thing, name)
            below = _below(at, name)
            if isinstance(value, Frozen):
                made[name] = self._deep(below, value)
            elif isinstance(value, tuple):
                made[name] = tuple(
                    self._deep(_below(below, str(getattr(part, "id", n))), part)
                    for n, part in enumerate(value)
                )
        own = self._own(at, thing)
        return own.model_copy(update=made) if made else own


def _below(at: Key, step: str) -> Key:
    kind, name, path = at
    return (kind, name, f"{path}.{step}" if path else step)


def with_phrases(catalog: Catalog, source: Catalog, asked: Asked | None) -> Catalog:
    """The guide with what people type for each thing, in its language, and then in that of its
    `source`: a term of the trade is often typed in it, and most things have phrases only there."""
    before = {("items", item.id): item.asked for _, item in source.items()}
    before |= {("lists", one.id): one.asked for one in source.checklists}
    before |= {("terms", one.id): one.asked for one in source.terms}

    def words(kind: str, name: str) -> tuple[str, ...]:
        found = asked.kinds[kind].get(name) if asked else None
        own = [str(one.value) for one in found[0].value] if found else []
        return tuple(dict.fromkeys((*own, *before.get((kind, name), ()))))

    def entry(one: Entry) -> Entry:
        if isinstance(one, Group):
            return one.model_copy(update={"items": tuple(entry(x) for x in one.items)})
        if isinstance(one, Item):
            return one.model_copy(update={"asked": words("items", one.id)})
        return one

    lists = tuple(
        c.model_copy(
            update={"asked": words("lists", c.id), "items": tuple(entry(x) for x in c.items)}
        )
        for c in catalog.checklists
    )
    terms = tuple(x.model_copy(update={"asked": words("terms", x.id)}) for x in catalog.terms)
    own = asked.synonyms if asked else ()
    groups = tuple(tuple(str(w.value) for w in group.value) for group in own)
    together = tuple(dict.fromkeys((*groups, *source.synonyms)))
    made = {"checklists": lists, "terms": terms, "synonyms": together}
    return catalog.model_copy(update=made)
