"""Lighthouse on the built site, as on a phone: medians of several runs, with their spread.

    .venv/bin/python -m benchmarks.lighthouse [--runs 5] [--site FOLDER] [PAGE …]

Sets Lighthouse up in .build/lighthouse the first time (npm; about 130 MB). Serves the site
compressed, as the publishing recipes do. Times move with what else the machine does; the three
other categories, shifts (CLS), bytes and requests do not. Goals: performance ≥ 0.99, others 1.00.
"""

from __future__ import annotations

import gzip
import io
import json
import shutil
import statistics
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dev import browser, node
from dev.environment import told
from dev.serve import Quiet, served

from benchmarks import ROOT
from benchmarks.timing import arguments

LIGHTHOUSE = "lighthouse@13.5.0"
PAGES = ("", "kravdokument/", "sjekklister/orden-i-eget-hus/", "punkt/", "lag-kravdokument/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
AUDITS = {
    "cls": "cumulative-layout-shift",
    "lcp": "largest-contentful-paint",
    "tbt": "total-blocking-time",
}
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", "/")
HOME = ROOT / ".build" / "lighthouse"
CHROME = "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage"


class Zipped(Quiet):
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


def set_up() -> tuple[Path, Mapping[str, str]]:
    """The program and the environment that it runs in, installed when it is not there. Raises
    node.Unable."""
    env = {**node.with_node(), "CHROME_PATH": browser.path()}
    program = HOME / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.exists():
        shutil.rmtree(HOME, ignore_errors=True)
        HOME.mkdir(parents=True)
        how = ("--no-fund", "--no-audit", "--no-package-lock", "--ignore-scripts")
        command = [node.program_in(env, "npm"), "install", *how, "--prefix", str(HOME), LIGHTHOUSE]
        done = subprocess.run(command, env=env, cwd=HOME, capture_output=True, text=True)
        if done.returncode:
            raise node.Unable(f"npm could not install {LIGHTHOUSE}: {told(done.stderr)}")
    return program, env


def look(program: Path, env: Mapping[str, str], address: str) -> dict[str, float]:
    """One run: the four scores, shifts, milliseconds, kilobytes and requests."""
    quiet = ("--quiet", "--no-enable-error-reporting", "--output=json", CHROME)
    command = [node.program_in(env, "node"), str(program), address, *quiet]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=180)
    if done.returncode:
        raise SystemExit(f"lighthouse: {address}: {told(done.stderr)}")
    made = json.loads(done.stdout)
    audits = made["audits"]
    items = audits["network-requests"]["details"]["items"]
    fetched = [item for item in items if item["url"].startswith("http")]
    return {
        **{name: made["categories"][name]["score"] for name in CATEGORIES},
        **{name: audits[audit]["numericValue"] for name, audit in AUDITS.items()},
        "kilobytes": sum(item.get("transferSize", 0) for item in fetched) / 1000,
        "requests": len(fetched),
    }


def measure(site: Path, pages: list[str], runs: int) -> dict[str, list[dict[str, float]]]:
    """Every page, `runs` times. Raises node.Unable."""
    program, env = set_up()
    with served(site, Zipped) as address:
        return {page: [look(program, env, address + page) for _ in range(runs)] for page in pages}


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("pages", nargs="*", default=list(PAGES))
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    args = parser.parse_args()
    try:
        found = measure(args.site, args.pages, args.runs)
    except node.Unable as why:
        raise SystemExit(f"lighthouse: {why}") from why
    for page, runs in found.items():
        print(f"/{page}")
        for name in runs[0]:
            values = [run[name] for run in runs]
            spread = f"{min(values):.2f}–{max(values):.2f}"
            print(f"  {name:16} {statistics.median(values):8.2f}   ({spread})")


if __name__ == "__main__":
    main()
