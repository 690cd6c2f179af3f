"""People with browsers of their own on real directories.

The browser's dialogue for choosing a folder has no window here. A folder is dropped on the page
instead, which gives the same handle; what the reader would have said to the browser's questions
stands in the profile. The small shell of Chromium never lets a page write in a real directory.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dev.browser import ARGS
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ..opening import patient
from .steps import unfold
from .team import drop, team

WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
GRANTS, DENIES = 1, 2
PATIENCE = 20  # seconds


def whole_browser() -> str | None:
    """A Chromium with all its parts, not the shell."""
    return next((there for name in WHOLE if (there := shutil.which(name))), None)


def _preferences(address: str, folder: Path, guard: int, lasting: bool) -> dict[str, object]:
    """A profile in which the reader has said what she thinks of pages that open folders."""
    origin = f"{address.rstrip('/')},*"
    kept: dict[str, object] = {"file_system_write_guard": {origin: {"setting": guard}}}
    if lasting:  # «every time», said of the folder around: one's own is noted as read only
        around = {"path": str(folder.parent), "is-directory": True, "display-name": "alt"}
        way = around | {"readable": True, "writable": True}
        kept |= {
            "file_system_access_extended_permission": {origin: {"setting": 1}},
            "file_system_access_chooser_data": {origin: {"setting": {"chosen-objects": [way]}}},
        }
    return {"profile": {"content_settings": {"exceptions": kept}}}


@dataclass
class Machine:
    """Somebody's browser, with the folder that her cloud's program keeps."""

    name: str
    folder: Path
    context: BrowserContext
    page: Page
    faults: list[str] = field(default_factory=list)

    def enter(self) -> None:
        """She drops the folder on «Arbeid sammen»."""
        drop(self.page, [self.folder])

    def has(self, text: str) -> None:
        """Waits until what she has written stands in her folder."""
        waits(lambda: any(text in held for held in self.files().values()))

    def files(self) -> dict[str, str]:
        """What her folder holds: way to text."""
        return {
            file.relative_to(self.folder).as_posix(): file.read_text(encoding="utf-8")
            for file in sorted(self.folder.rglob("*"))
            if file.is_file()
        }


@contextmanager
def machine(
    chromium: Browser, address: str, there: Path, name: str, *, guard: int = GRANTS,
    lasting: bool = True,
) -> Iterator[Machine]:  # fmt: skip
    """A browser on its plan, unfolded, in which somebody has written her name."""
    folder, profile = there / name / "IT-avtalen", there / f"profil-{name}"
    folder.mkdir(parents=True)
    kept = profile / "Default" / "Preferences"
    kept.parent.mkdir(parents=True)
    kept.write_text(json.dumps(_preferences(address, folder, guard, lasting)), encoding="utf-8")
    context = chromium.browser_type.launch_persistent_context(
        profile, executable_path=whole_browser(), args=ARGS, headless=True,
        viewport={"width": 1280, "height": 844}, service_workers="block",
    )  # fmt: skip
    try:
        made = Machine(name, folder, context, context.pages[0])
        context.set_default_timeout(10_000)
        made.page.on("pageerror", lambda error: made.faults.append(str(error)))
        patient(made.page)
        made.page.goto(f"{address}min-plan/", wait_until="load")
        unfold(made.page)
        team(made.page).get_by_label("Navnet ditt").fill(name)
        yield made
        assert not made.faults
    finally:
        context.close()


def joined(one: Machine, *, first: bool = False) -> None:
    """She is in the folder, and in the project that stands there."""
    one.enter()
    if not first:
        team(one.page).get_by_role("button", name="Bli med").click()
    expect(team(one.page).locator("[data-heard]")).to_contain_text("Du er med i mappen")


def waits(is_so: Callable[[], bool]) -> None:
    """Gives a busy machine some time."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.1)
