"""Where the tests put what they make: in memory only where there is room for it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from dev import memory


def machine(root: Path, meminfo: str, more: dict[str, str] | None = None) -> Path:
    """A machine's root with a folder in memory and what it tells of its memory."""
    files = {"proc/meminfo": meminfo, **(more or {})}
    (root / "dev/shm").mkdir(parents=True)
    for name, said in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(said, encoding="ascii")
    return root


@pytest.fixture(autouse=True)
def nobody_has_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr(memory, "LEFT", 1)  # how large this machine's disk is does not matter here
    monkeypatch.setattr(memory, "FREE", 8 * 1024)


@pytest.mark.skipif(os.name == "nt", reason="Linux keeps such a folder")
@pytest.mark.parametrize(
    ("meminfo", "bounds", "taken"),
    [
        ("MemTotal: 9 kB\nMemAvailable:    8 kB\n", {}, True),
        ("MemTotal: 9 kB\nMemAvailable:    7 kB\n", {}, False),
        ("MemTotal: 9 kB\n", {}, False),
        ("MemAvailable: 8 kB\n", {memory.BOUNDS[1]: "max\n"}, True),
        ("MemAvailable: 8 kB\n", {memory.BOUNDS[1]: "8191\n"}, False),
        ("MemAvailable: 8 kB\n", {memory.BOUNDS[0]: "8191\n"}, False),
    ],
)
def test_what_is_made_stands_in_memory_where_there_is_room(
    meminfo: str, bounds: dict[str, str], taken: bool, tmp_path: Path
) -> None:
    root = machine(tmp_path, meminfo, bounds)
    assert memory.temporary(root) == (str(root / "dev/shm") if taken else tempfile.gettempdir())


def test_the_disk_is_used_where_one_is_chosen_nothing_is_there_or_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, usual = machine(tmp_path / "full", "MemAvailable: 8 kB\n"), tempfile.gettempdir()
    assert memory.temporary(tmp_path) == usual
    with monkeypatch.context() as chosen:
        chosen.setenv("TMPDIR", "/elsewhere")
        assert memory.temporary(root) == usual
    monkeypatch.setattr(memory, "LEFT", 10**18)
    assert memory.temporary(root) == usual
