"""What a file says of itself and of its rows, so that it can be read back.

A row of a Word list is known by a bookmark: LibreOffice keeps those, and drops controls' tags.
The same rules stand in formats/marks.js.
"""

from __future__ import annotations

import zlib

from macros.exports.document import Document

MOST = 40  # letters of a bookmark, by Word
WITH_SUM = 8
SAYS = "sjekkliste"


def row_mark(item: str, time: int = 1) -> str:
    """The bookmark of an item's row: letters, digits and underscores. A document that shows an item
    a second time needs another mark for it."""
    start = f"p{time if time > 1 else ''}_"
    name = item.replace("-", "_")
    room = MOST - len(start)
    if len(name) > room:
        total = f"{zlib.crc32(item.encode()):08x}"
        name = f"{name[: room - WITH_SUM - 1]}_{total}"
    return start + name


def identity(document: Document) -> str:
    """What a file is, on one line: the kind, the edition, the list, the language of its words. A
    file with answers says as well whose they are and when it was made (`project=`, `made=`), and a
    write that holds all that its maker knew (`seen=`: overrides/…/answers/README.md)."""
    where = f"site={document.site};version={document.version};list={document.name}"
    return f"{SAYS};{where};language={document.language}"
