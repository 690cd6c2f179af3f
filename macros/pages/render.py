"""A slice of the Catalog to HTML on one line, through Jinja templates that forks override."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Protocol

import jinja2
from markupsafe import Markup

from macros import text
from macros.catalog import select
from macros.catalog.model import KINDS, PRIORITIES, Catalog, Checklist, Group, Item
from macros.catalog.reference import STATUSES
from macros.catalog.select import Shown, Wanted
from macros.exports import qr
from macros.language.strings import Strings
from macros.site import Site

# What the scripts of the plan say, and why a file that is opened can be refused.
PLAN_WORDS = (
    *("unnamed", "ask_name", "copied_name", "deleted", "undo", "counts"),
    *("nothing", "left", "due", "note", "again", "copied", "failed"),
    *("saved", "never_saved", "remind", "merged", "found", "link_copied", "shared", "erased"),
    *("conflict", "choose", "stray", "forget", "not_relevant", "marked", "none_marked"),
    *("because", "other_site", "nowhere", "markdown_title"),
    *("close", "answer", "opened_name", "opened_beside"),
)
FRAME = (
    *("who", "scope", "users", "open", "respond", "repair", "availability", "downtime"),
    *("dataloss", "length", "options", "criteria", "deadline", "contact"),
)
# Stands for the way to the root in an item that is made once for all pages; no text can hold it.
ROOT = "\x1aroot\x1a"


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
    """The page that is being made. `root` leads to the site's root («..»); `own` is the list
    whose page this is; `taken` are the item ids that already stand on it."""

    root: str
    own: str = ""
    taken: dict[str, int] = field(default_factory=dict)

    def claim(self, item: str) -> int:
        """How many times the item stands on the page already; counts this time in."""
        before = self.taken.get(item, 0)
        self.taken[item] = before + 1
        return before


class Renderer:
    """Holds what every template needs; each method gives one line of HTML."""

    def __init__(
        self,
        catalog: Catalog,
        t: Strings,
        site: Site,
        folders: Sequence[Path],
        files: Sequence[Download] = (),
    ) -> None:
        self.catalog, self.t, self.site, self.files = catalog, t, site, files
        self._items: dict[tuple[str, bool], str] = {}
        self._jinja = jinja2.Environment(
            loader=_loader(folders),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._jinja.filters["groupby_run"] = runs_by_group
        self._jinja.globals.update(
            t=t, site=site, catalog=catalog, kinds=KINDS, priorities=PRIORITIES,
            prose=text.html, inline=text.inline, values=select.values, count=count,
            took_over=catalog.took_over,
            facet_title=catalog.facet_title, item=self.item, deviations=catalog.deviations,
            facts={f.id: f for f in catalog.facts},
        )  # fmt: skip

    def checklists(self, page: Page, lists: Sequence[str], wanted: Wanted) -> Markup:
        """The lists named (all when none is), with the items that match.

        A list that has got another id is found by the old one; one that is hidden says so.
        """
        lists = [self.catalog.successor(name) for name in lists]
        gone = [d for name in lists if (d := self.catalog.hidden.get(name))]
        if gone and len(gone) == len(lists):
            return self._make("hidden.html", page, gone=gone)
        sections = select.sections(self.catalog, lists, wanted)
        whole = page.own != "" and tuple(lists) == (page.own,)
        return self._make("checklist.html", page, sections=sections, whole=whole)

    def head(self, page: Page, checklist: Checklist) -> Markup:
        """What stands over a list on its own page: introduction, code, what a tick means."""
        shown = self._shown(checklist)
        kinds = [k for k in KINDS if any(s.item.kind == k for s in shown)]
        address = (
            f"{self.site.url.rstrip('/')}/{self.site.page_of(checklist.id)}/"
            if self.site.url
            else ""
        )
        code = Markup(qr.svg(address))
        hidden = sum(d.code.startswith(f"{checklist.code}.") for d in self.catalog.hidden.values())
        return self._make(
            "head.html", page, list=checklist, total=count(shown), found=kinds, qr=code,
            hidden=hidden,
        )  # fmt: skip

    def index(self, page: Page) -> Markup:
        """Every list by the phase in which to act."""
        return self._make(
            "index.html",
            page,
            phases=select.by_first_phase(self.catalog) or (("", self.catalog.checklists),),
            shown=self._shown,
            names=(*self._options(), "new"),
            union=_union,
        )

    def register(self, page: Page) -> Markup:
        """Every item at its permanent anchor, and where retired ones went."""
        return self._make("register.html", page, sections=select.sections(self.catalog))

    def deviations(self, page: Page) -> Markup:
        """Everything in which this edition differs from the guide that it is based on."""
        return self._make("deviations.html", page, adapted=self.catalog.adapted)

    def paper(self, page: Page | None = None, checklist: Checklist | None = None) -> Markup:
        """The controls for printing; over a list with the list's files too."""
        files = self.downloads(page, checklist) if page and checklist and self.files else ""
        return self._make("paper.html", page or Page(""), files=files)

    def answer(self) -> Markup:
        """The panel of an item, once a page: a script copies it when somebody opens one."""
        return self._make("answer.html", Page(""))

    def plan(self, page: Page) -> Markup:
        """What is left over all lists, the projects, and the ways out of the browser and back."""
        words = {key: self.t(f"plan.{key}") for key in PLAN_WORDS}
        words |= {f"status.{s}": self.t(f"status.{s}") for s in ("none", "doing", "done")}
        words |= {f"priority.{p}": self.t(f"priority.{p}") for p in PRIORITIES}
        words["status.irrelevant"] = self.t("status.irrelevant")
        words |= self.t.group("problem.")
        return self._make("plan.html", page, words=json.dumps(words, ensure_ascii=False))

    def tool(self, page: Page, name: str) -> Markup:
        """A page that works with requirements documents: `document`, `reply` or `compare`."""
        words = {key.removeprefix("doc."): word for key, word in self.t.group("doc.").items()}
        words |= {f"priority.{p}": self.t(f"priority.{p}") for p in PRIORITIES}
        words |= self.t.group("problem.")
        told = json.dumps(words, ensure_ascii=False)
        return self._make(f"{name}.html", page, words=told, frame=FRAME)

    def downloads(self, page: Page, checklist: Checklist | None = None) -> Markup:
        """Links to the files of one list; of all of them when none is named."""
        titles = {c.id: f"{c.code} {c.title}" for c in self.catalog.checklists}
        names = [checklist.id] if checklist else list(dict.fromkeys(f.document for f in self.files))
        rows = [
            (
                name,
                titles.get(name, self.catalog.title),
                [f for f in self.files if f.document == name],
            )
            for name in (names if checklist else [*names[-1:], *names[:-1]])
        ]
        return self._make("downloads.html", page, rows=rows)

    def figure(self, page: Page, name: str) -> Markup:
        """A figure of the data file."""
        found = next(f for f in self.catalog.figures if f.id == name)
        return self._make("figure.html", page, figure=found)

    def facts(self, page: Page, names: Sequence[str] = ()) -> Markup:
        """The facts named, folded; or all of them, with what rests on each."""
        chosen = [f for f in self.catalog.facts if not names or f.id in names]
        if names:
            return self._make("fact.html", page, chosen=chosen)
        used: dict[str, list[Item]] = {f.id: [] for f in chosen}
        for _, item in self.catalog.items():
            for fact in item.facts:
                used[fact].append(item)
        return self._make("facts.html", page, chosen=chosen, used=used, statuses=STATUSES)

    def glossary(self, page: Page) -> Markup:
        """Every term from A to Å, with its old and English names."""
        terms = sorted(self.catalog.terms, key=lambda term: alphabetical(term.term))
        return self._make("glossary.html", page, terms=terms)

    def alphabet(self, page: Page) -> Markup:
        """Every item, list and term from A to Å, with the other names of terms."""
        catalog, site = self.catalog, self.site
        entries = [
            *((term.term, f"{site.glossary}/#{term.id}", "") for term in catalog.terms),
            *((other, f"{site.glossary}/#{term.id}", term.term) for term in catalog.terms
              for other in term.also),
            *((c.title, f"{site.page_of(c.id)}/", c.code) for c in catalog.checklists),
            *((text.plain(i.text), f"{site.page_of(c.id)}/#{i.id}", i.code)
              for c, i in catalog.items()),
        ]  # fmt: skip
        letters: dict[str, list[tuple[str, str, str]]] = {}
        for entry in sorted(entries, key=lambda entry: alphabetical(entry[0])):
            first = next((c for c in entry[0].upper() if c.isalnum()), "#")
            letters.setdefault("0–9" if first.isdigit() else first, []).append(entry)
        return self._make("alphabet.html", page, letters=letters)

    def availability(self, page: Page, percentages: Sequence[str]) -> Markup:
        """What a promise in per cent allows in a year and in a month of 30 days."""
        rows = [(p, downtime(float(p), 365 * 24), downtime(float(p), 30 * 24)) for p in percentages]
        return self._make("availability.html", page, rows=rows)

    def downtime(self, page: Page) -> Markup:
        """A small calculator of what an hour and a day without IT cost."""
        return self._make("downtime.html", page)

    def journey(self, page: Page) -> Markup:
        """The phases in order, each with where to go and how far the reader is."""
        phases = [
            (value, [s for c in lists for s in self._shown(c)])
            for value in self.catalog.facets.get("phase", ())
            for name, lists in select.by_first_phase(self.catalog)
            if name == value.id
        ]
        return self._make("journey.html", page, phases=phases)

    def filters(self, page: Page, checklist: Checklist | None = None) -> Markup:
        """The controls that narrow what a page shows; hidden until a script can work them.

        Over one list, only filters that can tell its items apart are offered.
        """
        lists = (checklist.id,) if checklist else ()
        shown = [s for section in select.sections(self.catalog, lists) for s in section.shown]
        made = []
        for name, options in self._options().items():
            found = {v for s in shown for v in select.values(s, name)}
            kept = [(value, title) for value, title in options if value in found]
            if len(kept) > 1:
                made.append((name, kept))
        news = {s.item.is_new for s in shown}
        return self._make("filters.html", page, choices=made, new=len(news) > 1)

    def _options(self) -> dict[str, list[tuple[str, str]]]:
        """Every filter's values with the words for them, in the order shown."""
        facets = {n: [(v.id, v.title) for v in vs] for n, vs in self.catalog.facets.items()}
        kinds = [(kind, self.t(f"kind.{kind}")) for kind in KINDS]
        return facets | {
            "kind": kinds,
            "priority": [(p, self.t(f"priority.{p}")) for p in PRIORITIES],
        }

    def item(self, page: Page, shown: Shown) -> Markup:
        """One item. The first of it on a page is made once, with the way to the root left open."""
        before = page.claim(shown.item.id)
        key = (shown.item.id, shown.borrowed)
        if before or key not in self._items:
            template = self._jinja.get_template("item.html")
            made = template.render(item=shown.item, shown=shown, root=ROOT, before=before)
            if before:
                return Markup(one_line(made).replace(ROOT, page.root))
            self._items[key] = one_line(made)
        return Markup(self._items[key].replace(ROOT, page.root))

    def _shown(self, checklist: Checklist) -> tuple[Shown, ...]:
        return tuple(select.entries(self.catalog, checklist))

    def _make(self, template: str, page: Page, **values: object) -> Markup:
        made = self._jinja.get_template(template).render(page=page, **values)
        return Markup(one_line(made))


def one_line(made: str) -> str:
    """HTML with its line breaks and indentation taken out; spaces within a line stay."""
    return re.sub(r"\s*\n\s*", " ", re.sub(r">\s*\n\s*<", "><", made)).strip()


def count(shown: Sequence[Shown]) -> Mapping[str, int]:
    """How many items in all («all») and for each priority that occurs."""
    made = {"all": len(shown)}
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


def _union(shown: Sequence[Shown], name: str) -> str:
    """Every value that some item of a list has, with spaces between."""
    return " ".join(dict.fromkeys(v for s in shown for v in select.values(s, name)))


def alphabetical(word: str) -> tuple[int, ...]:
    """Sort key in Norwegian order: æ, ø and å after z; capitals as small letters."""
    order = "0123456789abcdefghijklmnopqrstuvwxyzæøå"
    return tuple(order.find(c) for c in word.lower() if c in order)


def downtime(percentage: float, hours: float) -> tuple[int, int]:
    """Whole hours and minutes that may be lost out of `hours` at an availability in per cent."""
    minutes = round(hours * 60 * (100 - percentage) / 100)
    return divmod(minutes, 60)
