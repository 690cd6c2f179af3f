"""The environment that dev.py sets up: made anew when its Python is gone, and without what a
machine cannot have."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from dev.environment import PDFS, Checkout, program, without
from dev.progress import counted, followed

LOCK = """\
one==1.0 \\
    --hash=sha256:1
    # via two
pikepdf==10.18.0 \\
    --hash=sha256:2 \\
    --hash=sha256:3
typst==0.15.2 ; sys_platform != 'x' \\
    --hash=sha256:4
two==2.0 \\
    --hash=sha256:5
"""


def test_packages_are_left_out_of_a_lock_with_their_hashes() -> None:
    assert without(LOCK, PDFS) == (
        "one==1.0 \\\n    --hash=sha256:1\n    # via two\ntwo==2.0 \\\n    --hash=sha256:5\n"
    )
    real = (ROOT / "requirements" / "build.txt").read_text(encoding="utf-8")
    kept = without(real, PDFS)
    assert {line.split("==")[0] for line in real.splitlines() if "==" in line} - {
        line.split("==")[0] for line in kept.splitlines() if "==" in line
    } == set(PDFS)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project's folder whose environment for «build» is said to be there."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "build.txt").write_text(LOCK, encoding="utf-8")
    (tmp_path / "requirements" / "test.txt").write_text(LOCK, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    python = program(tmp_path / ".venv", "python")
    python.parent.mkdir(parents=True)
    (tmp_path / ".venv" / Checkout(tmp_path).mark("build")).touch()
    return tmp_path


class Pip:
    """Stands for the programs of the environment: says of each run what the test wants."""

    def __init__(self, refuses: str) -> None:
        self.refuses, self.asked = refuses, list[tuple[str, ...]]()

    def __call__(
        self, *command: str, capture: bool = False, say: object = None
    ) -> subprocess.CompletedProcess[str]:
        self.asked.append(command)
        said = self.refuses if len(self.asked) == 1 else ""
        return subprocess.CompletedProcess(command, int(bool(said)), said)


def set_up(root: Path, monkeypatch: pytest.MonkeyPatch, refuses: str = "") -> Pip:
    """Asks for the environment where no Python runs in it; gives what pip was asked for."""
    pip = Pip(refuses)
    monkeypatch.setattr(Checkout, "_create", lambda self: None)
    monkeypatch.setattr(Checkout, "run", lambda self, *c, **more: pip(*c, **more))
    Checkout(root).ready("build")
    return pip


def test_an_environment_whose_python_is_gone_is_made_anew(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(project / ".venv", "python").symlink_to(project / "python-that-was")
    assert len(set_up(project, monkeypatch).asked) == 2


def test_an_environment_that_runs_is_left(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(project / ".venv", "python").symlink_to(sys.executable)
    assert set_up(project, monkeypatch).asked == []


def test_a_machine_without_pdf_libraries_gets_the_rest(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    refused = "ERROR: No matching distribution found for pikepdf==10.18.0\n"
    pip = set_up(project, monkeypatch, refused)
    assert "there is no pikepdf for this machine: PDFs are left out" in capsys.readouterr().err
    lock = Path(pip.asked[1][-1])
    assert lock.name == "build-without-pdf.txt" and "pikepdf" not in lock.read_text("utf-8")


def test_another_fault_of_pip_stops(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        set_up(project, monkeypatch, "ERROR: no route to host\n")
    said = capsys.readouterr().err
    assert "no route to host" in said and "pip could not install what is locked" in said


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (False, ("dev.py: 2 of 5 packages\ndev.py: 3 of 5 packages\ndev.py: 4 of 5 packages\n"
                "dev.py: 5 of 5 packages\ndev.py: putting them in place …\n")),
        (True, "".join(f"\rdev.py: {n} of 5 packages" for n in range(1, 6))
               + "\ndev.py: putting them in place …\n"),
    ],
)  # fmt: skip
def test_who_waits_is_told_how_far_it_has_come(
    person: bool, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = io.StringIO()
    monkeypatch.setattr(to, "isatty", lambda: person)
    lines = [line for n in range(4) for line in (f"Collecting p{n}==1 (from x)", "  Using cached")]
    lines.append("Processing /a/p5.whl (from x)")
    every = "\n".join([*lines, "Installing collected packages: a"])
    command = [sys.executable, "-c", f"print({every!r})"]
    done = followed(command, Path.cwd(), os.environ, counted(5, to))
    assert to.getvalue() == said
    assert done.returncode == 0 and "Using cached" in done.stdout
