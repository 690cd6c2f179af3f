"""Which language a title or a term is in, told by its small words: a screen reader then says
English as English. Where nothing tells, nothing is said."""

from __future__ import annotations

import re

from markupsafe import Markup

WORD = re.compile(r"[a-zæøåäöéA-ZÆØÅÄÖÉ]+")
HOME = re.compile(r"[æøåÆØÅ]")


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


# Words that stand in titles of one of the two only. «for», «under», «data» and the like are both.
ENGLISH = _words("""
    a about access act agreement amendment and are as at between business by chapter change
    changes cloud code commerce continuity controller controls create data decision digital
    directive consolidation enforced enterprises experience facing framework from general
    guide has help how in intact interview is it just key law license licences lock managed
    management not of on onsite operational options or outlook payments overview planning
    points practice principles private privacy processing processor procurement protect
    provider providers public published purchase reach recovery region register regulation
    regulations released report responsibility restore rules says scope security service
    services shadow shared status subscription surrounding tech terms that the their this time
    to transfer transition understanding vendor version was what when which with your
""")
BOTH = _words("""
    a at by data digital for it not on or time version code status key help to
""")
NORWEGIAN = _words("""
    av avtale avtaler av bruk den det dette driftstjenester du eller en er et etter fra
    gjelder hva hvem hvilken hvordan i ikke inn kan krav kjøp lov loven med må ny nye når og
    om over på regler regjeringen seg skal som til tjenester ut ved vi vil virksomhet
""")
HOMES = frozenset({"nb", "nn", "no"})


def tongue(text: str) -> str:
    """«en», «no», or «» when the words do not tell."""
    words = [word.lower() for word in WORD.findall(text.partition(" (")[0] or text)]
    english = sum(word in ENGLISH and word not in BOTH for word in words)
    home = sum(word in NORWEGIAN for word in words) + 2 * len(HOME.findall(text))
    if english > home:
        return "en"
    return "no" if home else ""


def marked(text: str, language: str) -> Markup:
    """The attribute that says which language a text is in; nothing when it is the page's own, or
    when nobody can tell."""
    found = tongue(text)
    own = "no" if language in HOMES else language
    return Markup(f' lang="{found}"') if found and found != own else Markup("")
