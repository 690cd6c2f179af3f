"""Our own rules about names and states on one page of each kind."""

from __future__ import annotations

import pytest

from ..opening import Opener
from ..within import within
from .rules import broken
from .test_pages import KINDS
from .test_seen import WORK

# What has controls of its own; the other kinds run with --all.
TOOLS = (
    *("", "sjekklister/kritisk-informasjon/", "min-plan/", "lag-kravdokument/", "svar-pa-krav/"),
    *("sammenlign/", "punkt/", "nedlasting/", "arbeid-sammen/", "rammeverk/nsm/"),
)


def tools_first() -> list[object]:
    assert set(TOOLS) <= set(KINDS)
    return [
        pytest.param(path, marks=() if path in TOOLS else (pytest.mark.slow,)) for path in KINDS
    ]


@pytest.mark.parametrize("path", tools_first())
def test_everything_that_can_be_used_has_a_name_and_the_page_has_its_parts(
    opener: Opener, path: str
) -> None:
    page = opener(path, width=1280)
    within(page, "look", "still")
    assert broken(page) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", WORK)
def test_a_tool_at_work_keeps_the_rules_with_all_unfolded(opener: Opener, path: str) -> None:
    page = opener(path, width=1280)
    WORK[path](page)
    page.locator("article details").evaluate_all("all => all.forEach((e) => { e.open = true; })")
    page.wait_for_timeout(500)
    assert broken(page) == []
