"""A fork's wishes: four verbs, faults told in its own file, and what is left of upstream."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Project
from test_problems import GOOD, HERE, messages

from macros import load
from macros.catalog import select
from macros.catalog.model import Catalog

CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "tailoring.yml").read_text(encoding="utf-8"))[
    "cases"
]
WISHES = (HERE / "tailoring_good.yml").read_text(encoding="utf-8")


def tailored(root: Path, case: dict[str, Any] | None = None) -> None:
    """Writes good.yml and the tailoring file of a case into `root`."""
    text = WISHES
    if case:
        before, found, after = text.partition(case["find"])
        assert found, f"{case['name']}: {case['find']!r} is not in tailoring_good.yml"
        text = before + case["put"] + after
    (root / "local").mkdir(exist_ok=True)
    (root / "checklists.yml").write_text(GOOD, encoding="utf-8")
    (root / "local" / "tailoring.yml").write_text(text, encoding="utf-8")


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
    assert change.before == {"text": "Gjør det første."} and change.title == "Gjør det første."


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


def test_what_upstream_took_out_is_an_orphan_and_no_fault(tmp_path: Path) -> None:
    tailored(tmp_path)
    (tmp_path / "local" / "tailoring.yml").write_text(
        WISHES.replace("id: punkt-en\n    why", "id: gammelt-punkt\n    why").replace(
            "after: punkt-en", "after: gammelt-punkt"
        ),
        encoding="utf-8",
    )
    catalog = load.load(tmp_path)
    assert catalog.adapted is not None
    assert catalog.adapted.orphans == (
        ("change", "gammelt-punkt", "punkt-to"),
        ("after", "gammelt-punkt", "punkt-to"),
    )
    assert [name for name, _ in shown(catalog, 0)] == ["punkt-en", "kn-nytt"]


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
