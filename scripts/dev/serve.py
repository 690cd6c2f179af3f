"""Addresses on this machine: a site that follows edits, and a built one for tests and pictures."""

from __future__ import annotations

import argparse
import contextlib
import functools
import socket
import sys
import threading
from collections.abc import Iterator, Sequence
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from dev.environment import Checkout

SCRIPTS = Path(__file__).parent.parent


def serve(checkout: Checkout, args: Sequence[str] = ()) -> int:
    """Serves the site and follows changes in the pages, in checklists.yml and in translations; the
    address is printed when it answers. `--language nn` serves another than the guide's own."""
    parser = argparse.ArgumentParser(prog="dev.py serve", allow_abbrev=False)
    parser.add_argument("--language", default="", help="that is served: nn (the guide's own)")
    asked, args = parser.parse_known_args(list(args))
    checkout.ready("build")
    if sys.stderr.isatty():
        print("dev.py: building …", file=sys.stderr, flush=True)
    port = free_port()
    # --livereload is said aloud: with click 8.3 and later MkDocs 1.6.1 leaves it off otherwise.
    how = ("--quiet", "--livereload", "-f", checkout.config, "-a", f"127.0.0.1:{port}")
    try:
        command = ("-m", "dev.live", "serve", *how, *args)
        more = {"GUIDE_SERVED": asked.language} if asked.language else {}
        return checkout.run(*command, PYTHONPATH=str(SCRIPTS), **more).returncode
    except KeyboardInterrupt:
        return 0


def free_port() -> int:
    """One that nobody listens on here: 8000, or the next."""
    for port in (8000, *range(8001, 8020), 0):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    return 8000


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *args: object) -> None:
        pass


class Silent(ThreadingHTTPServer):
    """A browser that is closed drops its connections: that is no fault worth a traceback."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def served(folder: Path, how: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a built site, for as long as it is needed; `how` its files are given."""
    server = Silent(("127.0.0.1", 0), functools.partial(how, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
