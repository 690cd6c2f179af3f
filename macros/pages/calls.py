"""What the Markdown pages ask of the macros, checked before anything is written.

mkdocs-macros can only fail while pages are being made, when the old site is already gone; so
every call is found here first, with its file, line and column, and every fault in one run.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import meta, nodes

from macros.catalog import select
from macros.catalog.model import Catalog
from macros.pages import links
from macros.pages.macros import MACROS
from macros.pages.shelf import Shelf
from macros.problems import Place, Problem, near, quoted
from macros.site import Site

PARSER = jinja2.Environment()
MARKS = ("{{", "{%", "{#")  # where Jinja begins to read
KEPT = 256  # texts that are kept as they were read
HINTS = {
    "Missing end of comment tag": "Jinja reads {# as a comment: write a heading's id as { #id }",
    "unexpected '}'": "check the braces on this line",
}


def check(
    made: Shelf, catalog: Catalog, known: Iterable[str], site: Site,
    only: Collection[Path] | None = None, written: Mapping[str, Place] | None = None,
) -> list[Problem]:  # fmt: skip
    """Every fault in the pages of a site, or `only` in these files of it, by their whole paths;
    `known` are the names that macros may use.

    `site` says where the page of each list is to lie, `written` where each list is, by its id.
    """
    names = frozenset(known) | frozenset(MACROS)
    found: list[Problem] = []
    pages = made.known()
    for name, place, file in files(made, only):
        source = opened(name, file)
        if isinstance(source, Problem):
            found.append(source)
            continue
        found += page(name, source, catalog, names)
        found += links.dead(name, place, source, pages)
    found += _missing(made, catalog, site, written or {})
    return found


def opened(name: str, file: Path) -> str | Problem:
    """A file's text, or why it cannot be had; `name` is how messages call it."""
    if not file.is_file():
        hint = "delete it, or move it out of the folder"
        return Problem(name, 0, 0, "is no file that can be read", hint)
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        return Problem(name, 0, 0, f"cannot be read ({error.strerror})", "look at its rights")
    except UnicodeDecodeError as error:
        return Problem(name, 0, 0, f"is not UTF-8 (byte {error.start})", "save it as UTF-8")


def unparsed(name: str, error: jinja2.TemplateSyntaxError) -> Problem:
    """What Jinja cannot read, and where."""
    message = (error.message or "unknown").rstrip(".")
    hint = next((h for k, h in HINTS.items() if k in message), "see the line")
    return Problem(name, error.lineno, 1, f"template: {message}", hint)


def files(made: Shelf, only: Collection[Path] | None = None) -> Iterator[tuple[str, str, Path]]:
    """Each page that is asked for something, as it is called, where it stands among the pages, and
    its file."""
    docs, own = made.docs, {f"{name}.md": file for name, file in made.own.items()}
    # What an edition has put its own in the place of, or leaves out, is asked nothing.
    aside = {*own, *(f"{name}.md" for name in made.gone)}
    there = docs.rglob("*.md") if only is None else (f for f in only if _below(docs, f))
    ours = ((f.relative_to(docs), f) for f in sorted(there))
    ours = ((p, f) for p, f in ours if not made.is_translation(p.as_posix()))
    pages = [(f"{docs.name}/{p.as_posix()}", p, f) for p, f in ours if p.as_posix() not in aside]
    pages += [
        (f"local/docs/{name}", Path(name), file) for name, file in own.items()
        if only is None or file.absolute() in only
    ]  # fmt: skip
    for name, place, file in pages:
        # What begins with a dot is an editor's lock, a system's own file: no page.
        if not any(part.startswith(".") for part in place.parts):
            yield name, place.as_posix(), file


def _below(folder: Path, file: Path) -> bool:
    return file.suffix == ".md" and folder in file.parents


def page(name: str, source: str, catalog: Catalog, names: frozenset[str]) -> list[Problem]:
    """The faults of one page."""
    if not any(mark in source for mark in MARKS):
        return []
    try:
        tree, free = _read(source)
    except jinja2.TemplateSyntaxError as error:
        return [unparsed(name, error)]
    found = list(_unknown_names(name, source, tree, free - names, names))
    stem = name.rsplit("/", 1)[-1].removesuffix(".md")
    found += _uncalled(name, source, tree)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in MACROS:
            column = _column(source, call.lineno, call.node.name)
            told = [*faults(call, catalog), *_own_list(call, stem, catalog)]
            for message, hint in told:
                found.append(Problem(name, call.lineno, column, message, hint))
    return found


@lru_cache(KEPT)
def _read(source: str) -> tuple[nodes.Template, frozenset[str]]:
    """A page's Markdown as Jinja reads it, and the names that it takes from without. Most lists'
    pages are the same text."""
    tree = PARSER.parse(source)
    return tree, frozenset(meta.find_undeclared_variables(tree))


