"""The four verbs hide, change, add and order, on the tree of the data file. Pure.

Nodes keep the file that they came from, so what is wrong in a fork's addition is told with its
place in the fork's own file, by the same checks as everything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.catalog.reference import Adapted, Deviation
from macros.problems import Problem, near, quoted
from macros.source import Tree, place, plain
from macros.tailoring.wishes import FIXED, Add, Tailoring

Codes = dict[str, str]


@dataclass(eq=False)
class Node:
    """A tree that may be changed. `value`: text, a list of nodes, or a mapping of them."""

    value: Any
    tree: Tree

    def text(self, key: str) -> str:
        """A key's text, «» when there is none."""
        found = self.value.get(key) if isinstance(self.value, dict) else None
        return str(found.value) if found is not None and isinstance(found.value, str) else ""

    def parts(self, key: str) -> list[Node]:
        """A key's list; an empty one is made where there is none."""
        empty = Node([], self.tree)
        found = self.value.setdefault(key, empty) if isinstance(self.value, dict) else empty
        return found.value if isinstance(found.value, list) else []

    @property
    def holds(self) -> bool:
        """True for a list or a heading."""
        return isinstance(self.value, dict) and "items" in self.value


@dataclass(eq=False)
class Home:
    """Where a thing with an id stands: itself, the list of nodes that holds it, its checklist."""

    node: Node
    among: list[Node]
    checklist: Node


@dataclass
class Work:
    """The tree under change, what is found wrong, and what was done."""

    root: Node
    wishes: Tailoring
    own: Tree
    gone: Mapping[str, str]
    codes: Codes
    index: dict[str, Home] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    deviations: list[Deviation] = field(default_factory=list)
    orphans: list[tuple[str, str, str]] = field(default_factory=list)
    hidden: dict[str, str] = field(default_factory=dict)

    def fault(self, steps: tuple[object, ...], message: str, hint: str, name: str = "") -> None:
        self.problems.append(Problem(*place(self.own, steps), message, hint, name))

    def find(
        self, verb: str, steps: tuple[object, ...], name: str, quiet: bool = False
    ) -> Home | None:
        """The thing of that id. One that upstream has taken out is an orphan, not a fault."""
        if name in self.index:
            return self.index[name]
        if name in self.hidden:
            if not quiet:
                self.fault(steps, f"{quoted(name)} is hidden above", "delete one of the two", name)
            return None
        if name in self.gone:
            self.orphans.append((verb, name, self.gone[name]))
            return None
        self.fault(steps, f"no item or list {quoted(name)}", near(name, self.index), name)
        return None


def apply(
    tree: Tree, wishes: Tailoring, own: Tree, gone: Mapping[str, str], codes: Codes
) -> tuple[Tree, Adapted, Codes, list[Problem]]:
    """The tree as the fork wants it, what was done, every item's code, and every fault.

    `own` is the tailoring file's tree, for places; `gone` maps ids that were released and are no
    more to their successors («» without); `codes` are the codes before anything is changed.
    """
    work = Work(_thaw(tree), wishes, own, gone, dict(codes))
    _index(work)
    if wishes.title:
        work.root.value["title"] = Node(wishes.title, own.child("title") or own)
    for verb in (_add_values, _hide, _change, _add, _order):
        verb(work)
    adapted = Adapted(
        by=wishes.by,
        based_on=wishes.based_on,
        deviations=tuple(work.deviations),
        orphans=tuple(work.orphans),
    )
    return _freeze(work.root), adapted, work.codes, work.problems


def _thaw(tree: Tree) -> Node:
    if isinstance(tree.value, dict):
        return Node({k: _thaw(v) for k, v in tree.value.items()}, tree)
    if isinstance(tree.value, tuple):
        return Node([_thaw(v) for v in tree.value], tree)
    return Node(tree.value, tree)


def _freeze(node: Node) -> Tree:
    old = node.tree
    value = node.value
    if isinstance(value, dict):
        value = {k: _freeze(v) for k, v in value.items()}
        # A changed field's key stands in the fork's file, an untouched one's in the guide's.
        places = {k: (k, line, column) for k, line, column in old.keys}
        keys = tuple(
            places[k] if k in places and v.file == old.file else (k, v.line, v.column)
            for k, v in value.items()
        )
        return Tree(value, old.line, old.column, old.flow, keys, old.file)
    if isinstance(value, list):
        value = tuple(_freeze(v) for v in value)
    return Tree(value, old.line, old.column, old.flow, old.keys, old.file)


def _index(work: Work) -> None:
    """Everything with an id: lists, headings, items, terms and facts."""
    lists = work.root.parts("checklists")
    for checklist in lists:
        work.index[checklist.text("id")] = Home(checklist, lists, checklist)
        for home in _entries(checklist):
            work.index[home.node.text("id")] = home
    for key in ("terms", "facts"):
        things = work.root.parts(key)
        for thing in things:
            work.index[thing.text("id")] = Home(thing, things, thing)
    work.index.pop("", None)


def _entries(checklist: Node) -> Iterator[Home]:
    among = checklist.parts("items")
    for entry in among:
        yield Home(entry, among, checklist)
        if entry.holds:
            children = entry.parts("items")
            yield from (Home(child, children, checklist) for child in children)


def _title(node: Node) -> str:
    return node.text("text") or node.text("title") or node.text("term")


