"""Lighthouse on the built site, as on a phone: medians of several runs, with their spread.

    .venv/bin/python scripts/lighthouse.py [--runs 5] [--site FOLDER] [PAGE …]

Sets Node and Lighthouse up in .build/lighthouse the first time (PyPI and npm; about 180 MB). Serves
the site compressed, as the publishing recipes do. Times move with what else the machine does; the
three other categories, shifts (CLS), bytes and requests do not. Goals: performance ≥ 0.99, the
others 1.00.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
import venv
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from dev import browser as program
from dev import environment as here
from dev import serve

LIGHTHOUSE = "lighthouse@13.5.0"
PAGES = ("", "kravdokument/", "sjekklister/orden-i-eget-hus/", "punkt/", "lag-kravdokument/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", "/")
HOME = here.ROOT / ".build" / "lighthouse"


class Zipped(serve.Quiet):
    """Compresses text, keeps the connection."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> Any:
        path = self.path.split("?")[0]
        file = Path(self.translate_path(path))
        file = file / "index.html" if file.is_dir() else file
        if not path.endswith(PACKED) or not file.is_file():
            return super().send_head()
        data = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)


class Silent(ThreadingHTTPServer):
    """A browser that is closed drops its connections: that is no fault worth a traceback."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def set_up() -> Path:
    """The program, installed when it is not there. Raises SystemExit with what went wrong."""
    program = HOME / "node_modules" / ".bin" / "lighthouse"
    if program.exists():
        return program
    shutil.rmtree(HOME, ignore_errors=True)
    venv.create(HOME / "venv", with_pip=True)
    python = HOME / "venv" / "bin" / "python"
    lock = here.ROOT / "requirements" / "node.txt"
    steps = [
        [str(python), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(lock)],
        [str(HOME / "venv" / "bin" / "npm"), "install", "--no-fund", "--no-audit",
         "--no-package-lock", "--prefix", str(HOME), LIGHTHOUSE],
    ]  # fmt: skip
    for step in steps:
        done = subprocess.run(step, env=environment(), capture_output=True, text=True, cwd=HOME)
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise SystemExit(f"lighthouse.py: {Path(step[0]).name} failed: {last}")
    return program


def environment() -> dict[str, str]:
    path = f"{HOME / 'venv' / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**os.environ, "PATH": path, "CHROME_PATH": str(program.path())}


def look(program: Path, address: str) -> dict[str, float]:
    """One run: the four scores, shifts, bytes and requests."""
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage"
    command = [
        str(program),
        address,
        "--quiet",
        "--no-enable-error-reporting",
        "--output=json",
        flags,
    ]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=180)
    if done.returncode:
        raise SystemExit(f"lighthouse.py: {address}: {done.stderr.strip()[-300:]}")
    made = json.loads(done.stdout)
    audits = made["audits"]
    items = audits["network-requests"]["details"]["items"]
    fetched = [i for i in items if i["url"].startswith("http")]
    return {
        **{name: made["categories"][name]["score"] for name in CATEGORIES},
        "cls": audits["cumulative-layout-shift"]["numericValue"],
        "lcp": audits["largest-contentful-paint"]["numericValue"],
        "tbt": audits["total-blocking-time"]["numericValue"],
        "kilobytes": sum(i.get("transferSize", 0) for i in fetched) / 1000,
        "requests": len(fetched),
    }


def measure(site: Path, pages: list[str], runs: int) -> dict[str, list[dict[str, float]]]:
    """Every page, `runs` times."""
    program = set_up()
    server = Silent(("127.0.0.1", 0), functools.partial(Zipped, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    found = {page: [look(program, address + page) for _ in range(runs)] for page in pages}
    server.shutdown()
    return found


def main() -> None:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("pages", nargs="*", default=list(PAGES))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--site", type=Path, default=here.ROOT / "site")
    args = parser.parse_args()
    for page, runs in measure(args.site, args.pages, args.runs).items():
        print(f"/{page}")
        for name in runs[0]:
            values = [run[name] for run in runs]
            spread = f"{min(values):.2f}–{max(values):.2f}"
            print(f"  {name:16} {statistics.median(values):8.2f}   ({spread})")


if __name__ == "__main__":
    main()
