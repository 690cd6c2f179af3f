"""What the verdict leaves unsaid, or says of the wrong supplier, is seen to be missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..planting import Plant, Planted, told, told_without
from . import test_verdict

LATE = test_verdict.test_a_supplier_that_came_after_the_scoring_leads_by_no_word_of_its_own_unsaid
TWICE = test_verdict.test_one_who_scores_again_under_the_same_name_is_told
SHARES = test_verdict.test_what_quality_and_price_count_is_told_of_the_whole_and_of_no_model_without
ASKED = test_verdict.test_what_is_to_be_asked_about_has_what_is_wrong_with_a_price
SCRIPT = "check-compare.js"
PLANTS = {
    "who leads by its own word is not named": Plant(
        "return[none.length?", "return[0?", LATE, SCRIPT
    ),
    "a weight of nothing turns it": Plant(
        "share>0&&share<100", "share>=0&&share<=100", LATE, SCRIPT
    ),
    "two of one name are one": Plant("named>1", "named>2", TWICE, SCRIPT),
    "each share is told as it was written": Plant(
        "(100*one)/(ofQuality+ofPrice)", "one", SHARES, SCRIPT
    ),
    "a model without shares tells them": Plant(
        'alone=model==="priced";const share', 'alone=model==="";const share', SHARES, SCRIPT
    ),
    "a price is asked for where nobody sent one": Plant(
        '(priced||why!=="none")', "true", ASKED, SCRIPT
    ),
    "what we have not said ourselves is asked for": Plant(
        "!OURS.includes(why)", "OURS.includes(why)", ASKED, SCRIPT
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PLANTS)
def test_a_verdict_with_a_fault_in_it_is_seen(
    planting: Planted, site: Path, tmp_path: Path, name: str
) -> None:
    told(PLANTS[name], planting, site, tmp_path=tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("plant", {p.story: p for p in PLANTS.values()}.values())
def test_a_verdict_without_a_fault_goes_well_the_same_way(
    planting: Planted, site: Path, tmp_path: Path, plant: Plant
) -> None:
    told_without(plant, planting, site, tmp_path=tmp_path)
