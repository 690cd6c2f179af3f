"""A team's folder in browsers that open none: files read in and dropped, and one's own put by."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

ITEM, OTHER = "kjenn-egen-it", "ki-verktoy-i-bruk"
WHEN = "2026-11-26T10:00:00Z"
HEARD = "document.querySelector('check-folder [data-heard]').textContent"
STORED = "localStorage.getItem('checklists:it-outsourcing')"
TOLD = f"({HEARD}).includes('De er skrevet av Kari.') && ({STORED}).includes('fra Kari')"
# What a hand does with a mouse no driver does: files come in the event that it would make.
DROP = """(() => { const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([%s], "kari-a2222222.json", { type: "application/json" }));
  document.querySelector("check-folder summary").dispatchEvent(
    new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer })); })()"""


class Engine(Protocol):
    def go(self, address: str) -> None: ...
    def click(self, place: str) -> None: ...
    def write(self, place: str, text: str) -> None: ...
    def give(self, place: str, file: Path) -> None: ...
    def value(self, script: str) -> object: ...
    def faults(self) -> object: ...


def file_of_karis(note: str) -> str:
    """What Kari's browser has written in the folder."""
    entry = [note, WHEN, "w:2", "Kari"]
    project = {"seen": {"w": 2}, "name": [["Lønn", WHEN, "w:1", "Kari"]], "gone": []}
    parts = {"items": {ITEM: {"note": [entry]}}, "profile": {}, "documents": {}}
    team = {"writer": "kari-a2222222", "turn": "t1", "name": "Kari"}
    local = {"current": "", "saved": "", "changes": 0, "label": ""}
    made = {"site": "it-outsourcing", "team": team, "version": 2, "local": local}
    return json.dumps(made | {"projects": {"p1": project | parts}})


def carried(
    engine: Engine, base: str, folder: Path, until: Callable[[Callable[[], object]], object],
    *, drops: bool,
) -> Path:  # fmt: skip
    """Ola reads Kari's file in, then a newer one, dropped where an event that nobody's hand made
    brings files; gives what he puts into the folder, as soon as it is there."""
    there = folder / "IT-avtalen" / "it-outsourcing" / "p1"
    there.mkdir(parents=True)
    (there / "kari-a2222222.json").write_text(file_of_karis("fra Kari"), encoding="utf-8")
    engine.go(base + "min-plan/")
    until(lambda: engine.value("!document.querySelector('check-plan').hidden"))
    engine.click(".guide-plan__fold:has(#plan-sammen) > summary")
    until(lambda: engine.value("!document.querySelector('check-folder [data-cannot]').hidden"))
    assert engine.value("document.querySelector('check-folder [data-do=pick]').hidden")
    engine.write("check-folder [data-begin] input", "Ola")
    engine.give("check-folder input[accept]", there / "kari-a2222222.json")
    engine.click("check-folder [data-join] .guide-plan__main")
    until(lambda: engine.value(TOLD))

    newer = file_of_karis("ny fra Kari").replace("w:2", "w:3").replace('"w": 2', '"w": 3')
    if drops:
        engine.value(DROP % json.dumps(newer))
    else:
        (there / "kari-a2222222.json").write_text(newer, encoding="utf-8")
        engine.give("check-folder input[accept]", there / "kari-a2222222.json")
    until(lambda: engine.value(f"({STORED}).includes('ny fra Kari')"))
    engine.click("check-folder [data-do=give]")

    def given() -> list[Path]:
        return [one for one in folder.rglob("ola-*.json") if one.stat().st_size]

    found = until(given)
    assert isinstance(found, list)
    assert "/p1" in str(engine.value(HEARD)) and not engine.faults()
    return Path(found[0])


def check(file: Path) -> None:
    """It is Ola's own, with all that he has read."""
    made = json.loads(file.read_text(encoding="utf-8"))
    assert made["team"]["name"] == "Ola" and file.stem == made["team"]["writer"]
    (entry,) = made["projects"]["p1"]["items"][ITEM]["note"]
    assert entry[0] == "ny fra Kari"
