"""The verb add: values of facets, lists, items, each with an id of the fork's own."""

from __future__ import annotations

from macros.catalog.reference import Deviation
from macros.problems import near, quoted
from macros.tailoring.wishes import Add
from macros.tailoring.work import Home, Node, Work, entries, thaw, title_of


def _prefixed(work: Work, steps: tuple[object, ...], name: str) -> None:
    if name and not name.startswith(f"{work.wishes.prefix}-"):
        message = f'id must begin with "{work.wishes.prefix}-"'
        work.fault(steps, message, f"write {work.wishes.prefix}-{name}", name)


def add_values(work: Work) -> None:
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
        node = thaw(own)
        name = node.text("id")
        _prefixed(work, ("add", n, "value", "id"), name)
        _insert(work, n, wish.after, facets.parts(wish.to), node)
        work.deviations.append(
            Deviation(verb="add", id=name, title=node.text("title"), why=wish.why)
        )


def add(work: Work) -> None:
    numbers: dict[str, int] = {}
    for n, wish in enumerate(work.wishes.add):
        given = [key for key in ("item", "list", "value") if getattr(wish, key) is not None]
        if given in (["item"], ["list"]):
            own = work.own.child("add").child(n).child(given[0])  # type: ignore[union-attr]
            assert own is not None
            node = thaw(own)
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
    for m, home in enumerate(entries(node)):
        inner = home.node.text("id")
        _prefixed(work, ("add", n, "list", "items", m), inner)
        if inner:
            work.index[inner] = home
    work.deviations.append(
        Deviation(verb="add", id=name, title=title_of(node), code=node.text("code"))
    )
    work.deviations += [
        Deviation(verb="add", id=home.node.text("id"), title=title_of(home.node))
        for home in entries(node)
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
                verb="add", id=one.text("id"), title=title_of(one), why=wish.why,
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
