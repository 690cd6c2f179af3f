"""How a language stands: each text fresh, stale, missing, orphaned or a draft, law apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from macros.translation.read import Translations, Written
from macros.translation.texts import Key, Text, Texts

State = Literal["fresh", "stale", "missing", "orphaned", "draft"]
STATES: tuple[State, ...] = ("fresh", "stale", "missing", "draft", "orphaned")


@dataclass(frozen=True)
class Standing:
    """A text in a language. `text` is None for what has lost its source, `written` for what nobody
    has written yet."""

    key: Key
    state: State
    text: Text | None = None
    written: Written | None = None

    @property
    def law(self) -> bool:
        return self.text is not None and self.text.law


def state(text: Text, written: Written | None) -> State:
    """A draft is what a program wrote and nobody has read: as a stale text it is not shown."""
    if written is None or not written.text:
        return "missing"
    if written.of != text.of:
        return "stale"
    return "draft" if written.draft else "fresh"


def standings(translations: Translations, sources: Texts) -> Iterator[Standing]:
    """Every text of the guide in its order, then what has no source. A name that need not be
    translated is told only where it is."""
    for key, text in sources.items():
        written = translations.texts.get(key)
        found = state(text, written)
        if found != "missing" or not text.named:
            yield Standing(key, found, text, written)
    for key, written in translations.texts.items():
        if key not in sources:
            yield Standing(key, "orphaned", None, written)


def counted(found: Iterable[Standing]) -> dict[State, int]:
    """How many are in each state."""
    found = tuple(found)
    return {name: sum(one.state == name for one in found) for name in STATES}
