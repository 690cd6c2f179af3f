"""The script of every page is one file, and says what it cannot join."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

from macros import bundle


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.js").write_text(text, encoding="utf-8")
    return tmp_path


def test_imports_stand_in_front_each_in_a_scope_of_its_own(tmp_path: Path) -> None:
    made = bundle.bundle(
        folder(
            tmp_path,
            main='import { a as b } from "./en.js";\nimport * as to from "./to.js";\nb(to.x);\n',
            en='import { x } from "./to.js";\nexport function a() { return x; }\n',
            to="export const x = 1;\n",
        ),
        "main",
    )
    assert made.splitlines()[1:] == [
        "const $to = (() => {", "const x = 1;", "return { x };", "})();",
        "const $en = (() => {", "const { x } = $to;", "function a() { return x; }",
        "return { a };", "})();",
        "const { a: b } = $en;", "const to = $to;", "b(to.x);",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"main": 'import x from "./en.js";\n'}, "does not know"),
        ({"main": "export default 1;\n"}, "does not know"),
        (
            {
                "main": 'import { a } from "./en.js";\n',
                "en": 'import { b } from "./main.js";\nexport const a = 1;\n',
            },
            "itself",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_joined_is_told(tmp_path: Path, files: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        bundle.bundle(folder(tmp_path, **files), "main")


def test_every_module_of_ours_keeps_to_the_known_forms() -> None:
    scripts = ROOT / "overrides" / "assets" / "checklists"
    for file in scripts.glob("*.js"):
        assert bundle.bundle(scripts, file.stem)
