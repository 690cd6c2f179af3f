"""Functions that run inside a page: each stands in a .js file, as a module without imports."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

HERE = Path(__file__).parent


@functools.cache
def script(file: str, name: str) -> str:
    """The function `name` of `<file>.js` as an expression that a page can evaluate."""
    text = (HERE / f"{file}.js").read_text(encoding="utf-8")
    inner, found = re.subn(r"^export (?=(?:async )?function |const )", "", text, flags=re.M)
    assert found, f"{file}.js exports nothing"
    return f"(asked) => {{ {inner}\nreturn {name}(asked); }}"


def within(page: Page, file: str, name: str, asked: object = None) -> Any:
    """What the function gives, run inside the page with `asked`."""
    return page.evaluate(script(file, name), asked)
