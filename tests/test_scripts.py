"""Scripts: who may know whom, and what no script may do. Each rule is seen to fail on a plant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from conftest import ROOT
from house import circles

SCRIPTS = ROOT / "overrides" / "assets" / "checklists"
# Each room with the rooms that it may import. Entries stand beside the rooms and may ask them all.
MAY: Mapping[str, set[str]] = {
    "formats": set(),
    "answers": {"formats"},
    "elements": {"answers"},
    "lists": {"answers", "elements"},
    "plan": {"answers", "elements", "formats", "lists"},
    "files": {"answers", "elements", "formats"},
    "folder": {"answers", "elements"},
    "documents": {"answers", "elements", "formats"},
    "search": {"elements"},
    "page": {"elements"},
}
PURE_ROOMS = {"answers", "formats"}  # but for what touches localStorage
STORES = {"answers/store", "answers/stored"}
COLUMNS, LINES, FUNCTION = 100, 300, 45

IMPORT = re.compile(r'^(?:import|export) [^;"]*from "([^"]+)";|\bimport\("(\.[^"]+)"\)', re.M)
COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*\*/|^\s*//.*$", re.M)
# A page, a storage, a net, a clock: what a pure file knows nothing of.
PAGE = re.compile(
    r"\b(?:window|localStorage|navigator|location|history|fetch|setTimeout|customElements)\b[.(]"
    r"|\bdocument\.(?:query|create|body|get|add|active|documentElement)|\bHTML\w*Element\b"
    r"|\bnew Date\(\)|\bDate\.now\b"
)
MARKUP = re.compile(r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval)\b")
CHANCE = re.compile(r"\bMath\.random\b|\bcrypto\b")
BINDING = re.compile(r"^export let\b", re.M)
# A language and money come from the page: whoever falls back to ours speaks it in every guide.
OURS = re.compile(r"""(?:\?\?|\|\||(?<![=!])=|currency:) *"(?:nb|nn|no|en|NOK|kr)\"""")
# What is looked for: a pattern, a text, a name. What follows is what it is replaced by.
REPLACE = re.compile(
    r"\.replace(?:All)?\(\s*"
    r"(/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[\n])+/[a-z]*|\"(?:\\.|[^\"\\])*\"|'[^']*'|[\w.#]+)\s*,\s*"
)
LITERAL = re.compile(r"\"(?:\\.|[^\"\\])*\"\s*[,)]|'[^']*'\s*[,)]|\(?[\w\s,.]*\)? =>")


def modules(folder: Path) -> dict[str, str]:
    """Every script by its place without .js («answers/store»), with its text."""
    return {
        file.relative_to(folder).with_suffix("").as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob("*.js"))
    }


def code(text: str) -> str:
    """A script without its comments, its lines where they were."""
    return COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)


def imported(name: str, text: str, later: bool = True) -> Iterator[str]:
    """The modules that one imports, types left out: those stand in comments. `later` says whether
    those that are fetched when they are needed count."""
    for at_once, when_needed in IMPORT.findall(code(text)):
        if when_needed and not later:
            continue
        parts = [*name.split("/")[:-1], *(at_once or when_needed).removesuffix(".js").split("/")]
        made: list[str] = []
        for part in parts:
            if part == "..":
                made.pop()
            elif part != ".":
                made.append(part)
        yield "/".join(made)


def room(name: str) -> str:
    """The room that a script stands in; «» for an entry."""
    return name.rpartition("/")[0]


