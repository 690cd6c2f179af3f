"""The script of every page is one file, and says what it cannot join."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT

from macros.publish import bundle


def folder(tmp_path: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.js").parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"{name}.js").write_text(text, encoding="utf-8")
    return tmp_path


def test_imports_stand_in_front_each_in_a_scope_of_its_own(tmp_path: Path) -> None:
    scripts = folder(
        tmp_path,
        {
            "main": 'import { a as b } from "./en.js";\nimport * as to from "./to.js";\nb(to.x);\n',
            "en": '// Why.\nimport { x } from "./to.js";\n'
            '/**\n * @typedef {import("./to.js").X} X\n */\n'
            "export function a() { return /** @type {X} */ (x); }\n",
            "to": "export const x = 1;\n",
        },
    )
    made, inner = bundle.bundle(scripts, {"main": ()})
    assert made["main"].splitlines()[1:] == [
        "const $to = (() => {", "const x = 1;", "return { x };", "})();",
        "const $en = (() => {", "const { x } = $to;", "function a() { return (x); }",
        "return { a };", "})();",
        "const { a: b } = $en;", "const to = $to;", "b(to.x);",
        "export { $to, $en };",
    ]  # fmt: skip
    assert inner == {"to", "en"}


def test_modules_stand_in_rooms_and_are_known_by_their_place(tmp_path: Path) -> None:
    scripts = folder(
        tmp_path,
        {
            "main": 'import { a } from "./rom-en/x.js";\nimport { b } from "./rom/x.js";\na(b);\n',
            "rom-en/x": 'import { b } from "../rom/x.js";\nexport const a = b;\n',
            "rom/x": 'import { c } from "./y.js";\nexport const b = c;\n',
            "rom/y": "export const c = 1;\n",
        },
    )
    made, inner = bundle.bundle(scripts, {"main": ()})
    assert inner == {"rom-en/x", "rom/x", "rom/y"}
    text = made["main"]
    assert text.index("const $rom_y =") < text.index("const $rom_x =") < text.index("$rom_en_x =")
    assert "const { b } = $rom_x;\nconst a = b;" in text and "const { c } = $rom_y;" in text


def test_what_is_in_one_file_is_lent_to_the_next(tmp_path: Path) -> None:
    scripts = folder(
        tmp_path,
        {
            "main": 'import { x } from "./to.js";\nx();\n',
            "liste": 'import { x } from "./to.js";\nexport class List { y = x; }\n',
            "to": "export const x = () => 1;\n",
        },
    )
    made, _ = bundle.bundle(scripts, {"main": (), "liste": ("main",), "er-ikke-her": ()})
    assert set(made) == {"main", "liste"}
    assert made["liste"].splitlines()[1:] == [
        'import { $to } from "./main.js";', "const { x } = $to;", "export class List { y = x; }",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"main": 'import x from "./en.js";\n'}, "does not know"),
        ({"main": "export default 1;\n"}, "does not know"),
        ({"main": "const x = `en\nto`;\n"}, "goes over several lines"),
        (
            {
                "main": 'import { a } from "./en.js";\n',
                "en": 'import { b } from "./main.js";\nexport const a = 1;\n',
            },
            "itself",
        ),
        (
            {
                "main": 'import { a } from "./rom/en.js";\n',
                "rom/en": 'import { b } from "../to.js";\nexport const a = 1;\n',
                "to": 'import { a } from "./rom/en.js";\nexport const b = 1;\n',
            },
            "rom/en → to → rom/en",
        ),
        (
            {"main": 'import { a } from "./en.js";\n', "en": "export let a = 1;\n"},
            "export let a = 1;' is a form",
        ),
        (
            {"main": 'import { a } from "./en.js";\n', "en": 'export const a = import("./x");\n'},
            "an entry only",
        ),
        (
            {"main": 'import { a } from "./en.js";\n', "en": "export const a = import.meta.url;\n"},
            "an entry only",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_joined_is_told(tmp_path: Path, files: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        bundle.bundle(folder(tmp_path, files), {"main": ()})


def test_every_module_of_ours_is_in_one_file_only(site: Path) -> None:
    """Two copies of the store would be two sets of answers on one page."""
    scripts = ROOT / "overrides" / "assets" / "checklists"
    made, inner = bundle.bundle(scripts)
    assert set(made) == set(bundle.ENTRIES)
    there = {f.relative_to(scripts).with_suffix("").as_posix() for f in scripts.rglob("*.js")}
    assert there == inner | set(made)
    assert {"answers/store", "answers/state", "elements/node"} <= inner
    for name in ("answers/store", "answers/state", "elements/node"):
        named = f"const {bundle.scope(name)} = ("
        assert [f for f, text in made.items() if named in text] == ["main"]
    assert len({bundle.scope(name) for name in inner}) == len(inner)
    # What remembers something may stand twice only where two pages may ask anew: the catalog, what
    # was worked out of answers, what a row of the plan or an item of a list holds open; or where
    # each copy hears the same (redrawn) or knows its own tool's fields (put).
    keeps = re.compile(r"^(?:let |const \w+ = new )", re.M)
    twice = {
        name for name in inner
        if sum(f"const {bundle.scope(name)} = (" in text for text in made.values()) > 1
        and keeps.search((scripts / f"{name}.js").read_text(encoding="utf-8"))
    }  # fmt: skip
    worked_out = {"elements/catalog", "answers/answered", "lists/unfolded"}
    assert twice <= worked_out | {"elements/redrawn", "elements/put"}
    for name, text in made.items():
        written = (site / "assets" / "checklists" / f"{name}.js").read_text(encoding="utf-8")
        assert written == bundle.packed(text)
    asked = set(re.findall(r'import\("\./([\w-]+)\.js"\)', "".join(made.values())))
    assert asked <= set(made), "every script that is asked for is joined"


def test_packing_takes_out_what_is_not_run_and_keeps_what_is_said() -> None:
    lines = ("// Om", "const a = /[/]b  \\/c/g; // hvorfor", "const b = `en  ${a}  // to`;")
    text = "\n".join((*lines, "", "let  c = 'x  y';", ""))
    made = bundle.packed(text)
    assert made.startswith("// Om\n") and "hvorfor" not in made
    for kept in ("/[/]b  \\/c/g", "`en  ${a}  // to`", "'x  y'"):
        assert kept in made
    assert len(made) < len(text)
