"""After May 2027: the same source builds with MkDocs' continuation, file by file the same, and
with Zensical where it installs, article by article."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from test_whole import environment

sys.path.insert(0, str(ROOT / "scripts"))
import with_zensical

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


@pytest.mark.slow
def test_zensical_writes_the_same_articles(tmp_path: Path) -> None:
    """May fail, and says so aloud: Zensical is young, and what we do for it is on our side."""
    (tmp_path / "zensical").mkdir()
    try:
        theirs = with_zensical.build(tmp_path / "zensical")
    except with_zensical.Unable as why:
        pytest.skip(f"Zensical {why}")
    ours = with_zensical.with_mkdocs(tmp_path / "mkdocs")
    if other := list(with_zensical.differences(ours, theirs)):
        pytest.xfail(f"Zensical: {len(other)} articles differ, first {other[0]}")
