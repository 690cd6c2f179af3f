"""What an edition has written beside the data, and nobody would hear: a key above a page that is
one letter off, and a template that the guide cannot use or that shows nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Project

from macros.__main__ import main
from macros.language import strings
from macros.pages import own_templates

WORDS = {"note", "menu.more"}
RIGHT = """{% extends "upstream/item.html" %}
{% block note %}{{ t("note") }} {{ t("note" ~ x) }} {% block mine %}{% endblock %}
{{ t.n("menu.more", 2) }}{% endblock %}"""


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("titel: Vi", "2:1: warning: titel: nothing reads it. Hint: did you mean title?"),
        ("description: V\ndescripton: V", "3:1: warning: descripton: nothing reads it"),
        ("title: Vi\nrevised: 2026-11-28\ntags: [a]\nstatus: new", ""),
        ("kommune: ja", ""),  # a fork's templates may ask for it
    ],
)
def test_a_key_that_is_nearly_one_of_ours_is_told_by_check_and_build(
    project: Project, capsys: pytest.CaptureFixture[str], head: str, told: str
) -> None:
    project.write("local/docs/lokalt/vi.md", f"---\n{head}\n---\n# Vi\n\nVi er her.\n")
    main(["--root", str(project.root), "check"])
    err = capsys.readouterr().err
    assert f"local/docs/lokalt/vi.md:{told}" in err if told else "vi.md" not in err
    if told:
        assert f"vi.md:{told}" in project.build().output


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("item.html", "{% block note %}\n{{ x }", ["2 template: unexpected '}'"]),
        ("item.html", "{% if x %}", ["1 template: Unexpected end of template"]),
        ("item.html", '\n{% extends "item.html" %}', ["2 begins with itself"]),
        ("item.html", '{% extends "upstream/itm.html" %}', ['1 no template "upstream/itm.html"']),
        (
            "item.html",
            '{% extends "upstream/item.html" %}\n{% block notes %}x{% endblock %}',
            ['2 upstream/item.html has no block "notes": it is shown nowhere'],
        ),
        (
            "item.html",
            RIGHT,
            [],
        ),
        ("item.html", '<p>\n {{ t("nottat") }}', ['2 t: no word has the key "nottat"']),
        ("vart/nytt.html", "{{ x }}", []),
    ],
)
def test_what_is_wrong_with_a_template_is_told_by_line(
    tmp_path: Path, name: str, text: str, told: list[str]
) -> None:
    file = tmp_path / "local" / "templates" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    found = [*own_templates.faults(tmp_path, WORDS)]
    assert [f"{p.line} {p.message}"[: len(one)] for p, one in zip(found, told, strict=True)] == told
    assert all(p.file == f"local/templates/{name}" and p.hint for p in found)


def test_our_own_templates_have_no_such_fault(tmp_path: Path) -> None:
    """They ask for words that are there; what they begin with is no `upstream/`."""
    folder = tmp_path / "local" / "templates"
    folder.mkdir(parents=True)
    for file in own_templates.OURS.glob("*.html"):
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    assert [*own_templates.faults(tmp_path, strings.keys(tmp_path, "nb"))] == []


def test_a_build_stops_at_a_template_before_anything_is_written(project: Project) -> None:
    file = project.root / "local" / "templates" / "item.html"
    file.parent.mkdir(parents=True)
    file.write_bytes("{% block note %}Spør oss på «huset»{% endblock %}".encode("latin-1"))
    project.write("local/templates/head.html", '{% extends "head.html" %}')
    result = project.build()
    assert result.exit_code == 1 and "Traceback" not in result.output
    assert "local/templates/item.html: is not UTF-8 (byte" in result.output
    assert "local/templates/head.html:1:1: begins with itself" in result.output
    assert not (project.root / "site").exists()
