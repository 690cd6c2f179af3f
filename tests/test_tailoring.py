"""A fork's wishes: four verbs, faults told in its own file, and what is left of upstream."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Project
from test_problems import GOOD, HERE, messages
from wishes import WISHES, tailored

from macros import load
from macros.catalog import releases, select
from macros.catalog.model import Catalog
from macros.problems import Faulty

CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "tailoring.yml").read_text(encoding="utf-8"))[
    "cases"
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_fault_is_told_exactly(case: dict[str, Any], tmp_path: Path) -> None:
    tailored(tmp_path, case)
    assert messages(tmp_path) == case["expect"]
    assert case["expect"], "a case is a fault"


def test_there_are_at_least_40_cases() -> None:
    assert len({c["name"] for c in CASES}) == len(CASES) >= 40


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    tailored(tmp_path)
    return load.load(tmp_path)


def shown(catalog: Catalog, number: int) -> list[tuple[str, str]]:
    return [(s.item.id, s.item.code) for s in select.entries(catalog, catalog.checklists[number])]


def test_every_verb_does_what_it_says(catalog: Catalog) -> None:
    assert catalog.title == "Vår utgave"
    # The heading went with its only item, the new one has a number of its own.
    assert shown(catalog, 0) == [("punkt-en", "FU-1.01"), ("kn-nytt", "FU-1.L1")]
    assert shown(catalog, 1) == [("punkt-en", "FU-1.01"), ("punkt-to", "FU-2.01")]
    changed = catalog.by_id["punkt-en"][1]
    assert changed.text == "Gjør vårt første." and changed.priority == "must"
    assert [v.id for v in catalog.facets["role"]] == ["leder", "kn-rolle"]


def test_every_deviation_is_kept_with_its_reason(catalog: Catalog) -> None:
    assert catalog.adapted is not None and catalog.adapted.by == "Kommunen"
    assert {(d.verb, d.id, d.why) for d in catalog.adapted.deviations} == {
        ("add", "kn-rolle", ""),
        ("hide", "barn-en", "Gjelder ikke oss."),
        ("change", "punkt-en", "Vi sier det slik."),
        ("add", "kn-nytt", "Krav hos oss."),
        ("order", "liste-to", "Begynn med det viktigste."),
    }
    change = catalog.deviations["punkt-en"]
    assert change.before == {"text": "Gjør det første."} and change.title == "Gjør vårt første."


def test_without_a_tailoring_file_nothing_is_said_to_be_adapted(project: Project) -> None:
    assert load.load(project.root).adapted is None


def test_a_list_can_be_hidden_and_another_added(tmp_path: Path) -> None:
    tailored(tmp_path)
    (tmp_path / "local" / "tailoring.yml").write_text(
        "based_on: 2026.1\nby: Vi\nprefix: kn\nhide:\n  - {id: liste-to, why: Nei.}\n"
        "add:\n  - after: liste-en\n    list: {id: kn-liste, code: KN-1, title: Vår, intro: Ja.,\n"
        "      items: [{id: kn-a, text: A., kind: task, priority: must, source: [new],\n"
        "        since: 2026.1}]}\n  - to: kn-liste\n    item: {see: punkt-en}\n",
        encoding="utf-8",
    )
    catalog = load.load(tmp_path)
    assert [c.id for c in catalog.checklists] == ["liste-en", "kn-liste"]
    assert shown(catalog, 1) == [("kn-a", "KN-1.01"), ("punkt-en", "FU-1.01")]
    assert set(catalog.hidden) == {"liste-to", "punkt-to"}


def test_hiding_what_is_gone_is_met_and_told(tmp_path: Path) -> None:
    data = GOOD.replace("    replaced_by: punkt-to\n", "")
    (tmp_path / "checklists.yml").write_text(data, encoding="utf-8")
    (tmp_path / "local").mkdir()
    (tmp_path / "local" / "tailoring.yml").write_text(
        "based_on: 2026.1\nby: Vi\nprefix: kn\nhide:\n  - {id: gammelt-punkt, why: Nei.}\n",
        encoding="utf-8",
    )
    (told,) = load.load_with_places(tmp_path).warnings
    assert told.message == '"gammelt-punkt" is gone: nothing is left to hide'


def test_what_has_moved_out_of_a_hidden_list_is_told(tmp_path: Path) -> None:
    """It stood in a list that the edition leaves out, and came back under another."""
    (tmp_path / "checklists.yml").write_text(GOOD, encoding="utf-8")
    before = load.load(tmp_path)
    record = releases.record(before)
    record["checklists"][1]["items"].append(record["checklists"][0]["items"].pop(0))
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "2026.1.json").write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / "local").mkdir()
    (tmp_path / "local" / "tailoring.yml").write_text(
        "based_on: 2026.1\nby: Vi\nprefix: kn\nhide:\n  - {id: liste-to, why: Nei.}\n",
        encoding="utf-8",
    )
    (told,) = load.load_with_places(tmp_path).warnings
    assert told.message == '"punkt-en" has moved from liste-to to liste-en, and is shown there'


MERGED = '"eldre-punkt" is gone; "punkt-to", which you have, says it now'


@pytest.mark.parametrize("verb", ["hide", "change"])
def test_a_wish_does_not_pass_to_an_item_that_stood_beside(verb: str, tmp_path: Path) -> None:
    """What took over was in the version that the edition is based on: another item, not the same
    by another name."""
    data = (
        GOOD + "  - {id: eldre-punkt, since: '2026.1', replaced_by: punkt-to, why: Slått sammen.}\n"
    )
    (tmp_path / "checklists.yml").write_text(data, encoding="utf-8")
    record = releases.record(load.load(tmp_path))
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "2026.1.json").write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / "local").mkdir()
    more = ", text: Vårt." if verb == "change" else ""
    (tmp_path / "local" / "tailoring.yml").write_text(
        f"based_on: 2026.1\nby: Vi\nprefix: kn\n{verb}: [{{id: eldre-punkt, why: Nei.{more}}}]\n",
        encoding="utf-8",
    )
    if verb == "change":
        with pytest.raises(Faulty) as stopped:
            load.load(tmp_path)
        assert [p.message for p in stopped.value.problems] == [MERGED]
    made = load.load_with_places(tmp_path, forgiving=True)
    assert [p.message for p in made.warnings] == [MERGED]
    assert made.catalog.by_id["punkt-to"][1].text == "Svar på dette."


EVERY_KIND = """\
hide:
  - {id: sist, of: phase, why: Nei.}
  - {id: U01, why: Gjelder ikke.}
  - {id: drift, why: Vi vet det.}
