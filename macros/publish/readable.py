"""Who may read the built files: everybody, whatever the builder's own files are kept from."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

FILE, FOLDER = 0o644, 0o755


def readable(folder: Path) -> None:
    """Makes a folder and all in it what a web server under another name can read. With umask 077
    it could not, and every page was «forbidden»."""
    for place, _, names in os.walk(folder):
        _allow(Path(place), FOLDER)
        for name in names:
            _allow(Path(place, name), FILE)


def _allow(path: Path, mode: int) -> None:
    """Disks that have no such rights, and files of somebody else, are left as they are."""
    if path.is_symlink() or path.stat().st_mode & 0o777 == mode:
        return
    with contextlib.suppress(OSError):
        path.chmod(mode)
