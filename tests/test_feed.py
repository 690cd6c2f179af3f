"""The feed's ids: an edition's own, so that a reader may follow two of them."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from conftest import ROOT
from guide import CATALOG

from macros import load
from macros.language import strings
from macros.publish import feed
from macros.site import Site

SPACE = "{http://www.w3.org/2005/Atom}"
RELEASES = list(load.read_releases(ROOT / "releases"))


def ids(site: str, language: str = "nb") -> set[str]:
    """Every id of an edition's feed, the feed's own as well."""
    catalog = CATALOG.model_copy(update={"language": language})
    made = feed.atom(catalog, strings.load("nb"), Site(site), RELEASES)
    found = [one.text or "" for one in etree.fromstring(made).iter(f"{SPACE}id")]
    assert len(found) == len(set(found)) > len(RELEASES)
    return set(found)


def test_no_two_editions_have_an_id_in_common() -> None:
    editions = [("guide", "nb"), ("guide", "nn"), ("kommune", "nb"), ("guide:nb", "release"),
                ("a & <b>", "nb"), ("guide nb", "nb")]  # fmt: skip
    every = [one for edition in editions for one in ids(*edition)]
    assert len(every) == len(set(every))


def test_an_id_stays_the_same_from_build_to_build() -> None:
    assert ids("guide") == ids("guide")
    assert "urn:checklists:guide:nb:release:2026.1" in ids("guide")
