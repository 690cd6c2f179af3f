"""The search index: words to stems, compounds to parts, sections, files that fit together."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from benchmarks import queries
from macros import load
from macros.language import strings
from macros.search import documents, words
from macros.search.sections import sections
from macros.site import Site

NB = words.rules("nb")
FOLDER = Path("assets/sok")

# A bare word and its inflected forms must come to the same stem, or neither finds the other.
FORMS = [
    "avtale avtalen avtaler avtalene avtalens",
    "leverandør leverandøren leverandører leverandørene leverandørens leverandørenes",
    "konsulent konsulenten konsulenter konsulentene",
    "bruker brukeren brukere brukerne brukerens",
    "oppsigelse oppsigelsen oppsigelser oppsigelsene oppsigelsens",
    "opplæring opplæringen opplæringer",
    "dokumentere dokumenterer dokumentert dokumentering dokumentasjon dokumentasjonen",
    "nivå nivået nivåer nivåene",
    "pris prisen priser prisene",
    "system systemet systemer systemene",
    "liste listen lister listene",
    "virksomhet virksomheten virksomheter virksomhetene",
    "budsjett budsjettet budsjetter budsjettene",
    "prosess prosessen prosesser prosessene",
    "møte møtet møter møtene",
    "rapport rapporten rapporter rapportene rapportere",
    "kvalitet kvaliteten kvalitetens",
    "ansiennitet ansienniteten",
]


@pytest.mark.parametrize("forms", FORMS)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({NB.stem(NB.fold(form)) for form in forms.split()}) == 1, forms


@pytest.mark.parametrize(
    ("one", "other"),
    [("avtale", "avgift"), ("pris", "privat"), ("drift", "driv"), ("leder", "ledig")],
)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert NB.stem(NB.fold(one)) != NB.stem(NB.fold(other))


@pytest.mark.parametrize(
    ("written", "typed"),
    [("lønnsomhet", "lonnsomhet"), ("lønnsomhet", "loennsomhet"), ("årlig", "aarlig"),
     ("årlig", "arlig"), ("særlige", "saerlige"), ("særlige", "sarlige"), ("SLA", "sla"),
     ("café", "cafe"), ("Grønn", "GRÖNN")],
)  # fmt: skip
def test_letters_are_found_as_they_are_typed(written: str, typed: str) -> None:
    assert NB.fold(written) == NB.fold(typed)


@pytest.mark.parametrize(
    "forms",
    ["gå går gikk gått", "liten lite små minst", "ta tar tok tatt", "uke uka ukene", "natt nettene",
     "gammel gamle eldre", "stor større størst", "kriterium kriterier kriteriene"],
)  # fmt: skip
def test_irregular_forms_have_one_stem(forms: str) -> None:
    assert len({NB.stem(NB.fold(form)) for form in forms.split()}) == 1, forms


@pytest.mark.parametrize(
    "forms",
    ["agreement agreements agreed agree", "require required requirement requirements",
     "terminate terminated termination", "organise organization organisations", "secure securely",
     "negotiate negotiation", "delivery deliveries delivered", "write wrote written",
     "supplier suppliers", "person people"],
)  # fmt: skip
def test_english_forms_have_one_stem(forms: str) -> None:
    rules = words.rules("en")
    assert len({rules.stem(rules.fold(form)) for form in forms.split()}) == 1, forms


@pytest.mark.parametrize(
    ("one", "other"),
    [("mål", "mal"), ("råd", "rad"), ("låst", "last"), ("overføre", "overfor"), ("våre", "vare")],
)
def test_words_that_are_others_without_their_letters_are_told_apart(one: str, other: str) -> None:
    assert NB.fold(one) != NB.fold(other)
    together = words.Rules({**NB.source, "apart": ()})
    assert together.fold(one)[:3] == together.fold(other)[:3]


def test_without_irregular_words_forms_are_strangers() -> None:
    plain = words.Rules({**NB.source, "irregular": ()})
    assert plain.stem("gikk") != plain.stem("gatt")


def test_no_word_is_both_weak_and_without_meaning() -> None:
    assert not {NB.fold(word) for word in NB.data["weak"]} & NB.stop


def test_a_hyphen_joins_and_parts() -> None:
    assert list(NB.tokens("IT-drift og 24/7")) == [
        ("itdrift", "it", "drift"), ("og",), ("247", "24", "7")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("databehandleravtale", ["data", "behandler", "avtale"]),
        ("sikkerhetskopi", ["sikkerhet", "kopi"]),
        ("itdrift", ["it", "drift"]),
        ("oppsigelsestid", ["oppsigelse", "tid"]),
        ("avtale", []),
    ],
)
def test_compounds_fall_into_known_parts(compound: str, parts: list[str]) -> None:
    known = ["data", "behandler", "avtale", "sikkerhet", "kopi", "drift", "oppsigelse"]
    stems = dict.fromkeys((NB.stem(NB.fold(word)) for word in known), 1)
    assert NB.split(NB.fold(compound), stems) == [NB.stem(NB.fold(part)) for part in parts]


def test_a_word_with_an_ending_is_no_compound() -> None:
    """«Overlevering» is not «overlever» and «ring», although both are words."""
    stems = dict.fromkeys((NB.stem(NB.fold(word)) for word in ["ring", "overlevere", "rapport"]), 1)
    assert NB.split("overlevering", stems) == []
    assert NB.split("ringrapport", stems) == [NB.stem("ring"), NB.stem("rapport")]
    assert NB.split("overlevering", stems | {"overlever": 1, "lever": 1, "over": 1}) == []


def test_what_is_left_of_an_ending_is_no_end_of_a_word() -> None:
    known = {"lig": 1, "vedlig": 1, "plan": 1}
    assert "ligens"[:3] in known and NB.ends("inteligens", known) == []
    assert NB.ends("xxxxplan", known) == ["plan"]


def test_a_title_that_many_sections_have_does_not_lead_to_them() -> None:
    """«Dette kan gå galt» stands on many pages, and says nothing of what does."""

    def weights(pages: int, title: str) -> set[float]:
        made = {
            f"side-{n}/": f'<article><h1 id="a">Side {n}</h1><h2 id="b">{title}</h2><p>x</article>'
            for n in range(pages)
        }
        found = documents.documents(load.load(ROOT), strings.load("nb"), Site("x"), made, ())
        return {one.fields[0][0] for one in found if one.kind == "section"}

    assert weights(documents.USUAL, "Dette kan gå galt") == {documents.NAMELESS}
    assert weights(documents.USUAL - 1, "Dette kan gå galt") == {documents.NAMING}


def test_a_language_without_rules_still_searches() -> None:
    assert words.rules("sv").stem("avtal") == "avtal"


def test_sections_leave_out_what_is_marked() -> None:
    page = """<article class="x"><h1 id="a">En<a class="headerlink" href="#a">¶</a></h1>
        <p>To <b>tre</b>, fire.</p><div data-search-exclude><p>skjult</p><div>skjult</div></div>
        <check-list><h2>x</h2></check-list><h2 id="b">Fem</h2><ul><li>seks<li>sju</ul>
        <img src="x"><p>åtte &amp; ni</p></article>"""
    found = [(s.level, s.anchor, s.title, s.text) for s in sections(page)]
    assert found == [(1, "a", "En", "To tre, fire."), (2, "b", "Fem", "seks sju åtte & ni")]


def read(site: Path, name: str) -> Any:
    return json.loads((site / FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def pieces(site: Path, name: str, head: dict[str, Any]) -> list[Any]:
    return [row for n in range(len(head["starts"][name])) for row in read(site, f"{name}-{n}")]


def test_index_fits_together(site: Path) -> None:
    head = read(site, "hode")
    assert isinstance(head, dict)
    texts, rows = pieces(site, "tekst", head), pieces(site, "treff", head)
    assert len(texts) == sum(count for _, count in head["kinds"])
    assert len(rows) == head["words"]
    assert sum(count for _, count in head["phase"]) == len(texts)
    for row in rows:
        at = 0
        for coded in row:
            assert coded & 15, "a weight of nothing"
            at += coded >> 4
        assert at < len(texts)
    before, stems = "", []
    for row in pieces(site, "ord", head):
        before = row if isinstance(row, str) else before[: row[0]] + row[1]
        stems.append(before)
    assert stems == sorted(set(stems))
    assert len(stems) == head["words"]


def test_every_result_leads_somewhere(site: Path) -> None:
    head = read(site, "hode")
    assert isinstance(head, dict)
    pages: dict[str, str] = {}
    for title, url, _, _ in pieces(site, "tekst", head):
        path, _, anchor = url.partition("#")
        file = site / path
        file = file / "index.html" if path == "" or path.endswith("/") else file
        assert file.is_file(), url
        if anchor:
            text = pages.setdefault(path, file.read_text(encoding="utf-8"))
            assert f' id="{anchor}"' in text, url
        assert title


def test_everything_is_in_the_index_once(site: Path) -> None:
    head = read(site, "hode")
    assert isinstance(head, dict)
    urls = [url for _, url, _, _ in pieces(site, "tekst", head)]
    assert len(urls) == len(set(urls))
    catalog = load.load(ROOT)
    for checklist, item in catalog.items():
        assert f"sjekklister/{checklist.id}/#{item.id}" in urls, item.id
    for term in catalog.terms:
        assert f"begreper/#{term.id}" in urls, term.id
    for checklist in catalog.checklists:
        assert f"sjekklister/{checklist.id}/" in urls, checklist.id
        assert f"nedlasting/{checklist.id}.docx" in urls, checklist.id


def test_index_from_a_to_aa_holds_items_and_terms_in_norwegian_order(site: Path) -> None:
    text = (site / "a-til-aa" / "index.html").read_text(encoding="utf-8")
    catalog = load.load(ROOT)
    for checklist, item in catalog.items():
        assert f'href="../sjekklister/{checklist.id}/#{item.id}"' in text, item.id
    for term in catalog.terms:
        assert f'href="../begreper/#{term.id}"' in text, term.id
    letters = [part.split("<")[0] for part in text.split(' id="bokstav-')[1:]]
    letters = [letter.split(">")[-1] for letter in letters]
    order = "0ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
    assert letters == sorted(letters, key=lambda letter: order.index(letter[0]))


@pytest.mark.parametrize(
    ("expected", "found", "right"),
    [
        ("drift/", ("drift/", "motet-hver-maned"), 1),  # a page is found by its sections
        ("drift/#", ("drift/", "motet-hver-maned"), 0),  # the whole page is not
        ("drift/#", ("drift/", ""), 1),
        ("drift/#motet-hver-maned", ("drift/", ""), 0),
        ("/", ("", ""), 1),
        ("beredskap-og-hendelser", ("sjekklister/beredskap-og-hendelser/", ""), 1),
        ("", ("drift/", ""), 0),  # nothing is expected
    ],
)
def test_what_counts_as_a_right_answer(expected: str, found: queries.Address, right: int) -> None:
    wanted = list(queries.targets(expected, load.load(ROOT), ROOT / "docs"))
    assert queries.rank([found], wanted) == right


def test_what_was_written_unseen_is_no_phrase() -> None:
    """A query that stands among the phrases is no longer unseen."""
    phrases = (ROOT / "asked" / "nb.yml").read_text(encoding="utf-8")
    pages = [file.read_text(encoding="utf-8") for file in (ROOT / "docs").rglob("*.md")]
    said = " ".join(f" {phrases} {' '.join(pages)} ".lower().split())
    folder = ROOT / "tests" / "data" / "unseen"
    files = [
        f
        for sub in ("", "second/", "third/", "fourth/")
        for f in sorted(folder.glob(f"{sub}*.csv"))
    ]
    asked = [row[0] for f in files for row in csv.reader(f.read_text("utf-8").splitlines()[1:])]
    assert len(asked) == 180 + 119 + 60 + 60
    long = [query for query in asked if len(query.split()) > 3]
    # One stood there before: two had thought of the same.
    before = ["må vi lyse ut på doffin"]
    assert len(long) > 160 and [query for query in long if query in said] == before
    planted = f"{said} {long[1]} "
    assert [query for query in long if query in planted] != before


def test_what_is_kept_in_english_is_no_phrase() -> None:
    phrases = (ROOT / "asked" / "en.yml").read_text(encoding="utf-8")
    pages = [file.read_text(encoding="utf-8") for file in (ROOT / "docs" / "en").rglob("*.md")]
    said = " ".join(f"{phrases} {' '.join(pages)} ".lower().split())
    file = ROOT / "tests" / "data" / "unseen" / "en" / "firm.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    kept = [row["query"] for row in rows if row["half"] == "kept" and len(row["query"].split()) > 3]
    assert len(kept) > 15 and not any(query in said for query in kept)
    assert any(query in f"{said} {kept[0]} " for query in kept)
