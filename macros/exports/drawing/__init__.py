"""A figure as a drawing: SVG made of its rows, for a page and for a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from macros.catalog.figure import Figure
from macros.catalog.model import Catalog
from macros.catalog.parameters import USUAL, shown
from macros.exports.drawing import bars, clock, flow, tree
from macros.exports.drawing.pen import WIDTH, Pen, plain, short
from macros.language import forms
from macros.language.strings import Strings

NONE = Markup()
FONT = Markup(' font-family="Libertinus Serif"')  # the only one that Typst is given
SVG = "http://www.w3.org/2000/svg"
# A number of a page follows the reader's own; the text beside it says what it is.
NUMBER = Markup('<tspan class="guide-drawing__number" data-drawn="{}">{}</tspan>')
Draw = Callable[[Figure, Pen], tuple[Markup, float]]
DRAWINGS: Mapping[str, Draw] = {"clock": clock.drawn, "tree": tree.drawn, "flow": flow.drawn}


@dataclass(frozen=True)
class Drawn:
    """A figure as a file shows it: the drawing with its height in widths, and the same in words,
    a title and a text a row."""

    title: str
    text: str
    svg: str
    high: float
    rows: tuple[tuple[str, str], ...]


def for_file(name: str, catalog: Catalog, t: Strings) -> Drawn | None:
    """The figure of that id as files show it; none where it is not drawn, or an edition has left
    it out."""
    figure = next((f for f in catalog.figures if f.id == name and f.drawing), None)
    if figure is None:
        return None
    made = svg(figure, catalog, t, FONT)
    *_, wide, high = made.partition('viewBox="')[2].partition('"')[0].split()
    rows = tuple((plain(row.title), _said(figure, n, t)) for n, row in enumerate(figure.rows))
    return Drawn(figure.title, plain(figure.text), made, float(high) / float(wide), rows)


def cells(figure: Figure, number: int, t: Strings) -> list[str]:
    """The cells of a row, each with its amount where it has one."""
    row = figure.rows[number]
    if not row.amounts:
        return list(row.cells)
    pairs = zip(row.cells, row.amounts, strict=True)
    return [t("figure.amount", cell=c, amount=a, unit=figure.unit).strip() for c, a in pairs]


def _said(figure: Figure, number: int, t: Strings) -> str:
    heads = zip(figure.columns, cells(figure, number, t), strict=True)
    return " ".join(
        filter(None, (plain(figure.rows[number].text), *(f"{h}: {c}." for h, c in heads)))
    )


def svg(figure: Figure, catalog: Catalog, t: Strings, attributes: Markup = NONE) -> Markup:
    """The drawing, with `attributes` on it; nothing of a figure that has none."""
    if not figure.drawing:
        return NONE
    pen = _pen(catalog)
    if figure.drawing == "bars":
        language = catalog.language
        made, height = bars.drawn(
            figure, pen, t("figure.total"), lambda n: forms.number(str(n), language)
        )
    else:
        made, height = DRAWINGS[figure.drawing](figure, pen)
    size = f"0 0 {short(WIDTH)} {short(height)}"
    return Markup('<svg xmlns="{}" class="guide-drawing" viewBox="{}"{}>{}</svg>').format(
        SVG, size, attributes, made
    )


def _pen(catalog: Catalog) -> Pen:
    numbers, longest = {}, {}
    for one in catalog.parameters:
        numbers[one.id] = NUMBER.format(one.id, shown(one, one.values[USUAL], catalog.language))
        every = (shown(one, n, catalog.language) for n in (one.most, *one.values.values()))
        longest[one.id] = max(every, key=len)
    return Pen(numbers, longest)
