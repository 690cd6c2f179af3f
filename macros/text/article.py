"""A finished page's article as a tree, read as a browser reads it: what search and the page as text
are made from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from lxml import etree

START, END = re.compile(r"<article\b"), "</article>"
# Elements that hold nothing: no text is told of them but their own.
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "source", "col"})
_READER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


class Element(Protocol):
    """What is asked of an element. `tail` is the text between its end and what follows it."""

    tag: str
    attrib: Mapping[str, str]
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator[Element]: ...


def written(page: str) -> str:
    """The first article of a page given as HTML, as it is written; «» for a page without one."""
    start = START.search(page)
    end = page.find(END, start.end()) if start else -1
    return page[start.start() : end + len(END)] if start and end >= 0 else ""


def article(page: str) -> Element | None:
    """The same as a tree; None for a page without one."""
    found = written(page)
    if not found:
        return None
    made: Element | None = etree.fromstring(found.encode(), _READER).find(".//article")
    return made
