"""The search index: made at build from the catalog and the finished pages, read piece by piece.

    documents   what can be found: pages, lists, sections, items, terms, files
    words       from text to stems, and compounds to their parts; the rules stand in `nb.yml`
    index       stems to documents with weights, cut into files that a browser fetches when needed

`overrides/assets/checklists/search/words.js` reads the same rules and does the same to what is
typed. Nothing is known here of how results look.
"""

from macros.search.index import addressed, write
from macros.search.words import rules

__all__ = ["addressed", "rules", "write"]
