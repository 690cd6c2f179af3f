"""What must hold of figures: a cell a column, and a drawing whose arrows lead somewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from macros.catalog.fields import Steps
from macros.catalog.figure import Figure
from macros.catalog.places import Scene
from macros.problems import near, quoted

Fault = tuple[Steps, str, str]  # the steps within the figure, the message, the cure


def problems(scene: Scene) -> None:
    for n, figure in enumerate(scene.catalog.figures):
        for steps, message, hint in (*_cells(figure), *DRAWN[figure.drawing](figure)):
            scene.add(("figures", n, *steps), message, hint, figure.id)
    known = {figure.id for figure in scene.catalog.figures}
    for n, checklist in enumerate(scene.catalog.checklists):
        name = checklist.figure
        if name and name not in known | scene.catalog.hidden_of("figures"):
            message = f"no figure {quoted(name)}"
            scene.add(("checklists", n, "figure"), message, near(name, known), checklist.id)


def _cells(figure: Figure) -> Iterator[Fault]:
    wide = len(figure.columns)
    for m, row in enumerate(figure.rows):
        if len(row.cells) != wide:
            message = f"the row has {len(row.cells)} cells, the figure {wide} columns"
            yield ("rows", m), message, "one cell a column"
    if figure.shows and int(figure.shows) > wide:
        yield ("shows",), f"there is no column {figure.shows}", f"from 1 to {wide}"
    names = [row.node for row in figure.rows if row.node] + [node.id for node in figure.nodes]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield (), f"node {quoted(name)} is there twice", "give one another name"


def _none(figure: Figure) -> Iterator[Fault]:
    """What only a drawing shows would be nowhere."""
    if figure.nodes or any(row.tells or row.to or row.amounts for row in figure.rows):
        yield (), "has what only a drawing shows", "add drawing: clock, tree, flow or bars"


def _clock(figure: Figure) -> Iterator[Fault]:
    lanes = [node.id for node in figure.nodes]
    if not 2 <= len(lanes) <= 4:
        yield (), f"a clock has 2 to 4 lanes, not {len(lanes)}", "name who tells whom under nodes:"
    for m, row in enumerate(figure.rows):
        for k, tell in enumerate(row.tells):
            for key in ("by", "to"):
                yield from _known(("rows", m, "tells", k, key), getattr(tell, key), lanes)


def _tree(figure: Figure) -> Iterator[Fault]:
    leaves = {row.node for row in figure.rows if row.node}
    known = {node.id for node in figure.nodes} | leaves
    if not figure.nodes or not figure.shows:
        yield (), "a tree has questions, and a column to show", "add nodes: and shows:"
    for n, node in enumerate(figure.nodes):
        if not node.answers:
            yield ("nodes", n), f"question {quoted(node.id)} has no answers", "add answers:"
        for k, answer in enumerate(node.answers):
            yield from _known(("nodes", n, "answers", k, "to"), answer.to, known)
    led = [answer.to for node in figure.nodes for answer in node.answers]
    if figure.nodes:
        yield from _grown(figure, led)
    for m, row in enumerate(figure.rows):
        if row.node not in led:
            yield ("rows", m), "no answer leads to the row", "name it by node:, and lead an answer"


def _grown(figure: Figure, led: list[str]) -> Iterator[Fault]:
    """A tree has one beginning, and only one way to each question."""
    first = figure.nodes[0].id
    for n, node in enumerate(figure.nodes):
        ways = led.count(node.id)
        if ways != (node.id != first):
            message = f"{ways} answers lead to {quoted(node.id)}"
            yield ("nodes", n), message, "one, and none to the first question"


def _flow(figure: Figure) -> Iterator[Fault]:
    known = [row.node for row in figure.rows if row.node]
    for m, row in enumerate(figure.rows):
        for k, name in enumerate(row.to):
            yield from _known(("rows", m, "to", k), name, known)
            if name in known and known.index(name) <= _at(row.node, known):
                message = f"{quoted(name)} stands above"
                yield ("rows", m, "to", k), message, "a flow leads downwards: order the rows"
        if row.side and not figure.border:
            yield ("rows", m, "side"), "lies outside of no border", "add border: to the figure"


def _at(name: str, known: list[str]) -> int:
    return known.index(name) if name in known else -1


def _bars(figure: Figure) -> Iterator[Fault]:
    wide = len(figure.columns)
    if len(figure.bars) != wide:
        yield (), f"{len(figure.bars)} bars: for {wide} columns", "one a column"
    for m, row in enumerate(figure.rows):
        if len(row.amounts) != wide:
            message = f"the row has {len(row.amounts)} amounts, the figure {wide} columns"
            yield ("rows", m), message, "one amount a column"


def _known(steps: Steps, name: str, known: Collection[str]) -> Iterator[Fault]:
    if name and name not in known:
        yield steps, f"no node {quoted(name)}", near(name, known)


DRAWN: Mapping[str, Callable[[Figure], Iterator[Fault]]] = {
    "": _none, "clock": _clock, "tree": _tree, "flow": _flow, "bars": _bars,
}  # fmt: skip
