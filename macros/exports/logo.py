"""An edition's own logo as files hold it: a PNG of a known size, whatever it was drawn as."""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path

from macros.exports import missing
from macros.problems import Faulty, Problem

TEMPLATE = Path(__file__).parent / "templates" / "logo.typ"
DENSITY = 288  # dots an inch: sharp on paper
INCH = 0.0254  # metres
HEAD = 33  # bytes of a PNG before its second part: the signature and IHDR


def picture(file: Path, root: Path) -> bytes:
    """The picture in `file` as a PNG that says how large it is; the same bytes each time. b"" where
    there is none, or no Typst. Raises Faulty, placed from `root`, for what is no picture."""
    if not file.is_file() or "typst" in missing("pdf"):
        return b""
    import typst  # only where it is needed: it may not be here

    from macros.exports.compilers import compiler

    try:
        said = {"picture": json.dumps([*file.read_bytes()])}
        made = compiler(TEMPLATE).compile(sys_inputs=said, format="png", ppi=DENSITY)
    except typst.TypstError as fault:
        place = (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()
        message = f"the logo cannot be read as a picture: {fault}"
        raise Faulty([Problem(place, 0, 0, message, "use an SVG or a PNG")]) from None
    assert isinstance(made, bytes)
    return _sized(made)


def _sized(png: bytes) -> bytes:
    """The picture with its size in it, which Typst leaves out: Word and Excel go by that."""
    dots = round(DENSITY / INCH)
    said = b"pHYs" + struct.pack(">IIB", dots, dots, 1)
    part = struct.pack(">I", len(said) - 4) + said + struct.pack(">I", zlib.crc32(said))
    return png[:HEAD] + part + png[HEAD:]
