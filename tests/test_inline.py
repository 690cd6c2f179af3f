"""Text stays text in Material's own templates, and no script runs that nobody vouched for."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import ROOT
from project import SMALL, Project

from macros.publish import inline, policy

THEME = f"theme: {{name: material, custom_dir: {ROOT / 'overrides'}, font: false}}"
MATERIAL = SMALL.replace("theme: {name: mkdocs}", THEME)
SCRIPT = "<script>alert(1)</script>"
ENTITIES = "A &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; «B» & *C* # d $&"
INTRO = 'x &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; "y"'
SHOWN = "A </title><script>alert(1)</script> &amp; «B» & C # d $&"


class Read(HTMLParser):
    """A page as a browser reads it: its title, headings, description and scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: dict[str, str] = {}
        self.description = ""
        self.scripts = 0
        self._in = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.scripts += tag == "script"
        if tag == "meta" and given.get("name") == "description":
            self.description = given.get("content") or ""
        if tag in ("title", "h1"):
            self._in = tag

    def handle_endtag(self, tag: str) -> None:
        self._in = "" if tag == self._in else self._in

    def handle_data(self, data: str) -> None:
        if self._in:
            self.text[self._in] = self.text.get(self._in, "") + data


@pytest.fixture
def material(project: Project) -> Project:
    """A small guide with the theme that the real one has."""
    project.write("mkdocs.yml", MATERIAL)
    return project


def test_entities_in_a_title_and_an_introduction_stay_text(material: Project) -> None:
    good = (material.root / "checklists.yml").read_text(encoding="utf-8")
    plainly = material.build()
    assert plainly.exit_code == 0, plainly.output
    usual = Read(material.page("sjekklister/liste-en")).scripts
    good = good.replace("title: Liste en", f"title: '{ENTITIES}'")
    material.write("checklists.yml", good.replace("intro: Innledning.", f"intro: '{INTRO}'", 1))
    result = material.build()
    assert result.exit_code == 0, result.output
    for page in (material.page("sjekklister/liste-en"), material.page("punkt")):
        assert SCRIPT not in page
        assert Read(page).scripts == usual
    read = Read(material.page("sjekklister/liste-en"))
    assert read.text["title"] == f"{SHOWN} - Prøve"
    assert read.text["h1"].removesuffix("¶") == SHOWN
    assert read.description == 'x "><script>alert(1)</script> "y"'


@pytest.mark.parametrize(
    "said",
    [
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">Trykk</p>',
        '<a href="java\tscript:alert(1)">Trykk</a>',
        "<script type=module>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="&#106;avascript&colon;alert(1)">Trykk</a>',
        '<form action="data:text/html,alert(1)"><button>Send</button></form>',
    ],
)
def test_what_might_run_in_a_page_stops_the_build(material: Project, said: str) -> None:
    material.write("docs/side.md", f"# Side\n\n{said}\n")
    result = material.build()
    assert result.exit_code == 1
    assert "side/index.html" in result.output and "alert(1)" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("lone", ['data = "', "x='", 'a="b', ""])
def test_a_lone_quote_in_a_sentence_hides_no_address(lone: str) -> None:
    page = f"<p>Skriv {lone} og</p><a href='/x/'>x</a><a href=\"javascript:alert(1)\">y</a>"
    (found,) = inline.faults([("side", page)], ())
    assert "javascript:alert(1)" in found.message
    assert not [*inline.faults([("side", page.replace("javascript:", "/javascript:"))], ())]


def test_an_edition_vouches_for_a_script_of_its_own(material: Project) -> None:
    material.write("docs/side.md", "# Side\n\n<script>alert(1)</script>\n")
    digest = inline.digest("alert(1)")
    settings = MATERIAL.replace("    scripts:\n", f"    scripts:\n      - {digest}\n")
    material.write("mkdocs.yml", settings)
    result = material.build()
    assert result.exit_code == 0, result.output
    assert f"'{digest}'" in (material.root / "site" / "_headers").read_text(encoding="utf-8")
    material.write("mkdocs.yml", MATERIAL.replace("    scripts:\n", "    scripts: ja\n    x:\n"))
    assert "extra.checklists.scripts is no list" in material.build().output


def test_the_policy_names_no_script_that_is_not_known() -> None:
    page = "<script>alert(1)</script>"
    assert "sha256" not in policy.policy([page]).split("script-src")[1].split(";")[0]
    assert inline.digest("alert(1)") in policy.policy([page], [inline.digest("alert(1)")])


def test_the_known_scripts_are_those_of_the_theme_that_is_locked(site: Path) -> None:
    """Each is on a page, and there are no others, at any depth."""
    pages = [f.read_text(encoding="utf-8") for f in site.rglob("*.html")]
    found = {script for page in pages for script in inline.scripts(page)}
    assert found and all(inline.allowed(script, ()) for script in found)
    for line in inline.KNOWN.read_text(encoding="utf-8").splitlines():
        known = re.compile(re.escape(line).replace(re.escape("{base}"), inline.BASE))
        assert any(known.fullmatch(script) for script in found), line[:60]
    # A letter more is another script.
    assert not any(inline.allowed(f"{script} ", ()) for script in found)
    assert not inline.allowed(next(iter(found)).replace("=", "=x=", 1), ())


def test_the_built_site_holds_no_handler(site: Path) -> None:
    pages = {f.name: f.read_text(encoding="utf-8") for f in site.rglob("*.html")}
    assert list(inline.faults(pages.items(), ())) == []
