"""Which statements are read again: a seeded choice among what the guide states of law and bodies.

    .venv/bin/python -m benchmarks.statements [SEED]

What was found stands in statements.csv: the statement as it was picked, where it stands, the source
that was looked up again, the date of that copy, the verdict, and what it says now when it was
reworded; then what a second reader found, who looked each up anew, with the verdict and the day.
A third reading was of 40 more, drawn with BLIND of the texts at cff7662: each was looked up from
the sentence alone, by a search of its own, and law in the acts themselves (statements-blind.csv).
tests/test_statements.py holds that what was right or reworded still stands so.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator

from benchmarks import ROOT
from macros import load
from macros.catalog import unsourced
from macros.catalog.model import Catalog

SEED = 20261126
BLIND = 20261127
HOW_MANY = 40
# Says what we did and what the reader should do, and states nothing that can be right or wrong.
OF_US = re.compile(
    r"^(Sjekk|Se |Les |Vi f|Om |Hva |Nye regler kan|Ordlyden|Eldre kilder|De nyeste|Dette er)"
    r"|fikk vi ikke|fant vi ikke"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a date such as «1. juli» ends none."""
    return [" ".join(s.split()) for s in re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«])", text)]


def stated(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """(where, sentence): of every fact, and of law in items and on pages."""
    for fact in catalog.facts:
        yield from ((fact.id, s) for s in sentences(fact.text) if not OF_US.search(s))
    for _, item in catalog.items():
        yield from ((item.id, s) for s in unsourced.statements(item.help, catalog.language))
    for name, text in load.read_pages(ROOT).items():
        plain = re.sub(r"{{.*?}}|\A---\n.*?\n---\n|[*#]|\]\([^)]*\)", "", text, flags=re.DOTALL)
        body = "\n".join(line for line in plain.splitlines() if not line.startswith("|"))
        yield from ((name, s) for s in unsourced.statements(body, catalog.language))


def main() -> None:
    seed = int(sys.argv[1]) if sys.argv[1:] else SEED
    every = [one for one in stated(load.load(ROOT)) if len(one[1].split()) > 4]
    print(f"{HOW_MANY} of {len(every)} statements, seed {seed}")
    for where, sentence in random.Random(seed).sample(every, HOW_MANY):
        print(f"{where}: {sentence}")


if __name__ == "__main__":
    main()
