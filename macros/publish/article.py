"""A finished page's article as Markdown. Where an item of a list stands, whoever asks says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import urljoin

from macros.text.article import VOID, Element, article

# What a reader of text has no use for: what is worked with, and what is told on every page.
LEFT_OUT = frozenset(
    {"button", "form", "input", "nav", "script", "select", "style", "svg", "template", "textarea"}
)
QUIET = ("headerlink", "guide-page", "guide-sign", "md-content__button", "guide-plan__wait")
BLOCKS = frozenset(
    {"p", "div", "section", "ul", "ol", "dl", "dt", "dd", "table", "details", "summary", "figure",
     "figcaption", "blockquote", "article", "footer", "h1", "h2", "h3", "h4", "h5", "h6"}
)  # fmt: skip
MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
LISTED = re.compile(r"(?:> )*\s*(?:-|\d+\.) ")

Attributes = Mapping[str, str]
Items = Callable[[str, Attributes], str]


class _Writer:
    """Lines of Markdown, from elements as they come."""

    def __init__(self, address: str, item: Items) -> None:
        self.blocks: list[str] = []
        self._address, self._item = address, item
        self._open: list[str] = []
        self._line = ""
        self._lists: list[list[int]] = []  # the number that comes next; none in a list of dots
        self._start = ""
        self._links: list[str] = []
        self._rows: list[list[str]] = []
        self._quote = 0

    def read(self, element: Element) -> None:
        """An element and what it holds."""
        tag, given = element.tag, element.attrib
        if tag in VOID:
            self._void(tag, given)
        elif tag in LEFT_OUT or "hidden" in given or _quiet(given):
            return
        elif name := given.get("data-item"):
            self._flush()
            self.blocks.append(self._item(name, given))
        else:
            quote = self._quote
            self._open.append(tag)
            self._begin(tag, given)
            self._line += element.text or ""
            for child in element:
                self.read(child)
                self._line += child.tail or ""
            self._open.pop()
            self._end(tag)
            self._quote = quote

    def _void(self, tag: str, given: Attributes) -> None:
        if tag == "br":
            self._line += " "
        elif tag == "hr":
            self._flush()
            self.blocks.append("---")
        elif tag == "img" and given.get("alt"):
            self._line += given["alt"]

    def _begin(self, tag: str, given: Attributes) -> None:
        if tag in BLOCKS:
            self._flush()
        if tag in ("ul", "ol"):
            self._lists.append([1] if tag == "ol" else [])
        elif tag == "li":
            self._flush()
            numbers = self._lists[-1] if self._lists else []
            self._start = f"{numbers[0]}. " if numbers else "- "
            numbers[:] = [n + 1 for n in numbers]
        elif tag == "a":
            href = given.get("href") or ""
            self._links.append(urljoin(self._address, href) if href else "")
            self._line += "[" if href else ""
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th", "caption"):
            self._line = ""
        elif tag == "blockquote" or "admonition" in (given.get("class") or ""):
            self._quote += 1
        elif tag == "span" and "summary" in self._open:
            self._line += " "
        self._line += MARKS.get(tag, "")

    def _end(self, tag: str) -> None:
        self._line += MARKS.get(tag, "")
        if tag == "a":
            href = self._links.pop() if self._links else ""
            self._line += f"]({href})" if href else ""
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append(_words(self._line).replace("|", "\\|"))
            self._line = ""
        elif tag == "table":
            self._table()
        elif tag in BLOCKS or tag == "li":
            self._flush(tag)
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()

    def _flush(self, tag: str = "") -> None:
        """What was gathered is a block of its own."""
        if self._rows:
            return  # within a table a cell gathers
        words, self._line = _words(self._line), ""
        if not words.strip("*` "):
            return
        if re.fullmatch(r"h[1-6]", tag):
            made = f"{'#' * int(tag[1])} {words}"
        elif self._lists:
            inner = "  " * (len(self._lists) - 1)
            made = f"{inner}{self._start or '  '}{words}"
            self._start = ""
        else:
            made = f"**{words.strip('*')}**" if tag in ("summary", "dt") else words
        self.blocks.append("> " * self._quote + made)

    def _table(self) -> None:
        rows, self._rows = [row for row in self._rows if any(row)], []
        if not rows:
            return
        wide = max(len(row) for row in rows)
        lines = [f"| {' | '.join([*row, *[''] * (wide - len(row))])} |" for row in rows]
        lines.insert(1, f"|{' --- |' * wide}")
        self._line = ""
        self.blocks.append("\n".join(lines))


def _quiet(given: Attributes) -> bool:
    names = (given.get("class") or "").split()
    return any(name in QUIET for name in names)


def _words(line: str) -> str:
    return " ".join(line.split()).replace("****", "").replace("[ ", "[")


def markdown(page: str, address: str, item: Items) -> str:
    """A page's article; «» for a page without one. `address` is the page's own, for its links;
    `item` gives an item's lines from its id and the attributes that it bears on the page."""
    found = article(page)
    if found is None:
        return ""
    writer = _Writer(address, item)
    writer.read(found)
    return _joined(writer.blocks)


def _joined(blocks: list[str]) -> str:
    """Blocks with an empty line between, but for neighbours of one list."""
    made: list[str] = []
    before = False
    for block in blocks:
        listed = LISTED.match(block) is not None
        made += ["\n" if before and listed else "\n\n"] if made else []
        made.append(block)
        before = listed
    return "".join([*made, "\n"])
