"""A second engine beside axe (IBM's, by the rules of WCAG 2.2): each of its remarks is judged in
tests/data/judged.yml with a reason. One that is not fails, and so does a judgement that none of
its remarks is about any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import heard
import pytest
import yaml
from playwright.sync_api import BrowserContext, Page

from ..opening import Opener
from ..pages.test_pages import KINDS, REPEATED
from ..within import within

pytestmark = pytest.mark.slow
FILE = Path(__file__).parents[2] / "data" / "judged.yml"
ENGINE = "accessibility-checker-engine/ace-window.js"
FOLDS = 6  # of items on a page: what they hold repeats
FIRST = 2  # of what stands hundreds of times
DOING: Mapping[str, Callable[[Page], None]] = {
    "lag-kravdokument/": heard.began,
    "svar-pa-krav/": heard.asked,
    "sammenlign/": heard.compared,
}


DRAWN = """() => [...document.querySelectorAll(".guide-plan__items")]
  .every((one) => one.children[0] || !one.checkVisibility())"""


def judged() -> list[dict[str, str]]:
    """Every judgement: the rule with its reason, on what, and why it is no fault."""
    found = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [
        {"rule": one["rule"], "why": one["why"], "on": on} for one in found for on in one["where"]
    ]


def remarks(page: Page, modules: Path, known: Iterable[Mapping[str, str]]) -> Any:
    page.evaluate((modules / ENGINE).read_text(encoding="utf-8"))
    return within(page, "second", "remarked", list(known))


def test_what_a_second_engine_remarks_is_judged(opener: Opener, modules: Path) -> None:
    known = judged()
    met: set[int] = set()
    unknown: dict[str, str] = {}
    for path in KINDS:
        page = opener(path, width=1280)
        if path in REPEATED:
            within(page, "look", "shorten", [REPEATED[path], FIRST])
        if path in DOING:
            DOING[path](page)
        within(page, "second", "unfolded", FOLDS)
        page.wait_for_timeout(500)
        page.wait_for_function(DRAWN)  # the plan's rows come when their list is opened
        found = remarks(page, modules, known)
        met |= {*found["met"]}
        unknown |= dict.fromkeys(found["unknown"], path)
    assert not unknown, "\n".join(f"{path}: {said}" for said, path in unknown.items())
    never = [f"{one['rule']} on {one['on']}" for n, one in enumerate(known) if n not in met]
    assert never == []


def test_a_remark_that_nobody_judged_is_told_and_one_that_came_is_counted(
    readers: dict[str, BrowserContext], guide: str, modules: Path
) -> None:
    known = judged()
    with heard.met(readers["light"], guide, "begreper") as page:
        page.evaluate(
            "document.querySelector('article').insertAdjacentHTML('beforeend', '<input id=ny>')"
        )
        found = remarks(page, modules, [*known, {"rule": "none/none", "on": "*"}])
        told = [said for said in found["unknown"] if said.startswith("input_label_exists/Fail_1")]
        assert len(told) == 1 and "on input in article" in told[0]
        assert found["met"] and len(known) not in found["met"]


def test_every_judgement_has_a_reason() -> None:
    for one in judged():
        assert len(one["why"]) > 20 and "/" in one["rule"], one
