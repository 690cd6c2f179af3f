"""An edition's own fonts come under the policy; without any, no font is fetched."""

from __future__ import annotations

import shutil
from pathlib import Path

import mkdocs
import pytest
from dev.serve import served
from playwright.sync_api import Browser
from project import Framed

# A real font that is at hand on every machine: one that MkDocs brings for its own theme.
FONTS = Path(mkdocs.__file__).parent / "themes" / "mkdocs" / "webfonts"
SHEET = """\
@font-face { font-family: Own; src: url("skrift/own.woff2") format("woff2"); }
:root { --guide-brand: #6a1b4d; }
.md-typeset h1 { font-family: Own; }
"""
LOADED = """async () => {
  const found = await document.fonts.load("20px Own").catch((error) => String(error));
  return [document.fonts.check("20px Own"), found.length];
}"""


@pytest.mark.slow
@pytest.mark.parametrize("fonts", [True, False])
def test_own_fonts_come_and_no_others(chromium: Browser, tmp_path: Path, fonts: bool) -> None:
    made = Framed(tmp_path)
    made.write("local/assets/styles.css", SHEET)
    if fonts:
        (tmp_path / "local" / "assets" / "skrift").mkdir()
        font = next(FONTS.glob("fa-regular*.woff2"))
        shutil.copyfile(font, tmp_path / "local" / "assets" / "skrift" / "own.woff2")
    result = made.build()
    assert result.exit_code == 0, result.output
    headers = (tmp_path / "site" / "_headers").read_text(encoding="utf-8")
    assert f"font-src {chr(39)}{'self' if fonts else 'none'}{chr(39)}" in headers
    with served(tmp_path / "site") as address, chromium.new_context() as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda m: said.append(m.text) if "Content Security" in m.text else None)
        page.goto(address)
        loaded, count = page.evaluate(LOADED)
        assert (loaded, count) == ((True, 1) if fonts else (False, count))
        assert bool(said) is not fonts, said
