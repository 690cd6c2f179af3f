"""How the files of one list grow with its items: the processor's seconds of each format at 300 and
10,000 items, and the ratio per item (goal ≤ 2; a square would give 33).

    .venv/bin/python -m benchmarks.one_list [--runs 3] [--many 10000] [FORMAT …]
"""

from __future__ import annotations

import functools
import statistics
import time
from pathlib import Path

from benchmarks import ROOT
from benchmarks.timing import arguments, in_turn
from macros import load, palette
from macros.catalog.codes import with_codes
from macros.catalog.model import Catalog
from macros.exports import FORMATS, Document, Format, documents
from macros.language import strings
from macros.language.strings import Strings
from macros.palette import Palette
from macros.site import Site

FEW, MANY = 300, 10_000
TEMPLATES = ROOT / "macros" / "exports" / "templates"


def one_list(catalog: Catalog, length: int) -> Catalog:
    """The guide with one list of so many items, made of its own."""
    items = [item for _, item in catalog.items()]
    made = tuple(
        items[n % len(items)].model_copy(update={"id": f"punkt-{n}"}) for n in range(length)
    )
    only = catalog.checklists[0].model_copy(update={"items": made})
    return with_codes(catalog.model_copy(update={"checklists": (only,)}))


def written(form: Format, document: Document, t: Strings, colours: Palette) -> bytes:
    """One file, with the address that makes it lead back."""
    return form.write(document, t, template_of(form), colours)


def template_of(form: Format) -> Path | None:
    """Our own template of a form, where it has one."""
    return TEMPLATES / form.template if form.template else None


def main() -> None:
    parser = arguments(__doc__, runs=3)
    parser.add_argument("--many", type=int, default=MANY, help="items")
    parser.add_argument("formats", nargs="*", help="pdf, xlsx …; all without names")
    args = parser.parse_args()
    t, (colours, _) = strings.load("nb"), palette.read(ROOT)
    catalog, site = load.load(ROOT), Site("maalt", url="https://veileder.example/")
    made = {length: documents(one_list(catalog, length), t, site)[0] for length in (FEW, args.many)}
    for form in (form for form in FORMATS if not form.every):
        if args.formats and form.key not in args.formats:
            continue
        actions = {
            str(length): functools.partial(written, form, document, t, colours)
            for length, document in made.items()
        }
        times = in_turn(actions, args.runs, time.process_time)
        few, many = (statistics.median(times[str(length)]) for length in (FEW, args.many))
        growth = (many / args.many) / (few / FEW)
        taken = f"{few:6.2f} s at {FEW}, {many:6.2f} s at {args.many}"
        print(f"{form.key:10} {taken}: {growth:.1f} an item", flush=True)


if __name__ == "__main__":
    main()
