"""The content: complete against the 2010 guide, and in words of our own."""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as etree
from collections import Counter
from datetime import date
from pathlib import Path

import lix
import pytest
import yaml
from conftest import ROOT
from guide import CATALOG
from places import own_pages
from text_runs import runs, words

from macros import load, source
from macros.catalog import checks
from macros.catalog.item import Item
from macros.catalog.places import places
from macros.language import forms
from macros.pages import lookups

DATA = ROOT / "tests" / "data"
ITEMS = [item for _, item in CATALOG.items()]


def references(*kinds: str) -> set[str]:
    """The 2010 guide's references of some kinds; all when none is named."""
    with (DATA / "references.csv").open(encoding="utf-8") as file:
        return {row["ref"] for row in csv.DictReader(file) if not kinds or row["kind"] in kinds}


def test_each_of_the_227_points_of_2010_is_in_an_item() -> None:
    points = references("checklist", "list")
    carried = {ref for item in ITEMS for ref in item.source}
    assert len(points) == 227
    assert points - carried == set()


def test_every_reference_in_the_data_exists() -> None:
    known = references() | {"new"}
    used = {ref for item in ITEMS for ref in item.source}
    used |= {ref for term in CATALOG.terms for ref in term.source}
    assert used - known == set()


def test_every_term_of_2010_is_explained() -> None:
    terms = {ref for term in CATALOG.terms for ref in term.source}
    assert references("term") - terms == set()


def test_at_least_25_points_are_new_and_say_so() -> None:
    assert sum(item.is_new for item in ITEMS) >= 25


def test_all_31_lists_are_there() -> None:
    codes = "FU-1 FU-2 FU-3 FU-4 ST-0 ST-1 ST-2 ST-3 ST-4 FG-1 LV-0 LV-1 LV-2 LV-3 AV-0 AV-1 AV-2"
    codes += " AV-3 AV-4 AV-5 AV-6 AV-7 AV-8 AV-9 AV-10 AS-1 OP-1 OP-2 FG-2 DR-1 DR-2"
    assert {c.code for c in CATALOG.checklists} == set(codes.split())


def test_every_item_has_help_and_every_facet() -> None:
    for checklist, item in CATALOG.items():
        assert item.help, item.id
        assert item.facets.get("role") and item.facets.get("topic"), item.id
        assert checklist.facets.get("phase"), checklist.id


def test_a_requirement_is_one_sentence_that_can_be_answered_yes_or_no() -> None:
    for item in ITEMS:
        if item.kind == "requirement":
            assert item.requirement.startswith("Leverandøren skal "), item.id
            assert item.requirement.endswith("."), item.id
            assert not re.search(r"[.!?] [A-ZÆØÅ]", item.requirement), item.id
            assert not re.search(r"\b(tilstrekkelig|rimelig|god|så langt)\b", item.requirement), (
                item.id
            )


def test_a_text_is_one_sentence() -> None:
    for steps, _, entry in places(CATALOG):
        if isinstance(entry, Item):
            assert entry.text.endswith("."), entry.id
            assert not re.search(r"[.!?] [A-ZÆØÅ]", entry.text), (entry.id, steps)
            assert len(entry.text) <= 140, entry.id


def test_no_two_items_say_the_same() -> None:
    for texts in ([i.text for i in ITEMS], [i.requirement for i in ITEMS if i.requirement]):
        assert [t for t, n in Counter(texts).items() if n > 1] == []
    for one in ITEMS:
        mine = set(words(one.text))
        for two in ITEMS[ITEMS.index(one) + 1 :]:
            other = set(words(two.text))
            assert len(mine & other) / len(mine | other) < 0.7, (one.id, two.id)


def test_an_item_on_unconfirmed_ground_says_so() -> None:
    facts = {fact.id: fact for fact in CATALOG.facts}
    for item in ITEMS:
        if any(facts[f].status == "open" and len(item.facts) == 1 for f in item.facts):
            named = item.status == "open" or not item.updated or "ikke" in item.updated.note
            assert named, item.id


def test_every_fact_has_a_source_or_is_open() -> None:
    for fact in CATALOG.facts:
        assert fact.sources or fact.status == "open", fact.id


def own_texts() -> dict[str, str]:
    """Every text that a reader meets: the data file and the pages."""
    files = [ROOT / "checklists.yml", *own_pages(ROOT)]
    return {str(f.relative_to(ROOT)): f.read_text(encoding="utf-8") for f in files}


