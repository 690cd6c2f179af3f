"""What waits for what (`after`): each is there, and none waits for itself over others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.catalog.item import Item
from macros.catalog.places import Scene, places
from macros.problems import near, quoted


def problems(scene: Scene) -> None:
    """What an item waits for is there, is another item, and does not wait for the item itself."""
    waits = {item.id: item.after for _, item in scene.catalog.items()}
    for steps, _, entry in places(scene.catalog):
        for n, name in enumerate(entry.after if isinstance(entry, Item) else ()):
            at, mine = (*steps, "after", n), entry.id if isinstance(entry, Item) else ""
            if cure := scene.cures.get(name):
                scene.add(at, f"after {quoted(name)} is retired", cure, mine)
            elif name not in waits and name not in scene.catalog.hidden:
                scene.add(at, f"after {quoted(name)} is no item", near(name, waits), mine)
            elif circle := _way_back(waits, name, mine):
                message = f"after makes a circle: {' → '.join((mine, *circle))}"
                scene.add(at, message, "take one of them out", mine)


def _way_back(waits: Mapping[str, Sequence[str]], start: str, goal: str) -> tuple[str, ...]:
    """The way from one item to another over what they wait for; () when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop()
        if way[-1] == goal:
            return way
        following = [name for name in waits.get(way[-1], ()) if name not in seen]
        seen.update(following)
        ways += [(*way, name) for name in following]
    return ()
