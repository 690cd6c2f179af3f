"""A build that is swapped in whole: site/ is always one finished site, whatever happens."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from dev.environment import Checkout, alone

LEFTOVER = 3600  # seconds after which a build's folder is what a killed one left
TRACEBACK = "Traceback (most recent call last)"
PAGES = ("local/docs", "docs")  # where pages stand, an edition's own first


def build(checkout: Checkout, args: Sequence[str] = ()) -> int:
    """Builds beside site/ and swaps it in, so that a fault leaves the last good one. Builds at the
    same time do not meet: each has its own folder, and the last to end stays."""
    if why := unswappable(checkout.root / "site", checkout.made):
        print(f"dev.py: {why}\ndev.py: nothing was built, and site/ is as it was", file=sys.stderr)
        return 1
    checkout.ready("build")
    _tidy(checkout)
    name = f"{os.getpid()}-{secrets.token_hex(4)}"
    fresh, old = checkout.made / f"fresh-{name}", checkout.made / f"old-{name}"
    try:
        told = checkout.commit()
        # Not --quiet: with it MkDocs counts no warnings, and --strict lets broken links through.
        command = ("build", "--strict", "-f", checkout.config, "-d", str(fresh))
        done = checkout.run("-m", "mkdocs", *command, *args, capture=True, COMMIT=told)
        if done.returncode:
            print(_told(done.stdout, checkout), end="", file=sys.stderr)
            return done.returncode
        if not fresh.exists():  # asked for --help, or for another folder
            print(done.stdout, end="")
            print("dev.py: site/ is as it was")
            return 0
        # What a merge has done to an edition's wishes stops nothing, and must not go unseen.
        for line in done.stdout.splitlines():
            if ": warning: " in line:
                print(line, file=sys.stderr)
        return put(checkout, fresh, old)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def unswappable(site: Path, made: Path) -> str:
    """Why a build that is made in `made` cannot be put in the place of `site` in one step, and what
    to do; «» when it can."""
    if site.is_symlink():
        return (
            f"site/ is a link to {site.readlink()}: a build would take the link's place, and "
            "what it leads to would stay old. Take the link away, build, and let the server read "
            "site/, or copy site/ to where it is read"
        )
    if os.path.ismount(site):
        return (
            "site/ is a mount point: it cannot be replaced whole. Mount the folder above it, or "
            "take it away, build, and copy site/ to where it is read"
        )
    if site.exists() and not site.is_dir():
        return "site/ is no folder: take the file away"
    made.mkdir(parents=True, exist_ok=True)
    if made.stat().st_dev != site.parent.stat().st_dev:
        return (
            ".build/ is on another file system than site/: a build cannot be moved there in one "
            "step. Let .build/ be a folder of the project"
        )
    return ""


def put(checkout: Checkout, fresh: Path, old: Path) -> int:
    """Makes a built folder the site, or says in a line why not and leaves the one that stands."""
    try:
        with alone(checkout.made / "swapping"):
            swap(fresh, checkout.root / "site", old)
    except OSError as fault:
        print(f"dev.py: site/ could not be replaced: {fault}", file=sys.stderr)
        return 1
    print("dev.py: site/ is built")
    return 0


def swap(fresh: Path, site: Path, old: Path) -> None:
    """Puts `fresh` in the place of `site`, which is gone afterwards. Raises OSError, with the site
    that was there in its place; one that was not there is not missed."""
    stood = site.exists()
    if stood:
        site.rename(old)
    try:
        fresh.rename(site)
    except BaseException:
        if stood:
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _tidy(checkout: Checkout) -> None:
    """Mends a swap that was cut in two, and takes away what killed builds left."""
    site = checkout.root / "site"
    with alone(checkout.made / "swapping"):
        # Nobody swaps while we are alone here, so an old site without a new one was left behind.
        kept = sorted(checkout.made.glob("old*"), key=lambda folder: folder.stat().st_mtime)
        if kept and not site.exists():
            kept.pop().rename(site)
        for folder in kept:
            shutil.rmtree(folder, ignore_errors=True)
    for folder in checkout.made.glob("fresh*"):
        with contextlib.suppress(FileNotFoundError):  # another build has just ended
            if time.time() - folder.stat().st_mtime > LEFTOVER:
                shutil.rmtree(folder, ignore_errors=True)


def _told(said: str, checkout: Checkout) -> str:
    """What a person needs of what MkDocs said: all of it, or of a traceback (a full disk, a
    library's own fault) the line that tells, and where the rest is."""
    if TRACEBACK not in said:
        return said
    log = checkout.made / "stopped.txt"
    with contextlib.suppress(OSError):
        log.write_text(said, encoding="utf-8")
    found = telling(said, [checkout.root / folder for folder in PAGES])
    return f"dev.py: the build stopped: {found}\ndev.py: all it said is in {log}\n"


def telling(said: str, docs: Sequence[Path] = ()) -> str:
    """The exception that ended a program: under the last traceback the first line that is not set
    in; before it the page where mkdocs-macros says that it was, and the line there where one of the
    folders `docs` holds the page."""
    before, _, after = said.rpartition(TRACEBACK)
    lines = [line for line in after.splitlines()[1:] if line.strip()]
    line = next((line for line in lines if not line.startswith(" ")), "it does not say why")
    page = re.findall(r"^_File_: `(.*)`$", before, re.M)
    number = re.search(r'^ +File "<template>", line (\d+)', after, re.M)
    if not page:
        return line
    files = [folder / page[-1] for folder in docs if (folder / page[-1]).is_file()]
    if not files or not number:
        return f"{page[-1]}: {line}"
    return f"{page[-1]}:{_head(files[0]) + int(number[1])}: {line}"


def _head(file: Path) -> int:
    """How many lines of a page MkDocs takes off before the macros see it."""
    text = file.read_text(encoding="utf-8-sig", errors="replace")
    found = re.match(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n\n*", text, re.S)
    return found[0].count("\n") if found else 0
