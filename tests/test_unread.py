"""An edition's files that nothing reads are told, and one that has lost its wishes is not built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import Project
from dev import edition
from forks import FORK

from macros import load
from macros.__main__ import main
from macros.problems import Faulty
from macros.tailoring.unread import Known, told

WISH = "based_on: 2026.1\nby: Vi\nprefix: kn\n"
SETTINGS = "INHERIT: mkdocs.yml\n"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("local/tailoring.yaml", "did you mean local/tailoring.yml?"),
        ("local/strings/no.yml", "did you mean local/strings/nb.yml?"),
        ("local/asked/no.yml", "did you mean local/asked/nb.yml?"),
        ("local/translations/nynorsk.yml", "did you mean local/translations/nn.yml?"),
        ("local/asked.yml", "a file a language: local/asked/nb.yml"),
        ("local/strings/nb.yaml", "did you mean local/strings/nb.yml?"),
        ("local/string/nb.yml", "did you mean local/strings/nb.yml?"),
        ("local/docs/liste.md/side.txt", ""),
        ("local/docs/sidee.md", "did you mean docs/side.md? A new page of your own lies in"),
        ("local/styles.css", "did you mean local/assets/styles.css?"),
        ("local/q/x", "see «Tilpass veilederen» for what lies in local/"),
        ("local/docs/side.md", ""),
        ("local/docs/vedtekter.md", ""),
        ("local/strings/nn.yml", ""),
        ("local/assets/skrift/a.woff2", ""),
        ("local/templates/item.html", ""),
        ("local/templates/items.html", "did you mean local/templates/item.html?"),
        ("local/templates/liste.docx", "did you mean local/templates/list.docx?"),
        (
            "local/templates/noe/medlemsfordeler.html",
            "a template has the name of",
        ),
        ("local/templates/bilde.svg", ""),
        ("local/.DS_Store", ""),
        ("local/strings/nb.yml.orig", ""),
        ("local/README.md", ""),
    ],
)
def test_a_file_that_nothing_reads_is_told_with_what_was_meant(
    project: Project, name: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("docs/side.md", "# Side\n")
    project.write(name, "# Intet\n")
    found = load.load_with_places(project.root).warnings
    assert [p.file for p in found] == ([name] if hint else [])
    assert all(hint in p.hint and p.level == "warning" for p in found)
    main(["--root", str(project.root), "check"])
    assert (name in capsys.readouterr().err) == bool(hint)


def test_the_example_edition_has_none(tmp_path: Path) -> None:
    shutil.copytree(FORK / "local", tmp_path / "local")
    assert list(told(tmp_path, Known({"nb"}, {"index.md", "om.md"}, {"item.html"}))) == []


def test_a_template_that_another_takes_in_is_read(tmp_path: Path) -> None:
    templates = tmp_path / "local" / "templates"
    (templates / "deler").mkdir(parents=True)
    (templates / "item.html").write_text('{% include "deler/merke.html" %}', encoding="utf-8")
    (templates / "list.typ").write_text('#import "hus.typ": *', encoding="utf-8")
    for name in ("deler/merke.html", "hus.typ", "deler/gammel.html"):
        (templates / name).write_text("x", encoding="utf-8")
    found = told(tmp_path, Known((), (), ("item.html", "list.typ")))
    assert [p.file for p in found] == ["local/templates/deler/gammel.html"]


def test_an_edition_that_has_lost_its_wishes_is_not_built(project: Project) -> None:
    """Everything that it hides would be shown again."""
    text = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    project.write("mkdocs.local.yml", text)
    with pytest.raises(Faulty) as fault:
        load.load(project.root)
    (problem,) = fault.value.problems
    assert problem.file == load.TAILORING and "git checkout -- local" in problem.hint
    for name in ("tailoring.yaml", "Tailoring.yml", "tailoring.yml.txt"):
        project.write(f"local/{name}", WISH)
        with pytest.raises(Faulty, match=rf"rename local/{name} to local/tailoring\.yml"):
            load.load(project.root)
        (project.root / "local" / name).unlink()
    project.write(load.TAILORING, WISH)
    assert load.load(project.root).adapted
    (project.root / load.TAILORING).unlink()
    (project.root / "mkdocs.local.yml").unlink()
    assert load.load(project.root).adapted is None


def test_an_empty_file_of_wishes_is_told_what_it_begins_with(project: Project) -> None:
    project.write(load.TAILORING, "")
    with pytest.raises(Faulty, match=r"tailoring\.yml:1:1: the file is empty\..*with based_on:"):
        load.load(project.root)


def test_an_edition_rests_on_a_version_that_is_released(project: Project) -> None:
    """2026.3 is being written: what changes in it from now on could not be told later."""
    root = project.root
    for version in ("2026.1", "2026.2"):
        made = f'{{"version": "{version}"}}'
        project.write(f"releases/{version}.json", made)
    project.write("releases/notater.json", "{}")
    assert edition.based_on(root, "2026.3") == "2026.2"
    assert edition.based_on(root, "2026.2") == "2026.2"
    assert edition.based_on(root / "docs", "2026.3") == "2026.3"


def test_one_that_rests_on_what_is_being_written_is_told(project: Project) -> None:
    main(["--root", str(project.root), "release"])
    text = (project.root / "checklists.yml").read_text(encoding="utf-8")
    project.write("checklists.yml", text.replace("version: 2026.1", "version: 2026.2"))
    project.write(load.TAILORING, WISH.replace("2026.1", "2026.2"))
    (problem,) = load.load_with_places(project.root).warnings
    assert (problem.file, problem.line, problem.level) == (load.TAILORING, 1, "warning")
    assert "2026.2 is not released yet" in problem.message and "write 2026.1" in problem.hint
    project.write(load.TAILORING, WISH)
    assert load.load_with_places(project.root).warnings == ()


def test_check_tells_what_a_build_would_of_words_and_pages(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write(load.TAILORING, f"{WISH}pages:\n  hide: [sid]\n")
    project.write("docs/side.md", "# Side\n")
    project.write("local/strings/nb.yml", "list.rest: Tøm\n")
    assert main(["--root", str(project.root), "check"]) == 1
    said = capsys.readouterr().err
    assert 'local/strings/nb.yml:1:1: no word is called "list.rest"' in said
    assert 'local/tailoring.yml:5:10: pages: no page "sid"' in said


def test_a_list_of_ones_own_without_a_page_is_told_where_it_is_written(project: Project) -> None:
    item = "{id: kn-en, text: Skriv et navn., priority: must, kind: task, source: [ny]}"
    made = f"{{id: kn-ny, code: KN-1, title: Ny, intro: Ny., items: [{item}]}}"
    wish = f"{WISH}add:\n  - list: {made}\n"
    project.write(load.TAILORING, wish)
    result = project.build()
    assert result.exit_code == 1
    assert "local/tailoring.yml:5:11: list kn-ny has no page" in result.output


def test_a_page_that_is_not_utf_8_is_told_with_its_place(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the build too, and beside the faults of the data."""
    project.write("docs/lokalt/a.md", "# En\n\nGj\u00f8r\n".encode("latin-1"))
    told_ = "docs/lokalt/a.md:3:3: byte 0xf8 is not UTF-8. Hint: save the file as UTF-8"
    assert main(["--root", str(project.root), "check"]) == 1
    assert told_ in capsys.readouterr().err
    result = project.build()
    assert result.exit_code == 1 and told_ in result.output


def test_a_setting_that_nothing_reads_is_told_with_what_was_meant(project: Project) -> None:
    text = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    project.write(
        "mkdocs.yml", text.replace("    site_id: prove", "    site_id: prove\n    feedbak: x")
    )
    result = project.build()
    line = text[: text.index("site_id")].count("\n") + 2
    what = f"mkdocs.yml:{line}:5: warning: extra.checklists.feedbak: nothing reads it"
    assert result.exit_code == 0 and f"{what}. Hint: did you mean feedback?" in result.output
