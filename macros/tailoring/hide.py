"""The verb hide: what is left out, and what would point at it otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from macros.catalog.framework import HOW, parts
from macros.catalog.reference import Deviation
from macros.problems import quoted
from macros.tailoring.work import Home, Node, Work, entries, title_of

# Lists of a list or an item whose words are no names of anything.
NAMELESS = ("items", "asked", "source")


def hide(work: Work) -> None:
    """Takes out what an edition hides."""
    last: dict[str, int] = {}  # the wish that took something out of a list last
    for n, wish in enumerate(work.wishes.hide):
        home = work.find("hide", ("hide", n, "id"), wish.id, wish.of)
        if home is None:
            continue
        for node in _under(home):
            name = node.text("id")
            key = f"{wish.of}/{name}" if wish.of else name
            if name and key in work.index:
                work.deviations.append(
                    Deviation(
                        verb="hide", id=name, title=title_of(node), why=wish.why, kind=home.kind,
                        code=work.codes.get(name, node.text("code")),
                    )
                )  # fmt: skip
                work.hidden[key] = wish.why
                del work.index[key]
        home.among.remove(home.node)
        last[home.checklist.text("id")] = n
    _tidy(work, last)
    for n, wish in enumerate(work.wishes.hide):
        _moved_out(work, n, wish.id)


def _under(home: Home) -> list[Node]:
    """A thing, and what goes with it."""
    if home.node is home.checklist and home.node.holds:
        return [home.node, *(entry.node for entry in entries(home.node))]
    return [home.node, *(home.node.parts("items") if home.node.holds else ())]


def _moved_out(work: Work, n: int, name: str) -> None:
    """Says which items stood in a hidden list and are shown now, because upstream moved them."""
    for item, home in work.stood.items():
        now = work.gone.get(item) or item
        if home != name or now not in work.index or not work.index[now].checklist.holds:
            continue
        there = work.index[now].checklist.text("id")
        message = f"{quoted(now)} has moved from {name} to {there}, and is shown there"
        work.warn(("hide", n, "id"), message, f"hide it too: - id: {now}", now)


def _tidy(work: Work, last: Mapping[str, int]) -> None:
    """What borrowed a hidden item no longer does; a heading without items is no heading; no item
    points at a hidden fact, question or value of a facet."""
    for checklist in work.root.parts("checklists"):
        _without(work, checklist)
        for home in entries(checklist):
            _without(work, home.node)
        left = checklist.parts("items")
        left[:] = [
            entry
            for entry in left
            if entry.text("see") not in work.hidden
            and not (entry.holds and not entry.parts("items"))
        ]
        if not left:
            name = checklist.text("id")
            at = last.get(name, 0)
            message = f"list {quoted(name)} has no items left"
            work.fault(("hide", at), message, f"hide the list itself: - id: {name}", name)


def _without(work: Work, thing: Node) -> None:
    """Takes what is hidden out of what a list or an item names."""
    if not isinstance(thing.value, dict):
        return
    for key, node in list(thing.value.items()):
        if key == "not_relevant_when" and isinstance(node.value, dict):
            for question in [q for q in node.value if q in work.hidden]:
                del node.value[question]
        elif isinstance(node.value, list) and key not in NAMELESS:
            kept = [one for one in node.value if indexed(key, one.value) not in work.hidden]
            if key != "after" and len(kept) < len(node.value):
                node.value[:] = kept
                if not kept:
                    del thing.value[key]


def indexed(key: str, value: object) -> str:
    """How `Work.index` calls what a word in the list `key` names: of a reference to a point, the
    framework; of a facet's value, the facet too."""
    if key in HOW:
        return parts(str(value))[0]
    return str(value) if key in ("facts", "after") else f"{key}/{value}"
