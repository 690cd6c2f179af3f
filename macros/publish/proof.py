"""What `verify` says: what a site tells of itself, and then what a clean build makes otherwise."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.problems import Problem
from macros.publish import manifest, published, rebuild, verify

MOST_TOLD = 50  # differences: a site of other sources differs in every file


@dataclass(frozen=True)
class Said:
    """Lines for whoever asked, what is wrong, and the exit code that follows."""

    lines: Sequence[str]
    problems: Sequence[Problem] = ()
    code: int = 0


@dataclass(frozen=True)
class Claim:
    """A published site and what its manifest states: a changed site may state what it wants."""

    where: str
    found: published.Published
    stated: dict[str, Any]

    def said(self, commit: str) -> Said:
        """What the site states, to be looked at. `commit` is that of the sources here, or «»."""
        theirs = self.stated["commit"]
        lines = [
            f"the site says: commit {theirs or '(not told)'}",
            f"the sources here: commit {commit or '(not told: no clone, or edited files)'}",
            *(f"the site says: {k}={v}" for k, v in sorted(self.stated["settings"].items())),
        ]
        if not (commit and theirs) or commit == theirs:
            return Said(lines)
        what = "the site was made from another commit than the sources here"
        hint = f"git checkout {theirs}"
        return Said(lines, [Problem(manifest.NAME, 0, 0, what, hint, level="warning")])

    def compared(self, root: Path) -> Said:
        """With a clean build of `root`. Raises Faulty when nothing can be built."""
        with tempfile.TemporaryDirectory(prefix="verify-") as folder:
            stated = self.stated
            made = rebuild.rebuild(root, stated["config"], stated["settings"], Path(folder))
            differing = list(verify.differences(made, self.found))
            count = sum(1 for f in made.rglob("*") if f.is_file())
        if not differing:
            return Said([f"{self.where}: {count} files, every one as a clean build makes it"])
        locked = (stated["requirements"] or {}).get("packages", [])
        rest = len(differing) - MOST_TOLD
        more = f" ({rest} are not shown)" if rest > 0 else ""
        line = f"{self.where}: what differs from a clean build: {len(differing)}{more}"
        return Said([line], [*differing[:MOST_TOLD], *verify.unlike_lock(locked)], 1)


def claim(where: str) -> Claim:
    """The site in a folder, a zip or at an address. Raises Faulty when there is none."""
    found = published.published(where)
    return Claim(where, found, published.manifest_of(found, where))
