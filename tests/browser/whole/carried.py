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
SUMMARY = "check-folder summary"
# A file that is dropped, in the event that a hand would make.
DROP = """(() => { const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([%s], "kari-a2222222.json", { type: "application/json" }));
  document.querySelector("check-folder summary").dispatchEvent(
    new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer })); })()"""


class Engine(Protocol):
    gets_files: bool  # of what another program drops

    def go(self, address: str) -> None: ...
    def click(self, place: str) -> None: ...
    def write(self, place: str, text: str) -> None: ...
    def give(self, place: str, file: Path) -> None: ...
    def value(self, script: str) -> object: ...
    def faults(self) -> object: ...
    def drop(self, place: str, folder: Path) -> None: ...


def file_of_karis(note: str, writes: int = 2) -> str:
    """What Kari's browser has written in the folder, by so many writes."""
    entry = [note, WHEN, f"w:{writes}", "Kari"]
    project = {"seen": {"w": writes}, "name": [["Lønn", WHEN, "w:1", "Kari"]], "gone": []}
    parts = {"items": {ITEM: {"note": [entry]}}, "profile": {}, "documents": {}}
    team = {"writer": "kari-a2222222", "turn": "t1", "name": "Kari"}
    local = {"current": "", "saved": "", "changes": 0, "label": ""}
    made = {"site": "it-outsourcing", "team": team, "version": 2, "local": local}
    return json.dumps(made | {"projects": {"p1": project | parts}})


def carried(
    engine: Engine, base: str, folder: Path, until: Callable[[Callable[[], object]], object],
) -> Path:  # fmt: skip
    """Ola reads Kari's file in, drops a newer one, then the whole folder with a newer one still,
    which is read in where a drop brings no files; gives what he puts into the folder."""
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

    engine.value(DROP % json.dumps(file_of_karis("sluppet av Ola", 3)))
    until(lambda: engine.value(f"({STORED}).includes('sluppet av Ola')"))
    (there / "kari-a2222222.json").write_text(file_of_karis("ny fra Kari", 4), encoding="utf-8")
    if engine.gets_files:
        engine.drop(SUMMARY, folder / "IT-avtalen")
    else:
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
