"""What must hold across the data file: ids, references, facets, texts, released ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from macros import source, text
from macros.catalog import figures, fit, frameworks, parameters, waiting
from macros.catalog.fields import FacetIds, Steps
from macros.catalog.item import Borrowed, Item
from macros.catalog.model import Catalog, Checklist
from macros.catalog.places import Scene, named, places
from macros.catalog.releases import ids as release_ids
from macros.problems import Problem, near, quoted
from macros.source import Tree


def problems(catalog: Catalog, tree: Tree, released: Sequence[dict[str, Any]]) -> list[Problem]:
    """Every fault across the file. `released` are the release files, oldest first."""
    scene = Scene(catalog, tree, released)
    for check in CHECKS:
        check(scene)
    return scene.found


def _ids(scene: Scene) -> None:
    first: dict[str, Steps] = {}
    for steps, name in named(scene.catalog):
        if name in first:
            file, line, _ = source.place(scene.tree, first[name])
            here, _, _ = source.place(scene.tree, steps)
            where = f"line {line}" if file == here else f"line {line} of {file}"
            message = f"id is used twice, first on {where}"
            scene.add(steps, message, "give it an id of its own", name)
        first.setdefault(name, steps)
    codes: dict[str, str] = {}
    for n, checklist in enumerate(scene.catalog.checklists):
        if checklist.code in codes:
            message = f"code {checklist.code} is used by {codes[checklist.code]} too"
            scene.add(("checklists", n, "code"), message, "choose another number", checklist.id)
        codes.setdefault(checklist.code, checklist.id)


def _facets(scene: Scene) -> None:
    for facet, values in scene.catalog.facets.items():
        seen = [v.id for v in values]
        for n, value in enumerate(seen):
            if value in seen[:n]:
                scene.add(
                    ("facets", facet, n), f"{facet} {quoted(value)} is declared twice", "delete one"
                )
    for n, checklist in enumerate(scene.catalog.checklists):
        _facet_values(scene, ("checklists", n), checklist.facets, checklist.id)
    for steps, _, entry in places(scene.catalog):
        if isinstance(entry, Item):
            _facet_values(scene, steps, entry.facets, entry.id)


def _facet_values(scene: Scene, steps: Steps, facets: FacetIds, item: str) -> None:
    for facet, values in facets.items():
        known = [v.id for v in scene.catalog.facets[facet]]
        for n, value in enumerate(values):
            if value not in known:
                message = f"{facet} {quoted(value)} is not declared"
                scene.add((*steps, facet, n), message, near(value, known), item)
            elif value in values[:n]:
                scene.add(
                    (*steps, facet, n), f"{facet} {quoted(value)} stands twice", "delete one", item
                )


def _references(scene: Scene) -> None:
    items = {item.id: checklist.id for checklist, item in scene.catalog.items()}
    known = {*items, *(c.id for c in scene.catalog.checklists), *scene.catalog.hidden}
    facts = {fact.id for fact in scene.catalog.facts}
    seen: set[tuple[str, str]] = set()
    for steps, checklist, entry in places(scene.catalog):
        if isinstance(entry, Borrowed):
            _borrowed(scene, steps, checklist, entry, items, seen)
        elif isinstance(entry, Item):
            for n, fact in enumerate(entry.facts):
                if fact not in facts:
                    scene.add(
                        (*steps, "facts", n),
                        f"no fact {fact}",
                        near(fact, sorted(facts)),
                        entry.id,
                    )
    for n, gone in enumerate(scene.catalog.retired):
        if gone.replaced_by and gone.replaced_by not in known:
            message = f"replaced_by {quoted(gone.replaced_by)} is no item and no list"
            hint = near(gone.replaced_by, sorted(known))
            scene.add(("retired", n, "replaced_by"), message, hint, gone.id)


def _borrowed(
    scene: Scene, steps: Steps, checklist: Checklist, entry: Borrowed,
    items: dict[str, str], seen: set[tuple[str, str]],
) -> None:  # fmt: skip
    at = (*steps, "see")
    if entry.see not in items and (cure := scene.cures.get(entry.see)):
        scene.add(at, f"see {quoted(entry.see)} is retired", cure, checklist.id)
    elif entry.see not in items:
        scene.add(at, f"see {quoted(entry.see)} is no item", near(entry.see, items), checklist.id)
    elif items[entry.see] == checklist.id:
        scene.add(at, f"see {quoted(entry.see)} is in this list already", "delete it", checklist.id)
    elif (checklist.id, entry.see) in seen:
        scene.add(at, f"see {quoted(entry.see)} stands twice", "delete one", checklist.id)
    seen.add((checklist.id, entry.see))


def _items(scene: Scene) -> None:
    for steps, _, entry in places(scene.catalog):
        if not isinstance(entry, Item):
            continue
        if (entry.kind == "requirement") != bool(entry.requirement):
            message = (
                "a requirement needs its sentence to the supplier"
                if entry.kind == "requirement"
                else f"a {entry.kind} has no requirement"
            )
            hint = (
                "add requirement: Leverandøren skal …"
                if entry.kind == "requirement"
                else "delete requirement"
            )
            where = "kind" if entry.kind == "requirement" else "requirement"
            scene.add((*steps, where), message, hint, entry.id)
        if "new" in entry.source and (not entry.is_new or not entry.since):
            hint = 'write source: ["new"] and since: with the version'
            scene.add(
                (*steps, "source"), 'source "new" must stand alone and needs since', hint, entry.id
            )
        if entry.since and not entry.is_new:
            scene.add((*steps, "since"), "since is for new items only", "delete it", entry.id)


def _profile(scene: Scene) -> None:
    """An item may only point at questions and answers that are there."""
    known = {q.id: [o.id for o in q.options] for q in scene.catalog.profile}
    for steps, _, entry in places(scene.catalog):
        if not isinstance(entry, Item):
            continue
        for question, answers in entry.not_relevant_when.items():
            at = (*steps, "not_relevant_when", question)
            if question not in known:
                scene.add(at, f"no question {quoted(question)}", near(question, known), entry.id)
                continue
            for n, answer in enumerate(answers):
                if answer not in known[question]:
                    hint = near(answer, known[question])
                    scene.add((*at, n), f"no answer {quoted(answer)}", hint, entry.id)


def _questions(scene: Scene) -> None:
    """Where a question is asked must be there; «level» is what a reader has chosen herself."""
    lists = [c.id for c in scene.catalog.checklists]
    known = {*lists, *scene.catalog.hidden}
    for n, question in enumerate(scene.catalog.profile):
        at: Steps = ("profile", n)
        if question.id == fit.CHOSEN:
            message = f"a question may not be called {fit.CHOSEN}"
            scene.add((*at, "id"), message, "call it something else", question.id)
        for m, name in enumerate(question.ask_at):
            if name not in known:
                hint = near(name, lists)
                scene.add((*at, "ask_at", m), f"no list {quoted(name)}", hint, question.id)


def _texts(scene: Scene) -> None:
    for one in scene.words:
        if one.value and text.unseen(one.value):
            message = f"{one.name}: holds nothing that can be seen"
            scene.add(one.steps, message, "write it", one.owner)
        if not one.use.marked:
            continue
        for message, hint in text.faults(one.value, one.use.prose == "text"):
            scene.add(one.steps, f"{one.name}: {message}", hint, one.owner)


def _titles(scene: Scene) -> None:
    """Braces in a heading of Markdown are read as attributes of it."""
    for n, checklist in enumerate(scene.catalog.checklists):
        if re.search("[{}]", checklist.title):
            message = "title: braces are not allowed in a title"
            scene.add(("checklists", n, "title"), message, "write round brackets", checklist.id)


def _released(scene: Scene) -> None:
    """A released id never disappears, and a retired one is never used again."""
    living = {name for _, name in named(scene.catalog)} | set(scene.catalog.hidden)
    for release in scene.released:
        for name in release_ids(release):
            if name not in living:
                message = f"{name} was released in {release['version']} and is gone"
                hint = f"bring it back, or add it under retired: with why (id {name})"
                scene.add(("retired",), message, hint)
                living.add(name)


def stale(catalog: Catalog, tree: Tree, today: date) -> list[Problem]:
    """A warning for each fact whose newest source was read more than 12 months before `today`."""
    found = []
    for n, fact in enumerate(catalog.facts):
        read = max((s.read for s in fact.sources), default=None)
        if read and (today - read).days > 365:
            message = f"was last read {read}, more than 12 months ago"
            hint = "read the sources again and write the new date"
            at = source.place(tree, ("facts", n))
            found.append(Problem(*at, message, hint, fact.id, "warning"))
    return found


CHECKS: tuple[Callable[[Scene], None], ...] = (
    _ids, _facets, _references, _items, _profile, _questions, waiting.problems, parameters.problems,
    figures.problems, frameworks.problems, _texts, _titles, _released,
)  # fmt: skip
