"""What a finished site was made of: settings, locked packages, commit, and a hash of every file.

The same source under the same settings gives the same manifest, on every machine: neither the time
nor who built it stands in it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.problems import Faulty, Problem, quoted

NAME = "manifest.json"  # from the site's root
FORM = 1  # of the manifest: raised when a reader of the old form would misread the new one
# What a build reads from its environment. An empty value counts: it is one that was set.
SETTINGS = (
    *("SITE_URL", "PAGES_URL", "FEEDBACK_URL", "ISSUES_URL", "SECURITY_CONTACT", "SECURITY_URL"),
    *("GUIDE_LANGUAGES", "SOURCE_DATE_EPOCH"),
)
COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
MOST = 200_000  # files: a manifest of more is no guide's
CONFIG = re.compile(r"[\w.-]+\.ya?ml")
LOCK = "requirements/build.txt"
LOCKED = re.compile(r"^([\w.\[\]-]+==[^\\\n]+?)\s*\\?$", re.M)


def write(site_dir: Path, root: Path, config: str, environ: Mapping[str, str]) -> None:
    """Writes the manifest of a finished site, last of all its files. `config` is the name of the
    settings file in `root`; COMMIT of `environ` tells which commit the sources are."""
    found = environ.get("COMMIT", "")
    made = {
        "manifest": FORM,
        "commit": found if COMMIT.fullmatch(found) else None,
        "config": config,
        "settings": {name: environ[name] for name in SETTINGS if name in environ},
        "requirements": _locked(root),
        "files": hashes(site_dir),
    }
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    (site_dir / NAME).write_text(text, encoding="utf-8", newline="\n")


def _locked(root: Path) -> dict[str, Any] | None:
    """The locked packages, and the hash of the file that locks them; None without one."""
    file = root / LOCK
    if not file.is_file():
        return None
    text = file.read_text(encoding="utf-8")
    return {
        "file": LOCK,
        "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
        "packages": LOCKED.findall(text),
    }


def hashes(site_dir: Path) -> dict[str, str]:
    """SHA-256 of each file by its name from the root, sorted; the manifest has none of itself."""
    names = (f.relative_to(site_dir).as_posix() for f in site_dir.rglob("*") if f.is_file())
    return {
        name: hashlib.sha256((site_dir / name).read_bytes()).hexdigest()
        for name in sorted(names)
        if name != NAME
    }


def read(data: bytes, where: str) -> dict[str, Any]:
    """A manifest that somebody else has written. Raises Faulty when it is broken, or names what no
    site holds."""
    try:
        made = json.loads(data.decode("utf-8"))
    except ValueError as fault:
        raise _broken(where, f"is no JSON: {fault}") from None
    if not isinstance(made, dict) or made.get("manifest") != FORM:
        raise _broken(where, f"is not a manifest of form {FORM}")
    files, settings = _texts(made.get("files")), _texts(made.get("settings"))
    if files is None or settings is None:
        raise _broken(where, "lacks files or settings, or they are not names and texts")
    if not isinstance(made.get("commit") or "", str) or not _packages(made):
        raise _broken(where, "says of its commit or packages what is no text")
    if not isinstance(made.get("config"), str) or not CONFIG.fullmatch(made["config"]):
        raise _broken(where, "names no settings file")
    if odd := set(settings) - set(SETTINGS):
        raise _broken(where, f"has a setting that no build reads: {quoted(min(odd))}")
    if odd := {value for value in settings.values() if "\0" in value}:
        raise _broken(where, f"has a setting that is no text: {quoted(min(odd))}")
    if len(files) > MOST:
        raise _broken(where, f"names {len(files):,} files: no guide has so many")
    for name in files:
        if is_outside(name):
            raise _broken(where, f"names a file outside the site: {quoted(name)}")
    return {"commit": None, "requirements": None, **made}


def _texts(found: object) -> dict[str, str] | None:
    """What is names and texts; None when it is anything else."""
    if isinstance(found, dict) and all(isinstance(value, str) for value in found.values()):
        return found
    return None


def _packages(made: Mapping[str, Any]) -> bool:
    locked = made.get("requirements")
    if locked is None:
        return True
    named = locked.get("packages") if isinstance(locked, dict) else None
    return isinstance(named, list) and all(isinstance(one, str) for one in named)


def is_outside(name: str) -> bool:
    """Whether a file's name leads out of the folder it is meant for, on any system."""
    parts = name.split("/")
    return "\\" in name or ":" in parts[0] or any(part in ("", ".", "..") for part in parts)


def _broken(where: str, what: str) -> Faulty:
    hint = "the site may be published half, or changed by hand: publish a build whole"
    return Faulty([Problem(where, 0, 0, f"{NAME} {what}", hint)])
