"""The site is swapped in whole: where it cannot be, what stood there stands."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from conftest import checkout
from dev.build import build, put, swap


def test_a_swap_whose_first_step_fails_leaves_the_site(tmp_path: Path) -> None:
    """An open file on Windows, or a folder that may not be written."""
    fresh, site = tmp_path / "fresh", tmp_path / "site"
    for folder in (fresh, site):
        folder.mkdir()
        (folder / "name").write_text(folder.name, encoding="utf-8")
    with pytest.raises(OSError, match="nowhere"):
        swap(fresh, site, tmp_path / "nowhere" / "old")
    assert (site / "name").read_text(encoding="utf-8") == "site"


@pytest.mark.parametrize("stood", [True, False])
def test_a_swap_whose_second_step_fails_puts_back_what_stood(tmp_path: Path, stood: bool) -> None:
    site, old = tmp_path / "site", tmp_path / "old"
    if stood:
        site.mkdir()
    with pytest.raises(OSError, match="missing") as fault:
        swap(tmp_path / "missing", site, old)
    assert fault.value.__context__ is None, "the cure failed as well"
    assert site.exists() is stood and not old.exists()


def test_a_site_that_cannot_be_replaced_is_said_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site").mkdir()
    assert put(checkout(tmp_path), tmp_path / "gone", tmp_path / "old") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("dev.py: site/ could not be replaced: ") and "gone" in line
    assert (tmp_path / "site").exists()


def standing(folder: Path) -> Path:
    """A project's folder with a site that somebody reads."""
    site = folder / "site"
    site.mkdir(parents=True)
    (site / "index.html").write_text("old", encoding="utf-8")
    return site


def refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a build says that is not begun."""
    assert build(checkout(folder)) == 1
    why, nothing = capsys.readouterr().err.splitlines()
    assert nothing == "dev.py: nothing was built, and site/ is as it was"
    return why


def test_a_site_that_is_a_link_is_left_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = standing(tmp_path / "elsewhere")
    (tmp_path / "site").symlink_to(elsewhere, target_is_directory=True)
    assert refused(tmp_path, capsys).startswith(f"dev.py: site/ is a link to {elsewhere}: ")
    assert (tmp_path / "site").is_symlink()
    assert (elsewhere / "index.html").read_text(encoding="utf-8") == "old"


def test_a_site_that_is_a_mount_point_is_left_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = standing(tmp_path)
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == site)
    assert refused(tmp_path, capsys).startswith("dev.py: site/ is a mount point: ")
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


def test_a_site_that_is_a_file_is_left_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    assert refused(tmp_path, capsys) == "dev.py: site/ is no folder: take the file away"
    assert (tmp_path / "site").read_text(encoding="utf-8") == "mine"


def test_a_build_on_another_file_system_is_not_begun(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shm = Path("/dev/shm")
    if not shm.is_dir() or shm.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second file system here")
    site = standing(tmp_path)
    with tempfile.TemporaryDirectory(dir=shm) as other:
        (tmp_path / ".build").symlink_to(other, target_is_directory=True)
        assert refused(tmp_path, capsys).startswith("dev.py: .build/ is on another file system ")
        # As it was: a sentence of the system's, and only after the whole build.
        fresh = Path(other) / "fresh"
        fresh.mkdir()
        assert put(checkout(tmp_path), fresh, Path(other) / "old") == 1
        assert "ross-device" in capsys.readouterr().err
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
