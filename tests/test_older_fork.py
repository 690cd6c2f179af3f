"""What a fork of the last version wrote still works: templates, words, wishes, pages, colours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT, upstream
from forks import build, page

OLDER = ROOT / "tests" / "data" / "fork-2026.2"
# Where phrases stood in 2026.2.
PHRASES = "synonyms: [[vårt ord, sikkerhetskopi]]\n"


@pytest.mark.slow
def test_an_edition_of_the_last_version_builds_and_says_the_same(tmp_path: Path) -> None:
    root = upstream(tmp_path / "eldre")
    shutil.copytree(OLDER, root, dirs_exist_ok=True)
    wishes = root / "local" / "tailoring.yml"
    wishes.write_text(PHRASES + wishes.read_text(encoding="utf-8"), encoding="utf-8")
    result = build(root)
    assert result.exit_code == 0, result.output
    own = page(root, "lokalt/kn-innbyggere")
    assert 'data-list="kn-innbyggere"' in own
    assert "checklist: kn-innbyggere" not in own
    template = (OLDER / "local" / "templates" / "item.html").read_text(encoding="utf-8")
    assert "upstream/item.html" in template
    assert "#6a1b4d" in (root / "site" / "assets" / "local" / "styles.css").read_text("utf-8")
