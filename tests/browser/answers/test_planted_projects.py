"""What leaves a deleted project unfound, or counts a copy wrongly, is seen to be missed."""

from __future__ import annotations

from ..planting import Plant, stories
from . import test_plan_out, test_plan_projects

BACK = test_plan_projects.test_a_deleted_project_can_be_had_back_long_after
COPY = test_plan_out.test_what_came_whole_from_a_backup_is_backed_up
FIRM = test_plan_out.test_what_is_said_of_the_firm_counts_as_much_in_a_copy_as_when_it_comes
SCRIPT = "check-plan.js"
PLANTS = {
    "no line tells of it": Plant("line.hidden=!gone.length", "line.hidden=true", BACK, SCRIPT),
    "the line stays": Plant("line.hidden=!gone.length", "line.hidden=false", BACK, SCRIPT),
    "another one comes back": Plant(
        '"doc.gone_one",words),{value:id}', '"doc.gone_one",words),{value:"x"}', BACK, SCRIPT
    ),
    "it is not said": Plant("if(!this.#bring(id))return", "this.#bring(id);return", BACK, SCRIPT),
    "it is gone still": Plant("remove(state,id,false,", "remove(state,id,true,", BACK, SCRIPT),
    "what no copy has is backed up": Plant("none=!changes&&", "none=", COPY, SCRIPT),
    "what is said of the firm is no answer": Plant(
        "Object.values(profile).filter", "[].filter", FIRM, SCRIPT
    ),
}

test_a_story_with_a_fault_in_it_does_not_go_well, test_without_it_it_goes_well = stories(PLANTS)
