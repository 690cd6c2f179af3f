"""The upgrade report as Markdown, for a pull request: what must be looked at first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.language.strings import Strings
from macros.tailoring.upgrade import Entry, Field, Report

PARTS = ("orphans", "carried", "changed", "retired", "moved", "new")
# What is told of what is too long to be shown.
WHOLE = {"pages": "upgrade.page", "templates": "upgrade.template"}
LONGEST = 400  # letters of a text that is shown: a menu or a figure may be long


def markdown(made: Report, t: Strings, faulty: bool = False) -> str:
    """The whole report. What the edition has not touched is folded; where its own file is `faulty`
    nobody knows what that is."""
    lines = [f"# {t('upgrade.title', since=made.since, version=made.version)}", ""]
    if faulty:
        lines += [f"**{t('upgrade.faulty')}**", ""]
    elif not made.needs_attention:
        lines += [t("upgrade.calm"), ""]
    if made.unknown:
        kinds = ", ".join(t(f"upgrade.kind.{kind}").lower() for kind in made.unknown)
        lines += [t("upgrade.unknown", version=made.since, kinds=kinds), ""]
    for part in PARTS:
        entries: tuple[Entry, ...] = getattr(made, part)
        lines += [f"## {t(f'upgrade.{part}')} ({len(entries)})", ""]
        look = [e for e in entries if e.overridden or part in ("orphans", "carried")]
        lines += [line for entry in look for line in _lines(part, entry, t)]
        lines += _folded(part, [e for e in entries if e not in look], t)
        lines += [t("upgrade.none")] * (not entries) + [""]
    return "\n".join(lines)


def _folded(part: str, entries: Sequence[Entry], t: Strings) -> Iterator[str]:
    if entries:
        yield f"<details><summary>{t.n('upgrade.others', len(entries))}</summary>\n"
        for entry in entries:
            yield from _lines(part, entry, t)
        yield "\n</details>"


def _lines(part: str, entry: Entry, t: Strings) -> Iterator[str]:
    mark = f" **{t('upgrade.overridden')}**" if entry.overridden else ""
    kind = "" if entry.kind == "items" else f"{t(f'upgrade.kind.{entry.kind}')}: "
    name = "" if entry.title == entry.id else f" {_short(entry.title)}"
    yield f"- {kind}`{entry.id}`{name}{mark}"
    for key, value in (("was", entry.was), ("now", entry.now)):
        if value:
            yield f"  - {t(f'upgrade.{part}.{key}')} {_short(value)}"
    for field in entry.fields:
        yield from _field(entry, field, t)


def _field(entry: Entry, field: Field, t: Strings) -> Iterator[str]:
    """Old, new and the edition's own, side by side; a page or a template is too long for that."""
    if entry.kind in WHOLE:
        if field.own:
            yield f"  - {t(WHOLE[entry.kind], page=field.own)}"
        return
    many = len(entry.fields) > 1 or field.name not in ("text", "content")
    word = f" ({_word(f'column.{field.name}', field.name, t).lower()})" if many else ""
    for side, words in (("was", field.was), ("now", field.now), ("own", field.own)):
        if words or side != "own":
            shown = _short(_word(f"{field.name}.{words}", words, t)) or "–"
            yield f"  - {t(f'upgrade.changed.{side}')}{word} {shown}"


def _word(key: str, otherwise: str, t: Strings) -> str:
    """The reader's word for a field or a choice, where there is one."""
    return t(key) if key in t.keys() else otherwise  # noqa: SIM118


def _short(text: str) -> str:
    """On one line, and not without end."""
    line = " ".join(text.split())
    return f"{line[:LONGEST]}…" if len(line) > LONGEST else line
