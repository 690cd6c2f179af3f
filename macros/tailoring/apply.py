"""The four verbs hide, change, add and order, on the tree of the data file. Pure.

Nodes keep the file that they came from, so what is wrong in a fork's addition is told with its
place in the fork's own file, by the same checks as everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.catalog.edition import Edition, Source
from macros.catalog.reference import Adapted, Deviation
from macros.problems import Problem, near, quoted
from macros.source import Tree, plain
from macros.tailoring.add import add, add_values
from macros.tailoring.follow import stand
from macros.tailoring.hide import hide
from macros.tailoring.wishes import FIXED, Change, Order, Tailoring
from macros.tailoring.work import Codes, Home, Node, Work, freeze, index, thaw, title_of


@dataclass(frozen=True)
class Done:
    """The tree as the fork wants it, what was done, every item's code, and every fault. `lost` are
    the faults of wishes that upstream has taken the ground from: only a build stops at them."""

    tree: Tree
    adapted: Adapted
    codes: Codes
    problems: tuple[Problem, ...]
    lost: tuple[Problem, ...]


def apply(
    tree: Tree,
    wishes: Tailoring,
    own: Tree,
    gone: Mapping[str, str],
    codes: Codes,
    stood: Mapping[str, str] | None = None,
) -> Done:
    """`own` is the tailoring file's tree, for places; `gone` maps ids that were released and are no
    more to their successors («» without); `codes` are the codes before anything is changed; `stood`
    is the list of each item in the version that the edition is based on."""
    work = Work(thaw(tree), wishes, own, gone, dict(codes), stood or {})
    index(work)
    origin = Source(title=work.root.text("title"), version=wishes.based_on, url=wishes.source_url)
    edition = _edition(work)
    if edition.name:
        work.root.value["title"] = Node(edition.name, own.child("title") or own)
    for verb in (add_values, hide, _change, add, _order):
        verb(work)
    adapted = Adapted(
        by=edition.by,
        based_on=wishes.based_on,
        edition=edition,
        source=origin,
        pages=wishes.pages,
        deviations=tuple(work.deviations),
        orphans=tuple(work.orphans),
        carried=tuple(work.carried),
    )
    told = (*work.problems, *work.warnings)
    return Done(freeze(work.root), adapted, work.codes, told, tuple(work.lost))


def _edition(work: Work) -> Edition:
    """What the edition says of itself; title: and by: stood there before edition: did."""
    wishes, said = work.wishes, work.wishes.edition
    language = work.root.text("language")
    if said.language and said.language != language:
        message = f"the guide is written in {quoted(language)}, not in {quoted(said.language)}"
        hint = f"write language: {language}, or delete it"
        work.fault(("edition", "language"), message, hint)
    return said.model_copy(
        update={"name": said.name or wishes.title, "by": said.by or wishes.by, "language": language}
    )


def _change(work: Work) -> None:
    changed: dict[tuple[str, str], str] = {}
    for n, wish in enumerate(work.wishes.change):
        home = work.find("change", ("change", n, "id"), wish.id, wish.of)
        if home is not None:
            _change_one(work, n, wish, home, changed)


def _change_one(
    work: Work, n: int, wish: Change, home: Home, changed: dict[tuple[str, str], str]
) -> None:
    own = work.own.child("change").child(n)  # type: ignore[union-attr]
    assert own is not None
    before, now, name = {}, {}, home.node.text("id")
    for key, new in own.value.items():
        if key in ("id", "why", "of"):
            continue
        if key in FIXED:
            message, hint = f"{key} cannot be changed", "hide the item and add one of your own"
            work.fault(("change", n, key), message, hint, wish.id)
        elif (name, key) in changed:
            message = f"{key} of {quoted(name)} is changed above too"
            work.fault(("change", n, key), message, "keep one of the two", wish.id)
            before[key] = changed[name, key]
        else:
            changed[name, key] = wish.id
            before[key] = _words(home.node.value.get(key))
            home.node.value[key] = thaw(new)
            stand(work, home.node, key, ("change", n, key))
            now[key] = _words(home.node.value.get(key))
    if not before:
        hint = "write the field and its new value, or delete the entry"
        work.fault(("change", n), "changes nothing", hint, wish.id)
    work.deviations.append(
        Deviation(
            verb="change", id=name, title=title_of(home.node), why=wish.why, before=before, now=now,
            kind=home.kind, code=work.codes.get(name, home.node.text("code")),
        )
    )  # fmt: skip


def _words(node: Node | None) -> str:
    """A field's value as one text."""
    found = plain(freeze(node)) if node is not None else ""
    if isinstance(found, dict):  # a parameter's values by level
        return ", ".join(f"{key}: {value}" for key, value in found.items())
    return ", ".join(map(str, found)) if isinstance(found, list) else str(found)


def _order(work: Work) -> None:
    for n, wish in enumerate(work.wishes.order):
        home = work.find("order", ("order", n, "list"), wish.list)
        if home is None:
            continue
        if home.node is not home.checklist or not home.node.holds:
            message = f"{quoted(wish.list)} is no list"
            work.fault(("order", n, "list"), message, "order takes a list's id", wish.list)
            continue
        entries = home.node.parts("items")
        first = _first(work, n, wish, entries)
        entries[:] = first + [one for one in entries if one not in first]
        work.deviations.append(
            Deviation(
                verb="order", id=home.node.text("id"), title=title_of(home.node), why=wish.why,
                code=home.node.text("code"),
            )
        )  # fmt: skip


def _first(work: Work, n: int, wish: Order, entries: list[Node]) -> list[Node]:
    """The entries that are to come first, those that upstream has renamed among them."""
    places = {one.text("id") or one.text("see"): one for one in entries}
    first: list[Node] = []
    for m, name in enumerate(wish.ids):
        steps = ("order", n, "ids", m)
        if name in wish.ids[:m]:
            work.fault(steps, f"{quoted(name)} stands twice", "delete one")
        elif name in places:
            first.append(places[name])
        elif work.gone.get(name) in places:
            first.append(places[work.carry("order", steps, name)])
        elif name in work.gone or name in work.index:
            message = f"{quoted(name)} does not stand in {wish.list} any more"
            work.orphan("order", steps, message, "delete it, or order it where it is", name)
        elif name not in work.hidden:
            message = f"{quoted(name)} does not stand in {wish.list}"
            work.fault(steps, message, near(name, places), wish.list)
    return list(dict.fromkeys(first))
