"""What the scripts promise of any text, on the built site under its policy; fuzz.js says what."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import ConsoleMessage, Dialog, Page

from benchmarks.browsing import script
from benchmarks.hostile import hostile

# How many of a hundred inputs go to which check; the ones that read whole files are slower.
SHARES = {
    "state": 15,
    "fragment": 10,
    "csv": 15,
    "document": 15,
    "link": 10,
    "docx": 3,
    "filter": 12,
    "search": 5,
    "shown": 15,
}
BATCH = 500


def batches(inputs: int, seed: int) -> Iterator[list[tuple[str, str]]]:
    """Inputs for the browser: (which check, text)."""
    chance = random.Random(seed + 1)
    names = [name for name, share in SHARES.items() for _ in range(share)]
    left = inputs
    while left > 0:
        size = min(BATCH, left)
        yield [(chance.choice(names), hostile(chance)) for _ in range(size)]
        left -= size


def browser(page: Page, inputs: int, seed: int) -> None:
    """Runs them on an opened page of the built site. Raises SystemExit at the first that breaks a
    promise."""
    faults: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if "Content Security" in message.text:
            faults.append(message.text)

    def asked(dialog: Dialog) -> None:
        faults.append("a dialog opened")
        dialog.dismiss()

    page.on("console", heard)
    page.on("dialog", asked)
    for batch in batches(inputs, seed):
        # Lone surrogates do not survive the way to the browser.
        sent = [[name, text.encode("utf-8", "replace").decode("utf-8")] for name, text in batch]
        found: Any = page.evaluate(script("fuzz.js"), sent)
        if found or faults:
            told = json.dumps(found or faults, ensure_ascii=False, indent=1)
            raise SystemExit(f"fuzz: the browser broke a promise\n{told}\n  seed {seed}")
