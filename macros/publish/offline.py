"""The worker that keeps the guide in the reader's browser, made from what was built."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

from macros.publish import manifest
from macros.publish.parts import NAME as LIST

HERE = Path(__file__).parent
NAME = "sw.js"  # from the site's root: a worker sees only what lies below it
# A guide of more than this many bytes is not fetched whole: pages are kept as they are opened.
WHOLE = 30_000_000
MISSING = "404.html"
# What no reader opens, or what is kept only when somebody has fetched it.
LEFT_OUT = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
UNASKED = ("_headers", NAME, manifest.NAME, LIST, "llms.txt")
TWIN, PICTURE = "index.md", "deling.png"  # beside each page: for programs, and for who shares it
ENDINGS = (".map", ".gz", ".xml")
SCRIPTS, PAGE = "assets/", "index.html"


def write(
    site_dir: Path, site_id: str, downloads: str, parts: Collection[str], wanted: bool
) -> None:
    """Writes the worker of a finished site: one that keeps this version, or one that removes what
    an earlier one kept. `downloads` is the folder that is left out, `parts` are addresses of what
    no page asks for."""
    name = f"guide-{site_id}"
    if not wanted:
        _write(site_dir, {"NAME": name}, "gone.js")
        return
    every = _files(site_dir)
    first = _first(site_dir, every, downloads)
    files = [name for name in every if name in first and name not in parts]
    # Every byte of the site counts, also of what is not kept: a new download is a new version.
    made = hashlib.sha256((HERE / "worker.js").read_bytes() + (HERE / "own.js").read_bytes())
    for file in sorted(f for f in site_dir.rglob("*") if f.is_file() and f.name != NAME):
        made.update(f"{file.relative_to(site_dir).as_posix()}\0".encode())
        made.update(hashlib.sha256(file.read_bytes()).digest())
    head = {
        "NAME": name,
        "VERSION": made.hexdigest()[:12],
        "MISSING": MISSING,
        "FILES": [_address(name) for name in files],
        "LATER": [_address(name) for name in every if name not in files],
    }
    _write(site_dir, head, "worker.js")


def _write(site_dir: Path, head: Mapping[str, object], name: str) -> None:
    lines = [f"const {key} = {json.dumps(value)};\n" for key, value in head.items()]
    scripts = [(HERE / part).read_text(encoding="utf-8") for part in ("own.js", name)]
    text = "".join([*lines, "\n".join(scripts)])
    (site_dir / NAME).write_text(text, encoding="utf-8", newline="\n")


def _address(name: str) -> str:
    """A file's address from the root: pages as folders, and letters that mean something in an
    address written so that they do not."""
    folder, _, last = name.rpartition("/")
    return quote(name if last != PAGE else f"{folder}/" if folder else "./")


def _files(site_dir: Path) -> list[str]:
    """Names of all that a reader may ask for. Servers keep what begins with a dot to themselves."""
    files = (f.relative_to(site_dir) for f in site_dir.rglob("*") if f.is_file())
    shown = sorted(f for f in files if not any(part.startswith(".") for part in f.parts))
    return [
        f.as_posix() for f in shown if f.as_posix() not in UNASKED and f.name not in (TWIN, PICTURE)
    ]


def _first(site_dir: Path, every: Iterable[str], downloads: str) -> frozenset[str]:
    """Names of all that is kept from the start, of `every` file."""
    left_out = (*LEFT_OUT, f"{downloads}/") if downloads else LEFT_OUT
    # A page may stand in the folder of the files.
    made = [
        name
        for name in every
        if not name.endswith(ENDINGS)
        and (not name.startswith(left_out) or name.rpartition("/")[2] == PAGE)
    ]
    if sum((site_dir / name).stat().st_size for name in made) > WHOLE:
        made = [name for name in made if name.startswith(SCRIPTS) or name in (PAGE, MISSING)]
    return frozenset(made)
