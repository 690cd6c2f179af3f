"""The Chromium in which the tests run and pictures are taken: where it is and how it is started."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from dev.environment import stop

# The shell has no window, and takes a third less of the machine than the whole browser.
SHELL = "chromium-headless-shell"
NAMES = (
    SHELL,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
# As root Chromium has no sandbox; the rest keeps it from calling home at every start.
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]


def path() -> str:
    """The program: $BROWSER, an installed one, or on Debian as root the one that apt-get brings."""
    if (chosen := os.environ.get("BROWSER")) and (named := shutil.which(chosen)):
        return named
    found = next((there for name in NAMES if (there := shutil.which(name))), None)
    found = found or next((place for place in PLACES if Path(place).exists()), None)
    if found is None and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        found = _with_apt()
    return found or stop(
        "no Chromium, Chrome or Edge found: install one, or set BROWSER to its path"
    )


def _with_apt() -> str | None:
    """The shell, or where this Debian has none the whole browser."""
    print("dev.py: installing Chromium with apt-get …", flush=True)
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    install = [*apt, "install", "-y", "--no-install-recommends"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*apt, "update"], env=quiet, stdout=subprocess.DEVNULL)
    for package in (SHELL, "chromium"):
        # That there is no such package is no fault yet: the next may be there.
        subprocess.run([*install, package], env=quiet, capture_output=True)
        if found := shutil.which(package):
            return found
    return None
