"""Each page's twin says what the page says: the same items, the same sources, the same headings."""

from __future__ import annotations

import html
import json
import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from guide import CATALOG

from macros.exports import missing, share
from macros.publish import article, feed, twin
from macros.text.article import written

ITEM = re.compile(r' data-item="([^"]+)"')
CODE = re.compile(r"^\s*- \*\*([A-Z]{2}-[\w.]+)\*\* ", re.M)
SOURCES = re.compile(r'<p class="checklist__source".*?</p>', re.S)
ADDRESS = re.compile(r'href="(https?://[^"]+)"')
BASIS = re.compile(r"^  - Grunnlag U\d+: .*$", re.M)
LINK = re.compile(r"\]\((https?://[^\s)]+(?:\([^\s)]*\)[^\s)]*)*)\)")
# A heading that its page wrote: what a script fills may be hidden, and is no text then.
HEADING = re.compile(r'<h([1-6])\b[^>]*>((?:(?!</h).)*class="headerlink".*?)</h\1>', re.S)


def pages(site: Path) -> Iterator[tuple[str, str, str]]:
    """(address, article, twin) of every page in bokmål."""
    for file in sorted(site.rglob("index.html")):
        found = written(file.read_text(encoding="utf-8"))
        other = file.parent / twin.NAME
        other_language = file.relative_to(site).parts[0] in ("en", "nn")
        if found and not other_language:
            name = file.parent.relative_to(site).as_posix()
            yield name, found, other.read_text(encoding="utf-8") if other.exists() else ""


def unlike(page: str, made: str) -> list[str]:
    """What a page says and its twin does not, or the other way."""
    told = []
    shown = [CATALOG.by_id[name][1].code for name in ITEM.findall(page)]
    if shown != CODE.findall(made):
        told.append("items")
    sources = {
        html.unescape(one) for part in SOURCES.findall(page) for one in ADDRESS.findall(part)
    }
    if sources != {one for line in BASIS.findall(made) for one in LINK.findall(line)}:
        told.append("sources")
    return told


def test_every_page_has_a_twin_with_its_items_and_sources(site: Path) -> None:
    found = [*pages(site)]
    assert len(found) > 60
    assert [(name, told) for name, page, made in found if (told := unlike(page, made))] == []
    _, page, made = next(one for one in found if one[0] == "sjekklister/personvern-i-avtalen")
    line = next(iter(CODE.finditer(made)))
    assert unlike(page, made.replace(line[0], "")) == ["items"]  # the plants
    assert unlike(page, made.replace("datatilsynet.no", "example.org")) == ["sources"]


def test_a_twin_has_the_pages_headings_its_address_and_its_day(site: Path) -> None:
    total = 0
    for name, page, made in pages(site):
        assert made.startswith("---\ncanonical: "), name
        assert f"\ndate: {CATALOG.released.isoformat()}\n" in made, name
        lines = set(made.splitlines())
        for level, words in HEADING.findall(page):
            text = " ".join(html.unescape(twin.TAG.sub("", words)).split())
            level_line = "#" * int(level) + " "
            there = any(line.startswith(level_line) and _same(line, text) for line in lines)
            assert there, (name, text)
            total += 1
    assert total > 100  # headings were found


def _same(line: str, text: str) -> bool:
    """Whether a heading's line has these words, whatever links and marks are in it."""
    plain = re.sub(r"\]\([^)]*\)|[\[*`]", "", line.lstrip("# "))
    return re.sub(r"\W", "", plain) == re.sub(r"\W", "", text)


def test_each_item_says_what_is_law_and_what_is_advice(site: Path) -> None:
    for home, item in CATALOG.items():
        text = (site / "sjekklister" / home.id / twin.NAME).read_text(encoding="utf-8")
        lines = text.split(f'<a id="{item.id}"></a>\n')[1].split("\n\n")[0]
        assert [f"Grunnlag {fact}:" in lines for fact in item.facts] == [True] * len(item.facts)
        assert ("Råd: " in lines) == (not item.facts), item.id


