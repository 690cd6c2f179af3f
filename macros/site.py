"""What the configuration decides: where things stand, and the key of saved answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Site:
    """`extra.checklists` of the configuration. Names of folders and pages are without slashes; an
    empty `downloads` makes no files. `own_lists` are those whose page lies in a fork's own folder
    `local`. `offline` keeps the guide in the reader's browser.
    `scripts` are digests (`sha256-…`) of scripts in pages that an edition vouches for.
    `languages` are those that the site is built in, none for the guide's own alone; `language` is
    that of the pages being built where it is not the first.
    `security` are addresses to tell of weaknesses, `security_expires` the day until which.
    `url` is the site's own address with a slash at the end, «»
    when it has none."""

    site_id: str
    lists: str = "sjekklister"
    register: str = "punkt"
    glossary: str = "begreper"
    index: str = "a-til-aa"
    updates: str = "oppdateringer"
    downloads: str = "nedlasting"
    deviations: str = "tilpasninger"
    plan: str = "min-plan"
    document: str = "lag-kravdokument"
    compare: str = "sammenlign"
    frameworks: str = "rammeverk"
    url: str = ""
    local: str = "lokalt"
    offline: bool = True
    own_lists: frozenset[str] = frozenset()
    scripts: tuple[str, ...] = ()
    security: tuple[str, ...] = ()
    security_expires: str = ""
    languages: tuple[str, ...] = ()
    language: str = ""

    def page_of(self, checklist: str) -> str:
        """Where a list's page stands, from the root, without slashes at the ends."""
        return f"{self.local if checklist in self.own_lists else self.lists}/{checklist}"
