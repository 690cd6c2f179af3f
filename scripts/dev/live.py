"""MkDocs' own server, and what it lacks: after a fault the last good site goes on answering, with
the fault shown over each page. Run by `dev.py serve` in the environment, as `python live.py …`."""

from __future__ import annotations

import html
import logging
import os
import re
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from mkdocs import __main__ as program
from mkdocs import livereload

PLACE = re.compile(r"^((?:[\w.-]+/)*[\w.-]+\.(?:md|yml|html|css|js)):(\d+)(?::(\d+))?", re.M)
LOOK = (
    "position:fixed;inset:auto 0 0 0;z-index:9999;max-height:60vh;overflow:auto;margin:0;"
    "padding:1rem;background:#7a1010;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap"
)


class Told(logging.Handler):
    """What MkDocs warns of during a build: with --strict it stops at the end for their sake."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class Live(livereload.LiveReloadServer):
    """Serves the last good site while the new one has faults, and says which."""

    def __init__(self, builder: Callable[[], None], **settings: Any) -> None:
        # Half a second sooner than MkDocs sees a saved file (0.5 and 0.1 there).
        super().__init__(
            builder=lambda: self._build(builder), **{"polling_interval": 0.1, **settings}
        )
        self.build_delay = 0.05
        self.kept = Path(tempfile.mkdtemp(prefix="mkdocs_kept_"))
        self.fault = ""

    def serve(self, *, open_in_browser: bool = False) -> None:
        """The first build has gone well: it is kept, and the address is printed now that it
        answers."""
        _copy(Path(self.root), self.kept)
        # Quiet as it is asked to be, MkDocs would not count the warnings that --strict stops at.
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
        print(self.url, flush=True)
        super().serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]

    def shutdown(self, wait: bool = False) -> None:
        super().shutdown(wait)
        shutil.rmtree(self.kept, ignore_errors=True)

    def _build(self, builder: Callable[[], None]) -> None:
        """Builds; a fault is kept for the pages, and the site is put back as it was."""
        told = Told()
        logging.getLogger("mkdocs").addHandler(told)
        try:
            builder()
        except (Exception, SystemExit) as fault:  # noqa: BLE001
            self.fault = _words(fault, told.lines)
            if not told.lines:
                print(self.fault, file=sys.stderr, flush=True)
            _copy(self.kept, Path(self.root))
        else:
            self.fault = ""
            _copy(Path(self.root), self.kept)
        finally:
            logging.getLogger("mkdocs").removeHandler(told)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        if self.fault:
            shown = f'<pre role="alert" style="{LOOK}">{_linked(self.fault)}</pre></body>'
            head, _, tail = content.rpartition(b"</body>")
            content = head + shown.encode() + tail
        made: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return made


def _words(fault: BaseException, warned: list[str]) -> str:
    """A fault as a person reads it: our own lines, what was warned of, or an exception's last."""
    if warned:
        return "\n".join(warned)
    if isinstance(fault, click.ClickException):
        return fault.format_message()
    return "".join(traceback.format_exception_only(fault)).strip()


def _linked(fault: str) -> str:
    """The words as HTML; a place in a file opens it in the editor that asks for such links."""

    def link(found: re.Match[str]) -> str:
        file = Path.cwd() / found[1]
        if not file.is_file():
            return found[0]
        place = f"{found[2]}:{found[3] or 1}"
        address = html.escape(f"vscode://file/{file.as_posix().lstrip('/')}:{place}")
        return f'<a style="color:#fff" href="{address}">{found[0]}</a>'

    return PLACE.sub(link, html.escape(fault, quote=False))


def _copy(site: Path, target: Path) -> None:
    """Makes `target` the same as a site. Files are linked where the disk can: a build writes each
    file anew."""
    for old in target.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    for folder, _, files in os.walk(site):
        there = target / Path(folder).relative_to(site)
        there.mkdir(exist_ok=True)
        for name in files:
            try:
                os.link(Path(folder, name), there / name)
            except OSError:
                shutil.copyfile(Path(folder, name), there / name)


if __name__ == "__main__":
    livereload.LiveReloadServer = Live  # type: ignore[assignment,misc]
    program.cli()
