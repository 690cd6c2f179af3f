"""The files of the index as they were last made, for a build in which nothing that they are made of
has changed. A script, a style or a picture is changed far more often than a word."""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


def files(
    place: Path | None, made_of: object, make: Callable[[], Mapping[str, str]]
) -> Mapping[str, str]:
    """Each file's text by its name: what `make` gives, or what stands in the file `place` from when
    it was made of the same. `made_of` is told apart by what Python writes of it."""
    if place is None:
        return make()
    key = hashlib.sha256(_code() + repr(made_of).encode("utf-8", "surrogatepass")).hexdigest()
    if (found := _read(place, key)) is not None:
        return found
    made = make()
    _write(place, {"key": key, "files": made})
    return made


def _read(place: Path, key: str) -> dict[str, str] | None:
    """None where nothing is kept, or something else, or what was cut off."""
    try:
        said = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(said, dict) or said.get("key") != key:
        return None
    found = said.get("files")
    return found if isinstance(found, dict) else None


def _write(place: Path, said: Mapping[str, object]) -> None:
    """Whole or not at all: two builds may be at it. A full disk, or one to read from only, keeps
    nothing."""
    beside = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    with contextlib.suppress(OSError):
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(said), encoding="utf-8")
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)


@cache
def _code() -> bytes:
    """What makes the files."""
    made = hashlib.sha256()
    for file in sorted(HERE.glob("*.py")):
        made.update(file.read_bytes())
    return made.digest()
