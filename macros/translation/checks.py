"""What must hold of translations: each has a source, and says it with the same marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros import text
from macros.catalog.parameters import NAMED
from macros.problems import Problem, near, quoted
from macros.translation.read import Translations, Written
from macros.translation.texts import Key, Text, Texts


def problems(
    translations: Translations, sources: Texts, gone: Mapping[str, str],
    also: Texts | None = None, merged: bool = False,
) -> list[Problem]:  # fmt: skip
    """Every fault. `gone` are retired ids with what took over («» for nothing); `also` are texts of
    the guide that an edition is based on: what it hides or changes is no fault of theirs. In a file
    that is `merged` with another's guide, what has been retired there is a warning."""
    found: list[Problem] = []
    known = {**(also or {}), **sources}
    ids: dict[str, dict[str, None]] = {}
    for kind, name, _ in known:
        ids.setdefault(kind, {})[name] = None
    for key, written in translations.texts.items():
        if key in known:
            if key in sources and written.of == sources[key].of and written.text:
                found += _markup(sources[key], written)
        elif key[0] == "site" or key[1] in ids.get(key[0], ()):
            found.append(_no_field(key, written, known))
        else:
            found.append(_no_thing(key, written, ids, gone, merged))
    return found


def _problem(key: Key, written: Written, message: str, hint: str, level: str = "error") -> Problem:
    at = (written.at.file, written.line, written.column)
    return Problem(*at, message, hint, key[1], level)


def _no_field(key: Key, written: Written, known: Texts) -> Problem:
    """A part that its source has no more is no fault of whoever merges: a warning."""
    kind, name, path = key
    here = [k[2] for k in known if k[:2] == (kind, name)]
    fields = {_bare(k[2]) for k in known if k[0] == kind}
    message = f"{path} has no source in {kind}"
    if kind == "site" or _bare(path) in fields:
        return _problem(key, written, message, "delete it: the source has it no more", "warning")
    return _problem(key, written, message, near(path, here))


def _bare(path: str) -> str:
    """A path's field, without what leads to one of many: `rows.0.text` is `rows.text`."""
    steps = path.split(".")
    return steps[0] if len(steps) == 1 else f"{steps[0]}.{'' if steps[-1].isdigit() else steps[-1]}"


def _no_thing(
    key: Key, written: Written, ids: Mapping[str, Mapping[str, None]], gone: Mapping[str, str],
    merged: bool,
) -> Problem:  # fmt: skip
    kind, name, _ = key
    other = next((k for k in ids if k != kind and name in ids[k]), "")
    hint = f"write it under {other}:" if other else near(name, ids.get(kind, ()))
    if name in gone:
        after = gone[name]
        level, hint = "warning" if merged else "error", "delete it"
        if after:
            shown = f"write {after} in its place: your words are shown there"
            hint = shown if merged else f"it is retired: translate {after} and delete it"
        return _problem(key, written, f"{quoted(name)} in {kind} is retired", hint, level)
    return _problem(key, written, f"no id {quoted(name)} in {kind}", hint)


def _markup(source: Text, written: Written) -> Iterator[Problem]:
    path = source.key[2]
    for message, hint in _faults(source, written.text):
        at = (written.at.file, written.at.line, written.at.column)
        yield Problem(*at, f"{path}: {message}", hint, source.key[1])


def _faults(source: Text, said: str) -> Iterator[tuple[str, str]]:
    """(what is wrong, cure) for a text that says what its source says today."""
    if text.unseen(said):
        yield "holds nothing that can be seen", "write it"
    if len(said) > source.longest:
        yield f"has {len(said)} letters, more than {source.longest}", "say it shorter"
    before, after = set(NAMED.findall(source.source)), set(NAMED.findall(said))
    for name in sorted(before - after):
        yield f"{{{name}}} is missing", f"write {{{name}}} where the number stands"
    for name in sorted(after - before):
        yield f"{{{name}}} is not in its source", "delete it, with its braces"
    if source.prose in ("line", "text"):
        yield from text.faults(said, source.prose == "text")
        yield from _marks(source.source, said)


def _marks(source: str, said: str) -> Iterator[tuple[str, str]]:
    was, now = text.marks(source), text.marks(said)
    for mark in sorted(was - now):
        yield f"{mark} is missing", "its source has it: put it round the same words"
    for mark in sorted(now - was):
        yield f"{mark} is not in its source", "delete it, or mend the source first"
