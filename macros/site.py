"""What the configuration decides: where things stand, and the key of saved answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Site:
    """`extra.checklists` of the configuration. Names of folders and pages are without slashes; an
    empty `downloads` makes no files. `url` is the site's own address with a slash at the end, «»
    when it has none."""

    site_id: str
    lists: str = "sjekklister"
    register: str = "punkt"
    glossary: str = "begreper"
    updates: str = "oppdateringer"
    downloads: str = "nedlasting"
    deviations: str = "tilpasninger"
    url: str = ""
