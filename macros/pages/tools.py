"""Pages that a script works: the plan, the requirements document, the panel of an item; files."""

from __future__ import annotations

import json
import re

from markupsafe import Markup

from macros.catalog import fit, numbers, select
from macros.catalog.fields import LEVELS
from macros.catalog.frame import FRAME
from macros.catalog.model import Checklist
from macros.exports import document
from macros.language import asked
from macros.language.strings import Strings
from macros.pages.render import Page, Renderer

SHEET = "pdf.work"  # the format that has fields for who, when, how far and notes
# Whose words each script says, of the groups of the strings: its own first, then others' by theirs.
DOCUMENTS = ("doc.", "priority.", "problem.", "lost.", "judge.", "judge_")
SAID = {
    "check-plan": (
        *("plan.", "status.", "priority.", "fit.", "level.", "problem.", "lost.", "doc.reply."),
        *("doc.gone", "doc.brought"),
        *("filled.", "unsure.", "refused.", "column.", "sheet.", "report."),
    ),
    "check-folder": ("folder.", "lost."),
    "check-files": ("files.", "fit.", "status.", "priority.", "column.", "sheet.", "lost."),
    "check-document": DOCUMENTS,
    "check-reply": DOCUMENTS,
    "check-compare": DOCUMENTS,
}
SPANS = re.compile(r"<span hidden data-(?:words|store)\b[^>]*></span>")
LATER = "assets/ord/"  # from the site's root; the entries among the scripts name it too


def plan(r: Renderer, page: Page) -> Markup:
    """What is left over all lists, the projects, and the ways out of the browser and back."""
    words = words_of(r, "check-plan", *SAID["check-plan"])
    # A guide without levels has none to choose.
    levels = LEVELS if fit.asked_for(r.catalog) else ()
    parts = {"filled": filled(r, page), "together": together(r, page), "origin": origin(r)}
    more = {"phases": every_phase(r), "blank": bool(r.files)}
    return r.make("plan.html", page, words=words, levels=levels, **parts, **more)


def origin(r: Renderer) -> str:
    """What a file made in the browser says of the guide: edition, licence, on whose work it is."""
    made = r.t("doc.origin", title=r.catalog.title, version=r.catalog.shown_version)
    said = (made, document.licence(r.catalog, r.t), document.attribution(r.catalog, r.t))
    return " ".join(filter(None, said))


def every_phase(r: Renderer) -> tuple[tuple[str, tuple[Checklist, ...]], ...]:
    """(phase, its lists) in their order; under «» the lists that have none, in a guide without
    phases all of them."""
    found = select.by_first_phase(r.catalog)
    there = {checklist.id for _, some in found for checklist in some}
    rest = tuple(one for one in r.catalog.checklists if one.id not in there)
    return (*found, ("", rest)) if rest else found


def together(r: Renderer, page: Page) -> Markup:
    """«Arbeid sammen»: the folder that a team shares."""
    words = words_of(r, "check-folder", *SAID["check-folder"])
    return r.make("folder.html", page, words=words)


def tool(r: Renderer, page: Page, name: str) -> Markup:
    """A page that works with requirements documents: `document`, `reply` or `compare`."""
    words = words_of(r, f"check-{name}", *DOCUMENTS)
    # Who compares needs no catalog; the rest of it would be a fifth of what the page weighs.
    known = json.dumps(numbers.known(r.catalog), ensure_ascii=False)
    tongues = json.dumps([_reply_words(t) for t in r.others], ensure_ascii=False)
    ways = json.dumps({one["lang"]: one["way"] for one in r.languages})
    made = {"words": words, "known": known, "tongues": tongues, "languages": r.languages}
    made["ways"] = ways
    return r.make(f"{name}.html", page, frame=FRAME, blank=bool(r.files), **made)


def _reply_words(t: Strings) -> dict[str, str]:
    """What a reply to a document in a language is known by."""
    keys = ("number", "reply", "description", "link", "price", "supplier", "edition")
    replies = ("reply.yes", "reply.partly", "reply.no")
    form = ("form_post", "form_each", "form_amount", "form_sum", "form_total")
    return {key: t(f"doc.{key}") for key in (*keys, *replies, *form)}


