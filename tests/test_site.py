"""The finished site: every item where it belongs, nothing broken, the menu complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browser_pages import addresses
from conftest import ROOT

from macros import load
from macros.catalog import select
from macros.publish import completeness as finish
from macros.site import Site

SITE = Site("it-outsourcing")


def test_every_item_is_on_its_list_and_in_the_register(site: Path) -> None:
    assert finish.finish(site, finish.read(site), load.load(ROOT), SITE) == []


def test_finish_tells_what_is_missing(site: Path, tmp_path: Path) -> None:
    import shutil

    broken = tmp_path / "site"
    shutil.copytree(site, broken)
    page = broken / "sjekklister" / "kritisk-informasjon" / "index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace('data-item="finn-kritisk-informasjon"', ""), encoding="utf-8")
    (broken / "index.html").write_text("<h1>Macro Rendering Error</h1>", encoding="utf-8")
    (broken / "punkt" / "index.html").unlink()
    told = [p.message for p in finish.finish(broken, finish.read(broken), load.load(ROOT), SITE)]
    assert told == [
        "item finn-kritisk-informasjon is not on the page",
        "the page was not built",
        'holds the text "Macro Rendering Error"',
    ]


def test_a_register_by_list_lacks_none(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(select, "MOST_ON_A_PAGE", 5)
    assert finish.finish(site, finish.read(site), load.load(ROOT), SITE) == []
    built = finish.read(site)
    page = site / "punkt" / "index.html"
    built = {**built, page: built[page].replace('id="liste-orden-i-eget-hus"', "")}
    told = [p.message for p in finish.finish(site, built, load.load(ROOT), SITE)]
    assert told == ["list orden-i-eget-hus is not on the page"]


def test_every_page_is_built_and_named(site: Path) -> None:
    for path in addresses():
        page = site / path / "index.html" if not path.endswith(".html") else site / path
        text = page.read_text(encoding="utf-8")
        assert re.search(r"<title>[^<]+</title>", text), path
        assert 'lang="nb"' in text or 'lang="no"' in text, path
        if path != "404.html":
            assert re.search(r'<meta name="description" content="[^"]{30,}"', text), path
            assert len(re.findall(r"<h1[ >]", text)) == 1, path


def test_no_inline_style_or_script_of_ours(site: Path) -> None:
    for page in site.rglob("*.html"):
        article = (
            page.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
        )
        assert not re.search(r"<script|<style| style=| on[a-z]+=", article), page


def test_a_list_page_is_one_line() -> None:
    for file in (ROOT / "docs" / "sjekklister").glob("*.md"):
        if file.stem != "index":
            lines = [x for x in file.read_text(encoding="utf-8").splitlines() if x]
            assert lines == ["{{ checklist_page() }}"]
