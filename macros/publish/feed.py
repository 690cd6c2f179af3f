"""An Atom feed of what has changed: one entry a released version, one a fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from macros import text
from macros.catalog.model import Catalog
from macros.language.strings import Strings
from macros.site import Site


def atom(
    catalog: Catalog,
    t: Strings,
    site: Site,
    releases: Sequence[dict[str, Any]],
) -> str:
    """The feed as XML, newest first. A site without an address has relative links. Ids begin with
    the edition's own, so that a reader may follow two. Dates are the data's, never the build's
    clock."""
    urn = f"urn:checklists:{quote(site.site_id, safe='')}:{catalog.language}"
    page = f"{site.url}{site.updates}/"
    entries = [
        _entry(
            f"{urn}:release:{quote(made['version'])}",
            t("feed.release", version=made["version"]),
            made["released"],
            page,
            t.n("feed.items", sum(len(c["items"]) for c in made["checklists"])),
        )
        for made in releases
    ]
    for fact in catalog.facts:
        read = max((s.read for s in fact.sources), default=catalog.released).isoformat()
        link = f"{page}#{fact.id.lower()}"
        words = f"{t('facts.now')} {text.plain(fact.text)} {t(f'fact.{fact.status}')}"
        entries.append(_entry(f"{urn}:fact:{quote(fact.id)}:{read}", fact.id, read, link, words))
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(catalog.language)}>\n'
        f"<title>{escape(catalog.title)}</title>\n<id>{urn}</id>\n"
        f"<updated>{catalog.released.isoformat()}T00:00:00Z</updated>\n"
        f'<link rel="alternate" href={quoteattr(page)}/>\n'
        f"<author><name>{escape(catalog.title)}</name></author>\n"
    )
    return head + "".join(sorted(entries, key=_date, reverse=True)) + "</feed>\n"


def _entry(name: str, title: str, day: str, link: str, words: str) -> str:
    return (
        f"<entry><updated>{day}T00:00:00Z</updated><id>{escape(name)}</id>"
        f"<title>{escape(title)}</title><link href={quoteattr(link)}/>"
        f"<summary>{escape(words)}</summary></entry>\n"
    )


def _date(entry: str) -> str:
    return entry.split("<updated>", 1)[1][:10]
