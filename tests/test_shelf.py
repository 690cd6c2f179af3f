"""Pages of an edition: put in the place of ours, left out, ordered; what cannot be done is told."""

from __future__ import annotations

import pytest
from conftest import Project

WISH = "based_on: 2026.1\nby: Vi\nprefix: kn\n"


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ("hide: [sid]", 'local/tailoring.yml:4:16: pages: no page "sid". Hint: did you mean side?'),
        (
            "order: [sid]",
            'local/tailoring.yml:4:17: pages: no page "sid". Hint: did you mean side?',
        ),
        (
            "hide: [punkt]",
            "cannot be left out: other pages lead to it. Hint: put a page of your own in its",
        ),
        (
            "hide: [sjekklister/liste-to]",
            "is a list's page. Hint: hide the list: hide: - id: liste-to",
        ),
        ("hid: [side]", 'local/tailoring.yml:4:9: unknown field "hid". Hint: did you mean hide?'),
    ],
)
def test_what_cannot_be_done_with_pages_is_told(project: Project, pages: str, told: str) -> None:
    project.write("docs/side.md", "# Side\n")
    project.write("local/tailoring.yml", f"{WISH}pages: {{{pages}}}\n")
    result = project.build()
    assert result.exit_code == 1
    assert told in result.output


@pytest.mark.parametrize(
    ("edition", "told"),
    [
        ("navn: A", 'unknown field "navn". Hint: did you mean name?'),
        ("orgnr: '12'", 'orgnr must be nine figures, not "12". Hint: copy it from Brønnøysund'),
        ("contact: ingen", 'contact must be an e-mail address or one that begins with https://'),
        ("version: 1 2", "version must be at most 20 letters, figures, full stops and hyphens"),
        ("released: i går", "released must be a date, YYYY-MM-DD"),
        ("language: en", 'the guide is written in "nb", not in "en". Hint: write language: nb'),
    ],
)  # fmt: skip
def test_what_an_edition_says_wrongly_of_itself_is_told(
    project: Project, edition: str, told: str
) -> None:
    project.write("local/tailoring.yml", f"{WISH}edition: {{{edition}}}\n")
    result = project.build()
    assert result.exit_code == 1
    assert "local/tailoring.yml:4:" in result.output and told in result.output


def test_what_is_not_stated_is_left_out(project: Project) -> None:
    """A page asks for all that an edition may state; this one has stated its name alone."""
    page = "# Om\n\n{% if edition %}[{{ edition.orgnr }}{{ edition.contact }}{{ edition.url }}]"
    project.write("docs/om.md", f"{page} {{{{ edition.name }}}}{{% endif %}}\n")
    assert project.build().exit_code == 0
    assert "[]" not in project.page("om")
    project.write("local/tailoring.yml", f"{WISH}edition: {{name: Nordvik}}\n")
    result = project.build()
    assert result.exit_code == 0, result.output
    assert "[] Nordvik" in project.page("om")


def test_a_page_that_speaks_for_its_publisher_waits_for_an_editions_own(project: Project) -> None:
    project.write("docs/erklaering.md", "---\npublisher: true\n---\n\n# Erklæring\n\nVi lover.\n")
    page = "# Side\n\nLes [vår erklæring](erklaering.md) først.\n\n- [Alene](erklaering.md)\n- To\n"
    project.write("docs/side.md", page)
    assert project.build().exit_code == 0
    assert "Vi lover." in project.page("erklaering")
    project.write("local/tailoring.yml", WISH)
    result = project.build()
    assert result.exit_code == 0, result.output
    assert not (project.root / "site" / "erklaering").exists()
    assert "Les vår erklæring først." in project.page("side")
    assert "Alene" not in project.page("side") and "<li>To</li>" in project.page("side")
    project.write("local/docs/erklaering.md", "# Erklæring\n\nVi som gir ut utgaven, lover mer.\n")
    assert project.build().exit_code == 0
    assert "lover mer" in project.page("erklaering")
    assert 'href="../erklaering/"' in project.page("side")


def test_a_fault_in_an_own_page_is_told_with_its_own_place(project: Project) -> None:
    project.write("docs/side.md", "# Side\n\n{{ checklist('feil-som-ikke-blir-lest') }}\n")
    project.write("local/tailoring.yml", WISH)
    project.write("local/docs/side.md", "# Side\n\n{{ checklist('liste-ti') }}\n")
    result = project.build()
    assert result.exit_code == 1
    assert (
        'local/docs/side.md:3:4: no list "liste-ti". Hint: did you mean liste-to?' in result.output
    )
    assert "feil-som" not in result.output


def test_upstreams_settings_do_not_build_an_edition(project: Project) -> None:
    """It published the edition's lists under upstream's name."""
    project.write("mkdocs.local.yml", "INHERIT: mkdocs.yml\nsite_name: Vår\n")
    result = project.build()
    assert result.exit_code == 1
    assert (
        "Hint: type python3 scripts/dev.py build, or mkdocs build -f mkdocs.local.yml"
        in result.output
    )


def test_a_link_to_what_is_left_out_is_mended_in_the_page_that_has_it(project: Project) -> None:
    """One of ours gets a page in its place; in a page of one's own the link is changed."""
    project.write("docs/borte.md", "# Borte\n")
    project.write("docs/side.md", "# Side\n\nLes [mer](borte.md).\n")
    project.write("docs/lokalt/var.md", "# Vår\n\nLes [mer](../borte.md).\n")
    project.write("docs/to.md", "# To\n")
    project.write("local/docs/to.md", "# To\n\nLes [mer](borte.md).\n")
    project.write("local/tailoring.yml", f"{WISH}pages: {{hide: [borte]}}\n")
    told = [line for line in project.build().output.splitlines() if "leads to borte" in line]
    assert len(told) == 3
    for line in told:
        ours = line.startswith("docs/side.md")
        assert ("in its place: local/docs/side.md" in line) == ours
        assert ("the page is your own" in line) == (not ours)
