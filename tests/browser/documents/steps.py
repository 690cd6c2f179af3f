"""What the tests of documents share: which requirements they pick, and how a file is saved."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from guide import CATALOG
from playwright.sync_api import Page, expect

KEY = "checklists:it-outsourcing"
MAKE, REPLY, COMPARE = "lag-kravdokument/", "svar-pa-krav/", "sammenlign/"
WITH_REQUIREMENT = {c.id: [i.id for i in c.own() if i.requirement] for c in CATALOG.checklists}
# Ten from a list with only absolute ones would prove less: three lists, 40 in all.
LISTS = (
    "sikkerhet-og-kontroll",
    "kravdokument",
    "beredskap-og-hendelser",
    "varighet-og-avslutning",
)


class Made(NamedTuple):
    """The page with a document that has been made, and the document's files by ending."""

    page: Page
    files: dict[str, Path]


class Begun(NamedTuple):
    """What a browser keeps when a document has been made, and the document's files by ending."""

    text: str
    files: dict[str, Path]


def saved(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as got:
        page.get_by_role("button", name=button, exact=True).click()
    file = folder / got.value.suggested_filename
    got.value.save_as(file)
    return file


def forty() -> list[str]:
    found = [name for one in LISTS for name in WITH_REQUIREMENT[one]]
    return found[:40]


def places(page: Page) -> list[str]:
    """Where the suppliers' answers are kept, in the order in which they are shown."""
    buttons = page.locator("[data-opened] [data-act=remove]")
    expect(buttons.first).to_be_attached()
    found: list[str] = buttons.evaluate_all("all => all.map((one) => one.value)")
    return found


def place(document: str, supplier: str, again: int = 0) -> str:
    """The same, worked out as places.js does: FNV-1a of 32 bits, letter by letter."""
    mark = 0x811C9DC5
    for letter in f"{document}\n{supplier.lower()}\n{again}":
        mark = ((mark ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    digits = ""
    while mark:
        mark, digit = divmod(mark, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return f"sx{digits}"
