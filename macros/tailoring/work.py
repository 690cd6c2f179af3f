"""The tree under a fork's change: nodes that may be changed, where each stands, what was done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.catalog.reference import Deviation
from macros.problems import Problem, near, quoted
from macros.source import Tree, place
from macros.tailoring.wishes import KINDS, Tailoring

Codes = dict[str, str]
TITLES = ("title", "term", "question", "text", "id")
# What is said of a wish that is carried over to what took the place of its target.
CARRIED = {
    "hide": "hidden under that name",
    "change": "your words are used on it",
    "add": "your addition stands there",
    "after": "your addition comes after it",
    "order": "ordered under that name",
    "see": "shown under that name",
}
# What is wished of one item holds for it, and not for another that was there beside it.
KEPT = ("hide", "change")


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
    """Where a thing with an id stands: itself, the list of nodes that holds it, its checklist.
    `kind` is the key of the data file or the facet that holds it; «» for lists and their items."""

    node: Node
    among: list[Node]
    checklist: Node
    kind: str = ""


@dataclass
class Work:
    """The tree under change, what is found wrong, and what was done.

    `gone` maps ids that were released, and may be no more, to their successors («» without); of
    facets the values, as `index` has them. `stood` is the list in which each item stood in the
    version that the edition is based on. `carried` and `orphans` are (verb, id, successor): wishes
    that now hold for another thing, and those that have lost what they were about; what is to be
    said of the latter is in `lost`.
    """

    root: Node
    wishes: Tailoring
    own: Tree
    gone: Mapping[str, str]
    codes: Codes
    stood: Mapping[str, str] = field(default_factory=dict)
    index: dict[str, Home] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    deviations: list[Deviation] = field(default_factory=list)
    carried: list[tuple[str, str, str]] = field(default_factory=list)
    orphans: list[tuple[str, str, str]] = field(default_factory=list)
    lost: list[Problem] = field(default_factory=list)
    hidden: dict[str, str] = field(default_factory=dict)
    warnings: list[Problem] = field(default_factory=list)

    def fault(self, steps: tuple[object, ...], message: str, hint: str, name: str = "") -> None:
        self.problems.append(Problem(*place(self.own, steps), message, hint, name))

    def warn(self, steps: tuple[object, ...], message: str, hint: str, name: str) -> None:
        """What a merge has done to a wish: told, and no reason to stop a build."""
        at = place(self.own, steps)
        self.warnings.append(Problem(*at, message, hint, name, "warning"))

    def orphan(
        self, verb: str, steps: tuple[object, ...], message: str, hint: str, name: str
    ) -> None:
        """A wish that has lost what it was about: it would be dropped, so the build stops."""
        self.orphans.append((verb, name, self.gone.get(name, "")))
        self.lost.append(Problem(*place(self.own, steps), message, hint, name))

    def find(self, verb: str, steps: tuple[object, ...], name: str, of: str = "") -> Home | None:
        """The thing of that id (of a facet: the value), or what has taken over from it."""
        key = f"{of}/{name}" if of else name
        if key in self.index:
            return self.index[key]
        if key in self.hidden:
            self.fault(steps, f"{quoted(name)} is hidden above", "delete one of the two", name)
        elif key in self.gone:
            return self.followed(verb, steps, key)
        elif of:
            known = [k.removeprefix(f"{of}/") for k in self.index if k.startswith(f"{of}/")]
            self.fault(steps, f"no {of} {quoted(name)}", near(name, known), name)
        else:
            self.fault(steps, f"no item or list {quoted(name)}", near(name, self._ids()), name)
        return None

    def _ids(self) -> list[str]:
        return [name for name in self.index if "/" not in name]

    def followed(self, verb: str, steps: tuple[object, ...], name: str) -> Home | None:
        """Where a wish, or a word that names something, leads when upstream has taken that out: to
        what took its place."""
        after = self.gone[name]
        if after in self.index:
            if verb in KEPT and after in self.stood:
                self._apart(verb, steps, name, after)
                return None
            self.carry(verb, steps, name)
            return self.index[after]
        if verb == "hide":
            why = f"{after} now, which is hidden" if after else "gone: nothing is left to hide"
            self.warn(steps, f"{quoted(name)} is {why}", "delete the entry", name)
        elif after in self.hidden:
            message = f"{quoted(name)} is {quoted(after)} now, which is hidden above"
            self.orphan(verb, steps, message, "delete one of the two", name)
        else:
            message = f"{quoted(name)} is gone, and nothing has taken over from it"
            cure = {"change": "add an item of your own, or delete the entry"}
            self.orphan(verb, steps, message, cure.get(verb, "name another, or delete it"), name)
        return None

    def _apart(self, verb: str, steps: tuple[object, ...], name: str, after: str) -> None:
        """What took over is an item that the edition has had all along: what it wishes for the one
        that is gone is nothing that it has said of that one."""
        message = f"{quoted(name)} is gone; {quoted(after)}, which you have, says it now"
        if verb == "hide":
            self.warn(steps, message, f"delete the entry, or hide - id: {after}", name)
        else:
            cure = f"delete the entry, or write id: {after} if your words are meant for that"
            self.orphan(verb, steps, message, cure, name)

    def carry(self, verb: str, steps: tuple[object, ...], name: str) -> str:
        """Says that a wish now holds for the successor, whose id it gives."""
        after = self.gone[name]
        self.carried.append((verb, name, after))
        done = CARRIED.get(verb, "your words name that")
        message = f"{quoted(name)} is {quoted(after)} now, and {done}"
        word = "id: " if verb in ("hide", "change") else ""
        cure = f"write {word}{after}, or delete the entry"
        self.warn(steps, message, cure, name)
        return after


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
    """Everything with an id: lists, headings, items, what they rest on; and the facets' values, as
    facet/value, for theirs may be another thing's too."""
    lists = work.root.parts("checklists")
    for checklist in lists:
        work.index[checklist.text("id")] = Home(checklist, lists, checklist)
        for home in entries(checklist):
            work.index[home.node.text("id")] = home
    for key in KINDS.values():
        things = work.root.parts(key)
        for thing in things:
            work.index[thing.text("id")] = Home(thing, things, thing, key)
    facets = work.root.value.get("facets")
    for facet in facets.value if facets is not None and isinstance(facets.value, dict) else ():
        values = facets.parts(facet)
        for value in values:
            work.index[f"{facet}/{value.text('id')}"] = Home(value, values, value, facet)
    work.index.pop("", None)


def entries(checklist: Node) -> Iterator[Home]:
    among = checklist.parts("items")
    for entry in among:
        yield Home(entry, among, checklist)
        if entry.holds:
            children = entry.parts("items")
            yield from (Home(child, children, checklist) for child in children)


def title_of(node: Node) -> str:
    """What a person calls it: a title, a word, a question, an item's text."""
    return next((said for key in TITLES if (said := node.text(key))), "")
