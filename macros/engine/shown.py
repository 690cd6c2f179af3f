"""What templates and pages are told of the guide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros import exports, text
from macros.catalog import edition, fit
from macros.catalog.model import Catalog
from macros.engine import languages
from macros.engine.guide import Guide, serving
from macros.exports import share
from macros.exports.document import attribution
from macros.language import forms
from macros.language.strings import Strings
from macros.pages import lists, render, tools
from macros.publish import inline, offline


def for_templates(guide: Guide) -> dict[str, Any]:
    """What main.html and the 404 page show, as `config.extra.guide`."""
    catalog, t, site, r = guide.catalog, guide.t, guide.site, guide.renderer
    return {
        "marks": inline.marks(),
        "levels": fit.asked_for(catalog),
        "words": t.under("page."),
        "search": t.under("search."),
        # As they are written: a letter that is spelt out weighs six on every page.
        "search_said": tools.search_words(r),
        "released": forms.day(catalog.shown_released, catalog.language),
        "origin": " ".join(filter(None, (_printed(catalog, t), attribution(catalog, t)))),
        "rests": _rests(catalog, t),
        "mark": _mark(guide) if guide.own else "",
        "picture": not (guide.own and exports.missing("pdf")),
        "pictures": bool(site.url) and not exports.missing("pdf") and not serving(),
        "offline": offline.NAME if site.offline and not serving() else "",
        "index": f"{site.index or site.lists}/",
        "feed": f"{site.updates}.xml" if site.updates else "",
        "paper": lists.paper(r, render.Page("")),
        "answer": tools.answer(r),
        "answer_said": tools.answer_said(r),
        "languages": languages.choices(site, guide.languages),
        "language": site.language,
        "source": guide.languages[0] if site.language else "",
    }


def _mark(guide: Guide) -> str:
    return share.mark(guide.catalog.title, guide.palette["brand"], guide.palette["tick"])


def _printed(catalog: Catalog, t: Strings) -> str:
    day = forms.day(catalog.shown_released, catalog.language)
    return t("list.print", title=catalog.title, version=catalog.shown_version, date=day)


def _rests(catalog: Catalog, t: Strings) -> dict[str, str]:
    """Whose work an edition rests on, for the foot of every page; nothing for the guide itself."""
    if catalog.adapted is None:
        return {}
    return {
        "words": attribution(catalog, t, address=False), "url": catalog.adapted.source.url,
        "source": t("adapted.source"), "licence": t("adapted.licence"),
    }  # fmt: skip


def stated(catalog: Catalog) -> Mapping[str, str]:
    """What pages may ask an edition of one's own for, as `edition`; nothing of the guide itself.
    Its words stand in Markdown, and are shown there as they were written."""
    if not catalog.adapted:
        return {}
    said = edition.stated(catalog.adapted.edition, catalog.adapted.source)
    words = ("name", "by", "licence", "sector", "source_title")
    return {**said, **{name: text.as_written(said[name]) for name in words}}
