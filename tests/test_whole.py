"""Nothing half-done: the same source is the same site, without a net; the last good one stands."""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from builds import WHY, checkout, environment, hears
from conftest import ROOT
from dev.build import build
from dev.package import package, zipped


def bytes_of(folder: Path) -> dict[str, str]:
    """Every file's name and what it holds."""
    return {
        f.relative_to(folder).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest()
        for f in sorted(folder.rglob("*")) if f.is_file()
    }  # fmt: skip


@pytest.mark.slow
def test_build_plain_build_and_a_build_elsewhere_are_the_same_bytes(
    built_copy: Path, elsewhere: Path, site: Path
) -> None:
    """dev.py's build, plain MkDocs in another folder with another clock, and the tests' own. The
    one elsewhere has made every file itself."""
    ours = bytes_of(built_copy / "site")
    assert len(ours) > 300
    assert bytes_of(elsewhere / "site") == ours
    assert bytes_of(site) == ours


@pytest.mark.slow
def test_a_build_needs_no_network(elsewhere: Path) -> None:
    """In a network namespace of its own, where the machine lets us have one."""
    if why := (elsewhere / WHY).read_text(encoding="utf-8"):
        pytest.skip(f"no network namespace here: {why}")
    assert (elsewhere / "site" / "index.html").exists()


def started(copy: Path, limit: int = 0) -> subprocess.Popen[bytes]:
    """`dev.py build` in a process of its own; `limit`: bytes that a file may have at most."""
    script = f"""
import sys
sys.path.insert(0, {str(ROOT / "scripts")!r})
from pathlib import Path
from dev.build import build
from dev.environment import Checkout
sys.exit(build(Checkout(Path({str(copy)!r}), Path(sys.executable))))
"""

    def begin() -> None:
        hears()
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    return subprocess.Popen(
        [sys.executable, "-c", script], env=environment(PYTHONPATH=str(copy)),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        preexec_fn=begin,  # noqa: PLW1509  (no thread of ours runs here)
    )  # fmt: skip


def test_a_stopped_build_leaves_the_last_good_site(built: Path) -> None:
    copy, before = built, bytes_of(built / "site")
    (copy / "docs" / "ny.md").write_text("# Ny\n", encoding="utf-8")
    seen: set[Path] = set()
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        with started(copy) as process:
            deadline = time.monotonic() + 60
            # What a killed build leaves lies there still when the next begins.
            while not (new := set((copy / ".build").glob("fresh*/assets")) - seen):
                assert time.monotonic() < deadline and process.poll() is None
                time.sleep(0.02)
            os.killpg(process.pid, name)
            process.wait(60)
        seen |= new
        assert bytes_of(copy / "site") == before
    assert build(checkout(copy)) == 0
    assert (copy / "site" / "ny" / "index.html").exists()


def test_a_full_disk_leaves_the_last_good_site(built: Path) -> None:
    copy, before = built, bytes_of(built / "site")
    with started(copy, limit=60_000) as process:
        said = process.communicate(timeout=120)[0].decode()
    assert process.returncode not in (0, None)
    assert "Traceback" not in said and "File too large" in said
    assert bytes_of(copy / "site") == before
    assert not list((copy / ".build").glob("fresh*"))


def test_a_swap_that_was_cut_in_two_is_mended(built: Path) -> None:
    copy, before = built, bytes_of(built / "site")
    (copy / "site").rename(copy / ".build" / "old")
    (copy / "docs" / "bad.md").write_text("{{ checklist('x') }}\n", encoding="utf-8")
    assert build(checkout(copy)) == 1
    assert bytes_of(copy / "site") == before


def test_zip_is_the_whole_site_the_same_each_time(copy: Path) -> None:
    assert package(checkout(copy)) == 0
    (made,) = (copy / ".build").glob("nettsted-*.zip")
    first = made.read_bytes()
    with zipfile.ZipFile(made) as file:
        names = {name.split("/", 1)[1] for name in file.namelist()}
        read = file.read(f"{made.stem}/LES-MEG.txt").decode()
    assert f"python3 -m http.server 8000 --directory {made.stem}" in read
    assert names == {*bytes_of(copy / "site"), "LES-MEG.txt"}
    made.unlink()
    # The same site is the same zip; that two builds are the same site is shown above.
    for built_file in (copy / "site").rglob("*"):
        os.utime(built_file, (1, 1))
    assert zipped(checkout(copy)) == made
    assert made.read_bytes() == first