change:
  - {id: begrep-en, why: Vårt ord., term: Ordet}
  - {id: leder, of: role, why: Hos oss., title: Kommunedirektør}
add:
  - term: {id: kn-ord, term: Vårt, text: Et ord.}
  - fact: {id: K01, text: Vedtatt., since_2010: Nytt., status: open}
  - question: {id: kn-hvor, question: Hvor?, options: [{id: a, title: A}, {id: b, title: B}]}
  - figure: {id: kn-bilde, kind: funnel, title: Bilde, text: Ord., rows: [{title: En}]}
  - parameter: {id: kn-frist, title: Frist, text: Ord., one: dag, many: dager, least: "1",
      most: "9", values: {"1": "5", "2": "5", "3": "5"}}
"""


def test_what_items_rest_on_can_be_hidden_changed_and_added(tmp_path: Path) -> None:
    (tmp_path / "checklists.yml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "local").mkdir()
    head = "based_on: 2026.1\nby: Vi\nprefix: kn\n"
    (tmp_path / "local" / "tailoring.yml").write_text(head + EVERY_KIND, encoding="utf-8")
    made = load.load(tmp_path)
    assert [v.id for v in made.facets["phase"]] == ["forst"]
    assert made.checklists[1].facets == {}, "nothing points at what is left out"
    assert [v.title for v in made.facets["role"]] == ["Kommunedirektør"]
    assert [(f.id, f.text) for f in made.facts] == [("K01", "Vedtatt.")]
    assert made.by_id["punkt-en"][1].facts == ()
    assert [q.id for q in made.profile] == ["kn-hvor"]
    assert [(x.id, x.term) for x in made.terms] == [("begrep-en", "Ordet"), ("kn-ord", "Vårt")]
    assert [f.id for f in made.figures] == ["kn-bilde"]
    assert [p.id for p in made.parameters] == ["kn-frist"]
    assert made.adapted is not None and len(made.adapted.deviations) == 10
    assert made.hidden == {}, "no list, no item"


def test_a_page_goes_on_where_a_fact_that_it_shows_is_left_out(project: Project) -> None:
    project.write("docs/side.md", '# Side\n\n{{ fact("U01") }}\n\nVidere.\n')
    head = "based_on: 2026.1\nby: Vi\nprefix: kn\nhide:\n  - {id: U01, why: Nei.}\n"
    project.write("local/tailoring.yml", head)
    result = project.build()
    assert result.exit_code == 0, result.output
    assert "Videre." in project.page("side") and "Loven gjelder" not in project.page("side")


def test_pages_paper_and_files_say_what_was_adapted(project: Project) -> None:
    project.write("docs/tilpasninger.md", "# Tilpasninger\n\n{{ deviations() }}\n")
    tailored(project.root)
    result = project.build()
    assert result.exit_code == 0, result.output
    page = project.page("sjekklister/liste-en")
    assert "Tilpasset av Kommunen" in page and "Lagt til av Kommunen" in page
    assert "Vi sier det slik." in page and "1 punkt er tatt ut" in page
    told = project.page("tilpasninger")
    for words in (
        "Gjør det første.",
        "Gjelder ikke oss.",
        "Krav hos oss.",
        "bygger på versjon 2026.1",
    ):
        assert words in told
    assert 'id="barn-en"' in project.page("punkt")
    for extension in ("csv", "md", "json"):
        file = project.root / "site" / "nedlasting" / f"liste-en.{extension}"
        text = file.read_text(encoding="utf-8-sig")
        # Markdown is for people: it has the item's code where the others have its id.
        added, hidden = ("FU-1.L1", "FU-1.02") if extension == "md" else ("kn-nytt", "barn-en")
        assert "Tilpasset av Kommunen" in text and added in text and hidden not in text


def test_a_page_may_show_a_list_that_is_hidden(project: Project) -> None:
    tailored(project.root)
    wishes = WISHES.replace("  - id: barn-en", "  - id: liste-to").split("order:")[0]
    project.write("local/tailoring.yml", wishes)
    project.write("docs/side.md", '# Side\n\n{{ checklist("liste-to") }}\n')
    assert project.build().exit_code == 0
    for name in ("side", "sjekklister/liste-to"):
        assert "er tatt ut i denne utgaven" in project.page(name)
