"""A folder that several browsers share: the origin's own file system in each, copied between them
as a cloud would."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from ..opening import Opener
from .steps import FIRST, LIST, edit, stored, unfold

SITE = "it-outsourcing"
FOLDER = "IT-avtalen"
# What the reader would choose in the browser's own dialogue.
PICKER = """window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle("IT-avtalen", { create: true });"""
# A browser that opens no folders.
HAND = "delete window.showDirectoryPicker; delete Window.prototype.showDirectoryPicker;"
ROOT = """const root = await (await navigator.storage.getDirectory())
  .getDirectoryHandle("IT-avtalen", { create: true });"""
DUMP = (
    "async () => {"
    + ROOT
    + """
  const found = {};
  const open = async (folder, way) => {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === "directory") await open(entry, `${way}${name}/`);
      else found[way + name] = await (await entry.getFile()).text();
    }
  };
  await open(root, "");
  return found;
}"""
)
PUT = (
    "async ([files, gone]) => {"
    + ROOT
    + """
  for (const [way, text] of Object.entries(files)) {
    const names = way.split("/");
    let folder = root;
    for (const name of names.slice(0, -1)) {
      folder = await folder.getDirectoryHandle(name, { create: true });
    }
    const file = await folder.getFileHandle(names.at(-1), { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
  for (const name of gone) await root.removeEntry(name, { recursive: true });
}"""
)


def files(page: Page) -> dict[str, str]:
    """The folder as one browser has it: way to text."""
    found: dict[str, str] = page.evaluate(DUMP)
    return {way: text for way, text in found.items() if not way.endswith(".crswap")}


def put(page: Page, some: dict[str, str], gone: tuple[str, ...] = ()) -> None:
    page.evaluate(PUT, [some, list(gone)])


def look(page: Page) -> None:
    """The reader comes back to the page."""
    page.evaluate("window.dispatchEvent(new Event('focus'))")


@dataclass
class Cloud:
    """Keeps the folder alike in several browsers: what one has changed goes to all."""

    pages: list[Page] = field(default_factory=list)
    server: dict[str, str] = field(default_factory=dict)
    given: dict[Page, dict[str, str]] = field(default_factory=dict)

    def move(self, *pages: Page) -> None:
        """What these have written comes to the server, and what is there to these."""
        there = pages or tuple(self.pages)
        for page in there:
            before = self.given.get(page, {})
            found = files(page).items()
            self.server |= {way: text for way, text in found if text and before.get(way) != text}
        for page in there:
            found_here = files(page)
            put(page, {w: text for w, text in self.server.items() if found_here.get(w) != text})
            self.given[page] = dict(self.server)
            look(page)


def person(opener: Opener, name: str, init: str = PICKER) -> Page:
    """Somebody on a machine of her own, on her plan, with what is folded open."""
    context = opener.new_context(init=init)
    page = opener("min-plan/", context=context)
    unfold(page)
    page.get_by_role("textbox", name="Navnet ditt, vist ved svarene").first.wait_for()
    team(page).get_by_label("Navnet ditt").fill(name)
    return page


def drop(page: Page, some: list[Path]) -> None:
    """Real files or a directory, dropped on «Arbeid sammen»."""
    box = team(page).locator("summary h2").first.bounding_box()
    assert box
    at = {"x": box["x"] + 5, "y": box["y"] + 5}
    data = {"items": [], "files": [str(one) for one in some], "dragOperationsMask": 1}
    session = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, **at, "data": data})
    session.detach()


def team(page: Page) -> Any:
    return page.locator("check-folder")


def choose(page: Page) -> None:
    team(page).get_by_role("button", name="Velg mappen").click()


def entered(page: Page) -> None:
    expect(team(page).locator("[data-heard]")).to_have_text(f"Du er med i mappen «{FOLDER}».")


def answers(file: Path | str) -> dict[str, Any]:
    """Items of the one project in a writer's file."""
    made = json.loads(file if isinstance(file, str) else file.read_text(encoding="utf-8"))
    (project,) = made["projects"].values()
    found: dict[str, Any] = project["items"]
    return found


def note(page: Page, text: str, name: str = FIRST) -> None:
    page.goto(page.url.split("min-plan/")[0].split("sjekklister/")[0] + LIST)
    form = edit(page, name)
    form.locator("[name=note]").fill(text)
    form.get_by_role("button", name="Lukk").click()


def notes(page: Page, name: str = FIRST) -> list[str]:
    state = stored(page)
    project = state["projects"][state["local"]["current"]]
    return sorted(entry[0] for entry in project["items"].get(name, {}).get("note", []))


def settled(page: Page) -> None:
    """Long enough for what was changed to be written."""
    page.wait_for_timeout(900)


def alone(opener: Opener, text: str, init: str = PICKER) -> Page:
    """Kari in a folder of her own, where she has written a note."""
    kari = person(opener, "Kari", init)
    choose(kari)
    entered(kari)
    note(kari, text)
    settled(kari)
    return kari
