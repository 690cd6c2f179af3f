"""How the tests build: as a person does, and where nobody can be reached."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result
from dev.environment import Checkout
from mkdocs.__main__ import cli

KEPT = Path(".build") / "downloads"  # finished files, each under a name of what is in it
WHY = "why.txt"
APART = ("unshare", "-rn")  # runs a program in a network namespace of its own
# Ends the build at the first try to reach anybody.
NO_NET = """
import sys
def stop(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise SystemExit(f"the build wanted the network: {event} {args}")
sys.addaudithook(stop)
from mkdocs.__main__ import cli
cli()
"""


def plainly(config: Path, *more: str) -> Result:
    """Runs `mkdocs build` in this process; its exit code and all that it printed."""
    return CliRunner().invoke(cli, ["build", "-f", str(config), *more])


def checkout(root: Path) -> Checkout:
    """What dev.py's verbs are given: a folder, and this environment."""
    return Checkout(root, Path(sys.executable))


def environment(**more: str) -> dict[str, str]:
    """This process's variables without those that would reach into a build."""
    kept = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "", **more}


def without_a_net(root: Path) -> None:
    """Builds `root` from nothing with plain MkDocs in a process of its own, with another clock,
    where nobody can be reached. WHY says why not in a network namespace; it is empty when in one.
    """
    probe = subprocess.run([*APART, "true"], capture_output=True)
    (root / WHY).write_bytes(probe.stderr.strip())
    apart = () if probe.returncode else APART
    command = [*apart, sys.executable, "-c", NO_NET, "build", "--strict"]
    env = environment(TZ="Asia/Tokyo", PYTHONHASHSEED="7", PYTHONPATH=str(root))
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def keep_downloads(made: Path, root: Path) -> None:
    """Gives a project the finished files of another one: those that fit are not made again."""
    shutil.copytree(made / KEPT, root / KEPT, dirs_exist_ok=True)


def hears() -> None:
    """Before a program begins that is to be stopped as a person does it: a shell starts what it
    leaves in the background deaf to Ctrl-C, and these tests may be left there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
