"""Finished files that are kept between builds: while one build uses them no other takes any away.

A lock for each folder, which any number of builds have together and whoever tidies has alone. The
system lets go of it when a process dies, so nothing is left locked.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
import time
from collections.abc import Collection
from pathlib import Path

WAIT = 0.05  # seconds between two tries, while somebody tidies


class Hold:
    """Had from before a build looks for files in `folder` until it has copied them. `lock` is a
    file of this folder's own, outside of it."""

    def __init__(self, folder: Path, lock: Path) -> None:
        self._folder, self._lock = folder, lock
        lock.parent.mkdir(parents=True, exist_ok=True)
        self._file = lock.open("a", encoding="utf-8")
        _share(self._file.fileno())

    def over(self, used: Collection[Path]) -> None:
        """Lets go, and takes away what is asked for no longer: all but `used`, unless another build
        uses some; then the next does."""
        self._file.close()
        if not self._folder.is_dir():
            return
        with self._lock.open("a", encoding="utf-8") as file:
            if _alone(file.fileno()):
                for old in self._folder.iterdir():
                    if old not in used and old.is_file():
                        old.unlink(missing_ok=True)


if sys.platform == "win32":
    import msvcrt

    PLACES = 1 << 20  # bytes, which need not be there: who shares has one, who is alone all

    def _share(file: int) -> None:
        while not _had(file, secrets.randbelow(PLACES), 1):
            time.sleep(WAIT)

    def _alone(file: int) -> bool:
        return _had(file, 0, PLACES)

    def _had(file: int, place: int, many: int) -> bool:
        os.lseek(file, place, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, many)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _share(file: int) -> None:
        with contextlib.suppress(OSError):  # a disk without locks: there nothing is taken away
            fcntl.flock(file, fcntl.LOCK_SH)

    def _alone(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
