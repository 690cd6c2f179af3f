"""Everything a developer does, with nothing but Python 3.11+ installed.

python3 scripts/dev.py serve     build, serve, follow changes
python3 scripts/dev.py test      every test that needs Python and one Chromium
python3 scripts/dev.py test --all   the slow ones and the ones that need more programs
python3 scripts/dev.py build     write site/, or leave the last good one
python3 scripts/dev.py zip       the built site as one file, for a web server without a net
python3 scripts/dev.py check     faults in the data, the code's style and its types
python3 scripts/dev.py init      the files of an edition of your own, and its first build
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator, Sequence
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCAL = ROOT / "mkdocs.local.yml"
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
BROWSER_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
# As root Chromium has no sandbox; the rest keeps it from calling home at every start.
BROWSER_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]


def stop(message: str) -> None:
    """One line naming what is missing and the cure, and out."""
    print(f"dev.py: {message}", file=sys.stderr)
    sys.exit(1)


def environment(name: str) -> None:
    """.venv/ with what requirements/<name>.txt locks; made again only when that has changed."""
    if sys.version_info < (3, 11):
        stop(f"this is Python {sys.version.split()[0]}: install 3.11 or newer from python.org")
    wanted = _fingerprint(name)
    marks = {mark.name for mark in VENV.glob("installed-*")}
    # The test environment holds all that the build needs.
    if wanted in marks or (name == "build" and _fingerprint("test") in marks):
        return
    print(f"dev.py: setting up .venv/ for {name} (once) …", flush=True)
    if not PYTHON.exists():
        made = subprocess.run(
            [sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True
        )
        if made.returncode:
            shutil.rmtree(VENV, ignore_errors=True)
            minor = f"{sys.version_info.major}.{sys.version_info.minor}"
            stop(f"venv is missing: on Debian and Ubuntu, apt-get install python{minor}-venv")
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    locked = [*pip, "--require-hashes", "-r", f"requirements/{name}.txt"]
    project = [*pip, "--no-deps", "--no-build-isolation", "--editable", "."]
    for command in (locked, project):
        if subprocess.run(command, cwd=ROOT).returncode:
            stop(
                "pip could not install what is locked (see above): is the package registry reached?"
            )
    for mark in VENV.glob("installed-*"):
        mark.unlink()
    (VENV / wanted).touch()


def _fingerprint(name: str) -> str:
    parts = [ROOT / "requirements" / f"{name}.txt", ROOT / "pyproject.toml"]
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in parts)).hexdigest()
    return f"installed-{name}-{digest[:16]}"


def browser() -> str:
    """The Chromium for the tests: $BROWSER, an installed one, or on Debian as root apt-get's."""
    if (chosen := os.environ.get("BROWSER")) and (found := shutil.which(chosen)):
        return found
    found = next((f for name in BROWSERS if (f := shutil.which(name))), None)
    found = found or next((p for p in BROWSER_PLACES if Path(p).exists()), None)
    if found is None and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        print("dev.py: installing Chromium with apt-get …", flush=True)
        apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
        install = [*apt, "install", "-y", "--no-install-recommends", "chromium"]
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in ([*apt, "update"], install):
            subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL)
        found = shutil.which("chromium")
    if found is None:
        stop("no Chromium, Chrome or Edge found: install one, or set BROWSER to its path")
    return str(found)


def config() -> str:
    """The configuration in use: a fork's own where there is one."""
    return LOCAL.name if LOCAL.exists() else "mkdocs.yml"


def run(*command: str, capture: bool = False, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a program of the environment in the project's folder; captured output is one text."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **more}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT} if capture else {}
    return subprocess.run(
        [str(PYTHON), *command], cwd=ROOT, env=settings, encoding="utf-8", **streams
    )


def build(args: Sequence[str] = ()) -> int:
    """Builds beside site/ and swaps it in whole, so that a fault leaves the last good one."""
    environment("build")
    fresh, old, site = ROOT / ".build" / "fresh", ROOT / ".build" / "old", ROOT / "site"
    if old.exists() and not site.exists():
        old.rename(site)  # stopped between the two steps of a swap
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    # Not --quiet: with it MkDocs counts no warnings, and --strict lets broken links through.
    command = ["mkdocs", "build", "--strict", "-f", config(), "-d", str(fresh), *args]
    done = run("-m", *command, capture=True)
    if done.returncode:
        said = done.stdout
        if "Traceback (most recent call last)" in said:
            # A full disk, a library's own fault: the line that tells, and where the rest is.
            log = ROOT / ".build" / "stopped.txt"
            with contextlib.suppress(OSError):
                log.write_text(said, encoding="utf-8")
            last = said.strip().splitlines()[-1]
            said = f"dev.py: the build stopped: {last}\ndev.py: all it said is in {log}\n"
        print(said, end="", file=sys.stderr)
        shutil.rmtree(fresh, ignore_errors=True)
        return done.returncode
    if site.exists():
        site.rename(old)
    try:
        fresh.rename(site)
    except BaseException:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)
    print(f"dev.py: {site.relative_to(ROOT)}/ is built")
    return 0


