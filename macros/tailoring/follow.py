"""What a fork's own words name: each follows to what took over from it, as a wish does."""

from __future__ import annotations

from macros.problems import quoted
from macros.tailoring.hide import NAMELESS, indexed
from macros.tailoring.work import Node, Work


def follow(work: Work, node: Node, steps: tuple[object, ...]) -> None:
    """Has what `node` names in its lists, and what stands under it, follow. What is gone, and
    nothing has taken over from, is taken out; only a build stops at that. `steps` lead to `node`
    in the fork's file."""
    if not isinstance(node.value, dict):
        return
    for key, held in list(node.value.items()):
        if isinstance(held.value, list) and key not in NAMELESS:
            stand(work, key, held, (*steps, key))
            if not held.value:
                del node.value[key]
    for n, inner in enumerate(node.parts("items") if node.holds else ()):
        follow(work, inner, (*steps, "items", n))


def stand(work: Work, key: str, held: Node, steps: tuple[object, ...]) -> None:
    """Keeps in a list what there still is, by the name that it has now."""
    held.value[:] = [one for n, one in enumerate(held.value) if _is(work, key, one, (*steps, n))]


def _is(work: Work, key: str, one: Node, steps: tuple[object, ...]) -> bool:
    if not isinstance(one.value, str):
        return True
    name = indexed(key, one.value)
    if name in work.index or name not in work.gone:
        return True
    after = work.gone[name]
    if after in work.index or (key == "after" and after in work.hidden):
        one.value = work.carry(key, steps, name) + one.value.removeprefix(name)
        return True
    said = name.removeprefix(f"{key}/")
    message = f"{quoted(said)} is gone, and nothing has taken over from it"
    if after in work.hidden:
        message = f"{quoted(said)} is {quoted(after)} now, which is hidden above"
    work.orphan(key, steps, message, "name another, or delete it", said)
    return False
