"""A slice of the Catalog to HTML on one line, through Jinja templates that forks override."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, groupby, pairwise, zip_longest
from pathlib import Path
from typing import Protocol

import jinja2
from markupsafe import Markup, escape

from macros.catalog import select
from macros.catalog.framework import parts
from macros.catalog.item import KINDS, PRIORITIES, Group
from macros.catalog.model import Catalog, Checklist
from macros.catalog.select import Shown
from macros.language import foreign, forms
from macros.language.strings import Strings
from macros.pages import letters
from macros.pages.compiled import COMPILED, kept_in
from macros.pages.numbers import Numbers
from macros.site import Site

# Stands for the way to the root in an item that is made once for all pages; no text can hold it.
ROOT = "\x1aroot\x1a"
# The id of the first list on a page; main.html and the plan name it too.
WAY_IN = "til-listen"


class Download(Protocol):
    """What a page shows of a file: the list it is of, its name, format and size in bytes."""

    @property
    def document(self) -> str: ...
    @property
    def format(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int: ...


@dataclass
class Page:
    """The page that is being made. `root` leads to the site's root («..»); `stem` is its file's
    name without ending; `own` is the list whose page this is; `taken` are the item ids that
    already stand on it."""

    root: str
    stem: str = ""
    own: str = ""
    taken: dict[str, int] = field(default_factory=dict)

    def claim(self, item: str) -> int:
        """How many times the item stands on the page already; counts this time in."""
        before = self.taken.get(item, 0)
        self.taken[item] = before + 1
        return before

    def way_in(self, reached: bool = False) -> Markup:
        """What «Hopp til listen» in main.html leads to, for the first list on a page: nothing for
        those after it. `reached` is what the keyboard comes to by itself."""
        if self.claim(WAY_IN):
            return Markup("")
        return Markup(f' id="{WAY_IN}"' + ("" if reached else ' tabindex="-1"'))


@dataclass(frozen=True)
class Listing:
    """A whole page: its title and description in plain words, and its parts as lines of HTML."""

    title: str
    description: str
    parts: tuple[Markup, ...]


class Renderer:
    """Holds what every template needs; each method gives one line of HTML."""

    def __init__(
        self,
        catalog: Catalog,
        t: Strings,
        site: Site,
        folders: Sequence[Path],
        files: Sequence[Download] = (),
        others: Sequence[Strings] = (),
        languages: Sequence[Mapping[str, str]] = (),
        annexes: Sequence[Download] = (),
        criteria: Mapping[str, str] | None = None,
        kept: Path | None = None,
    ) -> None:
        """`kept` is the project that keeps templates compiled from build to build; this process
        does where none is given."""
        self.criteria = criteria or {}  # what is said of WCAG's, in the words of this language
        # The words of the site's other languages, for what comes in one of them; and all of its
        # languages, each with the way there.
        self.others, self.languages = others, languages
        self.catalog, self.t, self.site = catalog, t, site
        self.files, self.annexes = files, annexes
        # Where the scripts stand that our own templates are for.
        self.scripts = folders[-1].parent / "assets" / "checklists"
        self._items: dict[tuple[str, bool, bool], str] = {}
        self._whole = select.is_one_page(catalog)
        self._jinja = jinja2.Environment(
            loader=_loader(folders),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._jinja.bytecode_cache = kept_in(kept, self._jinja) if kept else COMPILED
        self._jinja.filters["groupby_run"] = runs_by_group
        self._jinja.filters["sparing"] = sparing
        numbers = Numbers(catalog)
        self._jinja.globals.update(
            t=t, site=site, catalog=catalog, kinds=KINDS, priorities=PRIORITIES,
            prose=numbers.prose, inline=numbers.inline, day=self.day, values=select.values,
            took_over=catalog.took_over, count=count,
            facet_title=catalog.facet_title, origins=catalog.origins, item=self.item,
            deviations=catalog.deviations, reference=self.reference,
            foreign=lambda words: foreign.marked(words, t.language),
            facts={f.id: f for f in catalog.facts},
        )  # fmt: skip

    @cached_property
    def letters(self) -> Mapping[str, letters.Part]:
        """The parts in which a guide too large for one page has its items, by their page's name."""
        return {part.name: part for part in letters.parts(self.catalog, self.site)}

    def day(self, value: object) -> str:
        """A day of ISO 8601 as the guide's language writes it."""
        return forms.day(value, self.catalog.language)

    def reference(self, reference: str, root: str) -> Markup:
        """A reference to a framework's point as people write it; a link where its page is."""
        framework, point = parts(reference)
        words = self.catalog.framework[framework].reference(point)
        if not self.site.frameworks:
            return escape(words)
        address = f"{root}/{self.site.frameworks}/{framework}/#{framework}-{point}"
        return Markup('<a href="{}">{}</a>').format(address, words)

    def item(self, page: Page, shown: Shown, brief: bool = False) -> Markup:
        """One item; `brief` leaves its sources to the list's own page. The first of it on a page is
        made once, with the way to the root left open; in a guide too large for one page each time:
        most of its items stand on one page, and all of them at once are as much as its pages."""
        before = page.claim(shown.item.id)
        key = (shown.item.id, shown.borrowed, brief)
        made = "" if before else self._items.get(key, "")
        if not made:
            template = self._jinja.get_template("item.html")
            values = {"item": shown.item, "shown": shown, "before": before, "brief": brief}
            made = one_line(template.render(root=ROOT, **values))
            if not before and self._whole:
                self._items[key] = made
        return Markup(made.replace(ROOT, page.root))

    def shown(self, checklist: Checklist) -> tuple[Shown, ...]:
        return tuple(select.entries(self.catalog, checklist))

    def make(self, template: str, page: Page, **values: object) -> Markup:
        made = self._jinja.get_template(template).render(page=page, **values)
        return Markup(one_line(made))


def sparing(text: str) -> Markup:
    """A text for an attribute in single quotes: each double quote of JSON that is spelt out would
    weigh five bytes in the page."""
    for letter, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("'", "&#39;")):
        text = text.replace(letter, written)
    return Markup(text)


def one_line(made: str) -> str:
    """HTML with its line breaks and indentation taken out; spaces within a line stay."""
    lines = [bare for line in made.split("\n") if (bare := line.strip())]
    apart = ["" if a[-1] == ">" and b[0] == "<" else " " for a, b in pairwise(lines)]
    return "".join(chain.from_iterable(zip_longest(lines, apart, fillvalue="")))


class Counts(dict[str, int]):
    """Numbers by name; what is not there is none, also in a template that asks for it."""

    def __missing__(self, name: str) -> int:
        return 0


def count(shown: Sequence[Shown]) -> Mapping[str, int]:
    """How many items in all («all») and for each priority that occurs."""
    made = Counts({"all": len(shown)})
    for priority in PRIORITIES:
        if number := sum(s.item.priority == priority for s in shown):
            made[priority] = number
    return made


def _loader(folders: Sequence[Path]) -> jinja2.BaseLoader:
    """Templates by name from the first folder that has them; `upstream/NAME` is always ours."""
    names = [str(folder) for folder in folders]
    ours = jinja2.PrefixLoader({"upstream": jinja2.FileSystemLoader(names[-1])})
    return jinja2.ChoiceLoader([jinja2.FileSystemLoader(names), ours])


def runs_by_group(shown: Sequence[Shown]) -> list[tuple[Group | None, list[Shown]]]:
    """Neighbours under the same heading together, in order; (None, …) for those without."""
    made = groupby(shown, key=lambda s: s.group.id if s.group else "")
    return [(members[0].group, members) for _, run in made if (members := list(run))]
