"""Three writers over a cloud that delays, reorders, copies, loses, halves and locks: whole
histories of a team's folder, and what of them breaks a promise (goal: nothing of 10,000).

A history is 40 steps of writing, reading and trouble, then quiet. After one round, in which all
write what is missing and then read, all must be alike; nothing that was written is lost, and
nothing is there that nobody wrote. In a quarter of the histories people give requirements numbers
too: where two gave one, each gives the later another by itself, and all must have given the same.
`--plant` breaks the folder on purpose: copies, drop, half, clock or own.

    .venv/bin/python -m benchmarks.histories [--count 10000] [--first 1] [--plant drop]
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from benchmarks.browsing import opened

ROOT = Path(__file__).parents[1]
PAGE = "tests/browser/units/page.html"
CALL = """async ([count, by, first]) =>
  (await import("./folder.js")).histories(count, by, first)"""
AT_ONCE = 500  # so that it can be followed


def main() -> int:
    """0 when no promise is broken."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--plant", default="right")
    args = parser.parse_args()
    faults: dict[str, int] = {}
    seen: dict[str, int] = {}
    start = time.perf_counter()
    with opened(ROOT) as (address, chromium):
        page = chromium.new_page()
        page.goto(address + PAGE)
        for done in range(0, args.count, AT_ONCE):
            some = min(AT_ONCE, args.count - done)
            found = page.evaluate(CALL, [some, args.plant, args.first + done])
            faults = found["faults"] | faults
            seen = {key: seen.get(key, 0) + n for key, n in found["seen"].items()}
            print(f"{done + some} histories, faults: {faults or 'none'}", flush=True)
    took = time.perf_counter() - start
    print(f"in {took:.0f} s; {seen['written']} values were written; of the histories")
    print(f"  {seen['copies']} ended with copies of a cloud's, {seen['refused']} with files that")
    print(f"  could not be read, {seen['torn']} with two answers to one thing,")
    print(f"  and in {seen['anew']} requirements were given another number or place")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
