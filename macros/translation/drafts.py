"""Drafts by a program that translates, where one is installed: Apertium, from bokmål to nynorsk.

What it writes is marked as a draft and is not shown until somebody has read it and taken the mark
away. Nothing is asked of the net.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable

TOOL = "apertium"
PAIRS = {("nb", "nn"): "nob-nno"}
NAMED = re.compile(r"\{[^{}\s]*\}")
BETWEEN = "\n\n=====\n\n"  # no text holds it, and the program leaves it alone
LONGEST = 600  # seconds


def drafts(source: str, language: str, texts: Iterable[str]) -> list[str]:
    """A draft for each text, «» where there is no program for the two languages, or where it has
    lost what must stand: a number in braces, an address."""
    texts = list(texts)
    pair = PAIRS.get((source, language))
    if pair is None or not texts or shutil.which(TOOL) is None:
        return [""] * len(texts)
    done = subprocess.run(
        [TOOL, "-u", pair], input=BETWEEN.join(texts), capture_output=True, text=True,
        timeout=LONGEST, check=False,
    )  # fmt: skip
    made = [one.strip() for one in done.stdout.split(BETWEEN.strip())]
    if done.returncode or len(made) != len(texts):
        return [""] * len(texts)
    return [
        draft if kept(text) == kept(draft) else "" for text, draft in zip(texts, made, strict=True)
    ]


def kept(text: str) -> list[str]:
    """What a draft must hold as its source does."""
    return sorted([*NAMED.findall(text), *re.findall(r"\]\([^)]*\)", text)])
