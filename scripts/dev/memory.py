"""Where the tests' small projects and sites are put: in memory where this machine has the room, for
a new file costs a disk a millisecond, and a run makes tens of thousands."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

GB = 10**9
LEFT = 4 * GB  # what `test --all` leaves behind is less than 3
FREE = 2 * LEFT  # the browsers and the builds need some, too
# What a container may use at most, as Linux told it before and tells it now.
BOUNDS = ("sys/fs/cgroup/memory/memory.limit_in_bytes", "sys/fs/cgroup/memory.max")


def temporary(root: Path = Path("/")) -> str:
    """A folder in memory, below `root`; the usual one where somebody has chosen (TMPDIR), there is
    no other, programs may not run in it, or it has too little room (containers often: 64 MB)."""
    usual = tempfile.gettempdir()
    shared = root / "dev/shm"
    if "TMPDIR" in os.environ or not shared.is_dir() or not os.access(shared, os.W_OK):
        return usual
    if os.statvfs(shared).f_flag & os.ST_NOEXEC or shutil.disk_usage(shared).free < LEFT:
        return usual
    return str(shared) if _free(root) >= FREE else usual


def _free(root: Path) -> int:
    """Bytes of memory that are left for us; 0 where nobody tells."""
    told = re.search(r"^MemAvailable:\s*(\d+) kB", _said(root / "proc/meminfo"), re.M)
    bounds = [int(said) for name in BOUNDS if (said := _said(root / name).strip()).isdigit()]
    return min([int(told[1]) * 1024, *bounds]) if told else 0


def _said(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii")
    except OSError:
        return ""
