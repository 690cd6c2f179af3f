"""How far a program has come that says what it does line by line, for who waits for it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

# pip's words for each package that it begins: from the registry, or from a file beside it.
COLLECTED = re.compile(r"^(?:Collecting|Processing) \S")
QUARTERS = 4


def counted(total: int, to: TextIO = sys.stderr) -> Callable[[str], None]:
    """Takes the lines that pip says, and tells how many of `total` packages it has come to: over
    itself where a person looks at it, in quarters where it is kept."""
    done = 0

    def say(line: str) -> None:
        nonlocal done
        if line.startswith("Installing collected packages"):
            # A package may not be for this machine: then the count has not come to its end.
            ended = "\n" if to.isatty() and done < total else ""
            print(f"{ended}dev.py: putting them in place …", file=to, flush=True)
        if not COLLECTED.match(line):
            return
        done += 1
        words = f"dev.py: {done} of {total} packages"
        if to.isatty():
            print(f"\r{words}", end="" if done < total else "\n", file=to, flush=True)
        elif done * QUARTERS // total > (done - 1) * QUARTERS // total:
            print(words, file=to, flush=True)

    return say


def followed(
    command: Sequence[str], cwd: Path, env: Mapping[str, str], say: Callable[[str], None]
) -> subprocess.CompletedProcess[str]:
    """Runs a program and hands each of its lines to `say`; what it said is in the result."""
    lines = []
    with subprocess.Popen(
        command,
        cwd=cwd,
        env=env,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as running:
        for line in running.stdout or ():
            lines.append(line)
            say(line)
    return subprocess.CompletedProcess(command, running.returncode, "".join(lines))
