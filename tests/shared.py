"""What is made once in a run and looked at by many tests, whichever process they run in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from dev.environment import alone


def run_folder(factory: pytest.TempPathFactory) -> Path:
    """The folder that all processes of this run share."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder as `make` has filled it: by whoever comes first; the others wait for that.

    Where it could not be made it fails for everybody, with the first one's reason.
    """
    made, failed = folder.with_suffix(".made"), folder.with_suffix(".failed")
    with alone(folder.with_suffix(".lock")):
        assert not failed.exists(), failed.read_text(encoding="utf-8")
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            try:
                make(folder)
            except BaseException as fault:
                failed.write_text(f"{folder.name} could not be made: {fault}", encoding="utf-8")
                raise
            made.touch()
    return folder
