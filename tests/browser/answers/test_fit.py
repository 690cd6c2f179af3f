"""What fits a reader and what comes next, in the scripts: the same firms as tests/test_fit.py."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from firms import firms
from guide import CATALOG

from ..conftest import Unit

FIRMS = firms()


@pytest.fixture
def catalog(site: Path) -> Any:
    return json.loads((site / "assets" / "katalog.json").read_text(encoding="utf-8"))


def test_the_browser_shows_each_firm_what_the_guide_means_for_it(unit: Unit, catalog: Any) -> None:
    for name, firm in FIRMS.items():
        assert unit("fit", "shown", catalog, firm["answers"]) == firm["items"], name


def test_no_profile_hides_what_is_answered_and_all_shows_everything(
    unit: Unit, catalog: Any
) -> None:
    assert unit("fit", "never", catalog, 300) == []
    assert len(unit("fit", "never", catalog, 50, True)) > 10  # the plant: answers are not asked


def test_what_comes_next_waits_for_what_it_rests_on(unit: Unit, catalog: Any) -> None:
    firm = FIRMS["accountants"]
    after = {item.id: item.after for _, item in CATALOG.items()}
    chain = unit("fit", "chain", catalog, firm["answers"])
    assert sorted(chain) == sorted(firm["items"])
    for n, first in enumerate(chain):
        assert not {name for name in after[first] if name in firm["items"]} - {*chain[:n]}, first


def test_in_the_whole_guide_nothing_comes_before_what_it_waits_for(
    unit: Unit, catalog: Any
) -> None:
    assert unit("fit", "early", catalog) == []
    assert unit("fit", "early", catalog, True) != []  # the plant: nothing waits


def test_the_first_thing_is_of_the_first_phase_and_what_one_has_minutes_for_fits(
    unit: Unit, catalog: Any
) -> None:
    found = unit("fit", "next", catalog, FIRMS["bakery"]["answers"], [], 30)
    home, first = CATALOG.by_id[found["all"][0]]
    assert "forundersokelse" in home.facets["phase"] and first.priority == "must"
    minutes = [int(CATALOG.by_id[name][1].minutes) for name in found["within"]]
    assert minutes and sum(minutes) <= 30


@pytest.mark.slow
def test_a_document_begins_with_nothing_that_an_answer_rules_out(unit: Unit, catalog: Any) -> None:
    """Also where nobody has asked for a level: then it begins with what must be there."""
    everything = set(unit("fit", "begun", catalog, {}))
    rules = [
        (question, answer, one)
        for _, one in CATALOG.items()
        for question, answers in one.not_relevant_when.items()
        for answer in answers
        if one.id in everything
    ]
    assert len(rules) > 5
    for question, answer, one in rules:
        for more in ({}, {"level": "3"}, {"level": "1"}):
            made = unit("fit", "begun", catalog, {question: answer} | more)
            assert made and one.id not in made, (question, answer, one.id, more)
