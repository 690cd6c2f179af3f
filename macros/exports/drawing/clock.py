"""The clock of a day: a lane for each party, a band for each time, arrows for who tells whom."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from macros.catalog.figure import Figure, Row, Tell
from macros.exports.drawing.pen import LARGE, SMALL, WIDTH, Pen, arrow, box, high, line

ROOM = 6.0  # round words


def drawn(figure: Figure, pen: Pen) -> tuple[Markup, float]:
    """The pieces, and how high they are."""
    each = WIDTH / len(figure.nodes)
    middle = {node.id: each * (n + 0.5) for n, node in enumerate(figure.nodes)}
    heads = [pen.lines(node.title, each - 12, SMALL, bold=True) for node in figure.nodes]
    top = max(map(high, heads)) + 2 * ROOM
    made = Markup().join(
        box((x - each / 2 + 2, 1), each - 4, top, "soft")
        + pen.words(lines, (x, 1 + ROOM), SMALL, "strong", middle=True)
        for x, lines in zip(middle.values(), heads, strict=True)
    )
    y, rows = top + 12, Markup()
    for row in figure.rows:
        pieces, y = _row(row, y, middle, each, pen)
        rows += pieces
    lanes = Markup().join(line([(x, top + 1), (x, y - 4)], "dashed quiet") for x in middle.values())
    return lanes + made + rows, y


def _row(
    row: Row, y: float, middle: Mapping[str, float], each: float, pen: Pen
) -> tuple[Markup, float]:
    title = pen.lines(row.title, WIDTH - 20, LARGE, bold=True)
    band = high(title, LARGE) + 2 * ROOM
    made = box((1, y), WIDTH - 2, band, "band") + pen.words(title, (9, y + ROOM), LARGE, "strong")
    y += band + 8
    for tell in row.tells:
        pieces, y = _tell(tell, y, middle, each, pen)
        made += pieces
    return made, y + 6


def _tell(
    tell: Tell, y: float, middle: Mapping[str, float], each: float, pen: Pen
) -> tuple[Markup, float]:
    """One arrow with its words over it; who acts alone has the words in a box."""
    start, end = middle[tell.by], middle[tell.to or tell.by]
    lines = pen.lines(tell.says, (abs(end - start) or each) - 14)
    tall = high(lines)
    words = pen.words(lines, ((start + end) / 2, y + 3), middle=True)
    if start == end:
        return box((start - each / 2 + 3, y), each - 6, tall + 6) + words, y + tall + 12
    below = y + tall + 8
    return words + arrow((start, below), (end, below)), below + 10
