"""The tree under a fork's change: nodes that may be changed, where each stands, what was done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.catalog.reference import Deviation
from macros.problems import Problem, near, quoted
from macros.source import Tree, place
from macros.tailoring.wishes import Tailoring

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
    warnings: list[Problem] = field(default_factory=list)

    def fault(self, steps: tuple[object, ...], message: str, hint: str, name: str = "") -> None:
        self.problems.append(Problem(*place(self.own, steps), message, hint, name))

    def warn(self, steps: tuple[object, ...], message: str, hint: str, name: str) -> None:
        """What a merge has done to a wish: told, and no reason to stop a build."""
        at = place(self.own, steps)
        self.warnings.append(Problem(*at, message, hint, name, "warning"))

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
            return self._followed(verb, steps, name)
        self.fault(steps, f"no item or list {quoted(name)}", near(name, self.index), name)
        return None

    def _followed(self, verb: str, steps: tuple[object, ...], name: str) -> Home | None:
        """Where a wish leads whose target upstream has taken out: what is hidden stays hidden under
        its new name; other words may not fit another item, and wait for somebody to look."""
        after = self.gone[name]
        if verb == "hide" and after in self.index:
            message = f"{quoted(name)} is {quoted(after)} now, and hidden under that name"
            self.warn(steps, message, f"write id: {after}, or delete the entry", name)
            return self.index[after]
        if verb == "change" and after:
            message = f"{quoted(name)} is {quoted(after)} now, and shown with upstream's words"
            self.warn(steps, message, f"look at it: write id: {after}, or delete the entry", name)
        elif verb == "change":
            message = f"{quoted(name)} is gone, and what you changed with it"
            self.warn(steps, message, "add an item of your own, or delete the entry", name)
        return None


def thaw(tree: Tree) -> Node:
    if isinstance(tree.value, dict):
        return Node({k: thaw(v) for k, v in tree.value.items()}, tree)
    if isinstance(tree.value, tuple):
        return Node([thaw(v) for v in tree.value], tree)
    return Node(tree.value, tree)


def freeze(node: Node) -> Tree:
    old = node.tree
    value = node.value
    if isinstance(value, dict):
        value = {k: freeze(v) for k, v in value.items()}
        # A changed field's key stands in the fork's file, an untouched one's in the guide's.
        places = {k: (k, line, column) for k, line, column in old.keys}
        keys = tuple(
            places[k] if k in places and v.file == old.file else (k, v.line, v.column)
            for k, v in value.items()
        )
        return Tree(value, old.line, old.column, old.flow, keys, old.file)
    if isinstance(value, list):
        value = tuple(freeze(v) for v in value)
    return Tree(value, old.line, old.column, old.flow, old.keys, old.file)


def index(work: Work) -> None:
    """Everything with an id: lists, headings, items, terms, facts and parameters."""
    lists = work.root.parts("checklists")
    for checklist in lists:
        work.index[checklist.text("id")] = Home(checklist, lists, checklist)
        for home in entries(checklist):
            work.index[home.node.text("id")] = home
    for key in ("terms", "facts", "parameters"):
        things = work.root.parts(key)
        for thing in things:
            work.index[thing.text("id")] = Home(thing, things, thing)
    work.index.pop("", None)


def entries(checklist: Node) -> Iterator[Home]:
    among = checklist.parts("items")
    for entry in among:
        yield Home(entry, among, checklist)
        if entry.holds:
            children = entry.parts("items")
            yield from (Home(child, children, checklist) for child in children)


def title_of(node: Node) -> str:
    return node.text("text") or node.text("title") or node.text("term")
