"""Small guides on a host that does as real ones do, and a reader who has opened them."""

from __future__ import annotations

import contextlib
import functools
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import Page

from macros.publish import offline

PAGE = '<!doctype html><meta charset="utf-8"><title>x</title><h1>{}</h1>'
CONTROLLED = "() => navigator.serviceWorker.controller !== null"
GIVEN = """([path, options]) => fetch(path, options).then(
  async (one) => [one.status, await one.text()], () => [0, ""])"""
REGISTER = """async (address) => {
  const made = await navigator.serviceWorker.register(address + "sw.js");
  await made.update();
  while (made.installing) await new Promise((done) => setTimeout(done, 20));
}"""


class Host(SimpleHTTPRequestHandler):
    """Parts of files, and answers that a host gives instead of a file."""

    moved: ClassVar[dict[str, str]] = {}  # path → where it leads
    secret: ClassVar[set[str]] = set()  # paths that nobody may keep
    gone = False  # answers nobody

    def do_GET(self) -> None:
        path, wanted = self.path.split("?")[0], self.headers.get("Range")
        # Times of files count in seconds, tests do not.
        del self.headers["If-Modified-Since"]
        if self.gone:
            self.close_connection = True
        elif path in self.moved:
            self.send_response(302)
            self.send_header("Location", self.moved[path])
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif wanted:
            self.send_response(206)
            self.send_header("Content-Range", "bytes 0-1/9")
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"de")
        else:
            super().do_GET()

    def end_headers(self) -> None:
        secret = self.path.split("?")[0] in self.secret
        self.send_header("Cache-Control", "no-store" if secret else "no-cache")
        super().end_headers()

    def list_directory(self, path: object) -> None:
        self.send_error(404)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/404.html" if path == "/404" else path)

    def log_message(self, *args: object) -> None:
        pass


@dataclass
class Guides:
    """Guides in a folder that is served, and what a reader's browser has of them. `plant` is a
    fault for the worker: a text of it and what stands there instead."""

    folder: Path
    base: str
    host: type[Host]
    page: Page
    plant: tuple[str, str] | None = None
    names: tuple[str, ...] = ("index.html", "om/index.html", "404.html", "assets/x.js")
    more: dict[str, str] = field(default_factory=dict)

    def publish(self, at: str = "", text: str = "", *, wanted: bool = True) -> None:
        """Writes a guide and its worker. `text` is on every page."""
        root = self.folder / at
        for name in self.names:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(PAGE.format(f"{at}{name} {text}".strip()), encoding="utf-8")
        for name, said in self.more.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(said, encoding="utf-8")
        offline.write(root, "x", "filer", (), wanted)
        if self.plant:
            worker = root / offline.NAME
            made = worker.read_text(encoding="utf-8")
            assert self.plant[0] in made
            worker.write_text(made.replace(*self.plant), encoding="utf-8")

    def visit(self, at: str = "") -> None:
        """Opens a guide until its worker answers."""
        self.page.goto(self.base + at)
        self.page.evaluate(REGISTER, self.base + at)
        self.page.wait_for_function(CONTROLLED, timeout=5000)

    def update(self, at: str = "") -> None:
        self.page.evaluate(REGISTER, self.base + at)

    def use(self, page: Page, at: str = "") -> None:
        """Takes what waits into use, as the page does when the reader has said yes."""
        page.evaluate(
            """async (address) => {
              const made = await navigator.serviceWorker.getRegistration(address);
              const over = new Promise((done) =>
                navigator.serviceWorker.addEventListener("controllerchange", done));
              made.waiting.postMessage("use");
              await over;
            }""",
            self.base + at,
        )

    def heading(self, path: str = "") -> str:
        self.page.goto(self.base + path)
        return self.page.locator("h1").inner_text()

    def get(self, path: str, **options: object) -> tuple[int, str]:
        """What the page gets of an address: status, 0 without an answer, and text."""
        status, said = self.page.evaluate(GIVEN, [self.base + path, options])
        return status, said

    def kept(self) -> dict[str, list[str]]:
        """What is kept: cache → paths."""
        made: dict[str, list[str]] = self.page.evaluate(
            """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(
              async (name) => [name, (await (await caches.open(name)).keys())
                .map(({ url }) => new URL(url).pathname).sort()])))"""
        )
        return made

    def paths(self) -> set[str]:
        return {path for paths in self.kept().values() for path in paths}

    def wait_until_kept(self, path: str = "", *, caches: int = 1) -> None:
        """Until so many caches are there, and one of them holds a path."""
        assert self.page.evaluate(
            """async ([path, number]) => {
              for (const until = Date.now() + 5000; Date.now() < until;) {
                const held = !path || await caches.match(path);
                if (held && (await caches.keys()).length === number) return true;
                await new Promise((done) => setTimeout(done, 20));
              }
              return false;
            }""",
            [path, caches],
        )

    def offline(self, gone: bool = True) -> None:
        self.host.gone = gone


@contextlib.contextmanager
def hosted(folder: Path) -> Iterator[tuple[str, type[Host]]]:
    kind = type("Own", (Host,), {"moved": {}, "secret": set()})
    handler = functools.partial(kind, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", kind
    server.shutdown()
    server.server_close()
