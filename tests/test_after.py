"""After May 2027: the same source builds with MkDocs' continuation, file by file the same."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from conftest import ROOT
from test_whole import environment

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
VERSION = re.compile(rb'const VERSION = "\w+"')


def same(data: bytes) -> bytes:
    """What is compared: all but who built it, and the worker's version, which counts that too."""
    return VERSION.sub(b"", GENERATOR.sub(b"", data))


def test_properdocs_writes_the_same_files(site: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "properdocs",
        "build",
        "--strict",
        "-f",
        str(ROOT / "mkdocs.yml"),
    ]
    env = environment(PYTHONPATH=str(ROOT))
    done = subprocess.run(
        [*command, "-d", str(tmp_path)], cwd=ROOT, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    ours = {f.relative_to(site) for f in site.rglob("*") if f.is_file()}
    theirs = {f.relative_to(tmp_path) for f in tmp_path.rglob("*") if f.is_file()}
    assert theirs == ours
    assert b"ProperDocs" in (tmp_path / "index.html").read_bytes()
    other = [
        name.as_posix() for name in sorted(ours)
        if same((site / name).read_bytes()) != same((tmp_path / name).read_bytes())
    ]  # fmt: skip
    assert other == []
