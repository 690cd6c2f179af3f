"""What an edition's sheet says and nobody hears is told, and stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, Project
from forks import FORK

from macros import palette
from macros.__main__ import main
from macros.palette import unread

BOTH = ROOT / "scripts" / "dev" / "files" / "both"


def told(root: Path, css: str) -> list[str]:
    file = root / palette.FORK
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(css, encoding="utf-8")
    return [f"{p.line}:{p.column}: {p.message}. {p.hint}" for p in unread.told(root)]


@pytest.mark.parametrize(
    ("css", "said"),
    [
        (
            ":root {\n  --guide-brandd: #123456;\n}\n",
            ["2:3: nothing asks for --guide-brandd. did you mean --guide-brand?"],
        ),
        (
            ":root {\n  --guide-brand: #123456;\n\n@media print {\n  a { color: red; }\n}\n",
            ["1:7: { is never closed. write } where the rule ends: what follows is read as"],
        ),
        ("a { color: red; }\n}\n", ["2:1: } closes nothing. delete it"]),
        (":root { --guide-brand: #123456; --guide-radius: 0; --vart: 1px; }", []),
        (":root { --guide-vart: 1px; } a { margin: var(--guide-vart); }", []),
        ("/* { --guide-x: 1; */ a::before { content: '}{'; }\n", []),
        ('a { background: url("x}.png"); } /* {', []),
        (
            ":root {\n  --guide-brand-soft: #fffbe0;\n  --guide-brand: #ffee88;\n}\n",
            [
                "3:3: --guide-brand on white has a contrast of 1.2, and text needs 4.5. take a",
                "3:3: --guide-brand on --guide-brand-soft has a contrast of 1.1, and text needs",
            ],
        ),
    ],
)
def test_what_nobody_hears_is_told_where_it_stands(
    tmp_path: Path, css: str, said: list[str]
) -> None:
    found = told(tmp_path, css)
    assert len(found) == len(said)
    assert all(one.startswith(start) for one, start in zip(found, said, strict=True)), found


@pytest.mark.parametrize("edition", [FORK, BOTH])
def test_the_sheets_that_editions_begin_with_have_none(edition: Path) -> None:
    assert list(unread.told(edition)) == []


def test_a_build_and_a_check_tell_it_and_go_on(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    told(project.root, ":root { --guide-brandd: #123456; }")
    result = project.build()
    assert result.exit_code == 0
    assert "local/assets/styles.css:1:9: warning: nothing asks for --guide-brandd" in result.output
    main(["--root", str(project.root), "check"])
    assert "nothing asks for --guide-brandd" in capsys.readouterr().err
