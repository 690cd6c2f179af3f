"""The developer's commands: a build swaps the site in whole, and serve follows an edit."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest
from conftest import HERE, ROOT, checkout
from dev import browser
from dev.build import LEFTOVER, build, telling
from dev.environment import told
from dev.verbs import VERBS
from project import Project


@pytest.fixture
def little(project: Project) -> Path:
    """The small project's folder: what is built in the real one is no other, and takes longer."""
    return project.root


def test_a_failed_build_leaves_the_last_good_site(little: Path) -> None:
    here = checkout(little)
    assert build(here) == 0
    page = little / "site" / "punkt" / "index.html"
    before = page.read_bytes()
    bad = little / "docs" / "bad.md"
    bad.write_text("{{ checklist('finnes-ikke') }}\n", encoding="utf-8")
    assert build(here) == 1
    assert page.read_bytes() == before
    assert not list((little / ".build").glob("fresh*"))
    bad.write_text("[her](finnes-ikke.md)\n", encoding="utf-8")
    assert build(here) == 1
    assert page.read_bytes() == before
    bad.write_text("# Ny side\n", encoding="utf-8")
    assert build(here) == 0
    assert "Ny side" in page.read_text(encoding="utf-8"), "a new page shows in the menu by itself"


def test_a_page_with_a_fault_in_a_macro_is_named_with_the_fault(
    little: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not the last line of what was printed, which ends the block of code that it stands in."""
    head = "---\ntitle: Y\n---\n\n\n"
    (little / "docs" / "bad.md").write_text(f"{head}# X\n\n{{{{ 1 / 0 }}}}\n", encoding="utf-8")
    assert build(checkout(little)) != 0
    first, second = capsys.readouterr().err.splitlines()
    assert first == "dev.py: the build stopped: bad.md:8: ZeroDivisionError: division by zero"
    assert second == f"dev.py: all it said is in {little / '.build' / 'stopped.txt'}"
    assert "Traceback" in (little / ".build" / "stopped.txt").read_text(encoding="utf-8")


def test_who_asks_what_a_build_takes_is_told_and_the_site_stays(
    little: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page = little / "site" / "index.html"
    page.parent.mkdir()
    page.write_text("god", encoding="utf-8")
    assert build(checkout(little), ["--help"]) == 0
    told = capfd.readouterr()
    assert "--strict" in told.out and "site/ is as it was" in told.out and told.err == ""
    assert page.read_text(encoding="utf-8") == "god"


CHAIN = """\
INFO    -  Building
Traceback (most recent call last):
  File "a.py", line 1, in one
KeyError: 'first'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "b.py", line 2, in two
    f(
    ~^
OSError: [Errno 28] No space left on device
and a second line
```
"""


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (CHAIN, "OSError: [Errno 28] No space left on device"),
        ("Traceback (most recent call last):\n  File", "it does not say why"),
    ],
)
def test_of_a_traceback_the_line_that_tells_is_told(said: str, line: str) -> None:
    assert telling(said) == line


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("WARN old\nERROR: no match for x\nHint: y\n\n", "ERROR: no match for x"),
        ("npm error code ENOTFOUND\nnpm error A log is in z\n", "npm error code ENOTFOUND"),
        ("nothing to say\n", "nothing to say"),
        ("", "it does not say why"),
    ],
)
def test_of_what_a_program_said_the_line_that_tells_is_told(said: str, line: str) -> None:
    assert told(said) == line


def test_what_is_built_can_be_read_by_a_server_whatever_the_umask(little: Path) -> None:
    """With umask 077 every page was forbidden."""
    before = os.umask(0o077)
    try:
        assert build(checkout(little)) == 0
        shut = little / "site" / "shut.html"
        shut.write_text("x", encoding="utf-8")
    finally:
        os.umask(before)
    found = {
        path.relative_to(little).as_posix(): path.stat().st_mode & 0o777
        for path in [little / "site", *(little / "site").rglob("*")]
    }
    assert found.pop("site/shut.html") == 0o600  # shows that it would be seen
    assert len(found) > 10
    assert {path for path, mode in found.items() if mode not in (0o644, 0o755)} == set()
    assert {mode for path, mode in found.items() if (little / path).is_dir()} == {0o755}
    assert {mode for path, mode in found.items() if (little / path).is_file()} == {0o644}


@pytest.mark.slow
def test_two_builds_at_once_are_two_whole_builds(little: Path) -> None:
    codes: list[int] = []
    both = [
        threading.Thread(target=lambda: codes.append(build(checkout(little)))) for _ in range(2)
    ]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert codes == [0, 0]
    assert (little / "site" / "sw.js").exists()
    assert {f.name for f in (little / ".build").glob("*-*")} & {"fresh", "old"} == set()


@pytest.mark.slow
def test_what_a_killed_build_left_is_taken_away_and_a_running_one_is_not(little: Path) -> None:
    left, running = little / ".build" / "fresh-1-a", little / ".build" / "fresh-2-b"
    for folder in (left, running):
        folder.mkdir(parents=True)
    long_ago = time.time() - LEFTOVER - 60
    os.utime(left, (long_ago, long_ago))
    (little / "docs" / "bad.md").write_text("{{ checklist('x') }}\n", encoding="utf-8")
    assert build(checkout(little)) == 1
    assert running.exists() and not left.exists()


@pytest.mark.slow
def test_serve_prints_its_address_and_follows_an_edit(copy: Path) -> None:
    command = [sys.executable, "-c", SERVE, str(ROOT / "scripts"), str(copy)]
    # A group of its own: MkDocs is a child of the child, and would serve on for ever.
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    ) as server:
        assert server.stdout is not None
        try:
            line = server.stdout.readline().decode()
            found = re.fullmatch(r"(http://127\.0\.0\.1:\d+/)\n", line)
            assert found, line
            page = found[1] + "sjekklister/kritisk-informasjon/"
            first = wait_for(page, "Kritisk informasjon")
            assert "livereload" in first, "an open page is told of a change"
            data = copy / "checklists.yml"
            text = data.read_text(encoding="utf-8")
            new = text.replace("title: Kritisk informasjon", "title: Svært kritisk informasjon")
            data.write_text(new, encoding="utf-8")
            wait_for(page, "Svært kritisk informasjon")
            # A fault: every page goes on answering as it last was, and says what is wrong.
            data.write_text(new.replace("    intro:", "    intr:", 1), encoding="utf-8")
            last = wait_for(page, 'unknown field "intr"')
            assert "Svært kritisk informasjon" in last and 'href="vscode://file/' in last
            assert 'unknown field "intr"' in wait_for(found[1], "Start her")
            data.write_text(new, encoding="utf-8")
            (copy / "docs" / "ny.md").write_text("# Ny\n\n[x](borte.md)\n", encoding="utf-8")
            assert "Svært kritisk informasjon" in wait_for(page, "borte.md")
            (copy / "docs" / "ny.md").write_text("# Ny\n\n{{ 1 / 0 }}\n", encoding="utf-8")
            assert "Svært kritisk informasjon" in wait_for(page, "division by zero")
            (copy / "docs" / "ny.md").write_text("# Mendet\n", encoding="utf-8")
            assert 'role="alert" style' not in wait_for(found[1] + "ny/", "Mendet")
        finally:
            if sys.platform == "win32":
                server.kill()
            else:
                os.killpg(server.pid, signal.SIGKILL)


SERVE = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from dev.environment import Checkout
from dev.serve import serve
serve(Checkout(Path(sys.argv[2]), Path(sys.executable)))
"""


def wait_for(address: str, words: str) -> str:
    """The page once it holds the words; fails after a minute."""
    text = ""
    for _ in range(240):
        try:
            text = urllib.request.urlopen(address, timeout=5).read().decode("utf-8")
        except OSError:
            text = ""
        if words in text:
            return text
        time.sleep(0.25)
    raise AssertionError(f"{words!r} never showed; last: {text[:200]!r}")


def test_a_browser_that_is_missing_is_named_with_its_cure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(browser, "PLACES", ())
    with pytest.raises(SystemExit):
        browser.path()
    said = capsys.readouterr().err
    assert (
        said
        == "dev.py: no Chromium, Chrome or Edge found: install one, or set BROWSER to its path\n"
    )


def run(*words: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """`python scripts/dev.py …`, with something done before."""
    file = HERE / "scripts" / "dev.py"
    script = (
        f"import sys, runpy\n{before}\nsys.argv[:] = {['dev.py', *words]!r}\n"
        f"sys.path[0] = {str(file.parent)!r}\nrunpy.run_path({str(file)!r}, run_name='__main__')\n"
    )
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, text=True, cwd=HERE)


def test_the_command_names_every_verb() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert set(re.findall(r"scripts/dev\.py ([\w-]+)", done.stdout)) == set(VERBS)


def test_a_python_that_is_too_old_is_told_in_a_line() -> None:
    done = run("build", before="sys.version_info, sys.version = (3, 8, 1), '3.8.1 (old)'")
    assert done.returncode == 1
    assert done.stderr == "dev.py: this is Python 3.8.1: install 3.11 or newer from python.org\n"
    source = (HERE / "scripts" / "dev.py").read_text(encoding="utf-8")
    compile(source, "dev.py", "exec", dont_inherit=True)
    assert ":=" not in source and ' f"' not in source and "match " not in source
