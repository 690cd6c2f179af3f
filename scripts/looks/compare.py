"""What looks otherwise in one built site than in another: pixels, and every computed style."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dev import browser as program
from dev import serve
from PIL import Image, ImageChops
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

from looks.scenes import SCENES, Scene

WIDTHS, HEIGHT = (390, 1280), 844
HIGHEST = 14000  # px: the renderer repeats what is below 16,384; styles are compared all the way
NOW = "2026-11-26T12:00:00Z"
TOLD = 5  # differences of one page that are told in full
TRIES = 4
PATIENCE = 120_000  # ms: nothing is measured in time, and the machine may be busy
# Chromium tells custom properties by name too; what they do is seen in the others.
NAMES = "[...getComputedStyle(document.body)].filter((name) => !name.startsWith('--'))"
# Also what the reader has not scrolled to.
SHOWN = """for (const one of document.querySelectorAll(".checklist__item"))
  one.style.contentVisibility = "visible";"""
REST = """() => { for (const one of document.getAnimations())
  if (one.effect.getTiming().iterations === 1) one.finish(); }"""


def _answers(browser: Browser, base: str) -> Any:
    """A browser's storage with the worked example in it."""
    page = browser.new_page()
    page.clock.set_fixed_time(NOW)
    page.goto(f"{base}sammenlign/")
    page.click("[data-act=example]")
    page.wait_for_selector("[data-table] table")
    kept = page.context.storage_state()
    page.context.close()
    return kept


def _opened(
    browser: Browser, base: str, answers: Any, scene: Scene, width: int, scheme: Any
) -> Page:
    """The scene in a browser of its own, with `answers` in its storage and one clock for all."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, service_workers="block",
        storage_state=answers,
    )  # fmt: skip
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    if not scene.scripts:
        context.route("**/*.js", lambda route: route.abort())
    page.goto(base + scene.path, wait_until="networkidle")
    scene.prepare(page)
    page.evaluate(SHOWN)
    return page


def modes(page: Page, scheme: str) -> Iterator[str]:
    """Screen, forced colours and paper, one after another on an open page."""
    yield scheme
    if scheme == "light":
        page.emulate_media(forced_colors="active")
        yield "forced"
        page.emulate_media(forced_colors="none")
    page.emulate_media(media="print")
    yield f"{scheme}-print"


def _picture(page: Page) -> bytes:
    wide, high = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
    clip = FloatRect(x=0, y=0, width=wide, height=min(high, HIGHEST))
    return page.screenshot(full_page=True, clip=clip, animations="disabled")


def looks(page: Page, base: str) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """Names of all properties, and every element, text and pseudo-element that is shown with its
    values and its place: what `getComputedStyle` tells, for a whole page in a second."""
    page.wait_for_timeout(50)
    page.evaluate(REST)
    names = page.evaluate(NAMES)
    # Not detached: that would undo the page's media.
    session = page.context.new_cdp_session(page)
    made = session.send("DOMSnapshot.captureSnapshot", {"computedStyles": names})
    words = [word.replace(base, "/") for word in made["strings"]]
    document = made["documents"][0]
    nodes, layout = document["nodes"], document["layout"]
    pseudo = dict(zip(*nodes["pseudoType"].values(), strict=True))
    found = []
    for node, values, bounds in zip(
        layout["nodeIndex"], layout["styles"], layout["bounds"], strict=True
    ):
        attributes = [words[one] for one in nodes["attributes"][node]]
        said = dict(zip(attributes[::2], attributes[1::2], strict=True))
        name = words[nodes["nodeName"][node]] + f".{said.get('class', said.get('id', ''))}"
        name += f"::{words[pseudo[node]]}" if node in pseudo else ""
        found.append((name, [*(words[one] for one in values), str(bounds)]))
    return [*names, "place"], found


def differences(
    names: list[str], old: list[tuple[str, list[str]]], new: list[tuple[str, list[str]]]
) -> Iterator[str]:
    """What looks otherwise: each element with the properties and their two values."""
    if len(old) != len(new):
        yield f"{len(old)} shown parts are now {len(new)}"
    for (name, before), (other, after) in zip(old, new, strict=False):
        if (name, before) != (other, after):
            every = zip(names, before, after, strict=False)  # a text has its place only
            changed = [f"{what}: {one} → {two}" for what, one, two in every if one != two]
            yield f"{name}: {' | '.join(changed[:TOLD]) or f'is now {other}'}"


def pixels(old: Page, new: Page, file: Path) -> list[str]:
    """What the pictures of two pages differ in; pictures that do are put beside each other."""
    data = _picture(old), _picture(new)
    before, after = (Image.open(io.BytesIO(one)).convert("RGB") for one in data)
    if before.size == after.size:
        box = ImageChops.difference(before, after).getbbox()
        if not box:
            return []
    for picture, when in zip(data, ("old", "new"), strict=True):
        Path(f"{file}-{when}.png").write_bytes(picture)
    if before.size != after.size:
        return [f"the picture was {before.size} and is {after.size}"]
    return [f"pixels differ within {box}"]


@dataclass
class Comparison:
    """Two served sites in one browser, each with answers in its storage."""

    browser: Browser
    sites: tuple[str, str]
    kept: Path
    pictures: int = 0
    parts: int = 0
    found: int = 0

    def __post_init__(self) -> None:
        self.answers = [_answers(self.browser, base) for base in self.sites]

    def scene(self, scene: Scene) -> None:
        """Counts and prints what differs in one scene, on both widths and in every mode."""
        for width, scheme in ((w, s) for w in WIDTHS for s in ("light", "dark")):
            # A difference must last: letters are not painted alike each time.
            for _ in range(TRIES):
                told, pictures, parts = self._once(scene, width, scheme)
                if not told:
                    break
            self.pictures, self.parts = self.pictures + pictures, self.parts + parts
            self.found += len(told)
            print(*told[:TOLD], sep="\n", end="\n" if told else "", flush=True)

    def _once(self, scene: Scene, width: int, scheme: str) -> tuple[list[str], int, int]:
        """What differs, the number of pictures and of parts that were looked at."""
        pages = [
            _opened(self.browser, base, answers, scene, width, scheme)
            for base, answers in zip(self.sites, self.answers, strict=True)
        ]
        told, pictures, parts = [], 0, 0
        for mode, _ in zip(*(modes(page, scheme) for page in pages), strict=True):
            name = f"{scene.name}-{width}-{mode}"
            (names, before), (_, after) = map(looks, pages, self.sites)
            lines = [*differences(names, before, after)]
            lines += pixels(pages[0], pages[1], self.kept / name)
            told += [f"{name}: {line}" for line in lines]
            pictures, parts = pictures + 1, parts + len(after)
        for page in pages:
            page.context.close()
        return told, pictures, parts


def compare(old: Path, new: Path, kept: Path) -> int:
    """Prints what differs between two built sites, scene by scene; the number of differences."""
    with serve.served(old) as one, serve.served(new) as two, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=program.path(), args=program.ARGS)
        made = Comparison(browser, (one, two), kept)
        for scene in SCENES:
            made.scene(scene)
            size = f"{made.pictures} pictures, {made.parts} parts"
            print(f"{scene.name}: so far {size}, {made.found} differences", flush=True)
        return made.found
