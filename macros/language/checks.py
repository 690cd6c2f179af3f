"""What must hold of words that somebody puts in place of ours: texts, and what they fill in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from string import Formatter

from macros.problems import Problem, near, quoted
from macros.source import Tree

RANK = "priority."
FORMS = ("zero", "one", "two", "few", "many", "other")  # what languages have, by CLDR
Known = Callable[[str], frozenset[str] | None]


def blanks(text: str) -> frozenset[str] | None:
    """The names in braces that a text has filled in; None when its braces do not pair."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return None


def faults(tree: Tree, known: Known) -> Iterator[Problem]:
    """Every fault in a file of words. `known` gives what our own word for a key fills in, None for
    a key that we have not."""
    for key, line, column in tree.keys:
        value = tree.value[key].value
        if isinstance(value, tuple):
            message = f"{quoted(key)} must be one text, or one: and other:"
            yield Problem(tree.file, line, column, message, f"write {key}: the word")
            continue
        if isinstance(value, dict) and (strange := [name for name in value if name not in FORMS]):
            message = f"{quoted(key)} has no form called {quoted(strange[0])}"
            yield Problem(tree.file, line, column, message, f"write {key}.{strange[0]}: the word")
            continue
        for form in value.values() if isinstance(value, dict) else (tree.value[key],):
            yield from _form(key, form, known(key))


def misspelt(tree: Tree, ours: Collection[str], templates: str) -> Iterator[Problem]:
    """A key that is nearly one of ours, and that no template of the fork's asks for."""
    for key, line, column in tree.keys:
        close = () if key in ours else difflib.get_close_matches(key, ours, 1, 0.85)
        if close and key not in templates:
            message = f"no word is called {quoted(key)}"
            yield Problem(tree.file, line, column, message, f"did you mean {close[0]}?")


def still_said(tree: Tree, ours: Mapping[str, str]) -> Iterator[Problem]:
    """Ranks that a fork calls by another word, while sentences of ours, where no word can be put in
    by itself, still say the old one. `ours`: our words by key."""
    own = {key for key, _, _ in tree.keys}
    for key, line, column in tree.keys:
        word = ours.get(key, "")
        if not key.startswith(RANK) or not word or tree.value[key].value == word:
            continue
        old = re.compile(rf"\b{re.escape(word)}", re.I)
        left = [name for name, said in ours.items() if name not in own and old.search(said)]
        if left:
            message = f"{quoted(word)} is still said in {len(left)} of our sentences"
            hint = f"say these in your own words too: {', '.join(left)}"
            yield Problem(tree.file, line, column, message, hint, level="warning")


def _form(key: str, form: Tree, known: frozenset[str] | None) -> Iterator[Problem]:
    at = (form.file, form.line, form.column)
    if not isinstance(form.value, str):
        yield Problem(*at, f"{quoted(key)} must be one text", "write the word")
        return
    found = blanks(form.value)
    if not form.value.strip():
        yield Problem(*at, f"{quoted(key)} is empty", "write the word, or delete the line")
    elif found is None:
        hint = "write {{ and }} for braces that are shown"
        yield Problem(*at, f"{quoted(key)} has braces that do not pair", hint)
    elif known is not None:
        for name in sorted(found - known):
            message = f"{quoted(key)} fills in nothing called {{{name}}}"
            hint = near(name, sorted(known)) if known else "delete it, with its braces"
            yield Problem(*at, message, hint)
