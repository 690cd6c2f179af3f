"""Lists on pages: one list, all of them by phase or in a register, and the controls over them."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros import text
from macros.catalog import fit, select
from macros.catalog.fields import LEVELS
from macros.catalog.item import KINDS, PRIORITIES
from macros.catalog.model import Checklist
from macros.catalog.select import Shown, Wanted
from macros.exports import qr
from macros.pages.render import Listing, Page, Renderer, count
from macros.pages.tools import downloads, every_phase, filled


def checklists(r: Renderer, page: Page, lists: Sequence[str], wanted: Wanted) -> Markup:
    """The lists named (all when none is), with the items that match.

    A list that has got another id is found by the old one; one that is hidden says so.
    """
    lists = [r.catalog.successor(name) for name in lists]
    gone = [d for name in lists if (d := r.catalog.hidden.get(name))]
    if gone and len(gone) == len(lists):
        return r.make("hidden.html", page, gone=gone)
    sections = select.sections(r.catalog, lists, wanted)
    whole = page.own != "" and tuple(lists) == (page.own,)
    return r.make("checklist.html", page, sections=sections, whole=whole)


def sheet(r: Renderer, page: Page) -> Markup:
    """The items that are for everyone, one a row, on one sheet of paper."""
    shown = [
        one
        for section in select.sections(r.catalog)
        for one in section.shown
        if one.item.level == str(min(LEVELS))
    ]
    minutes = sum(int(one.item.minutes or 0) for one in shown)
    return r.make("sheet.html", page, rows=shown, hours=round(minutes / 60))


def whole_page(r: Renderer, page: Page) -> Listing:
    """A list's own page, all from the data; the list is the one that the page's file is named
    after. Raises ValueError when there is none of that name."""
    page.own = page.stem
    if hidden := r.catalog.hidden.get(page.own):
        return Listing(text.plain(hidden.title), "", (checklists(r, page, (page.own,), {}),))
    checklist = next((c for c in r.catalog.checklists if c.id == page.own), None)
    if checklist is None:
        raise ValueError(f"checklist_page: no list {page.own}; the page is named after its list")
    parts = (
        head(r, page, checklist),
        *asked(r, page, checklist),
        more(r, page, checklist),
        checklists(r, page, (page.own,), {}),
    )
    return Listing(
        text.plain(checklist.title), text.plain(checklist.intro).replace("\n", " "), parts
    )


def head(r: Renderer, page: Page, checklist: Checklist) -> Markup:
    """What stands over a list on its own page: introduction and code."""
    shown = r.shown(checklist)
    address = f"{r.site.url.rstrip('/')}/{r.site.page_of(checklist.id)}/" if r.site.url else ""
    code = Markup(qr.svg(address))
    hidden = sum(d.code.startswith(f"{checklist.code}.") for d in r.catalog.hidden.values())
    return r.make("head.html", page, list=checklist, total=count(shown), qr=code, hidden=hidden)


def more(r: Renderer, page: Page, checklist: Checklist) -> Markup:
    """What a reader of a list may ask for: what the words mean, paper and files, fewer items."""
    shown = r.shown(checklist)
    return r.make(
        "more.html",
        page,
        found=[k for k in KINDS if any(s.item.kind == k for s in shown)],
        total=count(shown),
        paper=paper(r, page, checklist),
        filters=filters(r, page, checklist),
    )


def asked(r: Renderer, page: Page, checklist: Checklist) -> tuple[Markup, ...]:
    """The questions of the profile that matter at a list; nothing where there are none, and in a
    guide whose answers hide nothing."""
    questions = [q for q in r.catalog.profile if checklist.id in q.ask_at]
    if not questions or not fit.asked_for(r.catalog):
        return ()
    return (r.make("ask.html", page, questions=questions),)


def index(r: Renderer, page: Page) -> Markup:
    """Every list by the phase in which to act; in a guide too large for one page without the
    introductions, which stand on each list's own."""
    return r.make(
        "index.html",
        page,
        phases=every_phase(r),
        whole=select.is_one_page(r.catalog),
        shown=r.shown,
        names=(*options(r), "new"),
        union=_union,
        filled=filled(r, page),
    )


def register(r: Renderer, page: Page) -> Markup:
    """Every item at its permanent anchor, and where retired ones went. In a guide too large for
    one page it is the lists, and a script leads from an item's address to its list."""
    return r.make(
        "register.html",
        page,
        sections=select.sections(r.catalog),
        whole=select.is_one_page(r.catalog),
        names=(*options(r), "new"),
        union=_union,
    )


def start(r: Renderer, page: Page) -> Markup:
    """The questions of the profile and what their answers give; nothing in a guide whose answers
    hide nothing."""
    phases = select.by_first_phase(r.catalog)
    return r.make("start.html", page, fits=bool(fit.asked_for(r.catalog)), phases=phases)


def journey(r: Renderer, page: Page) -> Markup:
    """The phases in order, each with where to go and how far the reader is."""
    by_phase = dict(select.by_first_phase(r.catalog))
    phases = [
        (value, by_phase[value.id])
        for value in r.catalog.facets.get("phase", ())
        if value.id in by_phase
    ]
    return r.make("journey.html", page, phases=phases)


def filters(r: Renderer, page: Page, checklist: Checklist | None = None) -> Markup:
    """The controls that narrow what a page shows; hidden until a script can work them.

    Over one list, only filters that can tell its items apart are offered.
    """
    lists = (checklist.id,) if checklist else ()
    shown = [s for section in select.sections(r.catalog, lists) for s in section.shown]
    made = []
    for name, values in options(r).items():
        found = {v for s in shown for v in select.values(s, name)}
        kept = [(value, title) for value, title in values if value in found]
        if len(kept) > 1:
            made.append((name, kept))
    news = {s.item.is_new for s in shown}
    return r.make("filters.html", page, choices=made, new=len(news) > 1)


def paper(r: Renderer, page: Page, checklist: Checklist | None = None) -> Markup:
    """The controls for printing; over a list with the list's files too."""
    files = downloads(r, page, checklist) if checklist and r.files else ""
    return r.make(
        "paper.html", page, files=files, filled=filled(r, page, checklist) if checklist else ""
    )


def options(r: Renderer) -> dict[str, list[tuple[str, str]]]:
    """Every filter's values with the words for them, in the order shown."""
    facets = {n: [(v.id, v.title) for v in vs] for n, vs in r.catalog.facets.items()}
    kinds = [(kind, r.t(f"kind.{kind}")) for kind in KINDS]
    made = facets | {
        "kind": kinds,
        "priority": [(p, r.t(f"priority.{p}")) for p in PRIORITIES],
    }
    frameworks = [(one.id, one.short) for one in r.catalog.frameworks]
    return made | {"framework": frameworks} if frameworks else made


def _union(shown: Sequence[Shown], name: str) -> str:
    """Every value that some item of a list has, with spaces between."""
    return " ".join(dict.fromkeys(v for s in shown for v in select.values(s, name)))