def document_words(r: Renderer) -> str:
    """What a document says, as JSON: fetched by who makes one in this language from another's."""
    words = _under(r, "doc.", "priority.")
    return json.dumps(asked.only_asked(words, r.scripts, "check-document"), ensure_ascii=False)


def words_of(r: Renderer, entry: str, own: str, *others: str) -> str:
    """What a page's scripts say from the start, as JSON: the words of its own group by what follows
    the group's name, those of other groups by their whole keys; of them all what `entry` asks for.
    """
    words = asked.at_once(_under(r, own, *others), r.scripts, entry)
    return json.dumps(words, ensure_ascii=False)


def search_words(r: Renderer) -> str:
    """What every page says of the search before it is opened, as JSON."""
    return json.dumps(_search_at_once(r), ensure_ascii=False)


def _search_at_once(r: Renderer) -> dict[str, str]:
    return asked.at_once(r.t.under("search."), r.scripts, "main")


def later_words(r: Renderer) -> dict[str, str]:
    """What is said by what scripts fetch when it is used, as JSON by its place from the root; and
    as text the form of a panel, and what is said of a page that is copied."""
    made = {entry: asked.later(_under(r, *said), r.scripts, entry) for entry, said in SAID.items()}
    first = _search_at_once(r)
    made["search"] = {k: word for k, word in r.t.under("search.").items() if k not in first}
    files = {
        f"{LATER}{entry}.json": json.dumps(words, ensure_ascii=False)
        for entry, words in made.items() if words
    }  # fmt: skip
    texts = {"answer": answer(r), "copied": r.t("page.page_copied")}
    return files | {f"{LATER}{name}.txt": f"{text}\n" for name, text in texts.items()}


def _under(r: Renderer, own: str, *others: str) -> dict[str, str]:
    words = r.t.under(own)
    for group in others:
        words |= r.t.group(group)
    return words


def answer(r: Renderer) -> Markup:
    """The panel of an item, once a page: a script copies it when somebody opens one."""
    return r.make("answer.html", Page(""))


def answer_said(r: Renderer) -> Markup:
    """What a list says of answers before a panel is opened; the form comes with its script. The
    whole of it where an edition's template has no such words."""
    whole = answer(r)
    said = SPANS.findall(whole)
    return Markup("".join(said)) if said else whole


def filled(r: Renderer, page: Page, checklist: Checklist | None = None) -> Markup | str:
    """The files of one list, or of all, with the reader's answers in them; nothing where there are
    no files."""
    if not r.files:
        return ""
    words = words_of(r, "check-files", *SAID["check-files"])
    name = checklist.id if checklist else r.t("file.all")
    # All items stand on one page, which prints with the answers; over a list that is the list.
    whole = not checklist and select.is_one_page(r.catalog)
    # The sheet with fields to write in, where PDFs can be made here.
    fields = any(file.format == SHEET for file in r.files)
    sheet = r.t(f"level.{SHEET.partition('.')[2]}") if fields else ""
    return r.make("filled.html", page, words=words, name=name, whole=whole, sheet=sheet)


def downloads(r: Renderer, page: Page, checklist: Checklist | None = None) -> Markup:
    """Links to the files of one list; of all of them when none is named. In a guide too large for
    one page that is the files of all lists together, and by phase the way to each list's own."""
    titles = {c.id: f"{c.code} {c.title}" for c in r.catalog.checklists}
    whole = checklist is not None or select.is_one_page(r.catalog)
    names = [checklist.id] if checklist else list(dict.fromkeys(f.document for f in r.files))
    names = names if whole else names[-1:]
    rows = [
        (
            name,
            titles.get(name, r.catalog.title),
            [f for f in r.files if f.document == name],
        )
        for name in (names if checklist else [*names[-1:], *names[:-1]])
    ]
    lists, phases = ((), ()) if whole else (r.catalog.checklists, every_phase(r))
    return r.make("downloads.html", page, rows=rows, lists=lists, phases=phases)


def annexes(r: Renderer, page: Page) -> Markup | str:
    """Links to the annexes as files, empty and filled in; nothing where none are made."""
    return r.make("annexes.html", page, files=r.annexes) if r.annexes else ""


def deviations(r: Renderer, page: Page) -> Markup:
    """Everything in which this edition differs from the guide that it is based on."""
    return r.make("deviations.html", page, adapted=r.catalog.adapted)
