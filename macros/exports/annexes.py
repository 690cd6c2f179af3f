"""The annexes' files: Word and Excel, empty and filled in, kept between builds."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from macros.exports.annex import Annex
from macros.exports.document import Document
from macros.exports.downloads import CODE, PART, READABLE, File, fingerprint
from macros.language.strings import Strings
from macros.palette import Palette

TEMPLATE = "list.docx"


def make(
    annexes: tuple[Annex, ...],
    about: Document,
    t: Strings,
    kept: Path,
    local: Path,
    palette: Palette,
) -> tuple[File, ...]:
    """Word and Excel, empty and filled in; made when their content has changed, kept in `kept`.
    `about` says what every file says of itself; `local` is where a fork's own template stands."""
    if not annexes:
        return ()
    own = local / TEMPLATE
    template = own if own.exists() else CODE / "templates" / TEMPLATE
    kept.mkdir(parents=True, exist_ok=True)
    common = fingerprint(t, palette, [template]) + repr((about, annexes)).encode()
    key = hashlib.sha256(common).hexdigest()[:32]
    made = []
    for filled in (False, True):
        for extension in ("docx", "xlsx"):
            path = kept / f"{key}-{'filled' if filled else 'empty'}.{extension}"
            writing = partial(_bytes, extension, annexes, about, t, template, palette, filled)
            _keep(path, writing)
            stem = t("annexes.filled_file" if filled else "annexes.file")
            named = "annexes.filled" if filled else "annexes.empty"
            made.append(File(named, extension, f"{stem}.{extension}", path, path.stat().st_size))
    for old in kept.iterdir():
        if not old.name.startswith(key) and old.suffix != PART:
            old.unlink(missing_ok=True)
    return tuple(made)


def _keep(path: Path, write: Callable[[], bytes]) -> None:
    """Writes a file that is not there; whole files only are seen."""
    if path.exists() and path.stat().st_size:
        return
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=PART, delete=False) as part:
        part.write(write())
    Path(part.name).chmod(READABLE)
    Path(part.name).replace(path)


def _bytes(
    extension: str,
    annexes: tuple[Annex, ...],
    about: Document,
    t: Strings,
    template: Path,
    palette: Palette,
    filled: bool,
) -> bytes:
    # Loaded when a file is really made: most builds make none.
    if extension == "docx":
        from macros.exports.annex_word import as_docx

        return as_docx(annexes, about, t, template, palette, filled)
    from macros.exports.annex_excel import as_xlsx

    return as_xlsx(annexes, about, t, palette, filled)
