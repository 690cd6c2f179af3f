"""A small guide with a page of each kind, and how it is heard: the browser's tree of each page, and
what a program says that reads as a screen reader does.

    .venv/bin/python tests/heard.py      writes tests/data/heard/ anew: read it in the diff

The guide is one of its own with the real theme, so that no text of the real one, nor a fork's, is
in what is held. Everything that can be unfolded is open, and the day is always the same.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from browser.opening import READY, STILL
from builds import plainly
from dev import browser as program
from dev import node
from dev.serve import served
from places import copy_what_a_build_needs
from playwright.sync_api import (
    Browser,
    BrowserContext,
    FilePayload,
    Page,
    expect,
    sync_playwright,
)
from playwright.sync_api import TimeoutError as TooLate

HERE = Path(__file__).resolve().parent
KEPT = HERE / "data" / "heard"
DATA = HERE / "example_heard" / "checklists.yml"
SETTINGS = "INHERIT: base.yml\nsite_name: Sykkelverkstedet\ncopyright: CC BY 4.0.\n"
DAY = "2026-11-26T10:00:00"
# What the reading program is, below node_modules/, and what it reads to the end.
READER = "@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
READ = ("sjekklister/lokale", "min-plan", "lag-kravdokument")
# What is another each time: how large a file became, and which document it is.
OTHER = (
    (re.compile(r"\d+ kB"), "N kB"),
    (re.compile(r"Dokument [0-9a-z]+, utgave [0-9a-z]+"), "Dokument X, utgave X"),
    (re.compile(r", d[0-9a-z]{7}\b"), ", X"),
)
PAGES: Mapping[str, str] = {
    "index": "# Et lite sykkelverksted\n\n{{ start() }}\n\n## Steg for steg\n\n{{ journey() }}",
    "sjekklister/index": "# Sjekklister\n\n{{ checklist_filters() }}\n\n{{ checklist_index() }}",
    "sjekklister/lokale": "{{ checklist_page() }}",
    "sjekklister/apningsdag": "{{ checklist_page() }}",
    "punkt": "# Alle punkter\n\n{{ checklist_filters() }}\n\n{{ checklist_register() }}",
    "begreper": "# Begreper\n\n{{ glossary() }}",
    "a-til-aa": "# A til Å\n\n{{ alphabet() }}",
    "oppdateringer": "# Nytt siden 2010\n\n## Opplysninger\n\n{{ facts() }}",
    "rammeverk/index": "# Rammeverk\n\n{{ frameworks() }}",
    "rammeverk/vern": '# Råd om vern\n\n{{ framework("vern") }}',
    "min-plan": "# Min plan\n\n{{ plan() }}",
    "lag-kravdokument": "# Lag kravdokumentet\n\n{{ requirements() }}",
    "svar-pa-krav": "# Svar på krav\n\n{{ reply() }}",
    "sammenlign": "# Sammenlign svar\n\n{{ compare() }}",
    "nedlasting": "# Nedlasting\n\n{{ downloads() }}",
    "tilpasninger": "# Tilpasninger\n\n{{ deviations() }}",
    "tilgjengelighet": "# Tilgjengelighet\n\n{{ statement() }}",
    "wcag": "# Hvert krav i WCAG\n\n{{ wcag() }}",
    "ark": "# Ett ark\n\n{{ sheet() }}",
    "side": '# En side\n\nEt stativ.\n\n{{ figure("trinn") }}\n\n{{ figure("valg") }}\n\n'
    '{{ fact("V01") }}\n\n{{ availability("99.5", "99.9") }}\n\n{{ downtime() }}',
}


def make(folder: Path) -> None:
    """Builds the small guide in a folder, as a person does."""
    copy_what_a_build_needs(folder)
    for name in ("docs", "asked", "translations", "releases"):
        shutil.rmtree(folder / name)
        (folder / name).mkdir()
    shutil.copy(DATA, folder / "checklists.yml")
    (folder / "mkdocs.yml").rename(folder / "base.yml")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for name, text in PAGES.items():
        file = folder / "docs" / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{text}\n", encoding="utf-8")
    result = plainly(folder / "mkdocs.yml", "--strict", "-q")
    assert result.exit_code == 0, result.output


# --- A page as it is met -------------------------------------------------------------------------


def began(page: Page) -> None:
    page.get_by_role("button", name="Lag et nytt kravdokument").click()
    expect(page.locator("[data-rows] li").first).to_be_attached()


def compared(page: Page) -> None:
    page.get_by_role("button", name="Åpne et eksempel").click()
    expect(page.locator("[data-table] td").first).to_be_visible()


# What a customer asks in the file that a supplier opens.
ASKED = {
    "format": "kravdokument",
    "version": 1,
    "id": "d1",
    "edition": "e1",
    "name": "Krav til lokalet",
    "frame": {"who": "Vi reparerer sykler."},
    "requirements": [
        {"id": "tid", "number": "K1", "group": "Leie", "priority": "must",
         "text": "Utleieren skal tilby en leieavtale på minst tre år."},
        {"id": "lys", "number": "K2", "group": "Rom", "priority": "should",
         "text": "Utleieren skal sørge for dagslys i rommet."},
    ],
}  # fmt: skip


def asked(page: Page) -> None:
    """A supplier has opened what a customer asks."""
    made = json.dumps(ASKED).encode("utf-8")
    file: FilePayload = {"name": "krav.json", "mimeType": "application/json", "buffer": made}
    page.locator("[data-open]").set_input_files(file)
    expect(page.locator(".guide-reply__row").first).to_be_visible()


def shortened(page: Page) -> None:
    """Of what is the same for each criterion the first is enough."""
    page.evaluate(
        "document.querySelectorAll('tbody tr:not(:first-child)').forEach(e => e.remove())"
    )


DOING: Mapping[str, Callable[[Page], None]] = {
    "lag-kravdokument": began,
    "svar-pa-krav": asked,
    "sammenlign": compared,
    "wcag": shortened,
}
# Where a narrow screen is another page: the answers of a requirement are folded there.
APART = ("svar-pa-krav", "sammenlign")
UNFOLD = (
    """() => { for (const one of document.querySelectorAll("article details")) one.open = true; }"""
)


def kinds() -> list[str]:
    return [*PAGES]


def address(kind: str) -> str:
    return "" if kind == "index" else f"{kind.removesuffix('index').rstrip('/')}/"


def met(context: BrowserContext, base: str, kind: str) -> Page:
    """A page of the guide, with what is done first on it, and all unfolded."""
    page = context.new_page()
    page.clock.set_fixed_time(DAY)
    page.goto(base + STILL)
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.goto(base + address(kind), wait_until="networkidle")
    ready(page)
    if kind in DOING:
        DOING[kind](page)
    page.evaluate(UNFOLD)
    page.wait_for_load_state("networkidle")
    ready(page)
    page.wait_for_timeout(300)
    return page


def ready(page: Page) -> None:
    """Waits for the elements that a page fetches; some only come when there is an answer."""
    with contextlib.suppress(TooLate):
        page.wait_for_function(READY, timeout=2000)


def opened(chromium: Browser, width: int = 1280, dark: bool = False) -> BrowserContext:
    """A reader with nothing kept; what is asked of the page may come from outside its policy."""
    return chromium.new_context(
        viewport={"width": width, "height": 844}, service_workers="block", bypass_csp=True,
        color_scheme="dark" if dark else "light", timezone_id="Europe/Oslo",
    )  # fmt: skip


# --- As it is heard ------------------------------------------------------------------------------


def plain(snapshot: str) -> str:
    """A tree without addresses, which nobody hears, and without how large a file became."""
    lines = [line for line in snapshot.splitlines() if not line.lstrip().startswith("- /url:")]
    lines = [line.removesuffix(":") if _bare(lines, n) else line for n, line in enumerate(lines)]
    return same("\n".join(lines)) + "\n"


def same(text: str) -> str:
    for pattern, word in OTHER:
        text = pattern.sub(word, text)
    return text


def _bare(lines: list[str], n: int) -> bool:
    """Whether a line's only child was an address."""
    deep = len(lines[n]) - len(lines[n].lstrip())
    after = lines[n + 1] if n + 1 < len(lines) else ""
    return lines[n].endswith(":") and len(after) - len(after.lstrip()) <= deep


