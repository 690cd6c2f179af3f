"""Whether a published site is what its sources make: every file that differs, by name and place."""

from __future__ import annotations

import gzip
import importlib.metadata
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from macros.problems import Problem, line_and_column, quoted
from macros.publish import manifest
from macros.publish.published import Folder, Published, Unread, manifest_of

AT_ONCE = 6  # questions to a server at the same time
SHOWN = 40  # letters that are shown of what differs
PACKED = ".gz"
# Put into the zip by `dev.py zip` for whoever unpacks it.
NOTE = "LES-MEG.txt"
NOTE_TEXT = Path(__file__).parent / "read_me.txt"


def differences(made: Path, found: Published) -> Iterator[Problem]:
    """Every file that is not the same in `found` as in `made`, a clean build, sorted by name."""
    ours = Folder(made)
    there = ours.names or frozenset()
    own, theirs = manifest_of(ours, str(made)), manifest_of(found, manifest.NAME)
    names = found.names if found.names is not None else {*theirs["files"], manifest.NAME}
    every = sorted({*there, *names} - found.unserved - {manifest.NAME})

    def compared(name: str) -> Problem | None:
        try:
            data = found.read(name)
        except Unread as why:
            return Problem(name, 0, 0, str(why), "it must be readable to be compared")
        return _difference(name, ours.read(name), data, made)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from filter(None, pool.map(compared, every))
    yield from stated(own, theirs)


def _difference(name: str, ours: bytes | None, theirs: bytes | None, made: Path) -> Problem | None:
    if ours == theirs:
        return None
    if theirs is None:
        return Problem(name, 0, 0, "is missing", "publish every file of the build")
    if ours is None:
        if _is_copy(name, theirs, made) or _is_note(name, theirs):
            return None
        hint = "a clean build does not make it: who put it there?"
        return Problem(name, 0, 0, "is extra", hint)
    return changed(name, ours, theirs)


def changed(name: str, ours: bytes, theirs: bytes) -> Problem:
    """Where two files begin to differ: line and column of a text, or the byte."""
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
    at = min(len(ours), len(theirs)) if at is None else at
    hint = "publish the build again; if it differs still, find out who changed it"
    if b"\0" in ours or not (_is_text(ours) and _is_text(theirs)):
        sizes = f"{len(theirs):,} bytes, a clean build makes {len(ours):,}"
        return Problem(name, 0, 0, f"is changed from byte {at + 1:,} on ({sizes})", hint)
    while at and ours[at : at + 1] and ours[at] & 0xC0 == 0x80:
        at -= 1  # within a letter: it begins earlier
    before = ours[:at].decode("utf-8", "replace")
    line, column = line_and_column(before, len(before))
    what = f"is changed: {_shown(theirs, at)}, a clean build makes {_shown(ours, at)}"
    return Problem(name, line, column, what, hint)


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _shown(data: bytes, at: int) -> str:
    text = data[at : at + 4 * SHOWN].decode("utf-8", "replace")
    return quoted(text, SHOWN) if text else "nothing more"


def _is_copy(name: str, data: bytes, made: Path) -> bool:
    """A packed copy that a host wants beside a file, and that holds the very same."""
    file = made / name.removesuffix(PACKED)
    if not name.endswith(PACKED) or not file.is_file():
        return False
    expected = file.read_bytes()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            return packed.read(len(expected) + 1) == expected
    except (OSError, EOFError, zlib.error):
        return False


def _is_note(name: str, data: bytes) -> bool:
    if name != NOTE:
        return False
    form = NOTE_TEXT.read_text(encoding="utf-8")
    pattern = re.escape(form).replace(re.escape("{name}"), r"nettsted-[\w-]+")
    return re.fullmatch(pattern, data.decode("utf-8", "replace")) is not None


def stated(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[Problem]:
    """What the manifest says of the site that a clean build says otherwise; the commit is told
    apart, since a zip of the sources knows none."""
    hint = "publish the manifest of the same build"
    for key in ("config", "settings", "requirements"):
        if ours.get(key) != theirs.get(key):
            yield Problem(manifest.NAME, 0, 0, f"says otherwise of {key}", hint)
    for name in sorted({*ours["files"], *theirs["files"]}):
        if ours["files"].get(name) != theirs["files"].get(name):
            yield Problem(manifest.NAME, 0, 0, f"says otherwise of {quoted(name)}", hint)


def unlike_lock(packages: list[str]) -> Iterator[Problem]:
    """Locked packages that are another version here: a build with them may differ."""
    for entry in packages:
        name, _, rest = entry.partition("==")
        version, _, marker = rest.partition(";")
        try:
            here = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        if here != version.strip() and not marker:
            what = f"{name} is {here} here, and {version.strip()} is locked"
            hint = "verify with what is locked: python3 scripts/dev.py verify"
            yield Problem(manifest.LOCK, 0, 0, what, hint, level="warning")
