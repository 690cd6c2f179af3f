"""What the search finds: words typed in many ways lead to the right place."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Protocol

import pytest
from conftest import ROOT
from places import own_pages
from playwright.sync_api import Page

from benchmarks import queries
from macros import load
from macros.search import words

from ..opening import Opener, Tabs
from ..within import within


class Find(Protocol):
    """The addresses of at most `most` answers to each query, best first."""

    def __call__(self, queries: list[str], most: int = 5, **only: str) -> list[list[str]]: ...


@pytest.fixture(scope="module")
def find(tabs: Tabs) -> Iterator[Find]:
    """The engine in one page, for all tests of what it finds: it keeps nothing of a query."""
    opener = Opener(tabs)
    page = opener("om/")
    within(page, "search", "open")

    def asked(queries: list[str], most: int = 5, **only: str) -> list[list[str]]:
        found: list[list[str]] = within(page, "search", "find", [queries, most, only])
        return found

    yield asked
    assert opener.end() == []


BACKUP = "sjekklister/beredskap-og-hendelser/#rutiner-for-sikkerhetskopi"


@pytest.mark.parametrize(
    ("query", "leads"),
    [
        ("backup", "begreper/#sikkerhetskopi"),
        ("sikkerhetskopiene", BACKUP),
        ("sikkerhets kopi", BACKUP),
        ("sikkerhetkopi", BACKUP),
        ("behandleravtale", "begreper/#databehandleravtale"),
        ("databehandleravtalene", "begreper/#databehandleravtale"),
        ("it drift", "begreper/#it-tjeneste"),
        ("itdrift", "begreper/#it-tjeneste"),
        ("IT-drift", "begreper/#it-tjeneste"),
        ("resposntid", "begreper/#svartid"),
        ("leverandorvalg", "velg-leverandor/"),
        ("leverandørvalg", "velg-leverandor/"),
        ("lonnsomhet", "sjekklister/realistiske-forventninger/#forventer-lavere-kostnader"),
        ("loennsomhet", "sjekklister/realistiske-forventninger/#forventer-lavere-kostnader"),
        (
            "hvem eier programvaren vår",
            "sjekklister/kravdokument/#rettigheter-til-egen-programvare",
        ),
        ("si opp leverandør", "begreper/#exit"),
        ("overforing til tredjeland", "begreper/#overforing-til-tredjeland"),
        ("LV-2.16", "sjekklister/kravdokument/#rettigheter-til-egen-programvare"),
        ("kravdokument word", "nedlasting/kravdokument.docx"),
    ],
)
def test_what_is_typed_finds_what_is_meant(find: Find, query: str, leads: str) -> None:
    (found,) = find([query])
    assert leads in found, found


def with_soft_hyphens(query: str) -> str:
    """As a text is copied from a page that may cut its words."""
    return re.sub(r"(\w{3})(?=\w{2})", "\\1\u00ad", query)


def test_letters_that_look_the_same_find_the_same(find: Find) -> None:
    files = sorted((ROOT / "tests" / "data").glob("queries*.csv"))
    rows = [row for file in files for row in csv.reader(file.read_text("utf-8").splitlines()[1:])]
    typed = sorted({row[0] for row in rows})
    composed = find([unicodedata.normalize("NFC", query) for query in typed])
    apart = [unicodedata.normalize("NFD", query) for query in typed]
    cut = [with_soft_hyphens(query) for query in typed]
    assert len([query for query in typed if query in cut]) < len(typed) / 4
    assert len([query for query in typed if query not in apart]) > 20
    assert find(apart) == composed
    assert find(cut) == composed


def test_letters_that_are_not_composed_would_find_something_else(opener: Opener) -> None:
    page = opener("om/")
    within(page, "search", "open")
    typed = ["sårbarhet", "håndtering av sikkerhetskopi", "åpningstid", "tilgangsstyring"]
    ways = {"as they are": typed, "apart": [unicodedata.normalize("NFD", q) for q in typed],
            "cut": [with_soft_hyphens(q) for q in typed]}  # fmt: skip
    right = within(page, "search", "find", [typed, 5, {}])
    assert all(right)
    found = {way: within(page, "search", "uncomposed", [q, 5, {}]) for way, q in ways.items()}
    assert found["as they are"] == right and right not in (found["apart"], found["cut"])


def test_every_item_is_found_by_its_own_text(find: Find) -> None:
    items = list(load.load(ROOT).items())
    found = find([item.text for _, item in items], 3)
    for (checklist, item), addresses in zip(items, found, strict=True):
        assert f"sjekklister/{checklist.id}/#{item.id}" in addresses, item.id


def test_figures_on_the_half_that_was_tuned_on(find: Find) -> None:
    """Not the proof (the kept half is), but a change that loses answers is seen here."""
    file = ROOT / "tests" / "data" / "queries.csv"
    rows, faults = queries.queries(file, load.load(ROOT), "tune")
    assert faults == []
    ranks = []
    answers = find([query for query, _ in rows], 20)
    for (_, wanted), urls in zip(rows, answers, strict=True):
        found = [(path, anchor) for path, _, anchor in (url.partition("#") for url in urls)]
        ranks.append(queries.rank(found, wanted))
    figures = queries.figures(ranks)
    assert len(rows) > 90
    assert figures["success@1"] >= 0.8 and figures["success@3"] >= 0.95, figures


def _kind(address: str) -> str:
    """What an answer is, by its address: a list, an item, a term, a page or a part of one."""
    path, part, _ = address.partition("#")
    room = path.split("/")[0]
    return f"{room if room in ('sjekklister', 'begreper') else 'page'}{part}"


def _unseen(page: Page) -> tuple[dict[str, float], int, int]:
    """The figures of the unseen queries, of their half to tune on; and how many lists are among
    the first five answers, and kinds of answers among the first three, all queries together."""
    folder = ROOT / "tests" / "data" / "unseen"
    asked = []
    for file in (*sorted(folder.glob("*.csv")), *sorted(folder.glob("second/*.csv"))):
        rows, faults = queries.queries(file, load.load(ROOT), "tune")
        assert faults == [] and len(rows) >= 18, file
        asked += [(query, wanted) for query, wanted in rows if wanted]
    answers = within(page, "search", "find", [[query for query, _ in asked], 20, {}])
    ranks, lists, kinds = [], 0, 0
    for (_, wanted), urls in zip(asked, answers, strict=True):
        found = [(path, anchor) for path, _, anchor in (url.partition("#") for url in urls)]
        ranks.append(queries.rank(found, wanted))
        lists += len({path for path, _ in found[:5]})
        kinds += len({_kind(url) for url in urls[:3]})
    return queries.figures(ranks), lists, kinds


@pytest.mark.slow
def test_figures_on_queries_written_unseen(opener: Opener) -> None:
    """On the half that was tuned on; and fewer when a word counts only because it is there, when a
    whole gets nothing of its parts, or when there is no other way to a word. One list shown after
    another gives more of them than all items of one, and a third answer of another kind more
    kinds."""
    page = opener("om/")
    within(page, "search", "open")
    figures, lists, kinds = _unseen(page)
    assert figures["success@1"] >= 0.73 and figures["success@3"] >= 0.88, figures
    for weights in ({"soft": 0}, {"up": 0}, {"worth.parts": 0, "worth.loose": 0, "worth.same": 0}):
        before = within(page, "search", "weigh", weights)
        assert _unseen(page)[0]["mrr"] < figures["mrr"], weights
        within(page, "search", "weigh", before)
    before = within(page, "search", "weigh", {"againItem": 1})
    assert _unseen(page)[1] < lists
    within(page, "search", "weigh", before)
    before = within(page, "search", "weigh", {"alike": 1})
    assert _unseen(page)[2] < kinds
    within(page, "search", "weigh", before)
    assert _unseen(page) == (figures, lists, kinds)


def test_browser_and_build_know_the_same_words(opener: Opener) -> None:
    """Both read the same rules; every word of the site comes out the same from both."""
    rules = words.rules("nb")
    text = " ".join(f.read_text(encoding="utf-8") for f in own_pages(ROOT))
    text += (ROOT / "checklists.yml").read_text(encoding="utf-8")
    text += " Ærlig aaå Œuvre ½ kl. 10.30 a’b"
    found = json.loads(within(opener("om/"), "search", "words", text))
    mine = [[list(forms), [rules.stem(f) for f in forms]] for forms in rules.tokens(text)]
    assert len(mine) > 20_000
    assert found == mine
