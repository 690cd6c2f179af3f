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


def unknown_version(own: Tree, wishes: Tailoring, known: Sequence[str]) -> list[Problem]:
    """A fault where the edition says that it is based on a version that never was."""
    if wishes.based_on in known:
        return []
    at = source.place(own, ("based_on",))
    message = f"no version {wishes.based_on}"
    return [Problem(*at, message, near(wishes.based_on, known))]


def _problem(error: Any, own: Tree) -> Problem:
    """A fault in the shape of the tailoring file, with the fields that are known there."""
    steps = list(error["loc"])
    on_key = error["type"] == "extra_forbidden"
    message, hint = explain(error)
    if on_key:
        model = VERBS.get(str(steps[0]), Tailoring) if len(steps) > 1 else Tailoring
        hint = near(str(steps[-1]), model.model_fields)
    return Problem(*source.place(own, steps, on_key), message, hint, owner(own, steps))
