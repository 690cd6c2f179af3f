"""MkDocs' own server, and what it lacks: a change is in the open page at once, and after a fault
the last good site goes on answering, with the fault shown over each page. Run by `dev.py serve` in
the environment, as `python -m dev.live serve …`."""

from __future__ import annotations

import functools
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from mkdocs import __main__ as program
from mkdocs import livereload
from mkdocs.commands import serve
from mkdocs_macros import context

from dev import whole
from dev.faults import linked, listening, words
from dev.open_pages import OpenPages
from dev.quick import Overtaken, Quick
from dev.watching import Watching

LOOK = (
    "position:fixed;inset:auto 0 0 0;z-index:9999;max-height:60vh;overflow:auto;margin:0;"
    "padding:1rem;background:#7a1010;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap"
)
FOLLOW = Path(__file__).parent / "follow.js"


class Live(livereload.LiveReloadServer):
    """Serves the last good site while the new one has faults, and says which. A change is first
    built quickly (quick.py), then wholly (whole.py)."""

    def __init__(self, builder: Callable[[], None], **settings: Any) -> None:
        super().__init__(builder=lambda: self._build(builder), **settings)
        # Sooner than MkDocs sees a saved file and takes it for whole (0.5 and 0.1 there).
        self.observer: Any = Watching(often=0.1)
        self.build_delay = 0.03
        self.fault = ""
        self.pages = OpenPages()
        self._building = threading.Lock()
        QUICK.put, QUICK.ahead, QUICK.open = self._put, self._ahead, self.pages.open
        QUICK.overtaken = lambda: self._want_rebuild
        self.whole = whole.Whole(CONFIG, Path(self.root), self.url, self._whole)

    def serve(self, *, open_in_browser: bool = False) -> None:
        """The first build has gone well."""
        self.whole.start()
        super().serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]

    def server_activate(self) -> None:
        """The address is printed now that it answers."""
        super().server_activate()
        print(self.url, flush=True)

    def _put(self, made: Mapping[Path, bytes]) -> None:
        whole.put(Path(self.root), {path.as_posix(): content for path, content in made.items()})

    def _ahead(self, made: Mapping[Path, bytes]) -> None:
        """Puts the open pages and tells them, while the others are being made."""
        self._put(made)
        self._tell("")
        self._renew()

    def _renew(self) -> None:
        """Open pages are told that there is something new; who has asked for a page gets it."""
        now = round(time.monotonic() * 1000)  # as MkDocs counts
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch = now
            self._epoch_cond.notify_all()

    def _serve_request(self, environ: Any, start_response: Any) -> Any:
        """As MkDocs, which a page asks whether there is something newer as long as it is open."""
        asking = environ["PATH_INFO"].startswith("/livereload/")
        if asking and (place := unquote(environ["QUERY_STRING"])).startswith(self.mount_path):
            self.pages.asks(place.removeprefix(self.mount_path))
        return super()._serve_request(environ, start_response)

    def shutdown(self, wait: bool = False) -> None:
        with self.whole.halted():
            super().shutdown(wait)

    def _build(self, builder: Callable[[], None]) -> None:
        """Builds; a fault is kept for the pages, and the site stays as it was."""
        with self.whole.halted(), self._building, listening() as told:
            try:
                builder()
            except Overtaken:
                return
            except (Exception, SystemExit) as fault:  # noqa: BLE001
                self._tell(words(fault, told.lines))
                return
            finally:
                self._wanted_epoch = round(time.monotonic() * 1000)
            self._tell("")
        self.whole.start()

    def _whole(self, fault: str, files: list[list[dict[str, str]]], other: bool) -> None:
        """What a whole build has said: open pages are told when they would show something new."""
        downloads, annexes = (tuple(map(_file, made)) for made in files)
        with self._building:
            made = (downloads, annexes)
            if not fault and made != QUICK.files:  # their sizes stand in the pages
                QUICK.files, QUICK.site = made, None
        new = other or fault != self.fault
        self._tell(fault)
        if new:
            self._renew()

    def _tell(self, fault: str) -> None:
        if fault and fault != self.fault:
            print(fault, file=sys.stderr, flush=True)
        self.fault = fault

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        said = ""
        if self.fault:
            said = f'<pre role="alert" style="{LOOK}">{linked(self.fault)}</pre>'
        script = f"<script>{FOLLOW.read_text(encoding='utf-8')}livereload({epoch});</script>"
        head, _, tail = content.rpartition(b"</body>")
        return b"".join((head, said.encode(), script.encode(), b"</body>", tail))


def _file(told: dict[str, str]) -> Any:
    """A file to download as the macros know it."""
    from macros.exports.downloads import File

    return File(
        told["document"], told["format"], told["name"], Path(told["path"]), int(told["size"])
    )


QUICK = Quick(put=lambda made: None)
CONFIG = ""

if __name__ == "__main__":
    at = sys.argv.index("-f")
    CONFIG = sys.argv[at + 1]
    for name, ours in (("LiveReloadServer", Live), ("build", QUICK.build)):
        setattr(serve, name, ours)
    # Who asks for a page while others are being built waits for a fifth of the usual time.
    sys.setswitchinterval(0.001)
    # It asks git twelve things at every build; while somebody writes the answers stay.
    setattr(context, "get_git_info", functools.cache(context.get_git_info))  # noqa: B010
    program.cli()
