"""docs/tilpass.md walked as it is written, by somebody who has a zip and no git: every command that
it names, every file that it asks for, until the site lies on a host; and again a year later."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from builds import hears
from conftest import HERE, ROOT, upstream
from dev.serve import served
from forks import release

from macros import load

PAGE = (ROOT / "docs" / "tilpass.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"`python3 scripts/dev\.py ([\w-]+)`")
NAME = "Nordvik kommunes IT-veileder"
ANSWERS = (NAME, "Nordvik kommune", "kn", "", "https://nordvik.example/it/", "it@nordvik.example")
LONGEST = 240  # seconds that a command may take


def part(heading: str) -> str:
    """What the page says under a heading."""
    return PAGE.split(f"\n## {heading}")[1].split("\n## ")[0]


def blocks(heading: str) -> list[str]:
    """What is to be written into a file, as it stands under a heading."""
    return re.findall(r"^```yaml\n(.*?)^```", part(heading), re.M | re.S)


def test_from_the_folder_to_a_published_edition_there_are_three_commands_and_no_line() -> None:
    begin, publish = part("Kom i gang"), part("Legg den ut")
    assert COMMAND.findall(begin + publish) == ["init", "serve", "build"]
    assert blocks("Kom i gang") == blocks("Legg den ut") == [], "nothing is edited on the way"
    assert "seks spørsmål" in begin and len(ANSWERS) == 6
    assert "Mappen `site` er hele nettstedet." in publish


def typed(root: Path, *answers: str) -> str:
    """Runs `init` at a keyboard, with these answers; gives what stood on the screen."""
    import pty  # not on Windows

    pid, screen = pty.fork()
    if pid == 0:
        os.chdir(root)
        os.execv(sys.executable, [sys.executable, "scripts/dev.py", "init"])
    os.write(screen, "".join(f"{one}\n" for one in answers).encode())
    said = b""
    try:
        while more := os.read(screen, 4096):
            said += more
    except OSError:  # so Linux tells that it has ended
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0, said.decode()
    return said.decode()


def run(root: Path, verb: str, **how: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "scripts/dev.py", verb]
    return subprocess.run(command, cwd=root, text=True, capture_output=True, timeout=LONGEST, **how)


def seen(root: Path) -> str:
    """The front page of `serve`, at the address that it prints."""
    process = subprocess.Popen(
        [sys.executable, "scripts/dev.py", "serve"], cwd=root, stdout=subprocess.PIPE, text=True,
        start_new_session=True,
        preexec_fn=hears,  # noqa: PLW1509  (no thread of ours runs here)
    )  # fmt: skip
    try:
        assert process.stdout is not None
        with urllib.request.urlopen(process.stdout.readline().strip(), timeout=60) as answer:
            return str(answer.read().decode())
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=30)


def tailored(root: Path) -> None:
    """What the page's examples say, in the places that it names."""
    file = root / "local" / "tailoring.yml"
    text = file.read_text(encoding="utf-8")
    (wishes,), (edition,) = blocks("Ta ut, endre og legge til"), blocks("Si hvem dere er")
    for verb, said in re.findall(r"^(\w+):\n((?:[ ].*\n)+)", wishes, re.M):
        assert f"\n{verb}: []\n" in text, "the page says what stands there"
        text = text.replace(f"\n{verb}: []\n", f"\n{verb}:\n{said}")
    head = "edition:\n"
    line = '  contact: "it@nordvik.example"\n'
    assert edition.startswith(head) and f"{head}{line}" in text
    text = text.replace(f"{head}{line}", edition)
    (pages,) = re.findall(r"`(pages: \{.*\})`", PAGE)
    text = re.sub(r"^pages: .*$", pages, text, flags=re.M)
    file.write_text(text, encoding="utf-8")


def furnished(root: Path) -> None:
    """Pages, words, colours, logo and a statement, as the page tells where they lie."""
    local = root / "local"
    for place, text in (
        ("docs/lokalt/hos-oss.md", "# Hos oss\n\n![Byvåpenet](../assets/local/vapen.svg)\n"),
        ("local/docs/ansatte.md", "# Våre ansatte\n\n![Byvåpenet](assets/local/vapen.svg)\n"),
        ("local/docs/tilgjengelighet.md", "# Tilgjengelighet\n\n{{ statement() }}\n"),
        ("local/strings/nb.yml", "list.reset: Begynn på nytt\n"),
    ):
        assert place.rpartition("/")[0] in PAGE or place in PAGE, place
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_text(text, encoding="utf-8")
    shutil.copy(local / "assets" / "logo.svg", local / "assets" / "vapen.svg")
    sheet = local / "assets" / "styles.css"
    sheet.write_text(sheet.read_text("utf-8").replace("#0f5964", "#6a1b4d"), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no keyboard can be played there")
def test_who_has_a_zip_and_the_page_gets_a_site_and_a_new_one_a_year_later(tmp_path: Path) -> None:
    if not (HERE / ".venv").is_dir():
        pytest.skip("there is no .venv/ here, and to set one up takes minutes")
    root = upstream(tmp_path / "veileder")
    (root / ".venv").symlink_to(HERE / ".venv")
    screen = typed(root, *ANSWERS)
    assert screen.count("[") >= len(ANSWERS) and "local/tailoring.yml" in screen
    assert (root / "site" / "index.html").exists(), "init has built it"
    assert NAME in seen(root)
    tailored(root)
    furnished(root)
    done = run(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    with served(root / "site") as address:
        for place, words in (
            ("", NAME), ("punkt/", 'data-item="kn-sektorsystemer"'),
            ("lokalt/hos-oss/", "vapen.svg"), ("ansatte/", "Våre ansatte"),
            ("tilgjengelighet/", "post@kommunen.example"), ("om/", "post@kommunen.example"),
            ("tilpasninger/", "Vi leverer bare fra Norge."),
        ):  # fmt: skip
            with urllib.request.urlopen(address + place, timeout=30) as answer:
                assert words in answer.read().decode(), place
    assert not (root / "site" / "kortversjon").exists()
    a_year_later(root, upstream(tmp_path / "ny"))


def a_year_later(root: Path, new: Path) -> None:
    """A newly unpacked folder, our own files into it, and the report."""
    release(new)
    data = new / "checklists.yml"
    for file in (data, *new.glob("asked/*.yml"), *new.glob("translations/*.yml")):
        text = re.sub(r"(?<![\w-])kjenn-egen-it(?![\w-])", "ny-id", file.read_text("utf-8"))
        file.write_text(text, encoding="utf-8")
    text = data.read_text(encoding="utf-8")
    text = text.replace(f"version: {load.load(root).version}\n", "version: 2027.1\n", 1)
    why = "  - {id: kjenn-egen-it, since: 2027.1, replaced_by: ny-id, why: Nytt navn.}\n"
    data.write_text(text.replace("retired: []\n", f"retired:\n{why}", 1), encoding="utf-8")
    for name in ("mkdocs.local.yml", "local", "docs/lokalt"):
        own = root / name
        (shutil.copytree if own.is_dir() else shutil.copy)(own, new / name)
    (new / ".venv").symlink_to(HERE / ".venv")
    told = run(new, "upgrade-report")
    assert told.returncode in (0, 1) and "`kjenn-egen-it`" in told.stdout, told.stderr
    done = run(new, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"kjenn-egen-it" is "ny-id" now' in done.stderr
    page = (new / "site" / "punkt" / "index.html").read_text(encoding="utf-8")
    assert "Finn ut hvem som gjør hva med IT i hver etat." in page
