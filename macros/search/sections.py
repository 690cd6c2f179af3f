"""A finished page's article as sections: heading, anchor, text. What is marked
`data-search-exclude` is left out, and so is every element of ours that shows lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
# Lists stand in the index item by item; taking them out first is what makes large sites quick.
LISTS = re.compile(r"<(check-list|check-index|check-[a-z]+|template)\b.*?</\1>", re.DOTALL)
HEADINGS = ("h1", "h2", "h3")
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "source", "col"})
SILENT = ("headerlink", "checklist__sr", "md-")


@dataclass
class Section:
    """A heading (`level` 1 to 3), its anchor and the text up to the next heading."""

    level: int
    anchor: str
    title: str = ""
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join("".join(self.parts).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections: list[Section] = []
        self._open: list[tuple[str, bool]] = []
        self._silent = 0
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        given = dict(attrs)
        silent = "data-search-exclude" in given or (given.get("class") or "").startswith(SILENT)
        if not self._open:
            silent = False  # the article itself
        self._open.append((tag, silent))
        self._silent += silent
        if tag in HEADINGS and not self._silent:
            self._heading = tag
            self.sections.append(Section(int(tag[1]), given.get("id") or ""))
        elif self.sections and not self._heading:
            self.sections[-1].parts.append(" " if tag not in INLINE else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        while self._open:
            name, silent = self._open.pop()
            self._silent -= silent
            if name == tag:
                break
        if tag == self._heading:
            self._heading = ""
        elif self.sections and tag not in INLINE:
            self.sections[-1].parts.append(" ")

    def handle_data(self, data: str) -> None:
        if self._silent or not self.sections:
            return
        if self._heading:
            self.sections[-1].title += data
        else:
            self.sections[-1].parts.append(data)


INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "mark", "span", "strong", "sub", "sup"})


def sections(page: str) -> list[Section]:
    """The sections of a page given as HTML; [] for one without an article."""
    found = ARTICLE.search(page)
    if not found:
        return []
    reader = _Reader()
    reader.feed(LISTS.sub("", found[0]))
    reader.close()
    for section in reader.sections:
        section.title = " ".join(section.title.split())
    return reader.sections
