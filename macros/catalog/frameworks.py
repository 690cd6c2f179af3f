"""What must hold of frameworks, and of every reference to a point of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.catalog.fields import Steps
from macros.catalog.framework import HOW, NUMBER, parts
from macros.catalog.item import Item
from macros.catalog.places import Scene, places
from macros.problems import near, quoted

Known = Mapping[str, tuple[str, ...]]


def problems(scene: Scene) -> None:
    """What is wrong with the frameworks, and every reference that leads nowhere or stands twice."""
    known = {f.id: tuple(p.id for p in f.points) for f in scene.catalog.frameworks}
    for n, framework in enumerate(scene.catalog.frameworks):
        at: Steps = ("frameworks", n)
        if NUMBER not in framework.written:
            message = f"written: has no {NUMBER} for the point's number"
            scene.add((*at, "written"), message, f"write it, as in § {NUMBER}", framework.id)
        for m, point in enumerate(known[framework.id]):
            if point in known[framework.id][:m]:
                message = f"point {quoted(point)} is declared twice"
                scene.add((*at, "points", m, "id"), message, "delete one", framework.id)
    for steps, _, entry in places(scene.catalog):
        if isinstance(entry, Item):
            for field, message, hint in _faults(entry, known):
                scene.add((*steps, *field), message, hint, entry.id)


def _faults(item: Item, known: Known) -> Iterator[tuple[tuple[str, int], str, str]]:
    seen: set[str] = set()
    for field in HOW:
        for n, reference in enumerate(getattr(item, field)):
            framework, point = parts(reference)
            if framework not in known:
                hint = near(framework, known) if known else "declare it under frameworks:"
                yield (field, n), f"{field}: no framework {quoted(framework)}", hint
            elif point not in known[framework]:
                message = f"{field}: {framework} has no point {quoted(point)}"
                yield (field, n), message, near(point, known[framework])
            elif reference in seen:
                message = f"{field}: {quoted(reference)} stands twice"
                yield (field, n), message, "keep it once, under covers or under touches"
            seen.add(reference)
