"""Statements of law that rest on no fact: what a reader cannot look up, and we cannot check again.

A sentence states law when it names a paragraph, an act or what the law asks for. It rests on a fact
when its item names one under `facts:`, when the part of the page that it stands in shows one, or
when its paragraph leads to a page that does.
Whether that fact says so is for a person to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

from macros.catalog.model import Catalog

# The words by which law is known, by language. Another language gets its line here.
LAW: Mapping[str, str] = {
    "nb": r"§|\bartikkel \d|\b\w*lov(?:en|ens|ene|verket)\b|\blov(?:pålagt|krav|bestemt)\w*"
    r"|\b(?:krever|følger av) lov\b|\w*forskrift\w*|\w*forordning\w*|direktiv\w*|\bGDPR\b|\bDORA\b"
    r"|\bNIS2\b|CLOUD Act|\bforbudt|\bforbyr\b|\bulovlig|\bpåbud|Datatilsynet|\bstandardklausul"
    r"|virksomhetsoverdragelse|\bregl(?:er|ene) (?:om|for)\b|\bpersonvernregl\w+"
    r"|\bplikt(?:er|en|ene)?\b|\btariffavtale",
}
FACT = re.compile(r"{{ *fact\(")
LINK = re.compile(r"\]\(([^)#]+)")
NO_TEXT = re.compile(r"{{.*?}}|{ #.*?}|\]\([^)]*\)|^\|.*$|[*#\[]", re.MULTILINE)


def known(language: str) -> bool:
    """Whether we know how law is written in a language."""
    return language in LAW


def statements(text: str, language: str) -> Iterator[str]:
    """The sentences of a text that state law, each in one line."""
    for sentence in re.split(r"(?<=[.!?:])\s+|\n\s*\n|\n(?=- |\d+\. )", text):
        if re.search(LAW[language], sentence, re.IGNORECASE):
            yield " ".join(sentence.split())


def in_catalog(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """(id, sentence) for each statement in a list, an item, a term or a number that has no fact."""
    texts: list[tuple[str, str]] = [(c.id, c.intro) for c in catalog.checklists]
    for _, item in catalog.items():
        if not item.facts:
            note = item.updated.note if item.updated else ""
            texts += [(item.id, t) for t in (item.text, item.help, item.requirement, note)]
    texts += [(term.id, term.text) for term in catalog.terms]
    texts += [(number.id, number.text) for number in catalog.parameters]
    for where, text in texts:
        for sentence in statements(text, catalog.language):
            yield where, sentence


def in_pages(pages: Mapping[str, str], language: str) -> Iterator[tuple[str, str]]:
    """(page, sentence) for each statement in a part of a page that shows no fact.

    `pages` is name to Markdown, front matter and all. A part goes from one second heading to the
    next.
    """
    shown = {name for name, text in pages.items() if FACT.search(text)}
    for name, text in pages.items():
        body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
        for part in re.split(r"(?m)^(?=## )", body):
            for block in () if FACT.search(part) else re.split(r"\n\s*\n|\n(?=- |\d+\. )", part):
                leads_to = {normpath(join(dirname(name), to)) for to in LINK.findall(block)}
                if not leads_to & shown:
                    yield from ((name, s) for s in statements(NO_TEXT.sub(" ", block), language))
