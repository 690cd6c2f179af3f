"""The built site as one file, for a web server without a net."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from dev.build import build
from dev.environment import ROOT, Checkout

# One text with what `verify` knows to be ours in a zip.
READ_ME = ROOT / "macros" / "publish" / "read_me.txt"


def package(checkout: Checkout, args: Sequence[str] = ()) -> int:
    """Builds, and writes a zip of the site with how to serve it; the same site is the same zip."""
    if code := build(checkout, args):
        return code
    target = zipped(checkout)
    where = Path(target.relative_to(checkout.root))
    print(f"dev.py: {where} ({target.stat().st_size / 1e6:.1f} MB)")
    return 0


def zipped(checkout: Checkout) -> Path:
    """Writes the zip of the site as it is built."""
    site = checkout.root / "site"
    version = re.search(r'^const VERSION = "(\w+)"', (site / "sw.js").read_text("utf-8"), re.M)
    name = f"nettsted-{version[1] if version else 'uten-versjon'}"
    note = READ_ME.read_text(encoding="utf-8").format(name=name)
    target = checkout.made / f"{name}.zip"
    with zipfile.ZipFile(target, "w") as made:
        _add(made, f"{name}/LES-MEG.txt", note.encode("utf-8"))
        for file in sorted(path for path in site.rglob("*") if path.is_file()):
            _add(made, f"{name}/{file.relative_to(site).as_posix()}", file.read_bytes())
    return target


def _add(made: zipfile.ZipFile, name: str, data: bytes) -> None:
    """One time for all files, so that it is not the clock that tells two zips apart."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    made.writestr(entry, data)
