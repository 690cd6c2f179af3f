"""The pieces of a drawing as SVG, and how wide words are at the most.

A file shows them black on white, by the attributes here; on a page its style sheet gives each class
its colour, which outweighs an attribute. Units are pixels on a phone, where a drawing is as wide as
the screen; nobody knows the reader's letters, so words are measured by wide ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from macros import text
from macros.catalog.parameters import NAMED, form_of

WIDTH = 360.0
LARGE, SMALL = 14.0, 13.0  # sizes of letters
LEADING = 1.25  # of a line, in sizes
# Shares of a size, by DejaVu Sans, which is wider than what most machines have.
SHARES: Mapping[str, float] = {
    **dict.fromkeys("ijl.,:;'|!I·", 0.35), **dict.fromkeys("ftr-()[]«» /", 0.45),
    **dict.fromkeys("mwMW%–—", 0.98), **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÆØÅ", 0.77),
}  # fmt: skip
OTHER, BOLD = 0.63, 1.1
Point = tuple[float, float]


@dataclass(frozen=True)
class Pen:
    """What stands in the place of a parameter that a text names: `shown` for each, and the
    `longest` that a reader can make it."""

    shown: Mapping[str, Markup] = field(default_factory=dict)
    longest: Mapping[str, str] = field(default_factory=dict)

    def wide(self, words: str, size: float, bold: bool = False) -> float:
        """The most that words take, in units."""
        said = NAMED.sub(lambda m: self.longest.get(m[1], m[1]), words)
        share = sum(SHARES.get(letter, OTHER) for letter in said)
        return share * size * (BOLD if bold else 1)

    def lines(self, words: str, width: float, size: float = SMALL, bold: bool = False) -> list[str]:
        """Words broken into lines of at most `width`; a longer word stands alone."""
        made: list[str] = []
        for word in form_of(words).split():
            longer = f"{made[-1]} {word}" if made else word
            if made and self.wide(longer, size, bold) <= width:
                made[-1] = longer
            else:
                made.append(word)
        return made

    def words(
        self,
        lines: Sequence[str],
        at: Point,
        size: float = SMALL,
        kind: str = "",
        middle: bool = False,
    ) -> Markup:
        """Lines from `at` downwards, which is the left, or the middle, of the first one's top."""
        anchor = "middle" if middle else "start"
        spans = Markup().join(
            Markup('<tspan x="{}" y="{}">{}</tspan>').format(
                short(at[0]), short(at[1] + size * (0.85 + n * LEADING)), self._said(line)
            )
            for n, line in enumerate(lines)
        )
        weight = Markup(' font-weight="bold"') if "strong" in kind else ""
        return Markup(
            '<text class="{}" font-size="{}" text-anchor="{}"{} fill="black">{}</text>'
        ).format(named("words", kind), short(size), anchor, weight, spans)

    def _said(self, line: str) -> Markup:
        return Markup(NAMED.sub(lambda m: str(self.shown.get(m[1], m[1])), str(escape(line))))


def high(lines: Sequence[str], size: float = SMALL) -> float:
    """The height of lines, in units."""
    return len(lines) * size * LEADING


def box(at: Point, width: float, height: float, kind: str = "", fill: str = "white") -> Markup:
    return Markup(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="4" fill="{}" stroke="black"/>'
    ).format(named("box", kind), *map(short, (*at, width, height)), fill)


def line(points: Iterable[Point], kind: str = "") -> Markup:
    """A line through points; dashed where its kind says so."""
    way = "L".join(f"{short(x)} {short(y)}" for x, y in points)
    dashes = Markup(' stroke-dasharray="6 4"') if "dashed" in kind else ""
    ink = "#999" if "quiet" in kind else "black"
    return Markup('<path class="{}" d="M{}" fill="none" stroke="{}"{}/>').format(
        named("line", kind), way, ink, dashes
    )


def arrow(*points: Point) -> Markup:
    """A line through points with a head at its end; the last part of it is straight."""
    (x, y), (fx, fy) = points[-1], points[-2]
    long, half = 8.0, 4.5
    if abs(x - fx) > abs(y - fy):
        back = x - long if x > fx else x + long
        corners = ((back, y - half), (back, y + half))
    else:
        back = y - long if y > fy else y + long
        corners = ((x - half, back), (x + half, back))
    way = "L".join(f"{short(px)} {short(py)}" for px, py in ((x, y), *corners))
    head = Markup('<path class="{}" d="M{}z" fill="black"/>').format(named("head"), way)
    return line(points) + head


def named(block: str, kind: str = "") -> str:
    """The classes of a piece, by which a style sheet knows it."""
    names = [f"guide-drawing__{block}", *(f"guide-drawing--{one}" for one in kind.split())]
    return " ".join(names)


def short(number: float) -> str:
    """At most one decimal: a pixel's tenth is seen by nobody."""
    return f"{number:.1f}".rstrip("0").rstrip(".")


def plain(words: str) -> str:
    """Words without emphasis and links, with the usual numbers in."""
    return text.plain(words)
