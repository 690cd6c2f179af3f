"""The verb add: items and lists, values of facets, and what items rest on."""

from __future__ import annotations

from macros.catalog.reference import Deviation
from macros.problems import near, quoted
from macros.tailoring.follow import follow
from macros.tailoring.wishes import ADDED, KINDS, Add
from macros.tailoring.work import Home, Node, Work, entries, thaw, title_of


def _prefixed(work: Work, steps: tuple[object, ...], name: str) -> None:
    if name and not name.startswith(f"{work.wishes.prefix}-"):
        message = f'id must begin with "{work.wishes.prefix}-"'
        work.fault(steps, message, f"write {work.wishes.prefix}-{name}", name)


def _own(work: Work, n: int, word: str) -> Node | None:
    """What stands in the file under the word; None, and told, where it is no mapping."""
    own = work.own.child("add").child(n).child(word)  # type: ignore[union-attr]
    assert own is not None
    if isinstance(own.value, dict):
        node = thaw(own)
        follow(work, node, ("add", n, word))
        return node
    work.fault(("add", n, word), f"{word} must hold keys and values", "write key: value lines")
    return None


def add_values(work: Work) -> None:
    """Facet values first, and what items rest on: what is added may use them."""
    for n, wish in enumerate(work.wishes.add):
        if len(wish.given) != 1:
            message = "adds " + (" and ".join(wish.given) if wish.given else "nothing")
            hint = f"one of {', '.join(f'{word}:' for word in ADDED)} an entry"
            work.fault(("add", n), message, hint)
        elif wish.given == ("value",):
            _add_value(work, n, wish)
        elif wish.given[0] in KINDS and (node := _own(work, n, wish.given[0])) is not None:
            _add_thing(work, n, wish, node)


def _add_value(work: Work, n: int, wish: Add) -> None:
    facets = work.root.value.get("facets")
    if facets is None:
        return
    if wish.to not in facets.value:
        hint = near(wish.to, facets.value)
        work.fault(("add", n, "to"), f"no facet {quoted(wish.to)}", hint)
        return
    if (node := _own(work, n, "value")) is None:
        return
    name, among = node.text("id"), facets.parts(wish.to)
    _prefixed(work, ("add", n, "value", "id"), name)
    _insert(work, n, wish.after, among, node)
    work.index.setdefault(f"{wish.to}/{name}", Home(node, among, node, wish.to))
    work.deviations.append(
        Deviation(verb="add", id=name, title=title_of(node), why=wish.why, kind=wish.to)
    )


def _add_thing(work: Work, n: int, wish: Add, node: Node) -> None:
    """A term, a fact, a figure, a question, a parameter, a framework. A fact's id is a capital and
    figures, so it cannot begin with the prefix."""
    word = wish.given[0]
    key, name = KINDS[word], node.text("id")
    if word != "fact":
        _prefixed(work, ("add", n, word, "id"), name)
    among = work.root.parts(key)
    _insert(work, n, wish.after, among, node)
    work.index.setdefault(name, Home(node, among, node, key))
    work.deviations.append(
        Deviation(verb="add", id=name, title=title_of(node), why=wish.why, kind=key)
    )


def add(work: Work) -> None:
    numbers: dict[str, int] = {}
    for n, wish in enumerate(work.wishes.add):
        if wish.given not in (("item",), ("list",)):
            continue
        node = _own(work, n, wish.given[0])
        if node is None:
            continue
        if wish.given == ("list",):
            _add_list(work, n, wish, node)
        else:
            _add_item(work, n, wish, node, numbers)


def _add_list(work: Work, n: int, wish: Add, node: Node) -> None:
    lists = work.root.parts("checklists")
    name = node.text("id")
    _prefixed(work, ("add", n, "list", "id"), name)
    _seen(work, node, ("add", n, "list"))
    _insert(work, n, wish.after, lists, node)
    work.index[name] = Home(node, lists, node)
    for m, home in enumerate(entries(node)):
        inner = home.node.text("id")
        _prefixed(work, ("add", n, "list", "items", m), inner)
        if inner:
            work.index[inner] = home
    work.deviations.append(
        Deviation(verb="add", id=name, title=title_of(node), why=wish.why, code=node.text("code"))
    )
    work.deviations += [
        Deviation(verb="add", id=home.node.text("id"), title=title_of(home.node))
        for home in entries(node)
        if home.node.text("id")
    ]


def _add_item(work: Work, n: int, wish: Add, node: Node, numbers: dict[str, int]) -> None:
    home = work.find("add", ("add", n, "to"), wish.to)
    if home is None:
        return
    if not home.node.holds:
        message = f"{quoted(wish.to)} is no list and no heading"
        work.fault(("add", n, "to"), message, "name the list that it belongs to", wish.to)
        return
    name = node.text("id")
    if "see" not in node.value:
        _prefixed(work, ("add", n, "item", "id"), name)
    _seen(work, node, ("add", n, "item"))
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


def _seen(work: Work, node: Node, steps: tuple[object, ...]) -> None:
    """What is shown from another list follows to what took over from it, also under a heading."""
    if not isinstance(node.value, dict):
        return
    seen = node.text("see")
    if work.gone.get(seen) in work.index:
        node.value["see"].value = work.carry("see", (*steps, "see"), seen)
    elif seen in work.hidden:
        message = f"{quoted(seen)} is hidden above"
        work.fault((*steps, "see"), message, "delete one of the two", seen)
    for m, one in enumerate(node.parts("items") if node.holds else ()):
        _seen(work, one, (*steps, "items", m))


def _insert(work: Work, n: int, after: str, among: list[Node], node: Node) -> None:
    """Behind `after`, or at the end; one that upstream moved or took out leaves it an orphan."""
    places = {one.text("id") or one.text("see"): i for i, one in enumerate(among)}
    steps = ("add", n, "after")
    target = after
    if after not in places and work.gone.get(after) in places:
        target = work.carry("after", steps, after)
    if target in places:
        among.insert(places[target] + 1, node)
        return
    among.append(node)
    if not after or after in work.hidden:
        return
    if after in work.gone or after in work.index:
        message = f"{quoted(after)} does not stand there any more"
        hint = "name what it is to stand behind now, or delete after: and it stands at the end"
        work.orphan("after", steps, message, hint, after)
    else:
        hint = near(after, [name for name in places if name])
        work.fault(steps, f"nothing there has the id {quoted(after)}", hint)
