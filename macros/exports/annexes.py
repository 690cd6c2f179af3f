"""The annexes' files: Word and Excel, empty and filled in, kept between builds."""

from __future__ import annotations

import hashlib
from pathlib import Path

from macros.exports import downloads, making, wanted
from macros.exports.annex import Annex
from macros.exports.document import Document
from macros.exports.downloads import File
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
    """Word and Excel, empty and filled in; made when their content has changed, kept in `kept`,
    where hold.py takes away what is old.
    `about` says what every file says of itself; `local` is where a fork's own template stands."""
    if not annexes:
        return ()
    word = downloads.template(TEMPLATE, local)
    kept.mkdir(parents=True, exist_ok=True)
    common = downloads.fingerprint(t, palette, [word]) + repr((about, annexes)).encode()
    key = hashlib.sha256(common).hexdigest()[:32]

    def written(extension: str, filled: bool) -> bytes:
        # Loaded when a file is really made: most builds make none.
        if extension == "docx":
            from macros.exports.annex_word import as_docx

            return as_docx(annexes, about, t, word, palette, filled)
        from macros.exports.annex_excel import as_xlsx

        return as_xlsx(annexes, about, t, palette, filled)

    made = []
    for filled in (False, True):
        for extension in ("docx", "xlsx"):
            path = kept / f"{key}-{'filled' if filled else 'empty'}.{extension}"
            if not wanted.whole(path):
                making.keep(path, written(extension, filled))
            stem = t("annexes.filled_file" if filled else "annexes.file")
            named = "annexes.filled" if filled else "annexes.empty"
            made.append(File(named, extension, f"{stem}.{extension}", path, path.stat().st_size))
    return tuple(made)
