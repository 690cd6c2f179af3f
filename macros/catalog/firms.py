"""Example firms that a guide is made to fit: what each has answered, what it is shown, and the most
that it may be. Pure.

A file of firms is YAML: a name, its `answers`, the `most` that it may be shown (`items`, `must`,
`requirements`, `must_requirements`), and the ids of its `items`, as somebody has read them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.catalog import fit
from macros.catalog.item import Item
from macros.catalog.model import Catalog
from macros.problems import Problem, near, quoted
from macros.source import Tree, plain

ITEMS = "  items:"
KEYS = ("answers", "most", "items")
READ = "read what changed; `python -m macros firms --write` writes the items anew"


def counted(items: Sequence[Item]) -> dict[str, int]:
    """What `most` is about, in numbers."""
    requirements = [item for item in items if item.kind == "requirement"]
    return {
        "items": len(items),
        "must": sum(item.priority == "must" for item in items),
        "requirements": len(requirements),
        "must_requirements": sum(item.priority == "must" for item in requirements),
    }


def shown(catalog: Catalog, firm: Tree) -> list[Item]:
    """The items that a firm gets, in reading order."""
    return list(fit.fitting(catalog, _part(firm, "answers")))


def firms(tree: Tree) -> Mapping[str, Tree]:
    """The firms of a file by name; none where it holds something else."""
    return tree.value if isinstance(tree.value, dict) else {}


def problems(catalog: Catalog, tree: Tree) -> Iterator[Problem]:
    """What of the firms no longer holds: an answer that is none, other items, more than the most.
    Other items are a warning: a person reads them."""
    if not isinstance(tree.value, dict):
        yield _problem(tree, "", "holds no firms", "write a name, and its answers and items below")
    for name, firm in firms(tree).items():
        yield from _keys(name, firm)
        yield from _answers(catalog, name, firm)
        found = shown(catalog, firm)
        yield from _too_many(name, firm, counted(found))
        yield from _others(name, firm, [item.id for item in found])


def anew(text: str, items: Mapping[str, Sequence[str]]) -> str:
    """The file with other items under each firm; what people have written round them stays."""
    kept, name = [], ""
    for line in text.splitlines():
        if line.startswith("    - "):
            continue
        name = line.rstrip(":") if line.endswith(":") and not line.startswith(" ") else name
        kept.append(line)
        kept += [f"    - {one}" for one in items[name]] if line == ITEMS else []
    return "\n".join(kept) + "\n"


def _keys(name: str, firm: Tree) -> Iterator[Problem]:
    if not isinstance(firm.value, dict):
        yield _problem(firm, name, "holds nothing", f"write {', '.join(KEYS)} below its name")
        return
    for key, part in firm.value.items():
        if key not in KEYS:
            yield _problem(part, name, f"{quoted(key)} is not known", near(key, KEYS))


def _answers(catalog: Catalog, name: str, firm: Tree) -> Iterator[Problem]:
    questions = {q.id: [o.id for o in q.options] for q in catalog.profile}
    known = questions | {fit.CHOSEN: ["1", "2", "3"]}
    for question, answer in _part(firm, "answers").items():
        place = firm.child("answers").child(question)  # type: ignore[union-attr]
        if question not in known:
            message = f"{quoted(question)} is no question of the profile"
            yield _problem(place, name, message, near(question, known))
        elif answer not in known[question]:
            message = f"{quoted(answer)} is no answer to {question}"
            yield _problem(place, name, message, near(str(answer), known[question]))


def _too_many(name: str, firm: Tree, found: Mapping[str, int]) -> Iterator[Problem]:
    for what, most in _part(firm, "most").items():
        place = firm.child("most").child(what)  # type: ignore[union-attr]
        if what not in found or not str(most).isdigit():
            yield _problem(place, name, f"most: {what}: is not known", near(what, found))
        elif found[what] > int(most):
            message = f"is shown {found[what]} {what.replace('_', ' ')}, more than {most}"
            yield _problem(place, name, message, "raise a level in the data, or the most here")


def _others(name: str, firm: Tree, found: Sequence[str]) -> Iterator[Problem]:
    kept = firm.child("items")
    before = [str(one) for one in plain(kept)] if kept and isinstance(kept.value, tuple) else []
    more = [f"+{one}" for one in found if one not in before]
    less = [f"-{one}" for one in before if one not in found]
    if found == before:
        return
    what = ", ".join(more + less) or "another order"
    yield _problem(kept or firm, name, f"is shown other items: {what}", READ, "warning")


def _part(firm: Tree, key: str) -> dict[str, str]:
    found = firm.child(key)
    made: dict[str, str] = plain(found) if found and isinstance(found.value, dict) else {}
    return made


def _problem(
    place: Tree | None, name: str, message: str, hint: str, level: str = "error"
) -> Problem:
    assert place is not None
    return Problem(place.file, place.line, place.column, message, hint, name, level)
