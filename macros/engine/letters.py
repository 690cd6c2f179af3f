"""The pages of a guide too large for one on which its items stand from A to Å, a letter each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from macros import markdown
from macros.engine.menu import NoSettings
from macros.language.strings import Strings
from macros.pages.letters import Part

PAGE = """\
---
title: {title}
description: {about}
---

# {heading}

{{{{ alphabet() }}}}
"""


class Letters(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """Put among the plugins by `define_env` where `folder` is a page of the guide. The menu would
    not hold them: that page leads to each, and they to each other."""

    def __init__(self, folder: str, parts: Iterable[Part], t: Strings) -> None:
        self._pages = {f"{folder}/{part.name}.md": _page(part, t) for part in parts}

    def on_files(self, files: Files, config: Any) -> Files:
        """What an edition has put there itself is left as it is."""
        for name, content in self._pages.items():
            if files.get_file_from_path(name) is None:
                made = File.generated(config, name, content=content)
                made.inclusion = InclusionLevel.NOT_IN_NAV
                files.append(made)
        return files


def _page(part: Part, t: Strings) -> str:
    title, about = (t(f"alphabet.{key}", part=part.title) for key in ("part", "part_about"))
    said = {"title": title, "about": about}
    heading = markdown.literal(title)
    return PAGE.format(heading=heading, **{k: json.dumps(v) for k, v in said.items()})