def test_what_is_where_is_told(site: Path) -> None:
    told = (site / twin.LLMS).read_text(encoding="utf-8")
    addresses = re.findall(r"\]\(([^)]+)\)", told)
    assert all((site / one).is_file() for one in addresses)
    assert sum(one.endswith(twin.NAME) for one in addresses) == len([*pages(site)])


def test_both_feeds_have_the_same_entries(site: Path) -> None:
    atom = (site / "oppdateringer.xml").read_text(encoding="utf-8")
    made = json.loads((site / "oppdateringer.json").read_text(encoding="utf-8"))
    assert made["version"] == "https://jsonfeed.org/version/1.1"
    ids = [html.unescape(one) for one in re.findall(r"<entry>.*?<id>(.*?)</id>", atom)]
    assert [one["id"] for one in made["items"]] == ids and len(ids) > 50
    assert isinstance(feed.Entry("a", "b", "c", "d", "e").day, str)


def test_the_catalog_is_described_with_its_lists_and_licence(site: Path) -> None:
    made = json.loads((site / "nedlasting" / "katalog.jsonld").read_text(encoding="utf-8"))
    data, *lists = made["@graph"]
    assert data["@type"] == "Dataset" and "creativecommons.org" in data["license"]
    assert [one["@id"] for one in data["hasPart"]] == [one["@id"] for one in lists]
    ids = [item["identifier"] for one in lists for item in one["itemListElement"]]
    assert ids == [item.id for _, item in CATALOG.items()]


@pytest.mark.skipif(bool(missing("pdf")), reason="Typst is not here")
def test_a_picture_of_a_title_is_the_same_each_time_and_as_large_as_it_says() -> None:
    first, second = share.pictures(["Drift", "Drift"], "Veilederen", "nb", "004f59")
    assert first == second
    assert struct.unpack(">II", first[16:24]) == (1200, 630)
    assert len(first) < 80_000


def test_the_article_is_read_as_markdown() -> None:
    page = (
        "<article><h1>Tittel<a class='headerlink' href='#t'>¶</a></h1><p>Et <b>ord</b> og "
        "<a href='../b/'>lenke</a>.</p><ul><li>en<ul><li>to</li></ul></li><li>tre</li></ul>"
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1 | 2</td><td>3</td></tr></table>"
        "<form><p>skjema</p></form><p hidden>skjult</p><ol><li>først</li><li>så</li></ol>"
        "<div class='admonition'><p>Merk</p></div><ul><li data-item='x'>punkt</li></ul></article>"
    )
    made = article.markdown(page, "https://a.no/c/", lambda name, _: f"- punkt {name}")
    assert made == (
        "# Tittel\n\nEt **ord** og [lenke](https://a.no/b/).\n\n- en\n  - to\n- tre\n\n"
        "| A | B |\n| --- | --- |\n| 1 \\| 2 | 3 |\n\n1. først\n2. så\n\n> Merk\n\n- punkt x\n"
    )


def test_what_items_and_templates_hold_is_skipped_as_if_it_had_been_read() -> None:
    within = "<p>x</p><ul><li>y<ul><li>z</li></ul></li></ul><template><li></li></template>"
    page = (
        f'<article><ul><li class="a" data-item="en">{within}</li><li data-item="to"></li></ul>'
        f"<p>Etter</p><template><li>{within}</li></template><p>Til slutt</p></article>"
    )
    made = article.markdown(page, "./", lambda name, _: f"- {name}")
    assert made == "- en\n- to\n\nEtter\n\nTil slutt\n"
    # What is never closed is left to the parser, and nothing that follows is lost.
    odd = "<article><p>Før</p><template><p>x</p></template><li data-item='en'>y</article>"
    assert article.markdown(odd, "./", lambda name, _: f"- {name}") == "Før\n\n- en\n"