def _hide(work: Work) -> None:
    for n, wish in enumerate(work.wishes.hide):
        home = work.find("hide", ("hide", n, "id"), wish.id)
        if home is None:
            continue
        under = [home.node]
        if home.node is home.checklist and home.node.holds:
            under += [entry.node for entry in _entries(home.node)]
        elif home.node.holds:
            under += home.node.parts("items")
        for node in under:
            name = node.text("id")
            if name and name in work.index:
                work.deviations.append(
                    Deviation(
                        verb="hide", id=name, title=_title(node), why=wish.why,
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
            home.node.value[key] = _thaw(new)
        if not before:
            hint = "write the field and its new value, or delete the entry"
            work.fault(("change", n), "changes nothing", hint, wish.id)
        title = before.get("text") or before.get("title") or _title(home.node)
        work.deviations.append(
            Deviation(
                verb="change", id=wish.id, title=title, why=wish.why, before=before,
                code=work.codes.get(wish.id, home.node.text("code")),
            )
        )  # fmt: skip


def _words(node: Node | None) -> str:
    """A field's value as one text."""
    found = plain(_freeze(node)) if node is not None else ""
    return ", ".join(map(str, found)) if isinstance(found, (list, dict)) else str(found)


def _prefixed(work: Work, steps: tuple[object, ...], name: str) -> None:
    if name and not name.startswith(f"{work.wishes.prefix}-"):
        message = f'id must begin with "{work.wishes.prefix}-"'
        work.fault(steps, message, f"write {work.wishes.prefix}-{name}", name)


def _add_values(work: Work) -> None:
    """Facet values first: what is added may use them."""
    facets = work.root.value.get("facets")
    for n, wish in enumerate(work.wishes.add):
        given = [key for key in ("item", "list", "value") if getattr(wish, key) is not None]
        if len(given) != 1:
            message = "adds " + (" and ".join(given) if given else "nothing")
            work.fault(("add", n), message, "one of item:, list: and value: an entry")
        if given != ["value"] or facets is None:
            continue
        if wish.to not in facets.value:
            hint = near(wish.to, facets.value)
            work.fault(("add", n, "to"), f"no facet {quoted(wish.to)}", hint)
            continue
        own = work.own.child("add").child(n).child("value")  # type: ignore[union-attr]
        assert own is not None
        node = _thaw(own)
        name = node.text("id")
        _prefixed(work, ("add", n, "value", "id"), name)
        _insert(work, n, wish.after, facets.parts(wish.to), node)
        work.deviations.append(
            Deviation(verb="add", id=name, title=node.text("title"), why=wish.why)
        )


def _add(work: Work) -> None:
    numbers: dict[str, int] = {}
    for n, wish in enumerate(work.wishes.add):
        given = [key for key in ("item", "list", "value") if getattr(wish, key) is not None]
        if given in (["item"], ["list"]):
            own = work.own.child("add").child(n).child(given[0])  # type: ignore[union-attr]
            assert own is not None
            node = _thaw(own)
            if not isinstance(node.value, dict):
                message = f"{given[0]} must hold keys and values"
                work.fault(("add", n, given[0]), message, "write key: value lines")
            elif given == ["list"]:
                _add_list(work, n, wish.after, node)
            else:
                _add_item(work, n, wish, node, numbers)


def _add_list(work: Work, n: int, after: str, node: Node) -> None:
    lists = work.root.parts("checklists")
    name = node.text("id")
    _prefixed(work, ("add", n, "list", "id"), name)
    _insert(work, n, after, lists, node)
    work.index[name] = Home(node, lists, node)
    for m, home in enumerate(_entries(node)):
        inner = home.node.text("id")
        _prefixed(work, ("add", n, "list", "items", m), inner)
        if inner:
            work.index[inner] = home
    work.deviations.append(
        Deviation(verb="add", id=name, title=_title(node), code=node.text("code"))
    )
    work.deviations += [
        Deviation(verb="add", id=home.node.text("id"), title=_title(home.node))
        for home in _entries(node)
        if home.node.text("id")
    ]


def _add_item(work: Work, n: int, wish: Add, node: Node, numbers: dict[str, int]) -> None:
    home = work.find("add", ("add", n, "to"), work.gone.get(wish.to) or wish.to)
    if home is None:
        return
    if not home.node.holds:
        message = f"{quoted(wish.to)} is no list and no heading"
        work.fault(("add", n, "to"), message, "name the list that it belongs to", wish.to)
        return
    name = node.text("id")
    if "see" not in node.value:
        _prefixed(work, ("add", n, "item", "id"), name)
    among = home.node.parts("items")
    _insert(work, n, wish.after, among, node)
    if not name:
        return
    work.index.setdefault(name, Home(node, among, home.checklist))
    # Codes of a fork's own items never take a number that upstream may come to use.
    code = home.checklist.text("code")
    for one in [node, *(node.parts("items") if node.holds else ())]:
        numbers[code] = numbers.get(code, 0) + 1
        work.codes[one.text("id")] = f"{code}.L{numbers[code]}"
        work.deviations.append(
            Deviation(
                verb="add", id=one.text("id"), title=_title(one), why=wish.why,
                code=work.codes[one.text("id")],
            )
        )  # fmt: skip


def _insert(work: Work, n: int, after: str, among: list[Node], node: Node) -> None:
    """Behind `after`, or at the end; one that upstream moved or took out is an orphan."""
    places = {one.text("id") or one.text("see"): i for i, one in enumerate(among)}
    target = work.gone.get(after) or after
    if target in places:
        among.insert(places[target] + 1, node)
        return
    among.append(node)
    if not after or after in work.hidden:
        return
    if after in work.gone or after in work.index:
        work.orphans.append(("after", after, work.gone.get(after, "")))
    else:
        hint = near(after, [name for name in places if name])
        work.fault(("add", n, "after"), f"nothing there has the id {quoted(after)}", hint)


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
                verb="order", id=wish.list, title=_title(home.node), why=wish.why,
                code=home.node.text("code"),
            )
        )  # fmt: skip
