"""Which texts of a guide are translated, by kind, id and field, and how one is known again.

A field is translated because its `Use` says that it is words (catalog/fields.py); nothing is listed
here. A nested field is a path with dots, by id where there is one, else by number:
`options.under-ti.title`, `rows.0.text`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros import text
from macros.catalog.fields import LONGEST_LINE, LONGEST_PROSE, Frozen, Said, Steps, own, said
from macros.catalog.item import Group
from macros.catalog.model import Catalog
from macros.catalog.parameters import form_of

Key = tuple[str, str, str]  # kind, id, path
# Kinds that are keys of the data file, everything below each thing counted in.
WHOLE = (
    "facts", "terms", "figures", "profile", "parameters", "sections", "frameworks", "retired",
)  # fmt: skip
KINDS = ("site", "guide", "facets", "lists", "headings", "items", *WHOLE, "rules")
# What settings and menus say, by id and field: it stands in no data file.
Front = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Text:
    """A text of the guide as it was written. `prose` is as in `Use`; `named` need not be
    translated; `law` says that it states the law, or rests on a fact that does."""

    key: Key
    source: str
    prose: str = "words"
    named: bool = False
    law: bool = False

    @property
    def of(self) -> str:
        return hashed(self.source)

    @property
    def longest(self) -> int:
        return LONGEST_PROSE if self.prose == "text" else LONGEST_LINE


Texts = Mapping[Key, Text]


def hashed(source: str) -> str:
    """What a translation keeps of its source: the same for the same words, however they were broken
    into lines."""
    return hashlib.sha256(" ".join(source.split()).encode()).hexdigest()[:12]


def marked(source: str) -> str:
    """A text's mark, by which scripts know whether what somebody answered has changed since: 32
    bits of FNV-1a over the plain words in UTF-16 (overrides/assets/checklists/answers)."""
    mark = 0x811C9DC5
    said = text.plain(source).strip().encode("utf-16-le")
    for at in range(0, len(said), 2):
        mark = ((mark ^ int.from_bytes(said[at : at + 2], "little")) * 0x01000193) & 0xFFFFFFFF
    return f"{mark:08x}"


def texts(catalog: Catalog, front: Front | None = None) -> dict[Key, Text]:
    """Every text that is there to translate, in the guide's order; `front` comes first."""
    words = {("site", *where): value for where, value in (front or {}).items()}
    made = {key: Text(key, value) for key, value in words.items()}
    return made | {text.key: text for text in _texts(catalog)}


def _texts(catalog: Catalog) -> Iterator[Text]:
    yield from _of("guide", "guide", catalog, own(catalog))
    for facet, values in catalog.facets.items():
        for value in values:
            yield from _of("facets", f"{facet}/{value.id}", value, own(value))
    for checklist in catalog.checklists:
        yield from _of("lists", checklist.id, checklist, own(checklist))
        for entry in checklist.items:
            if isinstance(entry, Group):
                yield from _of("headings", entry.id, entry, own(entry))
    for _, item in catalog.items():
        yield from _of("items", item.id, item, said(item), bool(item.facts))
    for kind in WHOLE:
        for thing in getattr(catalog, kind):
            yield from _of(kind, thing.id, thing, said(thing), kind == "facts")
    for rule in catalog.rules:
        yield from _of("rules", f"{rule.first}/{rule.then}", rule, own(rule))


def _of(
    kind: str, name: str, thing: Frozen, fields: Iterable[Said], law: bool = False
) -> Iterator[Text]:
    for one in fields:
        if one.use.translated and isinstance(one.value, str) and one.value.strip():
            key = (kind, name, path(thing, one.steps))
            yield Text(key, form_of(one.value), one.use.prose, one.use.named, law)


def path(thing: Frozen, steps: Steps) -> str:
    """The steps from a thing to one of its texts, as a translation file names them."""
    here: object = thing
    names = []
    for step in steps:
        if isinstance(here, tuple) and isinstance(step, int):
            here = here[step]
            names.append(str(getattr(here, "id", step)))
        else:
            here = getattr(here, str(step))
            names.append(str(step))
    return ".".join(names)
