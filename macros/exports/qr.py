"""QR codes: the way from a sheet of paper back to the page it came from."""

from __future__ import annotations

from functools import cache

import segno


@cache
def svg(address: str) -> str:
    """A QR code as an SVG element; «» for an address that leads nowhere from paper."""
    if "://" not in address:
        return ""
    made: str = segno.make(address, error="m", micro=False).svg_inline(border=0, omitsize=True)
    # Inside a page the namespace is known; a file of its own must say it.
    return made.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
