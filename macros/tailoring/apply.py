"""The four verbs hide, change, add and order, on the tree of the data file. Pure.

Nodes keep the file that they came from, so what is wrong in a fork's addition is told with its
place in the fork's own file, by the same checks as everything else.
"""

from __future__ import annotations

from collections.abc import Mapping

from macros.catalog.reference import Adapted, Deviation
from macros.problems import Problem, near, quoted
from macros.source import Tree, plain
from macros.tailoring.add import add, add_values
from macros.tailoring.wishes import FIXED, Tailoring
from macros.tailoring.work import Codes, Node, Work, entries, freeze, index, thaw, title_of


def apply(
    tree: Tree, wishes: Tailoring, own: Tree, gone: Mapping[str, str], codes: Codes
) -> tuple[Tree, Adapted, Codes, list[Problem]]:
    """The tree as the fork wants it, what was done, every item's code, and every fault.

    `own` is the tailoring file's tree, for places; `gone` maps ids that were released and are no
    more to their successors («» without); `codes` are the codes before anything is changed.
    """
    work = Work(thaw(tree), wishes, own, gone, dict(codes))
    index(work)
    if wishes.title:
        work.root.value["title"] = Node(wishes.title, own.child("title") or own)
    for verb in (add_values, _hide, _change, add, _order):
        verb(work)
    adapted = Adapted(
        by=wishes.by,
        based_on=wishes.based_on,
        deviations=tuple(work.deviations),
        orphans=tuple(work.orphans),
    )
    return freeze(work.root), adapted, work.codes, [*work.problems, *work.warnings]


def _hide(work: Work) -> None:
    for n, wish in enumerate(work.wishes.hide):
        home = work.find("hide", ("hide", n, "id"), wish.id)
        if home is None:
            continue
        under = [home.node]
        if home.node is home.checklist and home.node.holds:
            under += [entry.node for entry in entries(home.node)]
        elif home.node.holds:
            under += home.node.parts("items")
        for node in under:
            name = node.text("id")
            if name and name in work.index:
                work.deviations.append(
                    Deviation(
                        verb="hide", id=name, title=title_of(node), why=wish.why,
                        code=work.codes.get(name, node.text("code")),
                    )
                )  # fmt: skip
                work.hidden[name] = wish.why
                del work.index[name]
        home.among.remove(home.node)
    _tidy(work)


def _tidy(work: Work) -> None:
    """What borrowed a hidden item no longer does; a heading without items is no heading."""
    for checklist in work.root.parts("checklists"):
        entries = checklist.parts("items")
        entries[:] = [
            entry
            for entry in entries
            if entry.text("see") not in work.hidden
            and not (entry.holds and not entry.parts("items"))
        ]
        if not entries:
            name = checklist.text("id")
            at = next((i for i, w in enumerate(work.wishes.hide)), 0)
            message = f"list {quoted(name)} has no items left"
            work.fault(("hide", at), message, f"hide the list itself: - id: {name}", name)


def _change(work: Work) -> None:
    for n, wish in enumerate(work.wishes.change):
        home = work.find("change", ("change", n, "id"), wish.id)
        if home is None:
            continue
        own = work.own.child("change").child(n)  # type: ignore[union-attr]
        assert own is not None
        before = {}
        for key, new in own.value.items():
            if key in ("id", "why"):
                continue
            if key in FIXED:
                message, hint = f"{key} cannot be changed", "hide the item and add one of your own"
                work.fault(("change", n, key), message, hint, wish.id)
                continue
            old = home.node.value.get(key)
            before[key] = _words(old)
            home.node.value[key] = thaw(new)
        if not before:
            hint = "write the field and its new value, or delete the entry"
            work.fault(("change", n), "changes nothing", hint, wish.id)
        title = before.get("text") or before.get("title") or title_of(home.node)
        work.deviations.append(
            Deviation(
                verb="change", id=wish.id, title=title, why=wish.why, before=before,
                code=work.codes.get(wish.id, home.node.text("code")),
            )
        )  # fmt: skip


def _words(node: Node | None) -> str:
    """A field's value as one text."""
    found = plain(freeze(node)) if node is not None else ""
    return ", ".join(map(str, found)) if isinstance(found, (list, dict)) else str(found)


def _order(work: Work) -> None:
    for n, wish in enumerate(work.wishes.order):
        home = work.find("order", ("order", n, "list"), work.gone.get(wish.list) or wish.list)
        if home is None:
            continue
        if home.node is not home.checklist or not home.node.holds:
            message = f"{quoted(wish.list)} is no list"
            work.fault(("order", n, "list"), message, "order takes a list's id", wish.list)
            continue
        entries = home.node.parts("items")
        places = {one.text("id") or one.text("see"): one for one in entries}
        first = []
        for m, name in enumerate(wish.ids):
            if name in wish.ids[:m]:
                work.fault(("order", n, "ids", m), f"{quoted(name)} stands twice", "delete one")
            elif name in places:
                first.append(places[name])
            elif name in work.gone or name in work.index:
                work.orphans.append(("order", name, work.gone.get(name, "")))
            elif name not in work.hidden:
                message = f"{quoted(name)} does not stand in {wish.list}"
                work.fault(("order", n, "ids", m), message, near(name, places), wish.list)
        entries[:] = first + [one for one in entries if one not in first]
        work.deviations.append(
            Deviation(
                verb="order", id=wish.list, title=title_of(home.node), why=wish.why,
                code=home.node.text("code"),
            )
        )  # fmt: skip
