"""Files that a build asks for: which are there, and which are made in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from macros.exports import Document, Format


@dataclass(frozen=True)
class Wanted:
    """A file to make: what of, as what, and where it is kept. `lists` are files of single lists
    that are made with it."""

    document: Document
    form: Format
    path: Path
    lists: tuple[Wanted, ...] = ()


def with_every(wanted: Sequence[Wanted]) -> list[Wanted]:
    """Those that are not there, and what they are made together with: so a file's bytes are the
    same whatever else was there."""
    missing = {one.path for one in wanted if not whole(one.path)}
    again = {one.form.key for one in wanted if one.form.together and one.path in missing}
    return [one for one in wanted if one.path in missing or (_every(one) and one.form.key in again)]


def _every(wanted: Wanted) -> bool:
    return len(wanted.document.parts) > 1


def together(wanted: Iterable[Wanted]) -> list[Wanted]:
    """The same files, a list's within that of all lists where both can be made at once; the longest
    first, so that no core waits for one at the end."""
    ordered = sorted(wanted, key=lambda one: -len(one.document.rows))
    wholes = [one for one in ordered if one.form.together and _every(one)]
    made = {one.path: one for one in ordered}
    for every in wholes:
        lists = tuple(one for one in ordered if one.form.key == every.form.key and one is not every)
        for one in lists:
            del made[one.path]
        made[every.path] = replace(every, lists=lists)
    return list(made.values())


def whole(kept: Path) -> bool:
    """True for a file that was finished: a full disk or a hard stop may leave an empty one."""
    return kept.exists() and kept.stat().st_size > 0
