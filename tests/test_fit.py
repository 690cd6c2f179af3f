"""Which items a firm gets: the firms of cases/firms.yml, and the sum as its reader meets it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

import pytest
from firms import firms
from guide import CATALOG
from project import GOOD, Project

from macros.catalog import fit
from macros.catalog.firms import anew, counted
from macros.catalog.item import Item

FIRMS = firms()
MOST_SHOWN = 200
MOST_MUST = 0.15  # of all items


@pytest.mark.parametrize("name", FIRMS)
def test_a_firm_gets_the_items_that_were_read_and_no_more_than_it_can_work_through(
    name: str,
) -> None:
    firm: Any = FIRMS[name]
    shown = list(fit.fitting(CATALOG, firm["answers"]))
    assert [item.id for item in shown] == firm["items"]
    found = counted(shown)
    assert {k: n for k, n in found.items() if n > firm["most"].get(k, n)} == {}


def test_the_bakery_gets_a_document_of_12_to_15_requirements() -> None:
    shown = list(fit.fitting(CATALOG, FIRMS["bakery"]["answers"]))
    assert 12 <= counted(shown)["requirements"] <= 15


def test_the_sheet_for_those_who_are_few_is_what_the_bakery_gets() -> None:
    on_it = [item.id for _, item in CATALOG.items() if item.level == "1"]
    assert on_it == FIRMS["bakery"]["items"]


def test_who_has_no_critical_systems_gets_nothing_that_goes_on_all_night() -> None:
    for name in ("bakery", "accountants", "engineers", "clinic"):
        for item in fit.fitting(CATALOG, FIRMS[name]["answers"]):
            assert "hele døgnet" not in item.requirement, (name, item.id)


def test_nobody_gets_more_than_200_items_unless_she_asks_for_them() -> None:
    """Every combination of answers to the questions that are asked first."""
    first = [q for q in CATALOG.profile if not q.ask_at]
    ids = [q.id for q in first]
    for answers in itertools.product(*([o.id for o in q.options] for q in first)):
        said = dict(zip(ids, answers, strict=True))
        assert counted(list(fit.fitting(CATALOG, said)))["items"] <= MOST_SHOWN, said


def test_without_answers_and_when_asked_for_everything_is_shown() -> None:
    every = [item for _, item in CATALOG.items()]
    assert list(fit.fitting(CATALOG, {})) == every
    assert list(fit.fitting(CATALOG, {fit.CHOSEN: "3"})) == every
    assert list(fit.fitting(CATALOG, {"storrelse": "finnes-ikke", fit.CHOSEN: "9"})) == every


def test_the_highest_level_wins_and_a_reader_may_choose_another() -> None:
    small, public = {"storrelse": "under-ti"}, {"storrelse": "under-ti", "sektor": "offentlig"}
    assert [fit.level(CATALOG, said) for said in (small, public)] == [1, 2]
    assert fit.level(CATALOG, public | {fit.CHOSEN: "1"}) == 1
    # Who has not said how many they are, is not taken for a small one.
    assert fit.level(CATALOG, {"sektor": "privat", "kritisk": "nei"}) == 3


def test_must_is_what_one_does_not_sign_without() -> None:
    every = counted([item for _, item in CATALOG.items()])
    assert every["must"] <= MOST_MUST * every["items"]
    assert all(item.level and item.minutes for _, item in CATALOG.items())


def unseen(items: Iterable[Item]) -> list[str]:
    """What one does not sign without, and sees only after having asked for everything."""
    return [item.id for item in items if item.priority == "must" and item.level == "3"]


def test_what_one_does_not_sign_without_is_seen_by_all_but_the_smallest() -> None:
    every = [item for _, item in CATALOG.items()]
    assert unseen(every) == []
    planted = [item.model_copy(update={"level": "3"}) for item in every if item.priority == "must"]
    assert len(unseen(planted)) == counted(every)["must"]


def test_a_guide_without_levels_shows_everything_whatever_is_answered() -> None:
    lists = [
        c.model_copy(update={"items": tuple(_bare(entry) for entry in c.items)})
        for c in CATALOG.checklists
    ]
    bare = CATALOG.model_copy(update={"checklists": tuple(lists)})
    assert fit.asked_for(bare) == {}
    assert len(list(fit.fitting(bare, {"storrelse": "under-ti"}))) == len(list(bare.items()))


def _bare(entry: Any) -> Any:
    if hasattr(entry, "items"):
        return entry.model_copy(update={"items": tuple(_bare(one) for one in entry.items)})
    return entry.model_copy(update={"level": ""}) if hasattr(entry, "level") else entry


def test_the_items_of_a_firm_are_written_anew_and_the_rest_of_the_file_stays() -> None:
    text = "# Om\n\nfirma:\n  answers:\n    a: b\n  items:\n    - en\n    - to\n# Slutt\n"
    assert anew(text, {"firma": ["tre"]}) == text.replace("    - en\n    - to\n", "    - tre\n")


@pytest.mark.parametrize("levels", [False, True])
def test_a_guide_without_levels_asks_nothing_on_its_front_page(
    project: Project, levels: bool
) -> None:
    text = GOOD.read_text(encoding="utf-8")
    if levels:
        text = text.replace(
            "        title: I skyen\n", "        title: I skyen\n        level: 1\n"
        )
        text = text.replace("        kind: task\n", "        kind: task\n        level: 2\n", 1)
    project.write("checklists.yml", text)
    project.write("docs/index.md", "# Prøve\n\n{{ start() }}\n")
    made = project.build()
    assert made.exit_code == 0, made.output
    page = project.page(".")
    assert ("<check-start" in page, "<check-next" in page) == (levels, True)
