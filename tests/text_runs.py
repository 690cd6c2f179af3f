"""Eight-word runs of a text, hashed: how our text is compared with one that is not committed."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

LENGTH = 8


def words(text: str) -> list[str]:
    """Lower-case words and numbers; punctuation and markup are no words."""
    return re.findall(r"[0-9a-zæøåéü]+", text.lower())


def runs(text: str) -> Iterator[tuple[str, str]]:
    """(hash, run) for every eight words in a row. The hash is SHA-256's first 12 figures."""
    found = words(text)
    for start in range(len(found) - LENGTH + 1):
        run = " ".join(found[start : start + LENGTH])
        yield hashlib.sha256(run.encode("utf-8")).hexdigest()[:12], run


def squeezed(text: str) -> str:
    """A text without spaces, ligatures or Markdown's stars: what paper and source share."""
    return "".join(unicodedata.normalize("NFKC", text).replace("*", "").split())
