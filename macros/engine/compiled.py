"""The theme's own templates, kept compiled from one build to the next."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
from mkdocs.plugins import BasePlugin, event_priority

from macros.engine.menu import NoSettings
from macros.pages.compiled import kept_in


class Compiled(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """Put among the plugins by `define_env` for who builds once. Last, so that other plugins have
    set the theme's options."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @event_priority(-1000)
    def on_env(self, env: jinja2.Environment, config: Any, files: Any) -> None:
        """Another's way of keeping them is left alone."""
        env.bytecode_cache = env.bytecode_cache or kept_in(self._root, env)