NAMES = [
    line
    for line in (DATA / "shared_names.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def shared_runs() -> list[tuple[str, str]]:
    """(file, run) for every eight words in a row that the 2010 text has too."""
    known = set((DATA / "source_runs.txt").read_text(encoding="utf-8").split())
    return [
        (name, run)
        for name, text in own_texts().items()
        for digest, run in runs(text)
        if digest in known
    ]


def test_no_eight_words_in_a_row_are_taken_from_2010() -> None:
    excepted = [" ".join(words(name)) for name in NAMES]
    assert [s for s in shared_runs() if not any(s[1] in name for name in excepted)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_excepted_name_is_needed(name: str) -> None:
    assert any(run in " ".join(words(name)) for _, run in shared_runs())


def test_a_run_taken_from_2010_would_be_caught() -> None:
    known = set((DATA / "source_runs.txt").read_text(encoding="utf-8").split())
    title = "Databehandleravtaler etter personopplysningsloven og helseregisterloven"
    title += ", veileder, datert 26.5.2009"
    assert [digest in known for digest, _ in runs(title)] == [True] * 3
    assert [digest in known for digest, _ in runs(title.replace("og", "eller"))] == [False] * 3


def test_menu_of_the_lists_follows_the_data() -> None:
    text = (ROOT / "docs" / "sjekklister" / ".nav.yml").read_text(encoding="utf-8")
    named = re.findall(r"- ([a-z-]+)\.md", text)
    titles = {value.id: value.title for value in CATALOG.facets["phase"]}
    by_phase = [c for phase in titles for c in CATALOG.checklists if c.facets["phase"][0] == phase]
    assert named == ["index", *(c.id for c in by_phase)]
    phases = dict.fromkeys(titles[c.facets["phase"][0]] for c in by_phase)
    assert re.findall(r"^  - ([A-ZÆØÅ]\w+):", text, re.MULTILINE) == list(phases)


def front_matter() -> dict[str, dict[str, object]]:
    """Page → its front matter."""
    made = {}
    for file in own_pages(ROOT):
        text = file.read_text(encoding="utf-8")
        if text.startswith("---\n"):
            made[str(file.relative_to(ROOT / "docs"))] = (
                yaml.safe_load(text.split("---\n")[1]) or {}
            )
    return made


def test_every_reference_of_2010_is_carried_by_a_page_an_item_or_a_term() -> None:
    carried = {ref for item in ITEMS for ref in item.source}
    carried |= {ref for term in CATALOG.terms for ref in term.source}
    for page in front_matter().values():
        carried |= {str(ref) for ref in page.get("source", [])}  # type: ignore[attr-defined]
    wanted = references() - references("pullquote")
    assert wanted - carried == set()
    assert carried - references() - {"new"} == set()


GUIDE_PAGES = (
    *("index", "kortversjon", "hva-er-outsourcing", "ansvar-og-regler", "forundersokelse"),
    *("strategi", "leveransemodeller", "kjenn-leverandoren", "velg-leverandor", "kravdokument"),
    *("avtale/index", "avtale/sjekkliste", "oppstart", "drift", "avslutning", "ansatte"),
    *("sjekklister/index", "begreper", "oppdateringer", "om"),
)


@pytest.mark.parametrize("name", GUIDE_PAGES)
def test_guide_page_is_there_with_title_description_and_date(name: str) -> None:
    page = front_matter()[f"{name}.md"]
    assert page.get("title") and len(str(page.get("description"))) >= 40
    assert page.get("revised")


def test_a_guide_page_says_what_to_do_what_can_go_wrong_and_what_to_read_next() -> None:
    left_out = {"index", "kortversjon", "sjekklister/index", "begreper", "oppdateringer", "om"}
    for name in set(GUIDE_PAGES) - left_out:
        text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
        assert "{{ checklist(" in text, name
        assert re.search(r"## (Dette kan gå galt|Hva kan gå galt)", text), name
        assert "## Les videre" in text, name
        assert re.search(r"^1\. |## Hva kan dere vente", text, re.MULTILINE), name


def test_every_list_is_used_on_a_guide_page() -> None:
    text = "".join((ROOT / "docs" / f"{n}.md").read_text(encoding="utf-8") for n in GUIDE_PAGES)
    for checklist in CATALOG.checklists:
        assert f'checklist("{checklist.id}"' in text, checklist.id


def test_addresses_of_2010_are_text_and_never_links(site: Path) -> None:
    dead = ("nsm.stat.no", "difi.no", "aspnorge.no", "itil.co.uk", "itilfoundations", "itsmf.no")
    for page in site.rglob("*.html"):
        links = re.findall(r'href="([^"]+)"', page.read_text(encoding="utf-8"))
        assert not [link for link in links if any(name in link for name in dead)], page


def test_reading_level_is_at_most_40_over_the_site_and_45_on_a_page(site: Path) -> None:
    found = lix.levels(site)
    assert len(found) >= 45
    assert lix.whole(found).lix <= 40
    assert {name: made.lix for name, made in found.items() if made.lix > 45} == {}


def test_reading_level_counts_as_it_says() -> None:
    made = lix.level("Dette er en prøve. Kortere setninger: ja!\nSiste blokk uten punktum")
    assert (made.words, made.sentences, made.long_words) == (11, 4, 3)


def test_facts_read_long_ago_are_warned_of_and_stop_nothing() -> None:
    tree, _ = source.read(ROOT / "checklists.yml", "checklists.yml")
    assert tree is not None
    assert checks.stale(CATALOG, tree, date(2027, 11, 1)) == []
    told = checks.stale(CATALOG, tree, date(2027, 12, 1))
    assert len(told) == sum(bool(f.sources) for f in CATALOG.facts)
    assert {p.level for p in told} == {"warning"}
    read = max(one.read for one in CATALOG.facts[0].sources)
    assert f"was last read {read}, more than 12 months ago" in told[0].message


def test_availability_in_hours_is_right() -> None:
    # 0.5 % of 8,760 hours is 43.8 hours; 0.1 % of 720 hours is 43.2 minutes.
    assert lookups.lost(99.5, 8760) == (43, 48)
    assert lookups.lost(99.9, 720) == (0, 43)


def test_feed_holds_every_fact_and_every_release_newest_first(site: Path) -> None:
    root = etree.parse(site / "oppdateringer.xml").getroot()
    space = "{http://www.w3.org/2005/Atom}"
    entries = root.findall(f"{space}entry")
    releases = list(load.read_releases(ROOT / "releases"))
    assert len(entries) == len(CATALOG.facts) + len(releases)
    dates = [entry.findtext(f"{space}updated") or "" for entry in entries]
    assert dates == sorted(dates, reverse=True)
    assert len({entry.findtext(f"{space}id") for entry in entries}) == len(entries)


def test_glossary_is_in_norwegian_order() -> None:
    words = ["Ås", "Zebra", "Ære", "Øl", "avtale"]
    made = sorted(words, key=lambda word: forms.alphabetical(word, "nb"))
    assert made == ["avtale", "Zebra", "Ære", "Øl", "Ås"]
