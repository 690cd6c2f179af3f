"""A tree of questions: each answer leads to another question, or to a row."""

from __future__ import annotations

from markupsafe import Markup

from macros.catalog.figure import Answer, Figure
from macros.exports.drawing.pen import LARGE, SMALL, WIDTH, Pen, Point, arrow, box, high

STEP, ROOM = 22.0, 7.0  # a branch to the right, and round words


def drawn(figure: Figure, pen: Pen) -> tuple[Markup, float]:
    """The pieces, and how high they are."""
    return _node(figure, figure.nodes[0].id, (1, 1), pen)


def _node(figure: Figure, name: str, at: Point, pen: Pen) -> tuple[Markup, float]:
    """A question with all below it, or a row; and where it ends."""
    node = next((node for node in figure.nodes if node.id == name), None)
    if node is None:
        return _leaf(figure, name, at, pen)
    x, y = at
    lines = pen.lines(node.title, WIDTH - 2 - x - 2 * ROOM, LARGE)
    tall = high(lines, LARGE) + 2 * ROOM
    made = box(at, WIDTH - 2 - x, tall) + pen.words(lines, (x + ROOM, y + ROOM), LARGE)
    start = y + tall
    y = start
    for answer in node.answers:
        pieces, y = _answer(figure, answer, (x, start), y + 8, pen)
        made += pieces
    return made, y


def _answer(
    figure: Figure, answer: Answer, stem: Point, y: float, pen: Pen
) -> tuple[Markup, float]:
    """An answer's words, the branch from the stem, and what it leads to."""
    x = stem[0] + STEP
    lines = pen.lines(answer.title, WIDTH - x - 6, SMALL, bold=True)
    words = pen.words(lines, (x + 2, y), SMALL, "strong brand")
    top = y + high(lines) + 3
    below, end = _node(figure, answer.to, (x, top), pen)
    turn = (stem[0] + 9, top + 16)
    return words + arrow((turn[0], stem[1]), turn, (x, turn[1])) + below, end + 4


def _leaf(figure: Figure, name: str, at: Point, pen: Pen) -> tuple[Markup, float]:
    x, y = at
    row = next(row for row in figure.rows if row.node == name)
    width = WIDTH - 2 - x
    large = pen.lines(row.cells[int(figure.shows) - 1], width - 2 * ROOM, LARGE, bold=True)
    small = pen.lines(row.title, width - 2 * ROOM)
    tall = high(large, LARGE) + high(small) + 2 * ROOM
    made = box(at, width, tall, "soft") + pen.words(large, (x + ROOM, y + ROOM), LARGE, "strong")
    return made + pen.words(small, (x + ROOM, y + ROOM + high(large, LARGE))), y + tall