def functions(text: str) -> Iterator[tuple[str, int]]:
    """Each function and method that ends on a line of its own, with the number of its lines."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        found = re.match(r"(\s*)(?:export |static |async |get )*(?:function )?([#\w]+).*{$", line)
        if not found or not re.search(r"\)(?: =>)? {$", line) or found[2] in NO_FUNCTION:
            continue
        end = next((n for n, one in enumerate(lines[at:]) if one.startswith(found[1] + "}")), 0)
        yield found[2], end + 1


NO_FUNCTION = {"if", "for", "while", "switch", "else", "catch", "describe"}


def faults(folder: Path) -> Iterator[str]:
    """Every breach of the rules of the scripts under a folder, one sentence each."""
    known = modules(folder)
    arrows = {name: set(imported(name, text)) for name, text in known.items()}
    for name, text in known.items():
        yield from _of_rooms(name, arrows[name])
        yield from _of_text(name, text)
        yield from _of_code(name, code(text))
    yield from (f"a circle: {', '.join(c)}" for c in circles(arrows))


def _of_rooms(name: str, targets: set[str]) -> Iterator[str]:
    own = room(name)
    if own and own not in MAY:
        yield f"{name} stands in no room that MAY names"
    for target in sorted(targets):
        if own in MAY and room(target) not in {own, *MAY[own]}:
            yield f"{name} imports {target}"


def _of_text(name: str, text: str) -> Iterator[str]:
    lines = text.splitlines()
    first = lines[0] if lines else ""
    if not re.match(r"// \S.{15,}", first):
        yield f"{name} does not say in its first line what it knows"
    yield from (f"{name}:{n} is wide" for n, line in enumerate(lines, 1) if len(line) > COLUMNS)
    if len(lines) > LINES:
        yield f"{name} has {len(lines)} lines"
    for function, length in functions(text):
        if length > FUNCTION:
            yield f"{name}: {function} has {length} lines"
    head = text.split("\n\n", maxsplit=1)[0]
    pure = room(name) in PURE_ROOMS - {""} and name not in STORES
    if (pure or head.endswith("Pure.")) and (found := PAGE.search(code(text))):
        yield f"{name} is pure and knows {found[0]}"


def _of_code(name: str, text: str) -> Iterator[str]:
    if found := MARKUP.search(text):
        yield f"{name} makes markup: {found[0]}"
    if name != "answers/ids" and (found := CHANCE.search(text)):
        yield f"{name} makes ids of its own: {found[0]}"
    if found := OURS.search(text):
        yield f"{name} falls back to ours: {found[0]}"
    if BINDING.search(text):
        yield f"{name} exports what it changes"
    for start in re.finditer(r"\.replace(?:All)?\(", text):
        found = REPLACE.match(text, start.start())
        by = LITERAL.match(text, found.end()) if found else None
        if not by or (found and found[1].startswith('"{')):
            line = text.count("\n", 0, start.start()) + 1
            yield f"{name}:{line} replaces by what may hold $&"


def test_scripts_keep_the_rules() -> None:
    assert list(faults(SCRIPTS)) == []


LONG = "export function long() {\n" + "  f();\n" * 44 + "}\n"


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("formats/a", 'import { b } from "../answers/b.js";\n', "formats/a imports answers/b"),
        ("answers/a", 'import { b } from "../elements/b.js";\n', "answers/a imports elements/b"),
        ("lists/a", 'import { b } from "../plan/b.js";\n', "lists/a imports plan/b"),
        ("search/a", 'import("../page/b.js");\n', "search/a imports page/b"),
        ("attic/a", "f();\n", "attic/a stands in no room"),
        ("plan/a", 'import { b } from "./b.js";\n', "a circle: plan/a, plan/b"),
        ("page/a", None, "page/a does not say in its first line"),
        ("page/a", f"f({'x' * 100});\n", "page/a:3 is wide"),
        ("page/a", "f();\n" * 300, "page/a has 302 lines"),
        ("page/a", LONG, "page/a: long has 46 lines"),
        ("answers/a", "localStorage.clear();\n", "answers/a is pure and knows localStorage."),
        ("formats/a", "const a = new Date();\n", "formats/a is pure and knows new Date()"),
        ("page/a", "a.innerHTML = b;\n", "page/a makes markup: innerHTML"),
        ("page/a", "const a = Math.random();\n", "page/a makes ids of its own: Math.random"),
        ("page/a", "export let a = 1;\n", "page/a exports what it changes"),
        ("page/a", 'const sign = (language = "nb") => f(language);\n', "page/a falls back to ours"),
        ("page/a", 'const own = data.currency || "NOK";\n', "page/a falls back to ours"),
        ("page/a", 'f({ currency: "NOK" });\n', "page/a falls back to ours"),
        ("page/a", 'a.replace("x", name);\n', "page/a:3 replaces by what may hold $&"),
        ("page/a", "a.replaceAll(/x/g, `${b}`);\n", "page/a:3 replaces by what may hold $&"),
        ("page/a", 'a.replace("{n}", "b");\n', "page/a:3 replaces by what may hold $&"),
        ("page/a", "a.replace(f(x), () => b);\n", "page/a:3 replaces by what may hold $&"),
    ],
)  # fmt: skip
def test_a_planted_breach_is_found(tmp_path: Path, file: str, text: str | None, told: str) -> None:
    first = "// What this file knows of the world.\n\n"
    for name, body in (
        ("plan/b", first + 'import { a } from "./a.js";\n'),
        (file, "f();\n" if text is None else first + text),
    ):
        target = tmp_path / f"{name}.js"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(body, encoding="utf-8")
    assert any(fault.startswith(told) for fault in faults(tmp_path)), list(faults(tmp_path))


@pytest.mark.parametrize(
    "text",
    [
        'a.replace("x", "$1");\n',
        "a.replaceAll(/[\\\\;,]/g, \"\\\\$&\");\n",
        "a.replace(/(a)\\/(b)/, (all, one) => one);\n",
        "a.replace(said, () => right);\n",
        "a.replace(\n  this.folding,\n  (...found) => found[0],\n);\n",
    ],
)  # fmt: skip
def test_what_is_allowed_is_let_be(tmp_path: Path, text: str) -> None:
    (tmp_path / "main.js").write_text("// What this file knows of it.\n\n" + text, encoding="utf-8")
    assert list(faults(tmp_path)) == []
