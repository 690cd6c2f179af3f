"""Amounts as bars beside each other, row by row, and all of them together at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from macros.catalog.figure import Figure
from macros.exports.drawing.pen import LARGE, SMALL, WIDTH, Pen, box, high

TALL, ROOM, BESIDE = 15.0, 8.0, 76.0  # a bar, round a row, for the sum at its end
KINDS = ("first", "second", "hidden")  # how each column's bars look, the last of them hatched
Write = Callable[[int], str]


def drawn(figure: Figure, pen: Pen, total: str, write: Write) -> tuple[Markup, float]:
    """The pieces, and how high they are. `total` is the word for the last row, `write` a number."""
    made, y = _legend(figure, pen)
    amounts = [[int(one) for one in row.amounts] for row in figure.rows]
    most = max(max(sums(figure.bars, row).values()) for row in amounts) or 1
    for row, own in zip(figure.rows, amounts, strict=True):
        pieces, y = _row(row.title, own, figure, y, (WIDTH - BESIDE) / most, pen, write)
        made += pieces
    every = [sum(column) for column in zip(*amounts, strict=True)]
    scale = (WIDTH - BESIDE) / (max(sums(figure.bars, every).values()) or 1)
    title = f"{total}, {figure.unit}" if figure.unit else total
    pieces, y = _row(title, every, figure, y + 6, scale, pen, write)
    return made + pieces, y


def sums(bars: Sequence[str], amounts: Sequence[int]) -> dict[str, int]:
    """Bar to what stands in it."""
    made = dict.fromkeys(sorted(set(bars)), 0)
    for bar, amount in zip(bars, amounts, strict=True):
        made[bar] += amount
    return made


def _legend(figure: Figure, pen: Pen) -> tuple[Markup, float]:
    made, y = Markup(), 2.0
    for n, column in enumerate(figure.columns):
        lines = pen.lines(column, WIDTH - 30)
        made += _bar(1, y, 20, n, len(figure.columns)) + pen.words(lines, (28, y - 1))
        y += high(lines) + 6
    return made, y + 4


def _row(
    title: str, amounts: Sequence[int], figure: Figure, y: float, scale: float, pen: Pen,
    write: Write,
) -> tuple[Markup, float]:  # fmt: skip
    lines = pen.lines(title, WIDTH - 4, LARGE, bold=True)
    made = pen.words(lines, (1, y), LARGE, "strong")
    y += high(lines, LARGE) + 2
    for bar, whole in sums(figure.bars, amounts).items():
        x = 1.0
        for n, amount in enumerate(amounts):
            if figure.bars[n] == bar and amount:
                made += _bar(x, y, amount * scale, n, len(amounts))
                x += amount * scale
        made += pen.words([write(whole)], (x + 6, y), SMALL)
        y += TALL + 3
    return made, y + ROOM


def _bar(x: float, y: float, width: float, column: int, columns: int) -> Markup:
    """The last of several columns is what one does not see at once: it is hatched."""
    last = columns > 2 and column == columns - 1
    kind = "hidden" if last else KINDS[min(column, 1)]
    fill = {"first": "#444", "second": "#bbb", "hidden": "white"}[kind]
    return box((x, y), width, TALL, f"bar {kind}", fill) + (_hatch(x, y, width) if last else "")


def _hatch(x: float, y: float, width: float) -> Markup:
    """Strokes across a bar: seen without colours too."""
    steps = range(1, int(width // 6) + 1)
    way = "".join(f"M{x + 6 * n:.0f} {y:.0f}l-6 {TALL:.0f}" for n in steps)
    return Markup('<path class="{}" d="{}" stroke="black"/>').format(
        "guide-drawing__line guide-drawing--hatch", way
    )
