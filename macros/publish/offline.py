"""The worker that keeps the guide in the reader's browser, made from what was built."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from pathlib import Path

HERE = Path(__file__).parent
NAME = "sw.js"  # from the site's root: a worker sees only what lies below it
# A guide of more than this many bytes is not fetched whole: pages are kept as they are opened.
WHOLE = 30_000_000
MISSING = "404.html"
# What no reader opens, or what is kept only when somebody has fetched it.
LEFT_OUT = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "_headers", NAME)
ENDINGS = (".map", ".gz", ".xml")
SCRIPTS = "assets/"


def write(
    site_dir: Path, site_id: str, downloads: str, parts: Collection[str], wanted: bool
) -> None:
    """Writes the worker of a finished site: one that keeps this version, or one that removes what
    an earlier one kept. `downloads` is the folder that is left out, `parts` are addresses of what
    no page asks for."""
    name = json.dumps(f"guide-{site_id}-")
    if not wanted:
        _write(site_dir, f"const NAME = {name};\n", "gone.js")
        return
    files = [name for name in _files(site_dir, downloads) if name not in parts]
    # Every byte of the site counts, also of what is not kept: a new download is a new version.
    made = hashlib.sha256()
    for file in sorted(f for f in site_dir.rglob("*") if f.is_file() and f.name != NAME):
        made.update(f"{file.relative_to(site_dir).as_posix()}\0".encode())
        made.update(hashlib.sha256(file.read_bytes()).digest())
    head = {
        "NAME": f"guide-{site_id}-",
        "VERSION": made.hexdigest()[:12],
        "MISSING": MISSING,
        "FILES": files,
    }
    lines = "".join(
        f"const {key} = {json.dumps(v, ensure_ascii=False)};\n" for key, v in head.items()
    )
    _write(site_dir, lines, "worker.js")


def _write(site_dir: Path, head: str, name: str) -> None:
    text = head + (HERE / name).read_text(encoding="utf-8")
    (site_dir / NAME).write_text(text, encoding="utf-8", newline="\n")


def _files(site_dir: Path, downloads: str) -> list[str]:
    """Addresses from the root of all that is kept from the start: pages as folders."""
    left_out = (*LEFT_OUT, f"{downloads}/") if downloads else LEFT_OUT
    made, total = [], 0
    for file in sorted(f for f in site_dir.rglob("*") if f.is_file()):
        name = file.relative_to(site_dir).as_posix()
        # A page may stand in the folder of the files.
        if name.endswith(ENDINGS) or (name.startswith(left_out) and file.name != "index.html"):
            continue
        made.append(name.removesuffix("index.html") or "./")
        total += file.stat().st_size
    if total <= WHOLE:
        return made
    return [name for name in made if name.startswith(SCRIPTS) or name in ("./", MISSING)]
