"""Which pages are open in a browser: each asks all the time whether there is something newer."""

from __future__ import annotations

import time

# As long as MkDocs lets a page wait for its answer, and some seconds more to ask again.
WAITS = 65
MOST = 4


class OpenPages:
    """Filled by the threads that answer, read by the one that builds."""

    def __init__(self) -> None:
        self._asked: dict[str, tuple[float, float]] = {}  # the first and the last time

    def asks(self, address: str) -> None:
        """A page below the site («» is the front page) is open."""
        now = time.monotonic()
        first, last = self._asked.get(address, (now, now))
        self._asked[address] = (first if now - last < WAITS else now, now)

    def open(self) -> list[str]:
        """Their addresses, what was opened last first; no more than can be made at once."""
        now = time.monotonic()
        asked = dict(self._asked)
        there = [one for one, (_, last) in asked.items() if now - last < WAITS]
        return sorted(there, key=lambda one: -asked[one][0])[:MOST]