def _unknown_names(
    name: str, source: str, tree: nodes.Template, unknown: frozenset[str], names: frozenset[str]
) -> Iterator[Problem]:
    for node in tree.find_all(nodes.Name):
        if node.name in unknown:
            close = difflib.get_close_matches(node.name, sorted(names), 1, 0.6)
            hint = (
                f"did you mean {close[0]}?" if close else "write {% raw %} round text with braces"
            )
            column = _column(source, node.lineno, node.name)
            yield Problem(name, node.lineno, column, f"unknown name {quoted(node.name)}", hint)


def _uncalled(name: str, source: str, tree: nodes.Template) -> Iterator[Problem]:
    """A macro under another name, or without its brackets: what it is asked for cannot be checked
    before the site is being written."""
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    for node in tree.find_all(nodes.Name):
        if node.name in MACROS and id(node) not in called:
            hint = f"write {{{{ {MACROS[node.name].call} }}}} where it is to stand"
            column = _column(source, node.lineno, node.name)
            yield Problem(name, node.lineno, column, f"{node.name} is not called", hint)


def _column(source: str, line: int, word: str) -> int:
    text = source.split("\n")[line - 1]
    found = re.search(rf"\b{re.escape(word)}\b", text)
    return found.start() + 1 if found else 1


def faults(call: nodes.Call, catalog: Catalog) -> Iterator[tuple[str, str]]:
    """(message, hint) for what a macro call asks that the catalog does not have."""
    assert isinstance(call.node, nodes.Name)
    name = call.node.name
    given = [str(a.value) for a in call.args if isinstance(a, nodes.Const)]
    filters = {k.key: k.value for k in call.kwargs}
    takes = MACROS[name].takes
    if takes in ("nothing", "own list"):
        if call.args or filters:
            yield f"{name} takes nothing in its brackets", "delete what stands there"
    elif len(given) != len(call.args):
        yield f"{name} takes ids in quotes", f'write {{{{ {name}("…") }}}}'
    elif not given and not (filters and takes == "lists"):
        yield f"{name} needs an id in quotes", f'write {{{{ {name}("…") }}}}'
    if takes == "lists":
        wanted = {k: v.value if isinstance(v, nodes.Const) else "" for k, v in filters.items()}
        yield from asked(catalog, given, wanted)
    elif takes in ("figures", "facts", "frameworks"):
        things: Any = getattr(catalog, takes)
        known = [*(thing.id for thing in things), *catalog.hidden_of(takes)]
        yield from ((f"no {name} {quoted(x)}", near(x, known)) for x in given if x not in known)
    elif takes == "percentages":
        wrong = (x for x in given if not re.fullmatch(r"\d{1,2}(\.\d{1,3})?", x))
        yield from ((f"{quoted(x)} is no percentage below 100", 'write "99.5"') for x in wrong)


def list_ids(catalog: Catalog) -> list[str]:
    """Lists that a page may name: those that are shown, hidden, or have gone into another."""
    shown = [checklist.id for checklist in catalog.checklists]
    went = [gone.id for gone in catalog.retired if catalog.successor(gone.id) in shown]
    return [*shown, *catalog.hidden, *went]


def _own_list(call: nodes.Call, stem: str, catalog: Catalog) -> Iterator[tuple[str, str]]:
    """(message, hint) when checklist_page stands on a page that is not named after a list."""
    assert isinstance(call.node, nodes.Name)
    known = list_ids(catalog)
    if MACROS[call.node.name].takes == "own list" and stem not in known:
        yield f"checklist_page: no list {quoted(stem)}", near(stem, known)


def asked(
    catalog: Catalog, lists: list[str], wanted: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """(message, hint) for each list or filter value that does not exist."""
    known = {
        **{k: tuple(v) for k, v in select.FIXED.items()},
        **{k: tuple(v.id for v in values) for k, values in catalog.facets.items()},
        **({"framework": tuple(catalog.framework)} if catalog.frameworks else {}),
    }
    ids = list_ids(catalog)
    for asked_list in lists:
        if asked_list not in ids:
            yield f"no list {quoted(asked_list)}", near(asked_list, ids)
    for name, value in wanted.items():
        if name not in known:
            yield f"no filter {quoted(name)}", near(name, known)
            continue
        for part in split(value):
            if part not in known[name]:
                yield f"no {name} {quoted(part)}", near(part, known[name])


def split(value: object) -> tuple[str, ...]:
    """A filter's values: «avtale drift» or a list of them."""
    if isinstance(value, (list, tuple)):
        return tuple(str(v) for v in value)
    return tuple(str(value).split()) or ("",)


def _missing(
    made: Shelf, catalog: Catalog, site: Site, written: Mapping[str, Place]
) -> Iterator[Problem]:
    for checklist in catalog.checklists:
        if not made.has(site.page_of(checklist.id)):
            hint = f"create docs/{site.lists}/{checklist.id}.md with {{{{ checklist_page() }}}}"
            if catalog.adapted:
                hint += f", or docs/{site.local}/{checklist.id}.md in an edition of your own"
            at = written.get(checklist.id, ("checklists.yml", 0, 0))
            yield Problem(*at, f"list {checklist.id} has no page", hint)
