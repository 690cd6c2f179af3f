"""What a fork's own words name: each follows to what took over from it, as a wish does."""

from __future__ import annotations

from macros.tailoring.hide import NAMELESS, indexed
from macros.tailoring.work import Node, Work


def follow(work: Work, node: Node, steps: tuple[object, ...]) -> None:
    """Has what `node` names in its lists, and what stands under it, follow. What is gone, and
    nothing has taken over from, is taken out; only a build stops at that. `steps` lead to `node`
    in the fork's file."""
    if not isinstance(node.value, dict):
        return
    for key in list(node.value):
        stand(work, node, key, (*steps, key))
    for n, inner in enumerate(node.parts("items") if node.holds else ()):
        follow(work, inner, (*steps, "items", n))


def stand(work: Work, node: Node, key: str, steps: tuple[object, ...]) -> None:
    """Keeps in one of a node's lists what there still is, each once and by the name that it has
    now; no list where nothing is left."""
    held = node.value[key].value
    if not isinstance(held, list) or key in NAMELESS:
        return
    there = [one.value for one in held]
    kept = []
    for n, one in enumerate(held):
        before = one.value
        if _is(work, key, one, (*steps, n)) and (one.value == before or one.value not in there):
            kept.append(one)
            there.append(one.value)
    if held and not kept:
        del node.value[key]
    held[:] = kept


def _is(work: Work, key: str, one: Node, steps: tuple[object, ...]) -> bool:
    """Whether there still is what `one` names; it bears the name of what took over."""
    if not isinstance(one.value, str):
        return True
    name = indexed(key, one.value)
    if name in work.index or name not in work.gone:
        return True
    after = work.gone[name]
    if key == "after" and after in work.hidden:
        work.carry(key, steps, name)
    elif work.followed(key, steps, name) is None:
        return False
    one.value = after + one.value.removeprefix(name)
    return True
