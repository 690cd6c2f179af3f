"""The one table of macros: what each is called, what stands in its brackets, what it gives.

The engine hands them out, `calls` checks each page's calls, and CONTRIBUTING's table is made from
here. A new macro is one entry and a function from a page to one line of HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from macros.pages import lists, lookups, tools, wcag
from macros.pages.render import Listing, Page, Renderer

Takes = Literal["nothing", "lists", "own list", "figures", "facts", "frameworks", "percentages"]
Filters = Mapping[str, tuple[str, ...]]
Make = Callable[[Renderer, Page, tuple[str, ...], Filters], Markup | str | Listing]


@dataclass(frozen=True)
class Macro:
    """`call` is how a page writes it; `takes` names what may stand in its brackets; `gives` is for
    people. `make` gets the page, the ids in the brackets, and the filters."""

    call: str
    takes: Takes
    gives: str
    make: Make

    @property
    def name(self) -> str:
        """Its name in a page."""
        return self.call.partition("(")[0]


def _plain(call: str, gives: str, make: Callable[[Renderer, Page], Markup | str]) -> Macro:
    """A macro that takes nothing."""
    return Macro(f"{call}()", "nothing", gives, lambda r, page, _, __: make(r, page))


ALL = (
    Macro(
        "checklist_page()", "own list", "a list's own page, named after the list: title and list",
        lambda r, page, _, __: lists.whole_page(r, page),
    ),
    Macro(
        'checklist("id", phase="…")', "lists", "the lists named; all that matches the filters",
        lists.checklists,
    ),
    _plain("checklist_index", "all lists by phase", lists.index),
    _plain("checklist_register", "every item at its permanent anchor", lists.register),
    _plain("checklist_filters", "the controls that narrow what the page shows", lists.filters),
    _plain("start", "questions about the reader, the points it gives, what is next", lists.start),
    _plain(
        "journey", "the phases, how far the reader is, and where they left off", lists.journey
    ),
    _plain("sheet", "the items of level 1, for everyone, on one sheet of paper", lists.sheet),
    Macro(
        'figure("id")', "figures", "a figure from `figures:`: steps, a table, a drawing",
        lambda r, page, ids, _: lookups.figure(r, page, ids[0]),
    ),
    Macro(
        'fact("U01", "U05")', "facts", "facts with their sources, folded",
        lambda r, page, ids, _: lookups.facts(r, page, ids),
    ),
    _plain("facts", "every fact: then, now, sources, what rests on it", lookups.facts),
    Macro(
        'framework("gdpr")', "frameworks", "a framework's points, and the items that meet them",
        lambda r, page, ids, _: lookups.framework(r, page, ids[0]),
    ),
    _plain("frameworks", "every framework, and how much of it the guide is about",
           lookups.frameworks),
    _plain("since_2010", "each part of the 2010 guide, and where it is now", lookups.since_2010),
    _plain("glossary", "every term", lookups.glossary),
    _plain("alphabet", "every term, list and item from A to Å", lookups.alphabet),
    Macro(
        'availability("99.5")', "percentages", "what a promise in per cent allows in hours",
        lambda r, page, ids, _: lookups.availability(r, page, ids),
    ),
    _plain("downtime", "the calculator of what a stop costs", lookups.downtime),
    _plain(
        "requirements", "make a requirements document",
        lambda r, page: tools.tool(r, page, "document"),
    ),
    _plain("reply", "answer a requirements document", lambda r, page: tools.tool(r, page, "reply")),
    _plain("compare", "compare the answers", lambda r, page: tools.tool(r, page, "compare")),
    _plain("plan", "«Min plan»: what is left over all lists, projects, backup", tools.plan),
    _plain(
        "deviations", "all that an edition of its own has changed, with the reasons",
        tools.deviations,
    ),
    _plain("wcag", "each criterion of WCAG 2.2 and the tests that hold it", wcag.table),
    _plain(
        "statement", "who publishes, whom to tell, what was tried, the law", wcag.statement
    ),
    _plain("downloads", "links to every file to download", tools.downloads),
    _plain("annexes", "the annexes as files, empty and filled in", tools.annexes),
)  # fmt: skip
MACROS: Mapping[str, Macro] = {macro.name: macro for macro in ALL}


def table() -> str:
    """The macros in Markdown, for CONTRIBUTING."""
    rows = [f"| `{{{{ {macro.call} }}}}` | {macro.gives} |" for macro in ALL]
    return "\n".join(["| macro | gives |", "| --- | --- |", *rows])
