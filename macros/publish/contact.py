"""`.well-known/security.txt` (RFC 9116): whom to tell of a weakness, for people and programs.

Made of what the settings state. A guide that states nobody has none: upstream's contact never
stands on somebody else's site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from macros.problems import Problem, quoted

NAME = ".well-known/security.txt"
# RFC 9116, 2.5.4 and 2.5.5: a URI; less than a year ahead, so that nobody trusts what is stale.
ADDRESS = re.compile(r"(?:https://|mailto:|tel:)[^\s<>\"]+")
MAIL = re.compile(r"[^@\s<>\":]+@[^@\s<>\"]+")
DAYS = 364


def contacts(stated: object) -> tuple[str, ...]:
    """Addresses from the settings: a list, or a text with spaces between; the first is the one to
    try first. Raises ValueError with the one that is no address."""
    parts = stated if isinstance(stated, list | tuple) else str(stated or "").split()
    found = [f"mailto:{one}" if MAIL.fullmatch(one) else one for one in map(str, parts)]
    for one in found:
        if not ADDRESS.fullmatch(one):
            raise ValueError(one)
    return tuple(found)


def expires(released: date, stated: str) -> date:
    """The day from which the file counts no more: the settings', else 364 days after the release,
    so that the same source is the same file. Raises ValueError for what is no day."""
    return date.fromisoformat(stated) if stated else released + timedelta(DAYS)


def text(addresses: Sequence[str], until: date, language: str, url: str) -> str:
    """The file. `url` is the site's own address with a slash at its end, or «»."""
    languages = language if language == "en" else f"{language}, en"
    lines = [
        *(f"Contact: {one}" for one in addresses),
        f"Expires: {until.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {languages}",
        *([f"Canonical: {url}{NAME}"] if url.startswith("https://") else []),
    ]
    return "\n".join(lines) + "\n"


def stale(until: date, today: date) -> Iterator[Problem]:
    """A warning when nobody may rely on the file any longer."""
    if until <= today:
        what = f"counts no more from {quoted(until)} on"
        hint = "release a new version, or set extra: checklists: security_expires: YYYY-MM-DD"
        yield Problem(NAME, 0, 0, what, hint, level="warning")
