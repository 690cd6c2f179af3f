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
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from dev.browser import ARGS
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ..opening import patient
from .steps import FIRST, LIST, unfold
from .team import drop, note, team

WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
GRANTS, DENIES = 1, 2
PATIENCE = 25  # seconds: less than the half minute after which all is looked for anyhow
UNENDED = (".crswap", ".tmp")


def whole_browser() -> str | None:
    """A Chromium with all its parts, not the shell."""
    return next((there for name in WHOLE if (there := shutil.which(name))), None)


def _preferences(address: str, guard: int) -> dict[str, object]:
    """A profile in which the reader has said for good whether pages may write in folders. Where she
    has not, the browser asks in a window, which is not here."""
    origin = f"{address.rstrip('/')},*"
    kept = {"read": GRANTS, "write": guard}
    exceptions = {f"file_system_{one}_guard": {origin: {"setting": n}} for one, n in kept.items()}
    return {"profile": {"content_settings": {"exceptions": exceptions}}}


def held(folder: Path) -> dict[str, bytes]:
    """What a folder holds: way to bytes, without writes that are not ended."""
    return dict(_held(folder))


def _held(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix not in UNENDED:
            with suppress(FileNotFoundError):  # put in its place just now
                yield file.relative_to(folder).as_posix(), file.read_bytes()


@dataclass
class Machine:
    """Somebody's browser, with the folder that her cloud's program keeps."""

    name: str
    folder: Path
    context: BrowserContext
    address: str
    faults: list[str] = field(default_factory=list)
    page: Page = field(init=False)
    beside: Page | None = None

    def __post_init__(self) -> None:
        self.context.set_default_timeout(10_000)
        self.page = self.context.pages[0]
        self.open()

    def open(self) -> None:
        """Her plan, unfolded."""
        self._open(self.page, "min-plan/")
        unfold(self.page)

    def _open(self, page: Page, way: str) -> None:
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        patient(page)
        page.goto(self.address + way, wait_until="load")

    def enter(self) -> None:
        """She drops the folder on «Arbeid sammen»."""
        drop(self.page, [self.folder])

    def note(self, text: str, name: str = FIRST) -> None:
        """She writes on a list in a tab beside."""
        if self.beside is None:
            self.beside = self.context.new_page()
            self._open(self.beside, LIST)
        note(self.beside, text, name)

    def has(self, text: str) -> None:
        """Waits until what she has written stands in her own file."""
        waits(lambda: any(text in made for made in self.own()))

    def own(self) -> list[str]:
        """What stands in her own files."""
        mine = f"/{self.name.lower()}-"
        return [made for way, made in self.files().items() if mine in way]

    def files(self) -> dict[str, str]:
        """What her folder holds: way to text."""
        return {way: made.decode() for way, made in held(self.folder).items()}


@contextmanager
def machine(
    chromium: Browser, address: str, there: Path, name: str, *, guard: int = GRANTS
) -> Iterator[Machine]:
    """A browser on its plan, in which somebody has written her name; what its profile kept from
    before is there."""
    folder, profile = there / name / "IT-avtalen", there / f"profil-{name}"
    folder.mkdir(parents=True, exist_ok=True)
    kept = profile / "Default" / "Preferences"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(_preferences(address, guard)), encoding="utf-8")
    context = chromium.browser_type.launch_persistent_context(
        profile, executable_path=whole_browser(), args=ARGS, headless=True,
        viewport={"width": 1280, "height": 844}, service_workers="block",
    )  # fmt: skip
    try:
        made = Machine(name, folder, context, address)
        if (label := team(made.page).get_by_label("Navnet ditt")).is_visible():
            label.fill(name)
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


def waits(is_so: Callable[[], object]) -> None:
    """Gives a busy machine some time."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.1)
