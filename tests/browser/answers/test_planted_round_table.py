"""What a merge empties or changes, and what nobody has chosen between, is seen to be missed where
it is not said."""

from __future__ import annotations

from ..planting import Plant, stories
from . import test_round_table

EMPTIES = test_round_table.test_what_a_copy_empties_is_said_before_and_after
BESIDE = test_round_table.test_what_is_changed_beside_a_contradiction_counts
CHOSEN = test_round_table.test_a_file_says_what_nobody_has_chosen_between
PLAN, FILES = "check-plan.js", "list-files.js"
PLANTS = {
    "what is emptied is not said": Plant('emptied?t("report', '0?t("report', EMPTIES, PLAN),
    "every change empties something": Plant('emptied?t("report', '1?t("report', BESIDE, PLAN),
    "a contradiction hides the rest": Plant(
        "kind=found.length>torn?", "kind=!torn&&found.length>torn?", BESIDE, PLAN
    ),
    "nobody is told to choose": Plant('some.length?t("sheet.un', '0?t("sheet.un', CHOSEN, FILES),
    "everybody is": Plant('some.length?t("sheet.un', '1?t("sheet.un', CHOSEN, FILES),
}

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
