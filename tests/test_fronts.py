"""What stands above a page's text and is no YAML stops the build with its place: it was printed on
the page."""

from __future__ import annotations

import pytest
from project import Project

from macros.engine import fronts


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("title: Om: oss", "docs/om.md:2:10: "),
        ("title: Om oss\ndescription: 'Uten slutt", "docs/om.md:4:1: "),
        ("title: Om oss\ntitle: Om dem", "docs/om.md:3:1: "),
        ("\ttitle: Om oss", "docs/om.md:2:1: "),
    ],
)
def test_a_head_that_is_no_yaml_is_told(project: Project, head: str, told: str) -> None:
    project.write("docs/om.md", f"---\n{head}\n---\n# Om\n")
    result = project.build()
    assert result.exit_code == 1 and told in result.output and "Traceback" not in result.output


def test_a_head_that_is_never_closed_is_told(project: Project) -> None:
    project.write("docs/om.md", "---\ntitle: Om oss\n\n# Om\n")
    result = project.build()
    assert result.exit_code == 1
    assert "docs/om.md:1:1: what stands above the text is never closed" in result.output
    project.write("docs/om.md", "---\n\nOm: oss\n")  # a rule across the page, and text
    assert project.build().exit_code == 0


@pytest.mark.parametrize(
    "head", ["title: 'Om: oss'", "# ingenting", "", "hide: [toc]\ntags:\n  - a"]
)
def test_a_head_that_can_be_read_is_fine(project: Project, head: str) -> None:
    project.write("docs/om.md", f"---\n{head}\n---\n# Om\n")
    result = project.build()
    assert result.exit_code == 0, result.output


def test_without_the_check_it_stands_on_the_page(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fronts, "unread", lambda _: [])
    project.write("docs/om.md", "---\ntitle: Om: oss\n---\n# Om\n")
    assert project.build().exit_code == 0 and "title: Om: oss" in project.page("om")
