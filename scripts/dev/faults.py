"""What goes wrong in a build, in the words that a person reads, and as links into the editor."""

from __future__ import annotations

import html
import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

PLACE = re.compile(r"^((?:[\w.-]+/)*[\w.-]+\.(?:md|yml|html|css|js)):(\d+)(?::(\d+))?", re.M)


class Told(logging.Handler):
    """What MkDocs warns of during a build: with --strict it stops at the end for their sake."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def listening() -> Iterator[Told]:
    """What MkDocs warns of meanwhile. Quiet, as it is asked to be, it would not say it."""
    log, told = logging.getLogger("mkdocs"), Told()
    log.setLevel(logging.WARNING)
    log.addHandler(told)
    try:
        yield told
    finally:
        log.removeHandler(told)


def words(fault: BaseException, warned: list[str]) -> str:
    """A fault as a person reads it: our own lines, what was warned of, or an exception's last."""
    if warned:
        return "\n".join(warned)
    if isinstance(fault, click.ClickException):
        return fault.format_message()
    return "".join(traceback.format_exception_only(fault)).strip()


def linked(fault: str) -> str:
    """The words as HTML; a place in a file opens it in the editor that asks for such links."""

    def link(found: re.Match[str]) -> str:
        file = Path.cwd() / found[1]
        if not file.is_file():
            return found[0]
        place = f"{found[2]}:{found[3] or 1}"
        address = html.escape(f"vscode://file/{file.as_posix().lstrip('/')}:{place}")
        return f'<a style="color:#fff" href="{address}">{found[0]}</a>'

    return PLACE.sub(link, html.escape(fault, quote=False))
