"""Templates as Python runs them, kept: compiling them was a tenth of a build.

For one process in its memory, since each language and each change of the data has a renderer of its
own; and for the next build in a folder of the project. Jinja tells by the source whether one still
holds.
"""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

import jinja2

FOLDER = Path(".build") / "compiled"
# What decides what a template becomes, besides its text.
OPTIONS = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix"),
    *("line_comment_prefix", "trim_blocks", "lstrip_blocks", "newline_sequence"),
    *("keep_trailing_newline", "autoescape", "optimized", "is_async", "finalize", "undefined"),
)


class Compiled(jinja2.BytecodeCache):
    """Kept for this process."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket, options: str = "") -> None:
        if (options, bucket.key) in self._kept:
            bucket.bytecode_from_string(self._kept[options, bucket.key])

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket, options: str = "") -> None:
        self._kept[options, bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


class _Folder(jinja2.FileSystemBytecodeCache):
    """A folder that may be full, somebody else's or none: then nothing is kept. What this process
    has compiled it has at hand, for whichever folder."""

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        COMPILED.load_bytecode(bucket, self.pattern)
        if bucket.code is None:
            with contextlib.suppress(OSError):
                super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        COMPILED.dump_bytecode(bucket, self.pattern)
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def kept_in(root: Path, environment: jinja2.Environment) -> jinja2.BytecodeCache:
    """Where the project in `root` keeps the templates of an environment from build to build. Jinja
    names a file by the template alone; another Jinja and other options have files of their own."""
    folder = root / FOLDER
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    stated = [(name, str(getattr(environment, name))) for name in OPTIONS]
    said = (jinja2.__version__, stated, sorted(environment.extensions))
    return _Folder(str(folder), f"{hashlib.sha256(repr(said).encode()).hexdigest()[:10]}-%s")
