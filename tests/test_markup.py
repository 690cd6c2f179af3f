"""What scripts look for on a page is on a page: in a template, or made by a script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from conftest import ROOT
from test_scripts import SCRIPTS, code, modules

TEMPLATES = ROOT / "overrides"
TEXT = re.compile(r'"(?:\\.|[^"\\\n])*"|`[^`]*`')
ATTRIBUTE = re.compile(r"\[(data-[a-z-]+)")
CLASS = re.compile(r"(?<![\w./])\.((?:checklist|guide|task)[\w-]*)")
PART = re.compile(r'\b(?:part|typed)\("([\w-]+)"')
# `dataset.name`, `const { name = "", other } = thing.dataset`; what is written is made, not sought.
READ = re.compile(r"\.dataset\.(\w+)(?!\w| = )")
WRITTEN = re.compile(r"\.dataset\.(\w+) = ")
TAKEN = re.compile(r"const \{([^{}]*)\} = [\w.?]*\.dataset(?: \?\? \{\})?;")
OTHER = re.compile(r"\.dataset\b(?!\.\w)(?! \?\? \{\};|;|, chosen)|(?<!\} = )\b[\w.]+\.dataset;")


def kebab(name: str) -> str:
    return "data-" + re.sub(r"[A-Z]", lambda m: f"-{m[0].lower()}", name)


def sought(text: str) -> Iterator[tuple[str, str]]:
    """("attribute" or "class", its name) of what a script looks for."""
    for found in TEXT.findall(text):
        yield from (("attribute", name) for name in ATTRIBUTE.findall(found))
        if not found.startswith('"checklist'):
            yield from (("class", name) for name in CLASS.findall(found))
    yield from (("attribute", f"data-{name}") for name in PART.findall(text))
    yield from (("attribute", kebab(name)) for name in READ.findall(text))
    for names in TAKEN.findall(text):
        yield from (
            ("attribute", kebab(re.split(r"[:=]", name)[0].strip())) for name in names.split(",")
        )


def made(known: Mapping[str, str], templates: str) -> tuple[re.Pattern[str], set[str]]:
    """What the attributes of a page look like, and its classes."""
    # A facet's own attribute, «data-{{ facet }}», could be any.
    names = re.findall(r"\bdata-\w(?:[\w-]|\{\{[^}]*\}\})*", templates)
    scripts = "\n".join(known.values())
    names += re.findall(r'"(data-[a-z-]+)":', scripts)
    names += [kebab(name) for name in WRITTEN.findall(scripts)]
    forms = {r"[\w-]+".join(map(re.escape, re.split(r"\{\{[^}]*\}\}", name))) for name in names}
    classes = {
        part
        for found in re.findall(r'class="([^"]*)"|class: "([^"]*)"', templates + scripts)
        for part in "".join(found).split()
    }
    return re.compile("|".join(sorted(forms))), classes


def faults(known: Mapping[str, str], templates: str) -> Iterator[str]:
    """What scripts look for that no page has, and what is looked for in a way not known here."""
    bare = {name: code(text) for name, text in known.items()}
    attributes, classes = made(bare, templates)
    for name, text in bare.items():
        for kind, what in sought(text):
            there = attributes.fullmatch(what) if kind == "attribute" else what in classes
            if not there:
                yield f"{name} looks for {what}"
        yield from (f"{name} reads {odd[0]!r}" for odd in OTHER.finditer(text))


def templates() -> str:
    """All that makes HTML: templates, the Markdown of a page, numbers and drawings."""
    makers = ("markdown.py", "pages/numbers.py", "exports/drawing/__init__.py")
    python = (ROOT / "macros" / name for name in makers)
    files = [*sorted(TEMPLATES.rglob("*.html")), *python]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_what_scripts_look_for_is_on_a_page() -> None:
    assert sorted(set(faults(modules(SCRIPTS), templates()))) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('find(root, "[data-nobody]", HTMLElement);', "plan/a looks for data-nobody"),
        ('find(root, ".checklist__nobody", HTMLElement);', "plan/a looks for checklist__nobody"),
        ('this.part("nobody");', "plan/a looks for data-nobody"),
        ("f(holder.dataset.noBody);", "plan/a looks for data-no-body"),
        ("const { noBody = 1 } = this.dataset;", "plan/a looks for data-no-body"),
        ("f(this.dataset);", "plan/a reads '.dataset'"),
        ("const all = this.dataset;", "plan/a reads 'this.dataset;'"),
    ],
)
def test_a_planted_search_is_found(text: str, told: str) -> None:
    assert told in list(faults({"plan/a": text}, templates()))


def test_what_a_script_makes_is_there() -> None:
    text = 'node("p", { "data-own": "" }); root.dataset.mine = 1; f("[data-own]", x.dataset.mine);'
    assert list(faults({"plan/a": text}, "")) == []
