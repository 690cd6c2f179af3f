"""Text from everywhere, chosen to do harm: it never becomes markup, and nothing falls over.

    .venv/bin/python -m benchmarks.fuzz [--inputs 100000] [--seed N]

Half of the inputs go to Python (fuzz_python.py says what it promises), half to the scripts in a
real browser on the built site, under its policy (fuzz.js). The same seed gives the same inputs.
Ends with 1, the input and the seed at the first that breaks a promise. The tests run a small fixed
part of the same.
"""

from __future__ import annotations

import argparse

from benchmarks import ROOT
from benchmarks.browsing import opened
from benchmarks.fuzz_browser import browser
from benchmarks.fuzz_python import python


def main() -> None:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=20261124)
    args = parser.parse_args()
    half = args.inputs // 2
    python(half, args.seed)
    print(f"fuzz: {half} inputs to Python, no promise broken", flush=True)
    with opened(ROOT / "site") as (address, chromium):
        page = chromium.new_page(service_workers="block")
        page.goto(f"{address}om/")
        browser(page, args.inputs - half, args.seed)
    print(f"fuzz: {args.inputs - half} inputs to the browser, no promise broken")


if __name__ == "__main__":
    main()
