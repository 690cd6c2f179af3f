"""From the tree of a tailoring file to what it wishes, or every fault in its shape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from macros import source
from macros.catalog.messages import explain
from macros.catalog.read import owner
from macros.problems import Faulty, Problem, near
from macros.source import Tree
from macros.tailoring.wishes import VERBS, Tailoring


def wished(own: Tree) -> Tailoring:
    """What the file wishes. Raises Faulty with every fault in its shape."""
    try:
        return Tailoring.model_validate(source.plain(own))
    except ValidationError as error:
        raise Faulty(_problem(e, own) for e in error.errors(include_url=False)) from None


def unknown_version(
    own: Tree, wishes: Tailoring, released: Sequence[str], now: str
) -> list[Problem]:
    """A fault where the edition says that it is based on a version that never was; a warning where
    it is the one that is being written `now`: what was in it when the edition was made cannot be
    told afterwards."""
    if wishes.based_on in released:
        return []
    at = source.place(own, ("based_on",))
    if wishes.based_on != now:
        message = f"no version {wishes.based_on}"
        return [Problem(*at, message, near(wishes.based_on, [*released, now]))]
    if not released:
        return []
    message = f"version {now} is not released yet: upgrade-report cannot tell what changes in it"
    hint = f"write {released[-1]}, or wait until {now} is released"
    return [Problem(*at, message, hint, level="warning")]


def _problem(error: Any, own: Tree) -> Problem:
    """A fault in the shape of the tailoring file, with the fields that are known there."""
    steps = list(error["loc"])
    on_key = error["type"] == "extra_forbidden"
    message, hint = explain(error)
    if on_key:
        model = VERBS.get(str(steps[0]), Tailoring) if len(steps) > 1 else Tailoring
        hint = near(str(steps[-1]), model.model_fields)
    return Problem(*source.place(own, steps, on_key), message, hint, owner(own, steps))
