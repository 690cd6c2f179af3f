"""Typst's compilers, kept: fonts are read once, and what calls have in common is set once."""

from __future__ import annotations

import threading
from pathlib import Path

import typst

_threads = threading.local()


def compiler(template: Path) -> typst.Compiler:
    """One a thread and template, with Typst's own fonts and no other."""
    kept = _threads.__dict__.setdefault("compilers", {})
    if template not in kept:
        kept[template] = typst.Compiler(
            input=template, root=template.parent, ignore_system_fonts=True
        )
    made: typst.Compiler = kept[template]
    return made
