"""A feed of what has changed, as Atom and as JSON Feed: an entry a released version, one a fact."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from macros import text
from macros.catalog.model import Catalog
from macros.language.strings import Strings
from macros.site import Site

Releases = Sequence[dict[str, Any]]


@dataclass(frozen=True)
class Entry:
    """Something that has changed; `day` is ISO 8601."""

    id: str
    title: str
    day: str
    link: str
    words: str


def entries(catalog: Catalog, t: Strings, site: Site, releases: Releases) -> list[Entry]:
    """Every entry, newest first. A site without an address has relative links. Ids begin with the
    edition's own, so that a reader may follow two. Dates are the data's, never the build's clock.
    """
    made = [*_entries(catalog, t, site, releases)]
    return sorted(made, key=lambda entry: entry.day, reverse=True)


def _entries(catalog: Catalog, t: Strings, site: Site, releases: Releases) -> Iterator[Entry]:
    urn, page = _urn(catalog, site), f"{site.url}{site.updates}/"
    for made in releases:
        title = t("feed.release", version=made["version"])
        words = t.n("feed.items", sum(len(c["items"]) for c in made["checklists"]))
        yield Entry(f"{urn}:release:{quote(made['version'])}", title, made["released"], page, words)
    for fact in catalog.facts:
        read = max((s.read for s in fact.sources), default=catalog.released).isoformat()
        link = f"{page}#{fact.id.lower()}"
        words = f"{t('facts.now')} {text.plain(fact.text)} {t(f'fact.{fact.status}')}"
        yield Entry(f"{urn}:fact:{quote(fact.id)}:{read}", fact.id, read, link, words)


def _urn(catalog: Catalog, site: Site) -> str:
    return f"urn:checklists:{quote(site.site_id, safe='')}:{catalog.language}"


def atom(catalog: Catalog, t: Strings, site: Site, releases: Releases) -> str:
    """The feed as Atom's XML."""
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(catalog.language)}>\n'
        f"<title>{escape(catalog.title)}</title>\n<id>{_urn(catalog, site)}</id>\n"
        f"<updated>{catalog.released.isoformat()}T00:00:00Z</updated>\n"
        f'<link rel="alternate" href={quoteattr(f"{site.url}{site.updates}/")}/>\n'
        f"<author><name>{escape(catalog.title)}</name></author>\n"
    )
    return head + "".join(map(_atom, entries(catalog, t, site, releases))) + "</feed>\n"


def _atom(entry: Entry) -> str:
    return (
        f"<entry><updated>{entry.day}T00:00:00Z</updated><id>{escape(entry.id)}</id>"
        f"<title>{escape(entry.title)}</title><link href={quoteattr(entry.link)}/>"
        f"<summary>{escape(entry.words)}</summary></entry>\n"
    )


def as_json(catalog: Catalog, t: Strings, site: Site, releases: Releases) -> str:
    """The same entries as JSON Feed 1.1 (jsonfeed.org)."""
    page, whole = f"{site.url}{site.updates}/", bool(site.url)
    made: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": catalog.title,
        "language": catalog.language,
        "authors": [{"name": catalog.title}],
        **({"home_page_url": page, "feed_url": f"{site.url}{site.updates}.json"} if whole else {}),
        "items": [
            {
                "id": entry.id,
                "url": entry.link,
                "title": entry.title,
                "content_text": entry.words,
                "date_modified": f"{entry.day}T00:00:00Z",
            }
            for entry in entries(catalog, t, site, releases)
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
