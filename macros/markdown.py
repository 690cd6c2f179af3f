"""A Python-Markdown extension, so that it works in every engine that uses Python-Markdown.

Three things: a macro's one line of HTML stands whole wherever it is put (admonition, tab, list
item), every box of a hand-written `- [ ]` list gets a real label, and headings are heard as words.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

START, END = "<!--checklist-->", "<!--/checklist-->"
WHOLE = re.compile(re.escape(START) + "(.*?)" + re.escape(END))
ANCHOR = re.compile(r'<[a-z][^<>]* id="([^"]+)"')
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TASK = re.compile(r"^\[([ xX])\][ \t]+")


class StashHtml(Preprocessor):
    """Puts a macro's HTML away before Markdown can read it as Markdown; its anchors stay.

    MkDocs reads all HTML in a page to learn which anchors it has; a list is a hundred times longer
    than its anchors, and reading it took a sixth of a build's time.
    """

    def run(self, lines: list[str]) -> list[str]:
        return [WHOLE.sub(self._stash, line) for line in lines]

    def _stash(self, found: re.Match[str]) -> str:
        anchors = "".join(f'<a id="{name}"></a>' for name in ANCHOR.findall(found[1]))
        return f"{START}{anchors}{self.md.htmlStash.store(found[1])}{END}"


class DropAnchors(Preprocessor):
    """Leaves only what stands for the HTML, when the anchors have been noted."""

    def run(self, lines: list[str]) -> list[str]:
        return [WHOLE.sub(lambda found: found[1].rpartition(">")[2], line) for line in lines]


class LabelTasks(Treeprocessor):
    """`- [ ] text` becomes a label with a box in it and the text as its name.

    pymdownx.tasklist writes an empty label and the text outside it
    (facelessuser/pymdown-extensions#1109); class names are kept the same as there.
    """

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            labelled = [self._label(li) for li in parent] if parent.tag in ("ul", "ol") else []
            if any(labelled):
                _add_class(parent, "task-list")

    def _label(self, li: etree.Element) -> bool:
        holder = li if (li.text or "").strip() or not len(li) or li[0].tag != "p" else li[0]
        found = TASK.match(holder.text or "")
        if li.tag != "li" or not found:
            return False
        label = etree.Element("label", {"class": "task-list-control"})
        box = etree.SubElement(label, "input", {"type": "checkbox"})
        if found[1] != " ":
            box.set("checked", "checked")
        etree.SubElement(label, "span", {"class": "task-list-indicator"})
        words = etree.SubElement(label, "span", {"class": "task-list-text"})
        words.text = (holder.text or "")[found.end() :]
        holder.text = None
        holder.insert(0, label)
        _add_class(li, "task-list-item")
        return True


def _add_class(element: etree.Element, name: str) -> None:
    element.set("class", f"{element.get('class', '')} {name}".strip())


class ExplainTerms(Treeprocessor):
    """The first use of a term in a page's own text becomes a link to its explanation.

    The link leads to the glossary; a script shows the explanation where the word stands.
    """

    SKIP = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "button", "dt", "th"})

    def __init__(self, md: Markdown, terms: list[dict[str, Any]], glossary: str) -> None:
        super().__init__(md)
        self._glossary = glossary
        self._terms = {term["id"]: term for term in terms}
        words = [(word, term["id"]) for term in terms for word in term["words"] if len(word) > 2]
        self._ids = {
            word.casefold(): name for word, name in sorted(words, key=lambda w: -len(w[0]))
        }
        # A short abbreviation is only itself in capitals: «ROS» is no «ros».
        self._exact = {
            word.casefold(): word for word, _ in words if len(word) < 5 and word.isupper()
        }
        found = "|".join(re.escape(word) for word in self._ids)
        ending = "(?:en|et|er|ene|e|n|r|ne|s)?"
        # Not a part of a compound or of a name: «IKT-Norge», «ASP Norge».
        self._pattern = re.compile(rf"(?<!-)\b({found}){ending}\b(?!-| Norge)", re.IGNORECASE)

    def run(self, root: etree.Element) -> None:
        if self._terms:
            self._walk(root, set())

    def _walk(self, element: etree.Element, seen: set[str]) -> None:
        if element.tag in self.SKIP:
            return
        self._mark(element, None, seen)
        for child in list(element):
            self._walk(child, seen)
            self._mark(element, child, seen)

    def _mark(self, parent: etree.Element, before: etree.Element | None, seen: set[str]) -> None:
        """Links the first new term in the text that stands before `before`'s next sibling."""
        text = (parent.text if before is None else before.tail) or ""
        for match in self._pattern.finditer(text):
            # The pattern takes ſ for s and ı for i; what then is no known word is none.
            word = match[1].casefold()
            term = self._terms.get(self._ids.get(word, ""), {"id": ""})
            if not term["id"] or term["id"] in seen or self._exact.get(word, match[1]) != match[1]:
                continue
            seen.add(term["id"])
            link = etree.Element("a", {"class": "guide-term", "data-term": term["text"]})
            link.set("href", f"{self._glossary}#{term['id']}")
            link.text = AtomicString(match[0])
            link.tail = text[match.end() :]
            if before is None:
                parent.text = text[: match.start()]
                parent.insert(0, link)
            else:
                before.tail = text[: match.start()]
                parent.insert(list(parent).index(before) + 1, link)
            return


class QuietHeadings(Treeprocessor):
    """A heading is heard as its words: its own link is for a pointer, and the list of contents
    leads to the same places. The page's title has none; it can take the focus, so that the skip
    link moves a listener and not only the page."""

    def run(self, root: etree.Element) -> None:
        for heading in (e for e in root.iter() if e.tag in HEADINGS):
            for link in [e for e in heading if e.get("class") == "headerlink"]:
                if heading.tag == "h1":
                    heading.remove(link)
                else:
                    link.set("aria-hidden", "true")
                    link.set("tabindex", "-1")
            if heading.tag == "h1":
                heading.set("tabindex", "-1")


class NamedTables(Treeprocessor):
    """A table that a page writes is called what the heading above it says, and the head of a column
    says that it is one: so a listener who goes from table to table knows where she is. It stands in
    a frame that scrolls where a phone is too narrow, and that the keyboard reaches.

    The table has a class, so that Material's script puts no frame of its own into ours.
    """

    def run(self, root: etree.Element) -> None:
        over, framed = "", ""
        inside = {child: parent for parent in root.iter() for child in parent}
        for element in list(root.iter()):
            if element.tag in HEADINGS:
                over = element.get("id") or over
            elif element.tag == "table" and over:
                element.set("aria-labelledby", over)
                for head in element.iterfind("thead/tr/th"):
                    head.set("scope", "col")
                # Of two landmarks with one name a listener could not tell which is which.
                _framed(element, inside[element], over, "group" if over == framed else "region")
                framed = over


def _framed(table: etree.Element, parent: etree.Element, name: str, role: str) -> None:
    frame = etree.Element("div", {"class": "guide-scroll", "tabindex": "0", "role": role})
    frame.set("aria-labelledby", name)
    frame.tail, table.tail = table.tail, None
    parent[list(parent).index(table)] = frame
    frame.append(table)
    _add_class(table, "guide-table")


def spoken(term: str) -> list[str]:
    """A glossary heading as it may stand in a sentence: «Servicenivå (SLA)» → Servicenivå, SLA."""
    parts = re.split(r" og |, |[()]", term)
    return [term, *(part.strip() for part in parts if part.strip())]


class ChecklistMarkdown(Extension):
    def __init__(self, **settings: Any) -> None:
        self.config = {
            "terms": [[], "the glossary: id, words and text of each term"],
            "glossary": ["/begreper.md", "the glossary page, from the docs folder"],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:
        # After fenced code (25); between the two MkDocs notes the anchors (21); raw HTML (20) would
        # take the line apart.
        md.preprocessors.register(StashHtml(md), "checklist-html", 21.5)
        md.preprocessors.register(DropAnchors(md), "checklist-anchors", 20.5)
        md.treeprocessors.register(LabelTasks(md), "checklist-tasks", 26)
        # After inline Markdown (20), so that links and code are known as such.
        terms = ExplainTerms(md, self.getConfig("terms"), self.getConfig("glossary"))
        md.treeprocessors.register(terms, "checklist-terms", 15)
        # After the links that the contents put into headings (5).
        md.treeprocessors.register(QuietHeadings(md), "checklist-headings", 4)
        md.treeprocessors.register(NamedTables(md), "checklist-tables", 3)


def makeExtension(**settings: Any) -> ChecklistMarkdown:
    return ChecklistMarkdown(**settings)


def literal(text: str) -> str:
    """A text that Markdown and its extensions show letter for letter, on one line: no markup, no
    entity, no attributes in braces."""
    shown = " ,.;:?!%/–—«»§+="
    words = " ".join(text.split())
    return "".join(c if c.isalnum() or c in shown else f"&#{ord(c)};" for c in words)


def slugify(text: str, separator: str) -> str:
    """A heading's id: æ, ø and å folded, so that links survive any keyboard and any mail client."""
    folded = text.lower()
    for letter, plain in (("æ", "ae"), ("ø", "o"), ("å", "a"), ("é", "e"), ("ü", "u")):
        folded = folded.replace(letter, plain)
    return separator.join(re.findall(r"[a-z0-9]+", folded))
