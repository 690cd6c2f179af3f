"""Where something goes: a box for each place, arrows downwards, and the border that some cross."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from macros.catalog.figure import Figure, Row
from macros.exports.drawing.pen import LARGE, SMALL, WIDTH, Pen, arrow, box, high, line

ROOM, GAP, SIDE = 8.0, 24.0, 46.0  # round words, between boxes, for arrows that pass some by
Ends = Mapping[str, tuple[float, float]]  # of each box, its top and its bottom


def drawn(figure: Figure, pen: Pen) -> tuple[Markup, float]:
    """The pieces, and how high they are."""
    made, ends = Markup(), {}
    y, before = 1.0, ""
    for row in figure.rows:
        if row.side != before and row.side:
            pieces, y = _border(figure.border, y, pen)
            made += pieces
        before = row.side
        pieces, below = _place(figure, row, y, pen)
        made += pieces
        ends[row.node] = (y, below)
        y = below + GAP
    return made + _arrows(figure, ends), y - GAP + 2


def _border(title: str, y: float, pen: Pen) -> tuple[Markup, float]:
    lines = pen.lines(title, WIDTH - SIDE - 50, SMALL, bold=True)
    across = line([(0, y), (WIDTH, y)], "dashed border")
    return across + pen.words(lines, (1, y + 5), SMALL, "strong warn"), y + high(lines) + GAP


def _place(figure: Figure, row: Row, y: float, pen: Pen) -> tuple[Markup, float]:
    width = WIDTH - SIDE - 1
    inner = width - 2 * ROOM
    title = pen.lines(row.title, inner, LARGE, bold=True)
    at = int(figure.shows) - 1 if figure.shows else -1
    said = f"{figure.columns[at]}: {row.cells[at]}" if at >= 0 else ""
    lines = pen.lines(said, inner)
    tall = high(title, LARGE) + high(lines) + 2 * ROOM
    made = box((1, y), width, tall, row.side or "soft")
    made += pen.words(title, (1 + ROOM, y + ROOM), LARGE, "strong")
    return made + pen.words(lines, (1 + ROOM, y + ROOM + high(title, LARGE) + 1)), y + tall


def _arrows(figure: Figure, ends: Ends) -> Markup:
    """Straight to the next box; round those between, at the side, to another."""
    order = [row.node for row in figure.rows]
    right, made = WIDTH - SIDE, Markup()
    for n, row in enumerate(figure.rows):
        for name in row.to:
            start, end = ends[row.node], ends[name]
            if order[n + 1 : n + 2] == [name]:
                made += arrow((right - 40, start[1]), (right - 40, end[0]))
                continue
            out = (start[0] + start[1]) / 2
            into = (end[0] + end[1]) / 2
            made += arrow((right, out), (WIDTH - 16, out), (WIDTH - 16, into), (right, into))
    return made
