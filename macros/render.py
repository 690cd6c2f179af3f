"""A slice of the Catalog to HTML on one line, through Jinja templates that forks override."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import jinja2
from markupsafe import Markup

from macros import select, text
from macros.model import KINDS, PRIORITIES, Catalog, Checklist, Group
from macros.select import Shown, Wanted
from macros.strings import Strings


@dataclass(frozen=True)
class Site:
    """What the configuration decides: where things stand, and the key of saved answers."""

    site_id: str
    lists: str = "sjekklister"
    register: str = "punkt"
    url: str = ""


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

    def __init__(self, catalog: Catalog, t: Strings, site: Site, folders: Sequence[Path]) -> None:
        self.catalog, self.t, self.site = catalog, t, site
        self._items: dict[tuple[str, str, bool], Markup] = {}
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
            facet_title=catalog.facet_title, item=self.item, facts={f.id: f for f in catalog.facts},
        )  # fmt: skip

    def checklists(self, page: Page, lists: Sequence[str], wanted: Wanted) -> Markup:
        """The lists named (all when none is), with the items that match."""
        sections = select.sections(self.catalog, lists, wanted)
        whole = page.own != "" and tuple(lists) == (page.own,)
        return self._make(
            "checklist.html", page, sections=sections, whole=whole, filtered=bool(wanted)
        )

    def head(self, page: Page, checklist: Checklist) -> Markup:
        """What stands over a list on its own page: introduction, code, what a tick means."""
        shown = self._shown(checklist)
        kinds = [k for k in KINDS if any(s.item.kind == k for s in shown)]
        address = (
            f"{self.site.url.rstrip('/')}/{self.site.lists}/{checklist.id}/"
            if self.site.url
            else ""
        )
        return self._make(
            "head.html", page, list=checklist, total=count(shown), found=kinds, address=address
        )

    def index(self, page: Page) -> Markup:
        """Every list by the phase in which to act."""
        return self._make(
            "index.html",
            page,
            phases=select.by_first_phase(self.catalog),
            shown=self._shown,
            names=(*self._options(), "new"),
            union=_union,
        )

    def register(self, page: Page) -> Markup:
        """Every item at its permanent anchor, and where retired ones went."""
        return self._make("register.html", page, sections=select.sections(self.catalog))

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
        """One item. The first of it on a page looks the same wherever pages lie equally deep."""
        before = page.claim(shown.item.id)
        key = (shown.item.id, page.root, shown.borrowed)
        if before or key not in self._items:
            template = self._jinja.get_template("item.html")
            made = template.render(item=shown.item, shown=shown, root=page.root, before=before)
            if before:
                return Markup(one_line(made))
            self._items[key] = Markup(one_line(made))
        return self._items[key]

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
