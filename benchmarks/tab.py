"""A page that is open in a browser while somebody writes, without the browser: it asks all the
time whether there is something newer, and then fetches it, as scripts/dev/follow.js does."""

from __future__ import annotations

import re
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

EPOCH = re.compile(r"livereload\((\d+)\)")
LONGEST = 90


def fetched(address: str) -> str:
    """What is at an address. Raises OSError."""
    with urllib.request.urlopen(address, timeout=LONGEST) as answer:
        return str(answer.read().decode("utf-8"))


class Tab:
    """Open at an address; `also` are what it fetches besides itself."""

    def __init__(self, address: str, *also: str) -> None:
        self._addresses = [address, *also]
        self._shown = "".join(map(fetched, self._addresses))
        self._epoch = int(EPOCH.findall(self._shown)[-1])
        self._news, self._open = threading.Condition(), True
        threading.Thread(target=self._follow, daemon=True).start()
        time.sleep(0.1)  # it has asked once

    def _follow(self) -> None:
        where = urlsplit(self._addresses[0])
        while self._open:
            asked = f"{where.scheme}://{where.netloc}/livereload/{self._epoch}/1?{where.path}"
            try:
                now = int(fetched(asked))
            except OSError:
                if self._open:
                    raise
                return  # the server has ended, and so has what was measured
            if now > self._epoch:
                self._epoch = now
                shown = "".join(map(fetched, self._addresses))
                with self._news:
                    self._shown = shown
                    self._news.notify_all()

    def until(self, text: str, gone: bool = False) -> None:
        """Returns when it shows the text, or no longer does. Raises SystemExit after a while."""
        with self._news:
            if not self._news.wait_for(lambda: (text in self._shown) is not gone, LONGEST):
                raise SystemExit(f"{self._addresses[0]} never held {text!r}")

    def close(self) -> None:
        """It asks no more, when it has had its last answer."""
        self._open = False


@contextmanager
def tab(address: str, *also: str) -> Iterator[Tab]:
    made = Tab(address, *also)
    try:
        yield made
    finally:
        made.close()


def until(address: str, text: str, gone: bool = False) -> None:
    """Returns when what is there holds the text, or no longer does. Raises SystemExit."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        try:
            if (text in fetched(address)) is not gone:
                return
        except OSError:
            pass  # not up yet
        time.sleep(0.01)
    raise SystemExit(f"{address} never held {text!r}")
