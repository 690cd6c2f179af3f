"""What can be asked of `dev.py`, by its word; and those that have no file of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

from dev import browser, memory, node
from dev.build import build
from dev.edition import init
from dev.environment import Checkout
from dev.package import package
from dev.serve import serve


def check(checkout: Checkout, args: Sequence[str]) -> int:
    """Faults in the data first, then in the code's style and types, then in the scripts; every one
    of them before it ends. `check scripts` asks for those alone, `check unsourced` for the law in
    texts that names no fact, `check translations` for how each language stands."""
    if list(args) == ["scripts"]:
        return node.check(nothing_else=True)
    checkout.ready("test")
    if list(args) in (["unsourced"], ["translations"]):
        return checkout.run("-m", "macros", "check", f"--{args[0]}").returncode
    codes = [
        checkout.run("-m", "macros", "check").returncode,
        checkout.run("-m", "ruff", "check", ".").returncode,
        checkout.run("-m", "ruff", "format", "--check", ".").returncode,
        checkout.run("-m", "mypy").returncode,
        node.check(),
    ]
    return max(codes)


def test(checkout: Checkout, args: Sequence[str]) -> int:
    """Runs pytest; with --all also what needs more time or more programs."""
    checkout.ready("test")
    chosen = [a for a in args if a != "--all"]
    # One more than there are cores: a test often waits for its browser.
    workers = str((os.cpu_count() or 1) + 1)
    # -rs: what was skipped, and why.
    every = ["--all", "-rsx"] if "--all" in args else []
    # Who has nothing left takes of another's, so that nobody waits for the longest story.
    shared = ("-n", workers, "--dist", "worksteal")
    command = ("-m", "pytest", *shared, "--durations=20", *every, *chosen)
    where = memory.temporary()
    return checkout.run(*command, BROWSER=browser.path(), TMPDIR=where).returncode


def _passed_on(word: str) -> Callable[[Checkout, Sequence[str]], int]:
    """What `python -m macros` does by the same word, in the environment that a build needs."""

    def run(checkout: Checkout, args: Sequence[str]) -> int:
        checkout.ready("build")
        return checkout.run("-m", "macros", word, *args).returncode

    return run


def verify(checkout: Checkout, args: Sequence[str]) -> int:
    """Compares a published site with a clean build of the sources here; 1 when they differ."""
    checkout.ready("build")
    command = ("-m", "macros", "verify", *args)
    return checkout.run(*command, COMMIT=checkout.commit()).returncode


VERBS: Mapping[str, Callable[[Checkout, Sequence[str]], int]] = {
    "serve": serve,
    "test": test,
    "build": build,
    "check": check,
    "zip": package,
    "init": init,
    "verify": verify,
    **{word: _passed_on(word) for word in ("upgrade-report", "translate")},
}
