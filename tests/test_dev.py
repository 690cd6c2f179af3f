"""The developer's commands: a build swaps the site in whole, and serve follows an edit."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import dev
import pytest
from conftest import ROOT


def test_a_failed_build_leaves_the_last_good_site(copy: Path) -> None:
    assert dev.build() == 0
    page = copy / "site" / "punkt" / "index.html"
    before = page.read_bytes()
    bad = copy / "docs" / "bad.md"
    bad.write_text("{{ checklist('finnes-ikke') }}\n", encoding="utf-8")
    assert dev.build() == 1
    assert page.read_bytes() == before
    assert not (copy / ".build" / "fresh").exists()
    bad.write_text("[her](finnes-ikke.md)\n", encoding="utf-8")
    assert dev.build() == 1
    assert page.read_bytes() == before
    bad.write_text("# Ny side\n", encoding="utf-8")
    assert dev.build() == 0
    assert "Ny side" in page.read_text(encoding="utf-8"), "a new page shows in the menu by itself"


def test_serve_prints_its_address_and_follows_an_edit(copy: Path) -> None:
    command = [sys.executable, "-c", SERVE, str(ROOT / "scripts"), str(copy)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
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
        finally:
            server.kill()


SERVE = """
import sys
sys.path.insert(0, sys.argv[1])
import dev
from pathlib import Path
dev.ROOT, dev.PYTHON = Path(sys.argv[2]), Path(sys.executable)
dev.LOCAL = dev.ROOT / "mkdocs.local.yml"
dev.environment = lambda name: None
dev.serve([])
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
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    monkeypatch.setattr(dev, "BROWSER_PLACES", ())
    with pytest.raises(SystemExit):
        dev.browser()
    said = capsys.readouterr().err
    assert (
        said
        == "dev.py: no Chromium, Chrome or Edge found: install one, or set BROWSER to its path\n"
    )