def serve(args: Sequence[str]) -> int:
    """Serves the site and follows changes in the pages and in checklists.yml."""
    environment("build")
    port = free_port()
    print(f"http://127.0.0.1:{port}/", flush=True)
    # --livereload is said aloud: with click 8.3 and later MkDocs 1.6.1 leaves it off otherwise.
    command = [
        "-m",
        "mkdocs",
        "serve",
        "--quiet",
        "--livereload",
        "-f",
        config(),
        "-a",
        f"127.0.0.1:{port}",
    ]
    try:
        return run(*command, *args).returncode
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


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a built site, for as long as it is needed."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def test(args: Sequence[str]) -> int:
    """Runs pytest; with --all also what needs more time or more programs."""
    environment("test")
    chosen = [a for a in args if a != "--all"]
    # -rs: what was skipped, and why.
    every = ["--all", "-rsx"] if "--all" in args else []
    return run("-m", "pytest", "-n", "auto", *every, *chosen, BROWSER=browser()).returncode


def check(args: Sequence[str]) -> int:
    """Faults in the data first, then in the code's style and types, then in the scripts; every
    one of them before it ends. `check scripts` asks for those alone."""
    sys.path.insert(0, str(Path(__file__).parent))
    import node

    if list(args) == ["scripts"]:
        return node.check(every=True)
    environment("test")
    codes = [
        run("-m", "macros", "check"),
        run("-m", "ruff", "check", "."),
        run("-m", "ruff", "format", "--check", "."),
        run("-m", "mypy"),
    ]
    return max(*(code.returncode for code in codes), node.check())


def package(args: Sequence[str]) -> int:
    """A zip of the built site for a web server that has no net, with how to serve it."""
    if code := build(args):
        return code
    site = ROOT / "site"
    version = re.search(r'^const VERSION = "(\w+)"', (site / "sw.js").read_text("utf-8"), re.M)
    name = f"nettsted-{version[1] if version else 'uten-versjon'}"
    target = ROOT / ".build" / f"{name}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        # One time for all files: the same site is the same zip.
        for path, data in [
            ("LES-MEG.txt", READ_ME.format(name=name).encode("utf-8")),
            *(
                (file.relative_to(site).as_posix(), file)
                for file in sorted(site.rglob("*"))
                if file.is_file()
            ),
        ]:
            entry = zipfile.ZipInfo(f"{name}/{path}", (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            made.writestr(entry, data if isinstance(data, bytes) else data.read_bytes())
    print(f"dev.py: {target.relative_to(ROOT)} ({target.stat().st_size / 1e6:.1f} MB)")
    return 0


READ_ME = """Dette er hele veilederen, til en webserver i et lukket nett.

Pakk ut, og kjør i mappen over denne:

    python3 -m http.server 8000 --directory {name}

Åpne http://localhost:8000/ i en nettleser. En annen webserver går like godt: pek den på mappen.
Å åpne index.html rett fra disken virker ikke: nettlesere kjører ikke skriptene da.
"""


def init(args: Sequence[str]) -> int:
    """Writes a fork's own files where they are not there, builds, and says what to do next."""
    sys.path.insert(0, str(Path(__file__).parent))
    import init as files

    code = files.main(ROOT, args, input if sys.stdin.isatty() else None)
    code = code or build()
    if not code:
        print(
            "dev.py: utgaven er bygd. Se den med: python3 scripts/dev.py serve\n"
            "dev.py: ta ut, endre og legg til punkter i local/tailoring.yml"
        )
    return code


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = {
        "serve": serve,
        "test": test,
        "build": build,
        "check": check,
        "zip": package,
        "init": init,
    }
    parser.add_argument("command", choices=commands)
    known, rest = parser.parse_known_args(argv)
    return commands[known.command](rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
