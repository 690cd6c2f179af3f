"""What the files to download cost by format, all lists' and that of all lists: processor seconds in
one process, nothing kept.

    .venv/bin/python -m benchmarks.formats [--runs 3]
"""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from itertools import product

from benchmarks import ROOT
from benchmarks.one_list import template_of, written
from benchmarks.timing import arguments
from macros import load, palette
from macros.exports import FORMATS, documents
from macros.language import strings
from macros.site import Site


def main() -> None:
    args = arguments(__doc__, runs=3).parse_args()
    catalog, site = load.load(ROOT), Site("maalt", url="https://veileder.example/")
    t, (colours, _) = strings.load("nb"), palette.read(ROOT)
    made = documents(catalog, t, site)
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(args.runs):
        # List by list, as a build makes them: the formats of a list share what it says. Lists that
        # are made with that of all lists are in its time.
        taken = dict.fromkeys((form.key for form in FORMATS), 0.0)
        for document, form in product(made, FORMATS):
            if document is made[-1] or not (form.every or form.together):
                start = time.process_time()
                if form.together:
                    form.write_together(document, made[:-1], t, template_of(form), colours)
                else:
                    written(form, document, t, colours)
                taken[form.key] += time.process_time() - start
        for key, seconds in taken.items():
            times[key].append(seconds)
    medians = {key: statistics.median(found) for key, found in times.items()}
    for key, seconds in medians.items():
        print(f"{key:12} {seconds:6.2f} s")
    print(f"{'together':12} {sum(medians.values()):6.2f} s")


if __name__ == "__main__":
    main()
