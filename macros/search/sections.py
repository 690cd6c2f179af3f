"""A finished page's article as sections: heading, anchor, text. What is marked
`data-search-exclude` is left out, and so is every element of ours that shows lists."""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.text.article import VOID, Element, article

LISTS = "check-"  # how ours are named: lists stand in the index item by item
HEADINGS = ("h1", "h2", "h3")
SILENT = ("headerlink", "checklist__sr", "md-")
INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "mark", "span", "strong", "sub", "sup"})


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


class _Reader:
    """Sections from elements as they come; what stands before the first heading is in none."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self._in_heading = False

    def within(self, element: Element) -> None:
        """What an element holds."""
        self._say(element.text or "")
        for child in element:
            self._read(child)
            self._say(child.tail or "")

    def _read(self, element: Element) -> None:
        if element.tag in VOID:
            return
        apart = "" if element.tag in INLINE or self._in_heading else " "
        self._say(apart)
        if _is_silent(element):
            return
        if element.tag in HEADINGS:
            self.sections.append(Section(int(element.tag[1]), element.attrib.get("id") or ""))
            self._in_heading = True
            self.within(element)
            self._in_heading = False
        else:
            self.within(element)
            self._say(apart)

    def _say(self, words: str) -> None:
        if not self.sections:
            return
        if self._in_heading:
            self.sections[-1].title += words
        else:
            self.sections[-1].parts.append(words)


def _is_silent(element: Element) -> bool:
    given = element.attrib
    return (
        element.tag.startswith(LISTS)
        or element.tag == "template"
        or "data-search-exclude" in given
        or (given.get("class") or "").startswith(SILENT)
    )


def sections(page: str) -> list[Section]:
    """The sections of a page given as HTML; [] for one without an article."""
    found, reader = article(page), _Reader()
    if found is not None:
        reader.within(found)
    for section in reader.sections:
        section.title = " ".join(section.title.split())
    return reader.sections
