"""What is wrong with an edition's own templates, told by line before a page is made with one: a
block under another name than ours is shown nowhere, and a word that nobody has shows as its key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import jinja2
from jinja2 import nodes

from macros.pages import calls
from macros.problems import Problem, near, quoted

OWN = "local/templates"
TEMPLATES = Path("overrides") / "checklists"
OURS = Path(__file__).parents[2] / TEMPLATES
UPSTREAM = "upstream/"
ASKED = re.compile(r"""\bt(?:\.n)?\(\s*["']([^"']+)["']\s*[,)]""")


def faults(root: Path, words: Collection[str]) -> Iterator[Problem]:
    """Every fault in the templates of the project in `root`, those that it can be built with as
    warnings. `words` are the keys of what `t` can say."""
    folder = root / OWN
    for file in sorted(folder.rglob("*.html")):
        name = f"{OWN}/{file.relative_to(folder).as_posix()}"
        text = calls.opened(name, file)
        if isinstance(text, Problem):
            yield text
            continue
        try:
            tree = calls.PARSER.parse(text)
        except jinja2.TemplateSyntaxError as error:
            yield calls.unparsed(name, error)
            continue
        yield from _based_on(name, tree)
        yield from _words(name, text, words)


def _based_on(name: str, tree: nodes.Template) -> Iterator[Problem]:
    """Of the template that it begins with: that it is there, is another, and has its blocks."""
    for extends in tree.find_all(nodes.Extends):
        based = extends.template.value if isinstance(extends.template, nodes.Const) else ""
        bare = based.removeprefix(UPSTREAM)
        known = {file.name for file in OURS.glob("*.html")}
        if based == Path(name).relative_to(OWN).as_posix():
            hint = f'write {{% extends "{UPSTREAM}{bare}" %}}'
            yield Problem(name, extends.lineno, 1, "begins with itself", hint)
        elif based.startswith(UPSTREAM) and bare not in known:
            yield Problem(
                name, extends.lineno, 1, f"no template {quoted(based)}", near(bare, known)
            )
        elif based.startswith(UPSTREAM):
            yield from _blocks(name, tree, _block_names(OURS / bare), bare)


def _blocks(
    name: str, tree: nodes.Template, known: Collection[str], bare: str
) -> Iterator[Problem]:
    """The blocks that stand in no block and are none of ours: nothing shows them."""
    within = {id(two) for one in tree.find_all(nodes.Block) for two in one.find_all(nodes.Block)}
    for block in tree.find_all(nodes.Block):
        if block.name not in known and id(block) not in within:
            message = f"{UPSTREAM}{bare} has no block {quoted(block.name)}: it is shown nowhere"
            yield Problem(name, block.lineno, 1, message, near(block.name, known), level="warning")


def _block_names(file: Path) -> list[str]:
    tree = calls.PARSER.parse(file.read_text(encoding="utf-8"))
    return [block.name for block in tree.find_all(nodes.Block)]


def _words(name: str, text: str, words: Collection[str]) -> Iterator[Problem]:
    """The words that it asks for and nobody has; a name that is put together is not known here."""
    for number, line in enumerate(text.split("\n"), 1):
        for found in ASKED.finditer(line):
            if found[1] not in words:
                message = f"t: no word has the key {quoted(found[1])}: the key itself is shown"
                hint = f"write it in local/strings/, or {near(found[1], words)}"
                yield Problem(name, number, found.start(1) + 1, message, hint, level="warning")
