"""Example firms of an edition of one's own: its own questions, answers and items, told by place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from forks import FORK
from places import upstream
from project import GOOD

from macros.__main__ import main

TAILORING = """\
based_on: 2026.1
by: Vi
prefix: kn
change:
  - id: punkt-en
    why: Hos oss er det for de største.
    level: 3
add:
  - question: {id: kn-elever, question: Hvor mange elever?, options: [
      {id: faa, title: Få, level: 1}, {id: mange, title: Mange, level: 3}]}
"""
FIRMS = """\
# Skolene våre.
liten:
  answers: {kn-elever: faa}
  most: {items: 9}
  items:
    - punkt-to
"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A small guide with a question of the edition's own, and what its firms answer."""
    (tmp_path / "local").mkdir()
    (tmp_path / "checklists.yml").write_text(GOOD.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "local" / "tailoring.yml").write_text(TAILORING, encoding="utf-8")
    (tmp_path / "local" / "firms.yml").write_text(FIRMS, encoding="utf-8")
    return tmp_path


def said(root: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, str]:
    code = main(["--root", str(root), "firms", *more])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_firms_of_an_edition_answer_its_own_questions(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(edition, capsys, "--write")[0] == 0
    code, out, err = said(edition, capsys)
    assert (code, err) == (0, "")
    file = edition / "local" / "firms.yml"
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Skolene våre.\n") and "punkt-en" not in text
    file.write_text(text.replace("faa", "mange"), encoding="utf-8")
    code, more, err = said(edition, capsys)
    assert (code, "+punkt-en" in err) == (0, True), "other items are for a person to read"
    assert more != out


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kn-elever:", "kn-elevr:", 'firms.yml:3:23: item "liten": "kn-elevr" is no question of'),
        ("kn-elever:", "kn-elevr:", "Hint: did you mean kn-elever?"),
        ("faa", "fa", 'firms.yml:3:24: item "liten": "fa" is no answer to kn-elever. Hint: did'),
        ("items: 9", "items: 1", 'item "liten": is shown '),
        ("items: 9", "ting: 9", 'item "liten": most: ting: is not known'),
        (FIRMS, "tekst\n", "1:1: holds no firms"),
        ("answers:", "answer:", 'item "liten": "answer" is not known. Hint: did you mean answers?'),
        (FIRMS, "liten: noe\n", 'item "liten": holds nothing. Hint: write answers, most, items'),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_told_with_place_and_cure(
    edition: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, told: str
) -> None:
    file = edition / "local" / "firms.yml"
    file.write_text(FIRMS.replace(old, new), encoding="utf-8")
    for verb in ("firms", "check"):
        assert main(["--root", str(edition), verb]) == 1
        assert told in capsys.readouterr().err


def test_the_guides_own_firms_are_no_measure_of_an_edition(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (edition / "local" / "firms.yml").unlink()
    (edition / "tests" / "cases").mkdir(parents=True)
    (edition / "tests" / "cases" / "firms.yml").write_text("feil: {answers: {x: y}}\n", "utf-8")
    code, _, err = said(edition, capsys)
    assert code == 2 and "local/firms.yml: there are no example firms" in err
    main(["--root", str(edition), "check"])
    assert "firms.yml" not in capsys.readouterr().err


def test_the_example_edition_has_a_firm_that_gets_its_own_items(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    upstream(tmp_path)
    shutil.copytree(FORK, tmp_path, dirs_exist_ok=True)
    code, out, _ = said(tmp_path, capsys, "--write")
    assert code == 0 and out.startswith("etat: items ")
    text = (tmp_path / "local" / "firms.yml").read_text(encoding="utf-8")
    assert "    - kn-fagsystemer\n" in text and "    - finn-skjulte-kostnader\n" not in text
