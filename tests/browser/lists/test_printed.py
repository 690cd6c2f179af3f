"""Every list on paper, as the browser's own print makes it."""

from __future__ import annotations

import pytest
from guide import CATALOG, each_list
from text_runs import squeezed

from macros.catalog import select
from macros.catalog.model import Checklist

from ..opening import Opener
from ..within import within
from .steps import LIST, printed


@pytest.mark.parametrize("javascript", [False, pytest.param(True, marks=pytest.mark.slow)])
@pytest.mark.parametrize("checklist", each_list())
def test_every_list_prints_with_an_empty_box_an_item(
    opener: Opener, checklist: Checklist, javascript: bool
) -> None:
    page = opener(f"sjekklister/{checklist.id}/", javascript=javascript)
    text, _ = printed(page)
    shown = list(select.entries(CATALOG, checklist))
    for entry in shown:
        assert entry.item.code in text
        assert squeezed(entry.item.text) in squeezed(text)
        assert squeezed(entry.item.help)[:60] in squeezed(text)
    assert f"Versjon {CATALOG.version}" in text
    for word in ("Hvorfor og hvordan", "Nullstill", "Kopier lenke", "Bytt til"):
        assert word not in text
    page.emulate_media(media="print")
    boxes = within(page, "look", "boxes")
    assert boxes == ["rgba(0, 0, 0, 0),solid,0px,true,true"] * len(shown)


def test_no_item_is_split_over_two_sheets(opener: Opener) -> None:
    page = opener(LIST)
    _, pages = printed(page)
    for item in CATALOG.checklists[0].own():
        first, last = squeezed(item.text)[:40], squeezed(item.help)[-40:].strip()
        assert [first in p for p in pages] == [last in p for p in pages], item.id
