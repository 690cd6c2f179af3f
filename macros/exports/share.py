"""Signs made from a name and a colour: the pictures that are shown when a page is shared, and an
edition's mark in the browser's tab."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from macros.exports import missing

TEMPLATE = Path(__file__).parent / "templates" / "share.typ"
DARKEST = 0.4  # luminance above which letters on a colour are dark


def picture(title: str, by: str, language: str, brand: str) -> bytes | None:
    """A PNG of 1200 by 630 pixels; None where there is no Typst. `brand`: six hex digits."""
    return next(pictures([title], by, language, brand), None)


def pictures(titles: Iterable[str], by: str, language: str, brand: str) -> Iterator[bytes]:
    """A picture for each title, in order; none where there is no Typst."""
    if "typst" in missing("pdf"):
        return
    from macros.exports.compilers import compiler  # only where it is needed: Typst may not be here

    for title in titles:
        said = {"title": title, "by": by, "language": language, "brand": f"#{_deep(brand)}"}
        made = compiler(TEMPLATE).compile(sys_inputs=said, format="png", ppi=72)
        assert isinstance(made, bytes)
        yield made


def mark(title: str, brand: str, tick: str) -> str:
    """An SVG of the name's first letter on the colour, over a line in that of the ticks. It stands
    in a link that has the site's name, so that nobody needs to hear it."""
    letter = escape(next((sign.upper() for sign in title if sign.isalnum()), "?"))
    ink = "#000" if _luminance(brand) > DARKEST else "#fff"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" aria-hidden="true">'
        f'<rect width="32" height="32" rx="5" fill="#{brand.lower()}"/>'
        f'<path d="M8 27h16" stroke="#{tick.lower()}" stroke-width="3"/>'
        f'<text x="16" y="22" font-family="sans-serif" font-size="20" font-weight="700" '
        f'text-anchor="middle" fill="{ink}">{letter}</text></svg>\n'
    )


def _luminance(colour: str) -> float:
    """WCAG's relative luminance, between 0 and 1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _deep(colour: str) -> str:
    """The colour, darker where white letters could not be read on it."""
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    while _luminance("".join(f"{p:02x}" for p in parts)) > 0.18:
        parts = [int(p * 0.9) for p in parts]
    return "".join(f"{p:02x}" for p in parts)
