"""Files that mean harm get one sentence and change nothing."""

from __future__ import annotations

import json
from pathlib import Path

from ..opening import Opener
from .hostile import ENTRY, GOOD, HOSTILE, SCRIPT
from .steps import unfold


def test_there_are_at_least_40_hostile_files() -> None:
    assert len(HOSTILE) >= 40


def test_a_hostile_file_gets_one_sentence_and_changes_nothing(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener("min-plan/")
    store = "localStorage.getItem('checklists:it-outsourcing')"
    page.evaluate(
        "text => localStorage.setItem('checklists:it-outsourcing', text)", json.dumps(GOOD)
    )
    page.reload()
    unfold(page)
    before = page.evaluate(store)
    for name, content in HOSTILE.items():
        file = tmp_path / "fil.json"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        page.locator("[data-open]").set_input_files(file)
        told = page.locator("[data-preview] p[role=status]")
        page.wait_for_function(
            "() => document.querySelector('[data-preview] p').textContent.includes('Ingenting')"
        )
        assert told.inner_text().count("Ingenting er endret.") == 1, name
        assert page.locator("[data-merge]").is_hidden(), name
        assert page.evaluate(store) == before, name
        assert page.evaluate("window.hit") is None, name
        page.evaluate("document.querySelector('[data-preview] p').textContent = ''")


def test_markup_in_every_field_is_shown_as_text(opener: Opener, tmp_path: Path) -> None:
    made = json.loads(json.dumps(GOOD))
    project = made["projects"]["p1"]
    project["name"] = [[SCRIPT, *ENTRY[1:2], "abc123:1", SCRIPT[:60]]]
    fields = {name: [[SCRIPT, ENTRY[1], "abc123:2", SCRIPT[:60]]]
              for name in ("reason", "answer", "note", "responsible", "wording")}  # fmt: skip
    project["items"] = {"kjenn-egen-it": fields, "borte-punkt": fields}
    file = tmp_path / "fil.json"
    file.write_text(json.dumps(made), encoding="utf-8")
    page = opener("min-plan/")
    unfold(page)
    page.locator("[data-open]").set_input_files(file)
    page.locator("[data-act=merge]").click()
    page.wait_for_selector("[data-strays] li")
    assert SCRIPT in page.locator("[data-strays] li").inner_text()
    page.goto(page.url.replace("min-plan/", "sjekklister/orden-i-eget-hus/"))
    page.locator("[data-item=kjenn-egen-it] .checklist__edit").click()
    assert page.locator("[name=note]").input_value() == SCRIPT
    assert page.evaluate("window.hit") is None