def tree(page: Page) -> str:
    """What a page itself is, between what all pages have."""
    return plain(page.locator("article").aria_snapshot())


def frame(page: Page) -> str:
    """What stands round it on every page: the ways in, the top, the menu, the foot."""
    parts = (".md-skip", "header.md-header", ".md-sidebar--primary", ".md-footer")
    found = [one for part in parts for one in page.locator(part).all() if one.is_visible()]
    return plain("\n".join(one.aria_snapshot() for one in found))


READING = """async (address) => {
  const { virtual } = await import(address);
  await virtual.start({ container: document.body });
  for (let n = 0; n < 9000 && (await virtual.lastSpokenPhrase()) !== "end of document"; n += 1) {
    await virtual.next();
  }
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  return said;
}"""


def read_aloud(page: Page, modules: Path) -> str:
    """All that the reading program says of a page, a phrase a line."""
    source = base64.b64encode((modules / READER).read_bytes()).decode()
    said: list[str] = page.evaluate(READING, f"data:text/javascript;base64,{source}")
    return same("\n".join(said)) + "\n"


def transcript(kind: str) -> Path:
    return KEPT / f"{kind.replace('/', '-')}.txt"


def file(name: str) -> Path:
    return KEPT / f"{name.replace('/', '-')}.yml"


def heard(chromium: Browser, base: str) -> Iterator[tuple[str, str]]:
    """Each tree that is held, with its name."""
    with opened(chromium) as context:
        for kind in kinds():
            with met(context, base, kind) as page:
                yield kind, tree(page)
                if kind == "index":
                    yield "frame-1280", frame(page)
    with opened(chromium, width=320) as context:
        with met(context, base, "index") as page:
            yield "frame-320", frame(page)
        for kind in APART:
            with met(context, base, kind) as page:
                yield f"{kind}-320", tree(page)


def main() -> None:
    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        make(folder := Path(temporary))
        with served(folder / "site") as base, sync_playwright() as p:
            browser = p.chromium.launch(executable_path=program.path(), args=program.ARGS)
            for name, text in heard(browser, base):
                file(name).write_text(text, encoding="utf-8")
                print(name, len(text.splitlines()))
            modules = set_up()
            with opened(browser) as context:
                for kind in READ:
                    with met(context, base, kind) as page:
                        transcript(kind).write_text(read_aloud(page, modules), encoding="utf-8")
            browser.close()


def set_up() -> Path:
    node.set_up()
    return node.MODULES


if __name__ == "__main__":
    os.environ["GUIDE_LANGUAGES"] = "nb"  # as the tests build
    main()
