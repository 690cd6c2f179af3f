"""The same short stories in Firefox and in WebKit: tick, keep, back up, erase, restore, print; a
team's files carried by hand, and its folder dropped as a file manager drops it; and what random
sequences store in them."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from browser.whole import carried
from browser.whole.engines import Firefox, WebKit, minibrowser, until

pytestmark = pytest.mark.slow

LIST = "sjekklister/orden-i-eget-hus/"
ITEM = "kjenn-egen-it"
KEY = "checklists:it-outsourcing"
READY = "!document.querySelector('.checklist__bar').hidden"
TICKED = f"document.querySelector('[data-item={ITEM}] > label input').checked"
STORED = f"localStorage.getItem('{KEY}')"
# A browser with Trusted Types says so already when the text is put into the script.
INLINE = """(() => { try {
  document.body.append(Object.assign(document.createElement("script"), {textContent: "1"}));
} catch {} })()"""
LIMIT = 120  # seconds for a whole story; it takes 3 to 20
UNITS = "tests/browser/units/"
SEQUENCES = """void import(`${location.origin}/%ssequences.js`)
  .then((unit) => unit.inBrowser(200, 1), String).then((all) => { window.all = all; })"""


def arrived(folder: Path, ending: str) -> Path:
    """The one whole file that has been downloaded with such a name."""

    def whole() -> list[Path]:
        return [f for f in folder.glob(f"*{ending}") if f.stat().st_size]

    files = until(lambda: not list(folder.glob("*.part")) and whole())
    assert isinstance(files, list) and len(files) == 1
    return Path(files[0])


def story(engine: Firefox | WebKit, base: str, folder: Path) -> None:
    """Ticks, reloads, takes the list and the backup out, erases, restores, and prints."""
    engine.go(base + LIST)
    # WebKit's driver says that a page is there before its scripts have run.
    until(lambda: engine.value(READY))
    assert not engine.value(TICKED)
    engine.click(f"[data-item={ITEM}] > label")
    assert engine.value(TICKED)
    engine.reload()
    until(lambda: engine.value(READY))
    assert engine.value(TICKED)
    engine.click(".checklist-head__more > summary")
    engine.click(".guide-print__fold > summary")
    engine.click(".guide-downloads__files a[href$='.md']")
    assert "- [ ]" in arrived(folder, "orden-i-eget-hus.md").read_text(encoding="utf-8")

    engine.go(base + "min-plan/")
    until(lambda: engine.value("!document.querySelector('check-plan').hidden"))
    engine.click(".guide-plan__fold:has(#plan-ta-vare) > summary")
    engine.click("[data-act=yearly]")
    assert not engine.faults()
    assert "RRULE:FREQ=YEARLY" in arrived(folder, ".ics").read_text(encoding="utf-8")
    engine.click("[data-act=backup]")
    backup = arrived(folder, ".json")
    assert ITEM in json.dumps(json.loads(backup.read_text(encoding="utf-8")))
    engine.click("[data-act=erase]")
    engine.click("[data-act=really]")
    until(lambda: engine.value(f"{STORED} === null"))
    engine.give("[data-open]", backup)
    until(lambda: engine.value("!document.querySelector('[data-act=merge]').closest('[hidden]')"))
    engine.click("[data-act=merge]")
    until(lambda: ITEM in str(engine.value(STORED)))

    engine.go(base + LIST)
    until(lambda: engine.value(READY))
    assert engine.value(TICKED)
    engine.click(".checklist-head__more > summary")
    engine.click(".guide-print__fold > summary")
    engine.click("input[name=level][value=work]")
    items = engine.value("document.querySelectorAll('[data-item]').length")
    paper = engine.paper()
    assert paper.count("Ansvarlig:") == items
    assert "Underskrift" in paper and "Last ned listen" not in paper
    assert not engine.faults()
    if isinstance(engine, Firefox):
        # Shows that a break would have been seen.
        engine.value(f"void {INLINE}")
        until(engine.faults)


def sequences(engine: Firefox | WebKit, base: str, folder: Path) -> None:
    """What random sequences store in this browser is shown after a reload, or was refused."""
    engine.go(f"{base}{UNITS}page.html")
    engine.value(SEQUENCES % UNITS)
    until(lambda: engine.value("window.all"), LIMIT)
    assert engine.value("JSON.stringify(all.faults ?? all)") == "[]"
    assert engine.value("all.refused.room")


def by_hand(engine: Firefox | WebKit, base: str, folder: Path) -> None:
    """A team's files, where no folder can be opened."""
    carried.check(carried.carried(engine, base, folder, until))


TOLD = {"story": story, "sequences": sequences, "by hand": by_hand}


@pytest.mark.parametrize("name", ["firefox", "webkit"])
def test_the_story_goes_the_same_way(address: str, tmp_path: Path, name: str) -> None:
    in_a_process("story", name, address, tmp_path)


@pytest.mark.parametrize("name", ["firefox", "webkit"])
def test_a_teams_files_are_carried_by_hand(address: str, tmp_path: Path, name: str) -> None:
    in_a_process("by hand", name, address, tmp_path)


@pytest.mark.parametrize("name", ["firefox", "webkit"])
def test_what_is_stored_is_read_again_in_its_own_storage(tmp_path: Path, name: str) -> None:
    from conftest import ROOT  # not where a browser is told its story
    from dev.serve import served

    with served(ROOT) as base:
        in_a_process("sequences", name, base, tmp_path)


def in_a_process(what: str, name: str, address: str, folder: Path) -> None:
    """In a process of its own, that a browser that hangs can be ended, and that has no other's
    event loop."""
    command = [sys.executable, str(Path(__file__).resolve()), what, name, address, str(folder)]
    if name == "firefox":
        if not shutil.which("firefox-esr"):
            pytest.skip("Firefox is missing: apt-get install firefox-esr")
    else:
        if not shutil.which("WebKitWebDriver") or not minibrowser():
            pytest.skip("WebKit is missing: apt-get install webkit2gtk-driver")
        if not importlib.util.find_spec("selenium"):
            pytest.skip("selenium is missing: pip install selenium")
    if name == "webkit" or what == "by hand":
        if not shutil.which("xvfb-run") or not shutil.which("xauth"):
            pytest.skip("a display is missing: apt-get install xvfb xauth")
        command = ["xvfb-run", "-a", *command]
    # Both save in the home folder, and leave nothing in the one of whoever runs this.
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder / ".config")}
    home["PYTHONPATH"] = str(Path(__file__).parents[2])
    child = subprocess.Popen(
        command,
        env={**os.environ, **home},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        said, _ = child.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        pytest.fail(f"{name} did not end within {LIMIT} seconds")
    finally:
        # What is asked to end ends its own: Firefox is in a group of Playwright's making.
        for ending in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, ending)
            with contextlib.suppress(subprocess.TimeoutExpired, ValueError):
                child.communicate(timeout=10)
    assert child.returncode == 0, said


if __name__ == "__main__":
    what, kind, base, place = sys.argv[1:]
    by_a_hand = what == "by hand"
    started = Firefox(Path(place), by_a_hand) if kind == "firefox" else WebKit(Path(place))
    try:
        TOLD[what](started, base, Path(place))
    finally:
        started.close()
