"""A Python-Markdown extension, so that it works in every engine that uses Python-Markdown.

Two things: a macro's one line of HTML stands whole wherever it is put (admonition, tab, list
item), and every box of a hand-written `- [ ]` list gets a real label.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

START, END = "<!--checklist-->", "<!--/checklist-->"
WHOLE = re.compile(re.escape(START) + "(.*?)" + re.escape(END))
TASK = re.compile(r"^\[([ xX])\][ \t]+")


class StashHtml(Preprocessor):
    """Puts a macro's HTML away before Markdown can read it as Markdown."""

    def run(self, lines: list[str]) -> list[str]:
        return [WHOLE.sub(self._stash, line) for line in lines]

    def _stash(self, found: re.Match[str]) -> str:
        return str(self.md.htmlStash.store(found[1]))


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


class ChecklistMarkdown(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        # After fenced code (25), before raw HTML (20) would take the line apart.
        md.preprocessors.register(StashHtml(md), "checklist-html", 24)
        md.treeprocessors.register(LabelTasks(md), "checklist-tasks", 26)


def makeExtension(**settings: Any) -> ChecklistMarkdown:
    return ChecklistMarkdown(**settings)


def slugify(text: str, separator: str) -> str:
    """A heading's id: æ, ø and å folded, so that links survive any keyboard and any mail client."""
    folded = text.lower()
    for letter, plain in (("æ", "ae"), ("ø", "o"), ("å", "a"), ("é", "e"), ("ü", "u")):
        folded = folded.replace(letter, plain)
    return separator.join(re.findall(r"[a-z0-9]+", folded))
